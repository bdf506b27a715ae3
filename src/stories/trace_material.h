// SPDX-License-Identifier: Apache-2.0
// What one report brings to the search for traces. Private to stories.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "claims/analysed_report.h"
#include "lang/word_frequency.h"

namespace ql::stories {

/// The words of the shortest quotation that counts.
constexpr std::uint32_t kLeastQuotedWords = 5;

struct QuotedWord {
  std::uint64_t key = 0;  ///< Hash of the folded word.
  TextRange text;
  bool first = false;  ///< Of its quotation.
};

struct NamePlace {
  TextRange text;
  bool in_opening = false;
};

/// What one report brings. `origin` is for the caller to fill.
struct TraceMaterial {
  std::uint32_t origin = 0;
  std::vector<QuotedWord> quoted;
  std::map<ActorId, NamePlace> names;
  std::map<std::string, TextRange> figures;  ///< By value and unit.
};

/// Reads quotations, names and figures. `actors` are those of the report's entities. Linear in the text.
TraceMaterial read_trace_material(const AnalysedReport& report, const std::vector<ActorId>& actors);

/// True if the language hardly knows one of the words of a name.
bool is_rare_name(const lang::WordFrequency& frequency, std::string_view name);

}  // namespace ql::stories
