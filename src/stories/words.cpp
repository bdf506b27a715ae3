// SPDX-License-Identifier: Apache-2.0
// Report -> WordList. One pass over the bytes of title and body finds where words end; what a form is (hashes, rarity,
// capitals) is read letter by letter once and then looked up by its bytes: of a hundred words of news some ninety-five
// are forms that stood in the last few hundred reports too. Numbers and very long words are read each time.
// Tested by words_test.cpp.
#include "stories/words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/hash.h"
#include "base/utf8.h"
#include "lang/word_key.h"

namespace ql::stories {
namespace {

/// What a byte is to the words around it.
enum ByteClass : std::uint8_t {
  kBetween = 0,
  kStop = 1,    ///< Ends a sentence.
  kLetter = 2,  ///< ASCII letter or digit.
  kLong = 3     ///< Part of a code point beyond ASCII, which may be a letter.
};

constexpr std::array<std::uint8_t, 256> make_byte_classes() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = kLetter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = kLetter;
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = kLetter;
  for (unsigned c = 0x80; c < 0x100; ++c) table[c] = kLong;
  for (const unsigned char c : {'.', '!', '?', ':'}) table[c] = kStop;
  return table;
}
constexpr std::array<std::uint8_t, 256> kClasses = make_byte_classes();

std::uint8_t class_of(char byte) { return kClasses[static_cast<unsigned char>(byte)]; }

/// The highest bit of each byte that is no ASCII letter or digit. Sums do not carry over: all bytes are below 0x80.
constexpr std::uint64_t others_of(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U, kHighest = kOnes * 0x80U;
  const auto from = [](std::uint64_t low, unsigned char first) { return low + kOnes * (0x80U - first); };
  const std::uint64_t low = bytes & ~kHighest, small = low | kOnes * 0x20U;
  const std::uint64_t letters = from(small, 'a') & ~from(small, 'z' + 1);
  const std::uint64_t digits = from(low, '0') & ~from(low, '9' + 1);
  return (~(letters | digits) | bytes) & kHighest;
}
static_assert(others_of(0x7A61395A41300000U) == 0x8080U && others_of(0x5B605E2F3A7B40C3U) == 0x8080808080808080U);

/// Eight bytes of text as a number: the first is the lowest.
static_assert(std::endian::native == std::endian::little);

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

constexpr std::uint64_t inverse(std::uint64_t odd) {
  std::uint64_t result = odd;  // right in three bits; each step doubles them
  for (int step = 0; step < 6; ++step) result *= 2 - odd * result;
  return result;
}

/// A word that is being read: the same numbers as lang::word_key over the whole word.
struct WordHash {
  std::uint64_t hash = lang::kWordHashStart;
  std::uint32_t ending = 0;  ///< The last letters, the very last lowest.
  std::uint32_t size = 0;

