// SPDX-License-Identifier: Apache-2.0
// Tag + readings -> lemma and features. Of the readings that fit the tag, the first is the lemma's; the mood of a
// finite verb is what all its readings in the third person share (sei: Konjunktiv I; sagen: ambiguous), in the
// first person only beside "ich" or "wir". What the lexicon lacks gets the form itself. Tested by morphology_test.cpp.
#include "annotate/morphology.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::FormClass;
using lang::FormMood;
using lang::FormVerb;
using lang::Reading;

bool is_finite_tag(Stts tag) {
  return tag == Stts::Vvfin || tag == Stts::Vafin || tag == Stts::Vmfin || tag == Stts::Vvimp || tag == Stts::Vaimp;
}

VerbForm verb_form_of(Stts tag) {
  switch (tag) {
    case Stts::Vvfin:
    case Stts::Vafin:
    case Stts::Vmfin:
    case Stts::Vvimp:
    case Stts::Vaimp:
      return VerbForm::Finite;
    case Stts::Vvinf:
    case Stts::Vainf:
    case Stts::Vminf:
      return VerbForm::Infinitive;
    case Stts::Vvizu:
      return VerbForm::InfinitiveZu;
    case Stts::Vvpp:
    case Stts::Vapp:
    case Stts::Vmpp:
      return VerbForm::Participle;
    default:
      return VerbForm::None;
  }
}

bool fits_verb(const Reading& reading, VerbForm form) {
  if (reading.form_class != FormClass::Verb) return false;
  switch (form) {
    case VerbForm::Finite:
      return reading.verb() == FormVerb::Finite || reading.verb() == FormVerb::Imperative;
    case VerbForm::Infinitive:
      return reading.verb() == FormVerb::Infinitive;
    case VerbForm::InfinitiveZu:
      return reading.verb() == FormVerb::InfinitiveZu;
    case VerbForm::Participle:
      return reading.verb() == FormVerb::Participle;
    case VerbForm::None:
      return false;
  }
  return false;
}

bool fits_class(const Reading& reading, WordClass word_class) {
  switch (word_class) {
    case WordClass::Noun:
      return reading.form_class == FormClass::Noun || reading.form_class == FormClass::Abbreviation;
    case WordClass::Propn:
      return reading.form_class == FormClass::Name;
    case WordClass::Adj:
      return reading.form_class == FormClass::Adjective;
    case WordClass::Adv:
      return reading.form_class == FormClass::Adverb ||
             (reading.form_class == FormClass::Adjective && (reading.flags & lang::form_flag::kPredicative) != 0);
    case WordClass::Det:
    case WordClass::Pron:
      return reading.form_class == FormClass::Article || reading.form_class == FormClass::Pronoun;
    case WordClass::Adp:
      return reading.form_class == FormClass::Preposition || reading.form_class == FormClass::Prefix;
    case WordClass::Num:
      return reading.form_class == FormClass::Number;
    default:
      return false;
  }
}

bool fits(const Reading& reading, const Token& token) {
  const VerbForm form = verb_form_of(token.stts);
  if (form != VerbForm::None) return fits_verb(reading, form);
  return fits_class(reading, token.word_class);
}

/// Calls `visit(reading, form, from)` for each reading that fits the token's tag.
template <class Visit>
void for_fitting(const WordInfo& word, const Token& token, Visit visit) {
  for (const Reading& reading : word.lower_readings) {
    if (fits(reading, token)) visit(reading, true);
  }
  for (const Reading& reading : word.readings) {
    if (fits(reading, token)) visit(reading, false);
  }
}

/// What the finite readings of a form say together.
struct FiniteReadings {
  bool third_indicative = false, third_first = false, third_second = false;
  bool any_indicative = false, any_first = false, any_second = false;
  bool past = false, present = false, imperative = false;
  std::uint8_t persons = 0;
};

