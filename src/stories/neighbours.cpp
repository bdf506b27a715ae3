// SPDX-License-Identifier: Apache-2.0
// Sparse vectors in the order of time -> links. Each term has its postings in one row; a report visits the latest
// kMostPostings of each of its weightier terms, adds up the products, and the best candidates are compared exactly.
// So a rare name reaches back months while an everyday word sees only the last days, and the cost per report does not
// grow with the archive. Tested by stories_test.cpp.
#include "stories/neighbours.h"

#include <algorithm>
#include <limits>

namespace ql::stories {
namespace {

constexpr std::uint32_t kMostPostings = 64;
constexpr std::size_t kMostCandidates = 48;
/// Terms of less weight lead to no candidates; they count in the exact comparison.
constexpr float kLeastLeadWeight = 0.05F;
constexpr float kLeastScore = 0.03F;
constexpr float kLeastLikeness = 0.05F;
constexpr std::int64_t kNoDay = std::numeric_limits<std::int64_t>::min();

/// Likeness added per rare name in common, and for how many.
constexpr float kRareBonus = 0.03F;
constexpr int kMostRare = 4;
/// Likeness lost per day between two reports after the first, down to a floor; names in common do not age.
constexpr float kLossPerDay = 0.01F;
constexpr float kLeastFreshness = 0.85F;

float freshness(std::int64_t day, std::int64_t other) {
  if (day == kNoDay || other == kNoDay) return 1;
  const auto apart = static_cast<float>(day > other ? day - other : other - day);
  return std::max(kLeastFreshness, 1 - kLossPerDay * std::max(0.0F, apart - 1));
}

}  // namespace

std::span<const Weighted> NeighbourIndex::vector_of(std::uint32_t report) const {
  const std::size_t begin = report == 0 ? 0 : ends_[report - 1];
  return {vectors_.data() + begin, ends_[report] - begin};
}

float NeighbourIndex::likeness(std::uint32_t report, std::uint32_t other) const {
  const std::span<const Weighted> x = vector_of(report), y = vector_of(other);
  float product = 0;
  int rare = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i].term == y[j].term) {
      product += x[i].weight * y[j].weight;
      rare += x[i].rare && y[j].rare ? 1 : 0;
      ++i;
      ++j;
    } else {
      const bool first = x[i].term < y[j].term;
      i += first ? 1 : 0;
      j += first ? 0 : 1;
    }
  }
  return product * freshness(days_[report], days_[other]) + kRareBonus * static_cast<float>(std::min(rare, kMostRare));
}

NeighbourIndex::Postings NeighbourIndex::empty_postings(std::uint32_t terms) const {
  Postings postings;
  postings.begins.assign(terms + std::size_t{1}, 0);
  for (const Weighted& w : vectors_) ++postings.begins[w.term + 1];
  for (std::size_t term = 0; term < terms; ++term) postings.begins[term + 1] += postings.begins[term];
  postings.ends = postings.begins;
  postings.all.resize(vectors_.size());
  return postings;
}

void NeighbourIndex::link_report(std::uint32_t report, const Postings& postings, Scores& scores,
                                 std::vector<Link>& out) const {
  for (const Weighted& w : vector_of(report)) {
    if (w.weight < kLeastLeadWeight) continue;
    const std::uint32_t end = postings.ends[w.term];
    const std::uint32_t begin = std::max(postings.begins[w.term], end - std::min(end, kMostPostings));
    for (std::uint32_t i = begin; i < end; ++i) {
      const Posting& posting = postings.all[i];
      float& score = scores.of[posting.report];
      if (score == 0) scores.touched.push_back(posting.report);
      score += w.weight * posting.weight;
    }
  }
  std::vector<std::uint32_t> candidates;
  for (const std::uint32_t other : scores.touched) {
    if (scores.of[other] >= kLeastScore) candidates.push_back(other);
  }
  const auto better = [&](std::uint32_t x, std::uint32_t y) {
    return scores.of[x] != scores.of[y] ? scores.of[x] > scores.of[y] : x < y;
  };
  if (candidates.size() > kMostCandidates) {
    std::nth_element(candidates.begin(), candidates.begin() + kMostCandidates, candidates.end(), better);
    candidates.resize(kMostCandidates);
  }
  for (const std::uint32_t other : candidates) {
    const float value = likeness(report, other);
    if (value >= kLeastLikeness) out.push_back({other, report, value});
  }
  for (const std::uint32_t other : scores.touched) scores.of[other] = 0;
  scores.touched.clear();
}

std::vector<Link> NeighbourIndex::find_links(std::uint32_t terms) const {
  const auto reports = static_cast<std::uint32_t>(ends_.size());
  Postings postings = empty_postings(terms);
  Scores scores;
  scores.of.assign(reports, 0);
  std::vector<Link> links;
  for (std::uint32_t report = 0; report < reports; ++report) {
    link_report(report, postings, scores, links);
    for (const Weighted& w : vector_of(report)) postings.all[postings.ends[w.term]++] = {report, w.weight};
  }
  return links;
}

void NeighbourIndex::add(std::span<const Weighted> vector, const std::optional<PublicationTime>& time) {
  vectors_.insert(vectors_.end(), vector.begin(), vector.end());
  ends_.push_back(vectors_.size());
  days_.push_back(time ? time->day() : kNoDay);
}

}  // namespace ql::stories
