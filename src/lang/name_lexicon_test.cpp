// SPDX-License-Identifier: Apache-2.0
#include "lang/name_lexicon.h"

#include <gtest/gtest.h>

#include "lang/noun_phrase_words.h"

namespace ql::lang {
namespace {

const NameLexicon& lexicon() {
  static const NameLexicon instance("de");
  return instance;
}

TEST(NameLexicon, KnowsStatesByEveryForm) {
  const std::uint32_t korea = lexicon().name("Nordkorea");
  ASSERT_NE(korea, kNoName);
  EXPECT_EQ(lexicon().name("Nordkoreas"), korea);
  EXPECT_EQ(lexicon().adjective("nordkoreanischen"), korea);
  EXPECT_EQ(lexicon().adjective("Nordkoreanische"), korea);
  EXPECT_EQ(lexicon().people("Nordkoreanerinnen"), korea);
  EXPECT_EQ(lexicon().adjective("nordisch"), kNoName);
}

TEST(NameLexicon, CapitalsAndSeatsActForTheirState) {
  const std::uint32_t kremlin = lexicon().name("Kreml");
  ASSERT_NE(kremlin, kNoName);
  EXPECT_EQ(lexicon().known(kremlin).kind, KnownKind::Seat);
  EXPECT_EQ(lexicon().known(lexicon().known(kremlin).acts_for).name, "Russland");
  EXPECT_EQ(lexicon().known(lexicon().known(lexicon().name("Pentagon")).acts_for).name, "USA");
}

TEST(NameLexicon, ReadsRolesInsideCompounds) {
  const auto minister = lexicon().role("Verteidigungsministerin");
  ASSERT_TRUE(minister);
  EXPECT_EQ(minister->noun, "minister");
  EXPECT_EQ(minister->gender, NounGender::Feminine);
  EXPECT_EQ(minister->kind, RoleKind::Office);
  EXPECT_TRUE(lexicon().role("Sprecherinnen")->plural);
  EXPECT_EQ(lexicon().role("Vorsitzende")->gender, NounGender::Unknown);
  EXPECT_FALSE(lexicon().role("Gewitter"));
}

TEST(NounPhraseWords, TellsDeterminersFromOthers) {
  const NounPhraseWords words("de");
  EXPECT_EQ(words.find("Der"), PhraseWord::Definite);
  EXPECT_EQ(words.find("Dr."), PhraseWord::Title);
  EXPECT_EQ(words.find("Haus"), PhraseWord::None);
  EXPECT_EQ(words.pronoun_gender("Sie"), NounGender::Feminine);
}

}  // namespace
}  // namespace ql::lang
