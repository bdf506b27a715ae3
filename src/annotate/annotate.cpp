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

namespace ql::annotate {
namespace {

void read_blocks(const clean::Report& report, const lang::Language& language, Layer last, Annotations& notes) {
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    const clean::Block& block = report.blocks[i];
    if (!clean::is_body(block.kind) && block.kind != clean::BlockKind::Title) {
      continue;
    }
    const auto first = static_cast<std::uint32_t>(notes.tokens.size());
    tokenize(report.text, block.text, language.token_rules, notes.tokens);
    if (last >= Layer::Sentences) split_sentences(report.text, BlockId(i), first, language.token_rules, notes);
  }
  if (last >= Layer::Sentences) join_cut_sentences(report, language.noun_phrase_words, notes);
}

void read_words(const clean::Report& report, const lang::Language& language, Workspace& workspace, Layer last,
                Annotations& notes) {
  workspace.cache.start_report();
  workspace.report_words.clear();
  for (std::size_t i = 0; i < notes.sentences.size(); ++i) {
    const Sentence& sentence = notes.sentences[i];
    const std::span<Token> tokens(notes.tokens.data() + sentence.tokens.begin, sentence.tokens.size());
    workspace.cache.look_up(report.text, tokens, workspace.words);
    const WordSpan words(workspace.words);
    workspace.report_words.insert(workspace.report_words.end(), workspace.words.begin(), workspace.words.end());
    if (last >= Layer::Tags) tag_sentence(words, language.tagger, tokens);
    if (last >= Layer::Morphology) analyse_words(sentence, words, language, notes);
    if (last < Layer::Clauses) continue;
    find_noun_phrases(tokens, words, language, workspace.phrases);
    find_clauses(tokens, words, workspace.clauses);
    settle_auxiliaries(workspace.clauses, notes.lemmas, tokens);
    find_subjects({tokens, words, workspace.phrases, workspace.clauses, notes.lemmas}, language.subjects,
                  workspace.clauses);
    add_clauses(SentenceId(i), workspace.clauses, notes);
  }
}

}  // namespace

Annotations annotate(const clean::Report& report, const lang::Language& language, Workspace& workspace, Layer last) {
  Annotations notes;
  notes.tokens.reserve(report.text.size() / 5);
  read_blocks(report, language, last, notes);
  if (last >= Layer::Words) read_words(report, language, workspace, last, notes);
  if (last >= Layer::Names)
    find_names(report, language, {workspace.names, workspace.cache, workspace.report_words}, notes);
  if (last < Layer::Times) return notes;
  workspace.lexemes.assign(notes.tokens, WordSpan(workspace.report_words), language);
  find_times(report, language, workspace.lexemes, notes);
  if (last >= Layer::Quantities) find_quantities(report, language, workspace.lexemes, notes);
  return notes;
}

Annotations annotate(const clean::Report& report, const lang::Language& language) {
  Workspace workspace(language);
  return annotate(report, language, workspace);
}

}  // namespace ql::annotate
