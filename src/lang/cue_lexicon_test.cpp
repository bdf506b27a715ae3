// SPDX-License-Identifier: Apache-2.0
#include "lang/cue_lexicon.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"

namespace ql::lang {
namespace {

CueLexicon german() {
  return {embedded_file("lexicons/de/cues.tsv"), embedded_file("lexicons/de/clause_words.tsv"),
          embedded_file("lexicons/de/content_stance.tsv"), embedded_file("lexicons/de/stance_words.tsv"),
          embedded_file("lexicons/de/other_senses.tsv")};
}

/// Shapes of `form` as the entry `lemma`, 0 when it is none of it.
unsigned forms_of(const CueLexicon& lexicon, std::string_view form, std::string_view lemma) {
  unsigned forms = 0;
  for (const CueReading& reading : lexicon.word(form).readings) {
    if (lexicon.entry(reading).lemma == lemma) forms |= reading.forms;
  }
  return forms;
}

TEST(CueLexicon, SpreadsRegularVerbs) {
  const CueLexicon lexicon = german();
  for (const char* form : {"sagt", "sagen", "sagte", "sagten", "sage"}) {
    EXPECT_NE(forms_of(lexicon, form, "sagen") & kFormFinite, 0U) << form;
  }
  EXPECT_NE(forms_of(lexicon, "gesagt", "sagen") & kFormParticiple, 0U);
  EXPECT_EQ(forms_of(lexicon, "säge", "sagen"), 0U);
}

TEST(CueLexicon, SeparablePrefixesStandApartOrFused) {
  const CueLexicon lexicon = german();
  EXPECT_EQ(forms_of(lexicon, "teilte", "mit|teilen") & (kFormFinite | kFormFused), kFormFinite);
  EXPECT_NE(forms_of(lexicon, "mitteilte", "mit|teilen") & kFormFused, 0U);
  EXPECT_NE(forms_of(lexicon, "mitgeteilt", "mit|teilen") & kFormParticiple, 0U);
  EXPECT_NE(forms_of(lexicon, "mitzuteilen", "mit|teilen") & kFormInfinitiveZu, 0U);
}

TEST(CueLexicon, StrongVerbsUseTheirPrincipalParts) {
  const CueLexicon lexicon = german();
  EXPECT_NE(forms_of(lexicon, "gab", "an|geben") & kFormFinite, 0U);
  EXPECT_NE(forms_of(lexicon, "angegeben", "an|geben") & kFormParticiple, 0U);
  EXPECT_EQ(forms_of(lexicon, "gebte", "an|geben"), 0U);
}

TEST(CueLexicon, ClauseWordsMayHaveSeveralClasses) {
  const CueLexicon lexicon = german();
  EXPECT_EQ(lexicon.clause_word("dass") & (kComplementizer | kCoordinator), kComplementizer);
  EXPECT_NE(lexicon.clause_word("dieser") & kDeterminer, 0U);
  EXPECT_NE(lexicon.clause_word("dieser") & kPersonalPronoun, 0U);
  EXPECT_EQ(lexicon.clause_word("hafen"), 0U);
}

TEST(CueLexicon, SwissSpellingIsTheSameVerb) {
  EXPECT_NE(forms_of(german(), "hiess", "es hei\u00DFen") & kFormFinite, 0U);
}

TEST(CueLexicon, NounsBesideWhichAVerbReportsNothing) {
  const CueLexicon lexicon = german();
  const std::span<const CueReading> readings = lexicon.word("bestritt").readings;
  ASSERT_FALSE(readings.empty());
  EXPECT_TRUE(CueLexicon::has_other_sense(lexicon.entry(readings[0]), "l\u00E4nderspiel"));
  EXPECT_FALSE(CueLexicon::has_other_sense(lexicon.entry(readings[0]), "vorwurf"));
}

}  // namespace
}  // namespace ql::lang
