// SPDX-License-Identifier: Apache-2.0
// What one report of a story leaves open, the others may tell: a name that the tagger passed over, the holder of an
// office that a report takes up without naming him.
#pragma once

#include <span>
#include <string_view>

#include "annotate/annotations.h"
#include "lang/language.h"

namespace ql::annotate {

/// A report of a story; its notes get further mentions and entities, its described entities may get a name.
struct ReadReport {
  std::string_view text;
  Annotations* notes = nullptr;
};

/// Reads the reports of one story again. Entity ids stay; mentions stay in text order. The first report that
/// names a holder in full tells his name. Cost: linear in the tokens of the story; nothing for a single report.
void read_again(std::span<const ReadReport> story, const lang::Language& language);

}  // namespace ql::annotate
