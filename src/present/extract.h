// SPDX-License-Identifier: Apache-2.0
// A report as one line of JSON for other programs: clean text and metadata, without offsets.
#pragma once

#include <string>

#include "clean/report.h"

namespace ql::present {

/// {"id","title","authors","published","outlet","agencies","language","text"} and a line feed. `id` is the given id or
/// the file's name; `text` has one line per block of the body.
std::string extract_line(const clean::Report& report);

}  // namespace ql::present
