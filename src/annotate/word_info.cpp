// SPDX-License-Identifier: Apache-2.0
// Form -> readings. A word that the lexicon lacks is looked up by its longest known ending ("Regionalkonferenz"
// -> "Konferenz", "NATO-Gipfel" -> "Gipfel"); a capitalised word at the start of a sentence also in lower case.
// All readings are folded into one bit mask, which is what the tagger's features use. Tested by tagger_test.cpp.
#include "annotate/word_info.h"

#include <array>

#include "base/hash.h"
#include "base/utf8.h"
#include "lang/linear_model.h"

namespace ql::annotate {
namespace {

using lang::FormClass;
using lang::FormLexicon;
using lang::FormVerb;
using lang::Reading;

constexpr std::uint8_t kCapital = 1, kAllCapitals = 2, kDigit = 4, kHyphen = 8, kSentenceStart = 16, kInnerStop = 32;
constexpr std::size_t kLongestForm = 60;
constexpr std::uint64_t kNoReading = 0x517CC1B727220A95ULL;

/// Composes decomposed umlauts and drops soft hyphens: "Müller" -> "Müller".
void normalise(std::string_view form, std::string& out) {
  // Lead bytes of the combining marks and of the soft hyphen; most words have neither.
  if (form.find_first_of("\xCC\xC2") == std::string_view::npos) {
    out.assign(form);
    return;
  }
  out.clear();
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint c = decode_utf8(form, at);
    if (c.value == 0x0308 && !out.empty()) {
      constexpr std::string_view kPlain = "aouAOU";
      constexpr std::array<char32_t, 6> kUmlaut = {0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC};
      const std::size_t letter = kPlain.find(out.back());
      if (letter != std::string_view::npos) {
        out.pop_back();
        append_utf8(out, kUmlaut[letter]);
      }
    } else if (c.value != 0x00AD) {
      out.append(form.substr(at, c.size_bytes));
    }
    at += c.size_bytes;
  }
}

std::uint64_t bit(ambiguity::Bit which) { return std::uint64_t{1} << which; }

std::uint64_t verb_bits(const Reading& reading) {
  using namespace ambiguity;
  std::uint64_t bits = 0;
  switch (reading.verb()) {
    case FormVerb::Finite:
      if (reading.mood() != lang::FormMood::Indicative) {
        bits = bit(kSubjunctive);
      } else if (reading.is_past()) {
        bits = bit(kFinitePast);
      } else {
        bits = bit((reading.persons() & 7U) != 0 ? kFiniteSingular : kFinitePlural);
      }
      break;
    case FormVerb::Infinitive:
      bits = bit(kInfinitive);
      break;
    case FormVerb::InfinitiveZu:
      bits = bit(kInfinitiveZu);
      break;
    case FormVerb::Participle:
      bits = bit(kParticiple);
      break;
    case FormVerb::Imperative:
      bits = bit(kImperative);
      break;
    case FormVerb::None:
      break;
  }
  if ((reading.flags & lang::form_flag::kAuxiliary) != 0) bits |= bit(kAuxiliary);
  if ((reading.flags & lang::form_flag::kModal) != 0) bits |= bit(kModal);
  return bits;
}

std::uint64_t pronoun_bits(const Reading& reading) {
  using namespace ambiguity;
  switch (reading.detail) {
    case lang::form_detail::kPersonal:
      return bit(kPersonal);
    case lang::form_detail::kDemonstrative:
      return bit(kDemonstrative);
    case lang::form_detail::kPossessive:
      return bit(kPossessive);
    case lang::form_detail::kInterrogative:
      return bit(kInterrogative);
    case lang::form_detail::kReflexive:
      return bit(kReflexive);
    default:
      return bit(kIndefinite);
  }
}

std::uint64_t noun_bits(const Reading& reading) {
  using namespace ambiguity;
  if ((reading.flags & lang::form_flag::kAdjectival) != 0) return bit(kNounAdjectival);
  return bit((reading.flags & lang::form_flag::kInfinitival) != 0 ? kNounInfinitival : kNoun);
}

std::uint64_t adjective_bits(const Reading& reading) {
  using namespace ambiguity;
  std::uint64_t bits = bit((reading.flags & lang::form_flag::kPredicative) != 0 ? kPredicative : kAdjective);
  if ((reading.flags & lang::form_flag::kComparative) != 0) bits |= bit(kComparative);
  if ((reading.flags & lang::form_flag::kSuperlative) != 0) bits |= bit(kSuperlative);
  if ((reading.flags & lang::form_flag::kParticiple) != 0) bits |= bit(kAdjectiveParticiple);
  return bits;
}

std::uint64_t name_bits(const Reading& reading) {
  using namespace ambiguity;
  constexpr std::array<ambiguity::Bit, 4> kKinds = {kOtherName, kSurname, kFirstName, kPlaceName};
  return bit(kKinds[reading.detail & 3U]);
}

std::uint64_t reading_bits(const Reading& reading) {
  using namespace ambiguity;
  switch (reading.form_class) {
    case FormClass::Noun:
      return noun_bits(reading);
    case FormClass::Name:
      return name_bits(reading);
    case FormClass::Verb:
      return verb_bits(reading);
    case FormClass::Adjective:
      return adjective_bits(reading);
    case FormClass::Adverb:
      return bit(kAdverb);
    case FormClass::Article:
      return bit(kArticle);
    case FormClass::Pronoun:
      return pronoun_bits(reading);
    case FormClass::Preposition:
      return bit(kPreposition);
    case FormClass::Conjunction:
      return bit(reading.detail == lang::form_detail::kSubordinating ? kSubordinator : kConjunction);
    case FormClass::Particle:
      return bit(kParticle);
    case FormClass::Interjection:
      return bit(kInterjection);
    case FormClass::Number:
      return bit(kNumber);
    case FormClass::Abbreviation:
      return bit(kAbbreviation);
    case FormClass::Prefix:
      return bit(kPrefix);
  }
  return 0;
}

std::uint8_t shape_of(std::string_view form, bool capital, bool first) {
  std::uint8_t shape = capital ? kCapital : 0;
  bool lower = false;
  for (const char c : form) {
    lower |= (c >= 'a' && c <= 'z');
    if (c >= '0' && c <= '9') shape |= kDigit;
    if (c == '-') shape |= kHyphen;
    if (c == '.') shape |= kInnerStop;
  }
  if (capital && !lower) shape |= kAllCapitals;
  return first ? static_cast<std::uint8_t>(shape | kSentenceStart) : shape;
}

/// The known word at the end of `form`: as written behind a hyphen, else with the case of the whole.
std::span<const Reading> find_suffix(std::string_view form, std::uint32_t begin, bool capital,
                                     const FormLexicon& lexicon) {
  const std::string_view suffix = form.substr(begin);
  if (form[begin - 1] == '-' || !capital) return lexicon.find(suffix);
  const CodePoint first = decode_utf8(suffix, 0);
  char32_t upper = first.value;
  if (upper >= U'a' && upper <= U'z') upper -= 32;
  if (upper >= 0xE0 && upper <= 0xFE) upper -= 32;
  std::string capitalised;
  append_utf8(capitalised, upper);
  capitalised += suffix.substr(first.size_bytes);
  return lexicon.find(capitalised);
}

bool only_finite(const WordInfo& word) {
  using namespace ambiguity;
  const std::uint64_t finite = bit(kFiniteSingular) | bit(kFinitePlural) | bit(kFinitePast) | bit(kSubjunctive);
  const std::uint64_t allowed = finite | bit(kAuxiliary) | bit(kModal) | bit(kImperative) | bit(kFromLowerCase);
  return (word.ambiguity & finite) != 0 && (word.ambiguity & ~allowed) == 0;
}

bool ends_segment(const WordInfo& word) {
  const char c = word.form.front();
  return word.form.size() <= 3 && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) &&
         word.ambiguity == 0;
}

