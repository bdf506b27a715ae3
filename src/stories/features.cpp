// SPDX-License-Identifier: Apache-2.0
// WordList -> Features, in one pass over the words.
//
// A word's weight is dwelling (title and opening count more; logarithm) x kind (who and where it names, how many it
// counts, or what it says happened) x rarity in the language. Nothing depends on the other reports of a run: a report
// is as like another one in a run of two as in an archive, so stories stay what they are when reports come and go, and
// a hundred copies do not make their own words common. Long words that the language hardly knows also count as their
// parts. Tested by features_test.cpp.
#include "stories/features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

#include "base/span.h"
#include "stories/spread_sort.h"

namespace ql::stories {
namespace {

/// Words of a typical report, for turning a word's frequency into the share of reports that use it.
constexpr double kTypicalWords = 300;
/// Rarities from which a noun is a name or compound that few know, and an actor or place is one that hardly any text
/// knows.
constexpr std::uint8_t kRareName = 114, kRareActor = 134;
/// From here on a noun that is no compound of known words is taken for the name of an actor or place, too: names that
/// nobody has heard of are what annotate misses most.
constexpr std::uint8_t kUnheardName = 150;

/// How much a kind of term counts, and to which power its rarity: of places and organisations the known ones (Russia,
/// the EU) say little about what happened, of persons even the known ones.
struct KindWeight {
  double weight = 0, power = 0;
};
constexpr std::array<KindWeight, 10> kKinds{{{2.35, 0.56},  // Person
                                             {2.08, 1.28},  // Organisation
                                             {2.71, 1.09},  // Place
                                             {4.52, 0.6},   // Number
                                             {1.47, 0.84},  // Noun
                                             {2.38, 0.6},   // RareName
                                             {1.71, 0.6},   // Part
                                             {0.82, 0.6},   // Start
                                             {1.28, 0.6},   // Lower
                                             {0.9, 0.6}}};  // SmallNumber
/// Kinds of one rank are equal: the one that came first stays.
constexpr std::array<std::uint8_t, 10> kRanks{0, 0, 0, 1, 2, 2, 2, 3, 4, 5};
/// How much a report dwells on a word for each time that it stands there, in quarters.
constexpr std::uint32_t kTitleCount = 200, kOpeningCount = 15, kBodyCount = 4;
constexpr std::uint32_t kOpeningWords = 90;
constexpr std::uint32_t kLeastLetters = 2;
/// Words of a title that can show that the body takes it up.
constexpr std::uint8_t kTellingLetters = 4, kTellingRarity = 60;
/// Actors and places that hardly any text knows speak for one event whatever else two reports say: likeness that each
/// of them adds, and all of them together at most.
constexpr float kRareActorLikeness = 0.155F, kMostRareLikeness = 0.45F;

/// The weight that one term can have, before weights are made more even and after: the same town or official alone
/// makes no story.
constexpr float kMostUnevenWeight = 0.48F, kMostWeight = 0.44F;
/// Power of the weights: how many things two reports have in common says more than how much they dwell on one of them.
constexpr float kEvenness = 0.8F;

constexpr float kSmallestMass = 0.02F;

TermKind kind_of(WordKind kind) {
  constexpr std::array<TermKind, 8> kKindOf{TermKind::Person, TermKind::Organisation, TermKind::Place,
                                            TermKind::Number, TermKind::Noun,         TermKind::Start,
                                            TermKind::Lower,  TermKind::SmallNumber};
  return kKindOf[static_cast<std::size_t>(kind)];
}

NamedKind named_by(TermKind kind) {
  static constexpr std::array<NamedKind, 10> kNamed{NamedKind::Person, NamedKind::Organisation, NamedKind::Place};
  static_assert(NamedKind() == NamedKind::Nothing);
  return kNamed[static_cast<std::size_t>(kind)];
}

bool is_number(TermKind kind) { return kind == TermKind::Number || kind == TermKind::SmallNumber; }

/// How rare a word of a kind counts: a number is as good as unknown, whatever stands in the list.
std::uint8_t counted_rarity(TermKind kind, std::size_t rarity) {
  return is_number(kind) ? kUnknownRarity : static_cast<std::uint8_t>(rarity);
}

/// Weight of a kind x rarity: the share of reports that the language lets expect to use the word, on a logarithmic
/// scale from 0 (all) to 1 (a word that the list lacks), to the kind's power. All that depends on both is in the table,
/// since nobody can foresee the kind of the next word.
float weight_of(TermKind kind, std::uint8_t rarity) {
  using Row = std::array<float, 256>;
  static const std::array<Row, kKinds.size()> kWeights = [] {
    std::array<Row, kKinds.size()> weights{};
    const auto expectation = [](double level) { return 1 - std::exp(-std::pow(10.0, -level / 20) * kTypicalWords); };
    const double most = -std::log(expectation(kUnknownRarity));
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      for (std::size_t rarity_of_word = 0; rarity_of_word < 256; ++rarity_of_word) {
        const auto kind_of_row = static_cast<TermKind>(i);
        const std::uint8_t level = counted_rarity(kind_of_row, rarity_of_word);
        const bool rare_name = kind_of_row == TermKind::Noun && level > kRareName;
        const KindWeight& counted = kKinds[rare_name ? static_cast<std::size_t>(TermKind::RareName) : i];
        const double size = std::max(0.0, -std::log(expectation(static_cast<double>(level))) / most);
        weights[i][rarity_of_word] = static_cast<float>(counted.weight * std::pow(size, counted.power));
      }
    }
    return weights;
  }();
  return kWeights[static_cast<std::size_t>(kind)][rarity];
}

/// True for the names of actors and places that hardly any text knows.
bool is_rare_actor(TermKind kind, std::uint8_t rarity, bool compound) {
  constexpr std::uint8_t kNever = 255;
  static constexpr std::array<std::uint8_t, 10> kLeastRarity{kRareActor, kRareActor, kRareActor, kNever, kUnheardName,
                                                             kNever,     kNever,     kNever,     kNever, kNever};
  static_assert(kUnheardName > kRareName);
  const bool known_parts = kind == TermKind::Noun && compound;
  return !known_parts && rarity >= kLeastRarity[static_cast<std::size_t>(kind)] && rarity < kNever;
}

/// The natural logarithm of a dwelling in quarters; most of them are small.
float log_of(std::uint32_t dwelling) {
  constexpr std::size_t kKnown = 1024;
  const auto log_of_quarters = [](std::uint32_t quarters) { return std::log(static_cast<float>(quarters) * 0.25F); };
  static const std::array<float, kKnown> kLogs = [&] {
    std::array<float, kKnown> logs{};
    for (std::uint32_t i = 1; i < kKnown; ++i) logs[i] = log_of_quarters(i);
    return logs;
  }();
  return dwelling < kKnown ? kLogs[dwelling] : log_of_quarters(dwelling);
}

}  // namespace

