// SPDX-License-Identifier: Apache-2.0
// What a figure counts or measures, where it does not stand beside the number. Private to the figures* files.
#pragma once

#include <span>
#include <string>

#include "base/rule_id.h"
#include "claims/figures_scope.h"
#include "claims/report_claims.h"

namespace ql::claims {

/// What is counted: text as shown, lemma of its head, the rule that found it.
struct Counted {
  std::string text;
  std::string lemma;
  RuleId rule;
  bool stated = true;      ///< It stands beside the number; false: taken from elsewhere.
  std::uint32_t head = 0;  ///< Token of the head, where the text was read from tokens.
};

/// Finds what the quantity `id` counts. `earlier` are the figures before it, of which the last ones can be referred to.
Counted find_counted(const FigureContext& context, QuantityId id, TokenRange scope, std::span<const Figure> earlier);

}  // namespace ql::claims
