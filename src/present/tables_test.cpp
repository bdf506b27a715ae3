// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "present/exports.h"
#include "present/test_dossier.h"

namespace ql::present {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Tables, StatementsNameSpeakerAndBytes) {
  const std::string csv = statements_csv(small_dossier(), {80, "de"});
  EXPECT_THAT(csv, StartsWith("\"id\",\"kind\",\"commitment\""));
  EXPECT_THAT(csv, HasSubstr("\"q1\",\"indirect\",\"asserts\",\"false\",\"false\",\"Kern\",\"Kern\",\"\",\"sagte\","
                             "\"Die Werft z\u00e4hlt 300 Leute\""));
  EXPECT_THAT(csv, HasSubstr("\"de.clause.inverted.01\",\"0.90\""));
  EXPECT_THAT(csv, HasSubstr(",\"0\",\"26\"\r\n"));
}

TEST(Tables, ClaimsHaveARowPerMember) {
  Dossier dossier = small_dossier();
  compare::Claim claim;
  claim.label = "Leute";
  claim.kind = compare::ClaimKind::Figure;
  claim.members = {{ReportId(std::size_t{0}), compare::Item::Kind::Figure, 0}};
  dossier.findings.stories.resize(1);
  dossier.findings.stories[0].claims = {claim};
  EXPECT_THAT(claims_csv(dossier, {80, "de"}),
              HasSubstr("\"c1\",\"figure\",\"Leute\",\"single\",\"1\",\"f1\",\"Kern\",\"300 Leute\""));
}

}  // namespace
}  // namespace ql::present
