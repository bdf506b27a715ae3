// SPDX-License-Identifier: Apache-2.0
// The layers in order, each reading the ones before it: tokens -> sentences -> tags -> clauses -> names ->
// times -> quantities. Tested by the tests of the layers.
#include "annotate/annotate.h"

#include <span>
#include <vector>

#include "annotate/clauses.h"
#include "annotate/morphology.h"
#include "annotate/names.h"
#include "annotate/noun_phrases.h"
#include "annotate/quantities.h"
#include "annotate/sentences.h"
#include "annotate/subjects.h"
#include "annotate/tagger.h"
#include "annotate/times.h"
#include "annotate/tokenize.h"
#include "annotate/word_info.h"

namespace ql::annotate {
namespace {

void read_blocks(const clean::Report& report, const lang::Language& language, Annotations& notes) {
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    const clean::Block& block = report.blocks[i];
    if (!clean::is_body(block.kind) && block.kind != clean::BlockKind::Title) {
      continue;
    }
    const auto first = static_cast<std::uint32_t>(notes.tokens.size());
    tokenize(report.text, block.text, language.token_rules, notes.tokens);
    split_sentences(report.text, BlockId(i), first, language.token_rules, notes);
  }
  mark_cut_sentences(report, notes);
}

void tag_words(const clean::Report& report, const lang::Language& language, Annotations& notes) {
  std::vector<WordInfo> words;
  std::vector<NounPhrase> phrases;
  ClauseAnalysis clauses;
  for (std::size_t i = 0; i < notes.sentences.size(); ++i) {
    const Sentence& sentence = notes.sentences[i];
    const std::span<Token> tokens(notes.tokens.data() + sentence.tokens.begin, sentence.tokens.size());
    look_up(report.text, tokens, language.forms, words);
    tag_sentence(words, language.tagger, tokens);
    analyse_words(sentence, words, language, notes);
    find_noun_phrases(tokens, words, phrases);
    find_clauses(tokens, words, clauses);
    settle_auxiliaries(clauses, notes.lemmas, tokens);
    find_subjects({tokens, words, phrases, clauses, notes.lemmas}, language.subjects, clauses);
    add_clauses(SentenceId(i), clauses, notes);
  }
}

}  // namespace

Annotations annotate(const clean::Report& report, const lang::Language& language) {
  Annotations notes;
  notes.tokens.reserve(report.text.size() / 5);
  read_blocks(report, language, notes);
  tag_words(report, language, notes);
  find_names(report, language, notes);
  find_times(report, language, notes);
  find_quantities(report, language, notes);
  return notes;
}

}  // namespace ql::annotate
