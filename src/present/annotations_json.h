// SPDX-License-Identifier: Apache-2.0
// What annotate sees in one report, as JSON for other programs.
#pragma once

#include <string>

#include "claims/analysed_report.h"

namespace ql::present {

/// {"path", "sentences": [{"begin", "end", "tokens": [{"begin", "end", "text", "lemma", "upos"}]}],
/// "mentions": [{..., "name", "type"}], "times": [...], "quantities": [...]} and a line feed. Offsets are source bytes.
std::string annotations_json(const AnalysedReport& report);

/// The Universal Dependencies name of a word class: "PROPN".
std::string_view universal_tag(annotate::WordClass word_class);

}  // namespace ql::present
