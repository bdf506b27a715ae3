// SPDX-License-Identifier: Apache-2.0
#include "lang/content_phrases.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"

namespace ql::lang {
namespace {

constexpr std::string_view kTable =
    "stance\tphrase\n"
    "denies\tfrei erfunden\n"
    "suspects\tm\u00F6glicherweise\n"
    "confirms\t^ja\n"
    "demands\tlos!\n"
    "warns\t\u00FCberaus heikel\n";

TEST(ContentPhrases, ShowAStance) {
  const ContentPhrases german(embedded_file("lexicons/de/content_stance.tsv"));
  EXPECT_EQ(german.stance("der vorwurf entbehrt jeder grundlage"), CueStance::Denies);
  EXPECT_EQ(german.stance("der hafen bleibt geschlossen"), CueStance::Asserts);
}

TEST(ContentPhrases, MayHaveAGapOrAskForTheFirstPerson) {
  const ContentPhrases phrases(
      "stance\tphrase\nown_voice\tuns\ndenies\teine solche ... nie\nconfirms\t+war ein fehler\n");
  EXPECT_EQ(phrases.stance("Eine solche Mail ging im Mai NIE ein"), CueStance::Denies);
  EXPECT_EQ(phrases.stance("Eine solche Mail ging ein. Der Rat kam nie"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("Das war ein Fehler von uns"), CueStance::Confirms);
  EXPECT_EQ(phrases.stance("Das war ein Fehler der Bank"), CueStance::Asserts);
}

TEST(ContentPhrases, StandBetweenWordBoundariesInAnyCase) {
  const ContentPhrases phrases(kTable);
  EXPECT_EQ(phrases.stance("Das sei FREI Erfunden."), CueStance::Denies);
  EXPECT_EQ(phrases.stance("freier funden, freierfunden, frei erfundenes"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("zollfrei erfunden"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("\u00F6frei erfunden"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("M\u00D6GLICHERWEISE"), CueStance::Suspects);
  EXPECT_EQ(phrases.stance("\u00DCberaus heikel"), CueStance::Warns);
}

TEST(ContentPhrases, ALaterPlaceCountsToo) {
  const ContentPhrases phrases(kTable);
  EXPECT_EQ(phrases.stance("zollfrei erfunden und frei erfunden"), CueStance::Denies);
}

TEST(ContentPhrases, TheFirstRowOfTheTableWins) {
  const ContentPhrases phrases(kTable);
  EXPECT_EQ(phrases.stance("m\u00F6glicherweise frei erfunden"), CueStance::Denies);
}

TEST(ContentPhrases, SomeStandAtTheStartOnly) {
  const ContentPhrases phrases(kTable);
  EXPECT_EQ(phrases.stance("Ja, das stimmt"), CueStance::Confirms);
  EXPECT_EQ(phrases.stance("ach ja, das stimmt"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("ja"), CueStance::Confirms);
  EXPECT_EQ(phrases.stance("jahrelang"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance(""), CueStance::Asserts);
}

TEST(ContentPhrases, ShortOnesAreFoundToo) {
  const ContentPhrases phrases(kTable);
  EXPECT_EQ(phrases.stance("Los!"), CueStance::Demands);
  EXPECT_EQ(phrases.stance("Nun aber los!"), CueStance::Demands);
  EXPECT_EQ(phrases.stance("Sie sind arglos!"), CueStance::Asserts);
}

}  // namespace
}  // namespace ql::lang
