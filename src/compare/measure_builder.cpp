// SPDX-License-Identifier: Apache-2.0
// Figure -> Measure. The counted noun gives a concept (Tote = Todesopfer) or its stem. Where the noun says only that
// people are counted ("Menschen", "Personen"), the state decides what is measured ("ums Leben gekommen"); it is looked
// for in the figure's own state first, then around the number in its sentence, at last in the sentences before it
// ("Wie viele verletzt wurden, ist offen. Der Verein spricht von 171."). Shares of trains that ran and of trains that
// were cancelled are one measure, read from the side of the cancelled. Plans and demands are measured apart from
// facts, and so is the whole that a part is taken of. Tested by figure_claims_test.cpp.
#include "compare/measure_builder.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/utf8.h"
#include "compare/figure_text.h"
#include "lang/stem.h"
#include "lang/word_key.h"

namespace ql::compare {
namespace {

using annotate::Token;

constexpr std::uint32_t kStateWindow = 7;  // tokens on either side of the number
constexpr std::size_t kStateWords = 12;    // of a state, that are looked at in pairs
constexpr std::string_view kAffected = "affected";
constexpr std::string_view kUsual = "usual";
constexpr std::string_view kElse = "else:";
constexpr float kPassageShare = 0.5F;  // what words before a number are worth that takes its measure from them

/// Digits of a number without the zeros at its end and beginning; at most seven.
int telling_digits(double value) {
  constexpr int kMost = 7;
  if (value == 0 || !std::isfinite(value)) return 0;
  double scaled = std::abs(value);
  while (scaled >= 1e6) scaled /= 10;
  while (scaled < 1e5) scaled *= 10;
  auto digits = std::llround(scaled * 10);
  int count = kMost;
  while (count > 1 && digits % 10 == 0) {
    digits /= 10;
    --count;
  }
  return count;
}

/// Fills one measure.
class MeasureBuilder {
 public:
  /// `previous` is the measure of the figure before in the same report; nullptr for the first. `corrections` are those
  /// of that report.
  MeasureBuilder(const Context& context, Item item, const Measure* previous, Corrections& corrections)
      : context_(context),
        corrections_(corrections),
        previous_(previous),
        report_(context.reports[item.report.index()]),
        figure_(figure_of(context, item)),
        quantity_(quantity_of(context, item)),
        text_(context, item) {
    measure_.item = item;
  }

  Measure build() {
    measure_.bounds = bounds_of(quantity_);
    measure_.telling_digits = quantity_.value ? telling_digits(*quantity_.value) : 0;
    measure_.voice = voice_of(context_, measure_.item);
    measure_.attributed =
        !measure_.voice.empty() ||
        (figure_.statement.valid() && !report_.claims.statements[figure_.statement.index()].speaker.text.empty());
    set_counted();
    if (const std::string per = paid_per(); !per.empty()) measure_.counted = "per " + per;
    measure_.in_heading = text_.is_heading();
    measure_.is_amount = quantity_.measured && !text_.is_share();
    find_state();
    measure_.is_base = text_.is_base();
    measure_.is_part = text_.is_part();
    measure_.is_usual = text_.is_usual();
    set_dimension();
    read_from_one_side();
    measure_.grows = context_.language.concepts.accumulates(measure_.state);
    measure_.place = actor_of(context_, measure_.item.report, figure_.place);
    measure_.when = text_.when();
    measure_.dated = measure_.when != published(context_, measure_.item.report);
    set_correction();
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    add_terms(measure_.context_terms, terms_of(context_, measure_.item.report, sentence.text), 1);
    return std::move(measure_);
  }

 private:
  /// "Die Gewerkschaft korrigierte ihre Angaben: Es seien 780 gewesen": who takes back speaks.
  void set_correction() {
    measure_.correction = corrections_.at(figure_);
    const bool of_a_side = measure_.correction == Correction::Own || measure_.correction == Correction::IfItFalls;
    const bool is_cued = figure_.statement.valid() && !report_.claims.statements[figure_.statement.index()].cue.empty();
    if (!of_a_side || is_cued || measure_.in_heading) return;
    Sides named = sides_named_in(context_, measure_.item.report, correction_passage(context_, measure_.item));
    if (named.empty()) return;
    measure_.voice = std::move(named);
    measure_.attributed = true;
  }

