// SPDX-License-Identifier: Apache-2.0
// Phrases inside what is said that show the speaker's stance where the cue is neutral ("entbehrt jeder Grundlage").
// Source: lexicons/<language>/content_stance.tsv (reviewed).
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/cue_stance.h"

namespace ql::lang {

/// The compiled table.
class ContentPhrases {
 public:
  ContentPhrases() = default;
  /// Parses the table; malformed rows are programmer errors.
  explicit ContentPhrases(std::string_view content_stance_tsv);

  /// The stance of the phrase in the content, in any case, that comes first in the table; asserts if there is none.
  /// A phrase stands between word boundaries. Cost: linear in the content; allocates nothing.
  [[nodiscard]] CueStance stance(std::string_view content) const;

 private:
  struct Phrase {
    std::string words;  ///< Lower case.
    CueStance stance = CueStance::Asserts;
    bool at_start = false;
  };
  struct Beginning {
    std::uint32_t slot = 0, phrase = 0;
  };
  static constexpr std::size_t kSlots = 4096;

  [[nodiscard]] bool stands_at(std::uint32_t phrase, std::string_view content, std::size_t at) const;

  std::vector<Phrase> phrases_;
  std::vector<Beginning> beginnings_;  ///< By slot, then by phrase.
  std::vector<std::uint32_t> short_;   ///< Too short to have one.
  std::bitset<kSlots> known_;          ///< Slots with a beginning.
};

}  // namespace ql::lang
