// SPDX-License-Identifier: Apache-2.0
#include "clean/json_ld.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

TEST(JsonLd, ReadsAnArticle) {
  const auto article = read_json_ld(R"({"@type":"NewsArticle","headline":"Deich hält","datePublished":"2025-02-01",
      "author":[{"@type":"Person","name":"Wiebke Tamm"},{"name":"Ole Rust"}],"publisher":{"name":"Deichbote"}})");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->headline, "Deich hält");
  EXPECT_EQ(article->published, "2025-02-01");
  EXPECT_EQ(article->publisher, "Deichbote");
  EXPECT_EQ(article->authors, (std::vector<std::string>{"Wiebke Tamm", "Ole Rust"}));
  EXPECT_EQ(article->modified, "");
}

TEST(JsonLd, FindsTheArticleInGraphsAndArrays) {
  const auto in_graph =
      read_json_ld(R"({"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Eins"}]})");
  ASSERT_TRUE(in_graph.has_value());
  EXPECT_EQ(in_graph->headline, "Eins");
  const auto in_array = read_json_ld(R"([{"@type":"BreadcrumbList"},{"@type":"Article","headline":"Zwei"}])");
  ASSERT_TRUE(in_array.has_value());
  EXPECT_EQ(in_array->headline, "Zwei");
}

TEST(JsonLd, OtherThingsAndBrokenTextAreNoArticle) {
  EXPECT_FALSE(read_json_ld(R"({"@type":"Organization","name":"Deichbote"})").has_value());
  EXPECT_FALSE(read_json_ld(R"({"@type":"NewsArticle","headline":)").has_value());
  EXPECT_FALSE(read_json_ld("").has_value());
}

TEST(JsonLd, RepairsRawLineFeedsInStrings) {
  const auto article = read_json_ld("{\"@type\":\"NewsArticle\",\"headline\":\"Deich\nhält\"}");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->headline, "Deich hält");
}

TEST(JsonLd, NestingIsBounded) {
  const std::string deep(200000, '[');
  EXPECT_FALSE(read_json_ld(deep).has_value());
}

}  // namespace
}  // namespace ql::clean
