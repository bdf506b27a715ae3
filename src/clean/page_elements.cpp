// SPDX-License-Identifier: Apache-2.0
// Names of classes are cut into words and looked up, pairs of words before single ones (lexicons/html/hints.tsv).
// Tested by clean_test.cpp.
#include "clean/page_elements.h"

#include <algorithm>
#include <array>
#include <string>

#include "clean/html_attributes.h"

namespace ql::clean {
namespace {

using lang::Hint;

/// A word of a class name. Short pieces cut out at capitals or digits are chance ("jpYbCd"), not words.
struct ClassWord {
  std::string text;
  bool starts_name = false;  ///< First of its class name.
  bool is_whole = false;     ///< Stands between signs or blanks.
};

bool is_class_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// True if the class name at `position` is a utility of a style sheet ("md:hidden", "w-[20px]"), not a description.
bool is_utility(std::string_view names, std::size_t position) {
  const std::string_view name = names.substr(position, names.find(' ', position) - position);
  return name.find_first_of(":[") != std::string_view::npos;
}

/// True if the class list is one that blog software writes for a post: it then holds the post's topics, in the
/// outlet's own words ("category-soziales", "tag-werbung"), and describes no element.
bool is_post_list(std::string_view names) {
  return names.find("hentry") != std::string_view::npos || names.find("status-publish") != std::string_view::npos ||
         names.find(" type-post") != std::string_view::npos;
}

/// True if the class name at `position` names a topic of a post.
bool is_topic(std::string_view names, std::size_t position) {
  const std::string_view name = names.substr(position);
  return name.starts_with("category-") || name.starts_with("tag-") || name.starts_with("author-");
}

std::vector<ClassWord> class_words(std::string_view names) {
  std::vector<ClassWord> words;
  bool starts_name = true;
  const bool has_topics = is_post_list(names);
  for (std::size_t i = 0; i < names.size();) {
    if (starts_name && names[i] != ' ' && (is_utility(names, i) || (has_topics && is_topic(names, i)))) {
      i = std::min(names.find(' ', i), names.size());
      continue;
    }
    if (!is_class_letter(names[i])) {
      starts_name = starts_name || names[i] == ' ' || names[i] == '\t' || names[i] == '\n';
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < names.size() && is_class_letter(names[end])) {
      const bool hump = names[end] < 'a' && names[end - 1] >= 'a';
      if (hump) break;
      ++end;
    }
    const auto joins = [&](std::size_t at) {
      return is_class_letter(names[at]) || (names[at] >= '0' && names[at] <= '9');
    };
    ClassWord word;
    for (std::size_t k = i; k < end; ++k) {
      word.text.push_back(names[k] < 'a' ? static_cast<char>(names[k] - 'A' + 'a') : names[k]);
    }
    word.starts_name = starts_name;
    word.is_whole = (i == 0 || !joins(i - 1)) && (end == names.size() || !joins(end));
    words.push_back(std::move(word));
    starts_name = false;
    i = end;
  }
  return words;
}

constexpr std::size_t kMostClassBytes = 300;

Hint hint_of_names(const std::vector<ClassWord>& all, const lang::DocumentWords& words, bool& is_sure) {
  constexpr std::size_t kShortWord = 3;
  Hint single = Hint::None;
  Hint pair = Hint::None;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].starts_name && pair == Hint::None) {
      pair = static_cast<Hint>(words.hints.find(all[i - 1].text + " " + all[i].text));
    }
    const bool counts = all[i].is_whole || all[i].text.size() > kShortWord;
    if (single == Hint::None && counts) single = static_cast<Hint>(words.hints.find(all[i].text));
  }
  if (pair == Hint::Nothing) return Hint::None;
  is_sure = pair != Hint::None;
  return is_sure ? pair : single;
}

