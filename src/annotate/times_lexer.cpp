// SPDX-License-Identifier: Apache-2.0
// One pass over the bytes: a run of letters is a word, a run of digits a number, everything else a mark. Words are
// lower-cased and hashed while their end is looked for, so that the many words that have nothing to do with time cost
// one look at a table of bits. Decimals and thousands are joined (3,5 and 10.000), since no date or clock time is
// written like that. Tested by times_test.cpp.
#include "annotate/times_lexer.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::TimeClass;

constexpr std::size_t kLongestWord = 48;  // bytes; longer words are no time words

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC3;
}

/// The lower case of ASCII letters; 0 for all other bytes.
constexpr std::array<unsigned char, 256> lower_letters() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    table[c] = static_cast<unsigned char>(c);
    table[c - 0x20] = static_cast<unsigned char>(c);
  }
  return table;
}
constexpr std::array<unsigned char, 256> kLowerLetters = lower_letters();

/// Lower case of ASCII letters and of the second bytes of À..Þ, by the byte before.
unsigned char lowered(unsigned char byte, unsigned char before) {
  const bool upper = (byte >= 'A' && byte <= 'Z') || (before == 0xC3 && byte >= 0x80 && byte <= 0x9E);
  return static_cast<unsigned char>(upper ? byte + 0x20 : byte);
}

/// Hash of the lower-case form; 0 if the word is too long to be one of ours.
std::uint64_t lower_case_hash(std::string_view word) {
  if (word.size() > kLongestWord) return 0;
  std::uint64_t hash = lang::kWordHashStart;
  unsigned char before = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    hash = lang::word_hash_step(hash, lowered(byte, before));
    before = byte;
  }
  return hash;
}

class Lexer {
 public:
  Lexer(std::string_view text, TextRange range, const lang::TimeGrammar& grammar, std::vector<Lexeme>& out)
      : text_(text), end_(range.end), position_(range.begin), grammar_(grammar), out_(out), first_(out.size()) {}

  void run() {
    while (position_ < end_) {
      const char c = text_[position_];
      if (c == ' ') {
        space_ = true;
        ++position_;
      } else if (is_ascii_digit(c)) {
        number();
      } else if (is_word_byte(c)) {
        word();
      } else {
        mark();
      }
    }
  }

 private:
  Lexeme& push(std::uint32_t begin, std::uint32_t end) {
    Lexeme& lexeme = out_.emplace_back();
    lexeme.text = {begin, end};
    lexeme.space_before = space_;
    space_ = false;
    return lexeme;
  }

  void word() {
    const std::uint32_t begin = position_;
    std::uint64_t hash = lang::kWordHashStart;
    do {
      const char* at = text_.data() + position_;
      const char* const end = text_.data() + end_;
      for (unsigned char letter = 0; at < end && (letter = kLowerLetters[static_cast<unsigned char>(*at)]) != 0; ++at) {
        hash = lang::word_hash_step(hash, letter);
      }
      position_ = static_cast<std::uint32_t>(at - text_.data());
    } while (position_ < end_ && static_cast<unsigned char>(text_[position_]) >= 0x80 && wide_letter_at_position(hash));
    if (position_ == begin) {  // a non-letter above ASCII: dash, quotation mark, no-break space
      mark();
      return;
    }
    Lexeme& lexeme = push(begin, position_);
    const std::string_view form = text_.substr(begin, position_ - begin);
    lexeme.is_word = true;
    const char first = form.front();
    lexeme.capitalised = static_cast<unsigned char>(first) < 0x80 ? first <= 'Z' : starts_upper(form);
    lexeme.hash = form.size() > kLongestWord ? 0 : hash;
    look_up(lexeme);
    join_phrase();
  }

