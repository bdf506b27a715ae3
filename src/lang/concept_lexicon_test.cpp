// SPDX-License-Identifier: Apache-2.0
#include "lang/concept_lexicon.h"

#include <gtest/gtest.h>

#include "lang/stem.h"

namespace ql::lang {
namespace {

TEST(ConceptLexicon, SynonymsShareAConcept) {
  const ConceptLexicon lexicon = ConceptLexicon::load("de");
  ASSERT_NE(lexicon.counted(stem("Todesopfer")), nullptr);
  EXPECT_EQ(lexicon.counted(stem("Todesopfern")), lexicon.counted(stem("Toten")));
  EXPECT_EQ(lexicon.counted(stem("Tote"))->implied_state, "dead");
  EXPECT_EQ(lexicon.state(stem("entsandt")), lexicon.state(stem("geschickt")));
}

TEST(ConceptLexicon, CompoundsCountByTheirLastPart) {
  const ConceptLexicon lexicon = ConceptLexicon::load("de");
  EXPECT_EQ(lexicon.counted(stem("Infanteriesoldaten")), lexicon.counted(stem("Truppen")));
  EXPECT_EQ(lexicon.counted(stem("Bratpfanne")), nullptr);
}

TEST(ConceptLexicon, EvidenceHasStrength) {
  const ConceptLexicon lexicon = ConceptLexicon::load("de");
  EXPECT_GT(lexicon.evidence(stem("Beweise"))->strength, lexicon.evidence(stem("Hinweise"))->strength);
}

TEST(ConceptLexicon, WithdrawalsSayWhatTheyNeed) {
  const ConceptLexicon lexicon = ConceptLexicon::load("de");
  ASSERT_NE(lexicon.withdrawal(stem("Korrektur")), nullptr);
  EXPECT_EQ(lexicon.withdrawal(stem("zurückziehen"))->implied_state, "account");
  EXPECT_EQ(lexicon.withdrawal(stem("korrigieren"))->implied_state, "down");
  EXPECT_EQ(lexicon.withdrawal(stem("Brücke")), nullptr);
}

}  // namespace
}  // namespace ql::lang
