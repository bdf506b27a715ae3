// SPDX-License-Identifier: Apache-2.0
// A number with all that was read around it, before it becomes a Quantity. Private to the quantities_* files.
#pragma once

#include <optional>
#include <string_view>

#include "annotate/annotations.h"
#include "annotate/quantities_nouns.h"
#include "annotate/quantities_units.h"

namespace ql::annotate {

/// Everything that is read around one number.
struct Draft {
  Amount amount;
  std::optional<double> low;  ///< Lower end of a range; the amount is its upper end.
  HedgePhrase hedge;
  CountedPhrase counted;
  std::size_t number_begin = 0, number_end = 0;
};

/// Sets hedge, value and bounds by the convention of the dossier format.
void set_numbers(const Draft& draft, Quantity& quantity);

/// "Schäden von 60 bis 80 Millionen Euro. Zuvor war von 40 Millionen die Rede": the last quantity, a round number
/// without unit, takes over the money that was spoken of at most two sentences before.
void share_money(Annotations& notes, const lang::Units& units, double scale);

/// The tokens of a sentence that `range` touches.
TokenRange tokens_over(const Annotations& notes, TokenRange tokens, TextRange range);

/// Gives a number the unit of another.
void copy_unit(const Quantity& from, Quantity& to);

/// "SPD 20, CDU 30, Grüne 15 Prozent": the numbers behind names before the last quantity, a share behind a name, are
/// shares as well. `text` is the report's.
void take_shares_of_list(Annotations& notes, std::string_view text);

/// "in zwei oder vier Wochen": if the last but one is a bare number of the same sentence, it is what the last one is.
void take_kind_of_alternative(Annotations& notes);

}  // namespace ql::annotate
