// SPDX-License-Identifier: Apache-2.0
#include "clean/credits.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

using Names = std::vector<std::string>;

const lang::DocumentWords& words() {
  static const lang::DocumentWords loaded = lang::load_document_words();
  return loaded;
}

TEST(Credits, AShortTextOfAgenciesAndDeskCodesIsACredit) {
  EXPECT_EQ(parse_credit("dpa", words()), Names{"dpa"});
  EXPECT_EQ(parse_credit("mit Material von dpa und AFP", words()), (Names{"dpa", "AFP"}));
  EXPECT_FALSE(parse_credit("Die dpa hat heute Sommerfest", words()).has_value());
  EXPECT_FALSE(parse_credit("kein Vermerk", words()).has_value());
}

TEST(Credits, TheEndOfABlock) {
  const std::string block = "Die Brücke bleibt gesperrt, sagte er. (dpa/mag)";
  const auto credit = find_end_credit(block, words());
  ASSERT_TRUE(credit.has_value());
  EXPECT_EQ(block.substr(credit->begin, credit->end - credit->begin), "(dpa/mag)");
  EXPECT_EQ(credit->agencies, Names{"dpa"});
  EXPECT_FALSE(find_end_credit("Gewonnen hat der Verein (1:0)", words()).has_value());
}

TEST(Credits, TheDatelineAtTheStart) {
  const std::string block = "Rothsiel (dpa) - Die Fähre fährt wieder.";
  const auto dateline = find_dateline(block, words());
  ASSERT_TRUE(dateline.has_value());
  EXPECT_EQ(block.substr(dateline->end), "Die Fähre fährt wieder.");
  EXPECT_EQ(dateline->agencies, Names{"dpa"});
  EXPECT_FALSE(find_dateline("Die Fähre (Baujahr 1970) fährt wieder.", words()).has_value());
}

TEST(Credits, AgenciesInTheByLine) {
  EXPECT_EQ(by_line_agencies("Von Deichbote/dpa", words()), Names{"dpa"});
  EXPECT_EQ(by_line_agencies("Von Wiebke Tamm", words()), Names{});
}

}  // namespace
}  // namespace ql::clean
