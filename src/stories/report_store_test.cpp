// SPDX-License-Identifier: Apache-2.0
#include "stories/report_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace ql::stories {
namespace {

/// A report whose numbers all follow from one.
ReadReport numbered(std::uint32_t number) {
  std::mt19937 random(number);
  std::vector<std::uint32_t> fingerprints(random() % 60), keys(random() % (Features::kMostTerms + 1));
  for (std::uint32_t& value : fingerprints) value = static_cast<std::uint32_t>(random());
  for (std::uint32_t& key : keys) key = static_cast<std::uint32_t>(random()) >> 8U;
  for (auto* values : {&fingerprints, &keys}) {
    std::sort(values->begin(), values->end());
    values->erase(std::unique(values->begin(), values->end()), values->end());
  }
  std::vector<Term> terms;
  for (const std::uint32_t key : keys) terms.emplace_back(key, 0.01F + static_cast<float>(random() % 40) / 100);
  ReadReport report;
  report.features = Features(fingerprints, terms);
  for (std::uint32_t i = 0; i < number % 5 && i < report.agencies.size(); ++i) report.agencies[i] = number * 8 + i + 1;
  report.outlet = number;
  if (number % 3 != 0) {
    report.time = PublicationTime{std::int64_t{number} * 1000 - 5000, number % 3 == 1};
    if (!report.time->has_minute) report.time->minute = report.time->day() * PublicationTime::kMinutesPerDay;
  }
  report.form = static_cast<ReportForm>(number % 3);
  report.has_title = number % 2 == 0;
  return report;
}

std::vector<std::uint32_t> unpacked(const PackedNumbers& packed) {
  std::vector<std::uint32_t> numbers;
  packed.for_each(0, std::uint64_t{1} << 32U, [&](std::uint32_t number) { numbers.push_back(number); });
  return numbers;
}

void expect_same(const ReportStore& store, ReportKey key, const ReadReport& want) {
  ASSERT_TRUE(store.holds(key));
  const IndexedReport& is = store[key];
  const auto numbers = want.features.fingerprints();
  EXPECT_EQ(unpacked(store.fingerprints(is)), std::vector<std::uint32_t>(numbers.begin(), numbers.end()));
  const std::span<const Term> terms = store.terms(is), wanted = want.features.terms();
  ASSERT_EQ(terms.size(), wanted.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    EXPECT_EQ(terms[i].key(), wanted[i].key());
    EXPECT_EQ(terms[i].weight(), wanted[i].weight());
  }
  for (std::size_t i = 0; i < want.agencies.size(); ++i) {
    EXPECT_EQ(i < store.agencies(is).size() ? store.agencies(is)[i] : 0, want.agencies[i]);
  }
  EXPECT_EQ(is.outlet, want.outlet);
  EXPECT_EQ(is.report_form(), want.form);
  EXPECT_EQ(is.has_title, want.has_title);
  ASSERT_EQ(is.time().has_value(), want.time.has_value());
  if (!want.time) return;
  EXPECT_EQ(is.time()->minute, want.time->minute);
  EXPECT_EQ(is.time()->has_minute, want.time->has_minute);
}

TEST(ReportStore, GivesBackWhatIsThereWhateverCameAndWent) {
  ReportStore store;
  std::map<std::uint32_t, std::uint32_t> there;  // key -> number
  std::mt19937 random(3);
  for (std::uint32_t step = 0; step < 6000; ++step) {
    if (random() % 3 != 0 || there.empty()) {
      there.emplace(store.insert(numbered(step)).value, step);
    } else {
      auto victim = there.lower_bound(static_cast<std::uint32_t>(random() % 4000));
      if (victim == there.end()) victim = there.begin();
      store.remove(ReportKey(victim->first));
      EXPECT_FALSE(store.holds(ReportKey(victim->first)));
      there.erase(victim);
    }
  }
  for (const auto& [key, number] : there) expect_same(store, ReportKey(key), numbered(number));
}

TEST(ReportStore, TakesABlockThatNoChunkHolds) {
  std::vector<std::uint32_t> fingerprints(UINT16_MAX);
  for (std::uint32_t i = 0; i < fingerprints.size(); ++i) fingerprints[i] = i * 65000;
  ReadReport large;
  large.features = Features(fingerprints, {});
  ReportStore store;
  store.insert(numbered(1));
  const ReportKey key = store.insert(large);
  store.insert(numbered(2));
  expect_same(store, ReportKey(0), numbered(1));
  expect_same(store, key, large);
  expect_same(store, ReportKey(2), numbered(2));
}

TEST(ReportStore, GivesMemoryBackWhenReportsGo) {
  ReportStore store;
  constexpr std::uint32_t kReports = 20'000;
  for (std::uint32_t i = 0; i < kReports; ++i) store.insert(numbered(i % 50));
  const std::size_t full = store.memory_bytes();
  for (std::uint32_t i = 0; i + 1000 < kReports; ++i) store.remove(ReportKey(i));
  EXPECT_LT(store.memory_bytes(), full / 5);
  EXPECT_TRUE(store.holds(ReportKey(kReports - 1)));
}

}  // namespace
}  // namespace ql::stories
