// SPDX-License-Identifier: Apache-2.0
#include "annotate/morphology.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

/// The tags of one paragraph, ready to be asked for single words.
struct Read {
  explicit Read(std::string_view text) : report(test_report({text})), notes(annotate(report, german())) {}
  [[nodiscard]] const Token& token(std::string_view word) const {
    for (const Token& token : notes.tokens) {
      if (slice(report.text, token.text) == word) return token;
    }
    ADD_FAILURE() << "no token " << word;
    return notes.tokens.front();
  }
  [[nodiscard]] std::string_view lemma(std::string_view word) const { return notes.lemmas.view(token(word).lemma); }

  clean::Report report;
  Annotations notes;
};

TEST(Morphology, MoodTellsReportedSpeech) {
  const Read read("Der Pegel sei gestiegen, sagte der Sprecher. Die Orte w\u00E4ren bedroht. Die Helfer kommen.");
  EXPECT_EQ(read.token("sei").morphology.mood, Mood::SubjunctiveI);
  EXPECT_EQ(read.token("sagte").morphology.mood, Mood::Indicative);
  EXPECT_EQ(read.token("sagte").morphology.tense, Tense::Past);
  EXPECT_EQ(read.token("w\u00E4ren").morphology.mood, Mood::SubjunctiveII);
  EXPECT_EQ(read.token("kommen").morphology.mood, Mood::Ambiguous);
}

TEST(Morphology, FirstPersonIsNoReportedSpeech) {
  EXPECT_EQ(Read("Ich habe das Haus gesehen.").token("habe").morphology.mood, Mood::Indicative);
  EXPECT_EQ(Read("Er habe das Haus gesehen.").token("habe").morphology.mood, Mood::SubjunctiveI);
}

TEST(Morphology, JoinsSeparableVerbs) {
  const Read read("Die Firma wies die Vorw\u00FCrfe am Montag zur\u00FCck.");
  EXPECT_EQ(read.lemma("wies"), "zur\u00FCckweisen");
  ASSERT_TRUE(read.token("wies").particle.valid());
  EXPECT_EQ(read.notes.tokens[read.token("wies").particle.index()].stts, Stts::Ptkvz);
}

TEST(Morphology, AParticleOfNoVerbIsAnAdjective) {
  const Read read("Wie die Zeitung schreibt, waren schon im April neun Risse bekannt.");
  EXPECT_EQ(read.lemma("schreibt"), "schreiben");
  EXPECT_NE(read.token("bekannt").stts, Stts::Ptkvz);
}

TEST(Morphology, FindsLemmasOfFormsAndCompounds) {
  const Read read("Die H\u00E4user wurden besch\u00E4digt. Beide Regionalkonferenzen endeten.");
  EXPECT_EQ(read.lemma("H\u00E4user"), "Haus");
  EXPECT_EQ(read.lemma("wurden"), "werden");
  EXPECT_EQ(read.lemma("besch\u00E4digt"), "besch\u00E4digen");
  EXPECT_EQ(read.lemma("Regionalkonferenzen"), "Regionalkonferenz");
}

}  // namespace
}  // namespace ql::annotate
