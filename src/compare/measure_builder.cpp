// SPDX-License-Identifier: Apache-2.0
// Figure -> Measure. What is counted, counted.cpp says. Where the noun says only that people are counted ("Menschen",
// "Personen"), the state decides what is measured ("ums Leben gekommen"); it is looked for in the figure's own state
// first, then around the number in its clause, at last in the sentences before it ("Wie viele verletzt wurden, ist
// offen. Der Verein spricht von 171."). Shares of trains that ran and of trains that were cancelled are one measure,
// read from the side of the cancelled. Plans and demands are measured apart from facts, and so is the whole that a part
// is taken of. Tested by figure_claims_test.cpp.
#include "compare/measure_builder.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/utf8.h"
#include "compare/counted.h"
#include "compare/figure_text.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

constexpr std::uint32_t kStateWindow = 7;  // tokens on either side of the number
constexpr std::size_t kStateWords = 12;    // of a state, that are looked at in pairs
constexpr std::string_view kAffected = "affected";
constexpr std::string_view kUsual = "usual";
constexpr std::string_view kArriving = "arriving";
constexpr std::string_view kEmployed = "employed";
constexpr std::string_view kPresent = "present";
constexpr std::string_view kTakingPart = "taking_part";
constexpr float kPassageShare = 0.5F;  // what words before a number are worth that takes its measure from them

/// Fills one measure.
class MeasureBuilder {
 public:
  /// `before` are the measures of the figures before in the same report, `corrections` are those of that report.
  MeasureBuilder(const Context& context, Item item, std::span<const Measure> before, Corrections& corrections)
      : context_(context),
        corrections_(corrections),
        before_(before),
        report_(context.reports[item.report.index()]),
        figure_(figure_of(context, item)),
        quantity_(quantity_of(context, item)),
        text_(context, item) {
    measure_.item = item;
  }

  Measure build() {
    measure_.bounds = bounds_of(quantity_);
    measure_.voice = voice_of(context_, measure_.item);
    measure_.attributed =
        !measure_.voice.empty() ||
        (figure_.statement.valid() && !report_.claims.statements[figure_.statement.index()].speaker.text.empty());
    set_counted();
    measure_.in_heading = text_.is_heading();
    measure_.is_amount = quantity_.measured && !text_.is_share();
    find_state();
    measure_.is_base = text_.is_base();
    measure_.is_part = text_.is_part() || is_part_of_toll();
    measure_.is_usual = text_.is_usual();
    set_dimension();
    read_from_one_side();
    measure_.grows = context_.language.concepts.accumulates(measure_.state);
    measure_.place = place();
    measure_.when = text_.when();
    measure_.dated = measure_.when != published(context_, measure_.item.report);
    set_correction();
    add_terms(measure_.context_terms, terms_of_sentence(), 1);
    return std::move(measure_);
  }

 private:
  /// Without the words of the unit: that two sentences speak of "Prozent" or "Euro" is known already.
  [[nodiscard]] std::vector<Term> terms_of_sentence() const {
    const ReportId report = measure_.item.report;
    std::vector<Term> terms = terms_of(context_, report, report_.notes.sentences[figure_.sentence.index()].text);
    if (!quantity_.measured && !text_.is_share()) return terms;
    const bool has_noun = quantity_.counted.begin < quantity_.counted.end;
    const std::uint32_t end = has_noun ? std::min(quantity_.counted.begin, quantity_.text.end) : quantity_.text.end;
    const std::vector<Term> own =
        terms_of(context_, report, {quantity_.number.end, std::max(end, quantity_.number.end)});
    std::erase_if(terms, [&own](const Term& term) {
      return std::binary_search(own.begin(), own.end(), term,
                                [](const Term& a, const Term& b) { return a.key < b.key; });
    });
    return terms;
  }

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

  void set_counted() {
    counted_ = counted_of(context_, measure_.item, text_);
    measure_.counted = counted_.name;
    measure_.is_guessed = counted_.is_guessed;
    measure_.is_rare = counted_.is_rare;
    measure_.state = counted_.state;
    measure_.state_kind = counted_.state_kind;
    if (!measure_.voice.empty() || counted_.teller.begin >= counted_.teller.end) return;
    measure_.voice = sides_named_in(context_, measure_.item.report, counted_.teller);
    measure_.attributed = true;
  }

  /// From the figure itself, then from the words around it, then from the passage before, if nothing of it was said
  /// beside the number.
  void find_state() {
    take_states(stems_of_states(context_.language.concepts, figure_.counted));  // "35 verletzte Zuschauer"
    take_states(text_.state_stems());
    if (measure_.state.empty()) take_states_around_number();
    if (measure_.state == kTakingPart) take_kind_in_sentence();
    measure_.state_is_sure = !measure_.state.empty() && counted_.is_known && !measure_.is_amount;
    const bool only_affected = measure_.state == kAffected;  // "Betroffen seien 45.000 Gläser": of what stands before
    if (only_affected) measure_.state.clear();
    const bool elided =
        only_affected || quantity_.counted.begin == quantity_.counted.end || measure_.counted == kPeople;
    if (measure_.state.empty() && !measure_.in_heading && !inherit() && elided) take_states_before();
    if (measure_.state.empty() && figure_.place.valid()) measure_.state = counted_.default_state;
    if (measure_.state.empty() && only_affected) measure_.state = kAffected;
    if (measure_.state.empty()) measure_.state = counted_.fallback_state;
    if (figure_.role == claims::FigureRole::Cap && !quantity_.measured) measure_.realised = false;
    if (!measure_.realised && counted_wants()) {
      measure_.realised = true;
      measure_.modal = {};
    }
    name_by_state();
    measure_.is_known = measure_.is_known || counted_.is_known;
  }

