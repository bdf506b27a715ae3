// SPDX-License-Identifier: Apache-2.0
// Report -> WordList. One pass over the bytes of title and body. Letters are folded into a buffer, which is
// hashed when the word ends. ASCII goes through a table, everything else through decode_utf8.
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

/// The lower-case letter or digit of an ASCII byte, 0 for bytes that end a word.
constexpr std::array<char, 128> make_fold_table() {
  std::array<char, 128> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c);
  return table;
}
constexpr std::array<char, 128> kFold = make_fold_table();

bool ends_sentence(char byte) { return byte == '.' || byte == '!' || byte == '?' || byte == ':'; }

constexpr std::size_t kMostLetters = 127;

/// Reads one block.
class BlockScanner {
 public:
  BlockScanner(std::string_view text, std::uint16_t block, std::vector<Word>& out)
      : text_(text), block_(block), out_(out) {}

  void scan(TextRange range) {
    std::uint32_t at = range.begin;
    while (at < range.end) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool starts_word = byte < 0x80 ? kFold[byte] != 0 : is_letter(decode_utf8(text_, at).value);
      if (starts_word) {
        at = read_word(at, range.end);
        sentence_start_ = false;
      } else {
        sentence_start_ |= ends_sentence(static_cast<char>(byte));
        ++at;
      }
    }
  }

 private:
  /// Reads the word that starts at `begin`; returns its end. Letters beyond the buffer do not count.
  std::uint32_t read_word(std::uint32_t begin, std::uint32_t limit) {
    const char* text = text_.data();
    std::size_t size = 0;
    std::uint32_t at = begin;
    while (at < limit) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x80) {
        const char folded = kFold[byte];
        if (folded == 0) break;
        letters_[size] = folded;
        size += size < kMostLetters ? 1 : 0;
        ++at;
        continue;
      }
      const CodePoint point = decode_utf8(text_, at);
      if (!is_letter(point.value)) break;
      other_.clear();
      lang::append_folded(other_, to_lower(point.value));
      for (const char letter : other_) {
        letters_[size] = letter;
        size += size < kMostLetters ? 1 : 0;
      }
      at += point.size_bytes;
    }
    append(begin, at, {letters_.data(), size});
    return at;
  }

  void append(std::uint32_t begin, std::uint32_t end, std::string_view letters) {
    const auto first = static_cast<unsigned char>(text_[begin]);
    const lang::WordKey key = lang::word_key(letters);
    Word& word = out_.emplace_back();
    word.text = {begin, end};
    word.block = block_;
    word.key = key.word;
    word.stem = static_cast<std::uint32_t>(key.stem >> 32U);
    word.length = static_cast<std::uint8_t>(letters.size());
    word.capitalised = first < 0x80 ? first >= 'A' && first <= 'Z' : is_upper(decode_utf8(text_, begin).value);
    word.digit = first >= '0' && first <= '9';
    word.sentence_start = sentence_start_;
  }

  std::string_view text_;
  std::uint16_t block_;
  std::vector<Word>& out_;
  std::array<char, kMostLetters + 1> letters_{};
  std::string other_;  // one folded letter that is not ASCII
  bool sentence_start_ = true;
};

void scan_block(const clean::Report& report, std::size_t block, std::vector<Word>& out) {
  constexpr std::size_t kLast = std::numeric_limits<std::uint16_t>::max();
  BlockScanner(report.text, static_cast<std::uint16_t>(std::min(block, kLast)), out).scan(report.blocks[block].text);
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

}  // namespace ql::stories
