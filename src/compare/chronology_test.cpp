// SPDX-License-Identifier: Apache-2.0
#include "compare/chronology.h"

#include <gtest/gtest.h>

namespace ql::compare {
namespace {

AnalysedReport report_with(std::string path, std::string published, std::initializer_list<const char*> values) {
  AnalysedReport report;
  report.report.origin.path = std::move(path);
  if (!published.empty()) report.notes.document_time = TimeValue{std::move(published), "", "", Basis::Metadata, ""};
  for (const char* value : values) {
    annotate::TimeExpression time;
    time.time.value = value;
    report.notes.times.push_back(time);
  }
  return report;
}

stories::StoryTable one_story(std::size_t reports) {
  stories::StoryTable table;
  table.stories.emplace_back();
  for (std::size_t i = 0; i < reports; ++i) table.stories[0].reports.emplace_back(i);
  return table;
}

TEST(Chronology, UndatedReportTakesTheMonthOfItsSibling) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "", {"XXXX-WXX-4", "XXXX-WXX-1"}));
  reports.push_back(report_with("b.txt", "2023-03", {}));
  const Chronology result = infer_chronology(reports, one_story(2));
  ASSERT_TRUE(result.reports[0].published);
  EXPECT_EQ(result.reports[0].published->value, "2023-03");
  EXPECT_EQ(result.reports[0].published->basis, Basis::Inferred);
  EXPECT_NE(result.reports[0].published->from.find("b.txt"), std::string::npos);
  EXPECT_FALSE(result.reports[1].published);
  const TimeValue& thursday = best_time(result, reports, ReportId(0), 0);
  EXPECT_EQ(thursday.value, "XXXX-WXX-4");  // five Thursdays: open
  EXPECT_EQ(thursday.earliest, "2023-03-02");
  EXPECT_EQ(thursday.latest, "2023-03-30");
  const TimeValue& monday = best_time(result, reports, ReportId(0), 1);  // before the Thursday
  EXPECT_EQ(monday.earliest, "2023-02-27");
  EXPECT_EQ(monday.latest, "2023-03-27");
}

TEST(Chronology, DaysOfDecemberInAReportOfJanuary) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "", {"XXXX-12-28", "XXXX-08-28", "XXXX-01-02"}));
  reports.push_back(report_with("b.txt", "2024-12-30", {}));
  reports.push_back(report_with("c.txt", "2025-01-03", {}));
  const Chronology result = infer_chronology(reports, one_story(3));
  EXPECT_EQ(best_time(result, reports, ReportId(0), 0).value, "2024-12-28");
  EXPECT_EQ(best_time(result, reports, ReportId(0), 1).value, "XXXX-08-28");  // last year's or this year's
  EXPECT_EQ(best_time(result, reports, ReportId(0), 2).value, "2025-01-02");
}

TEST(Chronology, ATimeThatWasConcludedFromTheTextIsTheReportsOwn) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "2023-03-15", {}));
  reports[0].notes.document_time->basis = Basis::Inferred;
  const Chronology result = infer_chronology(reports, one_story(1));
  ASSERT_TRUE(result.reports[0].published);
  EXPECT_EQ(result.reports[0].published->value, "2023-03-15");
  EXPECT_EQ(result.reports[0].published->basis, Basis::Inferred);
}

TEST(Chronology, OneCandidateBecomesADay) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "", {"XXXX-WXX-2TEV"}));
  reports.push_back(report_with("b.txt", "2023-03-15", {}));
  reports.push_back(report_with("c.txt", "2023-03-13T08:00", {}));
  const Chronology result = infer_chronology(reports, one_story(3));
  EXPECT_EQ(result.reports[0].published->earliest, "2023-03-13");
  EXPECT_EQ(best_time(result, reports, ReportId(0), 0).value, "2023-03-14TEV");
  EXPECT_EQ(best_time(result, reports, ReportId(0), 0).basis, Basis::Inferred);
}

TEST(Chronology, WithoutDatedSiblingNothingIsConcluded) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "", {"XXXX-WXX-2"}));
  reports.push_back(report_with("b.txt", "", {}));
  const Chronology result = infer_chronology(reports, one_story(2));
  EXPECT_FALSE(result.reports[0].published);
  EXPECT_EQ(best_time(result, reports, ReportId(0), 0).value, "XXXX-WXX-2");
  EXPECT_TRUE(best_time(result, reports, ReportId(0), 0).earliest.empty());
}

TEST(Chronology, SetsAndResolvedTimesStayAsTheyAre) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "2023-03", {"XXXX-WXX-2", "2023-03-07"}));
  reports[0].notes.times[0].type = annotate::TimexType::Set;
  const Chronology result = infer_chronology(reports, one_story(1));
  EXPECT_EQ(best_time(result, reports, ReportId(0), 0).value, "XXXX-WXX-2");
  EXPECT_EQ(best_time(result, reports, ReportId(0), 1).basis, Basis::Stated);
}

TEST(Chronology, YearsOfDaysWithoutYear) {
  std::vector<AnalysedReport> reports;
  reports.push_back(report_with("a.txt", "", {"XXXX-02-03", "XXXX-12-24"}));
  reports.push_back(report_with("b.txt", "2023-03-15", {}));
  const Chronology result = infer_chronology(reports, one_story(2));
  EXPECT_EQ(best_time(result, reports, ReportId(0), 0).value, "2023-02-03");
  EXPECT_EQ(best_time(result, reports, ReportId(0), 1).value, "XXXX-12-24");  // before or after: open
}

}  // namespace
}  // namespace ql::compare
