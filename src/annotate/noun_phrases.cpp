// SPDX-License-Identifier: Apache-2.0
// One pass: a phrase grows while determiners, adjectives and nouns follow one another; the agreement cells of its
// words are intersected on the way, so that "der" + "Sprecher" leaves nominative singular masculine. Tested by
// clauses_test.cpp.
#include "annotate/noun_phrases.h"

#include <algorithm>
#include <string>

#include "annotate/morphology.h"

namespace ql::annotate {
namespace {

constexpr lang::Agreement kAllCells = 0xFFFF, kNominative = 0x000F, kGenitive = 0xF000;

bool is_determiner(Stts tag) {
  return tag == Stts::Art || tag == Stts::Pposat || tag == Stts::Pdat || tag == Stts::Piat || tag == Stts::Pidat ||
         tag == Stts::Pwat || tag == Stts::Prelat;
}

bool is_pronoun(Stts tag) {
  return tag == Stts::Pper || tag == Stts::Pds || tag == Stts::Pis || tag == Stts::Pws || tag == Stts::Prels ||
         tag == Stts::Pposs;
}

bool is_noun(const Token& token) {
  return token.stts == Stts::Nn || token.stts == Stts::Ne || token.stts == Stts::Trunc || token.stts == Stts::Fm ||
         token.word_class == WordClass::Noun || token.word_class == WordClass::Propn;
}

bool is_modifier(Stts tag) { return tag == Stts::Adja || tag == Stts::Card; }

class Chunker {
 public:
  Chunker(std::span<const Token> tokens, WordSpan words, const lang::Language& language, std::vector<NounPhrase>& out)
      : tokens_(tokens), words_(words), language_(language), out_(out) {}

  void run() {
    out_.clear();
    for (std::uint32_t i = 0; i < tokens_.size();) {
      const std::uint32_t end = grow(i);
      i = std::max(end, i + 1);
    }
  }

 private:
  [[nodiscard]] Stts tag(std::uint32_t i) const { return i < tokens_.size() ? tokens_[i].stts : Stts::None; }

  std::uint32_t grow(std::uint32_t begin) {
    NounPhrase phrase;
    phrase.begin = begin;
    phrase.cells = kAllCells;
    if (is_pronoun(tag(begin)) && !determines_next(begin)) {
      phrase.head = begin;
      phrase.end = begin + 1;
      phrase.determined = true;
      meet(phrase, begin);
      return add(phrase);
    }
    std::uint32_t at = begin;
    while (is_determiner(tag(at)) || (tag(at) == Stts::Pis && (at == begin || tag(at - 1) == Stts::Art))) {
      meet(phrase, at++);
      phrase.determined = true;
    }
    at = skip_modifiers(phrase, at);
    if (at >= tokens_.size() || !is_noun(tokens_[at])) {
      if (at == begin) return begin;
      phrase.head = at - 1;  // "die meisten", "drei von ihnen"
      phrase.end = at;
      return add(phrase);
    }
    return add_nouns(phrase, at);
  }

  /// "beide Seiten", tagged as a pronoun: it agrees with the noun behind it.
  [[nodiscard]] bool determines_next(std::uint32_t at) const {
    if (tag(at) != Stts::Pis || at + 1 >= tokens_.size() || !is_noun(tokens_[at + 1])) return false;
    return (agreement_of(words_[at], tokens_[at]) & agreement_of(words_[at + 1], tokens_[at + 1])) != 0;
  }

