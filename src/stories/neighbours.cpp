// SPDX-License-Identifier: Apache-2.0
// Features in the order of time -> links. Every term keeps its latest kMostPostings reports in a ring; a report visits
// those of its weightier terms, adds up the products, and the best candidates are compared exactly. So a rare name
// reaches back months while an everyday word sees only the last hours, and the cost per report does not grow with the
// archive.
//
// A term's weight is its mass times its rarity in the run, smoothed with what the language lets expect, so
// that five reports behave as sensibly as a million. Tested by stories_test.cpp.
#include "stories/neighbours.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace ql::stories {
namespace {

constexpr std::uint32_t kMostPostings = 64;
constexpr std::size_t kMostCandidates = 40;
/// Terms of less weight lead to no candidates; they count in the exact comparison.
constexpr float kLeastLeadWeight = 0.06F;
constexpr float kLeastScore = 0.03F;
constexpr float kLeastLikeness = 0.05F;
constexpr std::int64_t kNoDay = std::numeric_limits<std::int64_t>::min();

/// Strength of the language's expectation, in reports: ten for each report of the run, within bounds. A handful of
/// reports was gathered by hand, and what all of them share is their topic rather than their event.
constexpr float kPriorPerReport = 10;
constexpr float kLeastPrior = 40, kMostPrior = 150;
constexpr float kUnseenReports = 0.5F;
/// Rarity in the run counts by less than its size, as rarity in the language does.
constexpr float kRunPower = 0.8F;

/// Likeness added per rare name in common, and for how many; a name in more reports of the run is not rare.
constexpr float kRareBonus = 0.03F;
constexpr int kMostRare = 4;
constexpr std::uint32_t kRareReports = 12;
/// Likeness lost per day between two reports after the first, down to a floor; names in common do not age.
constexpr float kLossPerDay = 0.01F;
constexpr float kLeastFreshness = 0.85F;

float freshness(std::int64_t day, std::int64_t other) {
  if (day == kNoDay || other == kNoDay) return 1;
  const auto apart = static_cast<float>(day > other ? day - other : other - day);
  return std::max(kLeastFreshness, 1 - kLossPerDay * std::max(0.0F, apart - 1));
}

std::size_t mixed(std::uint32_t stem) { return stem * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U; }

/// All terms of the run: in how many reports they stand, and a ring of the latest ones.
class TermIndex {
 public:
  struct Term {
    std::uint32_t stem = 0;
    std::uint32_t reports = 0;  ///< 0: free slot
    std::uint32_t ring = 0;     ///< Where its ring begins; its size is min(reports, kMostPostings).
    std::uint32_t seen = 0;
    float weight = 0;
  };

  TermIndex(std::span<const Dated> reports, RarityTable& rarity) {
    terms_.resize(1U << 12U);
    for (const Dated& report : reports) {
      for (const std::uint32_t stem : report.features->stems()) count(stem);
    }
    std::uint32_t postings = 0;
    const auto all = static_cast<float>(reports.size());
    const float prior = std::clamp(kPriorPerReport * all, kLeastPrior, kMostPrior);
    for (Term& term : terms_) {
      if (term.reports == 0) continue;
      const WordRarity& word = rarity.of(term.stem);
      const float expected = static_cast<float>(term.reports) + prior * word.expected + kUnseenReports;
      const float in_run = std::log((all + prior) / expected);
      term.weight = in_run <= 0 ? 0 : std::pow(in_run, kRunPower);
      term.ring = postings;
      postings += term.reports < 2 ? 0 : std::min(term.reports, kMostPostings);
    }
    postings_.resize(postings);
  }

  [[nodiscard]] Term& at(std::uint32_t stem) {
    const std::size_t mask = terms_.size() - 1;
    std::size_t slot = mixed(stem) & mask;
    while (terms_[slot].stem != stem || terms_[slot].reports == 0) slot = (slot + 1) & mask;
    return terms_[slot];
  }
  /// Reports that have the term, the latest ones only, in no order.
  [[nodiscard]] std::span<const std::uint32_t> latest(const Term& term) const {
    return {postings_.data() + term.ring, std::min(term.seen, kMostPostings)};
  }
  void post(Term& term, std::uint32_t report) {
    if (term.reports < 2) return;
    postings_[term.ring + term.seen % kMostPostings] = report;
    ++term.seen;
  }

 private:
  void count(std::uint32_t stem) {
    if (3 * (used_ + 1) > 2 * terms_.size()) grow();
    const std::size_t mask = terms_.size() - 1;
    std::size_t slot = mixed(stem) & mask;
    while (terms_[slot].reports != 0 && terms_[slot].stem != stem) slot = (slot + 1) & mask;
    used_ += terms_[slot].reports == 0 ? 1 : 0;
    terms_[slot].stem = stem;
    ++terms_[slot].reports;
  }
  void grow() {
    std::vector<Term> old(terms_.size() * 2);
    old.swap(terms_);
    const std::size_t mask = terms_.size() - 1;
    for (const Term& term : old) {
      if (term.reports == 0) continue;
      std::size_t slot = mixed(term.stem) & mask;
      while (terms_[slot].reports != 0) slot = (slot + 1) & mask;
      terms_[slot] = term;
    }
  }

