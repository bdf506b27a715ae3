// SPDX-License-Identifier: Apache-2.0
// line -> words with class and the signs before them -> opener -> names -> what may follow. Tested by
// by_lines_test.cpp.
#include "clean/by_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "clean/dates.h"

namespace ql::clean {
namespace {

using lang::ByLineWord;

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  ByLineWord kind = ByLineWord::None;
  bool upper_start = false;
  bool is_number = false;  ///< Digits, or the name of a month.
  bool apart = false;      ///< A sign other than a blank, a full stop or an apostrophe stands before it.
};

bool joins_word(std::string_view line, std::size_t at, char32_t sign) {
  const bool sign_joins = sign == U'-' || sign == U'.' || sign == U'\'' || sign == U'\u2019' || sign == U'_';
  return sign_joins && at < line.size() && is_letter(decode_utf8(line, at).value);
}

/// The class of a word; of a compound with a hyphen, that of its last part ("FOCUS-Experte").
ByLineWord kind_of(const std::string& lower, const lang::DocumentWords& words) {
  const auto kind = static_cast<ByLineWord>(words.by_lines.find(lower));
  const std::size_t hyphen = lower.rfind('-');
  if (kind != ByLineWord::None || hyphen == std::string::npos) return kind;
  const auto last = static_cast<ByLineWord>(words.by_lines.find(lower.substr(hyphen + 1)));
  return last == ByLineWord::Role || last == ByLineWord::NotName ? last : ByLineWord::None;
}

std::vector<Token> tokens_of(std::string_view line, const lang::DocumentWords& words) {
  std::vector<Token> tokens;
  bool apart = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint first = decode_utf8(line, at);
    if (!is_letter(first.value) && !is_digit(first.value)) {
      apart = apart || !(is_space(first.value) || first.value == U'.' || first.value == U'\'');
      at += first.size_bytes;
      continue;
    }
    Token token;
    token.begin = at;
    token.upper_start = is_upper(first.value);
    token.is_number = is_digit(first.value);
    token.apart = apart;
    apart = false;
    for (at += first.size_bytes; at < line.size();) {
      const CodePoint point = decode_utf8(line, at);
      const bool inside =
          is_letter(point.value) || is_digit(point.value) || joins_word(line, at + point.size_bytes, point.value);
      if (!inside) break;
      at += point.size_bytes;
    }
    token.end = at;
    const std::string lower = to_lower_utf8(line.substr(token.begin, token.end - token.begin));
    token.kind = kind_of(lower, words);
    token.is_number = token.is_number || words.months.find(lower) != 0;
    if (words.agencies.find(lower) != words.agencies.end()) token.kind = ByLineWord::NotName;
    tokens.push_back(token);
  }
  return tokens;
}

/// The index behind the opener of a by-line; 0 if there is none.
std::size_t behind_opener(const std::vector<Token>& tokens) {
  bool only_before = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool fits = only_before || token.apart;
    if (token.kind == ByLineWord::Opener && fits && i + 1 < tokens.size()) {
      const bool again = tokens[i + 1].kind == ByLineWord::Opener && !tokens[i + 1].upper_start;
      return again ? i + 2 : i + 1;  // "Text von"
    }
    only_before = only_before && (token.kind == ByLineWord::Before || token.kind == ByLineWord::After ||
                                  token.kind == ByLineWord::Role || token.is_number);
  }
  return 0;
}

bool may_be_name(const Token& token) { return token.upper_start && !token.is_number && token.kind == ByLineWord::None; }

/// Reads names from token `at` on.
class NameReader {
 public:
  NameReader(std::string_view line, const std::vector<Token>& tokens, std::size_t at)
      : line_(line), tokens_(tokens), at_(at) {}

  std::vector<std::string> run() {
    for (;;) {
      while (at_ < tokens_.size() && tokens_[at_].kind == ByLineWord::Role) ++at_;
      if (!read_name()) break;
      const bool joined = at_ < tokens_.size() && tokens_[at_].kind == ByLineWord::Joiner;
      const std::size_t next = joined ? at_ + 1 : at_;
      const bool listed = !joined && at_ < tokens_.size() && comma_before(at_) && next + 1 < tokens_.size() &&
                          may_be_name(tokens_[next]) && may_be_name(tokens_[next + 1]) && !tokens_[next + 1].apart;
      if (!joined && !listed) break;
      at_ = next;
    }
    return ends_well() ? names_ : std::vector<std::string>();
  }

 private:
  [[nodiscard]] bool comma_before(std::size_t i) const {
    const std::string_view gap = line_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
    return gap == ", " || gap == " / " || gap == "/" || gap == " & ";
  }