  std::uint32_t skip_modifiers(NounPhrase& phrase, std::uint32_t at) {
    while (at < tokens_.size()) {
      if (is_modifier(tag(at))) {
        meet(phrase, at++);
      } else if (at > phrase.begin && (is_inner_adverb(at) || joins_adjectives(at))) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  /// "die sehr grosse Stadt", "der gestern gewaehlte Rat".
  [[nodiscard]] bool is_inner_adverb(std::uint32_t at) const {
    if (tag(at) != Stts::Adv && tag(at) != Stts::Adjd && tag(at) != Stts::Ptkneg) return false;
    const Stts next = tag(at + 1);
    return next == Stts::Adja || next == Stts::Card ||
           ((next == Stts::Adv || next == Stts::Adjd) && tag(at + 2) == Stts::Adja);
  }

  /// "elektrische und elektronische Geraete", "grosse, alte Haeuser".
  [[nodiscard]] bool joins_adjectives(std::uint32_t at) const {
    return (tag(at) == Stts::Kon || tag(at) == Stts::Comma) && tag(at - 1) == Stts::Adja && tag(at + 1) == Stts::Adja;
  }

  /// "10 Millionen Mitglieder", "mehrere Tausend junge Leute": the number word counts the noun behind it.
  [[nodiscard]] bool counts_next(std::uint32_t at) const {
    const Stts next = tag(at + 1);
    if (next != Stts::Nn && (next != Stts::Adja || tag(at + 2) != Stts::Nn)) return false;
    if (words_[at].can_be(ambiguity::kNumber)) return next == Stts::Nn;
    if (!language_.number_words.may_be_number(words_[at].lower)) return false;
    using lang::NumeralKind;
    const lang::NumberWord* number = language_.number_words.find(words_[at].lower);
    return number != nullptr && (lang::is_scale(number->kind) || number->kind == NumeralKind::Hundred ||
                                 number->kind == NumeralKind::Thousand || number->kind == NumeralKind::Dozen);
  }

  std::uint32_t add_nouns(NounPhrase& phrase, std::uint32_t at) {
    // A name's genitive before the noun: "Bidens Sprecher".
    while (!phrase.determined && tag(at) == Stts::Ne && words_[at].form.ends_with('s') && at + 1 < tokens_.size() &&
           tag(at + 1) == Stts::Nn) {
      ++at;
      phrase.determined = true;
      phrase.cells = kAllCells;
    }
    if (counts_next(at)) at = skip_modifiers(phrase, at + 1);
    phrase.head = at;
    if (tokens_[at].stts != Stts::Ne) meet(phrase, at);
    bool cut_off = true;  // "kinder-" of "kinder- und jugendfrei" is no phrase
    for (; at < tokens_.size() && is_noun(tokens_[at]); ++at) {
      cut_off &= tag(at) == Stts::Trunc && !tokens_[at].capitalised;
    }
    if (cut_off) return at;
    if (is_year(at)) ++at;  // "Januar 1999", "Sommer 2024"
    phrase.end = at;
    return add(phrase);
  }

  /// A number of four digits that counts nothing.
  [[nodiscard]] bool is_year(std::uint32_t at) const {
    if (tag(at) != Stts::Card || words_[at].form.size() != 4 || words_[at].form[0] > '2') return false;
    return at + 1 == tokens_.size() || (!is_modifier(tag(at + 1)) && !is_noun(tokens_[at + 1]));
  }

  void meet(NounPhrase& phrase, std::uint32_t at) const {
    const lang::Agreement cells = agreement_of(words_[at], tokens_[at]);
    if (cells != 0 && (phrase.cells & cells) != 0) phrase.cells &= cells;
  }

  std::uint32_t add(NounPhrase& phrase) {
    const std::uint32_t hedge = tag(phrase.begin) == Stts::Card ? hedge_before(phrase.begin) : phrase.begin;
    const bool preposition = hedge + 1 == phrase.begin && tag(hedge) == Stts::Appr;
    if (!preposition) phrase.begin = hedge;  // "mehr als 2000 Menschen", "bis zu 50 Haeuser"
    const Stts before = phrase.begin > 0 ? tag(phrase.begin - 1) : Stts::None;
    phrase.prepositional =
        before == Stts::Appr || before == Stts::Apprart || before == Stts::Kokom || tag(phrase.end) == Stts::Appo;
    phrase.hedged = preposition && phrase.prepositional;
    if (phrase.prepositional && !phrase.hedged) meet_government(phrase);
    const Stts first = tag(phrase.begin);
    const bool relative = first == Stts::Prels || first == Stts::Prelat;
    const bool pronoun = first == Stts::Pper || (before == Stts::Comma && is_pronoun(first));
    if (!out_.empty() && !relative && !pronoun) relate(phrase, out_.back(), before);
    out_.push_back(phrase);
    return phrase.end;
  }

  /// Where the words begin that loosen the number at `at` ("mehr als", "bis zu"); `at` when there are none.
  [[nodiscard]] std::uint32_t hedge_before(std::uint32_t at) const {
    std::string phrase;
    std::uint32_t found = at;
    for (std::uint32_t i = at; i-- > 0 && at - i <= language_.hedges.longest();) {
      if (i + 1 == at && !language_.hedges.may_end_before(words_[i].lower)) break;
      phrase = i + 1 == at ? words_[i].lower : words_[i].lower + ' ' + phrase;
      if (language_.hedges.find(phrase, lang::HedgePlace::Before) != nullptr) found = i;
    }
    return found;
  }

  /// Keeps the cells of the cases that the preposition before the phrase governs.
  void meet_government(NounPhrase& phrase) const {
    if (phrase.begin == 0) return;
    lang::Agreement governed = 0;
    for (const lang::Reading& reading : words_[phrase.begin - 1].readings) {
      if (reading.form_class == lang::FormClass::Preposition) governed |= reading.bits;
    }
    governed = static_cast<lang::Agreement>((governed & 0x1111U) * 15U);
    if ((phrase.cells & governed) != 0) phrase.cells &= governed;
  }

  /// Some case serves both phrases.
  static bool share_case(lang::Agreement one, lang::Agreement two) {
    for (unsigned shift = 0; shift < 16; shift += 4) {
      if (((one >> shift) & 15U) != 0 && ((two >> shift) & 15U) != 0) return true;
    }
    return false;
  }

  static void relate(NounPhrase& phrase, NounPhrase& previous, Stts before) {
    const bool adjacent = previous.end == phrase.begin;
    const bool behind_mark = previous.end + 1 == phrase.begin && (before == Stts::Kon || before == Stts::Comma);
    if (adjacent && (phrase.cells & kGenitive) != 0 && (phrase.cells & kNominative) == 0) {
      phrase.genitive = true;
      phrase.prepositional = false;
    }
    if (!behind_mark || !share_case(phrase.cells, previous.cells)) return;
    phrase.joined = true;
    phrase.prepositional |= previous.prepositional;
    phrase.genitive = previous.genitive;
    if (before == Stts::Kon) previous.has_coordinate = true;
  }

  std::span<const Token> tokens_;
  WordSpan words_;
  const lang::Language& language_;
  std::vector<NounPhrase>& out_;
};

}  // namespace

void find_noun_phrases(std::span<const Token> tokens, WordSpan words, const lang::Language& language,
                       std::vector<NounPhrase>& out) {
  Chunker(tokens, words, language, out).run();
}

}  // namespace ql::annotate
