// SPDX-License-Identifier: Apache-2.0
// Trains models/de-subjects.bin: train_subjects OUT EPOCHS TAGGER.bin TREEBANK.conllu...
// A ranking perceptron: of the candidates of a clause the one that is the treebank's subject should score highest.
// Tags come from the given tagger. Deterministic; a few seconds.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "annotate/morphology.h"
#include "annotate/subjects.h"
#include "annotate/tagger.h"
#include "annotate/word_cache.h"
#include "lang/language.h"
#include "perceptron.h"
#include "treebank.h"

namespace {

using namespace ql;

struct Choice {
  std::vector<annotate::SubjectCandidate> candidates;
  std::size_t gold = 0;
};

void add_choices(const train::Tree& tree, const lang::Language& language, annotate::WordCache& cache,
                 std::vector<Choice>& choices) {
  std::string text;
  annotate::Annotations notes;
  notes.tokens = train::surface_tokens(tree, text);
  annotate::Sentence sentence;
  sentence.tokens = {0, static_cast<std::uint32_t>(notes.tokens.size())};
  std::vector<const annotate::WordInfo*> words;
  cache.look_up(text, notes.tokens, words);
  annotate::tag_sentence(words, language.tagger, notes.tokens);
  annotate::analyse_words(sentence, words, language, notes);
  std::vector<annotate::NounPhrase> phrases;
  annotate::find_noun_phrases(notes.tokens, words, language, phrases);
  annotate::ClauseAnalysis clauses;
  annotate::find_clauses(notes.tokens, words, clauses);
  annotate::settle_auxiliaries(clauses, notes.lemmas, notes.tokens);
  const annotate::SentenceView view{notes.tokens, words, phrases, clauses, notes.lemmas};
  for (std::uint32_t id = 0; id < clauses.clauses.size(); ++id) {
    const TokenId finite = clauses.clauses[id].finite_verb;
    if (!finite.valid()) continue;
    const train::GoldSubject gold = train::gold_subject(tree, finite.index());
    Choice choice;
    annotate::subject_candidates(view, id, choice.candidates);
    choice.gold = choice.candidates.size() - 1;
    bool reachable = !gold.head.has_value() || gold.shared;
    for (std::size_t i = 0; i + 1 < choice.candidates.size() && gold.head && !gold.shared; ++i) {
      if (phrases[choice.candidates[i].phrase].head == *gold.head) {
        choice.gold = i;
        reachable = true;
      }
    }
    if (reachable) choices.push_back(std::move(choice));
  }
}

std::size_t best_candidate(const Choice& choice, const train::Perceptron& perceptron) {
  std::size_t best = 0;
  int best_score = 0;
  for (std::size_t i = 0; i < choice.candidates.size(); ++i) {
    const auto& candidate = choice.candidates[i];
    const int score = perceptron.score({candidate.keys.data(), candidate.key_count}, 0);
    if (i == 0 || score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

/// One pass over all choices; how many went wrong.
std::size_t train_epoch(const std::vector<Choice>& choices, std::uint64_t epoch, train::Perceptron& perceptron) {
  std::size_t errors = 0;
  for (const std::size_t i : train::shuffled(choices.size(), epoch)) {
    const Choice& choice = choices[i];
    const std::size_t predicted = best_candidate(choice, perceptron);
    if (predicted != choice.gold) {
      const auto& right = choice.candidates[choice.gold];
      const auto& wrong = choice.candidates[predicted];
      perceptron.update({right.keys.data(), right.key_count}, 0, 1);
      perceptron.update({wrong.keys.data(), wrong.key_count}, 0, -1);
      ++errors;
    }
    perceptron.step();
  }
  return errors;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: train_subjects OUT EPOCHS TAGGER.bin TREEBANK.conllu...\n");
    return 2;
  }
  lang::Language language = lang::load_language("de");
  std::ifstream file(argv[3], std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  language.tagger = lang::LinearModel(std::string_view(bytes.data(), bytes.size()));
  annotate::WordCache cache(language);
  std::vector<Choice> choices;
  for (int i = 4; i < argc; ++i) {
    for (const train::Tree& tree : train::read_treebank(argv[i])) add_choices(tree, language, cache, choices);
  }
  // Five runs in other orders, added up: steadier than one, and no slower to use.
  constexpr std::uint64_t kRuns = 5;
  const std::vector<lang::ModelLabel> labels{{0, 0}};
  train::WeightTable weights;
  const auto epochs = static_cast<std::uint64_t>(std::atoi(argv[2]));
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    train::Perceptron perceptron(labels);
    std::size_t errors = 0;
    for (std::uint64_t epoch = run * epochs; epoch < (run + 1) * epochs; ++epoch) {
      errors = train_epoch(choices, epoch, perceptron);
    }
    std::printf("run %llu: %zu errors of %zu\n", static_cast<unsigned long long>(run + 1), errors, choices.size());
    perceptron.add_averages(weights);
  }
  constexpr double kSmallest = 0.002;
  const std::vector<char> model = train::linear_model(labels, weights, kSmallest);
  std::printf("%zu bytes\n", model.size());
  return train::write_file(argv[1], model) ? 0 : 1;
}