  /// "10.000 Soldaten und technisches Personal" counts soldiers first; without a noun beside it, what was resolved.
  void set_counted() {
    const lang::Concept* found =
        quantity_.measured ? nullptr : context_.language.concepts.counted(stem(quantity_.unit));
    std::string head = stem(figure_.counted_lemma);
    if (head.empty()) {
      const std::vector<std::string> words = stems_of(figure_.counted);
      head = words.empty() ? "" : words.back();
    }
    set_head(head);
    if (!head.empty()) set_head(head);
    if (found == nullptr && !head.empty()) found = context_.language.concepts.counted(head);
    if (found == nullptr) found = counted_within();
    if (found == nullptr && head.empty()) found = counted_before();
    if (found == nullptr) {
      measure_.counted = pays_for() ? "price" : head;
      is_known_ = false;
      return;
    }
    const bool people = found->kind == lang::ConceptKind::People;
    is_worker_ = found->name == "worker";
    measure_.noun = found->name;
    constexpr std::string_view kTeams[] = {"soldier", "police", "rescuer"};
    is_thing_ = !people && std::find(std::begin(kTeams), std::end(kTeams), found->name) == std::end(kTeams);
    measure_.counted = people ? whose_members(*found) : std::string(found->name);
    if (people && found->implied_state.starts_with(kElse)) {
      fallback_state_ = found->implied_state.substr(kElse.size());
    } else if (people) {  // "Streikende": striking, a kind of taking_part
      const std::string_view implied = found->implied_state;
      const std::size_t kind = implied.find('<');
      measure_.state = implied.substr(0, kind);
      measure_.state_kind = kind == std::string_view::npos ? std::string_view() : implied.substr(kind + 1);
    } else {
      default_state_ = found->implied_state;
    }
  }

  void set_head(const std::string& stem) {
    constexpr double kRare = 4e-5;  // share of running words; "Unterschrift" is rarer, "Seite" is not
    measure_.head = stem;
    const std::string& noun = figure_.counted_lemma.empty() ? figure_.counted : figure_.counted_lemma;
    std::string folded;
    for (std::size_t at = noun.rfind(' ') == std::string::npos ? 0 : noun.rfind(' ') + 1; at < noun.size();) {
      const CodePoint point = decode_utf8(noun, at);
      lang::append_folded(folded, to_lower(point.value));
      at += point.size_bytes;
    }
    const auto key = static_cast<std::uint32_t>(lang::word_key(folded).stem >> 32U);
    measure_.rare_head = context_.language.word_frequency.of(key) < kRare;
  }

  /// "12.000 Gläser Babybrei": what holds the head is counted, if the head itself is nothing that can be.
  [[nodiscard]] const lang::Concept* counted_within() const {
    for (const std::string& word : stems_of(figure_.counted)) {
      const lang::Concept* found = context_.language.concepts.counted(word);
      if (found != nullptr && found->kind == lang::ConceptKind::Counted) return found;
    }
    return nullptr;
  }

  /// "38 Euro je Aktie", "13 Euro die Stunde": what something costs by the piece, whatever it is called; "" of a price
  /// by the month.
  [[nodiscard]] std::string paid_per() const {
    if (quantity_.per.empty() || !quantity_.measured || text_.is_share()) return {};
    std::string written(quantity_.per);
    const lang::Unit* unit = context_.language.units.find(to_lower_utf8(written), written);
    return unit != nullptr && unit->kind == lang::UnitKind::Time ? std::string() : stem(written);
  }

  /// "übernimmt die Werft für 3 Millionen Euro": what is paid for something bought is its price.
  [[nodiscard]] bool pays_for() const {
    const std::string& unit = quantity_.unit;
    const bool money = quantity_.measured && unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z';
    if (!money) return false;
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const lang::Concept* matter = context_.language.concepts.topic(text_.stem_at(i));
      if (matter != nullptr && (matter->name == "buy" || matter->name == "transfer")) return true;
    }
    return false;
  }

  static std::string stem(std::string_view word) { return word.empty() ? std::string() : lang::stem(word); }

