// SPDX-License-Identifier: Apache-2.0
// A few dozen stems in two sorted rows. Tested by stories/relays_test.cpp.
#include "lang/relay_words.h"

#include <algorithm>

#include "base/check.h"
#include "lang/tsv.h"
#include "lang/word_key.h"

namespace ql::lang {

RelayWords::RelayWords(std::string_view tsv) {
  const TsvTable table(tsv, "relay_words.tsv");
  const std::size_t word = table.column("word"), kind = table.column("kind");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const bool relayed = table.cell(row, kind) == "relayed";
    QL_CHECK(relayed || table.cell(row, kind) == "cue");
    const auto stem = static_cast<std::uint32_t>(word_key(fold_word(table.cell(row, word))).stem >> 32U);
    (relayed ? relayed_ : cues_).push_back(stem);
  }
  for (const std::uint32_t stem : relayed_) relayed_bits_ |= std::uint64_t{1} << (stem & 63U);
  std::sort(relayed_.begin(), relayed_.end());
  std::sort(cues_.begin(), cues_.end());
}

bool RelayWords::is_relayed_exactly(std::uint32_t stem) const {
  return std::binary_search(relayed_.begin(), relayed_.end(), stem);
}

bool RelayWords::is_cue(std::uint32_t stem) const { return std::binary_search(cues_.begin(), cues_.end(), stem); }

}  // namespace ql::lang
