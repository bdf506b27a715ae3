// SPDX-License-Identifier: Apache-2.0
#include "lang/linear_model.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ql::lang {
namespace {

TEST(LinearModel, ReadsBackWhatWasWritten) {
  const std::vector<ModelLabel> labels = {{1, 2}, {3, 4}, {5, 6}};
  const std::uint64_t one = feature_key(1, 77), two = feature_key(2, 77);
  std::vector<ModelFeature> features = {{one, {{0, 5}, {2, -7}}}, {two, {{1, 9}}}};
  const std::vector<char> bytes = write_linear_model(labels, features);
  const LinearModel model(std::string_view(bytes.data(), bytes.size()));
  ASSERT_EQ(model.labels().size(), 3U);
  EXPECT_EQ(model.labels()[1].second, 4);
  LinearModel::Scores scores{};
  model.add(one, scores);
  EXPECT_EQ(model.best(scores), 0U);
  model.add(two, scores);
  EXPECT_EQ(model.best(scores), 1U);
  model.add(feature_key(3, 77), scores);
  EXPECT_EQ(scores[0], 5);
  EXPECT_EQ(scores[1], 9);
  EXPECT_EQ(scores[2], -7);
}

TEST(LinearModel, AddsManyFeaturesAtOnceAsOneByOne) {
  const std::vector<ModelLabel> labels(3);
  std::vector<ModelFeature> features;
  std::vector<std::uint64_t> keys;
  for (std::uint64_t i = 0; i < 200; ++i) {
    keys.push_back(feature_key(i, 5));
    if (i % 3 == 0) continue;  // unknown
    features.push_back({keys.back(), {{static_cast<std::uint8_t>(i % 3), static_cast<std::int16_t>(i)}}});
  }
  std::sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  const std::vector<char> bytes = write_linear_model(labels, features);
  const LinearModel model(std::string_view(bytes.data(), bytes.size()));
  LinearModel::Scores together{}, one_by_one{};
  model.add_all(keys, together);
  for (const std::uint64_t key : keys) model.add(key, one_by_one);
  EXPECT_EQ(together, one_by_one);
  EXPECT_NE(together[1], 0);
}

TEST(LinearModel, PrefersTheFirstOfEqualLabels) {
  const std::vector<char> bytes = write_linear_model(std::vector<ModelLabel>(5), {});
  const LinearModel model(std::string_view(bytes.data(), bytes.size()));
  LinearModel::Scores scores{};
  scores[1] = scores[3] = 7;
  scores[90] = 9;  // beyond the labels
  EXPECT_EQ(model.best(scores), 1U);
}

}  // namespace
}  // namespace ql::lang
