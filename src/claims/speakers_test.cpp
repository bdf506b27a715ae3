// SPDX-License-Identifier: Apache-2.0
// Speakers as statements name them: through annotate and extract_statements.
#include "claims/speakers.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/test_language.h"

namespace ql::claims {
namespace {

using lang::german;

/// The speaker's words in the first statement of a text; "none" without a statement.
std::string speaker_of(std::string_view text) {
  const clean::Report report = annotate::test_report({text});
  const auto statements = extract_statements(report, annotate::annotate(report, german()), german());
  return statements.empty() ? "none" : std::string(slice(report.text, statements[0].speaker.span));
}

TEST(Speakers, TheSubjectStandsBeforeOrBehindTheVerb) {
  EXPECT_EQ(speaker_of("Die Ministerin sagte, dass die Brücke gesperrt bleibt."), "Die Ministerin");
  EXPECT_EQ(speaker_of("„Die Brücke bleibt gesperrt“, sagte die Ministerin."), "die Ministerin");
}

TEST(Speakers, APhraseKeepsItsNameAndItsGenitive) {
  EXPECT_EQ(speaker_of("„Die Brücke hält“, sagte Baudezernentin Ruth Amelung."), "Baudezernentin Ruth Amelung");
  EXPECT_EQ(speaker_of("Der Sprecher der Reederei erklärte, dass die Fähre fährt."), "Der Sprecher der Reederei");
}

TEST(Speakers, TimesDoNotSpeak) {
  EXPECT_EQ(speaker_of("Am Montag sagte der Bürgermeister, dass die Halle geräumt wurde."), "der Bürgermeister");
}

TEST(Speakers, AfterAPrepositionAnyCaseIsRead) {
  EXPECT_EQ(speaker_of("Laut der Feuerwehr brach das Feuer gegen Mittag aus."), "der Feuerwehr");
}

TEST(Speakers, JointSpeakersAreAllNamed) {
  const clean::Report report =
      annotate::test_report({"Ruth Amelung und Karl Tidow teilten mit, dass die Brücke hält."});
  const auto statements = extract_statements(report, annotate::annotate(report, german()), german());
  ASSERT_EQ(statements.size(), 1U);
  EXPECT_TRUE(statements[0].speaker.entity.valid());
  EXPECT_EQ(statements[0].speaker.also.size(), 1U);
}

}  // namespace
}  // namespace ql::claims
