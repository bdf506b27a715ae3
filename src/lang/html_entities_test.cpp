// SPDX-License-Identifier: Apache-2.0
#include "lang/html_entities.h"

#include <gtest/gtest.h>

namespace ql::lang {
namespace {

TEST(HtmlEntities, ResolvesNamesAndNumbers) {
  EXPECT_EQ(resolve_reference("&auml;x", 0).text, "ä");
  EXPECT_EQ(resolve_reference("&auml;x", 0).size_bytes, 6U);
  EXPECT_EQ(resolve_reference("a&#8222;", 1).text, "„");
  EXPECT_EQ(resolve_reference("&#x201C;", 0).size_bytes, 8U);
  EXPECT_EQ(resolve_reference("&thinsp;", 0).text, "\u2009");
}

TEST(HtmlEntities, AcceptsAMissingSemicolonOnlyWhereItIsOptional) {
  EXPECT_EQ(resolve_reference("&amp b", 0).size_bytes, 4U);
  EXPECT_EQ(resolve_reference("&uumlbel", 0).text, "ü");
  EXPECT_EQ(resolve_reference("&bdquo x", 0).size_bytes, 0U);
}

TEST(HtmlEntities, LeavesABareAmpersandAndUnknownNames) {
  EXPECT_EQ(resolve_reference("&", 0).size_bytes, 0U);
  EXPECT_EQ(resolve_reference("& Co.", 0).size_bytes, 0U);
  EXPECT_EQ(resolve_reference("&wasauchimmer;", 0).size_bytes, 0U);
  EXPECT_EQ(resolve_reference("&#;", 0).size_bytes, 0U);
}

TEST(HtmlEntities, MapsNumbersThatAreNoCharacters) {
  EXPECT_EQ(resolve_reference("&#150;", 0).text, "–");
  EXPECT_EQ(resolve_reference("&#0;", 0).text, "\uFFFD");
  EXPECT_EQ(resolve_reference("&#xD800;", 0).text, "\uFFFD");
  EXPECT_EQ(resolve_reference("&#99999999999999999999;", 0).text, "\uFFFD");
}

}  // namespace
}  // namespace ql::lang
