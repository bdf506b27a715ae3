// SPDX-License-Identifier: Apache-2.0
// How the stage names reports and asks for their text again.
#pragma once

#include <functional>
#include <memory>

#include "base/id.h"
#include "clean/report.h"

namespace ql::stories {

struct ReportKeyTag;
/// Names a report in a StoryIndex for as long as it is there; keys are given out ascending and never again.
using ReportKey = Id<ReportKeyTag>;

/// Gives the report that was added under a key, the same bytes each time. The stage asks only for reports that it
/// compares word by word, so the text of an archive can stay on disk. Called from all threads at once.
using ReportSource = std::function<std::shared_ptr<const clean::Report>(ReportKey)>;

}  // namespace ql::stories
