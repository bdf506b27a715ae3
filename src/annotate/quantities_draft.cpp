// SPDX-License-Identifier: Apache-2.0
// The form of the number beats its hedges: what is vague stays vague, a range is "between". Tested by
// quantities_test.cpp.
#include "annotate/quantities_draft.h"

namespace ql::annotate {
namespace {

Hedge hedge_of(const Draft& draft) {
  if (draft.amount.number.form == NumberForm::Vague) return Hedge::Vague;
  if (draft.low) return Hedge::Between;
  switch (draft.hedge.kind) {
    case lang::HedgeKind::About:
      return Hedge::About;
    case lang::HedgeKind::AtLeast:
      return Hedge::AtLeast;
    case lang::HedgeKind::AtMost:
      return Hedge::AtMost;
    case lang::HedgeKind::MoreThan:
      return Hedge::MoreThan;
    case lang::HedgeKind::LessThan:
      return Hedge::LessThan;
    default:
      return draft.amount.number.form == NumberForm::Majority ? Hedge::MoreThan : Hedge::Exact;
  }
}

}  // namespace

void set_numbers(const Draft& draft, Quantity& quantity) {
  const double value = draft.amount.number.value;
  quantity.hedge = hedge_of(draft);
  if (quantity.hedge == Hedge::Vague) return;
  if (quantity.hedge != Hedge::Between) quantity.value = value;
  if (draft.low) quantity.min = *draft.low;
  const bool low =
      quantity.hedge == Hedge::Exact || quantity.hedge == Hedge::AtLeast || quantity.hedge == Hedge::MoreThan;
  const bool high = quantity.hedge == Hedge::Exact || quantity.hedge == Hedge::AtMost ||
                    quantity.hedge == Hedge::LessThan || quantity.hedge == Hedge::Between;
  if (low) quantity.min = value;
  if (high) quantity.max = value;
}

}  // namespace ql::annotate
