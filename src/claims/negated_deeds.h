// SPDX-License-Identifier: Apache-2.0
// Whether a negation denies: "Wir haben keine Tiere gequält" does, "Es gab keine Verletzten" reports.
#pragma once

#include "claims/statements_draft.h"

namespace ql::claims {

/// True if a negated clause of the content denies a deed, by the features and weights of denial_weights.tsv. `cue` may
/// be null. Cost: linear in the content; more only where it holds a negation.
bool denies_a_deed(const Reading& reading, const Statement& statement, const Cue* cue);

/// The verb insists ("versicherte", "stellte klar"): what it says is often said against somebody.
bool insists(const Reading& reading, const Cue& cue);

/// The verb reproaches ("kritisierte"): a negation beside it is another's.
bool accuses(const Reading& reading, const Cue& cue);

}  // namespace ql::claims
