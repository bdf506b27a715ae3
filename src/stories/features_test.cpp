// SPDX-License-Identifier: Apache-2.0
#include "stories/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "lang/test_language.h"
#include "lang/word_key.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

using lang::german;

Features features_of(const std::string& title, const std::string& text, WordKind kind = WordKind::Lower,
                     const std::string& name = "") {
  const AnalysedReport report = make_report(title, {text});
  WordList list = word_list_of(report);
  for (Word& word : list.words) {
    if (slice(report.report.text, word.text) == name) word.kind = kind;
  }
  return FeatureReader().read(list);
}

float weight_of(const Features& features, const std::string& word) {
  const std::uint32_t stem = stem_of(lang::fold_word(word));
  for (const Term term : features.terms()) {
    if (term.key() == Term::key_of(stem)) return term.weight();
  }
  return 0;
}

TEST(Features, TitlesOutweighBodiesAndTellingWordsEverydayOnes) {
  const Features features =
      features_of("Feuer in der Fabrik", "In der Fabrik brannte es. Das Feuer brach gegen Mittag im Lager aus.");
  EXPECT_GT(weight_of(features, "Feuer"), weight_of(features, "Lager"));
  EXPECT_GT(weight_of(features, "Lager"), weight_of(features, "gegen"));
  EXPECT_EQ(weight_of(features, "Wasser"), 0);
}

TEST(Features, ANamedPlaceAndATellingNumberWeighMore) {
  const std::string text = "Am Montag kam es in Marburg zu einem Unfall mit 2.417 Schafen und 3 Hunden.";
  const Features plain = features_of("", text);
  EXPECT_GT(weight_of(features_of("", text, WordKind::Place, "Marburg"), "Marburg"), weight_of(plain, "Marburg"));
  EXPECT_GT(weight_of(plain, "2417"), weight_of(plain, "3"));
}

TEST(Features, ANameThatNobodyHasHeardOfSpeaksForOneEventUnlessItIsACompound) {
  const std::string text =
      "Der Rat tagt mit Bürgern, Vereinen, Schulen, Kirchen, Firmen, Ämtern, Bauern, Jägern und Fischern der Gegend. "
      "Es geht um Grolmwitz und um den Brückenstreit. Heute reden Anwalt, Gutachter, Planer, Lehrer und Pfarrer.";
  const Features features = features_of("Um 2417, 3519, 4721, 5923 und 6127 Schafe", text);
  EXPECT_GT(weight_of(features, "Grolmwitz"), weight_of(features, "Brückenstreit") + 0.05F);
}

TEST(Features, ACompoundThatFewKnowCountsAsItsPartsToo) {
  const Features features = features_of("", "Die Feier fiel aus. Der Brückenstreit geht weiter.");
  EXPECT_GT(weight_of(features, "Streit"), 0);
}

TEST(Features, ATermSaysWhereItStandsAndWhatItNames) {
  std::string text = "Im Lager bei Marburg brach das Feuer aus.";
  for (int i = 0; i < 90; ++i) text += " und";
  const Features features =
      features_of("Feuer in der Fabrik", text + " Die Ursache ist ein Kabel.", WordKind::Place, "Marburg");
  const auto term = [&](const std::string& word) {
    const std::uint32_t key = Term::key_of(stem_of(lang::fold_word(word)));
    for (const Term some : features.terms()) {
      if (some.key() == key) return some;
    }
    ADD_FAILURE() << word;
    return Term();
  };
  EXPECT_TRUE(term("Feuer").in_title() && term("Feuer").in_opening());
  EXPECT_TRUE(!term("Lager").in_title() && term("Lager").in_opening());
  EXPECT_TRUE(!term("Kabel").in_title() && !term("Kabel").in_opening());
  EXPECT_EQ(term("Marburg").names(), NamedKind::Place);
  EXPECT_EQ(term("Lager").names(), NamedKind::Nothing);
}

TEST(Features, ATitleThatTheBodyNeverTakesUpIsOpening) {
  const Features features = features_of("Ein Wunder", "Im Lager brach das Feuer aus.");
  const std::uint32_t key = Term::key_of(stem_of(lang::fold_word("Wunder")));
  const auto found =
      std::find_if(features.terms().begin(), features.terms().end(), [&](Term x) { return x.key() == key; });
  ASSERT_NE(found, features.terms().end());
  EXPECT_TRUE(!found->in_title() && found->in_opening());
}

TEST(Features, StayWithinTheirSizeAndHaveLengthOne) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "wort" + std::to_string(i * 7919) + "x ";
  const Features features = features_of("", text);
  EXPECT_EQ(features.terms().size(), Features::kMostTerms);
  EXPECT_TRUE(std::is_sorted(features.terms().begin(), features.terms().end(),
                             [](const Term& x, const Term& y) { return x.key() < y.key(); }));
  EXPECT_TRUE(std::is_sorted(features.fingerprints().begin(), features.fingerprints().end()));
  float square = 0;
  for (const Term term : features.terms()) square += term.weight() * term.weight();
  EXPECT_NEAR(square, 1, 0.03);
}

TEST(Features, OneWordInCommonMakesNoStoryHoweverWeighty) {
  const Features features = features_of("Grolmwitz", "Grolmwitz, und zwar Grolmwitz.");
  ASSERT_FALSE(features.terms().empty());
  for (const Term term : features.terms()) EXPECT_LT(term.weight() * term.weight(), 0.2F);
}

TEST(Features, AWeightKeepsItsSizeToThreePerCent) {
  for (const float value : {0.02F, 0.05F, 0.1F, 0.3F, 0.44F}) {
    EXPECT_NEAR(Term(7, value).weight() / value, 1, 0.026);
    EXPECT_EQ(Term(7, value).key(), 7U);
  }
}

TEST(Features, ATextWithoutWordsHasNone) {
  const Features features = features_of("", "- - -");
  EXPECT_TRUE(features.terms().empty());
  EXPECT_TRUE(features.fingerprints().empty());
}

}  // namespace
}  // namespace ql::stories
