// SPDX-License-Identifier: Apache-2.0
#include "claims/sources.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/test_language.h"

namespace ql::claims {
namespace {

using lang::german;

struct Read {
  clean::Report report;
  annotate::Annotations notes;
  ReportClaims claims;

  [[nodiscard]] const annotate::Entity* speaker(std::size_t statement) const {
    const EntityId entity = claims.statements.at(statement).speaker.entity;
    return entity.valid() ? &notes.entities[entity.index()] : nullptr;
  }
  [[nodiscard]] std::string name(std::size_t statement) const {
    return speaker(statement) == nullptr ? "" : speaker(statement)->name;
  }
};

Read read(std::initializer_list<std::string_view> paragraphs, const char* outlet = nullptr) {
  Read result;
  result.report = annotate::test_report(paragraphs);
  if (outlet != nullptr) result.report.outlet = outlet;
  result.notes = annotate::annotate(result.report, german());
  result.claims = extract_claims(result.report, result.notes, german());
  return result;
}

TEST(Sources, ADescribedSpeakerIsAnActorWithoutAName) {
  const Read found = read({"Die Wirtin rechnet mit 300 Gästen."});
  ASSERT_EQ(found.claims.statements.size(), 1U);
  EXPECT_EQ(found.name(0), "Wirtin");
  EXPECT_FALSE(found.speaker(0)->named);
}

TEST(Sources, TheHeadStandsInTheNominative) {
  EXPECT_EQ(read({"Nach Angaben des Veterinäramtes starben 40 Schafe."}).name(0), "Veterinäramt");
}

TEST(Sources, ADefiniteNounTakesUpTheOnlyNameThatHoldsIt) {
  const Read found = read({"Die Umweltgruppe Greenpeace sperrt die Brücke. Nach Angaben der Gruppe ist sie morsch."});
  ASSERT_EQ(found.claims.statements.size(), 1U);
  EXPECT_EQ(found.name(0), "Greenpeace");
}

TEST(Sources, ASecondMentionIsTheSameActor) {
  const Read found = read({"Die Wirtin rechnet mit 300 Gästen. Die Wirtin sprach von 40 Helfern."});
  ASSERT_EQ(found.claims.statements.size(), 2U);
  EXPECT_EQ(found.claims.statements[0].speaker.entity, found.claims.statements[1].speaker.entity);
}

TEST(Sources, ARelativePronounMeansTheNameBeforeIt) {
  const Read found = read({"Der Zulieferer Siemens, der nach eigenen Angaben für 300 Werke arbeitet, schweigt."});
  ASSERT_EQ(found.claims.figures.size(), 1U);
  ASSERT_TRUE(found.claims.figures[0].speaker.valid());
  EXPECT_EQ(found.notes.entities[found.claims.figures[0].speaker.index()].name, "Siemens");
}

TEST(Sources, TheSaidWordsAreThoseOfWhoSpokeLast) {
  const Read found = read({"Die Wirtin rechnet mit 300 Gästen. Den Angaben zufolge ist der Saal ausverkauft."});
  ASSERT_EQ(found.claims.statements.size(), 2U);
  EXPECT_EQ(found.name(1), "Wirtin");
  EXPECT_EQ(read({"Den Angaben zufolge ist der Saal ausverkauft."}).name(0), "");
}

TEST(Sources, WeOfAnIssuer) {
  const Read found = read({"Nach unserer Schätzung fehlen 300 Wohnungen."}, "Gewerkschaft Torf und Moor");
  ASSERT_EQ(found.claims.statements.size(), 1U);
  EXPECT_EQ(found.name(0), "Gewerkschaft Torf und Moor");
  EXPECT_EQ(read({"Nach unserer Schätzung fehlen 300 Wohnungen."}).name(0), "");
}

TEST(Sources, APronounStaysOpen) { EXPECT_EQ(read({"Sie sagten, der Saal sei voll."}).name(0), ""); }

}  // namespace
}  // namespace ql::claims
