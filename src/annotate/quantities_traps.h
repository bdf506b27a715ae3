// SPDX-License-Identifier: Apache-2.0
// Which numbers count nothing. Private to the quantities_* files.
#pragma once

#include <optional>

#include "annotate/annotations.h"
#include "annotate/quantities_units.h"
#include "lang/language.h"

namespace ql::annotate {

/// What the trap tests may look at.
struct TrapContext {
  SentenceText& text;
  const lang::Language& language;
  const Annotations& notes;
  TokenRange tokens;  ///< Of the sentence.
};

/// A number with everything that was read around it, before it is decided what it is.
struct NumberSite {
  Amount amount;
  std::size_t begin = 0, end = 0;  ///< With hedges and counted noun.
  bool hedged = false;
  bool has_noun = false;
  bool is_range = false;
};

/// The trap whose phrase of up to three lexemes starts at lexeme `at`, or ends before lexeme `end`.
std::optional<lang::TrapKind> phrase_at(const TrapContext& context, std::size_t at, lang::TrapPlace place);
std::optional<lang::TrapKind> phrase_before(const TrapContext& context, std::size_t end, lang::TrapPlace place);

/// What the number is; QuantityKind::Quantity when no trap holds.
QuantityKind classify_number(const TrapContext& context, const NumberSite& site);

/// A number that has grown into a longer word at lexeme `at`: "57-jährig", "achtjährige", "A320", "3:1", "4.30".
struct GrownNumber {
  std::size_t begin = 0, end = 0;
  QuantityKind kind = QuantityKind::Other;
};
/// Requires that a number or word starts at `at`. None if what stands there can be a number of its own.
std::optional<GrownNumber> read_grown_number(const TrapContext& context, std::size_t at);

/// The kind of number that a trap makes.
QuantityKind kind_of(lang::TrapKind trap);

}  // namespace ql::annotate