Features::Features(std::span<const std::uint32_t> fingerprints, std::span<const Term> terms)
    : numbers_(new std::uint32_t[fingerprints.size() + terms.size()]()),
      fingerprints_(static_cast<std::uint16_t>(fingerprints.size())),
      terms_(static_cast<std::uint16_t>(terms.size())) {
  std::copy(fingerprints.begin(), fingerprints.end(), numbers_.get());
  static_assert(sizeof(Term) == sizeof(std::uint32_t));
  if (!terms.empty()) std::memcpy(numbers_.get() + fingerprints_, terms.data(), terms.size_bytes());
}

/// Where the tally of a stem is, or would be. Stems are hashes already, so their last bits serve as they are.
std::size_t FeatureReader::slot_of(std::uint32_t stem) const {
  std::size_t slot = stem & tally_mask_;
  // One branch, which nearly always goes the same way: whether the stem is new nobody can foresee. (Of two conditions
  // a compiler makes two branches.)
  const auto is_it = [&](const Tally& tally) { return std::uint64_t{tally.stem ^ stem} * tally.dwelling == 0; };
  while (!is_it(tallies_[slot])) slot = (slot + 1) & tally_mask_;
  return slot;
}

/// No branch asks whether the stem is new. A free slot has the least kind.
inline FeatureReader::Tally& FeatureReader::count(std::uint32_t stem, std::uint8_t rarity, std::uint32_t dwelling,
                                                  TermKind kind, Section section) {
  const std::size_t slot = slot_of(stem);
  Tally& tally = tallies_[slot];
  filled_[filled_count_] = static_cast<std::uint32_t>(slot);
  filled_count_ += tally.dwelling == 0 ? 1 : 0;
  tally.stem = stem;
  tally.rarity = rarity;
  tally.dwelling += dwelling;
  tally.sections = static_cast<std::uint8_t>(tally.sections | static_cast<unsigned>(section));
  const TermKind before = tally.kind;
  tally.kind = kRanks[static_cast<std::size_t>(kind)] < kRanks[static_cast<std::size_t>(before)] ? kind : before;
  return tally;
}