void look_up_one(WordInfo& info, bool capital, bool first, const FormLexicon& lexicon) {
  info.readings = lexicon.find(info.form);
  info.ambiguity = 0;
  info.known_from = 0;
  info.lower_readings = {};
  if (capital && (first || info.readings.empty())) {
    info.lower_readings = lexicon.find(info.lower);
    if (!info.lower_readings.empty()) info.ambiguity |= bit(ambiguity::kFromLowerCase);
  }
  const bool letters = is_letter(decode_utf8(info.form, 0).value);
  if (info.readings.empty() && info.lower_readings.empty() && letters && info.form.size() <= kLongestForm) {
    info.known_from = known_suffix(info.form, lexicon);
    if (info.known_from > 0) {
      info.readings = find_suffix(info.form, info.known_from, capital, lexicon);
      info.ambiguity |= bit(ambiguity::kFromSuffix);
    }
  }
  for (const Reading& reading : info.readings) info.ambiguity |= reading_bits(reading);
  for (const Reading& reading : info.lower_readings) info.ambiguity |= reading_bits(reading);
}

}  // namespace

std::uint64_t hash_suffix(std::string_view form, std::size_t bytes) {
  return hash64(form.size() > bytes ? form.substr(form.size() - bytes) : form);
}

std::uint32_t known_suffix(std::string_view form, const FormLexicon& lexicon) {
  const bool capital = starts_upper(form);
  constexpr std::size_t kShortest = 3;
  for (std::size_t at = 2; at + kShortest <= form.size(); ++at) {
    if ((static_cast<unsigned char>(form[at]) & 0xC0U) == 0x80U) continue;
    if (form[at] == '-') continue;
    const bool behind_hyphen = form[at - 1] == '-';
    if (!behind_hyphen && form.size() - at < kShortest + 1) break;
    if (!find_suffix(form, static_cast<std::uint32_t>(at), capital, lexicon).empty()) {
      return static_cast<std::uint32_t>(at);
    }
  }
  return 0;
}

WordInfo read_word_info(std::string_view form, bool capitalised, bool first, const lang::Language& language) {
  WordInfo info;
  normalise(form, info.form);
  if (info.form.empty()) info.form = form;  // nothing but soft hyphens
  if (info.form != form) info.unnormalised = std::make_unique<const std::string>(form);
  info.lower = capitalised ? to_lower_utf8(info.form) : info.form;
  info.shape = shape_of(info.form, capitalised, first);
  info.form_hash = hash64(info.lower);
  const std::uint64_t word = lang::hash_word(info.form);
  info.listed = language.gazetteer.flags(word);
  info.word_class = language.gazetteer.word_class(word);
  look_up_one(info, capitalised, first, language.forms);
  info.readings_hash = info.ambiguity != 0 ? info.ambiguity : lang::feature_key(kNoReading, info.shape);
  info.suffix = hash_suffix(info.lower, 3);
  info.only_finite = only_finite(info);
  info.ends_segment = ends_segment(info);
  return info;
}

}  // namespace ql::annotate
