// SPDX-License-Identifier: Apache-2.0
// One pass over the code points of a block. The first code point of a token decides which scanner takes over
// (word, number, mark); each scanner looks at most a few characters ahead, so the cost is linear. Whether a full
// stop belongs to its word is asked of lang::TokenRules (abbreviations) and of the next word (ordinals).
// Tested by tokenize_test.cpp; measured on treebank text by bench/annotate.
#include "annotate/tokenize.h"

#include <algorithm>

#include "annotate/char_scan.h"
#include "base/utf8.h"
#include "lang/lexemes.h"

namespace ql::annotate {
namespace {

using lang::StopUse;

class Tokenizer {
 public:
  Tokenizer(std::string_view text, TextRange block, const lang::TokenRules& rules, std::vector<Token>& tokens)
      : scan_(text.substr(0, block.end)), rules_(rules), tokens_(tokens), first_(tokens.size()), pos_(block.begin) {}

  void run() {
    bool space = true;
    while (pos_ < scan_.size()) {
      const CodePoint c = scan_.at(pos_);
      if (is_space(c.value) || is_format_mark(c.value)) {
        space = space || !is_format_mark(c.value);
        pos_ += c.size_bytes;
        continue;
      }
      const std::uint32_t begin = pos_;
      scan_token(c, space);
      add(begin, c.value, space);
      space = false;
    }
  }

 private:
  void scan_token(const CodePoint& c, bool space) {
    if (is_letter(c.value)) {
      scan_word();
    } else if (is_digit(c.value) || (is_minus(c.value) && space && signs_number(c.size_bytes))) {
      pos_ += c.size_bytes;
      scan_number();
    } else if ((c.value == U'@' || c.value == U'#') && is_word_part(scan_.value(pos_ + 1))) {
      pos_ += 1;
      pos_ = scan_.end_of_handle(pos_);
    } else {
      scan_mark(c);
    }
  }

  void add(std::uint32_t begin, char32_t first, bool space) {
    Token token;
    token.text = {begin, pos_};
    token.space_before = space;
    token.capitalised = is_upper(first);
    tokens_.push_back(token);
  }

  [[nodiscard]] std::string_view from(std::uint32_t begin) const { return scan_.text().substr(begin, pos_ - begin); }

  // ---- words ----

  void scan_word() {
    const std::uint32_t begin = pos_;
    scan_letters();
    while (pos_ < scan_.size() && continue_word(begin)) {
    }
    take_stop_of_abbreviation(begin);
    split_clitic(begin);
  }

  void scan_letters() { pos_ = scan_.skip_word(pos_); }

  /// At a mark within a word: consumes it with the letters behind it when the word goes on.
  bool continue_word(std::uint32_t begin) {
    const CodePoint c = scan_.at(pos_);
    const std::uint32_t after = pos_ + c.size_bytes;
    const char32_t next = scan_.value(after);
    switch (c.value) {
      case U'-':
      case U'\u2010':
      case U'\u2011':
        return continue_hyphen(after, next);
      case U'\'':
      case U'\u2019':
        return is_letter(next) && take(after);
      case U'&':
      case U'+':
        return is_letter(next) && is_upper(scan_.value(scan_.previous(pos_))) && is_upper(next) && take(after);
      case U':':
        if (next == U'/' && scan_.value(after + 1) == U'/') return take_url(begin);
        return continues_gender(after) && take(after);
      case U'*':
      case U'_':
        return is_letter(next) && !is_upper(next) && take(after);
      case U'/':
        return continue_slash(after);
      case U'(':
        return take_bracketed_gender(after);
      case U'@':
        return is_word_part(next) && take_url(begin);
      case U'.':
        return continue_dot(begin, after, next);
      default:
        return false;
    }
  }

  bool take(std::uint32_t after) {
    pos_ = after;
    scan_letters();
    return true;
  }

  bool continue_hyphen(std::uint32_t after, char32_t next) {
    if (is_word_part(next)) {
      pos_ = after;
      if (is_digit(next)) {
        scan_digits();
      }
      scan_letters();
      return true;
    }
    const bool truncated = next == 0 || is_space(next) || next == U',' || next == U'/' || next == U')';
    if (truncated) {
      pos_ = after;  // "Bundes- und Landespolitik"
    }
    return false;
  }

  [[nodiscard]] bool continues_gender(std::uint32_t at) const {
    return scan_.starts_with(at, "in") && !is_upper(scan_.value(at)) && scan_.ends_word_with_in(at);
  }

  bool continue_slash(std::uint32_t after) {
    const bool hyphen = scan_.value(after) == U'-';
    const std::uint32_t suffix = after + (hyphen ? 1U : 0U);
    return continues_gender(suffix) && take(suffix);
  }