void FeatureReader::tally(const WordList& list) {
  for (std::size_t i = 0; i < filled_count_; ++i) tallies_[filled_[i]] = {};
  filled_count_ = 0;
  const std::size_t most = list.words.size() + 2 * list.compounds.size();
  const std::size_t slots = std::bit_ceil(2 * most + 16);
  if (tallies_.size() < slots) tallies_.assign(slots, Tally());
  if (filled_.size() <= most) filled_.resize(most + 1);
  tally_mask_ = slots - 1;
  const std::size_t opening = std::min<std::size_t>(list.words.size(), list.title_words + kOpeningWords);
  count_words(list, list.title_words, opening, kOpeningCount, Section::Opening);
  count_words(list, opening, list.words.size(), kBodyCount, Section::Body);
  const bool taken_up = is_taken_up(list);
  count_words(list, 0, list.title_words, taken_up ? kTitleCount : kOpeningCount,
              taken_up ? Section::Title : Section::Opening);
}

/// A word as itself and, if it is a compound that the language hardly knows, as its two parts.
void FeatureReader::count_words(const WordList& list, std::size_t begin, std::size_t end, std::uint32_t dwelling,
                                Section section) {
  auto compound = std::lower_bound(list.compounds.begin(), list.compounds.end(), begin,
                                   [](const Compound& x, std::size_t word) { return x.word < word; });
  for (std::size_t i = begin; i < end; ++i) {
    const Word& word = list.words[i];
    if (word.facts.letters() < kLeastLetters) continue;
    Tally& tally = count(word.stem, word.facts.rarity(), dwelling, kind_of(word.kind), section);
    if (compound == list.compounds.end() || compound->word != i) continue;
    const WordParts& parts = (compound++)->parts;
    if (is_name(word.kind)) continue;
    tally.compound = true;
    count_parts(parts, dwelling, section);
  }
}

void FeatureReader::count_parts(const WordParts& parts, std::uint32_t dwelling, Section section) {
  count(parts.head, parts.head_rarity, dwelling, TermKind::Part, section);
  count(parts.tail, parts.tail_rarity, dwelling, TermKind::Part, section);
}

/// True if the body comes back to a telling word of the title. If not, the title is a figure of speech ("Kommt jetzt
/// der Investor?"), or no title at all ("Presseabteilung", an agency's codes), and says little of what happened.
bool FeatureReader::is_taken_up(const WordList& list) const {
  return std::any_of(list.words.begin(), list.words.begin() + list.title_words, [&](const Word& word) {
    return !word.digit && word.facts.letters() >= kTellingLetters && word.facts.rarity() >= kTellingRarity &&
           tallies_[slot_of(word.stem)].dwelling != 0;
  });
}

void FeatureReader::weigh() {
  weighed_.clear();
  for (std::size_t i = 0; i < filled_count_; ++i) {
    const Tally& tally = tallies_[filled_[i]];
    const float mass = (1 + log_of(tally.dwelling)) * weight_of(tally.kind, tally.rarity);
    if (mass <= kSmallestMass) continue;
    const auto stands_in = [&](Section section) { return (tally.sections & static_cast<unsigned>(section)) != 0; };
    const TermUse use{stands_in(Section::Title), stands_in(Section::Opening), named_by(tally.kind)};
    weighed_.push_back({Term::key_of(tally.stem), mass, use, is_rare_actor(tally.kind, tally.rarity, tally.compound)});
  }
  drop_light();
  sort_spread(
      std::span(weighed_), sorted_, [](const Weighed& term) { return term.key << (32 - Term::kKeyBits); },
      [](const Weighed& x, const Weighed& y) { return x.key != y.key ? x.key < y.key : x.weight > y.weight; });
  const auto same = [](const Weighed& x, const Weighed& y) { return x.key == y.key; };
  weighed_.erase(std::unique(weighed_.begin(), weighed_.end(), same), weighed_.end());
  normalise();
}

