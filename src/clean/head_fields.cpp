// SPDX-License-Identifier: Apache-2.0
// Tested by clean_test.cpp.
#include "clean/head_fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/calendar.h"
#include "lang/embedded.h"

namespace ql::clean {
namespace {

constexpr std::array<std::string_view, 8> kRoleNames{"title", "published", "modified", "outlet",
                                                     "url",   "authors",   "language", "other"};

using Keys = std::map<std::string, HeadRole, std::less<>>;

Keys load_keys() {
  Keys keys;
  std::string_view rest = lang::embedded_file("lexicons/de/head_keys.tsv");
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::string_view role = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const auto* found = std::find(kRoleNames.begin(), kRoleNames.end(), role);
    if (found == kRoleNames.end()) continue;
    keys.emplace(line.substr(0, tab), static_cast<HeadRole>(found - kRoleNames.begin()));
  }
  return keys;
}

/// Lower case of ASCII and of the German umlauts; quotes of front matter left out.
std::string folded(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '"' || c == '\'') continue;
    const bool umlaut = c == '\xC3' && i + 1 < name.size() && static_cast<unsigned char>(name[i + 1]) < 0x9F &&
                        static_cast<unsigned char>(name[i + 1]) >= 0x80;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (umlaut) out += static_cast<char>(static_cast<unsigned char>(name[++i]) + 0x20U);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<HeadRole> role_of(std::string_view name) {
  static const Keys keys = load_keys();
  const auto found = keys.find(folded(name));
  if (found == keys.end()) return std::nullopt;
  return found->second;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
  return words;
}

}  // namespace

std::optional<HeadField> head_field(std::string_view line) {
  constexpr std::size_t kLongestName = 24;
  const std::size_t colon = line.substr(0, kLongestName).find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const auto role = role_of(line.substr(0, colon));
  if (!role) return std::nullopt;
  const std::size_t value = std::min(line.find_first_not_of(" \t\"'", colon + 1), line.size());
  return HeadField{*role, static_cast<std::uint32_t>(value)};
}

bool is_address_line(std::string_view line) {
  const bool address = line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.");
  return address && line.find(' ') == std::string_view::npos;
}

bool is_breadcrumb(std::string_view line) {
  constexpr std::size_t kLongest = 160, kMostWords = 4;
  if (line.size() > kLongest) return false;
  constexpr std::array<std::string_view, 5> kArrows{" > ", " \xC2\xBB ", " \xE2\x80\xBA ", " \xE2\x86\x92 ", " / "};
  for (const std::string_view arrow : kArrows) {
    std::size_t pieces = 0;
    std::string_view rest = line;
    const std::string first = folded(line.substr(0, line.find(arrow)));
    bool short_pieces = true;
    for (bool more = true; more; ++pieces) {
      const std::size_t at = rest.find(arrow);
      more = at != std::string_view::npos;
      short_pieces = short_pieces && words_in(rest.substr(0, at)) <= kMostWords;
      if (more) rest.remove_prefix(at + arrow.size());
    }
    const bool home = first == "startseite" || first == "home" || first == "start" || first == "homepage";
    const bool ends = !line.ends_with('.') && !line.ends_with('!') && !line.ends_with('?');
    if (short_pieces && ends && (pieces >= 3 || (pieces == 2 && home))) return true;
  }
  return false;
}

std::uint32_t glued_date_end(std::string_view line) {
  constexpr std::size_t kLongestName = 24;
  const std::size_t end = line.substr(0, kLongestName).find_first_of(" :");
  if (end == std::string_view::npos) return 0;
  const auto role = role_of(line.substr(0, end));
  if (!role || (*role != HeadRole::Published && *role != HeadRole::Modified)) return 0;
  const std::size_t date = line.find_first_not_of(" :", end);
  if (date == std::string_view::npos || !parse_iso_day(line.substr(date))) return 0;
  const std::size_t after = line.find(' ', date);
  if (after == std::string_view::npos || words_in(line.substr(after)) < 3) return 0;
  return static_cast<std::uint32_t>(after);
}

}  // namespace ql::clean
