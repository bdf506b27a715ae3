// SPDX-License-Identifier: Apache-2.0
#include "stories/link_evidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace ql::stories {
namespace {

constexpr TermUse kTitle{true, true, NamedKind::Nothing}, kOpening{false, true, NamedKind::Nothing}, kBody{};

LinkEvidence between(const std::vector<Term>& x, const std::vector<Term>& y, const Distance& distance = {0.0F, false}) {
  OpenTerms open;
  open.fill(x);
  return evidence_between(open.common_with(y), TermLengths(x), TermLengths(y), distance);
}

/// A story told twice: the title of the first is the opening of the second.
const std::vector<Term> kReport{{1, 0.4F, kTitle}, {2, 0.4F, kTitle}, {3, 0.4F, kOpening}, {4, 0.4F, kBody}};
const std::vector<Term> kOther{{1, 0.4F, kOpening}, {2, 0.4F, kOpening}, {4, 0.4F, kBody}, {5, 0.4F, kTitle}};

TEST(LinkEvidence, LikenessIsTheProductLessWithDistance) {
  const float product = between(kReport, kOther).likeness;
  EXPECT_NEAR(product, 3 * 0.16F, 0.01F);
  EXPECT_FLOAT_EQ(between(kReport, kOther, {8.0F, false}).likeness, product * freshness(8));
  EXPECT_FLOAT_EQ(between(kReport, kOther, {{}, false}).likeness, product * kUndatedFreshness);
  EXPECT_FLOAT_EQ(between(kReport, kOther, {0.0F, true}).likeness, product - kOutletLoss);
}

TEST(LinkEvidence, FreshnessFallsWithTheDaysButNotForEver) {
  EXPECT_EQ(freshness(0), 1);
  EXPECT_EQ(freshness(1), 1);
  EXPECT_NEAR(freshness(7), 0.958F, 0.001F);
  EXPECT_FLOAT_EQ(freshness(30), 0.88F);
  EXPECT_EQ(freshness(300), freshness(3000));
}

TEST(LinkEvidence, ATitleThatTheOthersOpeningTellsIsShared) {
  EXPECT_FLOAT_EQ(between(kReport, kOther).title_share, 1);
  const std::vector<Term> background{{1, 0.4F, kBody}, {2, 0.4F, kBody}, {5, 0.4F, kTitle}};
  EXPECT_EQ(between(kReport, background).title_share, 0);
  EXPECT_EQ(between(kReport, kOther).opening_terms, 2);
}

TEST(LinkEvidence, NamesCountByKindAndOnlyIfBothNameIt) {
  const TermUse person{false, false, NamedKind::Person}, place{false, false, NamedKind::Place};
  const std::vector<Term> x{{1, 0.4F, person}, {2, 0.4F, place}}, y{{1, 0.4F, person}, {2, 0.4F, person}};
  const LinkEvidence evidence = between(x, y);
  EXPECT_NEAR(evidence.names[0], 1 / std::sqrt(2.0F), 0.001F);
  EXPECT_EQ(evidence.names[1], 0);
  EXPECT_EQ(evidence.names[2], 0);
}

TEST(LinkEvidence, TheOrderOfTheTwoDoesNotMatter) {
  const TermUse person{true, true, NamedKind::Person}, place{false, true, NamedKind::Place};
  const std::vector<Term> x{{1, 0.4F, person}, {2, 0.1F, place}, {3, 0.3F, kTitle}, {4, 0.2F, kBody}};
  const std::vector<Term> y{{1, 0.2F, person}, {2, 0.3F, place}, {3, 0.1F, kOpening}, {5, 0.4F, kTitle}};
  const Distance far{4.0F, true};
  const auto one = between(x, y, far).numbers(), other = between(y, x, far).numbers();
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_FLOAT_EQ(one[i], other[i]) << i;
}

TEST(LinkEvidence, TermsWhoseKeysEndAlikeAreToldApart) {
  constexpr std::uint32_t kEnd = 1U << 14U;
  const std::vector<Term> x{{7, 0.2F}, {7 + kEnd, 0.4F}, {7 + 2 * kEnd, 0.3F}};
  EXPECT_NEAR(between(x, {{7 + kEnd, 0.4F}}).likeness, 0.16F, 0.01F);
  EXPECT_NEAR(between(x, {{7, 0.2F}}).likeness, 0.04F, 0.01F);
  EXPECT_EQ(between(x, {{7 + 3 * kEnd, 0.4F}}).terms, 0);
}

TEST(OpenTerms, KeepNothingOfTheReportBefore) {
  OpenTerms open;
  open.fill(kReport);
  open.fill(kOther);
  EXPECT_EQ(open.common_with(kReport).size(), 3U);
  EXPECT_EQ(open.common_with(kOther).size(), kOther.size());
  open.fill({});
  EXPECT_TRUE(open.common_with(kReport).empty());
}

TEST(LinkEvidence, DaysNeverSpeakForOneEvent) {
  using Days = std::optional<float>;
  for (const float weight : {0.05F, 0.2F, 0.44F}) {
    const std::vector<Term> x{{1, weight, kOpening}, {2, 0.2F, kBody}, {3, 0.2F, kOpening}};
    float before = 1;
    for (const Days days : {Days(0.0F), Days(3.0F), Days(9.0F), Days()}) {
      const float probability = probability_of_one_story(between(x, x, {days, false}));
      EXPECT_LE(probability, before) << weight << " " << days.value_or(-1);
      before = probability;
    }
  }
}

TEST(LinkEvidence, NothingInCommonIsNoEvidence) {
  const LinkEvidence evidence = between({}, kOther);
  for (const float number : evidence.numbers()) EXPECT_EQ(number, 0);
  EXPECT_LT(probability_of_one_story(evidence), 0.01F);
}

/// What the numbers are for: of two pairs that are as like one another, the one whose title is told counts more, and
/// another outlet's report more than the same one's.
TEST(LinkEvidence, ASharedTitleSpeaksForOneStoryAndOneOutletAgainstIt) {
  LinkEvidence plain;
  plain.likeness = 0.3F;
  plain.distance.days = 0.0F;
  LinkEvidence titled = plain, own = plain;
  titled.title_share = 0.8F;
  own.distance.one_outlet = true;
  EXPECT_GT(probability_of_one_story(titled), probability_of_one_story(plain));
  EXPECT_LT(probability_of_one_story(own), probability_of_one_story(plain));
  LinkEvidence copy = titled;
  copy.likeness = 1;
  copy.openings = 1;
  copy.opening_terms = 30;
  EXPECT_GT(probability_of_one_story(copy), 0.9F);
}

}  // namespace
}  // namespace ql::stories
