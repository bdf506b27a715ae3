// SPDX-License-Identifier: Apache-2.0
// Reports that retell another outlet's report and have little of their own. Private to stories.
#pragma once

#include <optional>

#include "clean/report.h"
#include "lang/language.h"
#include "stories/story_table.h"
#include "stories/words.h"

namespace ql::stories {

/// A Reuse of type Repeats if the report mostly retells one other outlet; `outlet` names it as written and `from` is
/// none: which of that outlet's reports it was is not said. `list` holds the words of the report. Linear in the words.
std::optional<Reuse> find_relay(const clean::Report& report, ReportId id, const WordList& list,
                                const lang::Language& language);

}  // namespace ql::stories
