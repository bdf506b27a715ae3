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

TEST(JsonLd, FollowsTheIdOfAnAuthor) {
  const auto article = read_json_ld(
      R"({"@graph": [{"@type": "Article", "headline": "Bad bleibt zu", "author": {"@id": "https://bote.example/#anna"}},
          {"@type": "Organization", "@id": "https://bote.example/#bote", "name": "Bote"},
          {"@type": "Person", "@id": "https://bote.example/#anna", "name": "Anna Beispiel"}]})");
  ASSERT_TRUE(article.has_value());
  ASSERT_EQ(article->authors.size(), 1U);
  EXPECT_EQ(article->authors[0], "Anna Beispiel");
  const auto firm = read_json_ld(
      R"({"@graph": [{"@type": "Article", "headline": "Bad bleibt zu", "author": [{"@id": "#bote"}]},
          {"@type": "Organization", "@id": "#bote", "name": "Bote"}]})");
  ASSERT_TRUE(firm.has_value());
  EXPECT_TRUE(firm->authors.empty());
}

TEST(JsonLd, ReadsSectionLicenceAndAccess) {
  const auto article = read_json_ld(
      R"({"@type": "NewsArticle", "headline": "x", "articleSection": ["Politik", "Inland"], "isAccessibleForFree": "False",
          "license": {"@type": "CreativeWork", "url": "https://lizenz.example/by"}})");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->section, "Politik");
  EXPECT_EQ(article->licence, "https://lizenz.example/by");
  EXPECT_EQ(article->free, false);
  EXPECT_FALSE(read_json_ld(R"({"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "vielleicht"})")->free);
}

}  // namespace
}  // namespace ql::clean
