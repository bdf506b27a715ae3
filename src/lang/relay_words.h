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
  [[nodiscard]] bool is_relayed(std::uint32_t stem) const;
  /// Says that something is retold: "zufolge", "zitiert".
  [[nodiscard]] bool is_cue(std::uint32_t stem) const;

 private:
  std::vector<std::uint32_t> relayed_, cues_;  // sorted
};

}  // namespace ql::lang
