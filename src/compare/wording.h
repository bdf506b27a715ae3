// SPDX-License-Identifier: Apache-2.0
// How the wording of two statements differs, and which of them commits itself less. Private to this folder.
#pragma once

#include "compare/context.h"

namespace ql::compare {

/// Slot "wording" with the words of both sides; the side that doubts ("offenbar"), or only suspects, is the weaker.
ComparedSlot wording_slot(const Context& context, Item from, Item to);

/// Adds slot "evidence" if both sides offer some under different names (Beweise, Hinweise).
void add_evidence_slot(const Context& context, Relation& relation);

}  // namespace ql::compare
