// SPDX-License-Identifier: Apache-2.0
// Features for the name tagger. A word is read once, byte by byte: hash of the word and of its lower-case form, of its
// first and last bytes, of its shape ("Xx-Xx"), and what the gazetteers and word classes know. A position then combines
// the facts of up to five words into numbered templates. Thirty of them look at one word only, so that the tagger adds
// up their weights once per word; fifteen look at several (see name_tagger.cpp). Most words of a text are never looked
// at: a lower-case word that does not stand between two capitalised ones is no part of a name (see mark_candidates).
// Cost: one pass over the bytes of a new word, about forty multiplications a candidate. Tested by names_test.cpp.
#include "annotate/name_features.h"

#include <algorithm>

namespace ql::annotate {
namespace {

using lang::hash_byte;
using lang::hash_end;
using lang::kHashStart;

/// Names like "Gesellschaft fuer das deutsche Lied" bridge at most so many lower-case words.
constexpr std::size_t kBridge = 3;

enum class ByteClass : std::uint8_t { Upper, Lower, Digit, Hyphen, Other };

ByteClass classify(std::string_view word, std::size_t at) {
  const auto byte = static_cast<unsigned char>(word[at]);
  if (byte >= 'a' && byte <= 'z') return ByteClass::Lower;
  if (byte >= 'A' && byte <= 'Z') return ByteClass::Upper;
  if (byte >= '0' && byte <= '9') return ByteClass::Digit;
  if (byte == '-') return ByteClass::Hyphen;
  if (byte < 0x80) return ByteClass::Other;
  if (byte == 0xC3 && at + 1 < word.size()) {
    const auto next = static_cast<unsigned char>(word[at + 1]);
    return next <= 0x9E && next != 0x97 ? ByteClass::Upper : ByteClass::Lower;
  }
  return byte == 0xE2 ? ByteClass::Other : ByteClass::Lower;
}

char lower_byte(std::string_view word, std::size_t at) {
  const auto byte = static_cast<unsigned char>(word[at]);
  if (byte >= 'A' && byte <= 'Z') return static_cast<char>(byte + 32);
  if (at > 0 && byte >= 0x80 && byte <= 0x9E && byte != 0x97 && static_cast<unsigned char>(word[at - 1]) == 0xC3) {
    return static_cast<char>(byte + 0x20);
  }
  return word[at];
}

std::uint64_t hash_lower(std::string_view word, std::size_t begin, std::size_t end) {
  std::uint64_t state = kHashStart;
  for (std::size_t at = begin; at < end; ++at) {
    state = hash_byte(state, lower_byte(word, at));
  }
  return hash_end(state);
}

void read_shape(std::string_view word, WordFacts& facts) {
  std::uint64_t shape = kHashStart;
  int last = -1;
  std::size_t upper = 0, lower = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80) continue;  // inside a code point
    const ByteClass kind = classify(word, at);
    upper += kind == ByteClass::Upper ? 1 : 0;
    lower += kind == ByteClass::Lower ? 1 : 0;
    facts.digit |= kind == ByteClass::Digit;
    if (static_cast<int>(kind) != last || kind == ByteClass::Other) {
      const bool mark = kind == ByteClass::Other;
      shape = hash_byte(shape, mark ? word[at] : static_cast<char>('a' + static_cast<int>(kind)));
    }
    last = static_cast<int>(kind);
  }
  facts.capital = !word.empty() && classify(word, 0) == ByteClass::Upper;
  facts.all_capitals = upper > 1 && lower == 0;
  facts.letter = upper + lower > 0;
  const std::size_t length = std::min<std::size_t>(word.size(), 3);
  facts.shape = hash_end(hash_byte(shape, static_cast<char>('0' + length)));
}

void read_hyphen(std::string_view word, WordFacts& facts) {
  const std::size_t first = word.find('-');
  if (first == std::string_view::npos || first == 0 || word.size() < 3) return;
  facts.before_hyphen = lang::hash_word(word.substr(0, first));
  facts.after_hyphen = hash_lower(word, word.rfind('-') + 1, word.size());
}

/// Hash of "Hamburg" for "HAMBURG".
std::uint64_t title_case(std::string_view word) {
  std::uint64_t state = hash_byte(kHashStart, word[0]);
  for (std::size_t at = 1; at < word.size(); ++at) {
    state = hash_byte(state, lower_byte(word, at));
  }
  return hash_end(state);
}

