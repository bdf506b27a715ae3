// SPDX-License-Identifier: Apache-2.0
// Which outlet a noun for a medium takes up: through the whole stage.
#include "claims/media.h"

#include <gtest/gtest.h>

#include <string>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/test_language.h"

namespace ql::claims {
namespace {

/// Names of the actors in the chain of the last statement, outermost first: "a < b".
std::string last_chain(std::string_view text, const char* outlet = nullptr) {
  clean::Report report = annotate::test_report({text});
  if (outlet != nullptr) report.outlet = outlet;
  annotate::Annotations notes = annotate::annotate(report, lang::german());
  const ReportClaims claims = extract_claims(report, notes, lang::german());
  std::string chain;
  if (claims.statements.empty()) return "none";
  for (const ChainLink& link : claims.statements.back().chain) {
    chain.append(chain.empty() ? "" : " < ");
    chain.append(link.entity.valid() ? notes.entities[link.entity.index()].name : link.text);
  }
  return chain;
}

TEST(Media, ANounForAMediumIsTheOneNamedLast) {
  EXPECT_EQ(
      last_chain("Der Norder Anzeiger hat ein Papier veröffentlicht. Wie das Blatt unter Berufung auf eine Anwältin "
                 "meldet, wird die Werft verkauft."),
      "Norder Anzeiger < Anwältin");
  EXPECT_EQ(
      last_chain("Das Magazin „Lagebild“ druckt den Vertrag. Der Text sei echt, sagte Ruth Amelung der Zeitschrift."),
      "Lagebild < Ruth Amelung");
}

TEST(Media, TheReportsOwnOutletIsNoOther) {
  EXPECT_EQ(last_chain("Der Norder Anzeiger sprach mit ihr. Der Text sei echt, sagte Ruth Amelung.", "Norder Anzeiger"),
            "");
}

TEST(Media, WhoIsCitedIsRelayedByTheMediumThatIsRetold) {
  EXPECT_EQ(last_chain(
                "Laut Norder Anzeiger wird die Werft verkauft. „Alles ist unterschrieben“, wird Ruth Amelung zitiert."),
            "Norder Anzeiger < Ruth Amelung");
}

TEST(Media, ASourceThatIsTakenUpKeepsItsRelay) {
  EXPECT_EQ(
      last_chain(
          "Der Norder Anzeiger berichtete unter Berufung auf zwei Beamte des Ministeriums, dass eine Mail einging. "
          "Den Beamten zufolge blieb sie ungelesen."),
      "Norder Anzeiger < zwei Beamte des Ministeriums");
}

TEST(Media, AMediumThatReliesOnSomebodyRelaysThem) {
  EXPECT_EQ(last_chain("Laut Norder Anzeiger, der sich auf ein Mitglied des Rats beruft, wird die Werft verkauft."),
            "Norder Anzeiger < Mitglied des Rats");
}

TEST(Media, AMediumHearsBehindTheVerb) {
  EXPECT_EQ(
      last_chain(
          "Das Gebot sei zu niedrig, sagten zwei mit der Sache vertraute Personen der Nachrichtenagentur Reuters.",
          "Hafenfunk"),
      "Reuters < zwei mit der Sache vertraute Personen");
}

}  // namespace
}  // namespace ql::claims
