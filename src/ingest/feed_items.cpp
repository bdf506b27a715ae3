// SPDX-License-Identifier: Apache-2.0
// RSS and Atom. Text: content:encoded, else the entry's content, else its summary. What feeds escape (HTML in text) is
// the item's own source once it is unescaped; what they embed (XHTML in Atom) is taken as it stands. Tested by
// xml_records_test.cpp.
#include <algorithm>
#include <array>

#include "ingest/dates.h"
#include "ingest/markup.h"
#include "ingest/news_status.h"
#include "ingest/xml_items.h"

namespace ql::ingest {
namespace {

constexpr std::array<std::string_view, 3> kDublinCore{"dc", "dcterms", "dc10"};

/// Text of a child of Dublin Core, whatever its prefix is.
std::string_view dublin_core(const XmlTree& tree, const XmlNode& node, std::string_view name) {
  for (const std::string_view prefix : kDublinCore) {
    if (const XmlNode* found = child(tree, node, prefix, name)) return trimmed_ascii(found->text);
  }
  return {};
}

/// The first of several children that has text.
template <std::size_t Size>
std::string_view first_text(const XmlTree& tree, const XmlNode& node, const std::array<std::string_view, Size>& names) {
  for (const std::string_view name : names) {
    const std::string_view text = child_text(tree, node, name);
    if (!text.empty()) return text;
  }
  return {};
}

std::optional<std::string> some(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

/// Title of an item or feed as plain text, whichever type it has.
std::optional<std::string> title_of(const XmlItem& item) {
  const XmlNode* title = child(item.tree, item.node, "title");
  if (title == nullptr) return some(collapsed(dublin_core(item.tree, item.node, "title")));
  if (attribute(*title, "type") == "xhtml") return some(collapsed(deep_text(item.tree, *title)));
  if (attribute(*title, "type") == "text") return some(collapsed(title->text));
  return some(text_of_html(title->text));
}

std::string link_of(const XmlItem& item) {
  for (const std::uint32_t id : item.node.children) {
    const XmlNode& link = item.tree.nodes[id];
    if (link.name != "link" || link.prefix != item.node.prefix) continue;
    const std::string_view relation = attribute(link, "rel");
    const std::string_view href = attribute(link, "href");
    if (!href.empty() && (relation.empty() || relation == "alternate")) return std::string(href);
    if (href.empty() && !trimmed_ascii(link.text).empty()) return std::string(trimmed_ascii(link.text));
  }
  const XmlNode* guid = child(item.tree, item.node, "guid");
  const bool permanent = guid != nullptr && attribute(*guid, "isPermaLink") != "false";
  const std::string_view text = permanent ? trimmed_ascii(guid->text) : std::string_view();
  return text.starts_with("http") ? std::string(text) : "";
}

/// RSS writes "anna@example.org (Anna Beispiel)"; a bare address names nobody.
std::string author_name(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (text.find('@') == std::string_view::npos) return collapsed(text);
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return "";
  return collapsed(text.substr(open + 1, close - open - 1));
}

std::vector<std::string> authors_of(const XmlTree& tree, const XmlNode& node) {
  std::vector<std::string> authors;
  const auto add = [&authors](std::string_view text) {
    std::string name = author_name(text);
    if (!name.empty() && std::find(authors.begin(), authors.end(), name) == authors.end()) {
      authors.push_back(std::move(name));
    }
  };
  for (const std::uint32_t id : node.children) {
    const XmlNode& element = tree.nodes[id];
    const bool dublin = std::find(kDublinCore.begin(), kDublinCore.end(), element.prefix) != kDublinCore.end();
    if (element.name == "creator" && dublin) add(element.text);
    if (element.name != "author" || element.prefix != node.prefix) continue;
    const std::string_view name = child_text(tree, element, "name");
    add(name.empty() && element.children.empty() ? std::string_view(element.text) : name);
  }
  return authors;
}

/// True if references of HTML stand in it.
bool has_references(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.substr(at, 12).find(';');
    if (end != std::string_view::npos && end >= 3) return true;
  }
  return false;
}

void take_escaped(std::string text, RawReport& raw) {
  const bool html = has_tags(text) || has_references(text);
  raw.media_type = html ? MediaType::Html : MediaType::Record;
  raw.declared_encoding = "utf-8";
  raw.bytes = std::move(text);
}

/// A text of Atom: text, html or xhtml. False if there is none in the feed.
bool take_typed(const XmlItem& item, const XmlNode& node, RawReport& raw) {
  const std::string_view type = attribute(node, "type");
  const bool markup = type == "xhtml" || type == "application/xhtml+xml" || !node.children.empty();
  if (markup && node.content_end > node.content_begin && !node.children.empty()) {
    take_markup(item, node, raw);
    return true;
  }
  if (trimmed_ascii(node.text).empty()) return false;
  if (type == "text" || type == "text/plain") {
    raw.media_type = MediaType::Record;
    raw.bytes = node.text;
  } else {
    take_escaped(node.text, raw);
  }
  return true;
}

/// The text of the item; true in `summary` if it is but a summary.
bool take_text(const XmlItem& item, RawReport& raw, bool& summary) {
  const XmlNode* encoded = child(item.tree, item.node, "content", "encoded");
  if (encoded != nullptr && !trimmed_ascii(encoded->text).empty()) {
    take_escaped(encoded->text, raw);
    return true;
  }
  for (const std::string_view name : {"content", "body", "fullitem"}) {
    const XmlNode* content = child(item.tree, item.node, name);
    if (content == nullptr && name == "body") content = child(item.tree, item.node, "xhtml", name);
    if (content != nullptr && take_typed(item, *content, raw)) return true;
  }
  summary = true;
  for (const std::string_view name : {"description", "summary", "tagline"}) {
    const XmlNode* text = child(item.tree, item.node, name);
    if (text != nullptr && take_typed(item, *text, raw)) return true;
  }
  const std::string_view dublin = dublin_core(item.tree, item.node, "description");
  if (dublin.empty()) return false;
  take_escaped(std::string(dublin), raw);
  return true;
}

void take_dates(const XmlItem& item, ingest::StatedMetadata& stated) {
  const auto& [tree, source, node, record] = item;
  constexpr std::array<std::string_view, 5> kPublished{"pubDate", "published", "issued", "created", "date"};
  constexpr std::array<std::string_view, 2> kModified{"updated", "modified"};
  std::string_view published = first_text(tree, node, kPublished);
  if (published.empty()) published = dublin_core(tree, node, "date");
  if (published.empty()) published = dublin_core(tree, node, "created");
  std::string_view modified = first_text(tree, node, kModified);
  if (modified.empty()) modified = dublin_core(tree, node, "modified");
  stated.published = iso_time_if(some(published.empty() ? modified : published));
  stated.modified = iso_time_if(some(modified));
}

/// <category>, which people read; Atom writes it as an attribute.
std::optional<std::string> section_of(const XmlItem& item) {
  const XmlNode* category = child(item.tree, item.node, "category");
  if (category == nullptr) return some(collapsed(dublin_core(item.tree, item.node, "subject")));
  for (const std::string_view name : {"label", "term"}) {
    if (!attribute(*category, name).empty()) return std::string(attribute(*category, name));
  }
  return some(text_of_html(category->text));
}

/// The licence of an item or feed: Creative Commons' element, Atom's link, else the notice of rights.
std::optional<std::string> licence_of(const XmlTree& tree, const XmlNode& node) {
  for (const std::uint32_t id : node.children) {
    const XmlNode& element = tree.nodes[id];
    if (element.name == "link" && attribute(element, "rel") == "license") return some(attribute(element, "href"));
    if (element.name != "license") continue;
    const std::string_view resource = attribute(element, "rdf:resource");
    return some(resource.empty() ? trimmed_ascii(element.text) : resource);
  }
  for (const std::string_view name : {"rights", "copyright"}) {
    if (const std::string_view text = child_text(tree, node, name); !text.empty()) return text_of_html(text);
  }
  return some(collapsed(dublin_core(tree, node, "rights")));
}

}  // namespace

void take_markup(const XmlItem& item, const XmlNode& node, RawReport& raw) {
  const auto begin = static_cast<std::size_t>(node.content_begin);
  raw.bytes = item.source.bytes.substr(begin, static_cast<std::size_t>(node.content_end) - begin);
  raw.media_type = MediaType::Html;
  if (!item.source.label.empty()) raw.declared_encoding = item.source.label;
  // Tags with a prefix ("<h:p>") are read without it.
  for (const std::uint32_t id : node.children) {
    const std::string& prefix = item.tree.nodes[id].prefix;
    if (prefix.empty()) continue;
    std::string plain;
    for (std::size_t i = 0; i < raw.bytes.size(); ++i) {
      plain += raw.bytes[i];
      if (raw.bytes[i] != '<') continue;
      if (i + 1 < raw.bytes.size() && raw.bytes[i + 1] == '/') plain += raw.bytes[++i];
      if (raw.bytes.compare(i + 1, prefix.size() + 1, prefix + ":") == 0) i += prefix.size() + 1;
    }
    raw.bytes = std::move(plain);
    return;
  }
}

FeedFacts feed_facts(const XmlTree& tree, const XmlNode& feed) {
  FeedFacts facts;
  const XmlNode* title = child(tree, feed, "title");
  if (title != nullptr) facts.outlet = some(text_of_html(deep_text(tree, *title)));
  facts.language = some(child_text(tree, feed, "language"));
  if (!facts.language) facts.language = some(dublin_core(tree, feed, "language"));
  if (!facts.language) facts.language = some(attribute(feed, "xml:lang"));
  const std::vector<std::string> authors = feed.name == "feed" ? authors_of(tree, feed) : std::vector<std::string>();
  if (!authors.empty()) facts.author = authors.front();
  facts.licence = licence_of(tree, feed);
  return facts;
}

void read_feed_item(const XmlItem& item, const FeedFacts& feed, Container& file) {
  RawReport raw;
  const std::string link = link_of(item);
  raw.stated.url = some(link);
  raw.stated.title = title_of(item);
  raw.stated.outlet = feed.outlet;
  raw.stated.language = feed.language;
  raw.stated.authors = authors_of(item.tree, item.node);
  if (raw.stated.authors.empty() && feed.author) raw.stated.authors.push_back(*feed.author);
  take_dates(item, raw.stated);
  raw.stated.section = section_of(item);
  raw.stated.licence = licence_of(item.tree, item.node);
  if (!raw.stated.licence) raw.stated.licence = feed.licence;
  std::string_view id = child_text(item.tree, item.node, "guid");
  if (id.empty()) id = child_text(item.tree, item.node, "id");
  if (id.empty()) id = attribute(item.node, "rdf:about");
  raw.origin.given_id = some(id.empty() ? std::string_view(link) : id);

  bool summary = false;
  const std::uint64_t begin = item.node.begin;
  if (!take_text(item, raw, summary)) {
    file.report(Severity::Note, "report.linked", begin,
                record_name(item.record) + " holds no text" + place_of(raw.stated.url));
    return;
  }
  constexpr std::size_t kShort = 600;
  if (summary && text_of_html(raw.bytes).size() < kShort) {
    file.report(Severity::Note, "report.summary_only", begin,
                record_name(item.record) + " holds a summary only" + place_of(raw.stated.url));
  }
  file.deliver(std::move(raw), item.record, {begin, item.node.end});
}

}  // namespace ql::ingest
