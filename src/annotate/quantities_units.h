// SPDX-License-Identifier: Apache-2.0
// Units and hedges around a number. Private to the quantities_* files.
#pragma once

#include <optional>

#include "annotate/quantities_numbers.h"
#include "annotate/quantities_text.h"
#include "lang/language.h"

namespace ql::annotate {

/// A number with its unit over the lexemes [begin, end); `number` keeps the lexemes of the number alone.
struct Amount {
  NumberPhrase number;
  std::size_t begin = 0, end = 0;
  const lang::Unit* unit = nullptr;
};

/// Adds the unit before ("$ 5 Mio.") or behind the number, and what belongs to it: "zwei Euro und fünfzig Cent".
Amount read_amount(SentenceText& text, const NumberReader& numbers, const lang::Language& language,
                   NumberPhrase number);

/// The unit that starts at lexeme `at`, or null; `end` is set behind it.
const lang::Unit* read_unit(SentenceText& text, const lang::Language& language, std::size_t at, std::size_t* end);

/// Hedges around [begin, end): the strongest kind, and the lexemes with them.
struct HedgePhrase {
  std::size_t begin = 0, end = 0;
  lang::HedgeKind kind = lang::HedgeKind::None;
};
/// What hedges ask of their number.
struct HedgedNumber {
  bool measured = false;  ///< It has a unit of measure.
  bool article = false;   ///< It is only "ein".
};
HedgePhrase read_hedges(SentenceText& text, const lang::Hedges& hedges, std::size_t begin, std::size_t end,
                        HedgedNumber number);

/// "35,9 Prozent (29,8 Millionen) der Menschen": behind the insertion at `at`; `at` if there is none.
std::size_t behind_brackets(const SentenceText& text, std::size_t at);

}  // namespace ql::annotate
