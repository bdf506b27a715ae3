// SPDX-License-Identifier: Apache-2.0
// The stance of a speaker towards the content, from cue and construction.
#pragma once

#include "claims/statements_draft.h"

namespace ql::claims {

/// True if the author says that the act of speaking did not take place ("machte keine Angaben", "sagte nicht, ob"):
/// then there is no statement. A negated denial is one ("bestritt nicht").
bool is_no_speech_act(const Cue& cue);

/// Adjusts commitment, `negated` and `open` of a finished draft: denial by label, negated denials, questions.
void settle_commitment(const Reading& reading, const Cue* cue, Draft& draft);

}  // namespace ql::claims
