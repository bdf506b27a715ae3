// SPDX-License-Identifier: Apache-2.0
// Report -> WordList. One pass over the bytes of title and body. Letters are folded and hashed as they come. ASCII goes
// through a table, everything else through decode_utf8.
// Tested by words_test.cpp.
#include "stories/words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "base/utf8.h"
#include "lang/word_key.h"

namespace ql::stories {
namespace {

/// The lower-case letter or digit of an ASCII byte, 0 for bytes that end a word and for all others.
constexpr std::array<unsigned char, 256> make_fold_table() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<unsigned char>(c - 'A' + 'a');
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = static_cast<unsigned char>(c);
  return table;
}
constexpr std::array<unsigned char, 256> kFold = make_fold_table();

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool ends_sentence(char byte) { return byte == '.' || byte == '!' || byte == '?' || byte == ':'; }

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
  /// The hash before the letters of the inflectional ending: FNV is undone letter by letter.
  [[nodiscard]] std::uint64_t stem() const {
    constexpr std::uint64_t kUndo = inverse(lang::kWordHashPrime);
    static_assert(kUndo * lang::kWordHashPrime == 1);
    std::uint64_t result = hash;
    std::uint32_t letters = ending;
    for (std::size_t i = lang::ending_length(size, ending); i > 0; --i, letters >>= 8U) {
      result = result * kUndo ^ (letters & 0xFFU);
    }
    return result;
  }
};

/// Letters of a word that count.
constexpr std::uint32_t kMostLetters = 127;
/// Digits between the zeros at both ends that make a number telling: 1.450, but not 100.000.
constexpr std::uint32_t kTellingDigits = 3;

/// Reads one block.
class BlockScanner {
 public:
  BlockScanner(std::string_view text, std::uint16_t block, std::vector<Word>& out)
      : text_(text), block_(block), out_(out) {}

  void scan(TextRange range) {
    std::uint32_t at = range.begin;
    while (at < range.end) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool starts_word = kFold[byte] != 0 || (byte >= 0x80 && is_letter(decode_utf8(text_, at).value));
      if (starts_word) {
        const std::uint32_t number_end = is_digit(text_[at]) ? read_number(at, range.end) : at;
        at = number_end != at ? number_end : read_word(at, range.end);
        sentence_start_ = false;
      } else {
        sentence_start_ |= ends_sentence(static_cast<char>(byte));
        ++at;
      }
    }
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
    const bool letters_follow =
        at < limit && (kFold[static_cast<unsigned char>(text_[at])] != 0 ||
                       (static_cast<unsigned char>(text_[at]) >= 0x80 && is_letter(decode_utf8(text_, at).value)));
    if (letters_follow && at - begin == digits) return begin;
    append(begin, at, hash);
    const bool year =
        digits == 4 && !comma && at - begin == 4 && (text_.substr(begin, 2) == "19" || text_.substr(begin, 2) == "20");
    const std::uint32_t telling_digits = last_other > leading ? last_other - leading : 0;
    out_.back().telling = (telling_digits >= kTellingDigits || comma) && !year;
    return at;
  }

  /// Reads the word that starts at `begin`; returns its end. Letters beyond kMostLetters do not count.
  std::uint32_t read_word(std::uint32_t begin, std::uint32_t limit) {
    WordHash hash;
    std::uint32_t at = begin;
    for (;;) {
      at = read_ascii(at, limit, hash);
      if (at == limit || static_cast<unsigned char>(text_[at]) < 0x80) break;
      const CodePoint point = decode_utf8(text_, at);
      if (!is_letter(point.value)) break;
      other_.clear();
      lang::append_folded(other_, to_lower(point.value));
      for (const char letter : other_) {
        if (hash.size < kMostLetters) hash.add(static_cast<unsigned char>(letter));
      }
      at += static_cast<std::uint32_t>(point.size_bytes);
    }
    append(begin, at, hash);
    return at;
  }

  /// Reads ASCII letters and digits; returns the end of their run. The state is kept in registers.
  std::uint32_t read_ascii(std::uint32_t at, std::uint32_t limit, WordHash& state) const {
    const char* const text = text_.data();
    const std::uint32_t enough = std::min(limit, at + (kMostLetters - state.size));
    WordHash hash = state;
    const std::uint32_t begin = at;
    for (; at < enough; ++at) {
      const unsigned char letter = kFold[static_cast<unsigned char>(text[at])];
      if (letter == 0) break;
      hash.hash = (hash.hash ^ letter) * lang::kWordHashPrime;
      hash.ending = hash.ending << 8U | letter;
    }
    hash.size += at - begin;
    state = hash;
    while (at < limit && hash.size >= kMostLetters && kFold[static_cast<unsigned char>(text[at])] != 0) ++at;
    return at;
  }

  void append(std::uint32_t begin, std::uint32_t end, const WordHash& hash) {
    const auto first = static_cast<unsigned char>(text_[begin]);
    Word& word = out_.emplace_back();
    word.text = {begin, end};
    word.block = block_;
    word.key = hash.hash;
    word.stem = static_cast<std::uint32_t>(hash.stem() >> 32U);
    word.length = static_cast<std::uint8_t>(hash.size);
    word.capitalised = first < 0x80 ? first >= 'A' && first <= 'Z' : is_upper(decode_utf8(text_, begin).value);
    word.digit = first >= '0' && first <= '9';
    word.sentence_start = sentence_start_;
  }

  std::string_view text_;
  std::uint16_t block_;
  std::vector<Word>& out_;
  std::string other_;  // one folded letter that is not ASCII
  bool sentence_start_ = true;
};

void scan_block(const clean::Report& report, std::size_t block, std::vector<Word>& out) {
  constexpr std::size_t kLast = std::numeric_limits<std::uint16_t>::max();
  BlockScanner(report.text, static_cast<std::uint16_t>(std::min(block, kLast)), out).scan(report.blocks[block].text);
}

NameKind kind_of(const annotate::Mention& mention) {
  using annotate::EntityType;
  using annotate::MentionForm;
  if (mention.form != MentionForm::Name && mention.form != MentionForm::Part) return NameKind::None;
  if (mention.type == EntityType::Person) return NameKind::Person;
  if (mention.type == EntityType::Organisation) return NameKind::Organisation;
  return mention.type == EntityType::Place ? NameKind::Place : NameKind::None;
}

}  // namespace

void scan_words(const clean::Report& report, WordList& out) {
  out.words.clear();
  if (report.title) scan_block(report, report.title->index(), out.words);
  out.title_words = static_cast<std::uint32_t>(out.words.size());
  for (std::size_t block = 0; block < report.blocks.size(); ++block) {
    if (clean::is_body(report.blocks[block].kind)) scan_block(report, block, out.words);
  }
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
