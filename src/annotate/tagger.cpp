// SPDX-License-Identifier: Apache-2.0
// Greedy tagging from left to right with a linear model: for each token the label with the highest sum of feature
// weights. A label is a pair of universal word class and STTS tag. Cost: about forty table look-ups a token.
// Tested by tagger_test.cpp; trained by train/train_tagger.cpp.
#include "annotate/tagger.h"

#include "annotate/tag_features.h"

namespace ql::annotate {

void tag_sentence(std::span<const WordInfo> words, const lang::LinearModel& model, std::span<Token> tokens) {
  const TagFeatures features(words);
  TagFeatures::Vector keys;
  TagHistory history;
  lang::LinearModel::Scores scores;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    features.extract(i, history, keys);
    scores.fill(0);
    for (std::size_t k = 0; k < keys.size; ++k) model.add(keys.keys[k], scores);
    const std::size_t best = model.best(scores);
    const lang::ModelLabel label = model.labels()[best];
    tokens[i].word_class = static_cast<WordClass>(label.first);
    tokens[i].stts = static_cast<Stts>(label.second);
    history.push(static_cast<std::uint8_t>(best + 1), tokens[i].stts, words[i].form);
  }
}

}  // namespace ql::annotate