  void add(unsigned char letter) {
    hash = (hash ^ letter) * lang::kWordHashPrime;
    ending = ending << 8U | letter;
    ++size;
  }
  /// Letters of the inflectional ending. Unlike lang's, it takes the genitive of words in -er and -en apart, so that
  /// "des Trainers" and "der Trainer", "Brasiliens" and "Brasilien" are one word.
  [[nodiscard]] std::size_t ending_length() const {
    constexpr std::uint32_t kLettersOfGenitive = 3, kLeastLetters = 7;
    const std::uint32_t last = ending & 0xFFFFFFU;
    constexpr std::uint32_t kErs = 'e' << 16U | 'r' << 8U | 's', kEns = 'e' << 16U | 'n' << 8U | 's';
    if (size >= kLeastLetters && (last == kErs || last == kEns)) return kLettersOfGenitive;
    return lang::ending_length(size, ending);
  }
  /// The hash before the letters of the inflectional ending: FNV is undone letter by letter.
  [[nodiscard]] std::uint64_t stem() const {
    constexpr std::uint64_t kUndo = inverse(lang::kWordHashPrime);
    static_assert(kUndo * lang::kWordHashPrime == 1);
    std::uint64_t result = hash;
    std::uint32_t letters = ending;
    for (std::size_t i = ending_length(); i > 0; --i, letters >>= 8U) {
      result = result * kUndo ^ (letters & 0xFFU);
    }
    return result;
  }
};

/// Letters of a word that count.
constexpr std::uint32_t kMostLetters = 127;
/// Digits between the zeros at both ends that make a number telling: 1.450, but not 100.000.
constexpr std::uint32_t kTellingDigits = 3;

/// Words of up to so many bytes are loaded at once; for each size, which of those bytes are the word's.
constexpr std::size_t kShortBytes = 24;
using ShortBytes = std::array<std::uint64_t, kShortBytes / sizeof(std::uint64_t)>;
constexpr std::array<ShortBytes, kShortBytes + 1> kWordMasks = [] {
  std::array<ShortBytes, kShortBytes + 1> masks{};
  for (std::size_t size = 0; size < masks.size(); ++size) {
    for (std::size_t byte = 0; byte < size; ++byte) masks[size][byte / 8] |= std::uint64_t{0xFF} << (8 * (byte % 8));
  }
  return masks;
}();

/// A hash of the word's bytes; it need not be the same elsewhere.
std::uint64_t spelling_of(std::string_view text, TextRange word) {
  const std::size_t size = word.end - word.begin;
  if (size > kShortBytes) return hash64(slice(text, word));
  ShortBytes bytes{};
  if (word.begin + kShortBytes <= text.size()) {  // a copy of fixed size, and what stands behind the word is cleared
    std::memcpy(bytes.data(), text.data() + word.begin, kShortBytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] &= kWordMasks[size][i];
  } else {
    std::memcpy(bytes.data(), text.data() + word.begin, size);
  }
  std::uint64_t hash = 0;
  for (const std::uint64_t part : bytes) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

/// Sets of forms that are remembered, 64 bytes each.
constexpr std::size_t kFormSets = 1U << 15U;
std::size_t set_of(std::uint64_t spelling) { return spelling * 0xBF58476D1CE4E5B9U >> 49U; }
static_assert(kFormSets == std::size_t{1} << (64U - 49U));

/// Words ahead of the one looked up whose sets are fetched.
constexpr std::size_t kFetchAhead = 10;

NameKind kind_of(const annotate::Mention& mention) {
  using annotate::EntityType;
  using annotate::MentionForm;
  if (mention.form != MentionForm::Name && mention.form != MentionForm::Part) return NameKind::None;
  if (mention.type == EntityType::Person) return NameKind::Person;
  if (mention.type == EntityType::Organisation) return NameKind::Organisation;
  return mention.type == EntityType::Place ? NameKind::Place : NameKind::None;
}

/// Finds the words of one block. Numbers are read at once; of other words only the spelling is noted, in place of
/// their key, and their rarity is left 0.
class BlockScanner {
 public:
  BlockScanner(std::string_view text, std::vector<Word>& out) : text_(text), out_(out) {}

  void scan(TextRange range) {
    const std::size_t before = out_.size();
    std::uint32_t at = range.begin;
    while (at < range.end) {
      const std::uint8_t kind = class_of(text_[at]);
      if (kind <= kStop) {
        sentence_start_ |= kind == kStop;
        ++at;
      } else {
        const std::uint32_t number_end = is_digit(text_[at]) ? read_number(at, range.end) : at;
        at = number_end != at ? number_end : read_word(at, range.end);
      }
    }
    if (out_.size() > before) out_[before].block_start = true;
  }

 private:
  /// Reads digits with points and commas between them as one word ("22.657", "1,5"); returns its end, or `begin` when
  /// letters go on ("5G"). Points do not count, so that 22657 is the same number.
  std::uint32_t read_number(std::uint32_t begin, std::uint32_t limit) {
    WordHash hash;
    std::uint32_t at = begin, digits = 0, last_other = 0, leading = 0;
    bool comma = false;
    for (; at < limit; ++at) {
      const char byte = text_[at];
      if (is_digit(byte)) {
        leading += byte == '0' && leading == digits ? 1 : 0;
        ++digits;
        if (byte != '0') last_other = digits;
      } else {
        if (byte != '.' && byte != ',') break;
        if (at + 1 >= limit || !is_digit(text_[at + 1])) break;
        comma |= byte == ',';
        if (byte == '.') continue;
      }
      if (hash.size < kMostLetters) hash.add(static_cast<unsigned char>(byte));
    }
    const bool letters_follow = at < limit && starts_word(at);
    if (letters_follow && at - begin == digits) return begin;
    Word& word = append(begin, at);
    word.key = hash.hash;
    word.stem = static_cast<std::uint32_t>(hash.stem() >> 32U);
    word.length = static_cast<std::uint8_t>(hash.size);
    word.rarity = kUnknownRarity;
    const bool year =
        digits == 4 && !comma && at - begin == 4 && (text_.substr(begin, 2) == "19" || text_.substr(begin, 2) == "20");
    const std::uint32_t telling_digits = last_other > leading ? last_other - leading : 0;
    word.telling = (telling_digits >= kTellingDigits || comma) && !year;
    return at;
  }

  /// Reads the word that starts at `begin`, if one does; returns where to go on.
  std::uint32_t read_word(std::uint32_t begin, std::uint32_t limit) {
    std::uint32_t end = begin;
    for (;;) {
      end = end_of_ascii(end, limit);
      if (end >= limit || class_of(text_[end]) != kLong) break;
      const CodePoint point = decode_utf8(text_, end);
      if (!is_letter(point.value)) break;
      end += point.size_bytes;
    }
    end = std::min(end, limit);
    if (end == begin) return begin + decode_utf8(text_, begin).size_bytes;
    append(begin, end).key = spelling_of(text_, {begin, end});
    return end;
  }

  /// The first byte from `at` on that is no ASCII letter or digit, at most `limit`. Eight bytes a step.
  [[nodiscard]] std::uint32_t end_of_ascii(std::uint32_t at, std::uint32_t limit) const {
    for (; at + 8 <= limit; at += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text_.data() + at, sizeof bytes);
      if (const std::uint64_t others = others_of(bytes); others != 0) {
        return at + static_cast<std::uint32_t>(std::countr_zero(others)) / 8;
      }
    }
    while (at < limit && class_of(text_[at]) == kLetter) ++at;
    return at;
  }

  [[nodiscard]] bool starts_word(std::uint32_t at) const {
    const std::uint8_t kind = class_of(text_[at]);
    return kind == kLetter || (kind == kLong && is_letter(decode_utf8(text_, at).value));
  }

  Word& append(std::uint32_t begin, std::uint32_t end) {
    Word& word = out_.emplace_back();
    word.text = {begin, end};
    word.digit = is_digit(text_[begin]);
    word.sentence_start = sentence_start_;
    sentence_start_ = false;
    return word;
  }

  std::string_view text_;
  std::vector<Word>& out_;
  bool sentence_start_ = true;
};

}  // namespace