  std::vector<Term> terms_;  // open addressing; size is a power of two
  std::size_t used_ = 0;
  std::vector<std::uint32_t> postings_;
};

/// The weights of one report's terms, for many comparisons: a small table that stays in the cache.
class OpenVector {
 public:
  void clear() { slots_.fill({}); }
  void put(std::uint32_t stem, float weight, bool rare) {
    std::size_t slot = mixed(stem) % kSlots;
    while (slots_[slot].used) slot = (slot + 1) % kSlots;
    slots_[slot] = {stem, weight, true, rare};
  }
  /// Product with another report's masses, and how many rare names both have.
  [[nodiscard]] std::pair<float, int> compare(const Features& other) const {
    const auto stems = other.stems();
    const auto masses = other.masses();
    float product = 0;
    int rare = 0;
    for (std::size_t i = 0; i < stems.size(); ++i) {
      std::size_t slot = mixed(stems[i]) % kSlots;
      while (slots_[slot].used && slots_[slot].stem != stems[i]) slot = (slot + 1) % kSlots;
      if (!slots_[slot].used) continue;
      product += slots_[slot].weight * masses[i].value();
      rare += slots_[slot].rare && masses[i].is_rare_name() ? 1 : 0;
    }
    return {product, rare};
  }

 private:
  static constexpr std::size_t kSlots = 256;
  static_assert(kSlots >= 4 * Features::kMostTerms);
  struct Slot {
    std::uint32_t stem = 0;
    float weight = 0;
    bool used = false, rare = false;
  };
  std::array<Slot, kSlots> slots_{};
};

class LinkFinder {
 public:
  LinkFinder(std::span<const Dated> reports, RarityTable& rarity)
      : reports_(reports), terms_(reports, rarity), scores_(reports.size(), 0) {}

  std::vector<Link> find() {
    for (std::uint32_t report = 0; report < reports_.size(); ++report) {
      open(report);
      collect_candidates();
      compare(report);
      for (const Lead& lead : leads_) terms_.post(*lead.term, report);
    }
    return std::move(links_);
  }

 private:
  struct Lead {
    TermIndex::Term* term = nullptr;
    float mass = 0;
  };

  /// Reads the report's terms into the open vector and computes its length.
  void open(std::uint32_t report) {
    const Features& features = *reports_[report].features;
    leads_.clear();
    vector_.clear();
    float square = 0;
    for (std::size_t i = 0; i < features.stems().size(); ++i) {
      TermIndex::Term& term = terms_.at(features.stems()[i]);
      const float weight = features.masses()[i].value() * term.weight;
      square += weight * weight;
      leads_.push_back({&term, features.masses()[i].value()});
    }
    lengths_.push_back(square > 0 ? 1 / std::sqrt(square) : 0);
    for (std::size_t i = 0; i < leads_.size(); ++i) {
      const TermIndex::Term& term = *leads_[i].term;
      if (term.reports < 2) continue;
      const bool rare = features.masses()[i].is_rare_name() && term.reports <= kRareReports;
      vector_.put(term.stem, leads_[i].mass * term.weight * term.weight * lengths_.back(), rare);
    }
  }

  void collect_candidates() {
    const float length = lengths_.back();
    for (const Lead& lead : leads_) {
      const float weight = lead.mass * lead.term->weight * length;
      if (weight < kLeastLeadWeight) continue;
      // The other's mass is not at hand; it is taken to be the same, which is good enough for choosing candidates.
      const float product = weight * weight;
      for (const std::uint32_t other : terms_.latest(*lead.term)) {
        if (scores_[other] == 0) touched_.push_back(other);
        scores_[other] += product;
      }
    }
    candidates_.clear();
    for (const std::uint32_t other : touched_) {
      if (scores_[other] >= kLeastScore) candidates_.push_back({scores_[other], other});
      scores_[other] = 0;
    }
    touched_.clear();
    const auto better = [](const Candidate& x, const Candidate& y) {
      return x.score != y.score ? x.score > y.score : x.report > y.report;
    };
    if (candidates_.size() > kMostCandidates) {
      std::nth_element(candidates_.begin(), candidates_.begin() + kMostCandidates, candidates_.end(), better);
      candidates_.resize(kMostCandidates);
    }
  }

  void compare(std::uint32_t report) {
    const std::int64_t day = day_of(report);
    for (const Candidate& candidate : candidates_) {
      const auto [product, rare] = vector_.compare(*reports_[candidate.report].features);
      const float likeness = product * lengths_[candidate.report] * freshness(day, day_of(candidate.report)) +
                             kRareBonus * static_cast<float>(std::min(rare, kMostRare));
      if (likeness >= kLeastLikeness) links_.push_back({candidate.report, report, likeness});
    }
  }

  [[nodiscard]] std::int64_t day_of(std::uint32_t report) const {
    return reports_[report].time ? reports_[report].time->day() : kNoDay;
  }

  struct Candidate {
    float score = 0;
    std::uint32_t report = 0;
  };

  std::span<const Dated> reports_;
  TermIndex terms_;
  std::vector<float> scores_;
  std::vector<float> lengths_;  // of the reports opened so far, inverted
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> candidates_;
  std::vector<Lead> leads_;
  OpenVector vector_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_links(std::span<const Dated> reports, RarityTable& rarity) {
  return LinkFinder(reports, rarity).find();
}

}  // namespace ql::stories
