// SPDX-License-Identifier: Apache-2.0
// Trains models/de-tagger.bin: train_tagger OUT EPOCHS TREEBANK.conllu... [--apart TREEBANK.conllu...]
// Treebanks behind --apart follow other conventions: their sentences also train a copy of each feature that takes up
// what is peculiar to them and is left out of the model. The features are those of src/annotate/tag_features.cpp;
// labels are the pairs of word class and STTS tag that occur at least three times. Deterministic. A few seconds.
#include <cstdio>
#include <cstdlib>
#include <map>

#include "annotate/tag_features.h"
#include "annotate/word_cache.h"
#include "perceptron.h"
#include "treebank.h"

namespace {

using namespace ql;
using annotate::Stts;
using annotate::WordClass;

struct Example {
  std::string text;
  std::vector<annotate::Token> tokens;
  std::vector<const annotate::WordInfo*> words;
  std::vector<std::pair<WordClass, Stts>> gold;
  std::vector<std::size_t> labels;
  bool apart = false;
};

Stts surface_stts(const train::Tree& tree, const train::Surface& surface) {
  const Stts stts = train::stts_from(train::leading_word(tree, surface).xpos);
  const bool contraction = stts == Stts::Appr && surface.last > surface.first;
  return contraction ? Stts::Apprart : stts;
}

std::vector<Example> read_examples(const std::string& path, const train::VerbForms& forms, annotate::WordCache& cache) {
  std::vector<train::Tree> trees = train::read_treebank(path);
  const std::size_t count = trees.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (auto copy = train::with_shared_forms(trees[i], forms, i)) trees.push_back(std::move(*copy));
  }
  std::vector<Example> examples;
  for (const train::Tree& tree : trees) {
    Example example;
    example.tokens = train::surface_tokens(tree, example.text);
    cache.look_up(example.text, example.tokens, example.words);
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

constexpr std::uint64_t kApart = 0xA5A5, kDice = 77;

void add_copies(annotate::TagFeatureVector& keys) {
  const std::size_t size = keys.size;
  for (std::size_t k = 0; k < size; ++k) keys.keys[keys.size++] = lang::feature_key(keys.keys[k], kApart);
}

std::size_t train_sentence(const Example& example, const std::vector<lang::ModelLabel>& labels,
                           train::Perceptron& perceptron, std::uint64_t seed) {
  const annotate::TagFeatures features(example.words);
  annotate::TagFeatureVector keys;
  annotate::TagHistory history;
  std::size_t errors = 0;
  for (std::size_t i = 0; i < example.tokens.size(); ++i) {
    keys.size = 0;
    annotate::add_form_features(*example.words[i], keys);
    // Some examples show less, so that the tagger can decide before it has looked at everything.
    const std::uint64_t dice = lang::feature_key(lang::feature_key(seed, i), kDice) % 100;
    if (dice >= 15) features.add_close(i, history, keys);
    if (dice >= 30) features.add_wide(i, history, keys);
    if (example.apart) add_copies(keys);
    const std::span<const std::uint64_t> used = keys.used();
    const std::size_t predicted = perceptron.predict(used);
    perceptron.learn(used, example.labels[i], predicted);
    errors += predicted != example.labels[i] ? 1 : 0;
    history.push(static_cast<std::uint8_t>(predicted + 1), static_cast<Stts>(labels[predicted].second),
                 example.words[i]->form);
  }
  return errors;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_tagger OUT EPOCHS TREEBANK.conllu...\n");
    return 2;
  }
  lang::Language language = lang::load_language("de");
  language.tagger = {};
  annotate::WordCache cache(language);  // keeps all words, since no report starts
  std::vector<Example> examples;
  train::VerbForms forms;
  std::uint64_t runs = 1;
  bool apart = false;
  for (int i = 3; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--apart") {
      apart = true;
    } else if (argument == "--runs") {
      runs = static_cast<std::uint64_t>(std::atoi(argv[++i]));
    } else if (argument == "--verb-forms") {
      forms = train::read_verb_forms(argv[++i]);
    } else {
      std::vector<Example> more = read_examples(argv[i], forms, cache);
      for (Example& example : more) example.apart = apart;
      examples.insert(examples.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
  const std::vector<lang::ModelLabel> labels = number_labels(examples);
  train::WeightTable weights;
  for (std::uint64_t run = 0; run < runs; ++run) {
    train::Perceptron perceptron(labels);
    const auto epochs = static_cast<std::uint64_t>(std::atoi(argv[2]));
    for (std::uint64_t epoch = run * epochs; epoch < (run + 1) * epochs; ++epoch) {
      std::size_t errors = 0;
      for (const std::size_t i : train::shuffled(examples.size(), epoch)) {
        errors += train_sentence(examples[i], labels, perceptron, lang::feature_key(epoch, i));
      }
      std::printf("run %llu: %zu errors\n", static_cast<unsigned long long>(run + 1), errors);
    }
    perceptron.add_averages(weights);
  }
  constexpr double kSmallest = 0.066;  // drops what moved once: half the size, the same accuracy (five-fold)
  const std::vector<char> model = train::linear_model(labels, weights, kSmallest);
  std::printf("%zu labels, %zu bytes\n", labels.size(), model.size());
  return train::write_file(argv[1], model) ? 0 : 1;
}
