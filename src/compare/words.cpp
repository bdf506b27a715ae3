// SPDX-License-Identifier: Apache-2.0
// A word counts as its concept where the lexicon knows one ("Treffen" = "Gespräch"), else as the stem of its lemma
// without "-ung", so that "Warnung" meets "warnte". A compound counts also by its parts at half weight: by concepts
// where the lexicon knows them ("Warn-meldung", "Geheim-gespräch"), else by its last letters ("Truppenentsendung" meets
// "Entsendung"). Tested by terms_test.cpp.
#include "compare/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

constexpr float kPartWeight = 0.5F;
constexpr float kNumberWeight = 1.3F;
constexpr std::size_t kCompoundFrom = 10;
constexpr std::size_t kShortestPart = 6;

/// "schliessung" -> "schliess", which is the stem of "schliessen"; "transportier", "manipulatio" -> "transport",
/// "manipul".
std::string_view without_nominal_ending(std::string_view stem) {
  constexpr std::size_t kShortestVerb = 4;
  for (const std::string_view ending : {"ung", "ier", "atio"}) {
    if (stem.ends_with(ending) && stem.size() >= ending.size() + kShortestVerb) {
      return stem.substr(0, stem.size() - ending.size());
    }
  }
  return stem;
}

/// Makes the terms of one word.
class TermMaker {
 public:
  TermMaker(const lang::ConceptLexicon& concepts, std::vector<Term>& terms, bool is_capital)
      : concepts_(concepts), terms_(terms), is_capital_(is_capital) {}

  void add_number(const std::string& stem) { add("number:" + stem, kNumberWeight, TermKind::Number); }

  void add_word(const std::string& form, const std::string& lemma) {
    if (add_concept(lemma) || (lemma != form && add_concept(form))) return;
    const std::string verb(without_nominal_ending(lemma));  // "Erhöhung": what "erhöhen" is
    if (verb != lemma && concepts_.knows_whole(verb) && add_concept(verb)) return;
    const std::string participle = !is_capital_ && lemma.ends_with('t') ? lemma.substr(0, lemma.size() - 1) : "";
    if (concepts_.knows_whole(participle) && add_concept(participle)) return;  // "überwacht"
    add_plain(lemma.empty() ? form : lemma);
  }

 private:
  /// Adds what the lexicon knows the word as; false if nothing.
  bool add_concept(const std::string& stem) {
    if (concepts_.evidence(stem) != nullptr) {  // how strong it is called is a difference, not another matter
      add("concept:evidence", 1, TermKind::Evidence);
      return true;
    }
    if (concepts_.is_account(stem) || concepts_.is_fault(stem)) {
      add(without_nominal_ending(stem), 1, concepts_.is_fault(stem) ? TermKind::Fault : TermKind::Account);
      add_first_part(stem);
      return true;
    }
    const lang::Concept* found = is_capital_ ? concepts_.counted(stem) : nullptr;  // "einstellen" is no "Stelle"
    if (found == nullptr) found = concepts_.state(stem);
    if (found == nullptr) found = concepts_.topic(stem);
    if (found == nullptr) return false;
    const lang::Concept* matter = found->kind == lang::ConceptKind::Topic ? nullptr : concepts_.topic(stem);
    if (matter != nullptr) add("concept:" + std::string(matter->name), 1, TermKind::Word);  // "Leiharbeiter"
    // "Tote" says what "starben" says
    const bool says_state = found->kind == lang::ConceptKind::People && !found->implied_state.empty();
    const std::string_view state = found->implied_state.substr(0, found->implied_state.find('<'));
    add("concept:" + std::string(says_state ? state : found->name), 1, TermKind::Word);
    add_first_part(stem);
    return true;
  }

  void add_plain(const std::string& stem) {
    const std::string_view root = without_nominal_ending(stem);
    add(root, 1, TermKind::Word);
    add_first_part(stem);
    if (stem.size() >= kShortestPart) {
      const float weight = stem.size() >= kCompoundFrom ? kPartWeight : kPartWeight / 2;
      add(root.substr(root.size() - std::min(root.size(), kShortestPart)), weight, TermKind::Word,
          stem.size() >= kCompoundFrom);
    }
  }

  void add_first_part(const std::string& stem) {
    if (const lang::Concept* first = concepts_.topic_of_first_part(stem)) {
      add("concept:" + std::string(first->name), kPartWeight, TermKind::Word, true);
      terms_.back().modifies = true;
    }
  }

  void add(std::string_view normal_form, float weight, TermKind kind, bool is_part = false) {
    terms_.push_back({hash64(normal_form), weight, kind, is_part});
  }

  const lang::ConceptLexicon& concepts_;
  std::vector<Term>& terms_;
  bool is_capital_;
};

Word read_word(const lang::ConceptLexicon& concepts, std::string_view form, std::string_view lemma) {
  Word word;
  word.form_stem = lang::stem(form);
  word.lemma_stem = lemma.empty() ? word.form_stem : lang::stem(lemma);
  word.counted = concepts.counted(word.lemma_stem);
  const bool no_state = is_counted_noun(concepts, lemma.empty() ? form : lemma, word.lemma_stem);
  word.state = no_state ? nullptr : concepts.state(word.lemma_stem);
  word.begins_with_digit = !form.empty() && is_digit(decode_utf8(form, 0).value);
  TermMaker maker(concepts, word.terms, !form.empty() && is_upper(decode_utf8(form, 0).value));
  if (word.form_stem.empty()) return word;
  word.begins_with_digit ? maker.add_number(word.form_stem) : maker.add_word(word.form_stem, word.lemma_stem);
  return word;
}

}  // namespace

bool is_counted_noun(const lang::ConceptLexicon& concepts, std::string_view word, const std::string& stem) {
  if (word.empty() || !is_upper(decode_utf8(word, 0).value)) return false;
  const lang::Concept* counted = concepts.counted(stem);
  return counted != nullptr && counted->kind == lang::ConceptKind::Counted;
}

const Word& WordMemo::at(const AnalysedReport& report, std::uint32_t index) {
  const annotate::Token& token = report.notes.tokens[index];
  const std::string_view form = slice(report.report.text, token.text);
  const bool has_lemma = token.lemma < report.notes.lemmas.size();
  const std::string_view lemma = has_lemma ? report.notes.lemmas.view(token.lemma) : std::string_view();
  const auto known = words_.find({form, lemma});
  if (known != words_.end()) return known->second;
  return words_.emplace(Key(form, lemma), read_word(concepts_, form, lemma)).first->second;
}

void WordMemo::trim() {
  constexpr std::size_t kMostWords = 100'000;
  if (words_.size() > kMostWords) words_.clear();
}

}  // namespace ql::compare
