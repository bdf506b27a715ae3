// SPDX-License-Identifier: Apache-2.0
// Features for the name tagger. A word is read once, byte by byte: hash of the word and of its lower-case form, of its
// first and last bytes, of its shape ("Xx-Xx"), and what the gazetteers and word classes know. A position then combines
// the facts of up to five words into numbered templates. Most words of a text are never looked at: a lower-case word
// that does not stand between two capitalised ones is no part of a name (see mark_candidates). Cost: one pass over the
// bytes, about forty multiplications a candidate. Tested by names_test.cpp.
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

WordFacts read_word(std::string_view word, const lang::Gazetteer& gazetteer) {
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
  return facts;
}

/// Marks names of up to four words that the gazetteers list.
void mark_phrases(std::span<const std::string_view> words, const lang::Gazetteer& gazetteer,
                  std::vector<WordFacts>& facts) {
  constexpr std::uint32_t kStarts =
      lang::kPlaceStart | lang::kTownStart | lang::kOrganisationStart | lang::kKnownPlaceStart;
  constexpr std::uint32_t kWholes[] = {lang::kOrganisation, lang::kKnownPlace, lang::kPlace | lang::kTown};
  for (std::size_t first = 0; first < words.size(); ++first) {
    if ((facts[first].flags & kStarts) == 0 || facts[first].phrase != 0) continue;
    std::uint64_t state = kHashStart;
    for (std::size_t last = first; last < std::min(first + 4, words.size()); ++last) {
      for (const char byte : words[last]) state = hash_byte(state, byte);
      const std::uint32_t flags = last > first ? gazetteer.flags(hash_end(state)) : 0;
      state = hash_byte(state, ' ');
      for (std::uint32_t kind = 0; kind < 3; ++kind) {
        if ((flags & kWholes[kind]) == 0) continue;
        for (std::size_t at = first; at <= last; ++at) facts[at].phrase = 1 + 2 * kind + (at == first ? 0 : 1);
        break;
      }
    }
  }
}

/// Capitalised words, numbers beside them, and what lies between two of them not too far apart.
void mark_candidates(std::vector<WordFacts>& facts) {
  const auto starts_name = [&](std::size_t at) { return facts[at].capital || facts[at].all_capitals; };
  std::size_t last = facts.size();
  for (std::size_t at = 0; at < facts.size(); ++at) {
    if (!starts_name(at)) continue;
    facts[at].candidate = true;
    if (last != facts.size() && at - last <= kBridge + 1) {
      for (std::size_t between = last + 1; between < at; ++between) {
        facts[between].candidate = true;
      }
    }
    if (at + 1 < facts.size() && facts[at + 1].digit) {
      facts[at + 1].candidate = true;
    }
    if (at > 0 && facts[at - 1].digit) {
      facts[at - 1].candidate = true;
    }
    last = at;
  }
  for (WordFacts& word : facts) {
    word.candidate |= word.flags != 0 || word.phrase != 0;
  }
}

/// Five classes that matter for a neighbour: given name, family name, place, common noun, frequent word.
std::uint64_t coarse(const WordFacts& word) {
  using namespace lang;
  std::uint64_t out = 0;
  out |= (word.flags & (kMaleName | kFemaleName | kFirstName)) != 0 ? 1U : 0U;
  out |= (word.flags & (kSurname)) != 0 ? 2U : 0U;
  out |= (word.flags & (kListedSurname)) != 0 ? 32U : 0U;
  out |= (word.flags & (kCountry | kCity | kRegion | kTown | kKnownPlace)) != 0 ? 4U : 0U;
  out |= (word.flags & kCommonNoun) != 0 ? 8U : 0U;
  out |= word.frequency > 0 ? 16U : 0U;
  out |= (word.flags & kOrganisation) != 0 ? 64U : 0U;
  out |= static_cast<std::uint64_t>(word.phrase) << 8U;
  return out;
}

