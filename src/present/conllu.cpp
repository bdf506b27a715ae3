// SPDX-License-Identifier: Apache-2.0
// Annotations -> CoNLL-U lines. Names of tags and features stand in tables in the order of their enums. Tested by
// conllu_test.cpp.
#include "present/conllu.h"

#include <array>
#include <string_view>
#include <vector>

#include "annotate/compounds.h"

namespace ql::present {
namespace {

using annotate::Annotations;
using annotate::Clause;
using annotate::Morphology;
using annotate::Sentence;
using annotate::Token;

constexpr std::array<std::string_view, 17> kWordClasses = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                           "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                           "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 55> kStts = {
    "_",     "ADJA",   "ADJD",  "ADV",    "APPR",  "APPRART", "APPO",  "APZR",  "ART",   "CARD",  "FM",
    "ITJ",   "KOUI",   "KOUS",  "KON",    "KOKOM", "NN",      "NE",    "PDS",   "PDAT",  "PIS",   "PIAT",
    "PIDAT", "PPER",   "PPOSS", "PPOSAT", "PRELS", "PRELAT",  "PRF",   "PWS",   "PWAT",  "PWAV",  "PROAV",
    "PTKZU", "PTKNEG", "PTKVZ", "PTKANT", "PTKA",  "TRUNC",   "VVFIN", "VVIMP", "VVINF", "VVIZU", "VVPP",
    "VAFIN", "VAIMP",  "VAINF", "VAPP",   "VMFIN", "VMINF",   "VMPP",  "XY",    "$.",    "$,",    "$("};
constexpr std::array<std::string_view, 5> kCases = {"", "Nom", "Acc", "Dat", "Gen"};
constexpr std::array<std::string_view, 3> kNumbers = {"", "Sing", "Plur"};
constexpr std::array<std::string_view, 4> kGenders = {"", "Masc", "Fem", "Neut"};
constexpr std::array<std::string_view, 6> kMoods = {"", "Ind", "Sub", "Sub", "Imp", "Ind,Sub"};
constexpr std::array<std::string_view, 3> kTenses = {"", "Pres", "Past"};
constexpr std::array<std::string_view, 5> kVerbForms = {"", "Fin", "Inf", "Inf", "Part"};

/// Appends Name=Value pairs, parted by '|'; "_" when there are none.
class Pairs {
 public:
  explicit Pairs(std::string& out) : out_(out), begin_(out.size()) {}
  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (out_.size() > begin_) out_ += '|';
    out_.append(name).append("=").append(value);
  }
  void finish() {
    if (out_.size() == begin_) out_ += '_';
  }

 private:
  std::string& out_;
  std::size_t begin_;
};

void append_features(const Morphology& morphology, std::string& out) {
  Pairs pairs(out);
  pairs.add("Case", kCases[static_cast<std::size_t>(morphology.grammatical_case)]);
  pairs.add("Gender", kGenders[static_cast<std::size_t>(morphology.gender)]);
  pairs.add("Mood", kMoods[static_cast<std::size_t>(morphology.mood)]);
  pairs.add("Number", kNumbers[static_cast<std::size_t>(morphology.number)]);
  pairs.add("Person", morphology.person == 0 ? "" : std::to_string(morphology.person));
  pairs.add("Tense", kTenses[static_cast<std::size_t>(morphology.tense)]);
  pairs.add("VerbForm", kVerbForms[static_cast<std::size_t>(morphology.verb_form)]);
  pairs.finish();
}

/// The form on one line: blanks inside a token (10 000) are allowed in CoNLL-U, tabs and breaks are not.
void append_form(std::string_view form, std::string& out) {
  for (const char c : form) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

class Writer {
 public:
  Writer(const clean::Report& report, const Annotations& notes, const lang::FormLexicon& forms)
      : report_(report), notes_(notes), forms_(forms) {
    assign_clauses();
  }

  std::string run() {
    for (std::size_t i = 0; i < notes_.sentences.size(); ++i) add_sentence(i, notes_.sentences[i]);
    return std::move(out_);
  }

 private:
  /// The innermost clause of each token: clauses come parents first or later, the shorter run wins.
  void assign_clauses() {
    owner_.assign(notes_.tokens.size(), notes_.clauses.size());
    subject_.assign(notes_.tokens.size(), false);
    for (std::size_t id = 0; id < notes_.clauses.size(); ++id) {
      const Clause& clause = notes_.clauses[id];
      for (std::uint32_t i = clause.tokens.begin; i < clause.tokens.end; ++i) {
        const bool first = owner_[i] == notes_.clauses.size();
        if (first || clause.tokens.size() <= notes_.clauses[owner_[i]].tokens.size()) owner_[i] = id;
      }
      if (clause.subject_head.valid()) subject_[clause.subject_head.index()] = true;
    }
  }

  void add_sentence(std::size_t index, const Sentence& sentence) {
    out_.append("# sent_id = ").append(std::to_string(index + 1)).append("\n# text = ");
    append_form(slice(report_.text, sentence.text), out_);
    out_ += '\n';
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) add_token(i, sentence);
    out_ += '\n';
  }

  void add_token(std::uint32_t i, const Sentence& sentence) {
    const Token& token = notes_.tokens[i];
    out_.append(std::to_string(i - sentence.tokens.begin + 1)).append("\t");
    append_form(slice(report_.text, token.text), out_);
    out_ += '\t';
    append_form(token.lemma < notes_.lemmas.size() ? notes_.lemmas.view(token.lemma) : "_", out_);
    out_.append("\t").append(kWordClasses[static_cast<std::size_t>(token.word_class)]);
    out_.append("\t").append(kStts[static_cast<std::size_t>(token.stts)]).append("\t");
    append_features(token.morphology, out_);
    out_.append("\t_\t_\t_\t");
    add_misc(i, sentence);
    out_ += '\n';
  }

  [[nodiscard]] std::string compound(const Token& token) const {
    std::string parts;
    if (token.word_class != annotate::WordClass::Noun && token.word_class != annotate::WordClass::Propn) return parts;
    for (const annotate::CompoundPart& part : annotate::split_compound(slice(report_.text, token.text), forms_)) {
      if (!parts.empty()) parts += '+';
      append_form(part.lemma, parts);
    }
    return parts;
  }

  void add_misc(std::uint32_t i, const Sentence& sentence) {
    const Token& token = notes_.tokens[i];
    Pairs pairs(out_);
    if (owner_[i] < notes_.clauses.size()) pairs.add("Clause", std::to_string(owner_[i] + 1));
    pairs.add("Compound", compound(token));
    if (token.particle.valid()) {
      pairs.add("Particle", std::to_string(token.particle.index() - sentence.tokens.begin + 1));
    }
    const bool glued = i + 1 < sentence.tokens.end && !notes_.tokens[i + 1].space_before;
    pairs.add("SpaceAfter", glued ? "No" : "");
    pairs.add("Subject", subject_[i] ? "Yes" : "");
    pairs.add("TokenRange", std::to_string(token.text.begin) + ":" + std::to_string(token.text.end));
    pairs.finish();
  }

  const clean::Report& report_;
  const Annotations& notes_;
  const lang::FormLexicon& forms_;
  std::vector<std::size_t> owner_;
  std::vector<bool> subject_;
  std::string out_;
};

}  // namespace

std::string to_conllu(const clean::Report& report, const Annotations& notes, const lang::FormLexicon& forms) {
  return Writer(report, notes, forms).run();
}

}  // namespace ql::present
