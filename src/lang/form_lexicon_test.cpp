// SPDX-License-Identifier: Apache-2.0
#include "lang/form_lexicon.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"

namespace ql::lang {
namespace {

const FormLexicon& lexicon() {
  static const FormLexicon forms(embedded_file("models/de-forms.bin"));
  return forms;
}

/// The lemma of the first reading of this class, "" if there is none.
std::string lemma_of(std::string_view form, FormClass form_class) {
  for (const Reading& reading : lexicon().find(form)) {
    if (reading.form_class != form_class) continue;
    std::string lemma;
    lexicon().append_lemma(form, reading, lemma);
    return lemma;
  }
  return "";
}

TEST(FormLexicon, FindsLemmas) {
  EXPECT_EQ(lemma_of("H\u00E4user", FormClass::Noun), "Haus");
  EXPECT_EQ(lemma_of("abgelehnt", FormClass::Verb), "ablehnen");
  EXPECT_EQ(lemma_of("zur\u00FCckgewiesen", FormClass::Verb), "zur\u00FCckweisen");
  EXPECT_EQ(lemma_of("anzunehmen", FormClass::Verb), "annehmen");
  EXPECT_EQ(lemma_of("gesagt", FormClass::Verb), "sagen");
  EXPECT_TRUE(lexicon().find("Xyzzy").empty());
  EXPECT_TRUE(lexicon().find("").empty());
}

TEST(FormLexicon, KnowsTheMoodOfReportedSpeech) {
  bool subjunctive = false;
  for (const Reading& reading : lexicon().find("sei")) {
    subjunctive |= reading.verb() == FormVerb::Finite && reading.mood() == FormMood::SubjunctiveI;
    EXPECT_NE(reading.mood(), FormMood::Indicative);
  }
  EXPECT_TRUE(subjunctive);
}

TEST(FormLexicon, AgreementMasksMeetWherePhrasesAgree) {
  Agreement article = 0;
  for (const Reading& reading : lexicon().find("dem")) {
    if (reading.form_class == FormClass::Article) article |= reading.agreement();
  }
  EXPECT_EQ(article & 0x00FFU, 0U) << "dem is dative";
  EXPECT_NE(article & 0x0F00U, 0U);
}

}  // namespace
}  // namespace ql::lang
