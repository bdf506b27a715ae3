// SPDX-License-Identifier: Apache-2.0
// A sentence ends behind a terminal mark, the closing quotation marks and brackets after it included, when what
// follows can open a sentence. Whether a straight quotation mark opens or closes is told by the blanks around
// it, else by counting. Stops of abbreviations and ordinals lie inside their tokens and end a sentence only
// before a word whose capital cannot be a noun's. A paragraph break inside a sentence is told by what no sentence ends
// or begins with: a comma, an article, a small letter, half of a name behind a comma. Linear. Tested by
// sentences_test.cpp.
#include "annotate/sentences.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::StopUse;

bool is_terminal(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "\u2026" || word.starts_with("..") ||
         (word.find_first_not_of("!?") == std::string_view::npos && !word.empty());
}

bool is_bracket_close(std::string_view word) { return word == ")" || word == "]"; }

/// Marks that open in every system. « and » do both, hence are judged by the blanks.
bool is_always_opening(std::string_view word) {
  return word == "\u201E" || word == "\u201A" || word == "``" || word == ",," || word == "(" || word == "[";
}

bool is_quote(std::string_view word) {
  return word == "\"" || word == "\u201C" || word == "\u201D" || word == "\u00AB" || word == "\u00BB" ||
         word == "\u2018" || word == "\u2019" || word == "\u2039" || word == "\u203A" || word == "'" || word == "''" ||
         word == "<<" || word == ">>";
}

class Splitter {
 public:
  Splitter(std::string_view text, BlockId block, const lang::TokenRules& rules, Annotations& notes)
      : text_(text), block_(block), rules_(rules), notes_(notes) {}

  void run(std::uint32_t first) {
    const auto end = static_cast<std::uint32_t>(notes_.tokens.size());
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i < end; ++i) {
      begin_ = begin;
      count_quote(i);
      std::uint32_t last = i + 1;
      if (is_terminal(word(i))) {
        while (last < end && closes(last, end)) {
          count_quote(last);
          ++last;
        }
        if (last < end && !opens(last, end, last > i + 1)) {
          i = last - 1;
          continue;
        }
      } else if (!(stop_inside_ends(i, end))) {
        continue;
      }
      add(begin, last);
      begin = last;
      i = last - 1;
    }
    if (begin < end) add(begin, end);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(text_, notes_.tokens[i].text); }
  [[nodiscard]] bool space_after(std::uint32_t i, std::uint32_t end) const {
    return i + 1 >= end || notes_.tokens[i + 1].space_before;
  }

  void count_quote(std::uint32_t i) {
    if (word(i) == "\"") straight_open_ = !straight_open_;
  }

  /// The token is a mark that closes what stands before it.
  [[nodiscard]] bool closes(std::uint32_t i, std::uint32_t end) const {
    const std::string_view mark = word(i);
    if (is_bracket_close(mark) || mark == "''" || is_terminal(mark)) return true;
    if (!is_quote(mark)) return false;
    const bool space_before = notes_.tokens[i].space_before;
    if (!space_before) return true;
    const bool undecided = mark == "\"" || mark == "'";
    return undecided && space_after(i, end) && (mark == "\"" ? closes_by_count(i, end) : straight_open_);
  }

  /// A straight mark with blanks on both sides closes what its sentence opened; it opens what the next one closes.
  [[nodiscard]] bool closes_by_count(std::uint32_t i, std::uint32_t end) const {
    const auto is_straight = [&](const Token& token) { return slice(text_, token.text) == "\""; };
    const auto at = [&](std::uint32_t token) { return notes_.tokens.begin() + token; };
    if (std::count_if(at(begin_), at(i), is_straight) % 2 != 0) return true;
    std::uint32_t stop = i + 1;
    while (stop < end && !is_terminal(word(stop))) ++stop;
    return std::count_if(at(i + 1), at(stop), is_straight) % 2 == 0 && straight_open_;
  }

  /// What stands at `i`, behind a terminal mark, can be the start of a sentence.
  [[nodiscard]] bool opens(std::uint32_t i, std::uint32_t end, bool after_quote) const {
    const std::string_view mark = word(i);
    const char32_t c = decode_utf8(mark, 0).value;
    if (is_upper(c) || is_always_opening(mark) || is_quote(mark)) return true;
    if (is_digit(c)) return notes_.tokens[i].space_before;  // "der ID.3"
    if (c == U'@' || c == U'#') return true;
    if (is_letter(c)) return !after_quote && !notes_.tokens[i].space_before;
    if (mark == "-" || mark == "\u2013" || mark == "--" || mark == "\u2022" || mark == "*") {
      return i + 1 < end && notes_.tokens[i + 1].capitalised && !after_quote;
    }
    return c >= 0x2600;
  }

  /// An abbreviation or ordinal whose own stop ends the sentence too: "usw. Der ...".
  [[nodiscard]] bool stop_inside_ends(std::uint32_t i, std::uint32_t end) const {
    const std::string_view form = word(i);
    if (form.size() < 3 || form.back() != '.' || i + 1 >= end || !notes_.tokens[i + 1].capitalised) return false;
    if (is_digit(decode_utf8(form, 0).value) && form.size() < 6) return false;
    if (!rules_.opens_sentence(word(i + 1))) return false;
    const StopUse use = rules_.stop_use(form.substr(0, form.size() - 1));
    return use == StopUse::May || use == StopUse::None;
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    Sentence sentence;
    sentence.tokens = {begin, end};
    sentence.text = notes_.tokens[begin].text.hull(notes_.tokens[end - 1].text);
    sentence.block = block_;
    notes_.sentences.push_back(sentence);
  }

  std::string_view text_;
  BlockId block_;
  const lang::TokenRules& rules_;
  Annotations& notes_;
  bool straight_open_ = false;
  std::uint32_t begin_ = 0;  ///< Of the sentence that is being read.
};

