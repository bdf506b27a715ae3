// SPDX-License-Identifier: Apache-2.0
// words -> hashes -> hashes of four neighbours, sorted. Runs rather than strings, because a body may lack a link's text
// or hold an advertisement's, and a line is still known. Tested by article_body_test.cpp.
#include "clean/article_body.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::clean {
namespace {

constexpr std::size_t kRun = 4;
constexpr std::size_t kMostWords = 100'000;

/// Hashes of the words of a text, in lower case.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
  constexpr std::uint64_t kBasis = 14695981039346656037U;
  constexpr std::uint64_t kPrime = 1099511628211U;
  std::vector<std::uint64_t> words;
  std::uint64_t hash = kBasis;
  bool in_word = false;
  bool in_tag = false;
  for (std::size_t position = 0; position < text.size() && words.size() < kMostWords;) {
    const CodePoint point = decode_utf8(text, position);
    position += point.size_bytes;
    in_tag = point.value == U'<' || (in_tag && point.value != U'>');
    if (!in_tag && (is_letter(point.value) || is_digit(point.value))) {
      hash = (hash ^ to_lower(point.value)) * kPrime;
      in_word = true;
    } else if (in_word && point.value != 0xAD) {
      words.push_back(hash);
      hash = kBasis;
      in_word = false;
    }
  }
  if (in_word) words.push_back(hash);
  return words;
}

/// Calls `use` with the hash of each run.
template <class Use>
void for_each_run(std::string_view text, Use use) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = 0; k < kRun; ++k) run = run * 0x9E3779B97F4A7C15U + words[i + k];
    use(run);
  }
}

}  // namespace

ArticleBody::ArticleBody(std::string_view text) {
  for_each_run(text, [this](std::uint64_t run) { runs_.push_back(run); });
  std::sort(runs_.begin(), runs_.end());
  runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
  seen_.assign(runs_.size(), false);
}

ArticleBody::Shared ArticleBody::share(std::string_view line) {
  Shared shared;
  for_each_run(line, [&](std::uint64_t run) {
    ++shared.runs;
    const auto at = std::lower_bound(runs_.begin(), runs_.end(), run);
    if (at == runs_.end() || *at != run) return;
    ++shared.found;
    const auto index = static_cast<std::size_t>(at - runs_.begin());
    shared.fresh += seen_[index] ? 0 : 1;
    seen_[index] = true;
  });
  return shared;
}

namespace {

/// What the lines of a page share with the stated body.
struct Agreement {
  std::vector<ArticleBody::Shared> lines;
  std::size_t fresh = 0;         ///< Runs of the body that the page shows, or that reach from line to line.
  std::size_t report_runs = 0;   ///< Runs of the lines taken for the report so far.
  std::size_t report_found = 0;  ///< Those of them in the body.
};

Agreement compare(ArticleBody& body, const Draft& draft) {
  Agreement all;
  for (const DraftBlock& block : draft.blocks) {
    const ArticleBody::Shared shared = body.share(draft.view(block));
    all.lines.push_back(shared);
    all.fresh += shared.fresh > 0 ? shared.fresh + kRun - 1 : 0;
    all.report_runs += block.is_report ? shared.runs : 0;
    all.report_found += block.is_report ? shared.found : 0;
  }
  return all;
}

constexpr std::size_t kLongLine = 8;  // in runs

bool holds(const ArticleBody::Shared& shared) {
  return shared.runs >= kLongLine && shared.found * 10 >= shared.runs * 8;
}
bool lacks(const ArticleBody::Shared& shared) {
  return shared.runs >= kLongLine && shared.found * 10 <= shared.runs * 2;
}

}  // namespace

void agree_with_body(std::string_view stated_body, std::optional<std::size_t> title_block, Draft& draft) {
  constexpr std::size_t kWholeBody = 60;
  ArticleBody body(stated_body);
  if (body.size() < kWholeBody) return;
  const Agreement all = compare(body, draft);
  const bool shown = all.fresh * 10 >= body.size() * 9;
  const bool is_whole = all.report_found * 10 >= all.report_runs * 6;
  if (!shown) return;
  bool below_first = false;
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    DraftBlock& block = draft.blocks[i];
    if (i == title_block || block.heading_level > 0) continue;
    if (holds(all.lines[i]) && all.lines[i].fresh * 2 > all.lines[i].runs) {
      block.is_report = true;
      below_first = true;
    } else if (is_whole && below_first && lacks(all.lines[i]) && !block.cell && block.is_report) {
      block.is_report = false;
      block.furniture = FurnitureKind::Other;
    }
  }
}

}  // namespace ql::clean
