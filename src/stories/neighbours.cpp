// SPDX-License-Identifier: Apache-2.0
// Features in the order of time -> links. Every weighty term keeps its latest kMostPostings reports in a ring; a report
// visits those of its own weighty terms, adds up the products, and the best candidates are compared exactly. So a rare
// name reaches back months while an everyday word sees only the last hours, and the cost per report does not grow with
// the archive. What is read at random places (rings, the terms of candidates) is fetched ahead.
// Tested by stories_test.cpp.
#include "stories/neighbours.h"

#include <array>
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
constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

/// Candidates ahead of the one compared whose terms are fetched.
constexpr std::size_t kFetchAhead = 4;

std::size_t mixed(std::uint32_t key) { return key * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U; }

/// Which terms a report is looked for by, its leads: the weightiest ones, of equals those with smaller keys.
struct LeadCut {
  std::uint8_t step = UINT8_MAX;  ///< All terms above this weight,
  std::uint8_t at_step = 0;       ///< and so many of just this weight.

  explicit LeadCut(std::span<const Term> terms) {
    std::array<std::uint8_t, 256> counts{};
    std::uint8_t least = UINT8_MAX;
    for (const Term term : terms) {
      if (term.weight() < kLeastLeadWeight) continue;
      ++counts[term.step()];
      least = std::min(least, term.step());
    }
    std::size_t left = kMostLeads;
    for (; step > least && counts[step] <= left; --step) left -= counts[step];
    at_step = static_cast<std::uint8_t>(std::min<std::size_t>(left, counts[step]));
  }
  /// Calls `use` with each of the leads among `terms`.
  template <class Use>
  void for_each(std::span<const Term> terms, Use use) const {
    std::uint8_t left = at_step;
    for (const Term term : terms) {
      if (term.step() < step || (term.step() == step && left == 0)) continue;
      if (term.step() == step) --left;
      use(term);
    }
  }
};

/// A report of the run: what is read again and again, in one place.
struct Row {
  std::span<const Term> terms;
  std::int32_t day = kNoDay;
  LeadCut leads;

  explicit Row(const Dated& report) : terms(report.terms), day(report.day.value_or(kNoDay)), leads(terms) {}
  template <class Use>
  void for_each_lead(Use use) const {
    leads.for_each(terms, use);
  }
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

  explicit TermIndex(std::span<const Row> rows) {
    std::size_t all = 0;
    for (const Row& row : rows) row.for_each_lead([&](Term) { ++all; });
    entries_.resize(std::bit_ceil(std::min(kMostPlaces, kPlacesPerLead * all + 1)));
    for (const Row& row : rows) {
      row.for_each_lead([&](Term lead) {
        Entry& entry = at(lead.key());
        entry.size = static_cast<std::uint8_t>(std::min<std::uint32_t>(entry.size + 1U, kMostPostings));
      });
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
  explicit LinkFinder(std::span<const Row> rows) : rows_(rows), terms_(rows), scores_(rows.size(), 0) {}

  std::vector<Link> find() {
    open(0);
    for (std::uint32_t report = 0; report < rows_.size(); ++report) {
      leads_.swap(next_leads_);
      if (report + 1 < rows_.size()) open(report + 1);
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
  struct Candidate {
    float score = 0;
    std::uint32_t report = 0;
  };

  /// The leads of the report that comes next, so that their entries are at hand then.
  void open(std::uint32_t report) {
    next_leads_.clear();
    rows_[report].for_each_lead([&](Term lead) {
      next_leads_.push_back({&terms_.at(lead.key()), lead.weight()});
      __builtin_prefetch(next_leads_.back().entry);
    });
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

  void fetch(std::uint32_t report) const {
    constexpr std::size_t kTermsPerLine = 64 / sizeof(Term);
    const std::span<const Term> terms = rows_[report].terms;
    for (std::size_t i = 0; i < terms.size(); i += kTermsPerLine) __builtin_prefetch(&terms[i]);
  }

  void compare(std::uint32_t report) {
    if (candidates_.empty()) return;
    vector_.fill(rows_[report].terms);
    const std::int32_t day = rows_[report].day;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (i + kFetchAhead < candidates_.size()) fetch(candidates_[i + kFetchAhead].report);
      const std::uint32_t candidate = candidates_[i].report;
      const std::int32_t other = rows_[candidate].day;
      const bool dated = day != kNoDay && other != kNoDay;
      const float product = vector_.product(rows_[candidate].terms);
      const float likeness =
          product * (dated ? freshness(std::abs(static_cast<double>(day) - other)) : kUndatedFreshness);
      if (likeness >= kLeastLikeness) links_.push_back({candidate, report, likeness, product});
    }
  }

  std::span<const Row> rows_;
  TermIndex terms_;
  std::vector<float> scores_;
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> candidates_;
  std::vector<Lead> leads_, next_leads_;
  OpenVector vector_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_links(std::span<const Dated> reports) {
  if (reports.empty()) return {};
  const std::vector<Row> rows(reports.begin(), reports.end());
  return LinkFinder(rows).find();
}

}  // namespace ql::stories
