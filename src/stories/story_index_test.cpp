// SPDX-License-Identifier: Apache-2.0
#include "stories/story_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <string>

#include "lang/test_language.h"
#include "stories/stories.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

using lang::german;

/// Reports on a handful of invented events: words of the event, words of its kind, words of everyday, copies among
/// them.
std::vector<AnalysedReport> invented_archive(std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); };
  std::vector<AnalysedReport> reports;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t event = pick(7);
    std::string text;
    for (int word = 0; word < 90; ++word) {
      const std::uint32_t kind = pick(4);
      if (kind == 0) text += "Ereignis" + std::to_string(event) + std::string(1 + pick(9), 'q') + "ort ";
      if (kind == 1) text += "Branche" + std::string(1 + pick(12), static_cast<char>('a' + event % 3)) + "sache ";
      if (kind >= 2) text += "und sagte am Montag nach Angaben der Polizei weiter ";
    }
    if (i > 0 && pick(4) == 0) {  // a copy with a changed end
      const clean::Report& other = reports[pick(static_cast<std::uint32_t>(i))].report;
      text = std::string(slice(other.text, other.blocks.back().text)) + " Dies steht nur hier.";
    }
    const std::string day =
        "2025-03-0" + std::to_string(1 + pick(9)) + (pick(3) == 0 ? "" : "T0" + std::to_string(pick(9)) + ":15");
    reports.push_back(
        make_report("Nachricht " + std::to_string(event), {text}, day, "Blatt " + std::to_string(pick(4))));
    if (pick(3) == 0) reports.back().report.agencies = {"dpa"};
  }
  return reports;
}

/// Everything that a table says, for comparison.
std::string printed(const StoryTable& table) {
  std::string out;
  for (const Story& story : table.stories) {
    out += "story " + std::to_string(story.title_from.value) + " topic " + std::to_string(story.topic.value) + ":";
    for (const auto& origin : story.origins) {
      out += " [";
      for (const ReportId report : origin) out += std::to_string(report.value) + " ";
      out += "]";
    }
    out += "\n";
  }
  for (const Reuse& reuse : table.reuses) {
    out += std::to_string(reuse.from.value) + ">" + std::to_string(reuse.to.value) + " " +
           std::to_string(static_cast<int>(reuse.type)) + " " + std::to_string(reuse.coverage) + " " + reuse.outlet;
    for (const auto& [from, to] : reuse.passages) {
      out += " " + std::to_string(from.begin) + "-" + std::to_string(from.end) + "/" + std::to_string(to.begin);
    }
    out += "\n";
  }
  return out;
}

class ChangingArchive {
 public:
  explicit ChangingArchive(const std::vector<AnalysedReport>& all) : all_(all), index_(german()) {}

  void add(std::size_t report) {
    const ReportKey key = index_.add(all_[report].report);
    if (of_key_.size() <= key.index()) of_key_.resize(key.index() + 1);
    of_key_[key.index()] = report;
    there_.emplace_back(report, key);
    std::sort(there_.begin(), there_.end());
  }
  void remove(std::size_t place) {
    index_.remove(there_[place].second);
    there_.erase(there_.begin() + static_cast<std::ptrdiff_t>(place));
  }
  [[nodiscard]] std::size_t size() const { return there_.size(); }

  std::string incremental() {
    std::vector<ReportKey> order;
    for (const auto& [report, key] : there_) order.push_back(key);
    return printed(index_.table(order, [&](ReportKey key) {
      return std::shared_ptr<const clean::Report>(std::shared_ptr<void>(), &all_[of_key_[key.index()]].report);
    }));
  }
  /// The same reports in one go, by an index that knows nothing else.
  [[nodiscard]] std::string batch() const {
    StoryIndex index(german());
    std::vector<ReportKey> order;
    std::vector<const clean::Report*> reports;
    for (const auto& [report, key] : there_) {
      reports.push_back(&all_[report].report);
      order.push_back(index.add(all_[report].report));
    }
    return printed(index.table(order, [&](ReportKey key) {
      return std::shared_ptr<const clean::Report>(std::shared_ptr<void>(), reports[key.index()]);
    }));
  }

 private:
  const std::vector<AnalysedReport>& all_;
  StoryIndex index_;
  std::vector<std::size_t> of_key_;
  std::vector<std::pair<std::size_t, ReportKey>> there_;  // by report, so that the order is that of the archive
};

TEST(StoryIndex, AnyOrderOfAddingAndRemovingGivesTheBatchResult) {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    const std::vector<AnalysedReport> all = invented_archive(60, seed);
    std::vector<std::size_t> waiting(all.size());
    for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i] = i;
    std::mt19937 random(seed);
    std::shuffle(waiting.begin(), waiting.end(), random);
    ChangingArchive archive(all);
    for (int step = 0; step < 120; ++step) {
      const bool removes = archive.size() > 0 && (waiting.empty() || random() % 3 == 0);
      if (removes) {
        archive.remove(random() % archive.size());
      } else if (!waiting.empty()) {
        archive.add(waiting.back());
        waiting.pop_back();
      }
      if (step % 10 != 9) continue;
      ASSERT_EQ(archive.incremental(), archive.batch()) << "seed " << seed << " step " << step;
    }
  }
}

TEST(StoryIndex, GroupIsAnIndexFilledOnce) {
  const std::vector<AnalysedReport> all = invented_archive(40, 9);
  ChangingArchive archive(all);
  for (std::size_t i = all.size(); i-- > 0;) archive.add(i);
  EXPECT_EQ(archive.incremental(), printed(group(all, german())));
}

TEST(StoryIndex, ThreadsChangeNothing) {
  const std::vector<AnalysedReport> all = invented_archive(300, 11);
  const std::string alone = printed(group(all, german(), 1));
  for (const unsigned threads : {2U, 4U}) EXPECT_EQ(printed(group(all, german(), threads)), alone);
}

TEST(StoryIndex, APairIsComparedOnce) {
  const std::vector<AnalysedReport> all = invented_archive(40, 3);
  StoryIndex index(german());
  std::vector<ReportKey> order;
  for (const AnalysedReport& report : all) order.push_back(index.add(report.report));
  std::atomic<int> reads = 0;
  const ReportSource source = [&](ReportKey key) {
    ++reads;
    return std::shared_ptr<const clean::Report>(std::shared_ptr<void>(), &all[key.index()].report);
  };
  index.table(order, source);
  EXPECT_GT(reads, 0);
  reads = 0;
  index.table(order, source);
  EXPECT_EQ(reads, 0);
}

TEST(StoryIndex, AReportTakesFewBytes) {
  // Every word of its own, so that each report has all the terms and fingerprints that one of its length can have.
  constexpr int kReports = 2048, kWords = 400;
  std::vector<AnalysedReport> all;
  for (int report = 0; report < kReports; ++report) {
    std::string text;
    for (int word = 0; word < kWords; ++word) text += "Wort" + std::to_string(report * kWords + word) + "x ";
    all.push_back(make_report("Nachricht", {text}, "2025-03-04", "Blatt"));
  }
  StoryIndex index(german());
  std::vector<ReadableReport> readable;
  for (const AnalysedReport& report : all) readable.push_back({&report.report, {}});
  index.add(readable);
  EXPECT_LE(index.memory_bytes() / all.size(), 400U);
}

}  // namespace
}  // namespace ql::stories
