// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "present/present.h"
#include "present/test_dossier.h"
#include "present/views.h"

namespace ql::present {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Json, WritesStatementsWithRangesAndReferences) {
  const std::string json = to_json(small_dossier(), {"1.2.3", {}});
  EXPECT_THAT(json,
              HasSubstr("{\"id\":\"q1\",\"report\":\"r1\",\"sentence\":{\"begin\":0,\"end\":39},\"kind\":\"indirect\","
                        "\"content\":[{\"begin\":0,\"end\":26,\"text\":\"Die Werft z\u00e4hlt 300 Leute\"}],"));
  EXPECT_THAT(json, HasSubstr("\"speaker\":{\"actor\":\"a1\",\"span\":{\"begin\":34,\"end\":38,\"text\":\"Kern\"},"
                              "\"text\":\"Kern\",\"also\":[]},\"addressee\":null,"));
  EXPECT_THAT(json, HasSubstr("\"rule\":\"de.clause.inverted.01\",\"confidence\":0.9}"));
}

TEST(Json, WritesFiguresAsNumbers) {
  const std::string json = to_json(small_dossier(), {"1.2.3", {}});
  EXPECT_THAT(json, HasSubstr("\"value\":300,\"min\":300,\"max\":300,\"hedge\":\"exact\",\"role\":\"level\","
                              "\"unit\":\"Leute\",\"of\":null,\"state\":null,\"place\":null,\"statement\":\"q1\","));
}

TEST(Json, ListsOnlyActorsThatAreSpokenOf) {
  const std::string json = to_json(small_dossier(), {"1.2.3", {}});
  EXPECT_THAT(json, HasSubstr("{\"id\":\"a1\",\"name\":\"Kern\""));
  EXPECT_THAT(json, Not(HasSubstr("Niemand")));
}

TEST(Json, EscapesPathsAndNamesInferredTimes) {
  const std::string json = to_json(small_dossier(), {"1.2.3", {{"models/x.bin", "ab"}}});
  EXPECT_THAT(json, HasSubstr("\"path\":\"b\u00f6rse/\\\"werft\\\".txt\""));
  EXPECT_THAT(json, HasSubstr("\"published\":{\"value\":\"2025-05\",\"earliest\":\"2025-05-01\","
                              "\"latest\":\"2025-05-31\",\"basis\":\"inferred\",\"from\":\"url\"}"));
  EXPECT_THAT(json, HasSubstr("\"models\":[{\"name\":\"models/x.bin\",\"sha256\":\"ab\"}]"));
}

TEST(Json, WritesTracesWithWordsOnBothSides) {
  Dossier dossier = small_dossier();
  dossier.reports.push_back(dossier.reports[0]);
  dossier.stories.traces.push_back(
      {ReportId(0), ReportId(1), true, {{stories::TraceKind::Figures, {{TextRange{17, 20}, TextRange{17, 20}}}}}});
  EXPECT_THAT(to_json(dossier, {"1.2.3", {}}),
              HasSubstr("{\"from\":\"r1\",\"to\":\"r2\",\"direction_known\":true,\"items\":[{\"kind\":\"figures\","
                        "\"spans\":[[{\"begin\":17,\"end\":20,\"text\":\"300\"},"
                        "{\"begin\":17,\"end\":20,\"text\":\"300\"}]]}]}"));
}

TEST(Json, LeavesOutTracesThatCannotBeShown) {
  Dossier dossier = small_dossier();
  dossier.reports.push_back(dossier.reports[0]);
  const std::pair shown{TextRange{17, 20}, TextRange{17, 20}}, empty{TextRange{17, 17}, TextRange{17, 20}};
  using stories::TraceKind;
  dossier.stories.traces.push_back({ReportId(0), ReportId(1), true, {{TraceKind::Quotation, {empty}}}});
  EXPECT_THAT(to_json(dossier, {"1.2.3", {}}), HasSubstr("\"traces\":[\n]"));
  dossier.stories.traces.front().items.push_back({TraceKind::Figures, {shown, empty}});
  const std::string json = to_json(dossier, {"1.2.3", {}});
  EXPECT_THAT(json, Not(HasSubstr("\"kind\":\"quotation\"")));
  EXPECT_THAT(json, HasSubstr("\"items\":[{\"kind\":\"figures\",\"spans\":[[{\"begin\":17"));
}

TEST(Json, StreamsWhatItReturns) {
  const Dossier dossier = small_dossier();
  std::string streamed;
  write_json(dossier, {"1", {}}, [&](std::string_view piece) { streamed += piece; });
  EXPECT_EQ(streamed, to_json(dossier, {"1", {}}));
}

TEST(Views, ShowSpeakerAndWords) {
  const std::string statements = view_text(small_dossier(), View::Statements, {80, "de"});
  EXPECT_THAT(statements, HasSubstr("q1"));
  EXPECT_THAT(statements, HasSubstr("Kern sagt: Die Werft"));
  EXPECT_THAT(view_text(small_dossier(), View::Figures, {80, "en"}), HasSubstr("300 Leute [one origin]"));
  EXPECT_EQ(view_json(small_dossier(), View::Claims), "{\"claims\":[\n]}\n");
}

TEST(Summary, CountsAndFits) {
  const std::string text = to_text(small_dossier(), {50, "de"});
  EXPECT_THAT(text, HasSubstr("1 Bericht, 1 Ursprung"));
  EXPECT_THAT(to_text(small_dossier(), {80, "en"}), HasSubstr("1 report, 1 origin"));
  EXPECT_THAT(to_text(Dossier{}, {80, "de"}), HasSubstr("Keine Berichte"));
}

}  // namespace
}  // namespace ql::present
