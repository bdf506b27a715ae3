// SPDX-License-Identifier: Apache-2.0
// Upper case: in UTF-8 the capitals of ASCII and Latin-1 differ from their small letters by one bit of the last byte.
// Tested by phrase_match_test.cpp.
#include "lang/phrase_match.h"

#include <bit>

#include "base/utf8.h"

namespace ql::lang {
namespace {

constexpr unsigned char kCaseBit = 0x20;

bool is_ascii_letter(char c) {
  const char lower = static_cast<char>(c | kCaseBit);
  return lower >= 'a' && lower <= 'z';
}

/// The byte in lower case if it is an ASCII capital, or the last byte of one of Latin-1 behind `before`.
char small_byte(char before, char byte) {
  const auto c = static_cast<unsigned char>(byte);
  const bool latin = before == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97;
  return latin || (c >= 'A' && c <= 'Z') ? static_cast<char>(c | kCaseBit) : byte;
}

/// A quotation mark at the start of the text, in bytes; 0 if there is none.
std::size_t quotation_mark(std::string_view text) {
  if (text.starts_with('"')) return 1;
  if (text.starts_with("\u00AB") || text.starts_with("\u00BB")) return 2;
  return text.starts_with("\u201C") || text.starts_with("\u201D") || text.starts_with("\u201E") ? 3 : 0;
}

bool letter_behind(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(decode_utf8(text, at).value);
}

bool letter_before(std::string_view text, std::size_t at) {
  return at > 0 && is_letter(decode_utf8(text, previous_utf8(text, at)).value);
}

}  // namespace

bool WordWalk::read_letter() {
  constexpr int kBits = 5;  // that tell the letters of ASCII apart
  if (is_ascii_letter(text_[at_])) {
    hash_ = std::rotl(hash_, kBits) ^ static_cast<unsigned char>(text_[at_++] | kCaseBit);
    return true;
  }
  if (static_cast<unsigned char>(text_[at_]) < 0x80) return false;
  const CodePoint point = decode_utf8(text_, at_);
  if (!is_letter(point.value)) return false;
  char before = 0;
  for (const std::size_t end = at_ + point.size_bytes; at_ < end; ++at_) {
    hash_ = std::rotl(hash_, kBits) ^ static_cast<unsigned char>(small_byte(before, text_[at_]));
    before = text_[at_];
  }
  return true;
}

bool WordWalk::next() {
  hash_ = 0;
  for (begin_ = at_; at_ < text_.size() && !read_letter(); begin_ = at_) ++at_;
  if (begin_ == text_.size()) return false;
  while (at_ < text_.size() && read_letter()) {
  }
  return true;
}

std::size_t match_phrase(std::string_view phrase, std::string_view text, std::size_t& length) {
  std::size_t at = 0;
  std::size_t i = 0;
  for (; i < phrase.size(); ++i, ++at) {
    if (at >= text.size()) return i;
    if (small_byte(at > 0 ? text[at - 1] : '\0', text[at]) == phrase[i]) continue;
    const bool beside_blank = phrase[i] == ' ' || (i > 0 && phrase[i - 1] == ' ');
    const std::size_t mark = beside_blank ? quotation_mark(text.substr(at)) : 0;
    if (mark == 0) return i;
    at += mark - 1;
    --i;
  }
  length = at;
  return i;
}

bool words_stand_at(std::string_view text, std::string_view words, std::size_t at, std::size_t& end) {
  std::size_t length = 0;
  if (match_phrase(words, text.substr(at), length) < words.size()) return false;
  if (letter_before(text, at) || letter_behind(text, at + length)) return false;
  end = at + length;
  return true;
}

std::size_t find_words(std::string_view text, std::string_view words, std::size_t from, std::size_t limit,
                       std::size_t& end) {
  const bool plain = is_ascii_letter(words.front());
  for (std::size_t at = from; at < limit && at + words.size() <= text.size(); ++at) {
    if (plain && static_cast<char>(text[at] | kCaseBit) != words.front()) continue;  // nearly all places end here
    if (words_stand_at(text, words, at, end)) return at;
  }
  return std::string_view::npos;
}

}  // namespace ql::lang
