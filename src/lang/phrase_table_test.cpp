// SPDX-License-Identifier: Apache-2.0
#include "lang/phrase_table.h"

#include <gtest/gtest.h>

#include "lang/document_words.h"

namespace ql::lang {
namespace {

bool is_furniture(std::string_view text, Phrase::Where where) {
  static const DocumentWords words = load_document_words();
  return words.furniture.find(phrase_words(text, 16), 0, where) != nullptr;
}

TEST(PhraseTable, QuestionsToTheReaderAreNotWhatPeopleDid) {
  EXPECT_TRUE(is_furniture("Haben Sie eine Frage für uns?", Phrase::Where::Sentence));
  EXPECT_FALSE(is_furniture("Sie haben eine Woche lang gestreikt.", Phrase::Where::Start));
  EXPECT_FALSE(is_furniture("Haben sie eine Anklage zu erwarten?", Phrase::Where::Start));
  EXPECT_FALSE(is_furniture("Haben sie selbst davon gewusst?", Phrase::Where::Start));
}

}  // namespace
}  // namespace ql::lang
