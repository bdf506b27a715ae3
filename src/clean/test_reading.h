// SPDX-License-Identifier: Apache-2.0
// For tests: whole readings of small reports.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "clean/clean.h"

namespace ql::clean {

inline const lang::Language& language() {
  static const lang::Language words_only = [] {
    lang::Language made;
    made.document_words = lang::load_document_words();
    return made;
  }();
  return words_only;
}

inline Report read(const std::string& bytes, ingest::MediaType media_type = ingest::MediaType::PlainText) {
  ingest::RawReport raw;
  raw.origin.path = "bericht";
  raw.media_type = media_type;
  raw.bytes = bytes;
  Diagnostics diagnostics;
  auto report = clean(std::move(raw), language(), diagnostics);
  EXPECT_TRUE(report.has_value());
  return report ? std::move(*report) : Report{};
}

inline std::string title_of(const Report& report) {
  return report.title ? std::string(slice(report.text, report.blocks[report.title->index()].text)) : "";
}

inline std::vector<std::string> texts(const Report& report, bool body) {
  std::vector<std::string> found;
  for (const Block& block : report.blocks) {
    if (body ? is_body(block.kind) : block.kind == BlockKind::Furniture)
      found.emplace_back(slice(report.text, block.text));
  }
  return found;
}

inline constexpr const char* kFirst =
    "Die Feuerwehr hat am Montag in der Altstadt einen Brand in einem Lagerhaus gelöscht.";
inline constexpr const char* kSecond =
    "Verletzt wurde nach Angaben der Polizei niemand, der Schaden ist noch nicht beziffert.";

}  // namespace ql::clean
