// SPDX-License-Identifier: Apache-2.0
// CoNLL-U, ten columns a word; ranges "3-4" are contractions. Quotation marks in LaTeX style become typographic.
#include "treebank.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>
#include <utility>

#include "base/utf8.h"
#include "lang/linear_model.h"
#include "lang/tsv.h"

namespace ql::train {
namespace {

std::size_t to_number(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void add_line(std::string_view line, Tree& tree) {
  if (line.starts_with("# text = ")) {
    tree.text = line.substr(9);
  }
  if (line.starts_with('#')) return;
  const std::vector<std::string_view> cells = lang::split(line, '\t');
  if (cells.size() < 10) return;
  const bool space_after = cells[9].find("SpaceAfter=No") == std::string_view::npos;
  const std::size_t dash = cells[0].find('-');
  if (cells[0].find('.') != std::string_view::npos) return;
  if (dash != std::string_view::npos) {
    const std::size_t first = to_number(cells[0].substr(0, dash)), last = to_number(cells[0].substr(dash + 1));
    tree.surfaces.push_back({std::string(cells[1]), first - 1, last - 1, space_after});
    return;
  }
  Word word{std::string(cells[1]), std::string(cells[2]), std::string(cells[3]), std::string(cells[4]),
            std::string(cells[5]), std::string(cells[7]), to_number(cells[6])};
  const std::size_t index = tree.words.size();
  tree.words.push_back(std::move(word));
  if (tree.surfaces.empty() || tree.surfaces.back().last < index || index == 0) {
    if (tree.surfaces.empty() || tree.surfaces.back().last < index) {
      tree.surfaces.push_back({std::string(cells[1]), index, index, space_after});
    }
  }
}

bool is_word(const std::string& form) {
  return is_letter(decode_utf8(form, 0).value) || is_digit(decode_utf8(form, 0).value);
}

/// "US", "-", "Staaten" without blanks become one surface token.
void join_hyphenated(Tree& tree) {
  std::vector<Surface> joined;
  for (std::size_t i = 0; i < tree.surfaces.size(); ++i) {
    Surface surface = tree.surfaces[i];
    while (is_word(surface.form) && !surface.space_after && i + 2 < tree.surfaces.size() &&
           tree.surfaces[i + 1].form == "-" && !tree.surfaces[i + 1].space_after &&
           is_word(tree.surfaces[i + 2].form)) {
      const Surface& next = tree.surfaces[i + 2];
      surface = {surface.form + "-" + next.form, surface.first, next.last, next.space_after};
      i += 2;
    }
    joined.push_back(surface);
  }
  tree.surfaces = std::move(joined);
}

}  // namespace

std::vector<Tree> read_treebank(const std::string& path, bool join_hyphens) {
  std::vector<Tree> trees;
  std::ifstream file(path);
  if (!file) {
    std::cerr << "SKIPPED: cannot read " << path << "\n";
    return trees;
  }
  Tree tree;
  std::string line;
  const auto finish = [&] {
    if (!tree.words.empty()) {
      if (join_hyphens) join_hyphenated(tree);
      trees.push_back(std::move(tree));
    }
    tree = {};
  };
  while (std::getline(file, line)) {
    if (line.empty()) {
      finish();
    } else {
      add_line(line, tree);
    }
  }
  finish();
  return trees;
}

std::string_view feature(const Word& word, std::string_view name) {
  for (const std::string_view part : lang::split(word.features, '|')) {
    if (part.starts_with(name) && part.size() > name.size() && part[name.size()] == '=') {
      return part.substr(name.size() + 1);
    }
  }
  return {};
}

annotate::WordClass word_class_from(std::string_view upos) {
  static constexpr std::array<std::string_view, 17> kNames = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                              "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                              "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  const auto found = std::find(kNames.begin(), kNames.end(), upos);
  return found == kNames.end() ? annotate::WordClass::X : static_cast<annotate::WordClass>(found - kNames.begin());
}

annotate::Stts stts_from(std::string_view xpos) {
  static constexpr std::array<std::string_view, 54> kNames = {
      "_",     "ADJA",   "ADJD",  "ADV",    "APPR",  "APPRART", "APPO",  "APZR",  "ART",   "CARD",  "FM",
      "ITJ",   "KOUI",   "KOUS",  "KON",    "KOKOM", "NN",      "NE",    "PDS",   "PDAT",  "PIS",   "PIAT",
      "PIDAT", "PPER",   "PPOSS", "PPOSAT", "PRELS", "PRELAT",  "PRF",   "PWS",   "PWAT",  "PWAV",  "PAV",
      "PTKZU", "PTKNEG", "PTKVZ", "PTKANT", "PTKA",  "TRUNC",   "VVFIN", "VVIMP", "VVINF", "VVIZU", "VVPP",
      "VAFIN", "VAIMP",  "VAINF", "VAPP",   "VMFIN", "VMINF",   "VMPP",  "XY",    "$.",    "$,"};
  if (xpos == "PROAV") xpos = "PAV";
  if (xpos == "$(") return annotate::Stts::OtherPunctuation;
  const auto found = std::find(kNames.begin(), kNames.end(), xpos);
  return found == kNames.end() ? annotate::Stts::None : static_cast<annotate::Stts>(found - kNames.begin());
}

std::vector<annotate::Token> surface_tokens(const Tree& tree, std::string& text) {
  std::vector<annotate::Token> tokens;
  text.clear();
  bool space = true;
  for (const Surface& surface : tree.surfaces) {
    std::string form = surface.form;
    if (form == "``") form = "\u201E";
    if (form == "''") form = "\u201C";
    if (space && !text.empty()) text += ' ';
    annotate::Token token;
    token.text.begin = static_cast<std::uint32_t>(text.size());
    text += form;
    token.text.end = static_cast<std::uint32_t>(text.size());
    token.space_before = space;
    token.capitalised = starts_upper(form);
    tokens.push_back(token);
    space = surface.space_after;
  }
  return tokens;
}

const Word& leading_word(const Tree& tree, const Surface& surface) {
  const bool compound = surface.form.find('-') != std::string::npos && surface.last > surface.first;
  return tree.words[compound ? surface.last : surface.first];
}

namespace {

std::optional<std::size_t> subject_child(const Tree& tree, std::size_t head) {
  for (std::size_t i = 0; i < tree.words.size(); ++i) {
    if (tree.words[i].head == head + 1 && tree.words[i].relation.starts_with("nsubj")) return i;
  }
  return std::nullopt;
}

std::size_t surface_of(const Tree& tree, std::size_t word) {
  for (std::size_t i = 0; i < tree.surfaces.size(); ++i) {
    if (word <= tree.surfaces[i].last) return i;
  }
  return tree.surfaces.size();
}

}  // namespace

VerbForms read_verb_forms(const std::string& path) {
  VerbForms forms;
  std::ifstream file(path);
  if (!file) std::cerr << "SKIPPED: cannot read " << path << "\n";
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with("\tthird")) forms.third.push_back(line.substr(0, line.find('\t')));
    if (line.ends_with("\tplural")) forms.plural.push_back(line.substr(0, line.find('\t')));
  }
  return forms;
}