/// True for rel=author, itemprop=author and classes that name an author's element.
bool names_author(std::string_view attribute, const std::vector<ClassWord>& words) {
  constexpr std::array<std::string_view, 8> kClasses{"author",  "authors",   "byline", "autor",
                                                     "autoren", "verfasser", "fn",     "writer"};
  const bool rel = equals_ignoring_case(attribute, "rel") || equals_ignoring_case(attribute, "itemprop");
  const bool is_class = equals_ignoring_case(attribute, "class");
  if (!rel && !is_class) return false;
  if (words.empty()) return false;
  if (rel) return words.front().text == "author";
  const std::size_t sure = words.size() <= 4 ? kClasses.size() : 4;  // longer lists name many things
  return words.size() <= 16 && std::any_of(words.begin(), words.end(), [&](const ClassWord& word) {
           const auto* end = kClasses.begin() + sure;
           return std::find(kClasses.begin(), end, word.text) != end;
         });
}

/// True for itemprop=datePublished and classes that name a date's element.
bool names_date(std::string_view attribute, std::string_view value, const std::vector<ClassWord>& words) {
  constexpr std::array<std::string_view, 10> kClasses{"date",      "datum",     "published", "pubdate",  "publishdate",
                                                      "timestamp", "entrydate", "datetime",  "postdate", "publication"};
  if (equals_ignoring_case(attribute, "itemprop")) return value == "datePublished";
  if (!equals_ignoring_case(attribute, "class")) return false;
  return words.size() <= 8 && std::any_of(words.begin(), words.end(), [&](const ClassWord& word) {
           return std::find(kClasses.begin(), kClasses.end(), word.text) != kClasses.end();
         });
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

/// The name of an element that no table knows ("pp-inline-teaser"); it stands right before the attributes.
std::string_view custom_name(const HtmlElement& element, std::string_view source) {
  const std::string_view before = source.substr(0, element.attributes_begin);
  const std::size_t open = before.rfind('<');
  if (element.tag != Tag::Other || open == std::string_view::npos) return {};
  const std::string_view name = before.substr(open + 1);
  return name.size() < 60 && name.find('-') != std::string_view::npos ? name : std::string_view();
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
    const bool heading = element.tag >= Tag::H1 && element.tag <= Tag::H6;  // an id there is the target of a link
    const bool names = equals_ignoring_case(name, "class") || (equals_ignoring_case(name, "id") && !heading) ||
                       equals_ignoring_case(name, "role") || equals_ignoring_case(name, "itemprop");
    const bool speaks = names || equals_ignoring_case(name, "rel");
    const std::vector<ClassWord> value_words =
        speaks ? class_words(value.substr(0, kMostClassBytes)) : std::vector<ClassWord>();
    const bool undecided = facts.hint == Hint::None || facts.hint == Hint::Article;
    if (names && undecided && !facts.hint_is_sure) {
      const Hint hint = hint_of_names(value_words, words, facts.hint_is_sure);
      if (hint != Hint::None) facts.hint = hint;
    }
    facts.names_author = facts.names_author || names_author(name, value_words);
    facts.names_date = facts.names_date || names_date(name, value, value_words);
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

/// <span class="dateline">Berlin <span class="credit">(dpa)</span> - </span>: the credit in it is no line of its own.
bool is_dateline(const HtmlElement& element, std::string_view source) {
  const std::size_t size = element.attributes_end - element.attributes_begin;
  return element.tag == Tag::Span &&
         source.substr(element.attributes_begin, size).find("dateline") != std::string_view::npos;
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
      const std::string_view name = custom_name(element, source);
      if (!name.empty()) facts[i].hint = hint_of_names(class_words(name), words, facts[i].hint_is_sure);
      read_attributes(element, source, words, facts[i]);
    }
    inherit(facts[element.parent], element, i, facts[i]);
    const bool credit_span = (facts[i].hint == Hint::Credit || facts[i].hint == Hint::Caption) &&
                             element.tag == Tag::Span && !is_dateline(tree.elements[element.parent], source);
    const bool kicker = facts[i].hint == Hint::Metadata && !breaks_text(element.tag) && facts[i].heading_level > 0;
    if (credit_span || kicker) facts[i].block = i;
    if (kicker) facts[i].heading_level = 0;
    if (facts[i].names_date) facts[facts[i].block].names_date = true;
  }
  return facts;
}

}  // namespace ql::clean
