// SPDX-License-Identifier: Apache-2.0
// A stated name that the page also shows is given as the range where it is shown; otherwise only as a name. Tested by
// clean_test.cpp.
#include "clean/page_authors.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "clean/by_lines.h"
#include "clean/html_attributes.h"
#include "clean/page_title.h"

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

namespace {

/// The innermost element around each that says that it holds an author; 0 = none, or it is part of comments, captions
/// or credits, or (unless `anywhere`) of navigation and teasers.
std::vector<std::uint32_t> author_elements(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                           bool anywhere) {
  using lang::Hint;
  std::vector<std::uint32_t> owner(tree.elements.size(), 0);
  std::vector<bool> barred(tree.elements.size(), false);
  for (std::uint32_t e = 1; e < tree.elements.size(); ++e) {
    const std::uint32_t parent = tree.elements[e].parent;
    const Hint hint = facts[e].hint;
    const bool never = hint == Hint::Comments || hint == Hint::Caption || hint == Hint::Credit;
    const bool aside = !anywhere && (hint == Hint::Teaser || hint == Hint::Navigation);
    barred[e] = barred[parent] || never || aside;
    owner[e] = barred[e] ? 0 : facts[e].names_author ? e : owner[parent];
  }
  return owner;
}

/// The text of one author's element as names.
std::vector<std::string> names_of_element(const std::string& text, const lang::DocumentWords& words) {
  std::vector<std::string> names = by_line_names(text, words);
  if (!names.empty()) return names;
  for (const std::string& part : split_authors(text, words)) {
    std::string name = bare_name(part, words);
    const auto blanks = std::count(name.begin(), name.end(), ' ');
    if (name.size() >= 3 && name.size() <= 60 && blanks <= 5) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

std::vector<std::string> shown_authors(const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                       std::string_view source, const lang::DocumentWords& words, bool anywhere) {
  constexpr std::uint32_t kNextAuthor = 250;  // bytes to the next author of the same by-line
  const std::vector<std::uint32_t> owner = author_elements(tree, facts, anywhere);
  std::vector<std::string> authors;
  std::string line;
  std::uint32_t current = 0;
  std::uint32_t line_end = 0;
  std::uint32_t authors_end = 0;
  const auto finish = [&] {
    const bool more = !authors.empty();
    for (std::string& name : names_of_element(line, words)) {
      if (more && !is_full_name(name, words)) continue;
      if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(std::move(name));
      authors_end = line_end;
    }
    line.clear();
  };
  for (const HtmlText& text : tree.texts) {
    const std::uint32_t now = owner[text.element];
    if (now != current) {
      finish();
      current = now;
    }
    if (!authors.empty() && text.begin > authors_end + kNextAuthor) return authors;
    if (now == 0 || line.size() > 200) continue;
    line_end = std::max(line_end, text.end);
    const std::string piece =
        text.begin == text.end ? " | " : resolved(source.substr(text.begin, text.end - text.begin));
    for (const char c : piece) {
      const bool blank = c == ' ' || (c >= 9 && c <= 13);
      if (!blank) line.push_back(c);
      if (blank && !line.empty() && line.back() != ' ') line.push_back(' ');
    }
  }
  finish();
  return authors;
}

std::vector<StatedName> page_authors(const std::vector<StatedName>& stated, const PageMetadata& page,
                                     const HtmlTree& tree, const std::vector<ElementFacts>& facts,
                                     std::string_view source, const Draft& draft, std::optional<std::size_t> title,
                                     const lang::DocumentWords& words) {
  const std::string outlet = page.outlet ? folded_letters(*page.outlet) : std::string();
  const auto is_person = [&](const std::string& name) {
    const std::string letters = folded_letters(name);
    const bool site = !outlet.empty() && (letters == outlet || (letters.size() > 5 && outlet.find(letters) == 0));
    const std::string address = page.url ? folded_letters(*page.url) : std::string();
    const bool host = letters.size() >= 5 && name.find(' ') == std::string::npos &&
                      name.find('.') != std::string::npos && address.find(letters) != std::string::npos;
    return !letters.empty() && !site && !host;
  };
  std::vector<StatedName> found;
  for (const StatedName& author : stated) {
    for (const std::string& part : split_authors(author.name, words)) {
      std::string name = bare_name(part, words);
      if (is_person(name)) found.push_back({std::move(name), author.begin, author.end, author.found_in});
    }
  }
  const auto take = [&](std::vector<std::string>&& names, FoundIn place) {
    for (std::string& name : names) {
      if (is_person(name)) found.push_back({std::move(name), 0, 0, place});
    }
  };
  if (found.empty()) take(find_by_line(draft, title, words), FoundIn::ByLine);
  if (found.empty()) take(shown_authors(tree, facts, source, words, false), FoundIn::Element);
  if (found.empty()) take(shown_authors(tree, facts, source, words, true), FoundIn::Element);
  if (found.empty() && !stated.empty()) {  // a person's own site bears the person's name
    std::string name = bare_name(stated.front().name, words);
    if (name.find('.') == std::string::npos && !name.empty()) {
      found.push_back({std::move(name), 0, 0, stated.front().found_in});
    }
  }
  return found;
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
    for (const TextRange range : report.authors) {
      const std::string_view name = slice(report.text, range);
      if (bare_name(name, words) == name) report.author_names.emplace_back(name);
    }
    if (!report.author_names.empty()) report.found_in.authors = FoundIn::ByLine;
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
  report.found_in.authors = stated.front().found_in;
}

}  // namespace ql::clean
