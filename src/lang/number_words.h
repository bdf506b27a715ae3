// SPDX-License-Identifier: Apache-2.0
// Reader of lexicons/xx/number_words.tsv: the words that numbers are made of, and compounds of them.
#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

#include "lang/lexemes.h"

namespace ql::lang {

/// What a number word does; the names are those of the column `kind`.
enum class NumeralKind : std::uint8_t {
  Zero,
  Unit,
  Teen,
  Ten,
  Hundred,
  Thousand,
  Joiner,
  Half,
  Alone,
  Scale,
  ScalePlural,
  ScaleShort,
  ScaleDotted,
  Dozen,
  Part,
  HalfNoun,
  HalfWord,
  Article,
  Ordinal,
  Each,
  Vague,
  VagueLead,
  VagueShare,
  CountNoun,
  CountNounAdjective,
  Pair,
  Majority,
  Comma,
  Times
};

/// "Million", "Millionen", "Mio", "Bio.": multiplies what stands before it.
constexpr bool is_scale(NumeralKind kind) { return kind >= NumeralKind::Scale && kind <= NumeralKind::ScaleDotted; }

struct NumberWord {
  NumeralKind kind = NumeralKind::Unit;
  double value = 0;
};

class NumberWords {
 public:
  NumberWords() = default;
  /// Compiles the table; `text` need not outlive the object.
  explicit NumberWords(std::string_view text);

  /// All words of the table, in lower case.
  [[nodiscard]] const PhraseMap<NumberWord>& words() const { return words_; }
  /// The entry of a whole word in lower case, or null.
  [[nodiscard]] const NumberWord* find(std::string_view word) const;
  /// The value of a cardinal in one word, compounds included ("zwölftausend", "dreieinhalb"); `word` in lower case.
  [[nodiscard]] std::optional<double> cardinal(std::string_view word) const;
  /// The value of the cardinal that `word` starts with, if the rest is `rest` bytes long ("achtjährig", 7).
  [[nodiscard]] std::optional<double> cardinal_before(std::string_view word, std::size_t rest) const;
  /// The value of a word that says how often ("dreimal"), from two on, and the bytes of its ending; none for others.
  [[nodiscard]] std::optional<double> how_often(std::string_view word, std::size_t* ending) const;
  /// False for most words that are no number words; costs one look at the first three bytes.
  [[nodiscard]] bool may_be_number(std::string_view word) const { return word.size() >= 2 && starts_[start_of(word)]; }

 private:
  struct Morpheme {
    std::string form;
    NumberWord word;
  };
  const Morpheme* longest_morpheme(std::string_view text) const;
  std::optional<double> below_hundred(std::string_view& rest) const;
  std::optional<double> below_thousand(std::string_view& rest) const;
  bool take(std::string_view& rest, NumeralKind kind, double* value) const;

  /// Of the first three bytes; shorter words count as if a zero byte followed.
  static std::size_t start_of(std::string_view word) {
    const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
    return ((byte(0) << 11U) ^ (byte(1) << 5U) ^ byte(2)) & (kStarts - 1);
  }

  static constexpr std::size_t kStarts = 1U << 15U;
  PhraseMap<NumberWord> words_;
  std::vector<std::string> times_endings_;
  std::vector<std::vector<Morpheme>> morphemes_ =
      std::vector<std::vector<Morpheme>>(256);  ///< By first byte, longest first.
  std::bitset<kStarts> starts_;
};

}  // namespace ql::lang
