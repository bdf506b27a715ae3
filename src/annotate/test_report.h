// SPDX-License-Identifier: Apache-2.0
// For tests: a report from paragraphs, without ingest and clean.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "clean/report.h"

namespace ql::annotate {

/// A report whose paragraphs are `paragraphs`; the text maps to itself.
template <class Paragraphs = std::initializer_list<std::string_view>>
clean::Report test_report(const Paragraphs& paragraphs) {
  clean::Report report;
  for (const std::string_view paragraph : paragraphs) {
    clean::Block block;
    block.text.begin = static_cast<std::uint32_t>(report.text.size());
    report.text += paragraph;
    block.text.end = static_cast<std::uint32_t>(report.text.size());
    report.text += '\n';
    report.blocks.push_back(block);
  }
  report.offsets.append_literal(0, static_cast<std::uint32_t>(report.text.size()));
  report.language = "de";
  return report;
}

/// The words of the tokens, in order.
inline std::vector<std::string> words(const clean::Report& report, const std::vector<Token>& tokens) {
  std::vector<std::string> result;
  for (const Token& token : tokens) result.emplace_back(slice(report.text, token.text));
  return result;
}

}  // namespace ql::annotate
