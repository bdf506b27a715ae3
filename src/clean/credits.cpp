// SPDX-License-Identifier: Apache-2.0
// Credits are tokens around known agencies: everything beside them must be a desk code (a few lower-case letters), an
// outlet's abbreviation or a filler word. That keeps quoted agencies ("wie dpa erfuhr, ...") and photo credits out.
// Tested by credits_test.cpp.
#include "clean/credits.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace ql::clean {
namespace {

struct Token {
  std::uint32_t begin;
  std::uint32_t end;
  std::string lower;
  bool all_upper = true;
  bool all_lower = true;
};

/// Words of letters, digits, '-' and inner dots ("ntv.de").
std::vector<Token> credit_tokens(std::string_view text, std::size_t most) {
  std::vector<Token> tokens;
  bool in_token = false;
  for (std::size_t position = 0; position < text.size() && tokens.size() <= most;) {
    const CodePoint point = decode_utf8(text, position);
    const bool letter = is_letter(point.value);
    const bool inner = in_token && (point.value == U'-' || point.value == U'.') && position + 1 < text.size() &&
                       is_letter(decode_utf8(text, position + 1).value);
    if (letter || is_digit(point.value) || inner) {
      if (!in_token) tokens.push_back({static_cast<std::uint32_t>(position), 0, {}, true, true});
      Token& token = tokens.back();
      append_utf8(token.lower, to_lower(point.value));
      token.end = static_cast<std::uint32_t>(position + point.size_bytes);
      if (letter) (is_upper(point.value) ? token.all_lower : token.all_upper) = false;
      in_token = true;
    } else {
      in_token = false;
    }
    position += point.size_bytes;
  }
  return tokens;
}

bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 17> kFillers{
      "mit",       "und",       "von",     "der",  "quelle",          "quellen", "material", "agentur", "red",
      "redaktion", "agenturen", "bericht", "text", "agenturmaterial", "the",     "by",       "bei"};
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

bool is_desk_code(const Token& token) {
  constexpr std::size_t kLongestCode = 5;
  const bool has_digit = token.lower.find_first_of("0123456789") != std::string::npos;
  if (has_digit) return token.lower.size() <= 4;
  return token.lower.size() <= kLongestCode && (token.all_lower || token.all_upper);
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// Bytes of a trailing "(...)" with its bracket, or nothing.
std::optional<std::uint32_t> trailing_bracket(std::string_view block) {
  if (!block.ends_with(')')) return std::nullopt;
  const std::size_t open = block.rfind('(');
  constexpr std::size_t kLongestCredit = 60;
  if (open == std::string_view::npos || block.size() - open > kLongestCredit) return std::nullopt;
  return static_cast<std::uint32_t>(open);
}

/// Where the words after the last sentence end start, if they are few.
std::optional<std::uint32_t> words_after_last_sentence(std::string_view block) {
  constexpr std::size_t kLongestCredit = 48;
  const std::size_t from = block.size() > kLongestCredit ? block.size() - kLongestCredit : 0;
  const std::size_t stop = block.find_last_of(".!?", block.size() - (block.ends_with('.') ? 2 : 1));
  if (stop == std::string_view::npos || stop < from || stop + 2 >= block.size()) return std::nullopt;
  std::size_t begin = stop + 1;
  while (begin < block.size() && block[begin] != ' ') ++begin;
  while (begin < block.size() && (block[begin] == ' ' || block[begin] == '(')) ++begin;
  if (begin >= block.size()) return std::nullopt;
  return static_cast<std::uint32_t>(begin);
}

/// The size of a dash or colon at `position` with the blanks around it; 0 if there is none.
std::uint32_t separator_at(std::string_view text, std::size_t position) {
  std::size_t at = position;
  while (at < text.size() && (text[at] == ' ' || text.substr(at).starts_with("\xC2\xA0")))
    at += text[at] == ' ' ? 1 : 2;
  constexpr std::array<std::string_view, 6> kDashes{"--", "-", "\xE2\x80\x93", "\xE2\x80\x94", ":", "+++"};
  for (const std::string_view dash : kDashes) {
    if (!text.substr(at).starts_with(dash)) continue;
    at += dash.size();
    while (at < text.size() && text[at] == ' ') ++at;
    return static_cast<std::uint32_t>(at - position);
  }
  return 0;
}

bool starts_sentence(std::string_view text, std::size_t position) {
  if (position >= text.size()) return false;
  const char32_t c = decode_utf8(text, position).value;
  return is_upper(c) || is_digit(c) || c == U'"' || c == U'\u201E' || c == U'\u00BB' || c == U'\u00AB' ||
         c == U'\u201C';
}

/// Names of places before a separator: capitalised words with '/', '.', '-' between them.
bool looks_like_places(std::string_view text, std::size_t most_words) {
  const std::vector<Token> tokens = credit_tokens(text, most_words);
  if (tokens.empty() || tokens.size() > most_words) return false;
  return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return is_upper(decode_utf8(text, token.begin).value) || token.lower == "am" || token.lower == "an" ||
           token.lower == "der" || token.lower == "im" || token.lower == "bei" || token.lower == "ob";
  });
}

