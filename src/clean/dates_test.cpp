// SPDX-License-Identifier: Apache-2.0
#include "clean/dates.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

std::string found(std::string_view text) {
  static const lang::DocumentWords words = lang::load_document_words();
  const auto date = find_date(text, 0, words.months);
  return date ? to_time_value(*date, Basis::Stated, {}).value : "";
}

TEST(Dates, ReadsTheFormsOfReports) {
  EXPECT_EQ(found("Freitag, 7. März 2025, 9.30 Uhr"), "2025-03-07T09:30");
  EXPECT_EQ(found("07.03.2025 - 20:53 Uhr"), "2025-03-07T20:53");
  EXPECT_EQ(found("Stand: 7.3.25, 6 Uhr"), "2025-03-07T06:00");
  EXPECT_EQ(found("071530 MRZ 25"), "2025-03-07T15:30");
  EXPECT_EQ(found("7. Jänner 2025"), "2025-01-07");
  EXPECT_EQ(found("March 7, 2025"), "2025-03-07");
  EXPECT_EQ(found("2025-03-07T12:30:00+01:00"), "2025-03-07T12:30");
  EXPECT_EQ(found("Fri, 07 Mar 2025 08:00:00 GMT"), "2025-03-07T08:00");
  EXPECT_EQ(found("/2025/03/07/"), "2025-03-07");
  EXPECT_EQ(found("date 2024-10 Die"), "2024-10");
}

TEST(Dates, RefusesWhatIsNone) {
  EXPECT_EQ(found("am 7. März"), "");
  EXPECT_EQ(found("1.250.000 Euro"), "");
  EXPECT_EQ(found("Version 12.10.3"), "");
  EXPECT_EQ(found("3:1 (2:0)"), "");
}

TEST(Dates, IssuesOfArchivesMayBeOld) {
  static const lang::DocumentWords words = lang::load_document_words();
  const auto read = [&](std::string_view text) {
    const auto date = parse_machine_date(text, words.months);
    return date ? to_time_value(*date, Basis::Metadata, {}).value : std::string();
  };
  EXPECT_EQ(read("1952-04-24"), "1952-04-24");
  EXPECT_EQ(read("1848-03-18T08:00:00"), "1848-03-18T08:00");
  EXPECT_EQ(read("1970-01-01T00:00:00Z"), "");  // what an unset field reads as
  EXPECT_EQ(read("1969-12-31T19:00:00-05:00"), "");
  EXPECT_EQ(read("1952-13-24"), "");
}

TEST(Dates, GivesTheBoundsOfAMonth) {
  static const lang::DocumentWords words = lang::load_document_words();
  const TimeValue value = to_time_value(*find_date("2024-02", 0, words.months), Basis::Metadata, {});
  EXPECT_EQ(value.earliest, "2024-02-01");
  EXPECT_EQ(value.latest, "2024-02-29");
}

}  // namespace
}  // namespace ql::clean