  bool read_name() {
    constexpr std::size_t kMostWords = 5;
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < tokens_.size() && end - begin < kMostWords && (end == begin || !tokens_[end].apart)) {
      if (!may_be_name(tokens_[end]) && !leads_to_name(begin, end)) break;
      ++end;
    }
    const bool user_name = end == begin && begin < tokens_.size() && names_.empty() &&
                           tokens_[begin].kind == ByLineWord::None && !tokens_[begin].is_number &&
                           tokens_[begin].end - tokens_[begin].begin >= 3;
    if (user_name) ++end;
    if (end == begin) return false;
    names_.emplace_back(line_.substr(tokens_[begin].begin, tokens_[end - 1].end - tokens_[begin].begin));
    at_ = end;
    return true;
  }

  /// True for a particle in a name that began at `begin`, if a further part of the name follows ("von der Heide").
  [[nodiscard]] bool leads_to_name(std::size_t begin, std::size_t i) const {
    for (; i < tokens_.size() && (i == begin || !tokens_[i].apart); ++i) {
      const bool opener_inside = i > begin && tokens_[i].kind == ByLineWord::Opener && !tokens_[i].upper_start;
      if (may_be_name(tokens_[i])) return true;
      if (tokens_[i].kind != ByLineWord::Particle && !opener_inside) return false;
    }
    return false;
  }

  [[nodiscard]] bool ends_well() const {
    if (names_.empty()) return false;
    if (at_ >= tokens_.size()) return true;
    const ByLineWord kind = tokens_[at_].kind;
    return tokens_[at_].apart || tokens_[at_].is_number || kind == ByLineWord::After || kind == ByLineWord::Before ||
           kind == ByLineWord::NotName;
  }

  std::string_view line_;
  const std::vector<Token>& tokens_;
  std::size_t at_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> by_line_names(std::string_view line, const lang::DocumentWords& words) {
  constexpr std::size_t kLongest = 200;
  if (line.size() > kLongest) return {};
  const std::vector<Token> tokens = tokens_of(line, words);
  const std::size_t at = behind_opener(tokens);
  return at == 0 ? std::vector<std::string>() : NameReader(line, tokens, at).run();
}

std::string bare_name(std::string_view name, const lang::DocumentWords& words) {
  constexpr std::size_t kLongest = 120;
  if (name.size() > kLongest || name.find('@') != std::string_view::npos ||
      name.find("://") != std::string_view::npos) {
    return {};
  }
  const std::vector<Token> tokens = tokens_of(name, words);
  std::size_t begin = behind_opener(tokens);
  while (begin < tokens.size() &&
         (tokens[begin].kind == ByLineWord::Role || tokens[begin].kind == ByLineWord::Before)) {
    ++begin;
  }
  std::size_t end = begin;
  while (end < tokens.size() && tokens[end].kind != ByLineWord::NotName && (end == begin || !tokens[end].apart) &&
         !tokens[end].is_number) {
    const bool small = tokens[end].kind == ByLineWord::Particle || tokens[end].kind == ByLineWord::Opener;
    if (end > begin && !tokens[end].upper_start && !small) break;
    ++end;
  }
  const bool lower_start = begin < tokens.size() && !tokens[begin].upper_start;
  if (lower_start && end < tokens.size() && !tokens[end].apart && end > begin) return {};  // a sentence, no user name
  while (end > begin && (tokens[end - 1].kind == ByLineWord::After || tokens[end - 1].kind == ByLineWord::Role ||
                         tokens[end - 1].kind == ByLineWord::Opener)) {
    --end;
  }
  if (end == begin) return {};
  return std::string(name.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin));
}

bool is_full_name(std::string_view name, const lang::DocumentWords& words) {
  const std::vector<Token> tokens = tokens_of(name, words);
  return tokens.size() >= 2 && std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
           return may_be_name(token) || token.kind == ByLineWord::Particle || token.kind == ByLineWord::Opener;
         });
}

namespace {

/// True for a line that only opens a by-line ("Autor:", "Text von"); the name stands on the next.
bool is_opener_alone(std::string_view line, const lang::DocumentWords& words) {
  constexpr std::size_t kLongest = 24;
  if (line.size() > kLongest) return false;
  const std::vector<Token> tokens = tokens_of(line, words);
  const auto opens = [](const Token& token) {
    return token.kind == ByLineWord::Opener || token.kind == ByLineWord::Before;
  };
  return !tokens.empty() && tokens.back().kind == ByLineWord::Opener &&
         std::all_of(tokens.begin(), tokens.end(), opens);
}

}  // namespace

std::vector<std::string> find_by_line(const Draft& draft, std::optional<std::size_t> title,
                                      const lang::DocumentWords& words) {
  constexpr std::size_t kBelow = 16;
  constexpr std::size_t kAbove = 8;
  const auto read = [&](std::size_t i) {
    const DraftBlock& block = draft.blocks[i];
    if (i + 1 < draft.blocks.size() && is_opener_alone(draft.view(block), words)) {
      const std::string joined = std::string(draft.view(block)).append(" ").append(draft.view(draft.blocks[i + 1]));
      std::vector<std::string> names = by_line_names(joined, words);
      const bool full =
          std::all_of(names.begin(), names.end(), [&](const std::string& name) { return is_full_name(name, words); });
      return full ? names : std::vector<std::string>();
    }
    return block.heading_level > 0 ? std::vector<std::string>() : by_line_names(draft.view(block), words);
  };
  const std::size_t begin = title ? *title + 1 : 0;
  const std::size_t size = draft.blocks.size();
  for (std::size_t i = begin; i < std::min(begin + kBelow, size); ++i) {
    if (auto names = read(i); !names.empty()) return names;
  }
  for (std::size_t i = begin > 0 ? begin - 1 : 0; i-- > 0 && i + kAbove > begin;) {
    if (auto names = read(i); !names.empty()) return names;
  }
  std::size_t last = size;
  while (last > 0 && !draft.blocks[last - 1].is_report) --last;
  for (std::size_t i = last > 2 ? last - 2 : 0; i < std::min(last + 4, size); ++i) {
    if (auto names = read(i); !names.empty()) return names;
  }
  return {};
}

}  // namespace ql::clean
