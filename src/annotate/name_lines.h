// SPDX-License-Identifier: Apache-2.0
// Names in lines that are no part of the report's text: the head of a press release.
#pragma once

#include "annotate/annotations.h"
#include "clean/report.h"

namespace ql::annotate {

/// Adds a mention for each line of furniture that opens with the name of an organisation of the report, or with what an
/// acronym of the report stands for. These mentions stand behind all others and have no tokens. Linear in the lines.
void find_names_in_lines(const clean::Report& report, Annotations& notes);

}  // namespace ql::annotate
