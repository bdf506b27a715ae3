// SPDX-License-Identifier: Apache-2.0
// Features in the order of time -> links. For each weighty term the reports that have it stand in a row; a report
// visits the kMostPostings latest ones before it of each of its own weighty terms, adds up the products, and the best
// candidates are compared exactly. So a rare name reaches back months while an everyday word sees only the last hours,
// and the cost per report does not grow with the archive. The rows are made first and only read afterwards, so that all
// threads search at once, each in ranges of reports. What is read at random places (rows, the terms of candidates) is
// fetched ahead. Tested by stories_test.cpp, neighbours_test.cpp.
#include "stories/neighbours.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/parallel.h"
#include "stories/open_terms.h"
#include "stories/release.h"

namespace ql::stories {
namespace {

constexpr std::uint32_t kMostPostings = 64;
/// A report is looked for by so many of its terms.
constexpr std::size_t kMostLeads = 24;
/// Terms of less weight lead to no candidates; they count in the exact comparison.
constexpr float kLeastLeadWeight = 0.08F;
constexpr float kLeastScore = 0.05F;
constexpr float kLeastLikeness = 0.12F;
/// Half of what is so alike is less probably of one story than this, so that the groups have half as many neighbours to
/// go through; but a text that is so alike may be an edited copy whatever else speaks against it.
constexpr float kLeastProbability = 0.03F, kAlwaysLinked = 0.3F;

/// Candidates ahead of the one compared whose terms are fetched.
constexpr std::size_t kFetchAhead = 4;

std::size_t mixed(std::uint32_t key) { return key * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U; }

/// Which terms a report is looked for by, its leads: the weightiest ones, of equals those with smaller keys.
struct LeadCut {
  std::uint8_t step = Term::kSteps - 1;  ///< All terms above this weight,
  std::uint8_t at_step = 0;              ///< and so many of just this weight.
  std::uint8_t count = 0;                ///< How many that is in all.