/// "Musterstadt (dpa) - " or "(dpa) - "
std::optional<CreditPart> bracket_dateline(std::string_view block, const lang::DocumentWords& words) {
  constexpr std::size_t kLongestPlace = 70;
  const std::size_t open = block.substr(0, kLongestPlace).find('(');
  const std::size_t close = open == std::string_view::npos ? open : block.find(')', open);
  if (close == std::string_view::npos || close - open > 40) return std::nullopt;
  const std::string_view before = block.substr(0, open);
  if (before.find_first_of("!?\"") != std::string_view::npos || credit_tokens(before, 8).size() > 7)
    return std::nullopt;
  if (!before.empty() && !starts_sentence(before, 0)) return std::nullopt;
  const auto agencies = parse_credit(block.substr(open + 1, close - open - 1), words);
  if (!agencies) return std::nullopt;
  std::uint32_t end = static_cast<std::uint32_t>(close + 1);
  const std::uint32_t separator = separator_at(block, end);
  if (separator == 0 && (end >= block.size() || !starts_sentence(block, std::min(end + 1UL, block.size())))) {
    return std::nullopt;
  }
  return CreditPart{0, end + separator, *agencies};
}

}  // namespace

std::optional<std::vector<std::string>> parse_credit(std::string_view text, const lang::DocumentWords& words) {
  constexpr std::size_t kMostTokens = 9;
  const std::vector<Token> tokens = credit_tokens(text, kMostTokens);
  if (tokens.empty() || tokens.size() > kMostTokens) return std::nullopt;
  std::vector<std::string> agencies;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto pair =
        i + 1 < tokens.size() ? words.agencies.find(tokens[i].lower + " " + tokens[i + 1].lower) : words.agencies.end();
    const auto single = words.agencies.find(tokens[i].lower);
    if (pair != words.agencies.end()) {
      add_once(agencies, pair->second);
      ++i;
    } else if (single != words.agencies.end()) {
      add_once(agencies, single->second);
    } else if (!is_desk_code(tokens[i]) && !is_filler(tokens[i].lower) &&
               tokens[i].lower.find('.') == std::string::npos) {
      return std::nullopt;
    }
  }
  if (agencies.empty()) return std::nullopt;
  return agencies;
}

std::vector<std::string> by_line_agencies(std::string_view line, const lang::DocumentWords& words) {
  std::vector<std::string> agencies;
  for (const Token& token : credit_tokens(line, 24)) {
    const auto known = words.agencies.find(token.lower);
    const bool written_so =
        token.all_lower || token.all_upper || (known != words.agencies.end() && known->second.size() > 4);
    if (known != words.agencies.end() && written_so) add_once(agencies, known->second);
  }
  return agencies;
}

std::optional<CreditPart> find_end_credit(std::string_view block, const lang::DocumentWords& words) {
  std::optional<std::uint32_t> begin = trailing_bracket(block);
  if (!begin) begin = words_after_last_sentence(block);
  if (!begin || *begin == 0) return std::nullopt;
  auto agencies = parse_credit(block.substr(*begin), words);
  if (!agencies) return std::nullopt;
  return CreditPart{*begin, static_cast<std::uint32_t>(block.size()), std::move(*agencies)};
}

std::optional<CreditPart> find_dateline(std::string_view block, const lang::DocumentWords& words) {
  if (auto bracket = bracket_dateline(block, words)) return bracket;
  constexpr std::size_t kLongestPlace = 50;
  const std::string_view start = block.substr(0, kLongestPlace);
  for (const std::string_view dash : {" \xE2\x80\x93 ", " - ", " \xE2\x80\x94 "}) {
    const std::size_t at = start.find(dash);
    if (at == std::string_view::npos || !starts_sentence(block, at + dash.size())) continue;
    if (looks_like_places(start.substr(0, at), 3)) {
      return CreditPart{0, static_cast<std::uint32_t>(at + dash.size()), {}};
    }
  }
  const std::size_t stop = start.find(". ", 4);
  if (stop == std::string_view::npos || !starts_sentence(block, stop + 2)) return std::nullopt;
  const std::vector<Token> tokens = credit_tokens(start.substr(0, stop), 5);
  const bool capitals = tokens.size() <= 4 && std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
                          return token.all_upper && token.lower.size() > 1;
                        });
  if (!capitals || tokens.empty()) return std::nullopt;
  return CreditPart{0, static_cast<std::uint32_t>(stop + 2), {}};
}

}  // namespace ql::clean
