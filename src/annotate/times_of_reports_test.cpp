// SPDX-License-Identifier: Apache-2.0
// When a report was written, as its text and its address tell, and what its weekdays and dates mean by that.
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "annotate/test_times.h"
#include "annotate/times.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

TEST(Times, DocumentTimeFromTheDayOfAnUpdateWhereTheFirstPrintIsNotKnown) {
  clean::Report report = test_report({"Gestern war Ruhe."});
  report.modified = TimeValue{"2024-05-15", "2024-05-15", "2024-05-15", Basis::Metadata, ""};
  const Annotations notes = annotate(report, german());
  EXPECT_EQ(notes.times.at(0).time.value, "2024-05-14");
}

TEST(Times, DocumentTimeFromTheHourThatTheTextIsAsOf) {
  const clean::Report report =
      test_report({"Am Montag brach der Damm. Vermisst werden zwei Menschen (Stand: 15. Mai 2024, 12 Uhr)."});
  const Annotations notes = annotate(report, german());
  ASSERT_TRUE(notes.document_time);
  EXPECT_EQ(notes.document_time->value, "2024-05-15");
  EXPECT_EQ(notes.document_time->basis, Basis::Inferred);
  EXPECT_FALSE(notes.document_time->from.empty());
  EXPECT_EQ(notes.times.at(0).time.value, "2024-05-13");
  // The day of a statistic is not the day of the report.
  EXPECT_EQ(times_of({"Am Montag brach der Damm. Dort leben 900 Menschen (Stand: 31. Dezember 2022)."}, ""),
            "Am Montag=XXXX-WXX-1; 31. Dezember 2022=2022-12-31");
}

TEST(Times, AWeekdayLiesNearADayThatIsNamedWithWeekdayAndDate) {
  const clean::Report report =
      test_report({"Am Montag, dem 13. Mai 2024, brach der Damm. Am Mittwoch war er dicht, am Montag nicht."});
  const Annotations notes = annotate(report, german());
  ASSERT_EQ(notes.times.size(), 3U);
  const TimeValue& wednesday = notes.times[1].time;
  EXPECT_EQ(wednesday.value, "XXXX-WXX-3");  // unknown which: before or after
  EXPECT_EQ(wednesday.earliest, "2024-05-08");
  EXPECT_EQ(wednesday.latest, "2024-05-15");
  EXPECT_EQ(wednesday.basis, Basis::Inferred);
  EXPECT_NE(wednesday.from.find("2024-05-08 2024-05-15"), std::string::npos);
  EXPECT_EQ(notes.times[2].time.value, "2024-05-13");
  EXPECT_EQ(notes.times[2].time.basis, Basis::Inferred);
  // A date alone may be long ago.
  EXPECT_EQ(times_of({"Am 13. Mai 2014 brach der Damm. Am Mittwoch war er dicht."}, ""),
            "13. Mai 2014=2014-05-13; Am Mittwoch=XXXX-WXX-3");
}

TEST(Times, AWeekdayChoosesTheYearOfItsDate) {
  EXPECT_EQ(times_of({"Am Montag, dem 6. Januar, beginnt die Messe."}, "2024-12-20"),
            "Montag, dem 6. Januar=2025-01-06");
  EXPECT_EQ(times_of({"Am Donnerstag, 9. November, tagte der Rat."}, "2024-05-15"),
            "Donnerstag, 9. November=2023-11-09");
  // A weekday that would lead more than most of a year away is taken for a slip.
  EXPECT_EQ(times_of({"Am Montag, dem 15. Januar, bin ich da."}, "2017-01-07"), "Montag, dem 15. Januar=2017-01-15");
  EXPECT_EQ(times_of({"Am Mittwoch, 20. November, stimmte er zu."}, "2024-11-05"), "Mittwoch, 20. November=2024-11-20");
}

TEST(Times, DocumentTimeFromTheAddressOfThePage) {
  clean::Report report = test_report({"Gestern war Ruhe."});
  report.url = "https://blatt.example/lokales/2023/11/02/ruhe.html";
  const Annotations notes = annotate(report, german());
  ASSERT_TRUE(notes.document_time);
  EXPECT_EQ(notes.document_time->value, "2023-11-02");
  EXPECT_EQ(notes.times.at(0).time.value, "2023-11-01");
}

}  // namespace
}  // namespace ql::annotate