  LeadCut() = default;
  explicit LeadCut(std::span<const Term> terms) {
    std::array<std::uint8_t, Term::kSteps> counts{};
    std::uint8_t least = Term::kSteps - 1;
    for (const Term term : terms) {
      if (term.weight() < kLeastLeadWeight) continue;
      ++counts[term.step()];
      least = std::min(least, term.step());
    }
    std::size_t left = kMostLeads;
    for (; step > least && counts[step] <= left; --step) left -= counts[step];
    at_step = static_cast<std::uint8_t>(std::min<std::size_t>(left, counts[step]));
    count = static_cast<std::uint8_t>(kMostLeads - left + at_step);
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
struct Row : Dated {
  TermLengths lengths;
  LeadCut leads;

  Row() = default;
  explicit Row(const Dated& report) : Dated(report), lengths(terms), leads(terms) {}
  template <class Use>
  void for_each_lead(Use use) const {
    leads.for_each(terms, use);
  }
};

/// Reports that are searched for in one go.
constexpr std::size_t kRange = 512;

/// For each term of the run the reports that have it as a lead, in the order of time. Terms that fall on one place
/// share a row: they only lead to candidates.
class TermIndex {
 public:
  TermIndex(std::span<const Row> rows, unsigned threads) : begins_(rows.size() + 1, 0) {
    for (std::size_t i = 0; i < rows.size(); ++i) begins_[i + 1] = begins_[i] + rows[i].leads.count;
    const std::size_t all = begins_.back();
    ends_.resize(all);
    seen_.resize(all);
    postings_.resize(all);
    const std::size_t mask = std::bit_ceil(std::min(kMostPlaces, kPlacesPerLead * all + 1)) - 1;
    const std::vector<std::uint32_t> places = places_of(rows, mask, threads);
    // Each part of the places is one thread's, which goes through all leads in their order: no two write the same.
    std::vector<std::uint32_t> rows_begin(mask + 2, 0);
    for_each_index(threads, threads, [&](std::size_t part) {
      for (const std::uint32_t place : places) {
        if (part_of(place, mask, threads) == part) ++rows_begin[place + 1];
      }
    });
    std::partial_sum(rows_begin.begin(), rows_begin.end(), rows_begin.begin());
    std::vector<std::uint32_t> next(rows_begin.begin(), rows_begin.end() - 1);
    for_each_index(threads, threads, [&](std::size_t part) {
      for (std::uint32_t report = 0; report < rows.size(); ++report) {
        for (std::size_t lead = begins_[report]; lead < begins_[report + 1]; ++lead) {
          const std::uint32_t place = places[lead];
          if (part_of(place, mask, threads) == part) post(lead, report, rows_begin[place], next[place]);
        }
      }
    });
  }

  /// The reports that a report visits by its lead of this number: the latest ones before it.
  [[nodiscard]] std::span<const std::uint32_t> latest(std::size_t report, std::size_t lead) const {
    const std::size_t at = begins_[report] + lead;
    return {postings_.data() + ends_[at] - seen_[at], seen_[at]};
  }
  /// Fetches what latest() is going to give for a report.
  void fetch(std::size_t report) const {
    for (std::size_t at = begins_[report]; at < begins_[report + 1]; ++at) {
      if (seen_[at] > 0) __builtin_prefetch(postings_.data() + ends_[at] - 1);
    }
  }

 private:
  static constexpr std::size_t kPlacesPerLead = 2, kMostPlaces = std::size_t{1} << 24U;

  std::vector<std::uint32_t> places_of(std::span<const Row> rows, std::size_t mask, unsigned threads) const {
    std::vector<std::uint32_t> places(begins_.back());
    const Pieces ranges(rows.size(), kRange);
    for_each_index(threads, ranges.size(), [&](std::size_t range) {
      for (std::size_t report = ranges[range].begin; report < ranges[range].end; ++report) {
        std::size_t at = begins_[report];
        rows[report].for_each_lead(
            [&](Term lead) { places[at++] = static_cast<std::uint32_t>(mixed(lead.key()) & mask); });
      }
    });
    return places;
  }
  static std::size_t part_of(std::size_t place, std::size_t mask, std::size_t parts) {
    return place * parts / (mask + 1);
  }
  void post(std::size_t lead, std::uint32_t report, std::uint32_t row_begin, std::uint32_t& next) {
    std::uint32_t end = next;
    while (end > row_begin && postings_[end - 1] == report) --end;  // two of its leads fall on one place
    seen_[lead] = static_cast<std::uint8_t>(std::min(kMostPostings, end - row_begin));
    ends_[lead] = end;
    postings_[next++] = report;
  }

  std::vector<std::uint32_t> begins_;    // of each report's leads
  std::vector<std::uint32_t> ends_;      // of each lead: behind the postings of the reports before
  std::vector<std::uint8_t> seen_;       // of each lead: how many of those are visited
  std::vector<std::uint32_t> postings_;  // reports by rows
};

/// Sums by report. Reports that are touched together stand close together in time, so what is read of them stays in the
/// cache.
class Scores {
 public:
  struct Candidate {
    float score = 0;
    std::uint32_t report = 0;
  };

  /// For so many reports.
  explicit Scores(std::size_t reports) : scores_(reports), touched_(kMostTouched + 1) {}
  /// Adds a score above 0. No branch asks whether the report is new: nobody can foresee it.
  void add(std::uint32_t report, float score) {
    touched_[count_] = report;
    count_ += scores_[report] == 0 ? 1U : 0U;
    scores_[report] += score;
  }
  /// The candidates in the order in which they were touched first; afterwards there are none.
  template <class Use>
  void drain(Use use) {
    for (std::size_t i = 0; i < count_; ++i) {
      use(Candidate{scores_[touched_[i]], touched_[i]});
      scores_[touched_[i]] = 0;
    }
    count_ = 0;
  }

 private:
  static constexpr std::size_t kMostTouched = kMostLeads * kMostPostings;

  std::vector<float> scores_;
  std::vector<std::uint32_t> touched_;  // the first count_
  std::size_t count_ = 0;
};

/// Searches on one thread; all share the index.
class LinkFinder {
 public:
  LinkFinder(std::span<const Row> rows, const TermIndex& terms, const LinkModel& model)
      : rows_(rows), terms_(terms), model_(model), scores_(rows.size()) {}

  /// Appends the links of the reports in [begin, end).
  void find(std::uint32_t begin, std::uint32_t end, std::vector<Link>& links) {
    for (std::uint32_t report = begin; report < end; ++report) {
      if (report + 1 < end) terms_.fetch(report + 1);
      collect_candidates(report);
      compare(report, links);
    }
  }

 private:
  using Candidate = Scores::Candidate;

  void collect_candidates(std::uint32_t report) {
    std::size_t number = 0;
    rows_[report].for_each_lead([&](Term lead) {
      // The other's weight is not at hand; it is taken to be the same, which is good enough for choosing candidates.
      const float product = lead.weight() * lead.weight();
      for (const std::uint32_t other : terms_.latest(report, number++)) scores_.add(other, product);
    });
    candidates_.clear();
    scores_.drain([&](const Candidate& candidate) {
      if (candidate.score >= kLeastScore) candidates_.push_back(candidate);
    });
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

  void compare(std::uint32_t report, std::vector<Link>& links) {
    if (candidates_.empty()) return;
    open_.fill(rows_[report].terms);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (i + kFetchAhead < candidates_.size()) fetch(candidates_[i + kFetchAhead].report);
      const std::uint32_t other = candidates_[i].report;
      const std::span<const CommonTerm> common = open_.common_with(rows_[other].terms);
      if (product_of(common) < kLeastLikeness) continue;  // of most: no need to ask for more
      const LinkEvidence evidence =
          evidence_between(common, rows_[report].lengths, rows_[other].lengths, distance(rows_[report], rows_[other]));
      if (evidence.likeness < kLeastLikeness) continue;
      const float one_story = probability_of_one_story(evidence, model_);
      if (one_story < kLeastProbability && evidence.likeness < kAlwaysLinked) continue;
      links.push_back({other, report, evidence.likeness, one_story});
    }
  }

  std::span<const Row> rows_;
  const TermIndex& terms_;
  const LinkModel& model_;
  Scores scores_;
  std::vector<Candidate> candidates_;
  OpenTerms open_;
};

std::vector<Row> rows_of(std::span<const Dated> reports, std::span<const std::uint32_t> in_time, unsigned threads) {
  std::vector<Row> rows(in_time.size());
  const Pieces ranges(rows.size(), kRange);
  for_each_index(threads, ranges.size(), [&](std::size_t range) {
    for (std::size_t i = ranges[range].begin; i < ranges[range].end; ++i) rows[i] = Row(reports[in_time[i]]);
  });
  return rows;
}

/// The links by ranges of reports. What is needed to find them is gone when it returns.
std::vector<std::vector<Link>> links_of_ranges(std::span<const Dated> reports, std::span<const std::uint32_t> in_time,
                                               unsigned threads, const LinkModel& model) {
  const std::vector<Row> rows = rows_of(reports, in_time, threads);
  const TermIndex terms(rows, std::max(threads, 1U));
  const Pieces ranges(rows.size(), kRange);
  std::vector<std::vector<Link>> of_range(ranges.size());
  for_each_index(
      threads, of_range.size(), [&] { return LinkFinder(rows, terms, model); },
      [&](std::size_t range, LinkFinder& finder) {
        std::vector<Link>& links = of_range[range];
        finder.find(static_cast<std::uint32_t>(ranges[range].begin), static_cast<std::uint32_t>(ranges[range].end),
                    links);
        for (Link& link : links) std::tie(link.a, link.b) = std::minmax({in_time[link.a], in_time[link.b]});
        links.shrink_to_fit();
      });
  return of_range;
}

}  // namespace

Distance distance(const Dated& x, const Dated& y) {
  Distance distance;
  if (x.day && y.day) distance.days = static_cast<float>(std::abs(std::int64_t{*x.day} - *y.day));
  distance.one_outlet = x.outlet != 0 && x.outlet == y.outlet;
  return distance;
}

std::vector<Link> find_links(std::span<const Dated> reports, std::span<const std::uint32_t> in_time, unsigned threads,
                             const LinkModel& model) {
  std::vector<std::vector<Link>> of_range = links_of_ranges(reports, in_time, threads, model);
  std::size_t all = 0;
  for (const std::vector<Link>& links : of_range) all += links.size();
  std::vector<Link> links;
  links.reserve(all);
  for (std::vector<Link>& some : of_range) {
    links.insert(links.end(), some.begin(), some.end());
    release(some);
  }
  return links;
}

}  // namespace ql::stories
