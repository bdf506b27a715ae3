// SPDX-License-Identifier: Apache-2.0
// Cost per report of the stories stage as the archive grows, printed as a table.
//
//     stories_scale REPORTS.jsonl [SIZE...]          sizes default to 10000 100000 1000000
//
// An archive of N reports is made of the given ones as ../shared/bench/throughput/repeat.py makes it: in copy i the
// vowels of every word are exchanged, each word always in the same way, but for the 300 most frequent words, a tenth of
// the others, and short words in capitals. The texts are made when the stage asks for them and thrown away again, so
// that peak memory is that of the stage; making them is not counted. The stages before (clean, annotate) do not run:
// title and text are one block each.
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>

#include "base/utf8.h"
#include "claims/analysed_report.h"
#include "records.h"
#include "stories/story_index.h"

namespace {

using ql::AnalysedReport;
using ql::bench::cpu_seconds;

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

class Repeater {
 public:
  explicit Repeater(const std::vector<AnalysedReport>& originals) : originals_(originals), swaps_(vowel_swaps()) {
    std::map<std::string, std::size_t> counts;
    for (const AnalysedReport& original : originals) {
      for_each_word(original.report.text, [&](std::size_t begin, std::size_t end, std::size_t) {
        ++counts[ql::to_lower_utf8(std::string_view(original.report.text).substr(begin, end - begin))];
      });
    }
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const auto& [word, count] : counts) ranked.emplace_back(count, word);
    std::sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
      return x.first != y.first ? x.first > y.first : x.second < y.second;
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(300, ranked.size()); ++i) kept_.insert(ranked[i].second);
  }

  /// Report `number` of the archive.
  [[nodiscard]] ql::clean::Report make(std::size_t number) const {
    const std::size_t copy = number / originals_.size();
    ql::clean::Report report = originals_[number % originals_.size()].report;
    if (copy == 0) return report;
    const std::string prefix = std::to_string(copy) + " ";
    std::string& text = report.text;
    for_each_word(text, [&](std::size_t begin, std::size_t end, std::size_t letters) {
      change(text, begin, end, letters, prefix);
    });
    return report;
  }

 private:
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

  /// Exchanges vowels for vowels of as many bytes, so offsets stay.
  void change(std::string& text, std::size_t begin, std::size_t end, std::size_t letters,
              const std::string& prefix) const {
    const std::string_view word = std::string_view(text).substr(begin, end - begin);
    const std::string lower = ql::to_lower_utf8(word);
    const bool capitals =
        letters < 5 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (kept_.contains(lower) || capitals) return;
    const std::string seed = prefix + lower;
    const auto code =
        static_cast<std::size_t>(crc32(0, reinterpret_cast<const Bytef*>(seed.data()), static_cast<uInt>(seed.size())));
    if (code % 10 == 0) return;
    const std::size_t table = code / 10 % swaps_.size();
    for (std::size_t i = begin; i < end; ++i) text[i] = changed(text, i, table);
  }

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

  const std::vector<AnalysedReport>& originals_;
  std::vector<std::array<char, 5>> swaps_;
  std::set<std::string, std::less<>> kept_;
};

void measure(const Repeater& repeater, std::size_t size, const ql::lang::Language& language) {
  ql::stories::StoryIndex index(language);
  std::vector<ql::stories::ReportKey> order;
  order.reserve(size);
  double adding = 0, making = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const ql::clean::Report report = repeater.make(i);
    const double start = cpu_seconds();
    order.push_back(index.add(report));
    adding += cpu_seconds() - start;
  }
  std::size_t read_again = 0;
  const double start = cpu_seconds();
  const ql::stories::StoryTable table = index.table(order, [&](ql::stories::ReportKey key) {
    const double begin = cpu_seconds();
    auto report = std::make_shared<const ql::clean::Report>(repeater.make(key.index()));
    making += cpu_seconds() - begin;
    ++read_again;
    return report;
  });
  const double grouping = cpu_seconds() - start - making;
  const auto count = static_cast<double>(size);
  std::printf("%9zu %9.1f %9.1f %9.1f %9.0f %9.1f %9.0f %9ld %9zu %9zu %9zu\n", size, adding / count * 1e6,
              grouping / count * 1e6, (adding + grouping) / count * 1e6, count / (adding + grouping), adding + grouping,
              static_cast<double>(index.memory_bytes()) / count, ql::bench::peak_kibibytes() / 1024,
              table.stories.size(), table.reuses.size(), read_again);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: stories_scale REPORTS.jsonl [SIZE...]\n");
    return 2;
  }
  std::vector<AnalysedReport> originals;
  for (ql::clean::Report& report : ql::bench::read_reports(argv[1]))
    originals.emplace_back().report = std::move(report);
  const ql::lang::Language language = ql::lang::load_language("de");
  const Repeater repeater(originals);
  std::vector<std::size_t> sizes;
  for (int i = 2; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {10'000, 100'000, 1'000'000};
  std::printf("CPU time of one core; microseconds a report; the originals take %ld MiB of the peak\n",
              ql::bench::peak_kibibytes() / 1024);
  std::printf(
      "  reports    adding  grouping  together reports/s   seconds  bytes/r. peak MiB   stories    reuses  re-read\n");
  for (const std::size_t size : sizes) measure(repeater, size, language);
  return 0;
}
