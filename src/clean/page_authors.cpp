// SPDX-License-Identifier: Apache-2.0
// A stated name that the page also shows is given as the range where it is shown; otherwise only as a name. Tested by
// clean_test.cpp.
#include "clean/page_authors.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "clean/html_attributes.h"

namespace ql::clean {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n,;|/";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

/// "Von Anna Beispiel" -> "Anna Beispiel"
std::string_view without_opening(std::string_view name, const lang::DocumentWords& words) {
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return name;
  std::string first = to_lower_utf8(name.substr(0, blank));
  if (first.ends_with(':')) first.pop_back();
  const bool opens = static_cast<lang::HeadWord>(words.head_words.find(first)) == lang::HeadWord::ByLine;
  return opens ? trimmed(name.substr(blank + 1)) : name;
}

}  // namespace

std::vector<std::string> split_authors(std::string_view field, const lang::DocumentWords& words) {
  std::vector<std::string> names;
  constexpr std::size_t kLongestField = 400;
  field = field.substr(0, kLongestField);
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view name = without_opening(trimmed(field.substr(begin, end - begin)), words);
    const bool is_address = name.find('@') != std::string_view::npos || name.find("://") != std::string_view::npos;
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!name.empty() && !is_address && !known && name.size() <= 80) names.emplace_back(name);
  };
  constexpr std::array<std::string_view, 7> kSeparators{", ", ";", " | ", " / ", " und ", " and ", " & "};
  for (std::size_t at = 0; at < field.size();) {
    const auto* found = std::find_if(kSeparators.begin(), kSeparators.end(), [&](std::string_view separator) {
      return field.substr(at).starts_with(separator);
    });
    if (found == kSeparators.end()) {
      ++at;
      continue;
    }
    add(at);
    at += found->size();
    begin = at;
  }
  add(field.size());
  return names;
}

std::vector<StatedName> shown_authors(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                      std::string_view source) {
  std::vector<std::uint32_t> owner(tree.elements.size(), 0);
  for (std::uint32_t e = 1; e < tree.elements.size(); ++e) {
    const std::uint32_t above = owner[tree.elements[e].parent];
    owner[e] = facts[e].names_author ? e : above;
  }
  std::vector<StatedName> authors;
  std::string name;
  std::uint32_t current = 0;
  const auto finish = [&] {
    const std::string_view text = trimmed(name);
    constexpr std::size_t kLongestName = 60;
    const auto blanks = std::count(text.begin(), text.end(), ' ');
    const bool fits = text.size() >= 3 && text.size() <= kLongestName && blanks <= 5 &&
                      text.find_first_of("0123456789:@") == std::string_view::npos;
    if (fits) authors.push_back({std::string(text), 0, 0});
    name.clear();
  };
  for (const HtmlText& text : tree.texts) {
    const std::uint32_t now = owner[text.element];
    if (now != current) {
      finish();
      if (!authors.empty()) return authors;
      current = now;
    }
    if (now == 0 || name.size() > 200) continue;
    const std::string piece = text.begin == text.end ? " " : resolved(source.substr(text.begin, text.end - text.begin));
    for (const char c : piece) {
      const bool blank = c == ' ' || (c >= 9 && c <= 13);
      if (!blank) name.push_back(c);
      if (blank && !name.empty() && name.back() != ' ') name.push_back(' ');
    }
  }
  finish();
  return authors;
}

void set_page_authors(Report& report, const std::vector<StatedName>& stated, const lang::DocumentWords& words) {
  std::vector<std::string> names;
  for (const StatedName& author : stated) {
    for (std::string& name : split_authors(author.name, words)) {
      const bool is_outlet = report.outlet && name == *report.outlet;
      if (!is_outlet && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  if (names.empty()) {
    for (const TextRange range : report.authors) report.author_names.emplace_back(slice(report.text, range));
    return;
  }
  report.authors.clear();
  for (const std::string& name : names) {
    const std::size_t at = report.text.find(name);
    if (at != std::string::npos) {
      const auto begin = static_cast<std::uint32_t>(at);
      report.authors.push_back({begin, begin + static_cast<std::uint32_t>(name.size())});
    }
  }
  report.author_names = std::move(names);
}

}  // namespace ql::clean
