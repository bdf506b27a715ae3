// SPDX-License-Identifier: Apache-2.0
// Features in the order of time -> links. Every weighty term keeps its latest kMostPostings reports in a ring; a report
// visits those of its own weighty terms, adds up the products, and the best candidates are compared exactly. So a rare
// name reaches back months while an everyday word sees only the last hours, and the cost per report does not grow with
// the archive. Tested by stories_test.cpp.
#include "stories/neighbours.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stories/open_vector.h"

namespace ql::stories {
namespace {

constexpr std::uint32_t kMostPostings = 64;
constexpr std::size_t kMostCandidates = 40;
/// Terms of less weight lead to no candidates; they count in the exact comparison.
constexpr float kLeastLeadWeight = 0.08F;
constexpr float kLeastScore = 0.05F;
constexpr float kLeastLikeness = 0.12F;
constexpr std::int64_t kNoDay = std::numeric_limits<std::int64_t>::min();

/// Likeness lost per day between two reports after the first, down to a floor.
constexpr double kLossPerDay = 0.014;
constexpr double kLeastFreshness = 0.878;

constexpr auto kKey = [](Term term) { return term.key(); };
constexpr auto kWeight = [](Term term) { return term.weight(); };

std::size_t mixed(std::uint32_t key) { return key * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U; }

/// All weighty terms of the run: in how many reports they stand, and a ring of the latest ones.
class TermIndex {
 public:
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t reports = 0;  ///< 0: free slot
    std::uint32_t ring = 0;     ///< Where its ring begins; its size is min(reports, kMostPostings).
    std::uint32_t seen = 0;
  };

  explicit TermIndex(std::span<const Dated> reports) {
    entries_.resize(1U << 12U);
    for (const Dated& report : reports) {
      for (const Term term : report.features->terms()) {
        if (term.weight() >= kLeastLeadWeight) count(term.key());
      }
    }
    std::uint32_t postings = 0;
    for (Entry& entry : entries_) {
      entry.ring = postings;
      postings += entry.reports < 2 ? 0 : std::min(entry.reports, kMostPostings);
    }
    postings_.resize(postings);
  }

  [[nodiscard]] Entry& at(std::uint32_t key) {
    const std::size_t mask = entries_.size() - 1;
    std::size_t slot = mixed(key) & mask;
    while (entries_[slot].key != key || entries_[slot].reports == 0) slot = (slot + 1) & mask;
    return entries_[slot];
  }
  /// Reports that have the term, the latest ones only, in no order.
  [[nodiscard]] std::span<const std::uint32_t> latest(const Entry& entry) const {
    return {postings_.data() + entry.ring, std::min(entry.seen, kMostPostings)};
  }
  void post(Entry& entry, std::uint32_t report) {
    if (entry.reports < 2) return;
    postings_[entry.ring + entry.seen % kMostPostings] = report;
    ++entry.seen;
  }

 private:
  void count(std::uint32_t key) {
    if (3 * (used_ + 1) > 2 * entries_.size()) grow();
    const std::size_t mask = entries_.size() - 1;
    std::size_t slot = mixed(key) & mask;
    while (entries_[slot].reports != 0 && entries_[slot].key != key) slot = (slot + 1) & mask;
    used_ += entries_[slot].reports == 0 ? 1 : 0;
    entries_[slot].key = key;
    ++entries_[slot].reports;
  }
  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    const std::size_t mask = entries_.size() - 1;
    for (const Entry& entry : old) {
      if (entry.reports == 0) continue;
      std::size_t slot = mixed(entry.key) & mask;
      while (entries_[slot].reports != 0) slot = (slot + 1) & mask;
      entries_[slot] = entry;
    }
  }

  std::vector<Entry> entries_;  // open addressing; size is a power of two
  std::size_t used_ = 0;
  std::vector<std::uint32_t> postings_;
};

class LinkFinder {
 public:
  explicit LinkFinder(std::span<const Dated> reports)
      : reports_(reports), terms_(reports), scores_(reports.size(), 0) {}

  std::vector<Link> find() {
    for (std::uint32_t report = 0; report < reports_.size(); ++report) {
      open(report);
      collect_candidates();
      compare(report);
      for (const Lead& lead : leads_) terms_.post(*lead.entry, report);
    }
    return std::move(links_);
  }

 private:
  struct Lead {
    TermIndex::Entry* entry = nullptr;
    float weight = 0;
  };

  void open(std::uint32_t report) {
    leads_.clear();
    for (const Term term : reports_[report].features->terms()) {
      const float weight = term.weight();
      if (weight >= kLeastLeadWeight) leads_.push_back({&terms_.at(term.key()), weight});
    }
  }

  void collect_candidates() {
    for (const Lead& lead : leads_) {
      // The other's weight is not at hand; it is taken to be the same, which is good enough for choosing candidates.
      const float product = lead.weight * lead.weight;
      for (const std::uint32_t other : terms_.latest(*lead.entry)) {
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
    if (candidates_.empty()) return;
    vector_.fill(reports_[report].features->terms(), kKey, kWeight);
    const std::int64_t day = day_of(report);
    for (const Candidate& candidate : candidates_) {
      const std::int64_t other = day_of(candidate.report);
      const bool dated = day != kNoDay && other != kNoDay;
      const float likeness =
          vector_.product(reports_[candidate.report].features->terms(), kKey, kWeight, kMostOfOneTerm).capped *
          (dated ? freshness(std::abs(static_cast<double>(day - other))) : kUndatedFreshness);
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
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> candidates_;
  std::vector<Lead> leads_;
  OpenVector vector_;
  std::vector<Link> links_;
};

}  // namespace

float freshness(double days_apart) {
  return static_cast<float>(std::max(kLeastFreshness, 1 - kLossPerDay * std::max(0.0, days_apart - 1)));
}

std::vector<Link> find_links(std::span<const Dated> reports) { return LinkFinder(reports).find(); }

}  // namespace ql::stories
