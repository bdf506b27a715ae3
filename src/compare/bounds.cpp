// SPDX-License-Identifier: Apache-2.0
// Bounds are closed: "mehr als 40" allows 40, which no report tells from "mindestens 40". Tested by
// figure_claims_test.cpp.
#include "compare/bounds.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ql::compare {
namespace {

using annotate::Hedge;

constexpr double kAboutShare = 0.1;

}  // namespace

Bounds bounds_of(const annotate::Quantity& quantity) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double value = quantity.value.value_or(0);
  switch (quantity.hedge) {
    case Hedge::Exact:
      return {value, value, quantity.value.has_value()};
    case Hedge::About:
      return {value * (1 - kAboutShare), value * (1 + kAboutShare), quantity.value.has_value()};
    case Hedge::AtLeast:
    case Hedge::MoreThan:
      return {quantity.min.value_or(value), kInfinity, quantity.min || quantity.value,
              quantity.hedge == Hedge::MoreThan};
    case Hedge::AtMost:
    case Hedge::LessThan:
      return {-kInfinity, quantity.max.value_or(value), quantity.max || quantity.value,
              quantity.hedge == Hedge::LessThan};
    case Hedge::Between:
      return {quantity.min.value_or(0), quantity.max.value_or(0), quantity.min && quantity.max};
    case Hedge::Vague:
      return {};
  }
  return {};
}

double middle(const Bounds& bounds) {
  if (std::isinf(bounds.high)) return bounds.low;
  if (std::isinf(bounds.low)) return bounds.high;
  return (bounds.low + bounds.high) / 2;
}

bool far_apart(const Bounds& one, const Bounds& other, double factor) {
  constexpr double kSmall = 10;  // numbers up to here fit everything
  if (!one.known || !other.known) return false;
  const double a = std::abs(middle(one)), b = std::abs(middle(other));
  return std::max(a, b) > factor * std::min(a, b) && std::max(a, b) > kSmall;
}

/// What "gut 2.000" allows at most.
static double most(const Bounds& bounds) {
  constexpr double kReach = 1.5;
  return bounds.close && std::isinf(bounds.high) && bounds.low > 0 ? bounds.low * kReach : bounds.high;
}

static double least(const Bounds& bounds) {
  constexpr double kReach = 1.5;
  return bounds.close && std::isinf(bounds.low) && bounds.high > 0 ? bounds.high / kReach : bounds.low;
}

bool compatible(const Bounds& one, const Bounds& other) {
  if (!one.known || !other.known) return true;
  return least(one) <= most(other) && least(other) <= most(one);
}

}  // namespace ql::compare
