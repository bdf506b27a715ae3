// SPDX-License-Identifier: Apache-2.0
#include "compare/sides.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "compare/words.h"

namespace ql::compare {
namespace {

class SidesTest : public testing::Test {
 protected:
  SidesTest()
      : language_(lang::load_language("de")),
        reports_(1),
        words_(language_),
        context_{reports_, actors_, chronology_, language_, words_, origin_of_, {}} {
    actors_.of_entity.emplace_back();
  }

  Sides sides(std::string_view described) {
    claims::Speaker speaker;
    speaker.text = described;
    return sides_of(context_, ReportId(0), speaker);
  }

  lang::Language language_;
  std::vector<AnalysedReport> reports_;
  annotate::ActorTable actors_;
  Chronology chronology_;
  std::vector<std::uint32_t> origin_of_{0};
  WordMemo words_;
  Context context_;
};

TEST_F(SidesTest, AnInstitutionSpeaksThroughItsPeople) {
  EXPECT_TRUE(share_a_key(sides("Polizeisprecherin Wilk"), sides("ein Sprecher der Polizei")));
  EXPECT_TRUE(share_a_key(sides("Unternehmenssprecher Ahlers"), sides("der Konzern")));
  EXPECT_TRUE(share_a_key(sides("GSF-Chef Dombert"), sides("der GSF-Vorsitzende")));
}

TEST_F(SidesTest, ABareOfficeSpeaksForTheBodyNamedBefore) {
  reports_[0].report =
      annotate::test_report({"Die Harm AG bestritt das. Es gibt keine Gespräche mit Velm, sagte eine "
                             "Sprecherin. Ein Anwohner widersprach."});
  reports_[0].notes = annotate::annotate(reports_[0].report, language_);
  const auto said_by = [&](std::string_view words) {
    claims::Speaker speaker;
    speaker.text = words;
    const auto at = static_cast<std::uint32_t>(reports_[0].report.text.find(words));
    speaker.span = {at, at + static_cast<std::uint32_t>(words.size())};
    return sides_of(context_, ReportId(0), speaker);
  };
  actors_.actors.clear();
  actors_.of_entity.assign(1, {});
  for (const annotate::Entity& entity : reports_[0].notes.entities) {
    actors_.of_entity[0].emplace_back(actors_.actors.size());
    actors_.actors.push_back({entity.type, entity.name, {}, {}});
  }
  const std::vector<Sides> institutions = institutions_of_actors(context_);
  context_.institutions = institutions;
  EXPECT_TRUE(share_a_key(said_by("eine Sprecherin"), sides("Harm AG")));
  EXPECT_FALSE(share_a_key(said_by("Ein Anwohner"), sides("Harm AG")));
}

TEST_F(SidesTest, OthersAreOtherSides) {
  EXPECT_FALSE(share_a_key(sides("Polizeisprecherin Wilk"), sides("ein Sprecher der Feuerwehr")));
  EXPECT_FALSE(share_a_key(sides("die Gewerkschaft"), sides("der Konzern")));
  EXPECT_FALSE(share_a_key(sides("eine Anwohnerin"), sides("ein Anwohner")));
}

TEST_F(SidesTest, BothSidesAreJoint) {
  EXPECT_TRUE(is_joint("beide Seiten"));
  EXPECT_TRUE(is_joint("Beide"));
  EXPECT_FALSE(is_joint("die andere Seite"));
}

TEST_F(SidesTest, ACompanyPublishesForItself) {
  reports_[0].report.outlet = "Kranz Getriebe SE";
  EXPECT_TRUE(share_a_key(sides_of_outlet(context_, ReportId(0)), sides("Unternehmenssprecherin Roth")));
  reports_[0].report.outlet = "Elbtaler Tagblatt";
  EXPECT_TRUE(sides_of_outlet(context_, ReportId(0)).empty());
}

}  // namespace
}  // namespace ql::compare
