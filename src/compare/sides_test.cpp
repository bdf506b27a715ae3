// SPDX-License-Identifier: Apache-2.0
#include "compare/sides.h"

#include <gtest/gtest.h>

namespace ql::compare {
namespace {

class SidesTest : public testing::Test {
 protected:
  SidesTest()
      : language_(lang::load_language("de")),
        reports_(1),
        context_{reports_, actors_, chronology_, language_, {0}, {}} {
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
  Context context_;
};

TEST_F(SidesTest, AnInstitutionSpeaksThroughItsPeople) {
  EXPECT_TRUE(share_a_side(sides("Polizeisprecherin Wilk"), sides("ein Sprecher der Polizei")));
  EXPECT_TRUE(share_a_side(sides("Unternehmenssprecher Ahlers"), sides("der Konzern")));
  EXPECT_TRUE(share_a_side(sides("GSF-Chef Dombert"), sides("der GSF-Vorsitzende")));
}

TEST_F(SidesTest, OthersAreOtherSides) {
  EXPECT_FALSE(share_a_side(sides("Polizeisprecherin Wilk"), sides("ein Sprecher der Feuerwehr")));
  EXPECT_FALSE(share_a_side(sides("die Gewerkschaft"), sides("der Konzern")));
  EXPECT_FALSE(share_a_side(sides("eine Anwohnerin"), sides("ein Anwohner")));
}

TEST_F(SidesTest, BothSidesAreJoint) {
  EXPECT_TRUE(is_joint("beide Seiten"));
  EXPECT_TRUE(is_joint("Beide"));
  EXPECT_FALSE(is_joint("die andere Seite"));
}

TEST_F(SidesTest, ACompanyPublishesForItself) {
  reports_[0].report.outlet = "Kranz Getriebe SE";
  EXPECT_TRUE(share_a_side(sides_of_outlet(context_, ReportId(0)), sides("Unternehmenssprecherin Roth")));
  reports_[0].report.outlet = "Elbtaler Tagblatt";
  EXPECT_TRUE(sides_of_outlet(context_, ReportId(0)).empty());
}

}  // namespace
}  // namespace ql::compare
