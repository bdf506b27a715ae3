// SPDX-License-Identifier: Apache-2.0
// The values that a number with its hedge allows. Private to this folder.
#pragma once

#include "annotate/annotations.h"

namespace ql::compare {

/// The values that a figure with its hedge allows; open ends are infinite, vague amounts have no bounds.
struct Bounds {
  double low = 0, high = 0;
  bool known = false;
  bool close = false;  ///< "gut", "knapp", "mehr als": the value lies near the closed end.
};

Bounds bounds_of(const annotate::Quantity& quantity);

/// The middle of what the bounds allow; the closed end where one is open.
double middle(const Bounds& bounds);

/// True if one is many times the other, and no small number: hardly one thing measured twice.
bool far_apart(const Bounds& one, const Bounds& other, double factor = 6);

/// True if both allow a common value. `about` allows 10 percent either way.
bool compatible(const Bounds& one, const Bounds& other);

}  // namespace ql::compare
