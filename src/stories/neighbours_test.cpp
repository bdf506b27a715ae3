// SPDX-License-Identifier: Apache-2.0
#include "stories/neighbours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>
#include <set>

#include "stories/open_terms.h"

namespace ql::stories {
namespace {

/// Reports of sixteen equally weighty terms each, out of `words`, on the days 0 to 9.
class Reports {
 public:
  Reports(std::size_t count, std::uint32_t words, std::uint32_t seed) {
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < count; ++i) {
      std::set<std::uint32_t> keys;
      while (keys.size() < 16) keys.insert(static_cast<std::uint32_t>(random() % words) * 4099 & 0x3FFFFFU);
      std::vector<Term>& terms = terms_.emplace_back();
      for (const std::uint32_t key : keys) terms.emplace_back(key, 0.25F);
      days_.push_back(static_cast<std::int32_t>(i * 10 / count));
    }
    for (std::size_t i = 0; i < count; ++i) dated_.push_back({terms_[i], days_[i]});
    order_.resize(count);
    std::iota(order_.begin(), order_.end(), 0U);
  }
  [[nodiscard]] std::vector<Link> links(unsigned threads = 1) const { return find_links(dated_, order_, threads); }
  [[nodiscard]] std::span<const Dated> dated() const { return dated_; }
  [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }

 private:
  std::vector<std::vector<Term>> terms_;
  std::vector<std::int32_t> days_;
  std::vector<Dated> dated_;
  std::vector<std::uint32_t> order_;
};

std::map<std::pair<std::uint32_t, std::uint32_t>, float> by_pair(const std::vector<Link>& links) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, float> pairs;
  for (const Link& link : links) pairs.emplace(std::pair(link.a, link.b), link.likeness);
  return pairs;
}

TEST(Neighbours, AreThoseOfAllPairsWhereThereAreFew) {
  const Reports reports(40, 60, 1);
  std::map<std::pair<std::uint32_t, std::uint32_t>, float> wanted;
  for (std::uint32_t b = 0; b < reports.dated().size(); ++b) {
    const Dated& late = reports.dated()[b];
    OpenTerms open;
    open.fill(late.terms);
    for (std::uint32_t a = 0; a < b; ++a) {
      const Dated& early = reports.dated()[a];
      const LinkEvidence evidence = evidence_between(open.common_with(early.terms), TermLengths(late.terms),
                                                     TermLengths(early.terms), distance(early, late));
      const bool probable = probability_of_one_story(evidence) >= 0.03F || evidence.likeness >= 0.3F;
      if (evidence.likeness >= 0.12F && probable) wanted.emplace(std::pair(a, b), evidence.likeness);
    }
  }
  ASSERT_GT(wanted.size(), 100U);
  EXPECT_EQ(by_pair(reports.links()), wanted);
}

TEST(Neighbours, AreTheSameForAnyNumberOfThreads) {
  const Reports reports(3000, 150, 2);
  const auto alone = by_pair(reports.links());
  EXPECT_GT(alone.size(), 3000U);
  for (const unsigned threads : {2U, 4U}) EXPECT_EQ(by_pair(reports.links(threads)), alone);
}

TEST(Neighbours, OfAWordThatAllUseAreTheLatestReports) {
  const Reports reports(500, 16, 3);  // all have the same words
  const std::vector<Link> links = reports.links();
  ASSERT_FALSE(links.empty());
  for (const Link& link : links) EXPECT_LE(link.b - link.a, 64U);
}

TEST(Neighbours, ALinkSaysHowProbableOneStoryIs) {
  const Reports reports(40, 60, 4);
  const LinkModel even{0, {}};  // finds everything half probable
  const std::vector<Link> links = find_links(reports.dated(), reports.order(), 1, even);
  ASSERT_GT(links.size(), reports.links().size());
  for (const Link& link : links) EXPECT_EQ(link.one_story, 0.5F);
  for (const Link& link : reports.links()) EXPECT_NE(link.one_story, 0.5F);
}

TEST(Neighbours, NoReportsHaveNone) { EXPECT_THAT(find_links({}, {}), ::testing::IsEmpty()); }

}  // namespace
}  // namespace ql::stories