std::uint32_t look_up(std::string_view word, const WordFacts& facts, const lang::Gazetteer& gazetteer) {
  std::uint32_t flags = gazetteer.flags(facts.exact);
  if (flags == 0 && word.size() > 3 && (word.ends_with("s") || word.ends_with("'"))) {
    flags = gazetteer.flags(lang::hash_word(word.substr(0, word.size() - 1)));  // genitive
  }
  if (flags == 0 && facts.all_capitals && word.size() > 3) {
    flags = gazetteer.flags(title_case(word));
  }
  return flags;
}

/// The class of the word, else of the word without genitive ending, else of the last part of a compound.
std::uint32_t find_class(std::string_view word, const WordFacts& facts, const lang::Gazetteer& gazetteer) {
  std::uint32_t found = gazetteer.word_class(facts.exact);
  if (found == 0 && word.size() > 3 && (word.ends_with("s") || word.ends_with("'"))) {
    found = gazetteer.word_class(lang::hash_word(word.substr(0, word.size() - 1)));
  }
  if (found == 0 && facts.after_hyphen != 0) {
    found = gazetteer.word_class(lang::hash_word(word.substr(word.rfind('-') + 1)));
  }
  if (found == 0 && facts.all_capitals && word.size() > 3) {
    found = gazetteer.word_class(title_case(word));
  }
  return found;
}

/// Marks names of up to four words that the gazetteers list.
void mark_phrases(const lang::Gazetteer& gazetteer, std::span<PlacedWord> placed) {
  constexpr std::uint32_t kStarts =
      lang::kPlaceStart | lang::kTownStart | lang::kOrganisationStart | lang::kKnownPlaceStart;
  constexpr std::uint32_t kWholes[] = {lang::kOrganisation, lang::kKnownPlace, lang::kPlace | lang::kTown};
  for (std::size_t first = 0; first < placed.size(); ++first) {
    if ((placed[first].facts->flags & kStarts) == 0 || placed[first].phrase != 0) continue;
    std::uint64_t state = kHashStart;
    for (std::size_t last = first; last < std::min(first + 4, placed.size()); ++last) {
      for (const char byte : placed[last].form) state = hash_byte(state, byte);
      const std::uint32_t flags = last > first ? gazetteer.flags(hash_end(state)) : 0;
      state = hash_byte(state, ' ');
      for (std::uint32_t kind = 0; kind < 3; ++kind) {
        if ((flags & kWholes[kind]) == 0) continue;
        for (std::size_t at = first; at <= last; ++at) placed[at].phrase = 1 + 2 * kind + (at == first ? 0 : 1);
        break;
      }
    }
  }
}

/// Capitalised words, numbers beside them, and what lies between two of them not too far apart.
void mark_candidates(std::span<PlacedWord> placed) {
  const auto bridge = [&](std::size_t at) {
    placed[at].bridge |= !placed[at].candidate;
    placed[at].candidate = true;
  };
  for (PlacedWord& word : placed) {
    const WordFacts& facts = *word.facts;
    word.candidate = facts.capital || facts.all_capitals || facts.flags != 0 || word.phrase != 0;
  }
  std::size_t last = placed.size();
  for (std::size_t at = 0; at < placed.size(); ++at) {
    if (!placed[at].facts->capital && !placed[at].facts->all_capitals) continue;
    if (last != placed.size() && at - last <= kBridge + 1) {
      for (std::size_t between = last + 1; between < at; ++between) bridge(between);
    }
    if (at + 1 < placed.size() && placed[at + 1].facts->digit) bridge(at + 1);
    if (at > 0 && placed[at - 1].facts->digit) bridge(at - 1);
    last = at;
  }
}

/// Five classes that matter for a neighbour: given name, family name, place, common noun, frequent word.
std::uint32_t coarse(const WordFacts& word) {
  using namespace lang;
  std::uint32_t out = 0;
  out |= (word.flags & (kMaleName | kFemaleName | kFirstName)) != 0 ? 1U : 0U;
  out |= (word.flags & (kSurname)) != 0 ? 2U : 0U;
  out |= (word.flags & (kListedSurname)) != 0 ? 32U : 0U;
  out |= (word.flags & (kCountry | kCity | kRegion | kTown | kKnownPlace)) != 0 ? 4U : 0U;
  out |= (word.flags & kCommonNoun) != 0 ? 8U : 0U;
  out |= word.frequency > 0 ? 16U : 0U;
  out |= (word.flags & kOrganisation) != 0 ? 64U : 0U;
  return out;
}