/// Keeps the kMostTerms heaviest, of equals those with smaller keys; in any order. Weights are counted by their first
/// bits, so that only those of one step are compared.
void FeatureReader::drop_light() {
  constexpr std::size_t kSteps = 256;
  constexpr unsigned kDropped = 20;  // bits of the mantissa
  static_assert(std::numeric_limits<float>::is_iec559);
  constexpr std::uint32_t kFirst = std::bit_cast<std::uint32_t>(kSmallestMass) >> kDropped;
  const auto step_of = [](const Weighed& term) {
    return std::min<std::size_t>(kSteps - 1, (std::bit_cast<std::uint32_t>(term.weight) >> kDropped) - kFirst);
  };
  if (weighed_.size() <= Features::kMostTerms) return;
  std::array<std::uint32_t, kSteps> counts{};
  for (const Weighed& term : weighed_) ++counts[step_of(term)];
  std::size_t last = kSteps - 1, heavier_ones = 0;
  for (; heavier_ones + counts[last] < Features::kMostTerms; --last) heavier_ones += counts[last];
  // First the heavier ones, then those of the last step, of which some are kept.
  sorted_.clear();
  std::size_t kept = 0;
  for (const Weighed& term : weighed_) {
    const std::size_t step = step_of(term);
    if (step == last) sorted_.push_back(term);
    weighed_[kept] = term;
    kept += step > last ? 1 : 0;
  }
  const auto left = static_cast<std::ptrdiff_t>(Features::kMostTerms - heavier_ones);
  std::partial_sort(sorted_.begin(), sorted_.begin() + left, sorted_.end(), [](const Weighed& x, const Weighed& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.key < y.key;
  });
  std::copy_n(sorted_.begin(), left, weighed_.begin() + static_cast<std::ptrdiff_t>(kept));
  weighed_.resize(Features::kMostTerms);
}

/// To length 1; then the squares of rare actors and places grow by what they add to the likeness of reports that share
/// them, and no term keeps more than it may. Made more even, the weights keep their length.
void FeatureReader::normalise() {
  float square = 0;
  std::size_t rare = 0;
  for (const Weighed& term : weighed_) {
    square += term.weight * term.weight;
    rare += term.rare_actor ? 1 : 0;
  }
  const float extra = rare == 0 ? 0 : std::min(kRareActorLikeness, kMostRareLikeness / static_cast<float>(rare));
  for (Weighed& term : weighed_) {
    const float own = term.weight * term.weight / square + (term.rare_actor ? extra : 0);
    term.weight = std::min(kMostUnevenWeight, std::sqrt(own));
  }
  float before = 0, after = 0;
  for (Weighed& term : weighed_) {
    before += term.weight * term.weight;
    term.weight = std::pow(term.weight, kEvenness);
    after += term.weight * term.weight;
  }
  const float same_length = after > 0 ? std::sqrt(before / after) : 1;
  for (Weighed& term : weighed_) term.weight = std::min(kMostWeight, term.weight * same_length);
}

Features FeatureReader::read(const WordList& list) {
  winnow(list, winnowed_);
  fingerprints_.clear();
  for (const Fingerprint& fingerprint : winnowed_) fingerprints_.push_back(fingerprint.value);
  sort_spread(std::span(fingerprints_), sorted_fingerprints_, [](std::uint32_t value) { return value; }, std::less<>());
  fingerprints_.erase(std::unique(fingerprints_.begin(), fingerprints_.end()), fingerprints_.end());
  if (fingerprints_.size() > UINT16_MAX) fingerprints_.resize(UINT16_MAX);
  tally(list);
  weigh();
  terms_.clear();
  for (const Weighed& term : weighed_) terms_.emplace_back(term.key, term.weight, term.use);
  return {fingerprints_, terms_};
}

}  // namespace ql::stories
