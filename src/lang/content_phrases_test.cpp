// SPDX-License-Identifier: Apache-2.0
#include "lang/content_phrases.h"

#include <gtest/gtest.h>

#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::string_view kTable =
    "id\tstance\tphrase\n"
    "1\tdenies\tfrei erfunden\n"
    "2\tsuspects\tm\u00F6glicherweise\n"
    "3\tconfirms\t^ja\n"
    "4\tdemands\tlos!\n"
    "5\twarns\t\u00FCberaus heikel\n"
    "6\trefuses\tkein wort$\n"
    "7\tannounces\t{ich <WILL>|<WILL> ich} ... {bald |}{kommen|gehen} ... aber\n";
constexpr std::string_view kSets = "set\twords\nOWN_VOICE\tuns\nWILL\twerde|will\n";

ContentPhrases german_phrases() {
  return {embedded_file("lexicons/de/content_stance.tsv"), embedded_file("lexicons/de/stance_words.tsv")};
}

TEST(ContentPhrases, ShowAStance) {
  const ContentPhrases german = german_phrases();
  EXPECT_EQ(german.stance("der vorwurf entbehrt jeder grundlage"), CueStance::Denies);
  EXPECT_EQ(german.stance("der hafen bleibt geschlossen"), CueStance::Asserts);
}

TEST(ContentPhrases, MayHaveAGapOrAskForTheFirstPerson) {
  const ContentPhrases phrases("id\tstance\tphrase\n1\tdenies\teine solche ... nie\n2\tconfirms\t+war ein fehler\n",
                               kSets);
  EXPECT_EQ(phrases.stance("Eine solche Mail ging im Mai NIE ein"), CueStance::Denies);
  EXPECT_EQ(phrases.stance("Eine solche Mail ging ein. Der Rat kam nie"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("Das war ein Fehler von uns"), CueStance::Confirms);
  EXPECT_EQ(phrases.stance("Das war ein Fehler der Bank"), CueStance::Asserts);
}

TEST(ContentPhrases, StandBetweenWordBoundariesInAnyCase) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("Das sei FREI Erfunden."), CueStance::Denies);
  EXPECT_EQ(phrases.stance("freier funden, freierfunden, frei erfundenes"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("zollfrei erfunden"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("\u00F6frei erfunden"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("M\u00D6GLICHERWEISE"), CueStance::Suspects);
  EXPECT_EQ(phrases.stance("\u00DCberaus heikel"), CueStance::Warns);
}

TEST(ContentPhrases, ALaterPlaceCountsToo) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("zollfrei erfunden und frei erfunden"), CueStance::Denies);
}

TEST(ContentPhrases, TheFirstRowOfTheTableWins) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("m\u00F6glicherweise frei erfunden"), CueStance::Denies);
}

TEST(ContentPhrases, SomeStandAtTheStartOnly) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("Ja, das stimmt"), CueStance::Confirms);
  EXPECT_EQ(phrases.stance("ach ja, das stimmt"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("ja"), CueStance::Confirms);
  EXPECT_EQ(phrases.stance("jahrelang"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance(""), CueStance::Asserts);
}

TEST(ContentPhrases, ShortOnesAreFoundToo) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("Los!"), CueStance::Demands);
  EXPECT_EQ(phrases.stance("Nun aber los!"), CueStance::Demands);
  EXPECT_EQ(phrases.stance("Sie sind arglos!"), CueStance::Asserts);
}

TEST(ContentPhrases, SpellOutAlternativesAndSets) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("Morgen will ich dort gehen, aber erst morgen"), CueStance::Announces);
  EXPECT_EQ(phrases.stance("Ich werde bald kommen, aber erst morgen"), CueStance::Announces);
  EXPECT_EQ(phrases.stance("Ich werde aber bald kommen"), CueStance::Asserts);
  EXPECT_EQ(phrases.stance("Er werde bald kommen, aber erst morgen"), CueStance::Asserts);
}

TEST(ContentPhrases, SomeStandAtTheEndOnly) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("Er sagte kein Wort."), CueStance::Refuses);
  EXPECT_EQ(phrases.stance("Er sagte kein Wort davon"), CueStance::Asserts);
}

TEST(ContentPhrases, QuotationMarksDoNotPartWords) {
  const ContentPhrases phrases(kTable, kSets);
  EXPECT_EQ(phrases.stance("Es sei \u00FCberaus \u201Eheikel\u201C"), CueStance::Warns);
  EXPECT_EQ(phrases.stance("Das sei \"frei erfunden\""), CueStance::Denies);
}

/// The table's own examples: each row takes its example, and its counter-example does not get the stance.
TEST(ContentPhrases, RowsTakeTheirExamplesAndLeaveTheRest) {
  const ContentPhrases german = german_phrases();
  const TsvTable table(embedded_file("lexicons/de/content_stance.tsv"), "content_stance.tsv");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view id = table.cell(row, table.column("id"));
    const CueStance stance = cue_stance(table.cell(row, table.column("stance")));
    const auto* taken = german.find(table.cell(row, table.column("example")));
    EXPECT_TRUE(taken != nullptr && taken->id == id) << "TAKE " << id << (taken == nullptr ? "" : " by " + taken->id);
    const auto* left = german.find(table.cell(row, table.column("counter_example")));
    EXPECT_TRUE(left == nullptr || left->stance != stance) << "LEAVE " << id << " by " << left->id;
  }
}

}  // namespace
}  // namespace ql::lang
