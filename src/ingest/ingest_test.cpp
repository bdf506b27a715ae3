// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ingest/test_reading.h"

namespace ql::ingest {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class IngestTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  void read(const std::vector<std::string>& paths) {
    read_reports(paths, {}, [this](RawReport&& raw) { reports_.push_back(std::move(raw)); }, diagnostics_);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const RawReport& report : reports_) {
      found.push_back(report.origin.given_id.value_or(fs::path(report.origin.path).filename().string()));
    }
    return found;
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : diagnostics_) found.push_back(diagnostic.code);
    return found;
  }

  fs::path folder_;
  std::vector<RawReport> reports_;
  Diagnostics diagnostics_;
};

TEST_F(IngestTest, ReadsFoldersInTheOrderOfPathsAndEachFileOnce) {
  write("b.txt", "zwei");
  const std::string first = write("a/1.html", "<p>eins");
  write(".versteckt", "nein");
  read({folder_.string(), first});
  EXPECT_THAT(names(), ElementsAre("1.html", "b.txt"));
  EXPECT_EQ(reports_[0].media_type, MediaType::Html);
}

TEST_F(IngestTest, EndsLoopsOfLinks) {
  write("a.txt", "eins");
  fs::create_directory_symlink(folder_, folder_ / "schleife");
  read({folder_.string()});
  EXPECT_THAT(names(), ElementsAre("a.txt"));
  EXPECT_THAT(codes(), ElementsAre("folder.seen_before"));
}

TEST_F(IngestTest, ReadsRecordsWithTheirPlaceAndMetadata) {
  const std::string path =
      write("r.jsonl",
            "{\"id\":\"x\",\"title\":\"T\",\"text\":\"Eins.\",\"authors\":[\"A B\"]}\n\n"
            "{\"maintext\":\"Zwei.\",\"date_publish\":\"2025-03-07\",\"source\":{\"name\":\"Bote\"}}");
  read({path});
  ASSERT_EQ(reports_.size(), 2U);
  EXPECT_EQ(reports_[0].stated.title, "T");
  EXPECT_THAT(reports_[0].stated.authors, ElementsAre("A B"));
  EXPECT_EQ(reports_[1].bytes, "Zwei.");
  EXPECT_EQ(reports_[1].stated.outlet, "Bote");
  EXPECT_EQ(reports_[1].origin.record, 1U);
  EXPECT_EQ(reports_[1].origin.container_begin_byte, 57U);
}

TEST_F(IngestTest, ABrokenRecordCostsItselfOnly) {
  read({write("r.jsonl",
              "{\"id\":\"a\",\"text\":\"Eins.\"}\n{\"id\":\"b\",\"text\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":"
              "\"M\xFChle\"}\n")});
  EXPECT_THAT(names(), ElementsAre("a", "d"));
  EXPECT_THAT(codes(), ElementsAre("record.broken", "record.no_text", "encoding.invalid_byte"));
  EXPECT_EQ(diagnostics_[0].source_byte, 26U);
}

TEST_F(IngestTest, ReadsAnArrayOfRecords) {
  read({write("r.json", "[{\"id\":1,\"text\":\"Eins.\"},\n {\"id\":2,\"text\":\"Zwei.\"}]")});
  EXPECT_THAT(names(), ElementsAre("1", "2"));
}

TEST_F(IngestTest, ACutArrayCostsItsEndOnly) {
  read({write("cut.json", "[{\"id\":1,\"text\":\"Eins }] \\\" {.\"},\n {\"id\":2,\"text\":\"Zwei.\"},{\"id\":")});
  EXPECT_THAT(names(), ElementsAre("1", "2"));
  EXPECT_THAT(codes(), ElementsAre("record.broken"));
}

TEST_F(IngestTest, ABrokenElementCostsItselfOnly) {
  read({write("r.json", "[{\"id\":1,\"text\":\"Eins.\"},{\"id\" 2},{\"id\":3,\"text\":\"Drei.\"}]")});
  EXPECT_THAT(names(), ElementsAre("1", "3"));
  EXPECT_THAT(codes(), ElementsAre("record.broken"));
}

TEST_F(IngestTest, AnArrayOfOtherThingsIsReported) {
  for (const char* json : {"[", "[]]", "[1,2]", "[{\"id\":1,\"text\":\"", "[{\"a\\"}) {
    reports_.clear();
    diagnostics_.clear();
    read({write("r.json", json)});
    EXPECT_THAT(reports_, IsEmpty()) << json;
    EXPECT_THAT(codes(), ElementsAre("record.broken")) << json;
  }
}

TEST_F(IngestTest, SaysWhatItCannotRead) {
  read({write("bild.bin", std::string("\x89PNG\0\0", 6)), (folder_ / "fehlt.txt").string()});
  EXPECT_THAT(reports_, IsEmpty());
  EXPECT_THAT(codes(), ElementsAre("file.unreadable", "format.unknown"));
}

TEST(Records, StateSectionLicencePaywallAndVersion) {
  const TestReading reading = read_test(
      "a.jsonl",
      "{\"id\":\"x\",\"version\":\"2\",\"text\":\"Ein Text.\",\"section\":\"Politik\",\"license\":\"CC BY 4.0\","
      "\"isAccessibleForFree\":false}\n"
      "{\"id\":\"y\",\"text\":\"Noch ein Text.\",\"paywall\":\"maybe\",\"author\":[false,\"Anna Beispiel\"]}\n"
      "{\"uri\":\"x\",\"version\":3,\"pubstatus\":\"canceled\"}\n");
  ASSERT_EQ(reading.reports.size(), 3U);
  EXPECT_EQ(reading.reports[0].stated.section, "Politik");
  EXPECT_EQ(reading.reports[0].stated.licence, "CC BY 4.0");
  EXPECT_EQ(reading.reports[0].stated.paywall, true);
  EXPECT_EQ(reading.reports[0].item.item, "x");
  EXPECT_EQ(reading.reports[0].item.version, 2U);
  EXPECT_FALSE(reading.reports[1].stated.paywall.has_value());  // no yes or no: unknown
  EXPECT_TRUE(reading.reports[1].item.item.empty());            // no version: nothing to tell apart
  ASSERT_EQ(reading.reports[1].stated.authors.size(), 1U);
  EXPECT_TRUE(reading.reports[2].item.withdrawn);
  EXPECT_EQ(reading.codes(), "report.withdrawn");
}

}  // namespace
}  // namespace ql::ingest
