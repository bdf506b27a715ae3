// SPDX-License-Identifier: Apache-2.0
// Noun phrases are read from left to right with closed word classes: determiner, modifiers in
// lower case, a run of capitalised heads, then genitives ("der Polizei") and von/aus-phrases. Names end a phrase
// before a following article, because that begins the next object ("sagte Mareike Dohm der Agentur").
// Cost: linear in the phrase. Tested by speakers_test.cpp.
#include "base/utf8.h"
#include "claims/speakers.h"

namespace ql::claims {
namespace {

using annotate::WordClass;

constexpr std::uint32_t kMaxModifiers = 8;

/// "57-Jährige": digits, hyphen, capital.
bool is_age_noun(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < text.size() &&
         is_digit(static_cast<unsigned char>(text[0])) && starts_upper(text.substr(hyphen + 1));
}

class PhraseReader {
 public:
  PhraseReader(const Reading& reading, const Unit& unit, std::uint32_t limit, PhraseUse use)
      : r_(reading), unit_(unit), limit_(limit), use_(use) {}

  Phrase read(std::uint32_t at) {
    std::uint32_t i = at;
    if (!open(i)) return {at, at};
    if (pair_word(i)) return read_pair(at);
    if (one_of_them(i)) return {at, at + 3};
    if (const std::uint32_t end = end_of_several(i); end > at) return {at, end};
    indefinite_ = is(i, "ein") || is(i, "eine") || is(i, "einer") || is(i, "einen") || is(i, "einem") ||
                  is(i, "zwei") || is(i, "drei") || is(i, "mehrere");
    const std::uint32_t first = token(i);
    if (r_.has(first, lang::kPersonalPronoun) && !r_.has(first, lang::kDeterminer)) return {at, i + 1};
    const bool determined = r_.has(first, lang::kDeterminer | lang::kObliqueDeterminer);
    if (determined && use_ == PhraseUse::Subject && oblique_only(first)) return {at, at};
    if (determined) ++i;
    const std::uint32_t after_determiner = i;
    i = skip_modifiers(i, determined);
    const std::uint32_t heads = i;
    i = skip_heads(i);
    if (i == heads)
      return determined && after_determiner > at && stands_for_noun(at)
                 ? Phrase{at, after_determiner + (is_pair_half(at) ? 1U : 0U)}
                 : Phrase{at, at};
    name_ = i - heads >= 2 || is_name(i - 1) || names_person(i - 1);
    i = skip_attributes(i);
    return {at, i};
  }

