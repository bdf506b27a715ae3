// SPDX-License-Identifier: Apache-2.0
// Walks the parsed document with a list of values to do; the first object of an article type that has a date or a
// headline wins. Tested by json_ld_test.cpp.
#include "clean/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "clean/html_attributes.h"

namespace ql::clean {
namespace {

namespace dom = simdjson::dom;

std::string_view text_of(dom::element value) {
  std::string_view text;
  return value.get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string_view field(dom::object object, std::string_view name) {
  dom::element value;
  return object.at_key(name).get(value) == simdjson::SUCCESS ? text_of(value) : std::string_view();
}

bool names_article(std::string_view type) {
  constexpr std::array<std::string_view, 6> kTypes{"Article",  "BlogPosting", "LiveBlogPosting",
                                                   "NewsItem", "Report",      "Recipe"};
  return std::any_of(kTypes.begin(), kTypes.end(), [&](std::string_view known) { return type.ends_with(known); });
}

bool is_article(dom::object object) {
  dom::element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  if (names_article(text_of(type))) return true;
  dom::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) return false;
  return std::any_of(types.begin(), types.end(), [](dom::element one) { return names_article(text_of(one)); });
}

/// True for objects that say that they are no person.
bool is_organisation(dom::object object) { return field(object, "@type").ends_with("Organization"); }

void collect_names(dom::element value, std::vector<std::string>& names, int depth) {
  dom::array array;
  dom::object object;
  constexpr std::size_t kMostNames = 30;
  if (depth > 3 || names.size() >= kMostNames) return;
  if (value.get_array().get(array) == simdjson::SUCCESS) {
    for (const dom::element one : array) collect_names(one, names, depth + 1);
  } else if (value.get_object().get(object) == simdjson::SUCCESS) {
    dom::element name;
    if (object.at_key("name").get(name) == simdjson::SUCCESS) collect_names(name, names, depth + 1);
  } else if (const std::string_view text = text_of(value); !text.empty()) {
    names.push_back(resolved(text));
  }
}

void collect_persons(dom::element value, std::vector<std::string>& names, int depth) {
  dom::array array;
  dom::object object;
  if (value.get_array().get(array) == simdjson::SUCCESS && depth < 3) {
    for (const dom::element one : array) collect_persons(one, names, depth + 1);
  } else if (value.get_object().get(object) != simdjson::SUCCESS || !is_organisation(object)) {
    collect_names(value, names, depth);
  }
}

/// The first string in a value: itself, the first of a list, the name or address of an object.
std::string first_text(dom::element value, int depth) {
  dom::array array;
  dom::object object;
  if (depth > 3) return "";
  if (value.get_array().get(array) == simdjson::SUCCESS) {
    return array.size() == 0 ? "" : first_text(array.at(0), depth + 1);
  }
  if (value.get_object().get(object) == simdjson::SUCCESS) {
    for (const std::string_view name : {"url", "@id", "name"}) {
      if (const std::string_view text = field(object, name); !text.empty()) return resolved(text);
    }
    return "";
  }
  return resolved(text_of(value));
}

std::string first_text_at(dom::object object, std::string_view name) {
  dom::element value;
  return object.at_key(name).get(value) == simdjson::SUCCESS ? first_text(value, 0) : "";
}

/// Yes or no, which many sites write as a string.
std::optional<bool> truth_at(dom::object object, std::string_view name) {
  dom::element value;
  bool truth = false;
  if (object.at_key(name).get(value) != simdjson::SUCCESS) return std::nullopt;
  if (value.get_bool().get(truth) == simdjson::SUCCESS) return truth;
  const std::string_view text = text_of(value);
  if (equals_ignoring_case(text, "true") || text.ends_with("schema.org/True")) return true;
  if (equals_ignoring_case(text, "false") || text.ends_with("schema.org/False")) return false;
  return std::nullopt;
}

/// The ids of authors that are described elsewhere in the graph: {"@id": "...#author"}.
void collect_ids(dom::element value, std::vector<std::string_view>& ids) {
  dom::array array;
  dom::object object;
  constexpr std::size_t kMostIds = 10;
  if (value.get_array().get(array) == simdjson::SUCCESS) {
    for (const dom::element one : array) {
      if (!one.is_array()) collect_ids(one, ids);
    }
  } else if (value.get_object().get(object) == simdjson::SUCCESS && field(object, "name").empty()) {
    const std::string_view id = field(object, "@id");
    if (!id.empty() && ids.size() < kMostIds) ids.push_back(id);
  }
}

JsonLdArticle read_article(dom::object object) {
  JsonLdArticle article;
  article.headline = resolved(field(object, "headline"));
  article.published = field(object, "datePublished");
  if (article.published.empty()) article.published = field(object, "dateCreated");
  article.modified = field(object, "dateModified");
  article.url = field(object, "url");
  article.language = field(object, "inLanguage");
  article.body = field(object, "articleBody");
  article.section = first_text_at(object, "articleSection");
  article.licence = first_text_at(object, "license");
  if (article.licence.empty()) article.licence = first_text_at(object, "copyrightNotice");
  article.free = truth_at(object, "isAccessibleForFree");
  dom::element value;
  if (object.at_key("author").get(value) == simdjson::SUCCESS) {
    collect_persons(value, article.authors, 0);
    if (article.authors.empty()) collect_names(value, article.organisations, 0);
  }
  std::vector<std::string> publishers;
  if (object.at_key("publisher").get(value) == simdjson::SUCCESS) collect_names(value, publishers, 0);
  if (!publishers.empty()) article.publisher = publishers.front();
  return article;
}

constexpr std::size_t kMostValues = 20000;

/// Names of the persons that an article's author names by id only.
void take_authors_by_id(dom::object article_object, dom::element root, JsonLdArticle& article) {
  dom::element author;
  std::vector<std::string_view> ids;
  if (article_object.at_key("author").get(author) == simdjson::SUCCESS) collect_ids(author, ids);
  if (ids.empty()) return;
  std::vector<dom::element> to_do{root};
  for (std::size_t i = 0; i < to_do.size() && i < kMostValues; ++i) {
    const dom::element value = to_do[i];
    dom::array array;
    dom::object object;
    if (value.get_array().get(array) == simdjson::SUCCESS) {
      for (const dom::element one : array) to_do.push_back(one);
    } else if (value.get_object().get(object) == simdjson::SUCCESS) {
      const bool meant = std::find(ids.begin(), ids.end(), field(object, "@id")) != ids.end();
      const std::string name = meant && !is_organisation(object) ? resolved(field(object, "name")) : "";
      const bool known = std::find(article.authors.begin(), article.authors.end(), name) != article.authors.end();
      if (!name.empty() && !known) article.authors.push_back(name);
      for (const dom::key_value_pair pair : object) {
        if (pair.value.is_object() || pair.value.is_array()) to_do.push_back(pair.value);
      }
    }
  }
}

std::optional<JsonLdArticle> find_article(dom::element root) {
  std::vector<dom::element> to_do{root};
  for (std::size_t i = 0; i < to_do.size() && i < kMostValues; ++i) {
    const dom::element value = to_do[i];
    dom::array array;
    dom::object object;
    if (value.get_array().get(array) == simdjson::SUCCESS) {
      for (const dom::element one : array) to_do.push_back(one);
    } else if (value.get_object().get(object) == simdjson::SUCCESS) {
      if (is_article(object)) {
        JsonLdArticle article = read_article(object);
        if (!article.headline.empty() || !article.published.empty()) {
          if (article.authors.empty()) take_authors_by_id(object, root, article);
          return article;
        }
      }
      for (const dom::key_value_pair pair : object) {
        if (pair.value.is_object() || pair.value.is_array()) to_do.push_back(pair.value);
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<JsonLdArticle> read_json_ld(std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(simdjson::padded_string(json)).get(root) != simdjson::SUCCESS) {
    std::string blanked(json);
    std::replace_if(blanked.begin(), blanked.end(), [](char c) { return c >= 0 && c < 0x20; }, ' ');
    if (parser.parse(simdjson::padded_string(blanked)).get(root) != simdjson::SUCCESS) return std::nullopt;
    return find_article(root);
  }
  return find_article(root);
}

}  // namespace ql::clean
