// SPDX-License-Identifier: Apache-2.0
// The form of the number beats its hedges: what is vague stays vague, a range is "between". Tested by
// quantities_test.cpp.
#include "annotate/quantities_draft.h"

#include <algorithm>
#include <string>

#include "lang/lexemes.h"

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

std::string lowered(std::string_view text) {
  std::string result(text);
  lang::lower_in_place(result);
  return result;
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

void share_money(Annotations& notes, const lang::Units& units, double scale) {
  constexpr double kMillion = 1e6;
  Quantity& current = notes.quantities.back();
  if (scale < kMillion || !current.unit.empty()) return;
  constexpr std::size_t kMost = 64;
  const std::size_t own = notes.quantities.size() - 1;
  for (std::size_t i = own; i-- > 0 && own - i <= kMost;) {
    const Quantity& other = notes.quantities[i];
    if (other.sentence.index() + 2 < current.sentence.index()) return;
    const lang::Unit* unit = other.measured ? units.find(lowered(other.unit), other.unit) : nullptr;
    if (unit == nullptr || unit->kind != lang::UnitKind::Money) continue;
    current.unit = other.unit;
    current.measured = true;
    return;
  }
}

TokenRange tokens_over(const Annotations& notes, TokenRange tokens, TextRange range) {
  const auto begin = notes.tokens.begin() + tokens.begin, end = notes.tokens.begin() + tokens.end;
  const auto first = std::partition_point(begin, end, [&](const Token& t) { return t.text.end <= range.begin; });
  const auto last = std::partition_point(first, end, [&](const Token& t) { return t.text.begin < range.end; });
  return {static_cast<std::uint32_t>(first - notes.tokens.begin()),
          static_cast<std::uint32_t>(last - notes.tokens.begin())};
}

void copy_unit(const Quantity& from, Quantity& to) {
  to.unit = from.unit;
  to.measured = from.measured;
  to.si_unit = from.si_unit;
  to.si_factor = from.si_factor;
  to.si_offset = from.si_offset;
}

void take_shares_of_list(Annotations& notes, std::string_view text) {
  constexpr std::size_t kLongestName = 24;  // bytes of ", Grüne " between two numbers
  if (notes.quantities.back().unit != "%") return;
  for (std::size_t i = notes.quantities.size() - 1; i-- > 0;) {
    const Quantity& next = notes.quantities[i + 1];
    Quantity& one = notes.quantities[i];
    const bool fits = one.sentence == next.sentence && one.kind == QuantityKind::ModelName && one.value &&
                      *one.value <= 100 && one.number.end < next.text.begin &&
                      next.text.begin - one.number.end <= kLongestName;
    if (!fits) return;
    const std::string_view between = text.substr(one.number.end, next.text.begin - one.number.end);
    if (between.size() < 4 || !between.starts_with(", ") ||
        between.find_first_of(",;:.", 1) != std::string_view::npos) {
      return;
    }
    one.kind = QuantityKind::Quantity;
    copy_unit(notes.quantities.back(), one);
  }
}

void take_kind_of_alternative(Annotations& notes) {
  if (notes.quantities.size() < 2) return;
  Quantity& previous = notes.quantities[notes.quantities.size() - 2];
  const Quantity& last = notes.quantities.back();
  const bool bare = previous.sentence == last.sentence && previous.kind == QuantityKind::Quantity &&
                    previous.counted.empty() && !previous.measured;
  if (!bare) return;
  previous.kind = last.kind;
  copy_unit(last, previous);
  previous.counted = last.counted;
}

}  // namespace ql::annotate
