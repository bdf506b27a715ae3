// SPDX-License-Identifier: Apache-2.0
#include "lang/linear_model.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace ql::lang