  /// "Bei den Zügen gibt es keine Annäherung. 85 Prozent fielen aus": the last thing named that can be
  /// counted.
  [[nodiscard]] const lang::Concept* counted_before() const {
    const std::uint32_t begin = text_.passage_begin();
    for (std::uint32_t i = quantity_.tokens.begin; i > begin; --i) {
      const Token& token = report_.notes.tokens[i - 1];
      if (token.word_class != annotate::WordClass::Noun) continue;
      const lang::Concept* found = text_.word_at(i - 1).counted;
      if (found != nullptr && found->kind == lang::ConceptKind::Counted) return found;
    }
    return nullptr;
  }

  /// From the figure itself, then from the words around it, then from the passage before, if nothing of it was said
  /// beside the number.
  void find_state() {
    take_states(stems_of(figure_.counted));  // "35 verletzte Zuschauer"
    take_states(text_.state_stems());
    if (measure_.state.empty()) take_states_around_number();
    const bool only_affected = measure_.state == kAffected;  // "Betroffen seien 45.000 Gläser": of what stands before
    if (only_affected) measure_.state.clear();
    const bool elided =
        only_affected || quantity_.counted.begin == quantity_.counted.end || measure_.counted == "people";
    if (measure_.state.empty() && !measure_.in_heading && !inherit() && elided) take_states_before();
    if (measure_.state.empty() && figure_.place.valid()) measure_.state = default_state_;
    if (measure_.state.empty() && only_affected) measure_.state = kAffected;
    if (measure_.state.empty()) measure_.state = fallback_state_;
    if (figure_.role == claims::FigureRole::Cap) measure_.realised = false;
    name_by_state();
  }

  /// What is recalled is a product, however it is called; people whose works close lose their jobs.
  void name_by_state() {
    if (measure_.state == "recalled" && !is_known_ && !measure_.counted.empty() && !quantity_.measured) {
      measure_.counted = "device";
    }
    const bool takes_part = measure_.state == "taking_part" || measure_.state_kind == "taking_part";
    if (takes_part && !is_known_ && !quantity_.measured) measure_.counted = "people";
    if (measure_.state == "closed" && (measure_.counted == "people" || measure_.counted == "worker")) {
      measure_.state = "cut";
    }
  }

  /// Goes on with what the last number in the passage measured: "340 Beschäftigte verlieren ihre Arbeit. Der
  /// Betriebsrat spricht von 390." False if there is none, or if it counts something else.
  bool inherit() {
    if (previous_ == nullptr || previous_->state.empty()) return false;
    const annotate::Quantity& before = quantity_of(context_, previous_->item);
    if (before.tokens.begin < text_.passage_begin() || before.number.begin >= quantity_.number.begin) return false;
    if (previous_->dimension != dimension()) return false;
    if (!measure_.counted.empty() && measure_.counted != previous_->counted) return false;
    measure_.counted = previous_->counted;
    measure_.state = previous_->state;
    measure_.state_kind = previous_->state_kind;
    measure_.realised = previous_->realised;
    add_terms(measure_.context_terms, previous_->context_terms, kPassageShare);
    return true;
  }

  void take_states_before() {
    const std::uint32_t begin = text_.passage_begin();
    for (std::uint32_t i = quantity_.tokens.begin; i > begin && measure_.state.empty(); --i) take_state_at(i - 1);
    if (measure_.state.empty()) return;
    const TextRange passage = {report_.notes.tokens[begin].text.begin, quantity_.text.begin};
    add_terms(measure_.context_terms, terms_of(context_, measure_.item.report, passage), kPassageShare);
  }

  /// Of what can only be so or otherwise, one side is enough: 62 percent that ran are 38 that did not.
  void read_from_one_side() {
    if (measure_.dimension != "%" || measure_.state.empty()) return;
    const std::string_view other = context_.language.concepts.complement(measure_.state);
    if (other.empty() || other >= measure_.state) return;
    measure_.state = other;
    measure_.bounds = {100 - measure_.bounds.high, 100 - measure_.bounds.low, measure_.bounds.known};
  }

  /// "Mitglieder der Streitkräfte": what the state begins with says who the people are.
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

