// SPDX-License-Identifier: Apache-2.0
// Measures the close reading on treebanks: evaluate [--verbose] [--tagger MODEL] [--subjects MODEL] TREEBANK.conllu...
// Two readings of each file: as running text (tokens and sentences), and with the treebank's tokens (word class, mood
// of finite verbs, lemma, subject). Prints one line per file and measure.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

#include "annotate/annotate.h"
#include "annotate/clauses.h"
#include "annotate/morphology.h"
#include "annotate/subjects.h"
#include "annotate/tagger.h"
#include "annotate/word_cache.h"
#include "base/utf8.h"
#include "lang/language.h"
#include "treebank.h"

namespace {

using namespace ql;
using annotate::Annotations;
using annotate::Mood;
using annotate::Token;

struct Rate {
  std::size_t right = 0, all = 0;
  void count(bool good) {
    right += good ? 1 : 0;
    ++all;
  }
  void print(const char* name) const {
    std::printf("  %-22s %6.2f %%  (%zu of %zu)\n", name, 100.0 * static_cast<double>(right) / static_cast<double>(all),
                right, all);
  }
};

using Spans = std::set<std::pair<std::uint32_t, std::uint32_t>>;

void print_f1(const char* name, const Spans& gold, const Spans& found) {
  std::size_t right = 0;
  for (const auto& span : found) right += gold.contains(span) ? 1U : 0U;
  const double precision = static_cast<double>(right) / static_cast<double>(found.size());
  const double recall = static_cast<double>(right) / static_cast<double>(gold.size());
  std::printf("  %-22s F1 %.4f  P %.4f  R %.4f\n", name, 2 * precision * recall / (precision + recall), precision,
              recall);
}

/// Spans as positions among the characters that are not blanks, so that blanks do not matter.
class Squeezed {
 public:
  explicit Squeezed(const std::string& text) : positions_(text.size() + 1) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      positions_[i] = count;
      if (text[i] != ' ') ++count;
    }
    positions_[text.size()] = count;
  }
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> span(TextRange range) const {
    return {positions_[range.begin], positions_[range.end]};
  }

 private:
  std::vector<std::uint32_t> positions_;
};

/// The text of a tree ends with a full stop, question or exclamation mark, or a closing quotation mark behind one.
bool has_end_mark(const train::Tree& tree) {
  for (std::size_t i = tree.surfaces.size(); i-- > 0;) {
    const std::string& form = tree.surfaces[i].form;
    if (form == "." || form == "!" || form == "?") return true;
    if (form != "\"" && form != "''" && form != ")" && form != "\u201C") return false;
  }
  return false;
}

void measure_running_text(const std::vector<train::Tree>& trees, const lang::Language& language, bool verbose) {
  clean::Report report;
  Spans gold_tokens, gold_sentences;
  std::uint32_t position = 0;
  for (const train::Tree& tree : trees) {
    if (!report.text.empty()) report.text += ' ';
    report.text += tree.text;
    const std::uint32_t begin = position;
    for (const train::Surface& surface : tree.surfaces) {
      const auto size = static_cast<std::uint32_t>(surface.form.size());
      gold_tokens.emplace(position, position + size);
      position += size;
    }
    gold_sentences.emplace(begin, position);
  }
  clean::Block block;
  block.text = {0, static_cast<std::uint32_t>(report.text.size())};
  report.blocks.push_back(block);
  const Annotations notes = annotate::annotate(report, language);
  const Squeezed squeezed(report.text);
  Spans tokens, sentences;
  for (const Token& token : notes.tokens) {
    tokens.insert(squeezed.span(token.text));
    if (verbose && !gold_tokens.contains(squeezed.span(token.text))) {
      std::fprintf(stderr, "token %s\n", std::string(slice(report.text, token.text)).c_str());
    }
  }
  for (const annotate::Sentence& sentence : notes.sentences) {
    sentences.insert(squeezed.span(sentence.text));
    if (verbose && !gold_sentences.contains(squeezed.span(sentence.text))) {
      std::fprintf(stderr, "sentence %s\n", std::string(slice(report.text, sentence.text)).c_str());
    }
  }
  print_f1("tokens", gold_tokens, tokens);
  print_f1("sentences", gold_sentences, sentences);
}

struct Rates {
  Rate word_class, mood, subjunctive_found, subjunctive_right, lemma, lemma_content, finite, subject, own_subject,
      subject_phrase;
};

bool same_lemma(std::string_view gold, std::string_view found) {
  if (to_lower_utf8(gold) == to_lower_utf8(found)) return true;
  // One treebank gives a compound the lemma of its head.
  const std::string lower = to_lower_utf8(gold), whole = to_lower_utf8(found);
  return gold.size() > 3 && found.size() > gold.size() && whole.ends_with(lower);
}

void measure_mood(const train::Word& word, const Token& token, Rates& rates) {
  if (train::feature(word, "VerbForm") != "Fin" || token.morphology.verb_form != annotate::VerbForm::Finite) {
    return;
  }
  const std::string_view gold = train::feature(word, "Mood");
  const Mood mood = token.morphology.mood;
  const bool subjunctive = mood == Mood::SubjunctiveI || mood == Mood::SubjunctiveII;
  rates.mood.count(gold == "Sub" ? subjunctive : gold == "Imp" ? mood == Mood::Imperative : !subjunctive);
  if (gold == "Sub") rates.subjunctive_found.count(subjunctive);
  if (subjunctive) rates.subjunctive_right.count(gold == "Sub");
}

