// SPDX-License-Identifier: Apache-2.0
// The time of a report, from what it says about itself. Private to the times layer.
#pragma once

#include <optional>

#include "base/time_value.h"
#include "clean/report.h"

namespace ql::annotate {

/// The day or minute of publication, else of the last update, else the day in the address; nothing if none is known.
/// Cost: linear in the address.
std::optional<TimeValue> document_time(const clean::Report& report);

}  // namespace ql::annotate
