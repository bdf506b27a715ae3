// SPDX-License-Identifier: Apache-2.0
// Trains models/de-tagger.bin: train_tagger OUT EPOCHS TREEBANK.conllu... [--apart TREEBANK.conllu...]
// Treebanks behind --apart follow other conventions: their sentences also train a copy of each feature that takes up
// what is peculiar to them and is left out of the model. The features are those of src/annotate/tag_features.cpp;
// labels are the pairs of word class and STTS tag that occur at least three times. Deterministic. A few seconds.
#include <cstdio>
#include <cstdlib>
#include <map>

#include "annotate/tag_features.h"
#include "annotate/word_info.h"
#include "lang/embedded.h"
#include "perceptron.h"
#include "treebank.h"

namespace {

using namespace ql;
using annotate::Stts;
using annotate::WordClass;

struct Example {
  std::string text;
  std::vector<annotate::Token> tokens;
  std::vector<annotate::WordInfo> words;
  std::vector<std::pair<WordClass, Stts>> gold;
  std::vector<std::size_t> labels;
  bool apart = false;
};

Stts surface_stts(const train::Tree& tree, const train::Surface& surface) {
  const Stts stts = train::stts_from(train::leading_word(tree, surface).xpos);
  const bool contraction = stts == Stts::Appr && surface.last > surface.first;
  return contraction ? Stts::Apprart : stts;
}

std::vector<Example> read_examples(const std::string& path, const lang::FormLexicon& lexicon) {
  std::vector<Example> examples;
  for (const train::Tree& tree : train::read_treebank(path)) {
    Example example;
    example.tokens = train::surface_tokens(tree, example.text);
    annotate::look_up(example.text, example.tokens, lexicon, example.words);
    for (const train::Surface& surface : tree.surfaces) {
      const train::Word& word = train::leading_word(tree, surface);
      example.gold.emplace_back(train::word_class_from(word.upos), surface_stts(tree, surface));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

/// Numbers the label pairs; rare pairs take the most frequent label of their word class.
std::vector<lang::ModelLabel> number_labels(std::vector<Example>& examples) {
  std::map<std::pair<WordClass, Stts>, std::size_t> counts;
  for (const Example& example : examples) {
    for (const auto& pair : example.gold) ++counts[pair];
  }
  std::map<std::pair<WordClass, Stts>, std::size_t> numbers;
  std::map<WordClass, std::pair<std::size_t, std::size_t>> most;  // count, number
  std::vector<lang::ModelLabel> labels;
  for (const auto& [pair, count] : counts) {
    if (count < 3) continue;
    numbers[pair] = labels.size();
    most[pair.first] = std::max(most[pair.first], {count, labels.size()});
    labels.push_back({static_cast<std::uint8_t>(pair.first), static_cast<std::uint8_t>(pair.second)});
  }
  for (Example& example : examples) {
    for (const auto& pair : example.gold) {
      const auto found = numbers.find(pair);
      example.labels.push_back(found != numbers.end() ? found->second : most[pair.first].second);
    }
  }
  return labels;
}

constexpr std::uint64_t kApart = 0xA5A5;

void add_copies(annotate::TagFeatures::Vector& keys) {
  const std::size_t size = keys.size;
  for (std::size_t k = 0; k < size; ++k) keys.keys[keys.size++] = lang::feature_key(keys.keys[k], kApart);
}

std::size_t train_sentence(const Example& example, const std::vector<lang::ModelLabel>& labels,
                           train::Perceptron& perceptron) {
  const annotate::TagFeatures features(example.words);
  annotate::TagFeatures::Vector keys;
  annotate::TagHistory history;
  std::size_t errors = 0;
  for (std::size_t i = 0; i < example.tokens.size(); ++i) {
    features.extract(i, history, keys);
    if (example.apart) add_copies(keys);
    const std::span<const std::uint64_t> used(keys.keys.data(), keys.size);
    const std::size_t predicted = perceptron.predict(used);
    perceptron.learn(used, example.labels[i], predicted);
    errors += predicted != example.labels[i] ? 1 : 0;
    history.push(static_cast<std::uint8_t>(predicted + 1), static_cast<Stts>(labels[predicted].second),
                 example.words[i].form);
  }
  return errors;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_tagger OUT EPOCHS TREEBANK.conllu...\n");
    return 2;
  }
  const lang::FormLexicon lexicon(lang::embedded_file("models/de-forms.bin"));
  std::vector<Example> examples;
  bool apart = false;
  for (int i = 3; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--apart") {
      apart = true;
      continue;
    }
    std::vector<Example> more = read_examples(argv[i], lexicon);
    for (Example& example : more) example.apart = apart;
    examples.insert(examples.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  const std::vector<lang::ModelLabel> labels = number_labels(examples);
  train::Perceptron perceptron(labels);
  const int epochs = std::atoi(argv[2]);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    std::size_t errors = 0;
    for (const std::size_t i : train::shuffled(examples.size(), static_cast<std::uint64_t>(epoch))) {
      errors += train_sentence(examples[i], labels, perceptron);
    }
    std::printf("epoch %d: %zu errors\n", epoch + 1, errors);
  }
  constexpr double kSmallest = 0.066;  // drops what moved once: half the size, the same accuracy (five-fold)
  const std::vector<char> model = perceptron.averaged_model(kSmallest);
  std::printf("%zu labels, %zu bytes\n", labels.size(), model.size());
  return train::write_file(argv[1], model) ? 0 : 1;
}
