// SPDX-License-Identifier: Apache-2.0
// Cost per report of the stories stage as the archive grows, printed as a table (plot_scale.py draws it).
//
//     stories_scale REPORTS.jsonl [--threads N] [--shift-days N] [SIZE...]      sizes default to 10000 100000 1000000
//
// An archive of N reports is made of the given ones as ../shared/bench/throughput/repeat.py makes it: in copy i the
// vowels of every word are exchanged, each word always in the same way, but for the 300 most frequent words, a tenth of
// the others, and short words in capitals. The texts are made when the stage asks for them and thrown away again, so
// that peak memory is that of the stage; making them is not counted, neither as CPU time nor (its share of a thread) as
// wall time. The stages before (clean, annotate) do not run: title and text are one block each.
//
// repeat.py leaves the dates as they are, so a million reports fall on the days of the given ones and every day is 78
// times as dense. With --shift-days N copy i is N days times i later, as an archive grows that gets as many reports
// each day as the given ones have.
//
// Columns: CPU microseconds a report, of all threads (adding, grouping, both); CPU seconds and wall seconds; seconds of
// CPU that the main thread had of them (what cannot be shared, and its part of the rest: about the wall time of an idle
// machine); bytes a report in the index; peak memory of the process.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <thread>
#include <unordered_map>

#include "base/parallel.h"
#include "base/utf8.h"
#include "records.h"
#include "stories/publication.h"
#include "stories/story_index.h"

