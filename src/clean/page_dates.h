// SPDX-License-Identifier: Apache-2.0
// Which of the days that a page gives is the day on which it was published?
#pragma once

#include <optional>

#include "clean/page_metadata.h"

namespace ql::clean {

/// The day of publication from the page's own statements: JSON-LD and <meta> (the one that the page shows too, where
/// they differ), its URL, <time>, an element for dates. Where a stated point in time is a day off the URL or the shown
/// day, the zone made it so, and the shown day counts. Nothing if none of these is there.
std::optional<PrintedDate> published_of(const PageMetadata& page);

}  // namespace ql::clean