FiniteReadings finite_readings(const WordInfo& word, const Token& token) {
  constexpr unsigned kThird = 4U | 32U;
  FiniteReadings all;
  for_fitting(word, token, [&](const Reading& reading, bool) {
    if (reading.verb() == FormVerb::Imperative) {
      all.imperative = true;
      return;
    }
    const bool third = (reading.persons() & kThird) != 0;
    all.persons |= reading.persons();
    switch (reading.mood()) {
      case FormMood::Indicative:
        all.any_indicative = true;
        all.third_indicative |= third;
        (reading.is_past() ? all.past : all.present) = true;
        break;
      case FormMood::SubjunctiveI:
        all.any_first = true;
        all.third_first |= third;
        break;
      case FormMood::SubjunctiveII:
        all.any_second = true;
        all.third_second |= third;
        break;
      case FormMood::None:
        break;
    }
  });
  return all;
}

class Analyser {
 public:
  Analyser(const Sentence& sentence, WordSpan words, const lang::Language& language, Annotations& notes)
      : first_(sentence.tokens.begin),
        words_(words),
        lexicon_(language.forms),
        closed_(language.closed_lemmas),
        notes_(notes) {}

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      set_morphology(i);
      make_lemma(i);
      token(i).lemma = notes_.lemmas.intern(lemma_);
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (token(i).stts == Stts::Ptkvz) join_particle(i);
    }
  }

 private:
  Token& token(std::size_t i) { return notes_.tokens[first_ + i]; }
  [[nodiscard]] const Token& token(std::size_t i) const { return notes_.tokens[first_ + i]; }

  void set_morphology(std::size_t i) {
    Morphology& morphology = token(i).morphology;
    morphology.verb_form = verb_form_of(token(i).stts);
    if (morphology.verb_form == VerbForm::Finite) set_finite(i, morphology);
    if (morphology.verb_form == VerbForm::None) set_nominal(agreement_of(words_[i], token(i)), morphology);
  }

  void set_finite(std::size_t i, Morphology& morphology) {
    const FiniteReadings all = finite_readings(words_[i], token(i));
    const bool imperative_tag = token(i).stts == Stts::Vvimp || token(i).stts == Stts::Vaimp;
    if (imperative_tag && all.imperative) {
      morphology.mood = Mood::Imperative;
      morphology.person = 2;
      return;
    }
    const bool speaker = all.any_indicative && !all.third_indicative && has_first_person(i);
    const unsigned plurals = (all.persons & 4U) != 0 ? 0x28U : 0x38U;  // "sagt": er, not ihr
    const bool plural = (all.persons & plurals) != 0, singular = (all.persons & 7U) != 0;
    if (plural != singular) morphology.number = plural ? Number::Plur : Number::Sing;
    morphology.person = (all.persons & 0x24U) != 0 && !speaker ? 3 : first_person_bit(all.persons);
    if (all.third_indicative || speaker || !(all.any_first || all.any_second)) {
      const bool open = all.third_first && !all.past && !speaker;
      morphology.mood = open ? Mood::Ambiguous : Mood::Indicative;
      morphology.tense = all.past ? Tense::Past : Tense::Present;
    } else if (all.third_first || all.any_first) {
      morphology.mood = Mood::SubjunctiveI;
      morphology.tense = Tense::Present;
    } else {
      morphology.mood = Mood::SubjunctiveII;
      morphology.tense = Tense::Past;
    }
  }

  static std::uint8_t first_person_bit(std::uint8_t persons) {
    if (persons == 0) return 3;
    return static_cast<std::uint8_t>(std::countr_zero(persons) % 3 + 1);
  }

  /// "ich" stands near the verb, or the sentence has no subject and drops it (no other pronoun or noun before).
  [[nodiscard]] bool has_first_person(std::size_t verb) const {
    const auto is_boundary = [&](std::size_t i) { return token(i).word_class == WordClass::Punct; };
    for (std::size_t i = verb; i-- > 0 && !is_boundary(i);) {
      if (words_[i].lower == "ich") return true;
    }
    for (std::size_t i = verb + 1; i < words_.size() && !is_boundary(i); ++i) {
      if (words_[i].lower == "ich") return true;
    }
    return false;
  }

  static void set_nominal(lang::Agreement cells, Morphology& morphology) {
    if (cells == 0) return;
    lang::Agreement columns = 0, cases = 0;
    for (unsigned cell = 0; cell < 16; ++cell) {
      if (((cells >> cell) & 1U) == 0) continue;
      columns |= static_cast<lang::Agreement>(1U << (cell % 4));
      cases |= static_cast<lang::Agreement>(1U << (cell / 4));
    }
    if (std::has_single_bit(cases)) {
      morphology.grammatical_case = static_cast<Case>(std::countr_zero(cases) + 1);
    }
    if (columns == 8U) morphology.number = Number::Plur;
    if ((columns & 8U) == 0) morphology.number = Number::Sing;
    if (std::has_single_bit(columns) && columns != 8U) {
      morphology.gender = static_cast<Gender>(std::countr_zero(columns) + 1);
    }
  }

  // ---- lemma ----

  void make_lemma(std::size_t i) {
    lemma_.clear();
    const WordInfo& word = words_[i];
    if (closed_lemma(i)) return;
    const Reading* chosen = nullptr;
    bool from_lower = false;
    for_fitting(word, token(i), [&](const Reading& reading, bool lower) {
      if (chosen == nullptr || better(reading, *chosen)) {
        chosen = &reading;
        from_lower = lower;
      }
    });
    if (chosen == nullptr) {
      default_lemma(i);
    } else if (from_lower) {
      lexicon_.append_lemma(word.lower, *chosen, lemma_);
    } else {
      append_known_part(word, *chosen);
    }
  }

  /// Articles, pronouns and a few others have their lemmas in a list.
  bool closed_lemma(std::size_t i) {
    std::string_view lemma;
    switch (token(i).word_class) {
      case WordClass::Det:
      case WordClass::Pron:
        lemma = closed_.pronoun(words_[i].lower);
        break;
      case WordClass::Adj:
      case WordClass::Adv:
        lemma = closed_.other(words_[i].lower);
        break;
      default:
        break;
    }
    lemma_.append(lemma);
    return !lemma.empty();
  }

  /// Prefers the plain reading: nouns that are no adjectives, verbs over their rarer homographs.
  static bool better(const Reading& reading, const Reading& than) {
    constexpr std::uint8_t kDerived = lang::form_flag::kAdjectival | lang::form_flag::kInfinitival;
    if (reading.form_class == FormClass::Noun && than.form_class == FormClass::Noun) {
      return (reading.flags & kDerived) < (than.flags & kDerived);
    }
    return false;
  }

  /// The lemma of the known end of an unknown compound, its front kept: Regionalkonferenz|en.
  void append_known_part(const WordInfo& word, const Reading& reading) {
    if (word.known_from == 0) {
      lexicon_.append_lemma(word.form, reading, lemma_);
      return;
    }
    lemma_.assign(word.form, 0, word.known_from);
    std::string tail;
    lexicon_.append_lemma(std::string_view(word.form).substr(word.known_from), reading, tail);
    if (lemma_.back() != '-') tail = to_lower_utf8(tail);
    lemma_.append(std::string_view(tail));
  }

  void default_lemma(std::size_t i) {
    const WordInfo& word = words_[i];
    const bool name_like = token(i).word_class == WordClass::Noun || token(i).word_class == WordClass::Propn ||
                           token(i).word_class == WordClass::X;
    lemma_.assign(name_like ? std::string_view(word.form) : std::string_view(word.lower));
    const bool genitive = token(i).word_class == WordClass::Propn && lemma_.size() > 4 && lemma_.ends_with('s') &&
                          !lemma_.ends_with("ss") && !lemma_.ends_with("us") && !lemma_.ends_with("is") &&
                          !lemma_.ends_with("as") && !lemma_.ends_with("es") && !lemma_.ends_with("os");
    if (genitive && !word.readings.empty()) lemma_.pop_back();
    if (token(i).word_class == WordClass::Adj && !known_adjective(word)) strip_adjective_ending();
    if (token(i).word_class == WordClass::Verb) unknown_verb_lemma(token(i).morphology.verb_form);
  }

  /// "der Neue Markt": the lexicon knows the adjective in lower case only.
  bool known_adjective(const WordInfo& word) {
    for (const Reading& reading : lexicon_.find(word.lower)) {
      if (reading.form_class != FormClass::Adjective) continue;
      lemma_.clear();
      lexicon_.append_lemma(word.lower, reading, lemma_);
      return true;
    }
    return false;
  }

  void strip_adjective_ending() {
    for (const std::string_view ending : {"em", "en", "er", "es", "e"}) {
      if (lemma_.size() > ending.size() + 3 && lemma_.ends_with(ending)) {
        lemma_.erase(lemma_.size() - ending.size());
        return;
      }
    }
  }

  void unknown_verb_lemma(VerbForm form) {
    if (form == VerbForm::Infinitive || lemma_.ends_with("en")) return;
    for (const std::string_view ending : {"ten", "test", "tet", "te", "est", "et", "st", "t", "e"}) {
      if (lemma_.size() > ending.size() + 2 && lemma_.ends_with(ending)) {
        lemma_.erase(lemma_.size() - ending.size());
        break;
      }
    }
    lemma_.append(std::string_view("en"));
  }

  // ---- separable verbs ----

  [[nodiscard]] bool is_verb(const std::string& infinitive) const {
    const auto readings = lexicon_.find(infinitive);
    return std::any_of(readings.begin(), readings.end(),
                       [](const Reading& r) { return r.form_class == FormClass::Verb; });
  }

  /// The finite verb to the left that makes a known verb with the particle, else the nearest if it is full and open.
  /// What belongs to none is an adjective, if it can be: "waren neun Risse bekannt".
  void join_particle(std::size_t particle) {
    std::size_t nearest = words_.size();
    for (std::size_t i = particle; i-- > 0;) {
      if (!is_finite_tag(token(i).stts) || token(i).particle.valid()) continue;
      if (join_if(i, particle, true)) return;
      if (nearest == words_.size()) nearest = i;
    }
    const bool open = nearest < words_.size() && token(nearest).stts == Stts::Vvfin &&
                      token(nearest + 1).word_class != WordClass::Punct;
    if (open && join_if(nearest, particle, false)) return;
    if (nearest == words_.size() || !words_[particle].can_be(ambiguity::kPredicative)) return;
    token(particle).word_class = WordClass::Adj, token(particle).stts = Stts::Adjd;
  }

  bool join_if(std::size_t verb, std::size_t particle, bool known) {
    lemma_.assign(words_[particle].lower).append(notes_.lemmas.view(token(verb).lemma));
    if (known && !is_verb(lemma_)) return false;
    token(verb).lemma = notes_.lemmas.intern(lemma_);
    token(verb).particle = TokenId(first_ + particle);
    return true;
  }

  std::size_t first_;
  WordSpan words_;
  const lang::FormLexicon& lexicon_;
  const lang::ClosedLemmas& closed_;
  Annotations& notes_;
  std::string lemma_;
};

}  // namespace

lang::Agreement agreement_of(const WordInfo& word, const Token& token) {
  lang::Agreement cells = 0;
  for_fitting(word, token, [&](const Reading& reading, bool) {
    if (reading.form_class != FormClass::Verb && reading.form_class != FormClass::Preposition) {
      cells |= reading.agreement();
    }
  });
  return cells;
}

void analyse_words(const Sentence& sentence, WordSpan words, const lang::Language& language, Annotations& notes) {
  Analyser(sentence, words, language, notes).run();
}

}  // namespace ql::annotate