  bool take_bracketed_gender(std::uint32_t after) {
    for (const std::string_view ending : {"in)", "innen)"}) {
      if (scan_.starts_with(after, ending)) {
        pos_ = after + static_cast<std::uint32_t>(ending.size());
        return true;
      }
    }
    return false;
  }

  /// At a '.' in or behind a word: z.B., heise.de, www.x.org, Dipl.-Ing.
  bool continue_dot(std::uint32_t begin, std::uint32_t after, char32_t next) {
    const std::string_view word = from(begin);
    if (word == "www" || word == "WWW") {
      return is_word_part(next) && take_url(begin);
    }
    if (next == U'-' && is_letter(scan_.value(after + 1)) && rules_.stop_use(word) != StopUse::None) {
      return take(after + 1);
    }
    if (!is_word_part(next)) {
      return false;
    }
    if (scan_.is_domain_ending(after)) {
      return take_url(begin);
    }
    const bool single_letters = is_letter(next) && is_dotted(word) && scan_.abbreviation_part_size(after) > 0;
    return single_letters && take(after);
  }

  /// True for "z", "i.d", "z.B": one or two letters since the last dot.
  [[nodiscard]] static bool is_dotted(std::string_view word) {
    const std::size_t dot = word.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? word : word.substr(dot + 1);
    return last.size() == 1 || (dot != std::string_view::npos && last.size() <= 3);
  }

  void take_stop_of_abbreviation(std::uint32_t begin) {
    if (scan_.value(pos_) != U'.' || scan_.value(pos_ + 1) == U'.') {
      return;
    }
    if (owns_stop(from(begin))) {
      ++pos_;
    }
  }

  [[nodiscard]] bool owns_stop(std::string_view word) const {
    const NextWord next = scan_.next_word(pos_ + 1);
    if (is_spaced_letter(word, next)) {
      return true;
    }
    StopUse use = rules_.stop_use(word.substr(word.rfind('-') + 1));
    if (use == StopUse::None && word.find('.') != std::string_view::npos) {
      use = is_dotted(word) ? StopUse::May : StopUse::None;
    }
    if (use == StopUse::None && word.size() > 3 && word.ends_with("str")) {
      use = StopUse::May;
    }
    switch (use) {
      case StopUse::Never:
      case StopUse::May:
        return next.kind != NextKind::None || use == StopUse::May || word.size() > 2;
      case StopUse::Guarded:
        return next.kind == NextKind::Lower || next.kind == NextKind::Digit;
      case StopUse::None:
        break;
    }
    if (is_initial(word)) {
      return next.kind == NextKind::Lower || (next.kind == NextKind::Upper && !rules_.opens_sentence(next.word));
    }
    return is_roman(word) && follows_name() &&
           (next.kind == NextKind::Lower || (next.kind == NextKind::Upper && !rules_.opens_sentence(next.word)));
  }

  /// "z. B.", "u. a.", "i. d. R.": one letter, before another one with a stop or behind one.
  [[nodiscard]] bool is_spaced_letter(std::string_view word, const NextWord& next) const {
    if (word.size() != 1) {
      return false;
    }
    const bool before = next.word.size() == 1 && scan_.value(next.end) == U'.';
    const bool behind = tokens_.size() > first_ && tokens_.back().text.size() == 2 &&
                        scan_.value(tokens_.back().text.begin + 1) == U'.' &&
                        is_letter(scan_.value(tokens_.back().text.begin));
    return before || behind;
  }

  [[nodiscard]] bool follows_name() const { return tokens_.size() > first_ && tokens_.back().capitalised; }

  [[nodiscard]] static bool is_initial(std::string_view word) {
    return is_upper(decode_utf8(word, 0).value) && decode_utf8(word, 0).size_bytes == word.size();
  }

  [[nodiscard]] static bool is_roman(std::string_view word) {
    return word.find_first_not_of("IVX") == std::string_view::npos;
  }

  /// "gibt's" is two tokens; "Andrea's" and "c't" are one.
  void split_clitic(std::uint32_t begin) {
    const std::string_view word = from(begin);
    const std::size_t apostrophe = word.ends_with("'s") ? 2 : word.ends_with("\u2019s") ? 4 : 0;
    if (apostrophe == 0 || word.size() < apostrophe + 2 || is_upper(decode_utf8(word, 0).value)) {
      return;
    }
    pos_ -= static_cast<std::uint32_t>(apostrophe);
  }

  // ---- numbers ----

  void scan_digits() {
    while (is_digit(scan_.value(pos_))) ++pos_;
  }

  void scan_number() {
    const std::uint32_t begin = pos_ - 1;
    scan_digits();
    while (continue_number(begin)) {
    }
    take_unit_or_letters(begin);
    take_stop_of_ordinal(begin);
  }