  /// Steps over one letter beyond ASCII and adds it to the hash; false if there is none.
  bool wide_letter_at_position(std::uint64_t& hash) {
    const CodePoint point = decode_utf8(text_, position_);
    if (!is_letter(point.value)) return false;
    unsigned char before = 0;
    for (const std::uint32_t end = position_ + point.size_bytes; position_ < end; ++position_) {
      const auto byte = static_cast<unsigned char>(text_[position_]);
      hash = lang::word_hash_step(hash, lowered(byte, before));
      before = byte;
    }
    return true;
  }

  void look_up(Lexeme& lexeme) {
    // "Morgen" opens a sentence as "tomorrow"; elsewhere the capital makes it the part of the day.
    const lang::TimeWord* found = nullptr;
    if (grammar_.may_know(lexeme.hash)) {
      const bool opens = out_.size() == first_ + 1 || ends_sentence(out_[out_.size() - 2]);
      found = grammar_.find(lexeme.hash, lexeme.capitalised && !opens);
      if (found == nullptr && opens) found = grammar_.find(lexeme.hash, lexeme.capitalised);
    }
    if (found == nullptr) {
      look_up_span_adjective(lexeme);
      return;
    }
    lexeme.classes = found->classes;
    lexeme.number = found->number;
    lexeme.code = found->code;
  }

  /// dreistündig, zweiwöchige: a number word and an ending of the lexicon; or the ending alone
  /// (24-stündig).
  void look_up_span_adjective(Lexeme& lexeme) {
    const lang::TimeGrammar::Suffix suffix = grammar_.span_suffix(slice(text_, lexeme.text));
    if (suffix.code.empty()) return;
    const std::string_view head = slice(text_, {lexeme.text.begin, lexeme.text.end - suffix.bytes});
    const lang::TimeWord* number = head.empty() ? nullptr : grammar_.find(lower_case_hash(head), false);
    if (!head.empty() && (number == nullptr || number->number == 0)) return;
    lexeme.classes.add(TimeClass::k_age_adjective);
    lexeme.number = number == nullptr ? 0 : number->number;
    lexeme.code = suffix.code;
  }

  static bool ends_sentence(const Lexeme& lexeme) {
    return lexeme.mark == '.' || lexeme.mark == '!' || lexeme.mark == '?' || lexeme.mark == ':';
  }

  /// Replaces the last lexemes by one if they are a phrase of the lexicon. A phrase is looked for at its end, so the
  /// longest one wins because the shorter ones are words of it that are already there.
  void join_phrase() {
    if (!grammar_.may_end_phrase(out_.back().hash)) return;
    constexpr std::size_t kLongestPhrase = 6;
    const std::size_t count = std::min(out_.size() - first_, kLongestPhrase);
    for (std::size_t length = count; length >= 2; --length) {
      const std::size_t begin = out_.size() - length;
      const auto* phrases = grammar_.phrases(out_[begin].hash);
      if (phrases == nullptr) continue;
      for (const lang::TimeGrammar::Phrase& phrase : *phrases) {
        if (phrase.rest.size() + 1 != length || !matches(phrase, begin)) continue;
        Lexeme joined = out_[begin];
        joined.text.end = out_.back().text.end;
        joined.code = phrase.word.code;
        joined.classes = phrase.word.classes;
        joined.number = phrase.word.number;
        joined.hash = 0;
        out_.resize(begin);
        out_.push_back(joined);
        return;
      }
    }
  }

  [[nodiscard]] bool matches(const lang::TimeGrammar::Phrase& phrase, std::size_t begin) const {
    for (std::size_t i = 0; i < phrase.rest.size(); ++i) {
      if (out_[begin + 1 + i].hash != phrase.rest[i]) return false;
    }
    return true;
  }

  void number() {
    const std::uint32_t begin = position_;
    double value = digits();
    std::uint8_t count = static_cast<std::uint8_t>(std::min<std::uint32_t>(position_ - begin, 9));
    bool joined = false;
    while (digit_group_follows()) {  // 10.000
      ++position_;
      value = value * 1000 + digits();
      joined = true;
    }
    if (!joined && decimals_follow()) {  // 3,5
      const std::uint32_t comma = position_++;
      double fraction = digits();
      for (std::uint32_t i = comma + 1; i < position_; ++i) fraction /= 10;
      value += fraction;
      joined = true;
    }
    Lexeme& lexeme = push(begin, position_);
    lexeme.number = value;
    lexeme.digits = count;
    classify(lexeme, joined);
  }