namespace {

using ql::bench::cpu_seconds;
using ql::bench::seconds_of;

/// All ways to permute the five vowels so that none stays, in the order of itertools.permutations.
std::vector<std::array<char, 5>> vowel_swaps() {
  const std::array<char, 5> vowels{'a', 'e', 'i', 'o', 'u'};
  std::array<std::size_t, 5> order{0, 1, 2, 3, 4};
  std::vector<std::array<char, 5>> swaps;
  do {
    bool all_move = true;
    for (std::size_t i = 0; i < 5; ++i) all_move = all_move && order[i] != i;
    if (!all_move) continue;
    std::array<char, 5> swap{};
    for (std::size_t i = 0; i < 5; ++i) swap[i] = vowels[order[i]];
    swaps.push_back(swap);
  } while (std::next_permutation(order.begin(), order.end()));
  return swaps;
}

/// Makes the reports of the archive. Thread-safe.
class Repeater {
 public:
  Repeater(std::vector<ql::clean::Report> originals, int shift_days)
      : originals_(std::move(originals)), shift_days_(shift_days), swaps_(vowel_swaps()) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (const ql::clean::Report& original : originals_) {
      starts_.push_back(places_.size());
      for_each_word(original.text, [&](std::size_t begin, std::size_t end, std::size_t letters) {
        const std::string_view word = std::string_view(original.text).substr(begin, end - begin);
        const auto [known, added] =
            numbers.try_emplace(ql::to_lower_utf8(word), static_cast<std::uint32_t>(words_.size()));
        if (added) words_.push_back({known->first, 0});
        ++words_[known->second].count;
        const bool capitals =
            letters < 5 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (!capitals) {
          places_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), known->second});
        }
      });
    }
    starts_.push_back(places_.size());
    keep_frequent();
  }

  /// Report `number` of the archive.
  [[nodiscard]] ql::clean::Report make(std::size_t number) const {
    const std::size_t copy = number / originals_.size(), original = number % originals_.size();
    ql::clean::Report report = originals_[original];
    if (copy == 0) return report;
    const std::string prefix = std::to_string(copy) + " ";
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(prefix.data()), static_cast<uInt>(prefix.size()));
    for (std::size_t i = starts_[original]; i < starts_[original + 1]; ++i) {
      const Place& place = places_[i];
      const Word& word = words_[place.word];
      if (word.kept) continue;
      const std::size_t code =
          crc32(crc, reinterpret_cast<const Bytef*>(word.letters.data()), static_cast<uInt>(word.letters.size()));
      if (code % 10 == 0) continue;
      const std::size_t table = code / 10 % swaps_.size();
      for (std::size_t k = place.begin; k < place.end; ++k) report.text[k] = changed(report.text, k, table);
    }
    if (shift_days_ != 0 && report.published) shift(*report.published, static_cast<int>(copy) * shift_days_);
    return report;
  }

 private:
  struct Word {
    std::string letters;
    std::size_t count = 0;
    bool kept = false;
  };
  /// Of a word that may change.
  struct Place {
    std::uint32_t begin = 0, end = 0, word = 0;
  };

  /// The 300 most frequent words stay.
  void keep_frequent() {
    std::vector<Word*> ranked;
    for (Word& word : words_) ranked.push_back(&word);
    std::sort(ranked.begin(), ranked.end(), [](const Word* x, const Word* y) {
      return x->count != y->count ? x->count > y->count : x->letters < y->letters;
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(300, ranked.size()); ++i) ranked[i]->kept = true;
  }

  static void shift(ql::TimeValue& time, int days) {
    const auto published = ql::stories::parse_publication(time.value);
    if (!published) return;
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(published->day() + days))};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    time.value.replace(0, 10, text.data());
  }

  /// Runs of at least three letters: begin, end, letters.
  template <class Use>
  static void for_each_word(const std::string& text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at, letters = 0;
      while (end < text.size()) {
        const ql::CodePoint point = ql::decode_utf8(text, end);
        if (!ql::is_letter(point.value)) break;
        end += point.size_bytes;
        ++letters;
      }
      if (letters >= 3) use(at, end, letters);
      at = end > at ? end : at + 1;
    }
  }

  /// A vowel for a vowel of as many bytes, so offsets stay.
  [[nodiscard]] char changed(const std::string& text, std::size_t i, std::size_t table) const {
    constexpr std::string_view kLower = "aeiou", kUpper = "AEIOU";
    const char c = text[i];
    if (const std::size_t v = kLower.find(c); v != std::string_view::npos) return swaps_[table][v];
    if (const std::size_t v = kUpper.find(c); v != std::string_view::npos) {
      return static_cast<char>(swaps_[table][v] - 'a' + 'A');
    }
    if (i == 0 || text[i - 1] != '\xC3') return c;
    constexpr std::string_view kUmlauts = "\xA4\xB6\xBC\x84\x96\x9C";  // ae oe ue, small and capital
    const std::size_t v = kUmlauts.find(c);
    if (v == std::string_view::npos) return c;
    return kUmlauts[v / 3 * 3 + (v + (table % 2 == 1 ? 1 : 2)) % 3];
  }

  std::vector<ql::clean::Report> originals_;
  int shift_days_ = 0;
  std::vector<std::array<char, 5>> swaps_;
  std::vector<Word> words_;
  std::vector<Place> places_;        // of one report after the other
  std::vector<std::size_t> starts_;  // of each report in places_
};

/// CPU time of all threads, wall time, CPU time of the main thread: since it was made.
class Stopwatch {
 public:
  struct Times {
    double cpu = 0, wall = 0, main = 0;
    Times& operator+=(const Times& other) {
      cpu += other.cpu;
      wall += other.wall;
      main += other.main;
      return *this;
    }
  };
  [[nodiscard]] Times elapsed() const {
    const Times now = read();
    return {now.cpu - begin_.cpu, now.wall - begin_.wall, now.main - begin_.main};
  }

 private:
  static Times read() { return {cpu_seconds(), seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_THREAD_CPUTIME_ID)}; }
  Times begin_ = read();
};

/// What making texts took while the stage ran, to be left out.
class Making {
 public:
  template <class Work>
  auto operator()(const Work& work) {
    const double begin = seconds_of(CLOCK_THREAD_CPUTIME_ID);
    auto made = work();
    const double spent = seconds_of(CLOCK_THREAD_CPUTIME_ID) - begin;
    all_ += spent;
    if (std::this_thread::get_id() == main_) main_thread_ += spent;
    ++times_;
    return made;
  }
  [[nodiscard]] Stopwatch::Times times(unsigned threads) const { return {all_, all_ / threads, main_thread_}; }
  [[nodiscard]] std::size_t count() const { return times_; }

