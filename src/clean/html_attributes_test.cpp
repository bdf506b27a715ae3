// SPDX-License-Identifier: Apache-2.0
#include "clean/html_attributes.h"

#include <gtest/gtest.h>

#include <vector>

namespace ql::clean {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs read(std::string_view source) {
  Pairs pairs;
  AttributeReader reader(source, 0, static_cast<std::uint32_t>(source.size()));
  while (const auto attribute = reader.next()) {
    const std::string_view value = source.substr(attribute->value_begin, attribute->value_end - attribute->value_begin);
    pairs.emplace_back(attribute->name, value);
  }
  return pairs;
}

TEST(HtmlAttributes, EveryWayToQuote) {
  EXPECT_EQ(read(R"( class="a b" id='c' lang=de hidden)"),
            (Pairs{{"class", "a b"}, {"id", "c"}, {"lang", "de"}, {"hidden", ""}}));
  EXPECT_EQ(read("\n HREF \t= \"x>y\" "), (Pairs{{"HREF", "x>y"}}));
}

TEST(HtmlAttributes, AnOpenQuotationEndsWithTheTag) {
  EXPECT_EQ(read("title=\"offen id=a"), (Pairs{{"title", "offen id=a"}}));
  EXPECT_EQ(read(""), Pairs{});
}

TEST(HtmlAttributes, NamesIgnoreCaseAndValuesResolveReferences) {
  EXPECT_TRUE(equals_ignoring_case("DateTime", "datetime"));
  EXPECT_FALSE(equals_ignoring_case("date", "datetime"));
  EXPECT_EQ(resolved("M&uuml;ller &amp; S&#246;hne"), "Müller & Söhne");
}

}  // namespace
}  // namespace ql::clean