bool is_running_text(clean::BlockKind kind) {
  return kind == clean::BlockKind::Paragraph || kind == clean::BlockKind::Lead || kind == clean::BlockKind::ListItem;
}

/// A short line without a full stop is taken for a heading, whether or not it is marked as one.
bool may_break_off(const clean::Block& block) {
  const bool guessed_heading = block.kind == clean::BlockKind::Subheading && block.heading_level == 0;
  return is_running_text(block.kind) || guessed_heading;
}

bool ends_complete(std::string_view sentence) {
  static constexpr std::string_view kClosers = "\"')]";
  while (!sentence.empty()) {
    const std::size_t at = previous_utf8(sentence, sentence.size());
    const std::string_view mark = sentence.substr(at);
    if (is_terminal(mark) || mark == ":") return true;
    if (!is_quote(mark) && kClosers.find(mark) == std::string_view::npos) return false;
    sentence = sentence.substr(0, at);
  }
  return false;
}

/// The next sentence goes on with a small letter or a mark that opens nothing.
bool continues(std::string_view sentence) {
  const char32_t first = decode_utf8(sentence, 0).value;
  return (is_letter(first) && !is_upper(first)) || first == U',' || first == U';' || first == U')';
}

/// Finds sentences that a stray paragraph break cuts in two.
class CutFinder {
 public:
  CutFinder(const clean::Report& report, const lang::NounPhraseWords& words, const Annotations& notes)
      : report_(report), words_(words), notes_(notes) {}

  /// `one` ends with its block `block`; `next` opens the next one.
  [[nodiscard]] bool goes_on(const Sentence& one, const Sentence& next, BlockId block) const {
    if (!may_break_off(report_.blocks[block.index()]) || !is_running_text(report_.blocks[next.block.index()].kind)) {
      return false;
    }
    const std::string_view text = slice(report_.text, one.text);
    if (ends_complete(text)) return false;
    return text.ends_with(',') || continues(slice(report_.text, next.text)) || ends_in_determiner(one) ||
           (opens_apposition(one) && closes_apposition(next));
  }

 private:
  static constexpr std::uint32_t kLongestName = 5;  // words of an apposition that a break may cut

  [[nodiscard]] std::string_view word(std::uint32_t token) const {
    return slice(report_.text, notes_.tokens[token].text);
  }
  [[nodiscard]] bool is_determiner(std::uint32_t token) const { return lang::is_determiner(words_.find(word(token))); }

  /// "... sagte der" / "Minister": no sentence ends with an article.
  [[nodiscard]] bool ends_in_determiner(const Sentence& one) const {
    const std::uint32_t last = one.tokens.end - 1;
    const lang::PhraseWord kind = words_.find(word(last));
    return one.tokens.size() > 2 && (kind == lang::PhraseWord::Definite || kind == lang::PhraseWord::Contraction) &&
           !notes_.tokens[last].capitalised;
  }

  /// "... der Geheimdienst, der National": behind the last comma stand an article and words of a name.
  [[nodiscard]] bool opens_apposition(const Sentence& one) const {
    std::uint32_t begin = one.tokens.end;
    while (begin > one.tokens.begin && one.tokens.end - begin <= kLongestName && word(begin - 1) != ",") --begin;
    if (begin == one.tokens.begin || word(begin - 1) != "," || begin + 1 >= one.tokens.end) return false;
    return is_determiner(begin) && all_capitalised(begin + 1, one.tokens.end);
  }

  /// "Intelligence Service, am Freitag ...": words of a name, a comma, and on with a small letter.
  [[nodiscard]] bool closes_apposition(const Sentence& next) const {
    std::uint32_t comma = next.tokens.begin;
    while (comma < next.tokens.end && comma - next.tokens.begin <= kLongestName && word(comma) != ",") ++comma;
    return comma > next.tokens.begin && comma + 1 < next.tokens.end && word(comma) == "," &&
           all_capitalised(next.tokens.begin, comma) && !notes_.tokens[comma + 1].capitalised &&
           !is_determiner(comma + 1);  // "Frieda Meer, die Lotsin" is another name of a list
  }

  [[nodiscard]] bool all_capitalised(std::uint32_t begin, std::uint32_t end) const {
    return std::all_of(notes_.tokens.begin() + begin, notes_.tokens.begin() + end,
                       [](const Token& token) { return token.capitalised; });
  }

  const clean::Report& report_;
  const lang::NounPhraseWords& words_;
  const Annotations& notes_;
};

}  // namespace

void split_sentences(std::string_view text, BlockId block, std::uint32_t first_token, const lang::TokenRules& rules,
                     Annotations& notes) {
  Splitter(text, block, rules, notes).run(first_token);
}

void join_cut_sentences(const clean::Report& report, const lang::NounPhraseWords& words, Annotations& notes) {
  const CutFinder cut(report, words, notes);
  std::vector<Sentence>& sentences = notes.sentences;
  std::size_t kept = 0;
  BlockId last_block = sentences.empty() ? BlockId() : sentences[0].block;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    const Sentence next = sentences[i];
    if (next.block != last_block && cut.goes_on(sentences[kept], next, last_block)) {
      sentences[kept].tokens.end = next.tokens.end;
      sentences[kept].text.end = next.text.end;
      sentences[kept].block = next.block;
    } else {
      sentences[++kept] = next;
    }
    last_block = next.block;
  }
  if (!sentences.empty()) sentences.resize(kept + 1);
}

}  // namespace ql::annotate