  /// Pairs of words ("ums Leben", "verlieren ... Arbeitsplatz"), then single words.
  void take_states(const std::vector<std::string>& stems) {
    const std::size_t count = std::min(stems.size(), kStateWords);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) take_state(stems[i] + ' ' + stems[j]);
    }
    for (const std::string& stem : stems) take_state(stem);
  }

  void take_state(const std::string& stem) { take_state(context_.language.concepts.state(stem)); }

  void take_state(const lang::Concept* found) {
    if (found == nullptr) {
      return;
    }
    if (found->kind == lang::ConceptKind::Modal) {
      measure_.realised = false;
    } else if (is_wanted(*found)) {
      measure_.state = found->name;
      measure_.state_kind = found->implied_state;
    }
  }

  /// No state is known yet, or only one that this is a kind of. What is usual is read elsewhere.
  [[nodiscard]] bool is_wanted(const lang::Concept& found) const {
    if (found.name == kUsual || (is_direction(found.name) && !is_amount())) return false;
    if (measure_.is_amount && !is_direction(found.name)) return false;  // money is neither hurt nor aboard
    if (of_people_only(found) && is_thing_) return false;               // nor do seats take part
    if (is_worker_ && found.name == "employed") return false;           // so all of them are
    return measure_.state.empty() || (!found.implied_state.empty() && found.implied_state == measure_.state);
  }

  /// Only people take part, strike, are hurt or arrested; what else can be said of them may be said of things.
  static bool of_people_only(const lang::Concept& state) {
    constexpr std::string_view kStates[] = {"taking_part", "injured", "arrested", "infected", "held", "aboard"};
    const auto is = [&](std::string_view name) { return name == state.name || name == state.implied_state; };
    return std::any_of(std::begin(kStates), std::end(kStates), is);
  }

  /// "Die Zahl der Verletzten stieg auf 61" counts injured; only amounts and shares are measured as rise or fall.
  static bool is_direction(std::string_view state) { return state == "rise" || state == "fall"; }
  [[nodiscard]] bool is_amount() const { return quantity_.measured || text_.is_share(); }

  /// The nearest state word on either side of the number, within its sentence.
  void take_states_around_number() {
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    const std::uint32_t begin =
        std::max(sentence.tokens.begin, quantity_.tokens.begin - std::min(quantity_.tokens.begin, kStateWindow));
    const std::uint32_t end = std::min(sentence.tokens.end, quantity_.tokens.end + kStateWindow);
    bool left = true, right = true;  // a comma ends what is said of the number
    for (std::uint32_t distance = 0; distance <= kStateWindow && measure_.state.empty(); ++distance) {
      const std::uint32_t after = quantity_.tokens.end + distance;
      right = right && after < end && !is_comma(after);
      if (right) take_state_at(after);
      left = left && quantity_.tokens.begin >= begin + distance + 1 && !is_comma(quantity_.tokens.begin - distance - 1);
      if (left && measure_.state.empty()) take_state_at(quantity_.tokens.begin - distance - 1);
    }
  }

  [[nodiscard]] bool is_comma(std::uint32_t token) const {
    const std::string_view form = slice(report_.report.text, report_.notes.tokens[token].text);
    return form == "," || form == ";";
  }

  void take_state_at(std::uint32_t token) {
    if (token > 0) take_state(text_.stem_at(token - 1) + ' ' + text_.stem_at(token));
    take_state(text_.word_at(token).state);
  }

  /// A unit is a dimension of its own unless it is just the counted noun again; shares and percents are one.
  [[nodiscard]] std::string dimension() const {
    if (text_.is_share()) return "%";
    return quantity_.measured ? quantity_.unit : "count";
  }

  void set_dimension() {
    measure_.dimension = dimension();
    if (quantity_.unit == "share") {
      measure_.bounds.low *= 100;
      measure_.bounds.high *= 100;
    }
  }

  const Context& context_;
  Corrections& corrections_;
  const Measure* previous_;
  const AnalysedReport& report_;
  const claims::Figure& figure_;
  const annotate::Quantity& quantity_;
  FigureText text_;
  Measure measure_;
  bool is_worker_ = false;
  bool is_thing_ = false;       // the lexicon knows that no people are counted
  bool is_known_ = true;        // the lexicon knows what is counted
  std::string fallback_state_;  // of the counted, where nothing else is said
  std::string default_state_;   // of the counted, where a place but no state is said
};

}  // namespace

Measure build_measure(const Context& context, Item item, const Measure* previous, Corrections& corrections) {
  return MeasureBuilder(context, item, previous, corrections).build();
}

}  // namespace ql::compare
