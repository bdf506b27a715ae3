// SPDX-License-Identifier: Apache-2.0
// Figure -> Measure. The counted noun gives a concept (Tote = Todesopfer) or its stem. Where the noun says only that
// people are counted ("Menschen", "Personen"), the state decides what is measured ("ums Leben gekommen"); it is looked
// for in the figure's own state first, then around the number in its sentence. Plans and demands are measured apart
// from facts. Tested by compare_test.cpp.
#include "compare/measure.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/hash.h"
#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

using annotate::Hedge;
using annotate::Token;

constexpr double kAboutShare = 0.1;
constexpr std::uint32_t kStateWindow = 7;  // tokens on either side of the number

Bounds bounds_of(const annotate::Quantity& quantity) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double value = quantity.value.value_or(0);
  switch (quantity.hedge) {
    case Hedge::Exact:
      return {value, value, quantity.value.has_value()};
    case Hedge::About:
      return {value * (1 - kAboutShare), value * (1 + kAboutShare), quantity.value.has_value()};
    case Hedge::AtLeast:
    case Hedge::MoreThan:
      return {quantity.min.value_or(value), kInfinity, quantity.min || quantity.value};
    case Hedge::AtMost:
    case Hedge::LessThan:
      return {-kInfinity, quantity.max.value_or(value), quantity.max || quantity.value};
    case Hedge::Between:
      return {quantity.min.value_or(0), quantity.max.value_or(0), quantity.min && quantity.max};
    case Hedge::Vague:
      return {};
  }
  return {};
}

/// The words of a short text, as stems.
std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  std::size_t begin = 0;
  const auto flush = [&](std::size_t end) {
    if (end > begin) stems.push_back(lang::stem(text.substr(begin, end - begin)));
  };
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    if (!is_letter(point.value) && !is_digit(point.value)) {
      flush(position);
      begin = position + point.size_bytes;
    }
    position += point.size_bytes;
  }
  flush(text.size());
  return stems;
}

/// Fills one measure.
class MeasureBuilder {
 public:
  MeasureBuilder(const Context& context, Item item)
      : context_(context),
        report_(context.reports[item.report.index()]),
        figure_(figure_of(context, item)),
        quantity_(quantity_of(context, item)) {
    measure_.item = item;
  }

  Measure build() {
    measure_.bounds = bounds_of(quantity_);
    set_speaker();
    set_counted();
    take_states(stems_of(figure_.state));
    take_states(stems_of(figure_.counted));
    if (measure_.state.empty()) {
      take_states_around_number();
    }
    if (measure_.state.empty() && figure_.place.valid()) {
      measure_.state = default_state_;
    }
    measure_.is_base = follows_its_part(quantity_);
    measure_.is_part = is_part();
    set_dimension();
    measure_.place = actor_of(context_, measure_.item.report, figure_.place);
    measure_.when = figure_.as_of && !figure_.as_of->value.empty() ? std::string_view(figure_.as_of->value)
                                                                   : published(context_, measure_.item.report);
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    measure_.context_terms = terms_of(context_, measure_.item.report, sentence.text);
    return std::move(measure_);
  }

 private:
  void set_speaker() {
    EntityId speaker = figure_.speaker;
    std::string_view called;
    if (!speaker.valid() && figure_.statement.valid()) {
      const claims::Statement& statement = report_.claims.statements[figure_.statement.index()];
      speaker = statement.speaker.entity;
      called = statement.speaker.text;
    }
    const ActorId side = side_of(context_, actor_of(context_, measure_.item.report, speaker));
    measure_.voice = side.valid()      ? hash64("actor:" + std::to_string(side.value))
                     : !called.empty() ? hash64(lang::stem(called.substr(called.rfind(' ') + 1)))
                                       : 0;
  }

  void set_counted() {
    std::string head = lang::stem(figure_.counted_lemma);
    if (head.empty()) {
      const std::vector<std::string> words = stems_of(figure_.counted);
      head = words.empty() ? "" : words.back();
    }
    if (const lang::Concept* found = head.empty() ? nullptr : context_.language.concepts.counted(head)) {
      const bool people = found->kind == lang::ConceptKind::People;
      measure_.counted = people ? whose_members(*found) : std::string(found->name);
      (people ? measure_.state : default_state_) = found->implied_state;
    } else {
      measure_.counted = head;
    }
  }

  /// Single words and pairs of neighbours ("ums Leben").
  /// "Mitglieder der Streitkr\u00e4fte": what the state begins with says who the people are.
  [[nodiscard]] std::string whose_members(const lang::Concept& people) const {
    constexpr std::size_t kGenitive = 4;
    if (people.implied_state.empty() && state_is_genitive()) {
      const std::vector<std::string> stems = stems_of(figure_.state);
      for (std::size_t i = 0; i < std::min(stems.size(), kGenitive); ++i) {
        const lang::Concept* found = context_.language.concepts.counted(stems[i]);
        if (found != nullptr && found->kind == lang::ConceptKind::Counted) return std::string(found->name);
      }
    }
    return "people";
  }

  /// The state begins right behind the number with an article.
  [[nodiscard]] bool state_is_genitive() const {
    const std::uint32_t next = quantity_.tokens.end;
    return next < report_.notes.tokens.size() && figure_.state_span.begin == report_.notes.tokens[next].text.begin &&
           report_.notes.tokens[next].word_class == annotate::WordClass::Det;
  }

