// SPDX-License-Identifier: Apache-2.0
// Modifiers of what is counted: their form as shown, and a nationality that stands further up. Private to the figures*
// files.
#pragma once

#include <string>
#include <string_view>

#include "claims/figures_counted.h"

namespace ql::claims {

/// "nordkoreanischer" -> "nordkoreanische": modifiers as they would stand in the nominative plural.
std::string plural_adjective(const lang::Language& language, std::string_view word);

/// "Soldaten" -> "nordkoreanische Soldaten", where the sentences before say so and nothing else stands here.
void add_nationality(const FigureContext& context, const annotate::Quantity& quantity, Counted& counted);

}  // namespace ql::claims
