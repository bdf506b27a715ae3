// SPDX-License-Identifier: Apache-2.0
// Pairs of a denial and a later statement of the same side that share words: what is the same deed, and what is not.
#include "compare/answer_fit.h"

#include <gtest/gtest.h>

#include "compare/compare.h"
#include "compare/test_story.h"

namespace ql::compare {
namespace {

using claims::Commitment;

/// A denial and what the same side confirms two days later.
ClaimStatus status_of_answer(std::string_view denied, std::string_view confirmed) {
  TestStory story;
  story.report("2025-09-02", {std::string(denied) + ", das bestritt Krug."});
  const Item denial = story.statement(denied, "Jens Krug", Commitment::Denies);
  story.report("2025-09-04", {std::string(confirmed) + ", das bestätigte Krug."});
  const Item answer = story.statement(confirmed, "Jens Krug", Commitment::Confirms);
  return status_of(story.compare(), denial, answer);
}

TEST(AnswerFit, OneThingInCommonConfirmsNoOtherDeed) {
  EXPECT_EQ(status_of_answer("Er habe den Hausvertrag gefälscht", "Er habe den Hausvertrag verloren"),
            ClaimStatus::Single);
  EXPECT_EQ(status_of_answer("Er habe Geld vom Baumeister angenommen", "Er sei mit dem Baumeister verreist"),
            ClaimStatus::Single);
  EXPECT_EQ(status_of_answer("Das Klärwerk stehe unter Druck", "Das Klärwerk liege am Ufer"), ClaimStatus::Single);
}

TEST(AnswerFit, TheDeedConfirmsInOtherWords) {
  EXPECT_EQ(status_of_answer("Er habe den Hausvertrag gefälscht", "Die Fälschung des Hausvertrags sei sein Werk"),
            ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(status_of_answer("Er habe Gift in den Teich geworfen", "Er habe das Gift hineingeworfen"),
            ClaimStatus::DeniedThenConfirmed);
  EXPECT_EQ(status_of_answer("Es gebe kein Treffen mit Bauern", "Er habe Bauern getroffen"),
            ClaimStatus::DeniedThenConfirmed);
}

TEST(AnswerFit, AnotherObjectOrDoerIsAnotherCase) {
  EXPECT_EQ(status_of_answer("Er habe Akten an Händler verkauft", "Er habe Räder an Kinder verkauft"),
            ClaimStatus::Single);
  EXPECT_EQ(status_of_answer("Das Tor sei von Rettern geöffnet worden", "Das Tor sei von Gästen geöffnet worden"),
            ClaimStatus::Single);
}

TEST(AnswerFit, WhoAdmitsRightBehindItsDenialAdmitsWhatItDenied) {
  TestStory story;
  story.report("2025-04-05", {"Noch am Montag hatte die Kasse erklärt, eine Warnung habe es nicht gegeben.",
                              "Nun räumt Sander ein, die Nachricht sei liegen geblieben."});
  const Item denial = story.statement("eine Warnung habe es nicht gegeben", "Ole Sander", Commitment::Denies);
  const Item admission = story.statement("die Nachricht sei liegen geblieben", "Ole Sander", Commitment::Confirms);
  story.set_cue(admission, {"räumt", " ein,"});
  const Comparison comparison = story.compare();
  EXPECT_EQ(status_of(comparison, denial, admission), ClaimStatus::DeniedThenConfirmed);
}

TEST(AnswerFit, AnotherShipOrPlaceIsAnotherCase) {
  EXPECT_EQ(status_of_answer("Eine Kollision der Fähre Alma", "Eine Kollision der Fähre Berta"), ClaimStatus::Single);
  EXPECT_EQ(status_of_answer("Er schließe das Werk in Kassel", "Er schließe das Werk in Emden"), ClaimStatus::Single);
}

}  // namespace
}  // namespace ql::compare
