// SPDX-License-Identifier: Apache-2.0
// All figures of a story in order, and what neighbours say of one another: a sentence that replaces or corrects a value
// gives both one measure, a heading that announces a correction speaks for the value below it. Tested by
// figure_claims_test.cpp.
#include "compare/measure.h"

#include <algorithm>

#include "base/utf8.h"
#include "compare/figure_text.h"
#include "compare/measure_builder.h"

namespace ql::compare {
namespace {

/// "Statt 6.000 seien es 8.500 Menschen": both numbers measure what one of them says.
void share_measure(Measure& earlier, Measure& later) {
  const bool from_later = earlier.counted.empty() || (earlier.is_guessed && !later.is_guessed) ||
                          (earlier.state.empty() && !later.state.empty());
  const Measure& full = from_later ? later : earlier;
  Measure& bare = from_later ? earlier : later;
  if (full.dimension != bare.dimension) return;
  bare.counted = full.counted;
  bare.state = full.state;
  bare.state_kind = full.state_kind;
  bare.realised = full.realised;
  bare.grows = full.grows;
  bare.is_base = full.is_base;
  bare.is_part = full.is_part;
}

/// What the number before says of this one: a measure that both share, or that the one before is taken back.
void follow(const Context& context, Measure& before, Measure& measure) {
  const Succession succession = succession_of(context, before, measure);
  if (succession != Succession::None) share_measure(before, measure);
  const bool one_measure = before.counted == measure.counted && before.dimension == measure.dimension;
  const bool in_notice = before.correction == Correction::OwnVersion && measure.correction == Correction::OwnVersion;
  before.is_taken_back =
      succession == Succession::Corrects || (in_notice && one_measure && !compatible(before.bounds, measure.bounds));
}

/// A heading that announces a correction ("Berichtigung: 1,7 Millionen Euro") speaks for the same value below it.
void correct_below(std::vector<Measure>& measures, std::size_t first) {
  for (std::size_t heading = first; heading < measures.size() && measures[heading].in_heading; ++heading) {
    const Measure& above = measures[heading];
    if (above.correction == Correction::None) continue;
    for (std::size_t i = heading + 1; i < measures.size(); ++i) {
      Measure& below = measures[i];
      const bool same = below.counted == above.counted && below.dimension == above.dimension &&
                        below.bounds.low == above.bounds.low && below.bounds.high == above.bounds.high;
      if (same) below.correction = std::max(below.correction, above.correction);
    }
  }
}

}  // namespace

std::vector<Measure> measures_of(const Context& context, std::span<const ReportId> reports) {
  std::vector<Measure> measures;
  for (const ReportId report : reports) {
    const std::size_t count = context.reports[report.index()].claims.figures.size();
    Corrections corrections(context, report);
    for (std::uint32_t index = 0; index < count; ++index) {
      const std::span<const Measure> before = std::span<const Measure>(measures).last(index);
      Measure measure = build_measure(context, {report, Item::Kind::Figure, index}, before, corrections);
      if (index > 0) follow(context, measures.back(), measure);
      measures.push_back(std::move(measure));
    }
    correct_below(measures, measures.size() - count);
  }
  return measures;
}

bool is_one_voice(const Measure& one, const Measure& other) {
  if (share_a_key(one.voice, other.voice)) return true;
  return one.voice.empty() && other.voice.empty() && one.attributed == other.attributed;
}

bool looks_back(const Context& context, const Measure& measure) {
  const AnalysedReport& report = context.reports[measure.item.report.index()];
  const annotate::Sentence& sentence = report.notes.sentences[figure_of(context, measure.item).sentence.index()];
  bool before = false, past = false;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const annotate::Token& token = report.notes.tokens[i];
    past = past || token.morphology.tense == annotate::Tense::Past;
    before = before || context.language.concepts.is_earlier(to_lower_utf8(slice(report.report.text, token.text)));
  }
  return before && past;
}

bool is_replaced(const Context& context, const Measure& earlier, const Measure& later) {
  return succession_of(context, earlier, later) != Succession::None;
}

Succession succession_of(const Context& context, const Measure& earlier, const Measure& later) {
  const annotate::Quantity& first = quantity_of(context, earlier.item);
  const annotate::Quantity& second = quantity_of(context, later.item);
  if (earlier.item.report != later.item.report || first.sentence != second.sentence ||
      first.number.begin >= second.number.begin) {
    return Succession::None;
  }
  const AnalysedReport& report = context.reports[earlier.item.report.index()];
  return succession_between(context, report, first, second);
}

}  // namespace ql::compare
