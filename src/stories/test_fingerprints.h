// SPDX-License-Identifier: Apache-2.0
// Texts and their fingerprints for the tests of this folder.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "stories/fingerprints.h"
#include "stories/test_reports.h"

namespace ql::stories {

/// `count` words that no other `series` has, as one paragraph.
inline std::string words_of(char series, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::string(1, series) + "wort" + std::to_string(i * 37 + series) + "x ";
  return text;
}

inline WordList list_of(const std::vector<std::string>& paragraphs) {
  const AnalysedReport report = make_report("", paragraphs);
  return word_list_of(report);
}

/// The fingerprints of a report, ascending, each once.
inline std::vector<std::uint32_t> fingerprints_of(const std::vector<std::string>& paragraphs) {
  std::vector<Fingerprint> winnowed;
  winnow(list_of(paragraphs), winnowed);
  std::vector<std::uint32_t> values;
  for (const Fingerprint& fingerprint : winnowed) values.push_back(fingerprint.value);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace ql::stories