std::uint8_t rarity_of(const lang::WordFrequency& frequency, std::uint32_t stem) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(-20 * std::log10(frequency.of(stem)), 1.0, 255.0)));
}

WordReader::WordReader(const lang::Language& language) : language_(language), forms_(kFormSets) {}

/// Letters beyond kMostLetters do not count.
WordReader::Form WordReader::read_form(std::string_view word) {
  WordHash hash;
  for (std::size_t at = 0; at < word.size() && hash.size < kMostLetters;) {
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 0x80) {
      hash.add(byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte - 'A' + 'a') : byte);
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(word, at);
    at += point.size_bytes;
    folded_.clear();
    lang::append_folded(folded_, to_lower(point.value));
    for (const char letter : folded_) {
      if (hash.size < kMostLetters) hash.add(static_cast<unsigned char>(letter));
    }
  }
  Form form;
  form.key = hash.hash;
  form.stem = static_cast<std::uint32_t>(hash.stem() >> 32U);
  form.length = static_cast<std::uint8_t>(hash.size);
  form.rarity = rarity_of(language_.word_frequency, form.stem);
  form.capitalised = is_upper(decode_utf8(word, 0).value);
  form.relayed = language_.relay_words.is_relayed(form.stem);
  return form;
}

const WordReader::Form& WordReader::form_of(std::uint64_t spelling, std::string_view word) {
  std::array<Form, 2>& latest = forms_[set_of(spelling)].latest;
  if (latest[0].spelling == spelling) return latest[0];
  if (latest[1].spelling == spelling) return latest[1];
  latest[1] = latest[0];
  latest[0] = read_form(word);
  latest[0].spelling = spelling;
  return latest[0];
}

void WordReader::look_up(std::string_view text, std::span<Word> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + kFetchAhead < words.size()) __builtin_prefetch(&forms_[set_of(words[i + kFetchAhead].key)]);
    Word& word = words[i];
    if (word.rarity != 0) continue;  // a number
    const Form& form = form_of(word.key, slice(text, word.text));
    word.key = form.key;
    word.stem = form.stem;
    word.length = form.length;
    word.rarity = form.rarity;
    word.capitalised = form.capitalised;
    word.relayed = form.relayed;
  }
}

void WordReader::read(const clean::Report& report, WordList& out) {
  out.words.clear();
  const auto scan = [&](std::size_t block) { BlockScanner(report.text, out.words).scan(report.blocks[block].text); };
  if (report.title) scan(report.title->index());
  out.title_words = static_cast<std::uint32_t>(out.words.size());
  for (std::size_t block = 0; block < report.blocks.size(); ++block) {
    if (clean::is_body(report.blocks[block].kind)) scan(block);
  }
  look_up(report.text, out.words);
}

void mark_names(std::span<const annotate::Mention> mentions, WordList& list) {
  const std::span<Word> all(list.words);
  const std::array<std::span<Word>, 2> parts{all.subspan(0, list.title_words), all.subspan(list.title_words)};
  for (const annotate::Mention& mention : mentions) {
    const NameKind kind = kind_of(mention);
    if (kind == NameKind::None) continue;
    for (const std::span<Word> part : parts) {
      auto word = std::lower_bound(part.begin(), part.end(), mention.text.begin,
                                   [](const Word& w, std::uint32_t begin) { return w.text.begin < begin; });
      for (; word != part.end() && word->text.end <= mention.text.end; ++word) {
        if (word->capitalised) word->name = kind;
      }
    }
  }
}

}  // namespace ql::stories
