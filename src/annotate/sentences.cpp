// SPDX-License-Identifier: Apache-2.0
// A sentence ends behind a terminal mark, the closing quotation marks and brackets after it included, when what
// follows can open a sentence. Whether a straight quotation mark opens or closes is told by the blanks around
// it, else by counting. Stops of abbreviations and ordinals lie inside their tokens and end a sentence only
// before a word whose capital cannot be a noun's. Linear. Tested by sentences_test.cpp.
#include "annotate/sentences.h"

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
    return undecided && space_after(i, end) && straight_open_;
  }

  /// What stands at `i`, behind a terminal mark, can be the start of a sentence.
  [[nodiscard]] bool opens(std::uint32_t i, std::uint32_t end, bool after_quote) const {
    const std::string_view mark = word(i);
    const char32_t c = decode_utf8(mark, 0).value;
    if (is_upper(c) || is_always_opening(mark) || is_quote(mark)) return true;
    if (is_digit(c) || c == U'@' || c == U'#') return true;
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
};

bool is_running_text(clean::BlockKind kind) {
  return kind == clean::BlockKind::Paragraph || kind == clean::BlockKind::Lead || kind == clean::BlockKind::ListItem;
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

}  // namespace

void split_sentences(std::string_view text, BlockId block, std::uint32_t first_token, const lang::TokenRules& rules,
                     Annotations& notes) {
  Splitter(text, block, rules, notes).run(first_token);
}

void mark_cut_sentences(const clean::Report& report, Annotations& notes) {
  for (std::size_t i = 0; i + 1 < notes.sentences.size(); ++i) {
    Sentence& sentence = notes.sentences[i];
    const Sentence& next = notes.sentences[i + 1];
    if (sentence.block == next.block || !is_running_text(report.blocks[sentence.block.index()].kind) ||
        !is_running_text(report.blocks[next.block.index()].kind)) {
      continue;
    }
    const std::string_view text = slice(report.text, sentence.text);
    const bool dangling = text.ends_with(',');
    sentence.cut_at_end = !ends_complete(text) && (dangling || continues(slice(report.text, next.text)));
  }
}

}  // namespace ql::annotate
