// SPDX-License-Identifier: Apache-2.0
// Names of classes are cut into words and looked up, pairs of words before single ones (lexicons/html/hints.tsv).
// Tested by clean_test.cpp.
#include "clean/page_elements.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/hash.h"
#include "clean/html_attributes.h"

namespace ql::clean {
namespace {

using lang::Hint;

/// A word of a class name. Short pieces cut out at capitals or digits are chance ("jpYbCd"), not words.
struct ClassWord {
  std::uint32_t begin = 0;  ///< In ClassWords::lower.
  std::uint32_t end = 0;
  bool starts_name = false;  ///< First of its class name.
  bool is_whole = false;     ///< Stands between signs or blanks.
};

/// The words of a list of class names in lower case with a blank between them, so that two neighbours are a stretch of
/// `lower` too. Filled again for each attribute, so that nothing is allocated for most of them.
struct ClassWords {
  std::string lower;
  std::vector<ClassWord> words;

  [[nodiscard]] std::string_view at(std::size_t i) const { return stretch(words[i].begin, words[i].end); }
  [[nodiscard]] std::string_view pair_ending_at(std::size_t i) const {
    return stretch(words[i - 1].begin, words[i].end);
  }

 private:
  [[nodiscard]] std::string_view stretch(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(lower).substr(begin, end - begin);
  }
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

void read_class_words(std::string_view names, ClassWords& out) {
  out.lower.clear();
  out.words.clear();
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
    if (!out.words.empty()) out.lower.push_back(' ');
    ClassWord word;
    word.begin = static_cast<std::uint32_t>(out.lower.size());
    for (std::size_t k = i; k < end; ++k) {
      out.lower.push_back(names[k] < 'a' ? static_cast<char>(names[k] - 'A' + 'a') : names[k]);
    }
    word.end = static_cast<std::uint32_t>(out.lower.size());
    word.starts_name = starts_name;
    word.is_whole = (i == 0 || !joins(i - 1)) && (end == names.size() || !joins(end));
    out.words.push_back(word);
    starts_name = false;
    i = end;
  }
}

Hint hint_of_names(const ClassWords& all, const lang::DocumentWords& words, bool& is_sure) {
  constexpr std::size_t kShortWord = 3;
  Hint single = Hint::None;
  Hint pair = Hint::None;
  for (std::size_t i = 0; i < all.words.size(); ++i) {
    const ClassWord& word = all.words[i];
    if (!word.starts_name && pair == Hint::None) {
      pair = static_cast<Hint>(words.hints.find(all.pair_ending_at(i)));
    }
    const bool counts = word.is_whole || word.end - word.begin > kShortWord;
    if (single == Hint::None && counts) single = static_cast<Hint>(words.hints.find(all.at(i)));
  }
  if (pair == Hint::Nothing) return Hint::None;
  is_sure = pair != Hint::None;
  return is_sure ? pair : single;
}

/// The attributes that are read, by name.
enum class AttributeRole : std::uint8_t { None, Class, Id, Role, ItemProp, Rel, Style, Hidden };

AttributeRole role_of(std::string_view name) {
  switch (name.size()) {
    case 2:
      return equals_ignoring_case(name, "id") ? AttributeRole::Id : AttributeRole::None;
    case 3:
      return equals_ignoring_case(name, "rel") ? AttributeRole::Rel : AttributeRole::None;
    case 4:
      return equals_ignoring_case(name, "role") ? AttributeRole::Role : AttributeRole::None;
    case 5:
      if (equals_ignoring_case(name, "class")) return AttributeRole::Class;
      return equals_ignoring_case(name, "style") ? AttributeRole::Style : AttributeRole::None;
    case 6:
      return equals_ignoring_case(name, "hidden") ? AttributeRole::Hidden : AttributeRole::None;
    case 8:
      return equals_ignoring_case(name, "itemprop") ? AttributeRole::ItemProp : AttributeRole::None;
    default:
      return AttributeRole::None;
  }
}

/// True for rel=author, itemprop=author and classes that name an author's element.
bool names_author(AttributeRole role, const ClassWords& all) {
  constexpr std::array<std::string_view, 8> kClasses{"author",  "authors",   "byline", "autor",
                                                     "autoren", "verfasser", "fn",     "writer"};
  const bool rel = role == AttributeRole::Rel || role == AttributeRole::ItemProp;
  if ((!rel && role != AttributeRole::Class) || all.words.empty()) return false;
  if (rel) return all.at(0) == "author";
  if (all.words.size() > 16) return false;
  const std::size_t sure = all.words.size() <= 4 ? kClasses.size() : 4;  // longer lists name many things
  for (std::size_t i = 0; i < all.words.size(); ++i) {
    const auto* end = kClasses.begin() + sure;
    if (std::find(kClasses.begin(), end, all.at(i)) != end) return true;
  }
  return false;
}

/// True for itemprop=datePublished and classes that name a date's element.
bool names_date(AttributeRole role, std::string_view value, const ClassWords& all) {
  constexpr std::array<std::string_view, 10> kClasses{"date",      "datum",     "published", "pubdate",  "publishdate",
                                                      "timestamp", "entrydate", "datetime",  "postdate", "publication"};
  if (role == AttributeRole::ItemProp) return value == "datePublished";
  if (role != AttributeRole::Class || all.words.size() > 8) return false;
  for (std::size_t i = 0; i < all.words.size(); ++i) {
    if (std::find(kClasses.begin(), kClasses.end(), all.at(i)) != kClasses.end()) return true;
  }
  return false;
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

/// What the value of one attribute says, whatever its element.
struct AttributeFacts {
  Hint hint = Hint::None;
  bool is_sure = false;
  bool author = false;
  bool date = false;
};

/// Reads the attributes of a page's elements. A page repeats few values many times ("col-md-4"), so what a value says
/// is kept in a small direct-mapped table.
class AttributeFactsReader {
 public:
  AttributeFactsReader(std::string_view source, const lang::DocumentWords& words) : source_(source), words_(words) {}

  /// The hint of an element that no table knows ("pp-inline-teaser").
  Hint hint_of_name(std::string_view name, bool& is_sure) {
    read_class_words(name, names_);
    return hint_of_names(names_, words_, is_sure);
  }

  /// Reads class, id, role, itemprop, rel, hidden and style of one element.
  void read(const HtmlElement& element, ElementFacts& facts) {
    AttributeReader reader(source_, element.attributes_begin, element.attributes_end);
    const bool heading = element.tag >= Tag::H1 && element.tag <= Tag::H6;  // an id there is the target of a link
    constexpr int kMostAttributes = 40;
    for (int i = 0; i < kMostAttributes; ++i) {
      const auto attribute = reader.next();
      if (!attribute) return;
      const AttributeRole role = role_of(attribute->name);
      if (role == AttributeRole::None || (role == AttributeRole::Id && heading)) continue;
      const std::string_view value =
          source_.substr(attribute->value_begin, attribute->value_end - attribute->value_begin);
      if (role == AttributeRole::Hidden) {
        facts.invisible = true;
      } else if (role == AttributeRole::Style) {
        facts.invisible = facts.invisible || value.find("display:none") != std::string_view::npos ||
                          value.find("display: none") != std::string_view::npos;
      } else {
        take(facts_of(role, value), role, facts);
      }
    }
  }

 private:
  struct Known {
    std::string_view value;
    AttributeRole role = AttributeRole::None;
    AttributeFacts facts;
  };

  static void take(const AttributeFacts& said, AttributeRole role, ElementFacts& facts) {
    const bool undecided = (facts.hint == Hint::None || facts.hint == Hint::Article) && !facts.hint_is_sure;
    if (undecided && role != AttributeRole::Rel) {
      facts.hint_is_sure = said.is_sure;
      if (said.hint != Hint::None) facts.hint = said.hint;
    }
    facts.names_author = facts.names_author || said.author;
    facts.names_date = facts.names_date || said.date;
  }

  const AttributeFacts& facts_of(AttributeRole role, std::string_view value) {
    const std::uint64_t hash = hash64(value) + static_cast<std::uint64_t>(role);
    Known& known = known_[hash % kKnown];
    if (known.role != role || known.value != value) {
      known.role = role;
      known.value = value;
      known.facts = read_value(role, value);
    }
    return known.facts;
  }

  AttributeFacts read_value(AttributeRole role, std::string_view value) {
    constexpr std::size_t kMostClassBytes = 300;
    read_class_words(value.substr(0, kMostClassBytes), names_);
    AttributeFacts facts;
    facts.hint = hint_of_names(names_, words_, facts.is_sure);
    facts.author = names_author(role, names_);
    facts.date = names_date(role, value, names_);
    return facts;
  }

  static constexpr std::size_t kKnown = 1024;
  std::string_view source_;
  const lang::DocumentWords& words_;
  ClassWords names_;
  std::array<Known, kKnown> known_{};
};

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
  AttributeFactsReader reader(source, words);
  for (std::uint32_t i = 0; i < tree.elements.size(); ++i) {
    const HtmlElement& element = tree.elements[i];
    const bool whole_page = element.tag == Tag::Html || element.tag == Tag::Body || i == 0;
    if (!whole_page) {
      facts[i].hint = hint_of_tag(element.tag);
      const std::string_view name = custom_name(element, source);
      if (!name.empty()) facts[i].hint = reader.hint_of_name(name, facts[i].hint_is_sure);
      reader.read(element, facts[i]);
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
