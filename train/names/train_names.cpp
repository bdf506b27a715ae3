// SPDX-License-Identifier: Apache-2.0
// train_names OUT FOLDER...: trains the name tagger on the corpora in FOLDER... and writes the model to OUT.
// train_names --check MODEL FOLDER: strict F1 of a model on a corpus, on the same tokens (a quick look; the measure
// that counts is the dossier's).
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_tagger.h"
#include "annotate/word_cache.h"
#include "base/utf8.h"
#include "corpus.h"
#include "crf.h"
#include "lang/embedded.h"
#include "lang/language.h"
#include "lang/name_model.h"

namespace {

using ql::train::LabelledSentence;

ql::lang::Gazetteer gazetteer() {
  return {ql::lang::embedded_file("models/de/gazetteer-open.bin"),
          ql::lang::embedded_file("models/de/gazetteer-sharealike.bin"),
          ql::lang::embedded_file("models/de/word-classes.bin")};
}

/// (class, first word, last word) of the names of a label sequence; derived names and compounds are classes 4 and 5.
std::set<std::array<std::size_t, 3>> names_of(std::span<const std::uint8_t> labels) {
  std::set<std::array<std::size_t, 3>> names;
  std::size_t first = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t label = labels[i];
    if (label == ql::lang::kOutsideLabel) continue;
    if (ql::lang::name_opens(label)) first = i;
    if (ql::lang::name_closed(label)) {
      names.insert({label >= ql::lang::kDerivedLabel ? label - 13 : (label - 1) / 4, first, i});
    }
  }
  return names;
}

void check(const std::string& path, const std::vector<LabelledSentence>& corpus) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  ql::lang::Language language = ql::lang::load_language("de");
  language.name_model = ql::lang::NameModel(bytes);
  ql::annotate::NameTagger tagger(language);
  ql::annotate::WordCache cache(language);
  std::array<std::array<double, 3>, 7> counts{};
  for (const LabelledSentence& sentence : corpus) {
    std::string text;
    std::vector<ql::annotate::Token> tokens;
    for (const std::string& form : sentence.words) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += form;
      ql::annotate::Token& token = tokens.emplace_back();
      token.text = {begin, static_cast<std::uint32_t>(text.size())};
      token.capitalised = ql::is_upper(ql::decode_utf8(form, 0).value);
      text += ' ';
    }
    std::vector<const ql::annotate::WordInfo*> words;
    cache.look_up(text, tokens, words);
    const auto found = names_of(tagger.tag(words));
    const auto gold = names_of(sentence.labels);
    const auto add = [&](const auto& names, std::size_t column) {
      for (const auto& name : names) {
        const bool counted = column > 0 || gold.contains(name);
        counts[name[0]][column] += counted ? 1 : 0;
        counts[6][column] += counted && name[0] < 3 ? 1 : 0;
      }
    };
    add(found, 0);
    add(found, 1);
    add(gold, 2);
  }
  constexpr std::array<const char*, 7> kNames = {"PER", "LOC", "ORG", "OTH", "derived", "compound", "three"};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto& [hits, found, gold] = counts[i];
    std::printf("%-9s P %.2f R %.2f F1 %.2f\n", kNames[i], 100 * hits / found, 100 * hits / gold,
                200 * hits / (found + gold));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) {
    std::fprintf(stderr, "usage: train_names OUT FOLDER...\n       train_names --check MODEL FOLDER\n");
    return 2;
  }
  const ql::lang::Language language = ql::lang::load_language("de");
  if (arguments[0] == "--check") {
    check(arguments[1], ql::train::read_corpus(arguments[2], language));
    return 0;
  }
  std::vector<LabelledSentence> corpus;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const auto part = ql::train::read_corpus(arguments[i], language);
    corpus.insert(corpus.end(), part.begin(), part.end());
  }
  const std::string model = ql::train::train_crf(corpus, gazetteer(), {});
  std::ofstream(arguments[0], std::ios::binary) << model;
  return 0;
}
