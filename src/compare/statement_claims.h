// SPDX-License-Identifier: Apache-2.0
// Statements -> utterances (one act of speaking in several reports), propositions (several speakers on one thing),
// denials and what became of them. Private to this folder.
#pragma once

#include <vector>

#include "compare/findings.h"
#include "compare/profile.h"

namespace ql::compare {

/// Appends claims and relations over the given statements (of one story, or of the stories of a topic).
void compare_statements(const Context& context, std::vector<Profile> profiles, Comparison& comparison);

}  // namespace ql::compare
