// SPDX-License-Identifier: Apache-2.0
#include "annotate/word_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/tokenize.h"
#include "lang/test_language.h"

namespace ql::annotate {
namespace {

using lang::german;

std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, german().token_rules, tokens);
  return tokens;
}

TEST(WordCache, FormsAtTheStartOfASentenceAreReadInLowerCaseToo) {
  WordCache cache(german());
  const std::string text = "Laut Polizei: Laut war es, sehr Laut";
  std::vector<const WordInfo*> words;
  cache.look_up(text, tokens_of(text), words);
  ASSERT_EQ(words.size(), 9U);
  EXPECT_FALSE(words[0]->lower_readings.empty());
  EXPECT_EQ(words[0], words[3]) << "behind a colon a sentence begins";
  EXPECT_NE(words[0], words[8]);
  EXPECT_TRUE(words[8]->lower_readings.empty());
}

TEST(WordCache, AnswersTheSameWhateverCameBefore) {
  WordCache used(german()), fresh(german());
  std::vector<const WordInfo*> words;
  std::string many;
  for (int i = 0; i < 70'000; ++i) many += "wort" + std::to_string(i) + "x ";  // more forms than it keeps
  used.look_up(many, tokens_of(many), words);
  used.start_report();
  const std::string text = "Der Pentagon-Chef wies die Vorw\u00FCrfe zur\u00FCck.";
  std::vector<const WordInfo*> other;
  used.look_up(text, tokens_of(text), words);
  used.look_up(many, tokens_of(many), words);
  used.start_report();
  used.look_up(text, tokens_of(text), words);  // from the old generation
  fresh.look_up(text, tokens_of(text), other);
  ASSERT_EQ(words.size(), other.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words[i]->form, other[i]->form);
    EXPECT_EQ(words[i]->ambiguity, other[i]->ambiguity);
    EXPECT_EQ(words[i]->tag_scores, other[i]->tag_scores);
  }
}

}  // namespace
}  // namespace ql::annotate
