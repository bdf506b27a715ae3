// SPDX-License-Identifier: Apache-2.0
// What kind of body each organisation of a report is: company, club, union ... as far as the report or the lexicon
// tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "lang/language.h"

namespace ql::annotate {

/// The kind of each entity of `notes` (kinds of institutions.tsv), "" where nothing tells it or the signs differ. From
/// the lexicon, the words of the name (AG, Wasserverband) and the noun before it (der Autobauer X). Requires mentions
/// and entities. Linear in the mentions.
std::vector<std::string> organisation_kinds(std::string_view text, const lang::Language& language,
                                            const Annotations& notes);

}  // namespace ql::annotate
