// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"

namespace ql::annotate {
namespace {

/// Name of the entity of the mention whose text is `text`; "" when there is none or it is open.
std::string entity_of(std::initializer_list<std::string_view> paragraphs, std::string_view text) {
  static const lang::Language language = lang::load_language("de");
  const clean::Report report = test_report(paragraphs);
  const Annotations notes = annotate(report, language);
  for (const Mention& mention : notes.mentions) {
    if (slice(report.text, mention.text) == text && mention.entity.valid()) {
      return notes.entities[mention.entity.index()].name;
    }
  }
  return "";
}

TEST(Descriptions, RoleFindsItsHolder) {
  EXPECT_EQ(entity_of({"Die Umweltministerin Clara Vogt reiste ab.", "Die Ministerin nannte keine Gründe."},
                      "Die Ministerin"),
            "Clara Vogt");
}

/// What was named thousands of mentions ago is forgotten, or an endless text would cost the square of its length.
TEST(Descriptions, LooksBackOverFewThousandMentions) {
  std::string between;
  for (int i = 0; i < 4200; ++i) between += "Die Umweltministerin Clara Vogt reiste ab. ";
  const std::string_view first = "Der Wasserverband Nordheide tagte.", last = "Der Verband schwieg.";
  EXPECT_EQ(entity_of({first, last}, "Der Verband"), "Wasserverband Nordheide");
  EXPECT_EQ(entity_of({first, between, last}, "Der Verband"), "");
}

TEST(Descriptions, ChiefOfTheSeatIsItsMinister) {
  EXPECT_EQ(entity_of({"US-Verteidigungsminister Howard Lane sprach in Oslo.", "Der Pentagon-Chef warnte."},
                      "Der Pentagon-Chef"),
            "Howard Lane");
}

TEST(Descriptions, TwoHoldersLeaveItOpen) {
  EXPECT_EQ(
      entity_of({"Minister Jan Brandt und Minister Ole Kirsch trafen sich.", "Der Minister schwieg."}, "Der Minister"),
      "");
}

TEST(Descriptions, BodyNounFindsTheNameThatHoldsIt) {
  EXPECT_EQ(entity_of({"Der Wasserverband Nordheide (WVN) senkte den Pegel.", "Der Verband rechnet mit Regen."},
                      "Der Verband"),
            "Wasserverband Nordheide");
}

TEST(Descriptions, AgeFindsThePerson) {
  EXPECT_EQ(entity_of({"Erika Sommer (57) wohnt am Deich.", "Die 57-Jährige blieb ruhig."}, "Die 57-Jährige"),
            "Erika Sommer");
}

TEST(Descriptions, SpokespersonWithoutNameIsAnEntity) {
  EXPECT_EQ(entity_of({"Ein Sprecher der NATO widersprach."}, "Ein Sprecher der NATO"), "Sprecher der NATO");
}

TEST(Descriptions, PronounTakesTheLastSubjectOfItsGender) {
  EXPECT_EQ(
      entity_of({"Bürgermeisterin Lena Hartwig besuchte das Lager.", "Dort sagte sie, es fehle an Wasser."}, "sie"),
      "Lena Hartwig");
}

}  // namespace
}  // namespace ql::annotate