 private:
  std::thread::id main_ = std::this_thread::get_id();
  std::atomic<double> all_ = 0, main_thread_ = 0;
  std::atomic<std::size_t> times_ = 0;
};

Stopwatch::Times add_all(ql::stories::StoryIndex& index, const Repeater& repeater, std::size_t size, unsigned threads,
                         std::vector<ql::stories::ReportKey>& order) {
  constexpr std::size_t kBatch = 4096;
  Stopwatch::Times times;
  std::vector<ql::clean::Report> reports;
  std::vector<ql::stories::ReadableReport> readable;
  for (std::size_t begin = 0; begin < size; begin += kBatch) {
    reports.resize(std::min(kBatch, size - begin));
    ql::for_each_index(threads, reports.size(), [&](std::size_t i) { reports[i] = repeater.make(begin + i); });
    readable.clear();
    for (const ql::clean::Report& report : reports) readable.push_back({&report, {}});
    const Stopwatch watch;
    for (const ql::stories::ReportKey key : index.add(readable)) order.push_back(key);
    times += watch.elapsed();
  }
  return times;
}

void measure(const Repeater& repeater, std::size_t size, const ql::lang::Language& language, unsigned threads) {
  ql::stories::StoryIndex index(language, {}, threads);
  std::vector<ql::stories::ReportKey> order;
  order.reserve(size);
  const Stopwatch::Times adding = add_all(index, repeater, size, threads, order);
  Making making;
  const Stopwatch watch;
  const ql::stories::StoryTable table = index.table(order, [&](ql::stories::ReportKey key) {
    return making([&] { return std::make_shared<const ql::clean::Report>(repeater.make(key.index())); });
  });
  Stopwatch::Times all = watch.elapsed();
  const Stopwatch::Times made = making.times(threads);
  all.cpu -= made.cpu;
  all.wall -= made.wall;
  all.main -= made.main;
  const double grouping = all.cpu;
  all += adding;
  const auto count = static_cast<double>(size);
  std::printf("%9zu %7u %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %7.0f %8ld %8zu %8zu %8zu %8zu\n", size, threads,
              adding.cpu / count * 1e6, grouping / count * 1e6, all.cpu / count * 1e6, all.cpu, all.wall, all.main,
              static_cast<double>(index.memory_bytes()) / count, ql::bench::peak_kibibytes() / 1024,
              table.stories.size(), table.topics.size(), table.reuses.size(), making.count());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: stories_scale REPORTS.jsonl [--threads N] [--shift-days N] [SIZE...]\n");
    return 2;
  }
  unsigned threads = 1;
  int shift_days = 0;
  std::vector<std::size_t> sizes;
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--threads") == 0 && i + 1 < argc) {
      threads = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
    } else if (std::strcmp(argv[i], "--shift-days") == 0 && i + 1 < argc) {
      shift_days = std::atoi(argv[++i]);
    } else {
      sizes.push_back(std::strtoull(argv[i], nullptr, 10));
    }
  }
  if (sizes.empty()) sizes = {10'000, 100'000, 1'000'000};
  const ql::lang::Language language = ql::lang::load_language("de");
  const Repeater repeater(ql::bench::read_reports(argv[1]), shift_days);
  std::printf("# the originals take %ld MiB of the peak; copies are shifted by %d days\n",
              ql::bench::peak_kibibytes() / 1024, shift_days);
  std::printf(
      "# reports threads   adding grouping together    cpu s   wall s   main s bytes/r peak MiB  stories   topics   "
      "reuses  re-read\n");
  for (const std::size_t size : sizes) measure(repeater, size, language, threads);
  return 0;
}
