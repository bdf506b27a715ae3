// SPDX-License-Identifier: Apache-2.0
#include "lang/gazetteer.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"

namespace ql::lang {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer instance(embedded_file("models/de/gazetteer-open.bin"),
                                  embedded_file("models/de/gazetteer-sharealike.bin"),
                                  embedded_file("models/de/word-classes.bin"));
  return instance;
}

TEST(Gazetteer, KnowsNamesAndCommonNouns) {
  EXPECT_TRUE(gazetteer().flags(hash_word("Maria")) & kFemaleName);
  EXPECT_TRUE(gazetteer().flags(hash_word("Hamburg")) & kCity);
  EXPECT_TRUE(gazetteer().flags(hash_word("Tisch")) & kCommonNoun);
  EXPECT_EQ(gazetteer().flags(hash_word("Qxvzwt")), 0U);
}

TEST(Gazetteer, FrequencyFalls) {
  EXPECT_GT(gazetteer().frequency(hash_word("und")), gazetteer().frequency(hash_word("regierung")));
  EXPECT_GT(gazetteer().frequency(hash_word("regierung")), 0U);
  EXPECT_EQ(gazetteer().frequency(hash_word("qxvzwt")), 0U);
}

TEST(Gazetteer, KnowsWordClasses) {
  EXPECT_NE(gazetteer().word_class(hash_word("Hamburg")), 0U);
  EXPECT_EQ(gazetteer().word_class(hash_word("Hamburg")), gazetteer().word_class(hash_word("Bremen")));
  EXPECT_NE(gazetteer().word_class(hash_word("Hamburg")), gazetteer().word_class(hash_word("sagte")));
  EXPECT_EQ(gazetteer().word_class(hash_word("Qxvzwt")), 0U);
}

}  // namespace
}  // namespace ql::lang
