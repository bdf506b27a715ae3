// SPDX-License-Identifier: Apache-2.0
// Greedy tagging from left to right with a linear model: for each token the label with the highest sum of feature
// weights. A label is a pair of universal word class and STTS tag. A clause that must have a finite verb and got none
// is then repaired with the form that can be one. Cost: about forty table look-ups a token.
// Tested by tagger_test.cpp; trained by train/train_tagger.cpp.
#include "annotate/tagger.h"

#include "annotate/tag_features.h"

namespace ql::annotate {
namespace {

bool is_finite(Stts tag) {
  return tag == Stts::Vvfin || tag == Stts::Vafin || tag == Stts::Vmfin || tag == Stts::Vvimp || tag == Stts::Vaimp;
}

bool is_mark(const Token& token) { return token.word_class == WordClass::Punct; }

/// Tagged as something that finite verbs are taken for, while the lexicon knows it as one.
bool may_be_finite(std::span<const WordInfo> words, std::span<const Token> tokens, std::size_t i) {
  using namespace ambiguity;
  const Stts tag = tokens[i].stts;
  const bool confusable = tag == Stts::Vvinf || tag == Stts::Adja || tag == Stts::Adjd || tag == Stts::Vvpp;
  const bool behind_zu = i > 0 && tokens[i - 1].stts == Stts::Ptkzu;
  return confusable && !behind_zu && !tokens[i].capitalised &&
         (words[i].can_be(kFiniteSingular) || words[i].can_be(kFinitePlural) || words[i].can_be(kFinitePast));
}

void make_finite(Token& token) {
  token.word_class = WordClass::Verb;
  token.stts = Stts::Vvfin;
}

/// A segment that begins with dass, weil, der ... ends with its finite verb.
void repair_subordinate(std::span<const WordInfo> words, std::span<Token> tokens, std::size_t begin, std::size_t end) {
  bool introduced = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Stts tag = tokens[i].stts;
    if (is_finite(tag)) return;
    introduced |= i < begin + 3 && (tag == Stts::Kous || tag == Stts::Prels || tag == Stts::Prelat);
  }
  if (introduced && end > begin + 1 && may_be_finite(words, tokens, end - 1)) make_finite(tokens[end - 1]);
}

/// A sentence with a full stop has a finite verb, if any of its words can be one.
void repair_main(std::span<const WordInfo> words, std::span<Token> tokens) {
  if (tokens.empty() || tokens.back().stts != Stts::SentenceEnd) return;
  for (const Token& token : tokens) {
    if (is_finite(token.stts)) return;
  }
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].stts == Stts::Vvpp || !may_be_finite(words, tokens, i)) continue;
    make_finite(tokens[i]);
    return;
  }
}

void repair_finite_verbs(std::span<const WordInfo> words, std::span<Token> tokens) {
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin;
    while (end < tokens.size() && !is_mark(tokens[end])) ++end;
    repair_subordinate(words, tokens, begin, end);
    begin = end + 1;
  }
  repair_main(words, tokens);
}

}  // namespace

void tag_sentence(std::span<const WordInfo> words, const lang::LinearModel& model, std::span<Token> tokens) {
  const TagFeatures features(words);
  TagFeatures::Vector keys;
  TagHistory history;
  lang::LinearModel::Scores scores;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    features.extract(i, history, keys);
    scores.fill(0);
    model.add_all({keys.keys.data(), keys.size}, scores);
    const std::size_t best = model.best(scores);
    const lang::ModelLabel label = model.labels()[best];
    tokens[i].word_class = static_cast<WordClass>(label.first);
    tokens[i].stts = static_cast<Stts>(label.second);
    history.push(static_cast<std::uint8_t>(best + 1), tokens[i].stts, words[i].form);
  }
  repair_finite_verbs(words, tokens);
}

}  // namespace ql::annotate
