// SPDX-License-Identifier: Apache-2.0
#include "annotate/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

struct Read {
  clean::Report report;
  Annotations notes;

  explicit Read(std::initializer_list<std::string_view> paragraphs) : report(test_report(paragraphs)) {
    notes = annotate(report, german());
  }
  [[nodiscard]] const Mention* find(std::string_view text) const {
    for (const Mention& mention : notes.mentions) {
      if (slice(report.text, mention.text) == text) return &mention;
    }
    return nullptr;
  }
  [[nodiscard]] std::string phrase(std::string_view text) const {
    const Mention* mention = find(text);
    return mention == nullptr ? "" : std::string(slice(report.text, mention->phrase));
  }
  [[nodiscard]] std::string entity(std::string_view text) const {
    const Mention* mention = find(text);
    return mention == nullptr || !mention->entity.valid() ? "" : notes.entities[mention->entity.index()].name;
  }
};

TEST(Names, FindsPersonWithRolePhrase) {
  const Read read({"Der französische Umweltminister Marc Delaunay reiste am Montag nach Rom."});
  ASSERT_NE(read.find("Marc Delaunay"), nullptr);
  EXPECT_EQ(read.find("Marc Delaunay")->type, EntityType::Person);
  EXPECT_EQ(read.phrase("Marc Delaunay"), "Der französische Umweltminister Marc Delaunay");
  EXPECT_EQ(read.find("Rom")->type, EntityType::Place);
  EXPECT_EQ(read.find("französische")->form, MentionForm::Adjective);
  EXPECT_EQ(read.entity("französische"), "Frankreich");
}

TEST(Names, RoleBeforeAFamilyNameIsNoGivenName) {
  const Read read({"Konzernchefin Vossler kam. Später sprach Herbert Kaiser."});
  EXPECT_EQ(read.entity("Vossler"), "Vossler");
  EXPECT_NE(read.find("Herbert Kaiser"), nullptr);
}

TEST(Names, CompoundPartsNameTheirState) {
  const Read read({"Die US-Behörden widersprachen, das NATO-Treffen endete früh."});
  ASSERT_NE(read.find("US"), nullptr);
  EXPECT_EQ(read.find("US")->form, MentionForm::Part);
  EXPECT_EQ(read.entity("US"), "USA");
  EXPECT_EQ(read.entity("NATO"), "NATO");
}

TEST(Names, FamilyNameAloneIsThePersonNamedInFull) {
  const Read read({"Die Ärztin Petra Lindqvist warnte vor Grippe.", "Es sei zu spät, sagte Lindqvist.",
                   "Lindqvists Praxis liegt in Kiel."});
  ASSERT_NE(read.find("Lindqvist"), nullptr);
  EXPECT_EQ(read.entity("Lindqvist"), "Petra Lindqvist");
  ASSERT_NE(read.find("Lindqvists"), nullptr);
  EXPECT_EQ(read.entity("Lindqvists"), "Petra Lindqvist");
}

TEST(Names, CapitalActsForItsState) {
  const Read read({"Moskau wies die Vorwürfe zurück."});
  const Mention* moscow = read.find("Moskau");
  ASSERT_NE(moscow, nullptr);
  const EntityId state = read.notes.entities[moscow->entity.index()].acts_for;
  ASSERT_TRUE(state.valid());
  EXPECT_EQ(read.notes.entities[state.index()].name, "Russland");
}

TEST(Names, ApppositionBehindTheNameBelongsToThePhrase) {
  const Read read({"Jonas Weber, Sprecher der Feuerwehr, sprach von Glück."});
  EXPECT_EQ(read.phrase("Jonas Weber"), "Jonas Weber, Sprecher der Feuerwehr");
}

TEST(Names, MentionAtFindsTheNameOfAToken) {
  const Read read({"Gestern sprach Ministerin Eva Talheim in Bonn."});
  const auto at = mention_at(read.notes, TokenId(std::size_t{2}));  // "Ministerin"
  ASSERT_TRUE(at);
  EXPECT_EQ(slice(read.report.text, read.notes.mentions[at->index()].text), "Eva Talheim");
  EXPECT_FALSE(mention_at(read.notes, TokenId(std::size_t{0})));
}

TEST(Names, HeadlineInCapitals) {
  const Read read({"STREIK IN HAMBURG LEGT DEN HAFEN LAHM"});
  ASSERT_NE(read.find("HAMBURG"), nullptr);
  EXPECT_EQ(read.find("HAMBURG")->type, EntityType::Place);
}

}  // namespace
}  // namespace ql::annotate