  void take_states(const std::vector<std::string>& stems) {
    for (std::size_t i = 0; i < stems.size(); ++i) {
      if (i > 0) take_state(stems[i - 1] + ' ' + stems[i]);
      take_state(stems[i]);
    }
  }

  void take_state(const std::string& stem) {
    const lang::Concept* found = context_.language.concepts.state(stem);
    if (found == nullptr) {
      return;
    }
    if (found->kind == lang::ConceptKind::Modal) {
      measure_.realised = false;
    } else if (measure_.state.empty()) {
      measure_.state = found->name;
    }
  }

  /// The nearest state word on either side of the number, within its sentence.
  void take_states_around_number() {
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    const std::uint32_t begin =
        std::max(sentence.tokens.begin, quantity_.tokens.begin - std::min(quantity_.tokens.begin, kStateWindow));
    const std::uint32_t end = std::min(sentence.tokens.end, quantity_.tokens.end + kStateWindow);
    for (std::uint32_t distance = 0; distance <= kStateWindow && measure_.state.empty(); ++distance) {
      const std::uint32_t after = quantity_.tokens.end + distance;
      if (after < end) take_state_at(after);
      if (measure_.state.empty() && quantity_.tokens.begin >= begin + distance + 1) {
        take_state_at(quantity_.tokens.begin - distance - 1);
      }
    }
  }

  void take_state_at(std::uint32_t token) {
    if (token > 0) take_state(stem_at(token - 1) + ' ' + stem_at(token));
    take_state(stem_at(token));
  }

  /// Stem of a token's lemma, which unites strong verb forms; of its form if it has no lemma.
  [[nodiscard]] std::string stem_at(std::uint32_t index) const {
    const Token& token = report_.notes.tokens[index];
    const bool has_lemma = token.lemma < report_.notes.lemmas.size();
    return lang::stem(has_lemma ? report_.notes.lemmas.view(token.lemma) : slice(report_.report.text, token.text));
  }

  /// "3.000 der weltweit rund 11.800 Stellen": another number stands shortly before, with an article or "von" between.
  [[nodiscard]] bool follows_its_part(const annotate::Quantity& whole) const {
    return std::any_of(report_.notes.quantities.begin(), report_.notes.quantities.end(),
                       [&](const annotate::Quantity& part) { return is_part_of(part, whole); });
  }

  [[nodiscard]] bool is_part_of(const annotate::Quantity& part, const annotate::Quantity& whole) const {
    constexpr std::uint32_t kBetween = 4;
    const std::uint32_t end = part.tokens.begin + 1;
    return part.sentence == whole.sentence && part.number.end <= whole.text.begin && end < whole.tokens.begin &&
           whole.tokens.begin <= end + kBetween && is_linking_word(report_.notes.tokens[end]);
  }

  /// "darunter 26 Polizisten" is a part; in "3.000 von 10.000" the first number is what is the case.
  [[nodiscard]] bool is_part() const {
    if (figure_.role != claims::FigureRole::Part && figure_.role != claims::FigureRole::Change) return false;
    return std::none_of(report_.notes.quantities.begin(), report_.notes.quantities.end(),
                        [&](const annotate::Quantity& whole) { return is_part_of(quantity_, whole); });
  }

  static bool is_linking_word(const Token& token) {
    return token.word_class == annotate::WordClass::Det || token.word_class == annotate::WordClass::Adp;
  }

  /// A unit is a dimension of its own unless it is just the counted noun again; shares and percents are one.
  void set_dimension() {
    const std::string unit = lang::stem(quantity_.unit);
    const bool is_noun = quantity_.unit.empty() || unit == lang::stem(figure_.counted_lemma) ||
                         context_.language.concepts.counted(unit) != nullptr;
    measure_.dimension = is_noun ? "count" : quantity_.unit;
    if (measure_.dimension == "share") {
      measure_.dimension = "%";
      measure_.bounds.low *= 100;
      measure_.bounds.high *= 100;
    }
  }

  const Context& context_;
  const AnalysedReport& report_;
  const claims::Figure& figure_;
  const annotate::Quantity& quantity_;
  Measure measure_;
  std::string default_state_;  // of the counted, where a place but no state is said
};

}  // namespace

std::vector<Measure> measures_of(const Context& context, std::span<const ReportId> reports) {
  std::vector<Measure> measures;
  for (const ReportId report : reports) {
    const std::size_t count = context.reports[report.index()].claims.figures.size();
    for (std::uint32_t index = 0; index < count; ++index) {
      measures.push_back(MeasureBuilder(context, {report, Item::Kind::Figure, index}).build());
    }
  }
  return measures;
}

bool is_replaced(const Context& context, const Measure& earlier, const Measure& later) {
  const annotate::Quantity& first = quantity_of(context, earlier.item);
  const annotate::Quantity& second = quantity_of(context, later.item);
  if (earlier.item.report != later.item.report || first.sentence != second.sentence ||
      first.number.begin >= second.number.begin) {
    return false;
  }
  const AnalysedReport& report = context.reports[earlier.item.report.index()];
  const auto word_before = [&report](const annotate::Quantity& quantity) {
    if (quantity.tokens.begin == 0) return std::string();
    return to_lower_utf8(slice(report.report.text, report.notes.tokens[quantity.tokens.begin - 1].text));
  };
  return context.language.successions.replaces(word_before(first), word_before(second));
}

bool compatible(const Bounds& one, const Bounds& other) {
  return !one.known || !other.known || (one.low <= other.high && other.low <= one.high);
}

}  // namespace ql::compare
