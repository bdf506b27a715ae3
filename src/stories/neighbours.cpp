// SPDX-License-Identifier: Apache-2.0
// Features in the order of time -> links. Every weighty term keeps its latest kMostPostings reports in a ring; a report
// visits those of its own weighty terms, adds up the products, and the best candidates are compared exactly. So a rare
// name reaches back months while an everyday word sees only the last hours, and the cost per report does not grow with
// the archive. Tested by stories_test.cpp.
#include "stories/neighbours.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "stories/open_vector.h"

namespace ql::stories {
namespace {

constexpr std::uint32_t kMostPostings = 64;
constexpr std::size_t kMostCandidates = 40;
/// A report is looked for by so many of its terms.
constexpr std::size_t kMostLeads = 24;
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

/// The terms by which a report is looked for: the weightiest ones.
class Leads {
 public:
  struct Lead {
    std::uint32_t key = 0;
    float weight = 0;
  };
  std::span<const Lead> of(const Features& features) {
    leads_.clear();
    for (const Term term : features.terms()) {
      if (term.weight() >= kLeastLeadWeight) leads_.push_back({term.key(), term.weight()});
    }
    if (leads_.size() > kMostLeads) {
      std::nth_element(
          leads_.begin(), leads_.begin() + static_cast<std::ptrdiff_t>(kMostLeads), leads_.end(),
          [](const Lead& x, const Lead& y) { return x.weight != y.weight ? x.weight > y.weight : x.key < y.key; });
      leads_.resize(kMostLeads);
    }
    return leads_;
  }

 private:
  std::vector<Lead> leads_;
};

/// For each term of the run a ring of the latest reports that have it as a lead. Terms that fall on one place share a
/// ring: they only lead to candidates.
class TermIndex {
 public:
  struct Entry {
    std::uint32_t ring = 0;    ///< Where its ring begins.
    std::uint8_t size = 0;     ///< Reports that have the term, at most kMostPostings.
    std::uint8_t written = 0;  ///< Reports so far; beyond kMostPostings it only says where to go on.
  };

  explicit TermIndex(std::span<const Dated> reports, Leads& leads) {
    std::size_t all = 0;
    for (const Dated& report : reports) all += leads.of(*report.features).size();
    entries_.resize(std::bit_ceil(std::min(kMostPlaces, kPlacesPerLead * all + 1)));
    for (const Dated& report : reports) {
      for (const Leads::Lead& lead : leads.of(*report.features)) {
        Entry& entry = at(lead.key);
        entry.size = static_cast<std::uint8_t>(std::min<std::uint32_t>(entry.size + 1U, kMostPostings));
      }
    }
    std::uint32_t postings = 0;
    for (Entry& entry : entries_) {
      entry.ring = postings;
      postings += entry.size < 2 ? 0 : entry.size;
    }
    postings_.resize(postings);
  }

  [[nodiscard]] Entry& at(std::uint32_t key) { return entries_[mixed(key) & (entries_.size() - 1)]; }
  /// Reports that have the term, the latest ones only, in no order.
  [[nodiscard]] std::span<const std::uint32_t> latest(const Entry& entry) const {
    return {postings_.data() + entry.ring, std::min<std::uint32_t>(entry.written, kMostPostings)};
  }
  void post(Entry& entry, std::uint32_t report) {
    if (entry.size < 2) return;
    postings_[entry.ring + entry.written % kMostPostings] = report;
    ++entry.written;
    if (entry.written == 2 * kMostPostings) entry.written = kMostPostings;
  }

 private:
  static constexpr std::size_t kPlacesPerLead = 2, kMostPlaces = std::size_t{1} << 24U;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> postings_;
};

class LinkFinder {
 public:
  explicit LinkFinder(std::span<const Dated> reports)
      : reports_(reports), terms_(reports, chooser_), scores_(reports.size(), 0) {}

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
    for (const Leads::Lead& lead : chooser_.of(*reports_[report].features)) {
      leads_.push_back({&terms_.at(lead.key), lead.weight});
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
      const OpenVector::Product both =
          vector_.product(reports_[candidate.report].features->terms(), kKey, kWeight, kMostOfOneTerm);
      const float likeness =
          both.capped * (dated ? freshness(std::abs(static_cast<double>(day - other))) : kUndatedFreshness);
      if (likeness >= kLeastLikeness) links_.push_back({candidate.report, report, likeness, both.whole});
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
  Leads chooser_;
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