  /// "52 Prozent der Wähler verlangen den Rücktritt": they are there, whatever they want.
  [[nodiscard]] bool counted_wants() const {
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    for (std::uint32_t i = quantity_.tokens.end; i < sentence.tokens.end && !text_.ends_clause(i); ++i) {
      const annotate::Token& token = report_.notes.tokens[i];
      const lang::Concept* found = text_.word_at(i).state;
      if (found == nullptr || found->kind != lang::ConceptKind::Modal) continue;
      return token.morphology.verb_form == annotate::VerbForm::Finite &&
             token.morphology.number == annotate::Number::Plur;
    }
    return false;
  }

  /// What is recalled is a product, however it is called; people whose works close lose their jobs.
  void name_by_state() {
    if (measure_.state == "recalled" && !counted_.is_known && !measure_.counted.empty() && !quantity_.measured) {
      measure_.counted = "device";
      measure_.is_known = true;
      measure_.state_is_sure = true;
    }
    const bool takes_part = !only_arrives_ && (measure_.state == kTakingPart || measure_.state_kind == kTakingPart);
    if (takes_part && !counted_.is_known && !quantity_.measured) {
      measure_.counted = kPeople;
      measure_.is_known = true;
      measure_.state_is_sure = true;
    }
    if (measure_.state == "closed" && (measure_.counted == kPeople || measure_.counted == "worker")) {
      measure_.state = "cut";
    }
  }

