// SPDX-License-Identifier: Apache-2.0
#include "annotate/name_keys.h"

#include <gtest/gtest.h>

namespace ql::annotate {
namespace {

TEST(NameKeys, FoldsSpellingsOfOneName) {
  EXPECT_EQ(fold_name("Karin Ölßner"), "karin oelssner");
  EXPECT_EQ(fold_name("Gülcan Yıldırım"), fold_name("Guelcan Yildirim"));
  EXPECT_EQ(fold_name("St. Leonhard"), fold_name("Sankt Leonhard"));
  EXPECT_EQ(fold_name("Kim Jong-un"), "kim jong un");
  EXPECT_NE(fold_name("Meier"), fold_name("Maier"));
}

TEST(NameKeys, SoundKeyJoinsTransliterations) {
  for (const char* form : {"selenskyj", "selenskij", "zelensky", "zelenskyy", "selenski"}) {
    EXPECT_EQ(sound_key(form), sound_key("selensky")) << form;
  }
  EXPECT_NE(sound_key("putin"), sound_key("patin"));
}

TEST(NameKeys, ConsonantsJoinFirstNames) {
  EXPECT_EQ(consonants(sound_key("wolodymyr")), consonants(sound_key("wladimir")));
  EXPECT_NE(consonants(sound_key("wladimir")), consonants(sound_key("wladislaw")));
}

TEST(NameKeys, GenitiveIsOnlyAGuess) {
  EXPECT_EQ(without_genitive("Scholz'"), "Scholz");
  EXPECT_EQ(without_genitive("Selenskyjs"), "Selenskyj");
  EXPECT_TRUE(without_genitive("Strauss").empty());
  EXPECT_TRUE(without_genitive("Merz").empty());
}

}  // namespace
}  // namespace ql::annotate
