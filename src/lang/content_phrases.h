// SPDX-License-Identifier: Apache-2.0
// Phrases inside what is said that show the speaker's stance where the cue is neutral ("entbehrt jeder Grundlage").
// Source: lexicons/<language>/content_stance.tsv and stance_words.tsv (reviewed).
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/cue_stance.h"
#include "lang/phrase_pattern.h"
#include "lang/word_frequency.h"

namespace ql::lang {

/// The compiled table.
class ContentPhrases {
 public:
  /// A run of words in each of its spellings. The first of a row stands anywhere; the others follow not far behind.
  struct Part {
    std::vector<std::string> spellings;  ///< Lower case.
    bool within_clause = false;          ///< With no comma between; else in the same sentence.
  };
  /// One row of the table.
  struct Row {
    std::string id;
    CueStance stance = CueStance::Asserts;
    std::vector<Part> parts;  ///< One after the other; at least one.
    bool at_start = false, at_end = false;
    bool own_voice = false;  ///< Only where the content speaks in the first person.
  };

  ContentPhrases() = default;
  /// Parses the tables; malformed rows are programmer errors. `frequency` tells which word of a phrase is the rarest;
  /// what is found does not depend on it.
  ContentPhrases(std::string_view content_stance_tsv, std::string_view stance_words_tsv,
                 const WordFrequency& frequency = {});

  /// The row that comes first in the table of those that fit the content, in any case; nullptr if none does. Phrases
  /// stand between word boundaries. Cost: linear in the content; allocates nothing.
  [[nodiscard]] const Row* find(std::string_view content) const;
  /// Its stance; asserts if there is none.
  [[nodiscard]] CueStance stance(std::string_view content) const {
    const Row* row = find(content);
    return row == nullptr ? CueStance::Asserts : row->stance;
  }

 private:
  static constexpr std::size_t kMaxRows = 512, kMaxWords = 16, kSlots = 1U << 16U;
  static constexpr std::uint32_t kElsewhere = 0xFFFFFFFFU;

  /// Words by which a spelling is found: its rarest one and a neighbour, or its only one.
  struct Key {
    std::uint32_t hash = 0;
    std::uint32_t row = 0;
    std::uint32_t spelling = kElsewhere;  ///< Of the first part; kElsewhere: the key is of another part.
    std::uint32_t words_before = 0;       ///< Of the spelling, before the second word of the key.
  };
  struct Search;

  void add_row(Row row, std::string_view phrase, const PhraseSets& sets);
  void add_keys(std::uint32_t row, const WordFrequency& frequency);
  [[nodiscard]] std::string_view words_of(const Key& key) const;
  void try_keys(std::uint32_t hash, Search& search) const;
  [[nodiscard]] bool fits_behind(const Row& row, std::string_view content, std::size_t end) const;
  [[nodiscard]] bool fits_anywhere(const Row& row, std::string_view content) const;
  [[nodiscard]] bool speaks_of_itself(std::string_view content) const;

  std::vector<Row> rows_;
  std::vector<std::string> own_voice_;          ///< Words of the first person.
  std::vector<Key> keys_;                       ///< By hash, words before and words.
  std::vector<std::uint32_t> keyed_elsewhere_;  ///< Rows whose key is not of their first part, ascending.
  std::bitset<kSlots> known_;                   ///< Low bits of the hashes of keys.
};

}  // namespace ql::lang
