// SPDX-License-Identifier: Apache-2.0
#include "annotate/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

/// The class of the first token that is written `word`.
WordClass class_of(std::string_view sentence, std::string_view word) {
  const clean::Report report = test_report({sentence});
  const Annotations notes = annotate(report, german());
  for (const Token& token : notes.tokens) {
    if (slice(report.text, token.text) == word) return token.word_class;
  }
  ADD_FAILURE() << word << " is no token of " << sentence;
  return WordClass::X;
}

TEST(Tagger, ContextDecidesBetweenReadings) {
  EXPECT_EQ(class_of("Laut Polizei ist die Straße frei.", "Laut"), WordClass::Adp);
  EXPECT_EQ(class_of("Er fährt den Wagen, der defekt ist.", "der"), WordClass::Pron);
  EXPECT_EQ(class_of("Der Wagen ist defekt.", "Der"), WordClass::Det);
}

TEST(Tagger, NounsAndVerbsOfOneForm) {
  EXPECT_EQ(class_of("Das Essen ist fertig.", "Essen"), WordClass::Noun);
  EXPECT_EQ(class_of("Wir essen um zwölf Uhr.", "essen"), WordClass::Verb);
}

TEST(Tagger, KnowsTheClassOfUnknownWords) {
  EXPECT_EQ(class_of("Die Wurbelanlage steht seit Mai still.", "Wurbelanlage"), WordClass::Noun);
  EXPECT_EQ(class_of("Der Rat hat das Dach gewurbelt.", "gewurbelt"), WordClass::Verb);
}

TEST(Tagger, ANounAtTheFrontIsNoVerbBeforeAVerb) {
  EXPECT_EQ(class_of("Zusagen gebe es noch nicht, hie\u00DF es aus dem Ministerium.", "Zusagen"), WordClass::Noun);
  EXPECT_EQ(class_of("Sagen Sie ihm das.", "Sagen"), WordClass::Verb);
}

TEST(Tagger, AComparisonOfOneWordIsAParticiple) {
  for (const std::string_view sentence : {"Der Rat zahlte mehr als erwartet.", "Wie vereinbart, kam der Zug."}) {
    const Annotations notes = annotate(test_report({sentence}), german());
    const auto participle = [](const Token& token) { return token.stts == Stts::Vvpp; };
    EXPECT_TRUE(std::any_of(notes.tokens.begin(), notes.tokens.end(), participle)) << sentence;
  }
}

TEST(Tagger, AFormThatIsAlsoAParticipleIsFiniteWhereTheClauseNeedsIt) {
  EXPECT_EQ(class_of("Wer mehr Platz benötigt, zahlt mehr.", "benötigt"), WordClass::Verb);
  const std::string_view sentences[] = {"Die neue Studie belegt, dass die Flüsse wärmer werden.",
                                        "Das Dekret verpflichtet die Werften zu Kontrollen.",
                                        "Der Verein wehrt sich gegen die Strafe und begründet seine Klage mit Zeugen."};
  for (const std::string_view sentence : sentences) {
    const clean::Report report = test_report({sentence});
    const Annotations notes = annotate(report, german());
    bool finite = false;
    for (const Token& token : notes.tokens) {
      const std::string_view form = slice(report.text, token.text);
      const bool meant = form == "belegt" || form == "verpflichtet" || form == "begründet";
      finite |= meant && token.morphology.verb_form == VerbForm::Finite;
    }
    EXPECT_TRUE(finite) << sentence;
  }
}

TEST(Tagger, AParticipleBesideItsAuxiliaryStaysOne) {
  const clean::Report report = test_report({"Das Werk wurde am Morgen besetzt und der Strom abgestellt."});
  const Annotations notes = annotate(report, german());
  for (const Token& token : notes.tokens) {
    if (slice(report.text, token.text) != "besetzt") continue;
    EXPECT_NE(token.morphology.verb_form, VerbForm::Finite) << token.text.begin;
  }
}

TEST(Tagger, PunctuationAndNumbersAreNoWords) {
  EXPECT_EQ(class_of("Es kamen 300 Leute.", "300"), WordClass::Num);
  EXPECT_EQ(class_of("Es kamen 300 Leute.", "."), WordClass::Punct);
}

}  // namespace
}  // namespace ql::annotate