/// The same with its place in a listed name of several words.
std::uint64_t coarse(const PlacedWord& word) {
  return word.facts->coarse | static_cast<std::uint64_t>(word.phrase) << 8U;
}

/// What a feature combines. The numbers are part of the trained model: new ones go to the end.
enum Template : std::uint8_t {
  kFirst = 1,
  kExact,
  kLower,
  kBefore,
  kAfter,
  kSecondBefore,
  kSecondAfter,
  kBeforeAndWord,
  kWordAndAfter,
  kPrefixes,
  kSuffixes = 12,
  kShape = 16,
  kThreeShapes,
  kListed,
  kFlags,
  kBeforeAndFlags,
  kFlagsAndAfter,
  kThreeCoarse,
  kFrequency,
  kBeforeAndKind,
  kAfterAndKind,
  kBeforeEnds,
  kAfterEnds = 28,
  kFirstPart = 30,
  kLastPart,
  kSecondBeforeAndShapes,
  kSecondAfterAndShapes,
  kClass,
  kClassSix,
  kClassFour,
  kClassBefore,
  kClassAfter,
  kClassSecondBefore,
  kClassSecondAfter,
  kClassesBefore,
  kClassesAfter,
  kThreeClasses,
  kClassBeforeAndKind,
  kClassAfterAndKind
};
constexpr std::uint32_t kSixBits = 63, kFourBits = 15;

class Collector {
 public:
  explicit Collector(FeatureList& list) : list_(list) {}
  void add(unsigned number, std::uint64_t value) {
    const std::uint64_t mixed = (value + number * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    list_.templates[list_.count] = static_cast<std::uint8_t>(number);
    list_.hashes[list_.count++] = static_cast<std::uint32_t>(mixed >> 32U);
  }

 private:
  FeatureList& list_;
};

std::uint64_t pair(std::uint64_t a, std::uint64_t b) { return a * 0x9DDFEA08EB382D69U + (b ^ (b >> 29U)); }

constexpr WordFacts kNoWord;
constexpr PlacedWord kOutside{{}, &kNoWord, 0, false, false};

}  // namespace

WordFacts read_name_word(std::string_view word, const lang::Gazetteer& gazetteer) {
  WordFacts facts;
  facts.exact = lang::hash_word(word);
  facts.lower = hash_lower(word, 0, word.size());
  read_shape(word, facts);
  if (!facts.letter) return facts;
  constexpr std::array<std::size_t, 2> kPrefix = {3, 4};
  constexpr std::array<std::size_t, 4> kSuffix = {2, 3, 4, 6};
  for (std::size_t i = 0; i < kPrefix.size(); ++i) {
    facts.prefixes[i] = hash_lower(word, 0, std::min(kPrefix[i], word.size()));
  }
  for (std::size_t i = 0; i < kSuffix.size(); ++i) {
    facts.suffixes[i] = hash_lower(word, word.size() - std::min(kSuffix[i], word.size()), word.size());
  }
  read_hyphen(word, facts);
  facts.frequency = gazetteer.frequency(facts.lower);
  facts.word_class = find_class(word, facts, gazetteer);
  if (facts.capital || facts.all_capitals || facts.digit || facts.frequency == 0) {
    facts.flags = look_up(word, facts, gazetteer);
  }
  facts.coarse = coarse(facts);
  return facts;
}

void place_words(const lang::Gazetteer& gazetteer, std::span<PlacedWord> placed) {
  mark_phrases(gazetteer, placed);
  mark_candidates(placed);
}

void own_features(const WordFacts& word, std::uint32_t phrase, bool first, FeatureList& features) {
  const std::uint64_t opens = first ? 1 : 0;
  const std::uint64_t shape = pair(word.shape, opens);
  constexpr std::uint32_t kKnown = lang::kOrganisation | lang::kKnownPlace | lang::kCountry | lang::kCommonNoun;
  Collector out(features);
  out.add(kFirst, opens);
  out.add(kExact, word.exact);
  out.add(kLower, word.lower);
  for (unsigned i = 0; i < word.prefixes.size(); ++i) out.add(kPrefixes + i, word.prefixes[i]);
  for (unsigned i = 0; i < word.suffixes.size(); ++i) out.add(kSuffixes + i, word.suffixes[i]);
  out.add(kShape, shape);
  out.add(kListed, pair(pair(word.flags & kKnown, phrase), word.frequency > 0 ? 1 : 0));
  out.add(kFlags, pair(word.flags, opens));
  out.add(kFrequency, pair(word.frequency, shape));
  if (word.before_hyphen != 0) out.add(kFirstPart, word.before_hyphen);
  if (word.after_hyphen != 0) out.add(kLastPart, word.after_hyphen);
  if (word.word_class == 0) return;
  out.add(kClass, word.word_class);
  out.add(kClassSix, word.word_class & kSixBits);
  out.add(kClassFour, word.word_class & kFourBits);
}

