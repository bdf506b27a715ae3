// SPDX-License-Identifier: Apache-2.0
#include "stories/fingerprint_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "stories/test_fingerprints.h"

namespace ql::stories {
namespace {

/// Reports by their fingerprints, packed.
class Packed {
 public:
  void add(FingerprintIndex& index, std::uint32_t report, std::uint32_t outlet,
           const std::vector<std::uint32_t>& numbers, std::int32_t day = FingerprintIndex::kUndated) {
    std::vector<std::uint32_t>& words = *words_.emplace_back(std::make_unique<std::vector<std::uint32_t>>());
    PackedNumbers::append(numbers, words);
    words.push_back(0);
    index.add(report, outlet, day, {words.data(), static_cast<std::uint32_t>(numbers.size())});
  }

 private:
  std::vector<std::unique_ptr<std::vector<std::uint32_t>>> words_;
};

TEST(FingerprintIndex, SlicesChangeNothing) {
  // More entries than one slice takes: pairs of equal reports, each of numbers of its own.
  constexpr std::uint32_t kPairs = 2000, kNumbers = 700;
  std::vector<std::vector<std::uint32_t>> reports;
  for (std::uint32_t i = 0; i < kPairs; ++i) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t k = 0; k < kNumbers; ++k) numbers.push_back(k * (UINT32_MAX / kNumbers) + i * 3);
    reports.push_back(std::move(numbers));
  }
  FingerprintIndex index;
  Packed packed;
  for (std::uint32_t i = 0; i < 2 * kPairs; ++i) packed.add(index, i, i + 1, reports[i % kPairs]);
  const auto pairs = index.find_candidates();
  EXPECT_EQ(index.find_candidates(4), pairs);
  ASSERT_EQ(pairs.size(), kPairs);
  for (std::uint32_t i = 0; i < kPairs; ++i) {
    EXPECT_EQ(pairs[i], (CandidatePair{i, i + kPairs, kNumbers, 0}));
  }
}

TEST(FingerprintIndex, PairsACopyAndNothingElse) {
  FingerprintIndex index;
  Packed packed;
  const auto first = fingerprints_of({words_of('a', 200)}), second = fingerprints_of({words_of('b', 200)});
  const auto copy = fingerprints_of({words_of('c', 20) + words_of('a', 200)});
  packed.add(index, 0, 1, first);
  packed.add(index, 1, 2, second);
  packed.add(index, 2, 3, copy);
  const auto pairs = index.find_candidates();
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].a, 0U);
  EXPECT_EQ(pairs[0].b, 2U);
  EXPECT_EQ(pairs[0].boilerplate, 0U);
}

TEST(FingerprintIndex, WhatAnOutletRepeatsIsBoilerplate) {
  FingerprintIndex index;
  Packed packed;
  const std::string footer = words_of('f', 60);
  std::vector<std::vector<std::uint32_t>> reports;
  for (int i = 0; i < 6; ++i) {
    reports.push_back(fingerprints_of({words_of(static_cast<char>('a' + i), 100), footer}));
  }
  for (std::uint32_t i = 0; i < reports.size(); ++i) packed.add(index, i, 7, reports[i]);
  index.find_candidates();
  std::vector<Fingerprint> of_footer, of_body;
  winnow(list_of({footer}), of_footer);
  winnow(list_of({words_of('a', 100)}), of_body);
  ASSERT_FALSE(of_footer.empty());
  EXPECT_TRUE(index.is_boilerplate(of_footer[of_footer.size() / 2].value));
  EXPECT_FALSE(index.is_boilerplate(of_body[0].value));
}

TEST(FingerprintIndex, WhatManyReportsSayForDaysIsAStandingPhrase) {
  const std::string phrase = words_of('f', 60);
  std::vector<Fingerprint> of_phrase;
  winnow(list_of({phrase}), of_phrase);
  for (const std::int32_t days : {2, 5}) {
    FingerprintIndex index;
    Packed packed;
    for (std::uint32_t i = 0; i < 10; ++i) {
      const std::string own = words_of(static_cast<char>('a' + i + (i >= 5 ? 1 : 0)), 100);
      packed.add(index, i, i + 1, fingerprints_of({own, phrase}), static_cast<std::int32_t>(i) % days);
    }
    index.find_candidates();
    EXPECT_EQ(index.is_boilerplate(of_phrase[of_phrase.size() / 2].value), days == 5) << days;
  }
}

}  // namespace
}  // namespace ql::stories
