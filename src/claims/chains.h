// SPDX-License-Identifier: Apache-2.0
// Who has it from whom: relays between the report and the speaker, outermost first.
#pragma once

#include "claims/statements_draft.h"

namespace ql::claims {

/// True if the phrase names a medium or agency (by entity or by its noun: "die Zeitung"), but not the report's own
/// outlet or the agency credited for its text.
bool is_foreign_medium(const Reading& reading, const Unit& unit, Phrase phrase);

/// Reads relays out of the clause of the cue: "zitiert die Zeitung X" (the object speaks), "sagte X der Zeitung"
/// (the addressee relays), "unter Berufung auf X" (X speaks, the subject relays). Changes speaker and chain.
void relay_of_cue(const Reading& reading, const Unit& unit, const Cue& cue, Draft& draft);

/// Puts `relay` before the draft's chain; the chain ends with the speaker.
void add_relay(const Reading& reading, const Unit& unit, Phrase relay, Draft& draft);

}  // namespace ql::claims