  double digits() {
    double value = 0;
    while (position_ < end_ && is_ascii_digit(text_[position_])) value = value * 10 + (text_[position_++] - '0');
    return value;
  }

  [[nodiscard]] bool digits_at(std::uint32_t begin, std::uint32_t count) const {
    if (begin + count > end_) return false;
    for (std::uint32_t i = begin; i < begin + count; ++i) {
      if (!is_ascii_digit(text_[i])) return false;
    }
    return begin + count == end_ || !is_ascii_digit(text_[begin + count]);
  }

  [[nodiscard]] bool digit_group_follows() const {
    return position_ < end_ && text_[position_] == '.' && digits_at(position_ + 1, 3);
  }
  [[nodiscard]] bool decimals_follow() const {
    return position_ < end_ && text_[position_] == ',' && (digits_at(position_ + 1, 1) || digits_at(position_ + 1, 2));
  }

  static void classify(Lexeme& lexeme, bool joined) {
    lexeme.classes.add(TimeClass::k_count);
    if (joined) return;
    const auto value = static_cast<int>(std::min(lexeme.number, 1e6));
    const int width = lexeme.digits;
    if (width <= 2) {
      if (value >= 1 && value <= 31) lexeme.classes.add(TimeClass::k_day);
      if (value >= 1 && value <= 12) lexeme.classes.add(TimeClass::k_month_number);
      if (value <= 24) lexeme.classes.add(TimeClass::k_hour);
      if (width == 2 && value <= 59) lexeme.classes.add(TimeClass::k_minute);
      if (width == 2) lexeme.classes.add(TimeClass::k_two_digits);
      if (width == 2 && value % 10 == 0) lexeme.classes.add(TimeClass::k_decade);
    }
    if (width == 4 && value >= 1000 && value <= 2199) {
      lexeme.classes.add(TimeClass::k_year);
      if (value % 10 == 0) lexeme.classes.add(TimeClass::k_decade);
    }
  }

  void mark() {
    const std::uint32_t begin = position_;
    const CodePoint point = decode_utf8(text_, position_);
    position_ += point.size_bytes;
    if (is_space(point.value)) {
      space_ = true;
      return;
    }
    Lexeme& lexeme = push(begin, position_);
    lexeme.mark = point.value < 0x80 ? static_cast<char>(point.value) : '\0';
    lexeme.classes.add(class_of_mark(point.value));
  }

  static TimeClass class_of_mark(char32_t mark) {
    switch (mark) {
      case U'.':
        return TimeClass::k_dot;
      case U',':
        return TimeClass::k_comma;
      case U':':
        return TimeClass::k_colon;
      case U'/':
        return TimeClass::k_slash;
      case U'-':
      case U'\u2010':
      case U'\u2011':
      case U'\u2012':
      case U'\u2013':
      case U'\u2014':
        return TimeClass::k_dash;
      case U'%':
      case U'$':
      case U'\u2030':  // per mille
      case U'\u20AC':  // euro
      case U'\u00A3':  // pound
      case U'\u00B0':  // degree
        return TimeClass::k_sign;
      default:
        return TimeClass::k_other_mark;
    }
  }

  std::string_view text_;
  std::uint32_t end_, position_;
  const lang::TimeGrammar& grammar_;
  std::vector<Lexeme>& out_;
  std::size_t first_;
  bool space_ = true;
};

}  // namespace

void append_lexemes(std::string_view text, TextRange range, const lang::TimeGrammar& grammar,
                    std::vector<Lexeme>& out) {
  Lexer(text, range, grammar, out).run();
}

}  // namespace ql::annotate
