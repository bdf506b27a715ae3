// SPDX-License-Identifier: Apache-2.0
// The lexicon's concepts say much where they exist; everything else is weighed so that it also works for themes that no
// lexicon foresaw:
//   - a noun that every report gives one value for ("Unterschriften") names its measure by itself; one that a report
//     gives many values for ("Menschen", "Stellen") needs a state or like sentences;
//   - an equal number says the more, the more digits it has;
//   - like sentences count by the rarity of their words in the story;
//   - a state that the lexicon only guesses (of a noun that it does not know) speaks for a pair, never against it.
// A different place, sure state, role or order of magnitude keeps figures apart. Tested by figure_groups_test.cpp.
#include "compare/figure_likeness.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "compare/counted.h"

namespace ql::compare {
namespace {

constexpr float kKnownState = 0.45F;    // an equal state of something known
constexpr float kKindOfState = 0.35F;   // one state is a kind of the other
constexpr float kGuessedState = 0.15F;  // of something that the lexicon does not know
constexpr float kOtherState = -0.15F;
constexpr float kThing = 0.2F;          // the same thing counted
constexpr float kSpecific = 0.25F;      // and reports give one value for it only
constexpr float kSpecificRare = 0.35F;  // and texts at large hardly use the noun
constexpr float kAmount = 0.25F;        // an amount of the same thing (cost, bribe, fee)
constexpr float kShare = 0.1F;          // a share of the same thing
constexpr float kCompound = 0.1F;
constexpr float kOtherThing = -0.15F;
constexpr float kOtherChange = -0.2F;  // something else rises or falls
constexpr float kPlanned = -0.1F;      // one is planned, the other is not
constexpr float kPart = -0.1F;         // one is called a part, the other is not
constexpr float kPer = 0.2F;           // both are per share, per square metre
constexpr float kContrast = -0.3F;     // one report gives both, in one voice
constexpr float kRounded = 0.25F;      // one is the other, rounded
constexpr float kVoice = 0.1F;
constexpr float kTwoDigits = 0.25F;
constexpr float kThreeDigits = 0.4F;
constexpr float kTwoDigitsAgain = 0.4F;  // and another report gives it
constexpr float kThreeDigitsAgain = 0.5F;
constexpr double kManifold = 3;         // two values of one noun and state in one report that are no versions of one
constexpr int kTellingDigits = 3;       // of an equal value that chance does not make
constexpr double kMagnitude = 6;        // values further apart than this factor are not one measure
constexpr double kMagnitudeOfOne = 12;  // and if both count the same thing by name
constexpr double kMagnitudeGrowing = 50;
constexpr double kMagnitudeOpen = 5;
constexpr double kSmallNumber = 10;  // numbers up to here fit everything
const std::string kStake = "stake";  // everybody may hold one

bool both_say_state(const Measure& one, const Measure& other) { return !one.state.empty() && !other.state.empty(); }

bool is_equal_value(const Measure& one, const Measure& other) {
  return one.bounds.known && other.bounds.known && middle(one.bounds) == middle(other.bounds);
}

bool are_staff(const Measure& one, const Measure& other) {
  return (one.counted == kJob && other.counted == kPeople) || (one.counted == kPeople && other.counted == kJob);
}

/// Values of years that lie apart: what a background paragraph recalls is another measure.
bool years_apart(const Measure& one, const Measure& other) {
  if (!names_a_year(one.when) || !names_a_year(other.when)) return false;
  const auto year = [](std::string_view when) { return std::stoi(std::string(when.substr(0, 4))); };
  return std::abs(year(one.when) - year(other.when)) > 1;
}

/// Both count by name what is no matter of amounts, shares or people.
bool is_one_thing(const Measure& one, const Measure& other) {
  return one.dimension == "count" && !one.counted.empty() && one.counted == other.counted && one.counted != kPeople &&
         !one.is_guessed && !other.is_guessed;
}

double allowed_factor(const Measure& one, const Measure& other) {
  if (one.grows && other.grows) return kMagnitudeGrowing;
  if (is_one_thing(one, other) && !one.is_known) return kMagnitudeOfOne;  // troops and crews come in many groups
  return both_say_state(one, other) ? kMagnitude : kMagnitudeOpen;
}

/// Values so near that a part and a level, or a whole and a level, may be the same count.
bool is_near(const Measure& one, const Measure& other) {
  constexpr double kNear = 1.1;
  if (!one.bounds.known || !other.bounds.known) return false;
  const double a = std::abs(middle(one.bounds)), b = std::abs(middle(other.bounds));
  return std::max(a, b) <= kNear * std::min(a, b);
}

/// People of whom it is said what happened to them, and of whom there are more as days go by: dead, injured, missing;
/// not those who are merely affected, of whom reports speak in many ways ("mussten ihre Betten raeumen").
bool is_sure_toll(const Measure& measure) {
  return measure.state_is_sure && measure.grows && measure.counted == kPeople && measure.state_kind.empty();
}

/// The lexicon knows both the thing and what is the case with it.
bool is_one_state(const Measure& one, const Measure& other) {
  return one.is_known && one.counted == other.counted && !one.state.empty() && one.state == other.state;
}

/// What is demanded or allowed is never what is.
bool is_strict(const Measure& measure) { return measure.modal == "demanded" || measure.modal == "allowed"; }

/// "9,5 Millionen" and "knapp zehn Millionen": a hedged value close to one that it allows.
bool is_rounded(const Measure& one, const Measure& other) {
  constexpr double kClose = 1.1;
  if (!one.bounds.known || !other.bounds.known || !compatible(one.bounds, other.bounds)) return false;
  const bool hedged = one.bounds.low != one.bounds.high || other.bounds.low != other.bounds.high;
  const double a = std::abs(middle(one.bounds)), b = std::abs(middle(other.bounds));
  return hedged && std::min(a, b) > 0 && std::max(a, b) <= kClose * std::min(a, b) &&
         std::max(significant_digits(one.bounds), significant_digits(other.bounds)) > 1;
}

float of_value(const Measure& one, const Measure& other) {
  if (!is_equal_value(one, other)) return is_rounded(one, other) ? kRounded : 0;
  const int digits = significant_digits(one.bounds);
  const bool again = one.item.report != other.item.report && one.is_exact_number && other.is_exact_number;
  if (digits >= kTellingDigits) return again ? kThreeDigitsAgain : kThreeDigits;
  if (digits != 2 || std::abs(middle(one.bounds)) <= kSmallNumber) return 0;
  return again ? kTwoDigitsAgain : kTwoDigits;
}

/// The state stands beside the number, or beside the one that this one goes on from.
bool is_said(const Measure& measure) { return measure.state_is_sure || measure.is_borrowed; }

/// "Es waren elf Fälle": of what, a passage before says, which may be anything.
bool is_bare_case(const Measure& measure) { return measure.is_guessed && measure.counted == "case"; }

/// What it says that two figures count this noun: little of a general one, most of a rare one to which every report
/// gives one value; one of which reports give many values tells even less than another noun. `share` is that of reports
/// which do.
float specificity_of(const Measure& measure, float share) {
  const bool general = measure.counted == kPeople || measure.counted == kStake || measure.is_guessed;
  return general ? 0 : share * (measure.is_rare ? kSpecificRare : kSpecific) - (1 - share) * kThing;
}

}  // namespace

CountedFit counted_fit(const Measure& one, const Measure& other) {
  constexpr std::size_t kShortestHead = 4;
  if (one.counted.empty() || other.counted.empty()) return CountedFit::Open;
  if (one.counted != other.counted && (is_bare_case(one) || is_bare_case(other))) return CountedFit::Compound;
  if (one.counted == other.counted || are_staff(one, other)) return CountedFit::Same;
  const auto [shorter, longer] =
      std::minmax(one.counted, other.counted, [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return shorter.size() >= kShortestHead && longer.ends_with(shorter) ? CountedFit::Compound : CountedFit::Other;
}

int significant_digits(const Bounds& bounds) {
  if (!bounds.known) return 0;
  constexpr double kFraction = 1e4;
  auto digits = static_cast<std::uint64_t>(std::llround(std::min(std::abs(middle(bounds)), 1e14) * kFraction));
  while (digits > 0 && digits % 10 == 0) digits /= 10;
  int count = 0;
  for (; digits > 0; digits /= 10) ++count;
  return count;
}

FigureLikeness::FigureLikeness(const Context& context, const std::vector<Measure>& measures)
    : context_(context), measures_(measures) {
  Rarity rarity;
  for (const Measure& measure : measures) rarity.count(measure.context_terms);
  rarity.finish();
  for (const Measure& measure : measures) {
    terms_.push_back(measure.context_terms);
    rarity.weigh(terms_.back());
  }
  specific_.resize(measures.size());
  telling_unit_.resize(measures.size());
  find_contrasts();
  find_telling_units();
}

/// A report that gives two values of one noun in one voice and of one time speaks of two measures.
bool FigureLikeness::is_contrast(const Measure& one, const Measure& other) const {
  if (one.item.report != other.item.report || compatible(one.bounds, other.bounds)) return false;
  if (!is_one_voice(one, other) || one.in_heading != other.in_heading || one.when != other.when) return false;
  if (role(one) == claims::FigureRole::Increment || role(other) == claims::FigureRole::Increment) return false;
  if (one.correction != Correction::None || other.correction != Correction::None) return false;
  if (looks_back(context_, one) || looks_back(context_, other)) return false;
  const claims::Figure &a = figure_of(context_, one.item), &b = figure_of(context_, other.item);
  if (a.sentence != b.sentence && (goes_on_without_noun(one) || goes_on_without_noun(other))) return false;
  if (is_one_state(one, other) && a.counted_lemma == b.counted_lemma &&
      !far_apart(one.bounds, other.bounds, kManifold)) {
    return false;
  }
  return !is_replaced(context_, one, other) && !is_replaced(context_, other, one);
}

/// "Das Amt meldet elf Unfaelle. Der Hersteller spricht von vier": what is left out is what was counted before. People
/// may be others of them ("die uebrigen acht sind wohlauf").
bool FigureLikeness::goes_on_without_noun(const Measure& measure) const {
  const std::string_view words =
      slice(context_.reports[measure.item.report.index()].report.text, quantity_of(context_, measure.item).text);
  return measure.dimension == "count" && measure.counted != kPeople && !measure.is_part && !measure.is_base &&
         words.find(figure_of(context_, measure.item).counted) == std::string_view::npos;
}

void FigureLikeness::find_contrasts() {
  std::map<std::string, std::vector<std::uint32_t>> by_key;
  for (std::uint32_t i = 0; i < measures_.size(); ++i) {
    if (!measures_[i].counted.empty()) by_key[key_of(measures_[i])].push_back(i);
  }
  for (const auto& [key, members] : by_key) {
    const float share = share_of_single_values(members);
    for (const std::uint32_t i : members) specific_[i] = specificity_of(measures_[i], share);
  }
}

/// "190 Hektar", "320 Hektar": where every report gives one value in a unit, the unit says what is measured. Money,
/// shares and times measure everything.
void FigureLikeness::find_telling_units() {
  std::map<std::string, std::vector<std::uint32_t>> by_unit;
  for (std::uint32_t i = 0; i < measures_.size(); ++i) {
    const std::string& code = measures_[i].dimension;
    const lang::Unit* unit = measures_[i].is_amount ? context_.language.units.find(to_lower_utf8(code), code) : nullptr;
    if (unit != nullptr && unit->kind == lang::UnitKind::Measure) by_unit[code].push_back(i);
  }
  for (const auto& [unit, members] : by_unit) {
    const float telling = kAmount + kSpecific * share_of_single_values(members);
    for (const std::uint32_t i : members) telling_unit_[i] = telling;
  }
}

/// The share of reports that do not give two values side by side. Members stand in the order of their reports.
float FigureLikeness::share_of_single_values(const std::vector<std::uint32_t>& members) {
  constexpr std::size_t kMostPairs = 100;
  std::set<ReportId> reports, contrasted;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Measure& one = measures_[members[i]];
    reports.insert(one.item.report);
    for (std::size_t j = i + 1; j < std::min(members.size(), i + kMostPairs); ++j) {
      const Measure& other = measures_[members[j]];
      if (other.item.report != one.item.report) break;
      if (is_contrast(one, other)) contrasted.insert(one.item.report);
      const bool places = one.place.valid() && other.place.valid() && one.place != other.place;
      if (places && one.state == other.state && one.counted == other.counted && !compatible(one.bounds, other.bounds)) {
        contrasted_places_.insert(std::minmax(one.place, other.place));
      }
    }
  }
  return 1 - static_cast<float>(contrasted.size()) / static_cast<float>(reports.size());
}

bool FigureLikeness::may_be_one(std::uint32_t first, std::uint32_t second) const {
  const Measure &one = measures_[first], &other = measures_[second];
  if (one.dimension != other.dimension || one.is_usual != other.is_usual) return false;
  const bool one_place = one.place.valid() && one.place == other.place;  // "davon 1.100 in Lindhofen"
  const bool one_kind = is_one_thing(one, other) && one.item.report != other.item.report;
  if ((one.is_base != other.is_base || (one.is_part != other.is_part && !one_place && !one_kind)) &&
      !is_near(one, other)) {
    return false;
  }
  const bool places_differ =
      one.place.valid() && other.place.valid() && one.place != other.place && !is_one_area(one, other);
  if (places_differ) return false;
  if (are_staff(one, other)) return !states_differ(one, other);
  const bool one_value = is_equal_value(one, other) && significant_digits(one.bounds) > 1;
  if (one.modal != other.modal && (is_strict(one) || is_strict(other)) && !one_value) return false;
  if (one.realised != other.realised && one.dimension == "count") return false;
  const bool one_number = is_equal_value(one, other) && significant_digits(one.bounds) >= kTellingDigits;
  return !states_differ(one, other) && (one_number || !years_apart(one, other)) &&
         !far_apart(one.bounds, other.bounds, allowed_factor(one, other)) && !listed_side_by_side(one, other);
}

/// People of whom the report says something that the lexicon does not know: "zwölf Menschen haben Anzeige erstattet"
/// are not the dead of another sentence.
bool FigureLikeness::says_something_else(const Measure& measure) const {
  return measure.counted == kPeople && !measure.state_is_sure && !measure.is_borrowed && !measure.in_heading &&
         !figure_of(context_, measure.item).state.empty() && !is_mere_recall(measure);
}

/// "Gestern waren es noch 2.600": an earlier count of what the passage speaks of, without a noun or a verb of its own;
/// that a number rose is none.
bool FigureLikeness::is_mere_recall(const Measure& measure) const {
  const TextRange span = figure_of(context_, measure.item).state_span;
  if (span.begin >= span.end || !looks_back(context_, measure)) return false;
  const AnalysedReport& report = context_.reports[measure.item.report.index()];
  const std::vector<annotate::Token>& tokens = report.notes.tokens;
  auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                [](const annotate::Token& t, std::uint32_t at) { return t.text.begin < at; });
  for (; token != tokens.end() && token->text.end <= span.end; ++token) {
    const bool tells = token->word_class == annotate::WordClass::Noun || token->word_class == annotate::WordClass::Verb;
    if (!tells) continue;
    const Word& word = context_.words.at(report, static_cast<std::uint32_t>(token - tokens.begin()));
    if (context_.language.concepts.is_hollow(word.lemma_stem)) continue;  // "war noch von 14 die Rede"
    const lang::Concept* state = word.state;
    if (state == nullptr || (state->name != "rise" && state->name != "fall")) return false;
  }
  return true;
}

bool FigureLikeness::states_differ(const Measure& one, const Measure& other) const {
  const bool one_unknown =
      (is_sure_toll(one) && says_something_else(other)) || (is_sure_toll(other) && says_something_else(one));
  if (one_unknown && !is_near(one, other)) return true;
  return both_say_state(one, other) && one.state_is_sure && other.state_is_sure && one.state != other.state &&
         one.state_kind != other.state && other.state_kind != one.state;
}

/// One report speaks of both places, and none gives a value of its own for each: the river and the county that it
/// flooded, not two theatres of one war.
bool FigureLikeness::is_one_area(const Measure& one, const Measure& other) const {
  return !contrasted_places_.contains(std::minmax(one.place, other.place)) &&
         (mentions(one.item.report, other.place) || mentions(other.item.report, one.place));
}

bool FigureLikeness::mentions(ReportId report, ActorId place) const {
  const std::vector<ActorId>& actors = context_.actors.of_entity[report.index()];
  return std::find(actors.begin(), actors.end(), place) != actors.end();
}

/// "Zwei Frauen und ein Mann", "47 Prozent dagegen, 38 dafür": one sentence counts two things.
bool FigureLikeness::listed_side_by_side(const Measure& one, const Measure& other) const {
  if (one.item.report != other.item.report) return false;
  const claims::Figure &a = figure_of(context_, one.item), &b = figure_of(context_, other.item);
  if (a.sentence != b.sentence) return false;
  if (is_replaced(context_, one, other) || is_replaced(context_, other, one)) return false;
  const bool both_named =
      !a.counted_lemma.empty() && !b.counted_lemma.empty() && !one.is_borrowed && !other.is_borrowed;
  const bool said_again = one.counted == other.counted && one.state == other.state && is_equal_value(one, other);
  if (both_named && a.counted_lemma != b.counted_lemma && !said_again) return true;
  return one.dimension == "%" && !is_one_state(one, other) && !compatible(one.bounds, other.bounds) &&
         is_one_voice(one, other);
}

float FigureLikeness::of_counted(std::uint32_t first, std::uint32_t second) const {
  const Measure &one = measures_[first], &other = measures_[second];
  const float specific = std::min(specific_[first], specific_[second]);
  const bool of_share = one.dimension == "%";                     // the noun says of what, not which share
  const bool changes = of_share && one.is_part && other.is_part;  // "stieg um 7 Prozent": of what rises
  switch (counted_fit(one, other)) {
    case CountedFit::Same:
      if (changes) return kThing;
      return (one.is_amount ? kAmount : of_share ? kShare : kThing) + specific;
    case CountedFit::Compound:
      return kCompound + specific / 2;
    case CountedFit::Open:
      return std::min(telling_unit_[first], telling_unit_[second]);
    case CountedFit::Other:  // the noun of an amount is a guess: who pays, what is bought
      if (changes) return kOtherChange;
      return one.is_amount || of_share ? 0 : kOtherThing;
  }
  return 0;
}

float FigureLikeness::of_state(const Measure& one, const Measure& other) const {
  if (!both_say_state(one, other)) return 0;
  const bool known =
      is_said(one) && is_said(other) && one.is_known && other.is_known && counted_fit(one, other) == CountedFit::Same;
  if (one.state == other.state) return known ? kKnownState : kGuessedState;
  if (one.state_kind == other.state || other.state_kind == one.state) return known ? kKindOfState : kGuessedState;
  return one.state_is_sure || other.state_is_sure ? kOtherState : 0;
}

float FigureLikeness::likeness(std::uint32_t first, std::uint32_t second) const {
  const Measure &one = measures_[first], &other = measures_[second];
  if (are_staff(one, other)) {
    return is_equal_value(one, other) && std::abs(middle(one.bounds)) > kSmallNumber ? kSameMeasure : 0;
  }
  if (is_contrast(one, other)) return kContrast;
  float value = of_counted(first, second) + of_state(one, other) + of_value(one, other);
  const std::string &per = quantity_of(context_, one.item).per, &other_per = quantity_of(context_, other.item).per;
  if (!per.empty() || !other_per.empty()) value += per == other_per ? kPer : -kPer;
  if (one.realised != other.realised) value += kPlanned;
  if (one.is_part != other.is_part) value += kPart;
  if (share_a_key(one.voice, other.voice)) value += kVoice;
  return std::clamp(value + similarity(terms_[first], terms_[second]), 0.0F, 1.0F);
}

}  // namespace ql::compare
