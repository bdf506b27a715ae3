// SPDX-License-Identifier: Apache-2.0
#include "clean/article_body.h"

#include <gtest/gtest.h>

#include <string>

namespace ql::clean {
namespace {

/// Sentences that share no run of four words.
std::string sentence(int number) {
  const std::string n = std::to_string(number);
  return "Satz" + n + " meldet" + n + " um" + n + " neun" + n + " Uhr" + n + " den" + n + " Pegel" + n + " der" + n +
         " Au" + n + " bei" + n + " Furt" + n + " erneut" + n + ".";
}

Draft draft_of(const std::vector<std::string>& lines) {
  Draft draft;
  for (const std::string& line : lines) {
    DraftBlock block;
    block.text.begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text += line;
    block.text.end = static_cast<std::uint32_t>(draft.text.size());
    draft.text += '\n';
    draft.blocks.push_back(block);
  }
  return draft;
}

std::string body_of(int count) {
  std::string body;
  for (int i = 0; i < count; ++i) body += sentence(i) + " ";
  return body;
}

TEST(ArticleBody, CountsRunsOnce) {
  ArticleBody body("Der Pegel der Au steigt weiter");
  EXPECT_EQ(body.size(), 3U);
  EXPECT_EQ(body.share("der Pegel der <b>Au</b>, steigt").fresh, 2U);
  EXPECT_EQ(body.share("Der Pegel der Au").fresh, 0U);
}

TEST(ArticleBody, TextThatTheBodyLacksIsNoReport) {
  std::vector<std::string> lines;
  for (int i = 0; i < 12; ++i) lines.push_back(sentence(i));
  lines.push_back(sentence(99));
  Draft draft = draft_of(lines);
  draft.blocks[3].is_report = false;
  agree_with_body(body_of(12), std::nullopt, draft);
  EXPECT_TRUE(draft.blocks[3].is_report);
  EXPECT_FALSE(draft.blocks[12].is_report);
}

TEST(ArticleBody, ATeaserChangesNothing) {
  std::vector<std::string> lines;
  for (int i = 0; i < 40; ++i) lines.push_back(sentence(i));
  Draft draft = draft_of(lines);
  agree_with_body(body_of(8), std::nullopt, draft);
  for (const DraftBlock& block : draft.blocks) EXPECT_TRUE(block.is_report);
}

TEST(ArticleBody, ABodyThatThePageDoesNotShowChangesNothing) {
  Draft draft = draft_of({sentence(0), sentence(99)});
  agree_with_body(body_of(12), std::nullopt, draft);
  EXPECT_TRUE(draft.blocks[1].is_report);
}

}  // namespace
}  // namespace ql::clean