 private:
  [[nodiscard]] std::uint32_t token(std::uint32_t i) const { return unit_.elements[i].first; }
  [[nodiscard]] bool open(std::uint32_t i) const { return i < limit_ && !unit_.elements[i].is_quotation(); }
  [[nodiscard]] bool has(std::uint32_t i, std::uint32_t classes) const { return open(i) && r_.has(token(i), classes); }
  [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const { return open(i) && r_.is(token(i), word); }

  [[nodiscard]] bool oblique_only(std::uint32_t t) const {
    return r_.has(t, lang::kObliqueDeterminer) && !r_.has(t, lang::kDeterminer);
  }

  [[nodiscard]] bool stands_for_noun(std::uint32_t i) const {
    return is(i, "dieser") || is(i, "diese") || is(i, "beide") || is(i, "viele") || is(i, "mehrere") ||
           is(i, "einige") || is_pair_half(i);
  }

  /// "der eine", "die andere".
  [[nodiscard]] bool is_pair_half(std::uint32_t i) const {
    return (is(i, "der") || is(i, "die")) && (is(i + 1, "eine") || is(i + 1, "andere"));
  }

  [[nodiscard]] bool pair_word(std::uint32_t i) const { return is(i, "sowohl") || is(i, "weder"); }

  /// "sowohl X als auch Y", "weder X noch Y".
  Phrase read_pair(std::uint32_t at) {
    Phrase first = read(at + 1);
    if (first.empty()) return {at, at};
    std::uint32_t i = first.end;
    if (is(i, "als")) ++i;
    if (is(i, "auch") || is(i, "noch") || is(i, "wie")) ++i;
    const Phrase second = read(i);
    return {at, second.empty() ? first.end : second.end};
  }

  [[nodiscard]] bool is_head(std::uint32_t i) const {
    if (!open(i) || !(r_.words[token(i)].capitalised || is_age_noun(r_.text(token(i))))) return false;
    const std::uint32_t t = token(i);
    const bool sentence_start = i == 0;
    if (sentence_start && begins_name(r_, t)) return true;
    if (sentence_start &&
        (r_.words[t].classes & ~static_cast<std::uint32_t>(lang::kRelayNoun | lang::kSourceNoun)) != 0)
      return false;
    if (sentence_start && r_.words[t].finite) return false;
    if (r_.mention_at[t] != Reading::kNone) return true;
    const WordClass tag = r_.notes.tokens[t].word_class;
    // A name that looks like a verb or adjective at the start ("Blinken betonte").
    const bool before_verb =
        i + 1 < unit_.elements.size() && !unit_.elements[i + 1].is_quotation() && r_.words[token(i + 1)].finite;
    if (sentence_start && (tag == WordClass::Adv || tag == WordClass::Adp)) return false;
    if (sentence_start && !before_verb && (tag == WordClass::Verb || tag == WordClass::Adj)) return false;
    return !r_.has(t, lang::kTimeNoun | lang::kDeterminer | lang::kPreposition) || !sentence_start;
  }

  [[nodiscard]] bool is_name(std::uint32_t i) const {
    return r_.notes.tokens[token(i)].word_class == WordClass::Propn || r_.text(token(i)).ends_with('.');
  }

  [[nodiscard]] bool names_person(std::uint32_t i) const {
    const std::uint32_t mention = r_.mention_at[token(i)];
    return mention != Reading::kNone && r_.notes.mentions[mention].form == annotate::MentionForm::Name &&
           r_.notes.mentions[mention].type == annotate::EntityType::Person;
  }

  /// "Lokale Medien berichteten": the capital of the first word is the sentence's.
  [[nodiscard]] bool opens_sentence_as_adjective(std::uint32_t i) const {
    const std::uint32_t t = token(i);
    return i == 0 && r_.words[t].capitalised && r_.notes.tokens[t].word_class == WordClass::Adj && inflected(i) &&
           r_.mention_at[t] == Reading::kNone && is_head(1);
  }

  /// A lower-case word that may stand between an article and its noun.
  [[nodiscard]] bool is_modifier(std::uint32_t i) const {
    if (!open(i)) return false;
    const std::uint32_t t = token(i);
    if (opens_sentence_as_adjective(i)) return true;
    if (!r_.words[t].word || r_.words[t].capitalised) return false;
    if (r_.words[t].finite && r_.notes.tokens[t].word_class != WordClass::Adj) return false;
    return !r_.has(t, lang::kComplementizer | lang::kAuxiliaryWord | lang::kReflexive | lang::kModalWord);
  }

  /// "zwei mit dem Fall befasste Personen": the participle looks like a verb in the past.
  [[nodiscard]] bool is_participle_before_head(std::uint32_t i) const {
    if (!open(i) || !open(i + 1) || r_.words[token(i)].capitalised) return false;
    const std::string_view text = r_.text(token(i));
    return (text.ends_with("te") || text.ends_with("ten") || text.ends_with("ene") || text.ends_with("enen")) &&
           is_head(i + 1);
  }

  std::uint32_t skip_modifiers(std::uint32_t i, bool determined) const {
    std::uint32_t steps = 0, at = i;
    while (steps < kMaxModifiers && is_modifier(at)) {
      const bool phrase = has(at, lang::kPreposition | lang::kDeterminer | lang::kObliqueDeterminer);
      if (phrase && !determined) break;
      if (phrase) {  // "mit den Plänen vertraute Personen": the inner noun is followed by a participle
        std::uint32_t inner = at + 1;
        while (has(inner, lang::kDeterminer | lang::kObliqueDeterminer) || (is_modifier(inner) && inner < at + 3))
          ++inner;
        if (!is_head(inner)) break;
        if (is_participle_before_head(inner + 1))
          ++inner;
        else if (!is_modifier(inner + 1) || has(inner + 1, lang::kPreposition | lang::kAdverb))
          break;
        at = inner;
      } else if (!determined && !inflected(at)) {
        break;
      }
      ++at;
      ++steps;
    }
    return is_head(at) ? at : i;
  }

  /// Adjective or participle with an ending; "zwei", "1.500".
  [[nodiscard]] bool inflected(std::uint32_t i) const {
    const std::string_view text = r_.text(token(i));
    const bool ending = text.ends_with("e") || text.ends_with("en") || text.ends_with("er") || text.ends_with("es") ||
                        text.ends_with("em");
    return (ending && !has(i, lang::kAdverb | lang::kCoordinator)) || is_digit(decode_utf8(text, 0).value);
  }

  std::uint32_t skip_heads(std::uint32_t i) const {
    const std::uint32_t first = i;
    while (true) {
      if (i > first && (mark_between(i) || ends_with_time(first, i))) return i;
      if (is_head(i)) {
        ++i;
      } else if ((is(i, "von") || is(i, "van") || is(i, "de") || is(i, "al") || is(i, "bin") || is(i, "zu") ||
                  is(i, "der")) &&
                 i > 0 && particle_of_name(i)) {
        ++i;
      } else {
        return i;
      }
    }
  }

  /// "hatte am Montag Fehler zugegeben": a day ends its phrase, unless it is part of a name.
  [[nodiscard]] bool ends_with_time(std::uint32_t first, std::uint32_t i) const {
    return i == first + 1 && r_.has(token(first), lang::kTimeNoun) && r_.mention_at[token(first)] == Reading::kNone;
  }

  /// "laut <<Reuters>> Schüsse": a quotation mark parts two phrases.
  [[nodiscard]] bool mark_between(std::uint32_t i) const {
    if (!open(i) || unit_.elements[i].first == unit_.elements[i - 1].last + 1) return false;
    const std::string_view mark = r_.text(unit_.elements[i - 1].last + 1);
    return mark == "\u201C" || mark == "\u201D" || mark == "\u00AB" || mark == "\"";
  }

  /// "Ursula von der Leyen": inside a mention that goes on.
  [[nodiscard]] bool particle_of_name(std::uint32_t i) const {
    const std::uint32_t mention = r_.mention_at[token(i)];
    if (mention == Reading::kNone) return false;
    const TextRange text = r_.notes.mentions[mention].text;
    return text.contains(r_.notes.tokens[token(i)].text) && text.begin < r_.notes.tokens[token(i)].text.begin &&
           text.end > r_.notes.tokens[token(i)].text.end;
  }

  std::uint32_t skip_attributes(std::uint32_t i) {
    for (int steps = 0; steps < 4; ++steps) {
      const std::uint32_t next = skip_attribute(i);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  std::uint32_t skip_attribute(std::uint32_t i) {
    const bool own_paper = open(i) && r_.text(token(i)).starts_with("unser");
    if (hears(i)) return i;
    if (!name_ && !own_paper && has(i, lang::kGenitiveDeterminer)) return noun_phrase_from(i + 1, i);
    const bool linked = is(i, "von") || is(i, "vom") || is(i, "aus") || (is(i, "f\u00FCr") && !name_) || is(i, "beim");
    if (linked && !has(i + 1, lang::kTimeNoun)) {
      std::uint32_t at = i + 1;
      if (has(at, lang::kDeterminer | lang::kObliqueDeterminer)) ++at;
      return noun_phrase_from(at, i);
    }
    if (is(i, "in") && !name_ && open(i + 1) && r_.notes.tokens[token(i + 1)].word_class == WordClass::Propn)
      return i + 2;
    if (is(i, "und") || is(i, "sowie")) return coordinated(i);
    return i;
  }

  /// "wie eine vertraute Person der Agentur sagte", "zwei Beschäftigte der Zeitung erzählten": a medium behind somebody
  /// unnamed hears it; only those who work for it or speak for it are its own.
  [[nodiscard]] bool hears(std::uint32_t i) const {
    if (!is(i, "der") || !open(i + 1) || !r_.has(token(i + 1), lang::kRelayNoun) || i == 0) return false;
    const std::string_view head = r_.text(token(i - 1));
    const bool own =
        head.find("sprecher") != std::string_view::npos || head.find("Sprecher") != std::string_view::npos ||
        head.find("edakt") != std::string_view::npos || head.find("eporter") != std::string_view::npos ||
        head.find("ournalist") != std::string_view::npos || head.find("orrespondent") != std::string_view::npos;
    return indefinite_ && !own;
  }

  /// "einen der beiden", "eine von ihnen".
  [[nodiscard]] bool one_of_them(std::uint32_t i) const {
    if (!(is(i, "einer") || is(i, "eine") || is(i, "einen") || is(i, "einem"))) return false;
    return (is(i + 1, "der") && (is(i + 2, "beiden") || is(i + 2, "zwei") || is(i + 2, "drei"))) ||
           (is(i + 1, "von") && is(i + 2, "ihnen"));
  }

  /// "einer der Insider", "eine der Sprecherinnen": where the genitive ends; the start when there is none.
  [[nodiscard]] std::uint32_t end_of_several(std::uint32_t i) const {
    if (!(is(i, "einer") || is(i, "eine") || is(i, "einen") || is(i, "einem")) || !is(i + 1, "der")) return i;
    PhraseReader whole(r_, unit_, limit_, PhraseUse::Any);
    const Phrase phrase = whole.read(i + 1);
    return phrase.end > i + 2 ? phrase.end : i;
  }

  /// "X und Y": the second phrase must end the run or stand before the verb.
  std::uint32_t coordinated(std::uint32_t i) {
    PhraseReader second(r_, unit_, limit_, PhraseUse::Any);
    const Phrase phrase = second.read(i + 1);
    if (phrase.empty()) return i;
    const bool fits = phrase.end >= limit_ || r_.words[token(phrase.end)].finite ||
                      has(phrase.end, lang::kAdverb | lang::kPreposition);
    return fits ? phrase.end : i;
  }

  std::uint32_t noun_phrase_from(std::uint32_t at, std::uint32_t otherwise) {
    std::uint32_t heads = skip_modifiers(at, true);
    const std::uint32_t end = skip_heads(heads);
    if (end == heads || has(heads, lang::kTimeNoun)) return otherwise;
    name_ = end - heads >= 2 || is_name(end - 1);
    return end;
  }

  const Reading& r_;
  const Unit& unit_;
  std::uint32_t limit_;
  PhraseUse use_;
  bool name_ = false;
  bool indefinite_ = false;
};

}  // namespace

Phrase read_phrase(const Reading& reading, const Unit& unit, std::uint32_t at, std::uint32_t limit, PhraseUse use) {
  return PhraseReader(reading, unit, limit, use).read(at);
}

}  // namespace ql::claims
