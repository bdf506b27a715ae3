// SPDX-License-Identifier: Apache-2.0
// Credits are tokens around known agencies: everything beside them must be a desk code (a few lower-case letters), an
// outlet's abbreviation or a filler word. That keeps quoted agencies ("wie dpa erfuhr, ...") and photo credits out.
// Tested by credits_test.cpp.
#include "clean/credits.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "clean/credit_tokens.h"

namespace ql::clean {
namespace {

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

/// "RND/dpa" as the last word, whatever stands before it.
std::optional<std::uint32_t> slashed_last_word(std::string_view block) {
  const std::size_t blank = block.find_last_of(' ');
  if (blank == std::string_view::npos || block.find('/', blank) == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(blank + 1);
}

/// A short word with one capital beside a comma or slash: "Tsp" in "(dpa, Tsp)".
bool is_listed_code(std::string_view text, const std::vector<CreditToken>& tokens, std::size_t i) {
  constexpr std::size_t kLongestCode = 4;
  if (tokens[i].lower.size() > kLongestCode) return false;
  const std::uint32_t from = i == 0 ? tokens[i].end : tokens[i - 1].end;
  const std::uint32_t to = i == 0 && tokens.size() > 1 ? tokens[1].begin : tokens[i].begin;
  return from < to && text.substr(from, to - from).find_first_of(",/") != std::string_view::npos;
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
  const std::vector<CreditToken> tokens = credit_tokens(text, most_words);
  if (tokens.empty() || tokens.size() > most_words) return false;
  return std::all_of(tokens.begin(), tokens.end(), [&](const CreditToken& token) {
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

/// "BERLIN dpa | ", "BEIRUT afp/rtr | ": a place in capitals, agencies, a bar.
std::optional<CreditPart> bar_dateline(std::string_view block, const lang::DocumentWords& words) {
  constexpr std::size_t kLongest = 60;
  const std::size_t bar = block.substr(0, kLongest).find(" | ");
  if (bar == std::string_view::npos || !starts_sentence(block, bar + 3)) return std::nullopt;
  const std::vector<CreditToken> tokens = credit_tokens(block.substr(0, bar), 8);
  std::size_t places = 0;
  while (places < tokens.size() && tokens[places].all_upper && agency_at(tokens, places, words).name == nullptr) {
    ++places;
  }
  if (places == 0 || places == tokens.size()) return std::nullopt;
  const auto agencies = parse_credit(block.substr(tokens[places].begin, bar - tokens[places].begin), words);
  if (!agencies) return std::nullopt;
  return CreditPart{0, static_cast<std::uint32_t>(bar + 3), *agencies};
}

}  // namespace

std::optional<std::vector<std::string>> parse_credit(std::string_view text, const lang::DocumentWords& words) {
  constexpr std::size_t kMostTokens = 9;
  const std::vector<CreditToken> tokens = credit_tokens(text, kMostTokens);
  if (tokens.empty() || tokens.size() > kMostTokens) return std::nullopt;
  std::vector<std::string> agencies;
  for (std::size_t i = 0; i < tokens.size();) {
    const AgencyAt agency = agency_at(tokens, i, words);
    if (agency.name != nullptr) {
      add_once(agencies, *agency.name);
    } else if (!is_desk_code(tokens[i]) && !words.credit_fillers.contains(tokens[i].lower) &&
               !is_listed_code(text, tokens, i)) {
      return std::nullopt;
    }
    i += std::max<std::size_t>(1, agency.tokens);
  }
  if (agencies.empty()) return std::nullopt;
  return agencies;
}

std::vector<std::string> by_line_agencies(std::string_view line, const lang::DocumentWords& words) {
  std::vector<std::string> agencies;
  for (const CreditToken& token : credit_tokens(line, 24)) {
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
  auto agencies = begin && *begin > 0 ? parse_credit(block.substr(*begin), words) : std::nullopt;
  if (!agencies) {
    begin = slashed_last_word(block);
    agencies = begin ? parse_credit(block.substr(*begin), words) : std::nullopt;
  }
  if (!agencies) return std::nullopt;
  return CreditPart{*begin, static_cast<std::uint32_t>(block.size()), std::move(*agencies)};
}

std::optional<CreditPart> find_dateline(std::string_view block, const lang::DocumentWords& words) {
  if (auto bracket = bracket_dateline(block, words)) return bracket;
  if (auto bar = bar_dateline(block, words)) return bar;
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
  const std::vector<CreditToken> tokens = credit_tokens(start.substr(0, stop), 5);
  const bool capitals = tokens.size() <= 4 && std::all_of(tokens.begin(), tokens.end(), [](const CreditToken& token) {
                          return token.all_upper && token.lower.size() > 1;
                        });
  if (!capitals || tokens.empty()) return std::nullopt;
  return CreditPart{0, static_cast<std::uint32_t>(stop + 2), {}};
}

}  // namespace ql::clean
