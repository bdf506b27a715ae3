// SPDX-License-Identifier: Apache-2.0
// Names of classes are cut into words and looked up, pairs of words before single ones (lexicons/html/hints.tsv).
// Tested by html_page_test.cpp.
#include "clean/page_elements.h"

#include <array>
#include <string>

#include "clean/html_attributes.h"

namespace ql::clean {
namespace {

using lang::Hint;

/// Calls `visit` with each word of a class list, lower-cased, and with true where a new class name begins.
template <class Visit>
void for_each_class_word(std::string_view names, Visit visit) {
  std::string word;
  bool fresh = true;
  bool before_lower = false;
  const auto flush = [&] {
    if (!word.empty()) visit(word, fresh);
    if (!word.empty()) fresh = false;
    word.clear();
  };
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && before_lower)) flush();
    if (c == ' ' || c == '\t' || c == '\n') fresh = true;
    if (letter) word.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
    before_lower = letter && !upper;
  }
  flush();
}

Hint hint_of_names(std::string_view names, const lang::DocumentWords& words) {
  constexpr std::size_t kMostBytes = 300;
  Hint single = Hint::None;
  Hint pair = Hint::None;
  std::string before;
  for_each_class_word(names.substr(0, kMostBytes), [&](const std::string& word, bool fresh) {
    if (!fresh && pair == Hint::None) pair = static_cast<Hint>(words.hints.find(before + " " + word));
    if (single == Hint::None) single = static_cast<Hint>(words.hints.find(word));
    before = word;
  });
  return pair != Hint::None ? pair : single;
}

Hint hint_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
    case Tag::Footer:
      return Hint::Navigation;
    case Tag::Aside:
      return Hint::Teaser;
    case Tag::Article:
      return Hint::Article;
    case Tag::Figcaption:
      return Hint::Caption;
    case Tag::Button:
    case Tag::Form:
    case Tag::Label:
    case Tag::Dialog:
      return Hint::Prompt;
    default:
      return Hint::None;
  }
}

/// Reads class, id, role, itemprop, hidden and style of one element.
void read_attributes(const HtmlElement& element, std::string_view source, const lang::DocumentWords& words,
                     ElementFacts& facts) {
  AttributeReader reader(source, element.attributes_begin, element.attributes_end);
  constexpr int kMostAttributes = 40;
  for (int i = 0; i < kMostAttributes; ++i) {
    const auto attribute = reader.next();
    if (!attribute) return;
    const std::string_view value = source.substr(attribute->value_begin, attribute->value_end - attribute->value_begin);
    const std::string_view name = attribute->name;
    const bool names = equals_ignoring_case(name, "class") || equals_ignoring_case(name, "id") ||
                       equals_ignoring_case(name, "role") || equals_ignoring_case(name, "itemprop");
    if (names && facts.hint == Hint::None) facts.hint = hint_of_names(value, words);
    if (equals_ignoring_case(name, "hidden")) facts.invisible = true;
    if (equals_ignoring_case(name, "style")) {
      const bool none =
          value.find("display:none") != std::string_view::npos || value.find("display: none") != std::string_view::npos;
      facts.invisible = facts.invisible || none;
    }
  }
}

void inherit(const ElementFacts& parent, const HtmlElement& element, std::uint32_t index, ElementFacts& facts) {
  facts.block = breaks_text(element.tag) || index == 0 ? index : parent.block;
  facts.in_link = parent.in_link || element.tag == Tag::A;
  facts.emphasised = (parent.emphasised && !breaks_text(element.tag)) || element.tag == Tag::Strong ||
                     element.tag == Tag::B || element.tag == Tag::Em || element.tag == Tag::I;
  facts.list_item = parent.list_item || element.tag == Tag::Li || element.tag == Tag::Dd;
  facts.cell = parent.cell || element.tag == Tag::Td || element.tag == Tag::Th;
  facts.quote = parent.quote || element.tag == Tag::Blockquote;
  facts.invisible = facts.invisible || parent.invisible;
  facts.heading_level = parent.heading_level;
  if (element.tag >= Tag::H1 && element.tag <= Tag::H6) {
    facts.heading_level = static_cast<std::uint8_t>(static_cast<int>(element.tag) - static_cast<int>(Tag::H1) + 1);
  }
}

}  // namespace

std::vector<ElementFacts> element_facts(const HtmlTree& tree, std::string_view source,
                                        const lang::DocumentWords& words) {
  std::vector<ElementFacts> facts(tree.elements.size());
  for (std::uint32_t i = 0; i < tree.elements.size(); ++i) {
    const HtmlElement& element = tree.elements[i];
    const bool whole_page = element.tag == Tag::Html || element.tag == Tag::Body || i == 0;
    if (!whole_page) {
      facts[i].hint = hint_of_tag(element.tag);
      read_attributes(element, source, words, facts[i]);
    }
    inherit(facts[element.parent], element, i, facts[i]);
    const bool credit_span = facts[i].hint == Hint::Credit && element.tag == Tag::Span;
    if (credit_span) facts[i].block = i;
  }
  return facts;
}

}  // namespace ql::clean
