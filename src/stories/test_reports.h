// SPDX-License-Identifier: Apache-2.0
// Reports for the tests of this folder.
#pragma once

#include <string>
#include <vector>

#include "claims/analysed_report.h"
#include "lang/test_language.h"
#include "stories/compared_words.h"
#include "stories/words.h"

namespace ql::stories {

/// A report with an optional title and one block per paragraph.
inline AnalysedReport make_report(const std::string& title, const std::vector<std::string>& paragraphs,
                                  const std::string& published = "", const std::string& outlet = "") {
  AnalysedReport analysed;
  clean::Report& report = analysed.report;
  const auto add = [&report](const std::string& text, clean::BlockKind kind) {
    clean::Block block;
    block.kind = kind;
    block.text.begin = static_cast<std::uint32_t>(report.text.size());
    report.text += text;
    block.text.end = static_cast<std::uint32_t>(report.text.size());
    report.text += '\n';
    report.blocks.push_back(block);
  };
  if (!title.empty()) {
    add(title, clean::BlockKind::Title);
    report.title = BlockId(0);
  }
  for (const std::string& paragraph : paragraphs) add(paragraph, clean::BlockKind::Paragraph);
  if (!published.empty()) report.published = TimeValue{published, published, published, Basis::Metadata, ""};
  if (!outlet.empty()) report.outlet = outlet;
  return analysed;
}

/// The words of title and body, for comparison.
inline ComparedWords compared_words_of(const AnalysedReport& report) {
  ComparedWordReader reader;
  ComparedWords list;
  reader.read(report.report, list);
  return list;
}

/// The words of title and body.
inline WordList word_list_of(const AnalysedReport& report) {
  static const Rarities rarities(lang::german().word_frequency);
  static WordReader reader(lang::german(), rarities);
  WordList list;
  reader.read(report.report, list);
  return list;
}

}  // namespace ql::stories
