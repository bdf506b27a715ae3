// SPDX-License-Identifier: Apache-2.0
// The number itself, in digits or words, without hedge and unit. Private to the quantities_* files.
#pragma once

#include <optional>

#include "annotate/quantities_text.h"
#include "lang/counted_words.h"
#include "lang/number_words.h"

namespace ql::annotate {

enum class NumberForm : std::uint8_t { Cardinal, Share, Vague, Majority };

/// A number over the lexemes [begin, end).
struct NumberPhrase {
  std::size_t begin = 0, end = 0;
  double value = 0;
  NumberForm form = NumberForm::Cardinal;
  double scale = 1;           ///< Product of its last scale word ("Millionen"), which a range may share.
  bool article = false;       ///< Only "ein": a number in some contexts.
  bool plain_digits = false;  ///< Digits without grouping, decimals, sign or scale word.
  bool leading_zero = false;  ///< "03999", "007".
  bool dot_decimal = false;   ///< "4.30": decimal, clock time or version.
  bool capitalised = false;   ///< A capitalised number word.
  std::size_t digit_count = 0;
  std::size_t times_ending = 0;  ///< Bytes of "mal" in "dreimal".
};

/// Reads numbers at a given lexeme. Holds references; cheap to make.
class NumberReader {
 public:
  NumberReader(const SentenceText& text, const lang::NumberWords& words) : text_(text), words_(words) {}
  /// The longest number that starts at lexeme `at`, or none. Cost: linear in its length.
  [[nodiscard]] std::optional<NumberPhrase> read(std::size_t at) const;

 private:
  using Result = std::optional<NumberPhrase>;
  [[nodiscard]] Result read_digits(std::size_t at) const;
  [[nodiscard]] Result read_sign(std::size_t at) const;
  [[nodiscard]] Result read_word(std::size_t at) const;
  [[nodiscard]] Result read_article(std::size_t at) const;
  [[nodiscard]] Result read_share_noun(std::size_t at) const;
  [[nodiscard]] bool is_round_word(std::size_t at) const;
  [[nodiscard]] Result read_vague_lead(std::size_t at, std::size_t next) const;
  [[nodiscard]] Result read_vague_count(std::size_t at) const;
  [[nodiscard]] NumberPhrase with_scale(NumberPhrase number) const;
  [[nodiscard]] NumberPhrase with_fraction(NumberPhrase number) const;
  [[nodiscard]] std::optional<double> scale_at(std::size_t at, std::size_t* end) const;
  [[nodiscard]] std::optional<lang::NumberWord> word_at(std::size_t at) const;
  [[nodiscard]] std::optional<double> cardinal_at(std::size_t at) const;

  [[nodiscard]] bool is(std::size_t at, lang::CountedWord kind) const { return text_.is(at, kind); }

  const SentenceText& text_;
  const lang::NumberWords& words_;
};

}  // namespace ql::annotate
