// SPDX-License-Identifier: Apache-2.0
// Headings are scored by level and by whether a stated headline says the same words. Tested by clean_test.cpp.
#include "clean/page_title.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace ql::clean {
namespace {

constexpr std::size_t kShortestMatch = 8;

int score(const DraftBlock& block, const std::string& text, const std::vector<std::string>& headlines) {
  int best = block.heading_level == 1 ? 2 : 0;
  for (const std::string& headline : headlines) {
    if (text == headline) {
      best = std::max(best, 7 + (block.heading_level == 1 ? 1 : 0));
    } else if (text.size() >= kShortestMatch && headline.find(text) != std::string::npos) {
      best = std::max(best, 5 + (block.heading_level == 1 ? 1 : 0));
    } else if (block.heading_level == 1 && headline.size() >= kShortestMatch &&
               text.find(headline) != std::string::npos) {
      best = std::max(best, 4);
    }
  }
  return best;
}

}  // namespace

std::string folded_letters(std::string_view text) {
  std::string out;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    if (is_letter(point.value) || is_digit(point.value)) append_utf8(out, to_lower(point.value));
    position += point.size_bytes;
  }
  return out;
}

std::optional<std::size_t> find_title_block(const Draft& draft, const std::vector<std::string>& headlines,
                                            const std::optional<std::string>& outlet) {
  std::vector<std::string> stated;
  for (const std::string& headline : headlines) stated.push_back(folded_letters(headline));
  const std::string site = outlet ? folded_letters(*outlet) : std::string();
  std::optional<std::size_t> best;
  int best_score = 1;
  for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
    const DraftBlock& block = draft.blocks[i];
    constexpr std::size_t kLongestTitle = 400;
    if (block.heading_level == 0 || block.heading_level > 3 || block.text.size() > kLongestTitle) continue;
    const std::string text = folded_letters(draft.view(block));
    if (text.size() < 3 || text == site) continue;
    const int value = score(block, text, stated);
    if (value > best_score) {
      best = i;
      best_score = value;
    }
  }
  return best;
}

std::size_t headline_size(std::string_view title) {
  constexpr std::array<std::string_view, 8> kSeparators{" | ",  " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                                        " :: ", " \xC2\xBB ", " \xC2\xAB ",     " \xE2\x80\xA2 "};
  std::size_t cut = title.size();
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    constexpr std::size_t kShortestHeadline = 12;
    if (at != std::string_view::npos && at >= kShortestHeadline) cut = std::min(cut, at);
  }
  return cut;
}

}  // namespace ql::clean