  /// Goes on with what the last number in the passage measured: "340 Beschäftigte verlieren ihre Arbeit. Der
  /// Betriebsrat spricht von 390." False if there is none, or if it counts something else.
  bool inherit() {
    constexpr std::size_t kLookedAt = 3;
    for (std::size_t back = 0; back < std::min(before_.size(), counted_.is_open ? kLookedAt : 1); ++back) {
      if (may_go_on_from(before_[before_.size() - 1 - back])) {
        go_on_from(before_[before_.size() - 1 - back]);
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool may_go_on_from(const Measure& previous) const {
    if (previous.dimension != dimension()) return false;
    const annotate::Quantity& before = quantity_of(context_, previous.item);
    if (before.tokens.begin < text_.passage_begin() || before.number.begin >= quantity_.number.begin) return false;
    // "Zwölf Menschen haben Anzeige erstattet": what is said of them here is not that they are among the dead.
    if (previous.grows && previous.state_kind.empty() && measure_.counted == kPeople && !figure_.state.empty())
      return false;
    if (counted_.is_open) return !previous.is_part && !far_apart(previous.bounds, measure_.bounds);
    return !previous.state.empty() && (measure_.counted.empty() || measure_.counted == previous.counted);
  }

  void go_on_from(const Measure& previous) {
    if (!previous.counted.empty()) measure_.counted = previous.counted;
    measure_.is_known = previous.is_known;
    measure_.state = previous.state;
    measure_.state_kind = previous.state_kind;
    measure_.state_is_sure = previous.state_is_sure;
    measure_.is_borrowed = true;
    if (measure_.modal.empty()) {
      measure_.modal = previous.modal;
      measure_.realised = previous.realised;
    }
    add_terms(measure_.context_terms, previous.context_terms, kPassageShare);
  }

  /// "23 Verletzte, sechs von ihnen schwer": of people of whom the number before says the same.
  [[nodiscard]] bool is_part_of_toll() const {
    const std::vector<annotate::Token>& tokens = report_.notes.tokens;
    const std::uint32_t of = first_behind_number();
    if (of + 1 >= tokens.size() || before_.empty() || before_.back().state != measure_.state) return false;
    const annotate::Quantity& whole = quantity_of(context_, before_.back().item);
    const bool in_sentence = whole.sentence == quantity_.sentence && whole.number.begin < quantity_.number.begin;
    const lang::CountedWords& words = context_.language.counted_words;
    return in_sentence && measure_.counted == kPeople && tokens[of + 1].word_class == annotate::WordClass::Pron &&
           words.is(to_lower_utf8(slice(report_.report.text, tokens[of].text)), lang::CountedWord::Of);
  }

  [[nodiscard]] std::uint32_t first_behind_number() const {
    std::uint32_t at = quantity_.tokens.begin;
    while (at < report_.notes.tokens.size() && report_.notes.tokens[at].text.begin < quantity_.number.end) ++at;
    return at;
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
    if (measure_.dimension != "%" || measure_.state.empty() || measure_.counted.empty()) return;
    const std::string_view other = context_.language.concepts.complement(measure_.state);
    if (other.empty() || other >= measure_.state) return;
    measure_.state = other;
    measure_.bounds = {100 - measure_.bounds.high, 100 - measure_.bounds.low, measure_.bounds.known};
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
      measure_.modal = found->name;
    } else if (is_wanted(*found)) {
      set_state(*found);
    }
  }

  /// Who comes takes part. Who is present, the noun may say better: passengers are aboard.
  void set_state(const lang::Concept& found) {
    const bool is_present = found.name == kPresent;
    const bool by_noun = is_present && !counted_.fallback_state.empty();
    const bool is_general = is_present || found.name == kArriving;
    only_arrives_ = found.name == kArriving;
    measure_.state = by_noun      ? std::string_view(counted_.fallback_state)
                     : is_general ? found.implied_state
                                  : found.name;
    measure_.state_kind = is_general ? std::string_view() : found.implied_state;
  }

  /// No state is known yet, or only one that this is a kind of. What is usual is read elsewhere.
  [[nodiscard]] bool is_wanted(const lang::Concept& found) const {
    if (found.name == kArriving && follows_preposition()) return false;
    if (found.name == kUsual || (is_direction(found.name) && !is_amount())) return false;
    if (measure_.is_amount && !is_direction(found.name)) return false;  // money is neither hurt nor aboard
    if (of_people_only(found) && counted_.is_thing) return false;       // nor do seats take part
    if (counted_.is_worker && found.name == kEmployed) return false;    // so all of them are
    return measure_.state.empty() || (!found.implied_state.empty() && found.implied_state == measure_.state);
  }

  /// Only people take part, strike, are hurt, arrested or dead; what else can be said of them may be said of things.
  static bool of_people_only(const lang::Concept& state) {
    constexpr std::string_view kStates[] = {"taking_part", "injured", "arrested", "infected", "held", "aboard", "dead"};
    const auto is = [&](std::string_view name) { return name == state.name || name == state.implied_state; };
    return std::any_of(std::begin(kStates), std::end(kStates), is);
  }

  /// "Die Polizei kommt auf 300": nobody came.
  [[nodiscard]] bool follows_preposition() const {
    const std::uint32_t first = quantity_.tokens.begin;
    return first > 0 && report_.notes.tokens[first - 1].word_class == annotate::WordClass::Adp;
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
      right = right && after < end && !text_.ends_clause(after);
      if (right) take_state_at(after);
      left = left && quantity_.tokens.begin >= begin + distance + 1 &&
             !text_.ends_clause(quantity_.tokens.begin - distance - 1);
      if (left && measure_.state.empty()) take_state_at(quantity_.tokens.begin - distance - 1);
    }
  }

  /// In what those take part: "Bilanz der Kundgebung: 750 Teilnehmer". The nearest word of the sentence says it.
  void take_kind_in_sentence() {
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    const std::uint32_t number = quantity_.tokens.begin;
    const std::uint32_t furthest = std::max(number - sentence.tokens.begin, sentence.tokens.end - number);
    const auto is_kind = [this](std::uint32_t token) {
      const lang::Concept* found = text_.word_at(token).state;
      return found != nullptr && found->implied_state == kTakingPart && found->name != kArriving;
    };
    for (std::uint32_t distance = 1; distance <= furthest && measure_.state == kTakingPart; ++distance) {
      if (number + distance < sentence.tokens.end && is_kind(number + distance)) take_state_at(number + distance);
      if (number >= sentence.tokens.begin + distance && is_kind(number - distance)) take_state_at(number - distance);
    }
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

  /// A company that the number stands beside is no place where it holds.
  [[nodiscard]] ActorId place() const {
    const ActorId actor = actor_of(context_, measure_.item.report, figure_.place);
    const bool is_organisation =
        actor.valid() && context_.actors.actors[actor.index()].type == annotate::EntityType::Organisation;
    return is_organisation ? ActorId() : actor;
  }

  void set_dimension() {
    measure_.dimension = dimension();
    if (quantity_.unit == "share") {  // "jedes dritte Haus" rounds
      constexpr double kRounds = 0.04;
      measure_.is_exact_number = false;
      measure_.bounds.low *= 100 * (1 - kRounds);
      measure_.bounds.high *= 100 * (1 + kRounds);
    }
  }

  const Context& context_;
  Corrections& corrections_;
  std::span<const Measure> before_;
  const AnalysedReport& report_;
  const claims::Figure& figure_;
  const annotate::Quantity& quantity_;
  FigureText text_;
  Measure measure_;
  Counted counted_;
  bool only_arrives_ = false;  // "112 Nachbeben kamen": what comes need not be people
};

}  // namespace

Measure build_measure(const Context& context, Item item, std::span<const Measure> before, Corrections& corrections) {
  return MeasureBuilder(context, item, before, corrections).build();
}

}  // namespace ql::compare
