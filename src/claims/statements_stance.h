// SPDX-License-Identifier: Apache-2.0
// A stance that goes on: "X widersprach. <<Der Damm war dicht>>, sagte X" denies as X did before.
#pragma once

#include "claims/statements_draft.h"

namespace ql::claims {

/// What the last speaker denied or admitted, and where.
struct LastStance {
  bool known = false;
  std::uint32_t unit = 0;
  Speaker speaker;
  Commitment commitment = Commitment::Asserts;
};

/// Gives a quotation with a neutral cue the stance that the same side took right before it in the paragraph.
/// Cost: constant.
void carry_stance(const Reading& reading, const LastStance& last, Draft& draft);

/// Remembers a denial or admission: that of `draft`, or goes on with the one before while the same side speaks.
void remember_stance(const Reading& reading, const Draft& draft, LastStance& last);

/// Remembers a bare act in a unit without a statement of its own: "Das Präsidium widersprach."
void remember_act(const Reading& reading, std::uint32_t unit, const std::vector<Cue>& cues, LastStance& last);

}  // namespace ql::claims
