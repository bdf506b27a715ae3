// SPDX-License-Identifier: Apache-2.0
// Phrases inside what is said that show the speaker's stance where the cue is neutral ("entbehrt jeder Grundlage").
// Source: lexicons/<language>/content_stance.tsv and stance_words.tsv (reviewed).
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "lang/cue_stance.h"
#include "lang/phrase_pattern.h"

namespace ql::lang {

/// The compiled table.
class ContentPhrases {
 public:
  /// What must follow the part before it, in one of its spellings, not far behind.
  struct Part {
    std::vector<std::string> spellings;
    bool within_clause = false;  ///< With no comma between; else in the same sentence.
  };
  /// One row of the table.
  struct Row {
    std::string id;
    CueStance stance = CueStance::Asserts;
    std::vector<Part> then;  ///< One after the other.
    bool at_start = false, at_end = false;
    bool own_voice = false;  ///< Only where the content speaks in the first person.
  };

  ContentPhrases() = default;
  /// Parses the tables; malformed rows are programmer errors.
  ContentPhrases(std::string_view content_stance_tsv, std::string_view stance_words_tsv);

  /// The row that comes first in the table of those that fit the content, in any case; nullptr if none does. Phrases
  /// stand between word boundaries. Cost: linear in the content; allocates nothing.
  [[nodiscard]] const Row* find(std::string_view content) const;
  /// Its stance; asserts if there is none.
  [[nodiscard]] CueStance stance(std::string_view content) const {
    const Row* row = find(content);
    return row == nullptr ? CueStance::Asserts : row->stance;
  }
  /// False for nearly all places of a text where no phrase begins. Cost: a few steps.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const {
    return (at + kBytes <= text.size() && known_.test(slot_of(text.data() + at))) ||
           known_.test(word_slot_of(text, at));
  }

 private:
  /// One spelling of the first words of a row.
  struct Beginning {
    std::uint32_t slot = 0, row = 0;
    std::string words;  ///< Lower case.
  };
  static constexpr std::size_t kSlots = 1U << 16U, kBytes = 6;

  /// Of the first six bytes, in any case.
  static std::uint32_t slot_of(const char* text) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, kBytes);
    return slot_of(bytes | 0x202020202020U);
  }
  /// Of the word that begins at `at` in any case, for phrases that begin with a shorter one; 0 for longer words.
  static std::uint32_t word_slot_of(std::string_view text, std::size_t at) {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; at + i < text.size(); ++i) {
      const auto small = static_cast<unsigned char>(text[at + i] | 0x20);
      if (small < 0x80 && (small < 'a' || small > 'z')) break;
      if (i == kBytes) return 0;
      bytes = bytes << 8U | small;
    }
    return slot_of(bytes);
  }
  /// Slot 0 is no phrase's.
  static std::uint32_t slot_of(std::uint64_t bytes) {
    return static_cast<std::uint32_t>((bytes * 0x9E3779B97F4A7C15U >> 40U) % (kSlots - 1) + 1);
  }

  void add_row(Row row, std::string_view phrase, const PhraseSets& sets);
  [[nodiscard]] bool stands_at(const Beginning& beginning, std::string_view content, std::size_t at) const;
  [[nodiscard]] bool speaks_of_itself(std::string_view content) const;
  void compare_slot(std::uint32_t slot, std::string_view content, std::size_t at, std::uint32_t& best) const;

  std::vector<Row> rows_;
  std::vector<std::string> own_voice_;  ///< Words of the first person.
  std::vector<Beginning> beginnings_;   ///< By slot, then by words.
  std::bitset<kSlots> known_;           ///< Slots with a beginning.
};

}  // namespace ql::lang