/// Only nouns and names stand between the two heads ("Herr Lansky"): treebanks differ on which one is the head.
bool is_name_run(const annotate::SentenceView& view, const annotate::Clause& clause, std::uint32_t head) {
  const auto own = static_cast<std::uint32_t>(clause.subject_head.index());
  for (std::uint32_t i = std::min(own, head); i <= std::max(own, head); ++i) {
    const annotate::WordClass word_class = view.tokens[i].word_class;
    if (word_class != annotate::WordClass::Noun && word_class != annotate::WordClass::Propn) return false;
  }
  return true;
}

/// Subjects of all finite verbs that have one in the treebank, shared ones included.
void measure_subjects(const train::Tree& tree, const annotate::SentenceView& view, Rates& rates, bool verbose) {
  for (std::size_t i = 0; i < view.tokens.size(); ++i) {
    if (train::feature(train::leading_word(tree, tree.surfaces[i]), "VerbForm") != "Fin") continue;
    const train::GoldSubject gold = train::gold_subject(tree, i);
    const annotate::Clause* own = nullptr;
    for (const annotate::Clause& clause : view.clauses.clauses) {
      if (clause.finite_verb == TokenId(i)) own = &clause;
    }
    rates.finite.count(own != nullptr);
    if (!gold.head) continue;
    const bool right = own != nullptr && own->subject_head == TokenId(*gold.head);
    rates.subject.count(right);
    const auto head = static_cast<std::uint32_t>(*gold.head);
    rates.subject_phrase.count(right ||
                               (own != nullptr && own->subject.contains(head) && is_name_run(view, *own, head)));
    if (!gold.shared) rates.own_subject.count(right);
    if (verbose && !right) {
      const bool found = own != nullptr && own->subject_head.valid();
      std::fprintf(stderr, "subject of %s%s: gold %s found %s | %s\n", view.words[i].form.c_str(),
                   own == nullptr ? " (no clause)"
                   : gold.shared  ? " (shared)"
                                  : "",
                   view.words[*gold.head].form.c_str(),
                   found ? view.words[own->subject_head.index()].form.c_str() : "-", tree.text.c_str());
    }
  }
}

void measure_words(const std::vector<train::Tree>& trees, const lang::Language& language, bool verbose) {
  Rates rates;
  annotate::WordCache cache(language);
  for (const train::Tree& tree : trees) {
    std::string text;
    Annotations notes;
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
    annotate::find_subjects(view, language.subjects, clauses);
    measure_subjects(tree, view, rates, verbose);
    for (std::size_t i = 0; i < notes.tokens.size(); ++i) {
      const train::Word& word = train::leading_word(tree, tree.surfaces[i]);
      const Token& token = notes.tokens[i];
      const bool right = train::word_class_from(word.upos) == token.word_class;
      rates.word_class.count(right);
      if (verbose && !right) {
        std::fprintf(stderr, "tag %s %s %s -> %d/%d\n", words[i]->form.c_str(), word.upos.c_str(), word.xpos.c_str(),
                     static_cast<int>(token.word_class), static_cast<int>(token.stts));
      }
      measure_mood(word, token, rates);
      if (word.upos == "PUNCT" || tree.surfaces[i].last > tree.surfaces[i].first) continue;
      std::string lemma(notes.lemmas.view(token.lemma));
      if (token.particle.valid()) lemma = lemma.substr(words[token.particle.index()]->lower.size());
      const bool same = same_lemma(word.lemma, lemma);
      rates.lemma.count(same);
      const bool content = word.upos == "NOUN" || word.upos == "VERB" || word.upos == "ADJ" || word.upos == "PROPN";
      if (content) rates.lemma_content.count(same);
      if (verbose && !same) {
        std::fprintf(stderr, "lemma %s %s gold %s found %s\n", word.upos.c_str(), words[i]->form.c_str(),
                     word.lemma.c_str(), lemma.c_str());
      }
    }
  }
  rates.word_class.print("word class");
  rates.mood.print("mood");
  rates.subjunctive_found.print("subjunctive recall");
  rates.subjunctive_right.print("subjunctive precision");
  rates.lemma.print("lemma");
  rates.lemma_content.print("lemma, content words");
  rates.finite.print("clause of finite verb");
  rates.subject.print("subject head");
  rates.subject_phrase.print("subject, title or name");
  rates.own_subject.print("subject head, not shared");
}

lang::LinearModel read_model(const char* path, std::vector<char>& bytes) {
  std::ifstream file(path, std::ios::binary);
  bytes.assign(std::istreambuf_iterator<char>(file), {});
  return lang::LinearModel(std::string_view(bytes.data(), bytes.size()));
}

}  // namespace

int main(int argc, char** argv) {
  lang::Language language = lang::load_language("de");
  std::vector<char> tagger, subjects;
  bool verbose = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--verbose") == 0) {
      verbose = true;
    } else if (std::strcmp(argv[i], "--tagger") == 0 && i + 1 < argc) {
      language.tagger = read_model(argv[++i], tagger);
    } else if (std::strcmp(argv[i], "--subjects") == 0 && i + 1 < argc) {
      language.subjects = read_model(argv[++i], subjects);
    } else {
      std::printf("%s\n", argv[i]);
      const std::vector<train::Tree> trees = train::read_treebank(argv[i]);
      if (trees.empty()) continue;
      measure_running_text(trees, language, verbose);
      std::vector<train::Tree> marked;
      std::copy_if(trees.begin(), trees.end(), std::back_inserter(marked), has_end_mark);
      std::printf("  only trees that end with a full stop:\n");
      measure_running_text(marked, language, false);
      measure_words(trees, language, verbose);
    }
  }
  return 0;
}