namespace {

/// The forms that may stand in for a word; none when it is no full verb in lower case.
const std::vector<std::string>* stand_ins(const Word& word, const VerbForms& forms) {
  if (word.form.empty() || word.form[0] < 'a' || word.form[0] > 'z') return nullptr;
  const std::string_view number = feature(word, "Number");
  if (word.xpos == "VVFIN" && number == "Sing" && feature(word, "Person") != "1") return &forms.third;
  if (word.xpos == "VVPP") return &forms.third;
  if (word.xpos == "VVINF" || (word.xpos == "VVFIN" && number == "Plur")) return &forms.plural;
  return nullptr;
}

}  // namespace

std::optional<Tree> with_shared_forms(const Tree& tree, const VerbForms& forms, std::uint64_t seed) {
  const auto separable = [](const Word& word) { return word.xpos == "PTKVZ"; };
  if (std::any_of(tree.words.begin(), tree.words.end(), separable)) return std::nullopt;
  Tree copy = tree;
  bool changed = false;
  for (Surface& surface : copy.surfaces) {
    Word& word = copy.words[surface.first];
    const std::vector<std::string>* choices = surface.first == surface.last ? stand_ins(word, forms) : nullptr;
    if (choices == nullptr || choices->empty()) continue;
    seed = lang::feature_key(seed, surface.first);
    word.form = (*choices)[seed % choices->size()];
    surface.form = word.form;
    changed = true;
  }
  return changed ? std::optional<Tree>(std::move(copy)) : std::nullopt;
}

GoldSubject gold_subject(const Tree& tree, std::size_t finite) {
  std::size_t verb = tree.surfaces[finite].first;
  while (tree.words[verb].relation.starts_with("aux") || tree.words[verb].relation == "cop") {
    if (tree.words[verb].head == 0) break;
    verb = tree.words[verb].head - 1;
  }
  GoldSubject gold;
  for (int step = 0; step < 4; ++step) {
    if (const std::optional<std::size_t> child = subject_child(tree, verb)) {
      gold.head = surface_of(tree, *child);
      return gold;
    }
    if (tree.words[verb].relation != "conj" || tree.words[verb].head == 0) break;
    verb = tree.words[verb].head - 1;
    gold.shared = true;
  }
  return {};
}

}  // namespace ql::train