void neighbour_features(const WordFacts& neighbour, Neighbour place, FeatureList& features) {
  constexpr std::array<Template, 4> kForm = {kSecondBefore, kBefore, kAfter, kSecondAfter};
  constexpr std::array<Template, 4> kClasses = {kClassSecondBefore, kClassBefore, kClassAfter, kClassSecondAfter};
  Collector out(features);
  out.add(kForm[static_cast<std::size_t>(place)], neighbour.lower);
  if (neighbour.word_class != 0) out.add(kClasses[static_cast<std::size_t>(place)], neighbour.word_class);
  if (place == Neighbour::SecondBefore || place == Neighbour::SecondAfter) return;
  const unsigned ends = place == Neighbour::Before ? kBeforeEnds : kAfterEnds;
  out.add(ends, neighbour.suffixes[1]);
  out.add(ends + 1, neighbour.suffixes[3]);
}

void joint_features(std::span<const PlacedWord> words, std::size_t position, FeatureList& features) {
  const auto at = [&](std::size_t offset) -> const PlacedWord& {  // offset 2 = the word itself
    const std::size_t index = position + offset;
    return index >= 2 && index - 2 < words.size() ? words[index - 2] : kOutside;
  };
  const WordFacts &before2 = *at(0).facts, &before = *at(1).facts, &word = *at(2).facts, &after = *at(3).facts,
                  &after2 = *at(4).facts;
  const std::uint64_t coarse_before = coarse(at(1)), coarse_word = coarse(at(2)), coarse_after = coarse(at(3));
  const std::uint64_t kind = pair(word.shape, coarse_word);
  Collector out(features);
  out.add(kBeforeAndWord, pair(before.lower, word.lower));
  out.add(kWordAndAfter, pair(word.lower, after.lower));
  out.add(kThreeShapes, pair(pair(before.shape, word.shape), after.shape));
  out.add(kBeforeAndFlags, pair(coarse_before, word.flags));
  out.add(kFlagsAndAfter, pair(word.flags, coarse_after));
  out.add(kThreeCoarse, pair(pair(coarse_before, coarse_word), coarse_after));
  out.add(kBeforeAndKind, pair(before.lower, kind));
  out.add(kAfterAndKind, pair(after.lower, kind));
  out.add(kSecondBeforeAndShapes, pair(before2.lower, pair(word.shape, before.shape)));
  out.add(kSecondAfterAndShapes, pair(after2.lower, pair(word.shape, after.shape)));
  const std::uint32_t class_before = before.word_class, own_class = word.word_class, class_after = after.word_class;
  if (class_before != 0 || own_class != 0) out.add(kClassesBefore, pair(class_before, own_class));
  if (class_after != 0 || own_class != 0) out.add(kClassesAfter, pair(own_class, class_after));
  out.add(kThreeClasses, pair(pair(class_before & kSixBits, own_class & kSixBits), class_after & kSixBits));
  if (class_before != 0) out.add(kClassBeforeAndKind, pair(class_before, kind));
  if (class_after != 0) out.add(kClassAfterAndKind, pair(class_after, kind));
}

void name_features(std::span<const PlacedWord> words, std::size_t position, FeatureList& features) {
  FeatureList all;
  own_features(*words[position].facts, words[position].phrase, position == 0, all);
  const auto neighbour = [&](std::size_t index, Neighbour place) {
    neighbour_features(index < words.size() ? *words[index].facts : kNoWord, place, all);
  };
  neighbour(position - 2, Neighbour::SecondBefore);
  neighbour(position - 1, Neighbour::Before);
  neighbour(position + 1, Neighbour::After);
  neighbour(position + 2, Neighbour::SecondAfter);
  joint_features(words, position, all);
  features.count = 0;
  for (std::uint8_t number = 0; number <= kClassAfterAndKind; ++number) {
    for (std::size_t i = 0; i < all.count; ++i) {
      if (all.templates[i] != number) continue;
      features.templates[features.count] = number;
      features.hashes[features.count++] = all.hashes[i];
    }
  }
}

}  // namespace ql::annotate
