// SPDX-License-Identifier: Apache-2.0
// Sequence tagger for names: the labels of one sentence under a linear model (lang/name_model.h).
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "annotate/name_features.h"
#include "annotate/name_word.h"
#include "annotate/word_info.h"
#include "lang/language.h"

namespace ql::annotate {

/// Buffers of the tagger; one per thread. What it learns of a form it keeps there. What it answers does not depend on
/// what was asked before.
class NameTagger {
 public:
  /// The language must outlive the tagger.
  explicit NameTagger(const lang::Language& language);

  /// The best label of each word (see lang/name_model.h). Valid until the next call. Linear in the words.
  std::span<const std::uint8_t> tag(WordSpan words);

 private:
  struct Column {
    std::array<std::int32_t, lang::kNameRow> score;
    std::array<std::int32_t, lang::kNameRow> from;  ///< As wide as a score, so that both are chosen together.
  };
  /// Sums of rows, in whole vectors.
  struct Sums {
    static constexpr std::size_t kWords = 8;
    typedef std::int16_t Vector __attribute__((vector_size(2 * kWords)));  // GCC and Clang; a using would drop it
    std::array<Vector, (lang::kNameRow + kWords - 1) / kWords> words{};

    [[nodiscard]] std::int16_t operator[](std::size_t label) const { return words[label / kWords][label % kWords]; }
    void operator+=(const Sums& other) {
      for (std::size_t i = 0; i < words.size(); ++i) words[i] += other.words[i];
    }
    void operator+=(const NameSums& other) {
      Sums more;
      std::memcpy(more.words.data(), other.data(), sizeof other);
      *this += more;
    }
  };

  void read_words(WordSpan words);
  const NameSums& summed(NameWord& word, std::uint8_t part);
  static Sums widened(const std::int8_t* row);
  void add_rows(const FeatureList& features, Sums& sums) const;
  void first_column(Column& column) const;
  void next_column(const Column& before, Column& column) const;
  void outside_column(const Column& before, Column& column) const;
  void sum_alone(std::size_t position, Sums& sums);
  static int lead_of_outside(const Sums& sums);
  void look_closely(std::size_t position, Sums& sums) const;
  [[nodiscard]] bool beside_likely(std::size_t bridge) const;
  void sum_emissions();
  void add_emissions(std::size_t position, Column& column) const;

  const lang::Language& language_;
  const lang::NameModel& model_;
  NameWord outside_;  ///< Before and behind a sentence.
  std::vector<PlacedWord> placed_;
  std::vector<NameWord*> words_;  ///< Of the sentence.
  std::vector<Sums> sums_;        ///< Of each word's features.
  std::vector<bool> likely_;      ///< What the features say alone is a name.
  std::vector<Column> columns_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace ql::annotate