class Collector {
 public:
  explicit Collector(FeatureList& list) : list_(list) { list_.count = 0; }
  void add(std::uint64_t value) {
    const std::uint64_t mixed = (value + ++template_ * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    list_.hashes[list_.count++] = static_cast<std::uint32_t>(mixed >> 32U);
  }
  /// Counts the template without a feature, so that numbers stay fixed.
  void skip() { ++template_; }
  void add_if(bool condition, std::uint64_t value) { condition ? add(value) : skip(); }

 private:
  FeatureList& list_;
  std::uint64_t template_ = 0;
};

std::uint64_t pair(std::uint64_t a, std::uint64_t b) { return a * 0x9DDFEA08EB382D69U + (b ^ (b >> 29U)); }

}  // namespace

void read_words(std::span<const std::string_view> words, const lang::Gazetteer& gazetteer, KnownWords& known,
                std::vector<WordFacts>& facts) {
  facts.clear();
  for (const std::string_view word : words) {
    const auto found = known.find(word);
    facts.push_back(found != known.end() ? found->second
                                         : known.emplace(word, read_word(word, gazetteer)).first->second);
  }
  mark_phrases(words, gazetteer, facts);
  mark_candidates(facts);
}

void name_features(std::span<const WordFacts> facts, std::size_t position, FeatureList& features) {
  static const WordFacts kOutside{};
  const auto at = [&](std::size_t offset) -> const WordFacts& {  // offset 2 = the word itself
    const std::size_t index = position + offset;
    return index >= 2 && index - 2 < facts.size() ? facts[index - 2] : kOutside;
  };
  const WordFacts &before2 = at(0), &before = at(1), &word = at(2), &after = at(3), &after2 = at(4);
  const std::uint64_t first = position == 0 ? 1 : 0;
  Collector out(features);
  out.add(first);
  out.add(word.exact);
  out.add(word.lower);
  out.add(before.lower);
  out.add(after.lower);
  out.add(before2.lower);
  out.add(after2.lower);
  out.add(pair(before.lower, word.lower));
  out.add(pair(word.lower, after.lower));
  for (const std::uint64_t prefix : word.prefixes) out.add(prefix);
  for (const std::uint64_t suffix : word.suffixes) out.add(suffix);
  out.add(pair(word.shape, first));
  out.add(pair(pair(before.shape, word.shape), after.shape));
  constexpr std::uint32_t kKnown = lang::kOrganisation | lang::kKnownPlace | lang::kCountry | lang::kCommonNoun;
  out.add(pair(pair(word.flags & kKnown, word.phrase), word.frequency > 0 ? 1 : 0));
  out.add(pair(word.flags, first));
  out.add(pair(coarse(before), word.flags));
  out.add(pair(word.flags, coarse(after)));
  out.add(pair(pair(coarse(before), coarse(word)), coarse(after)));
  out.add(pair(word.frequency, pair(word.shape, first)));
  out.add(pair(before.lower, pair(word.shape, coarse(word))));
  out.add(pair(after.lower, pair(word.shape, coarse(word))));
  out.add(before.suffixes[1]);
  out.add(before.suffixes[3]);
  out.add(after.suffixes[1]);
  out.add(after.suffixes[3]);
  out.add_if(word.before_hyphen != 0, word.before_hyphen);
  out.add_if(word.after_hyphen != 0, word.after_hyphen);
  out.add(pair(before2.lower, pair(word.shape, before.shape)));
  out.add(pair(after2.lower, pair(word.shape, after.shape)));
  const auto known = [](const WordFacts& w) { return w.word_class != 0; };
  out.add_if(known(word), word.word_class);
  out.add_if(known(word), word.word_class & 63U);
  out.add_if(known(word), word.word_class & 15U);
  out.add_if(known(before), before.word_class);
  out.add_if(known(after), after.word_class);
  out.add_if(known(before2), before2.word_class);
  out.add_if(known(after2), after2.word_class);
  out.add_if(known(before) || known(word), pair(before.word_class, word.word_class));
  out.add_if(known(after) || known(word), pair(word.word_class, after.word_class));
  out.add(pair(pair(before.word_class & 63U, word.word_class & 63U), after.word_class & 63U));
  out.add_if(known(before), pair(before.word_class, pair(word.shape, coarse(word))));
  out.add_if(known(after), pair(after.word_class, pair(word.shape, coarse(word))));
}

}  // namespace ql::annotate
