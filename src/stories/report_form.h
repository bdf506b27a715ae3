// SPDX-License-Identifier: Apache-2.0
// Is a report about one thing? Private to stories.
#pragma once

#include <string_view>
#include <vector>

#include "clean/report.h"
#include "lang/digest_words.h"
#include "lang/language.h"
#include "stories/story_table.h"
#include "stories/words.h"

namespace ql::stories {

/// Tells tickers and digests from other reports by their structure and their title. Not thread-safe; reusable.
class FormReader {
 public:
  explicit FormReader(const lang::Language& language) : words_(lang::DigestWords::load(language.code)) {}
  /// `list` holds the words of `report`. Cost: linear in the words.
  ReportForm form_of(const clean::Report& report, const WordList& list);

 private:
  [[nodiscard]] lang::DigestKind announced(const WordList& list);
  /// Entries stamped with a time of day: "+++ 9.12 Uhr", "18:05 Uhr:", "20:41" at the start of a block, or of a
  /// sentence when a colon, dash or plus signs follow.
  [[nodiscard]] std::size_t stamped_entries(const clean::Report& report, const WordList& list) const;
  /// Where the stamp that begins at word `at` ends, 0 if none does. A point between hour and minute asks for the word
  /// behind it, since 5.50 may be a price and 12.05 a day.
  [[nodiscard]] std::uint32_t stamp_end(const clean::Report& report, const WordList& list, std::uint32_t at) const;

  lang::DigestWords words_;
  std::vector<std::uint32_t> title_;
};

}  // namespace ql::stories
