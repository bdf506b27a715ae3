// SPDX-License-Identifier: Apache-2.0
// Words of reports that retell another outlet's report: lexicons/<language>/relay_words.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ql::lang {

/// Looks words up by stem (upper half of lang::WordKey::stem).
class RelayWords {
 public:
  RelayWords() = default;
  explicit RelayWords(std::string_view tsv);

  /// Stands for the other outlet or its report: "Blatt", "Bericht".
  [[nodiscard]] bool is_relayed(std::uint32_t stem) const {
    return (relayed_bits_ >> (stem & 63U) & 1U) != 0 && is_relayed_exactly(stem);
  }
  /// Says that something is retold: "zufolge", "zitiert".
  [[nodiscard]] bool is_cue(std::uint32_t stem) const;

 private:
  [[nodiscard]] bool is_relayed_exactly(std::uint32_t stem) const;

  std::vector<std::uint32_t> relayed_, cues_;  // sorted
  std::uint64_t relayed_bits_ = 0;             // one bit per last six bits of a stem: most words are refused here
};

}  // namespace ql::lang