  bool continue_number(std::uint32_t begin) {
    const CodePoint c = scan_.at(pos_);
    const std::uint32_t after = pos_ + std::max(c.size_bytes, 1U);
    switch (c.value) {
      case U'.':
      case U':':
      case U'/':
        return is_digit(scan_.value(after)) && take_digits(after);
      case U',':
        if (is_digit(scan_.value(after))) return take_digits(after);
        return take_price_dash(after);
      case U'\'':
      case U'\u2019':
      case U' ':
      case U'\u00A0':
      case U'\u2009':
      case U'\u202F':
        return scan_.groups_thousands(begin, pos_, after) && take_digits(after);
      case U'-':
        return scan_.is_hyphenated_number(begin, pos_) && take_digits(after);
      default:
        return false;
    }
  }

  bool take_digits(std::uint32_t at) {
    for (pos_ = at; is_digit(scan_.value(pos_));) ++pos_;
    return true;
  }

  /// "5,-" and "5,--" are prices.
  bool take_price_dash(std::uint32_t after) {
    pos_ = std::max(pos_, scan_.end_of_price_dash(after));
    return false;
  }

  void take_unit_or_letters(std::uint32_t begin) {
    const CodePoint c = scan_.at(pos_);
    const bool hyphen = c.value == U'-' && is_letter(scan_.value(pos_ + 1));
    if (!hyphen && !is_letter(c.value)) {
      return;
    }
    const std::uint32_t end_of_number = pos_;
    pos_ += hyphen ? 1U : 0U;
    scan_letters();
    if (rules_.is_glued_unit(from(end_of_number))) {
      pos_ = end_of_number;
      return;
    }
    while (pos_ < scan_.size() && continue_word(begin)) {
    }
  }

  /// "am 21. Oktober", "der 3. Mann": the stop is the ordinal's when no sentence can end here.
  void take_stop_of_ordinal(std::uint32_t begin) {
    if (scan_.value(pos_) != U'.' || scan_.value(pos_ + 1) == U'.') {
      return;
    }
    const std::string_view number = from(begin);
    if (number.find_first_not_of("0123456789.") != std::string_view::npos) {
      return;
    }
    const NextWord next = scan_.next_word(pos_ + 1);
    const std::size_t last_part = scan_.digits_before(pos_, begin);
    if (last_part > 3) {
      return;
    }
    if (next.kind == NextKind::Upper && number.size() == last_part && counts(begin, next)) {
      return;
    }
    const bool lower = next.kind == NextKind::Lower || next.kind == NextKind::Digit || next.kind == NextKind::Comma;
    const bool noun = next.kind == NextKind::Upper && !rules_.opens_sentence(next.word) && last_part <= 2;
    if (lower || noun || number.size() > last_part) {
      ++pos_;
    }
  }

  /// "mindestens 70. Zugelassen ist", "auf 34. Vermisst werden": the number that begins at `begin` is no ordinal.
  [[nodiscard]] bool counts(std::uint32_t begin, const NextWord& next) const {
    if (tokens_.size() <= first_) {
      return false;
    }
    std::string before(slice(scan_.text(), tokens_.back().text));
    lang::lower_in_place(before);
    const lang::NumberStop use = rules_.number_stop(before);
    if (use != lang::NumberStop::Reaches || tokens_.back().text.end >= begin) {
      return use == lang::NumberStop::Counts;
    }
    return rules_.number_stop(scan_.next_word(next.end).word) == lang::NumberStop::Predicate;
  }

  // ---- other ----

  [[nodiscard]] bool signs_number(std::uint32_t size) const {
    const bool after_number = tokens_.size() > first_ && is_digit(scan_.value(tokens_.back().text.begin));
    return is_digit(scan_.value(pos_ + size)) && !after_number;
  }

  bool take_url(std::uint32_t begin) {
    pos_ = scan_.end_of_url(begin);
    return false;
  }

  void scan_mark(const CodePoint& c) {
    if (const std::uint32_t size = scan_.emoticon_size(pos_); size > 0) {
      pos_ += size;
      return;
    }
    pos_ += c.size_bytes;
    if (is_emoji(c.value)) {
      pos_ = scan_.end_of_emoji(pos_, c.value);
      return;
    }
    const bool repeats = c.value == U'.' || c.value == U'-' || c.value == U'`' || c.value == U'\'' || c.value == U',' ||
                         c.value == U'<' || c.value == U'>' || c.value == U'=' || c.value == U'*' || c.value == U'_';
    while (repeats && scan_.value(pos_) == c.value) {
      ++pos_;
    }
  }

  CharScan scan_;
  const lang::TokenRules& rules_;
  std::vector<Token>& tokens_;
  std::size_t first_;
  std::uint32_t pos_;
};

}  // namespace

void tokenize(std::string_view text, TextRange block, const lang::TokenRules& rules, std::vector<Token>& tokens) {
  Tokenizer(text, block, rules, tokens).run();
}

}  // namespace ql::annotate
