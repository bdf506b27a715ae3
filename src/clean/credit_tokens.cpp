// SPDX-License-Identifier: Apache-2.0
// Text -> credit tokens. A dot belongs to a word when a letter follows at once ("ntv.de") and also after initials
// ("oku./dpa"), where it is passed over as any other sign. Tested by credits_test.cpp.
#include "clean/credit_tokens.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::clean {

std::vector<CreditToken> credit_tokens(std::string_view text, std::size_t most) {
  std::vector<CreditToken> tokens;
  bool in_token = false;
  for (std::size_t position = 0; position < text.size() && tokens.size() <= most;) {
    const CodePoint point = decode_utf8(text, position);
    const bool letter = is_letter(point.value);
    const bool inner = in_token && (point.value == U'-' || point.value == U'.') && position + 1 < text.size() &&
                       (is_letter(decode_utf8(text, position + 1).value) ||
                        (point.value == U'-' && is_digit(decode_utf8(text, position + 1).value)));
    if (letter || is_digit(point.value) || inner) {
      if (!in_token) tokens.push_back({static_cast<std::uint32_t>(position), 0, {}, true, true});
      CreditToken& token = tokens.back();
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

AgencyAt agency_at(const std::vector<CreditToken>& tokens, std::size_t i, const lang::DocumentWords& words) {
  const auto find = [&](std::string_view form) {
    const auto found = words.agencies.find(form);
    return found == words.agencies.end() ? nullptr : &found->second;
  };
  if (i + 1 < tokens.size()) {
    if (const std::string* pair = find(tokens[i].lower + " " + tokens[i + 1].lower)) return {pair, 2};
  }
  const std::string_view word = tokens[i].lower;
  if (const std::string* single = find(word)) return {single, 1};
  const std::size_t hyphen = word.rfind('-');
  if (hyphen != std::string_view::npos && words.credit_fillers.contains(word.substr(hyphen + 1))) {
    if (const std::string* head = find(word.substr(0, hyphen))) return {head, 1};
  }
  return {};
}

bool is_desk_code(const CreditToken& token) {
  constexpr std::size_t kLongestCode = 6;  // bytes: an umlaut has two
  const std::size_t letters = token.lower.find_first_not_of("0123456789-");
  if (letters == std::string::npos) return true;
  if (token.lower.find('.') != std::string::npos) return true;
  const bool has_digit = token.lower.find_first_of("0123456789") != std::string::npos;
  if (has_digit) return token.lower.size() <= 4;
  return token.lower.size() <= kLongestCode && (token.all_lower || token.all_upper);
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace ql::clean
