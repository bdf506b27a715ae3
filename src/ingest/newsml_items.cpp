// SPDX-License-Identifier: Apache-2.0
// NewsML-G2, NewsML 1 and NITF. The text is the item's XHTML or NITF as it stands in the file, else its plain text. An
// item that is withdrawn, a table or a picture yields a diagnostic (news_status.h). Versions are reports of their own:
// the id that a report brings along ends with the version. Tested by xml_records_test.cpp.
#include <algorithm>

#include "ingest/dates.h"
#include "ingest/markup.h"
#include "ingest/news_status.h"
#include "ingest/xml_items.h"

namespace ql::ingest {
namespace {

std::optional<std::string> some(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

/// The first node below with this local name, in document order.
const XmlNode* below(const XmlTree& tree, const XmlNode& node, std::string_view name) {
  std::vector<std::uint32_t> waiting(node.children.rbegin(), node.children.rend());
  while (!waiting.empty()) {
    const XmlNode& next = tree.nodes[waiting.back()];
    waiting.pop_back();
    if (next.name == name) return &next;
    waiting.insert(waiting.end(), next.children.rbegin(), next.children.rend());
  }
  return nullptr;
}

std::string text_below(const XmlTree& tree, const XmlNode& node, std::string_view name) {
  const XmlNode* found = below(tree, node, name);
  return found == nullptr ? "" : collapsed(deep_text(tree, *found));
}

/// A code ("nprov:dpa"), with which the standards name providers, states and classes.
std::string_view code_of(const XmlNode& node) {
  for (const std::string_view name : {"qcode", "literal", "uri", "FormalName"}) {
    const std::string_view value = attribute(node, name);
    if (!value.empty()) return value;
  }
  return trimmed_ascii(node.text);
}

/// Names of a coded element, as people read them.
void add_names(const XmlTree& tree, const XmlNode& node, std::vector<std::string>& names) {
  for (const std::uint32_t id : node.children) {
    if (tree.nodes[id].name == "name") names.push_back(collapsed(tree.nodes[id].text));
  }
}

/// The provider's short code if it has one, else its name.
std::optional<std::string> provider_of(const XmlTree& tree, const XmlNode& meta) {
  const XmlNode* provider = child(tree, meta, "provider");
  if (provider == nullptr) return std::nullopt;
  const std::string_view qcode = attribute(*provider, "qcode");
  if (qcode.starts_with("nprov:")) return std::string(qcode.substr(6));
  std::vector<std::string> names;
  add_names(tree, *provider, names);
  return names.empty() ? some(code_of(*provider)) : some(names.front());
}

/// Section of an item: the name of its first category.
std::optional<std::string> section_of(const XmlTree& tree, const XmlNode& about) {
  for (const std::uint32_t id : about.children) {
    const XmlNode& subject = tree.nodes[id];
    const std::string_view type = attribute(subject, "type");
    if (subject.name != "subject" || !(type.ends_with("category") || type.ends_with("desk"))) continue;
    std::vector<std::string> names;
    add_names(tree, subject, names);
    if (!names.empty()) return names.front();
  }
  return std::nullopt;
}

/// What the item says about its use: terms before a mere copyright notice.
std::optional<std::string> licence_of(const XmlTree& tree, const XmlNode& node) {
  const XmlNode* rights = child(tree, node, "rightsInfo");
  if (rights == nullptr) return std::nullopt;
  for (const std::string_view name : {"usageTerms", "copyrightNotice"}) {
    const std::string text = text_below(tree, *rights, name);
    if (!text.empty()) return text;
  }
  return std::nullopt;
}

NewsStatus status_of(const XmlTree& tree, const XmlNode& meta, const XmlNode* content_meta) {
  NewsStatus status;
  status.embargoed = some(child_text(tree, meta, "embargoed"));
  for (const std::uint32_t id : meta.children) {
    const XmlNode& element = tree.nodes[id];
    if (element.name == "pubStatus") status.status = code_of(element);
    if (element.name == "signal" && code_of(element).ends_with(":correction")) status.correction = true;
  }
  if (content_meta == nullptr) return status;
  for (const std::uint32_t id : content_meta->children) {
    if (tree.nodes[id].name == "genre") add_names(tree, tree.nodes[id], status.genres);
  }
  return status;
}

void take_page_or_nitf(const XmlItem& item, const XmlNode& inline_xml, RawReport& raw) {
  const XmlNode* nitf_body = below(item.tree, inline_xml, "body.content");
  take_markup(item, nitf_body != nullptr ? *nitf_body : inline_xml, raw);
}

/// Markup, else escaped HTML, else the longest plain text.
bool take_content(const XmlItem& item, const XmlNode& set, RawReport& raw) {
  const XmlNode* text = nullptr;
  for (const std::uint32_t id : set.children) {
    const XmlNode& part = item.tree.nodes[id];
    const std::string_view type = attribute(part, "contenttype");
    const bool readable =
        type.empty() || type.find("html") != std::string_view::npos || type.find("nitf") != std::string_view::npos;
    if (part.name == "inlineXML" && readable && !part.children.empty()) {
      take_page_or_nitf(item, part, raw);
      return true;
    }
    if (part.name != "inlineData" || trimmed_ascii(part.text).empty()) continue;
    if (type.starts_with("image/") || type.starts_with("application/json")) continue;
    const bool better = text == nullptr || part.text.size() > text->text.size();
    if (better) text = &part;
  }
  if (text == nullptr) return false;
  const bool html = has_tags(text->text);
  raw.bytes = text->text;
  raw.media_type = html ? MediaType::Html : MediaType::Record;
  raw.declared_encoding = "utf-8";
  return true;
}

void no_text(const XmlItem& item, std::string_view item_class, bool remote, Container& file) {
  const std::string name = record_name(item.record);
  if (is_other_medium(item_class) || remote) {
    file.report(Severity::Note, "report.not_text", item.node.begin,
                name + " is " + (item_class.empty() ? "content elsewhere" : std::string(item_class)) + ", no text");
  } else {
    file.report(Severity::Warning, "record.no_text", item.node.begin, name + " has no text");
  }
}

}  // namespace

void read_news_item(const XmlItem& item, Container& file) {
  const auto& [tree, source, node, record] = item;
  static const XmlNode kNone;
  const XmlNode* meta = child(tree, node, "itemMeta");
  const XmlNode* content_meta = child(tree, node, "contentMeta");
  const XmlNode* set = child(tree, node, "contentSet");
  const XmlNode& item_meta = meta != nullptr ? *meta : kNone;
  const XmlNode& about = content_meta != nullptr ? *content_meta : kNone;
  const XmlNode* item_class = child(tree, item_meta, "itemClass");
  RawReport raw;
  const std::string_view guid = attribute(node, "guid"), version = attribute(node, "version");
  raw.item.item = guid;
  raw.item.version = version_number(version);
  raw.item.created = iso_time_if(some(child_text(tree, item_meta, "versionCreated"))).value_or("");
  const NewsStatus status = status_of(tree, item_meta, content_meta);
  if (is_withdrawn(status)) return withdraw(status, std::move(raw), record, {node.begin, node.end}, file);
  if (set == nullptr || !take_content(item, *set, raw)) {
    const bool remote = set != nullptr && child(tree, *set, "remoteContent") != nullptr;
    return no_text(item, item_class != nullptr ? code_of(*item_class) : std::string_view(), remote, file);
  }
  raw.origin.given_id = some(version.empty() ? std::string(guid) : std::string(guid).append(":").append(version));
  raw.stated.title = some(text_below(tree, about, "headline"));
  if (!raw.stated.title) raw.stated.title = some(text_below(tree, node, "hl1"));
  raw.stated.outlet = provider_of(tree, item_meta);
  raw.stated.modified = iso_time_if(some(child_text(tree, item_meta, "versionCreated")));
  raw.stated.published = iso_time_if(some(child_text(tree, item_meta, "firstCreated")));
  if (!raw.stated.published) raw.stated.published = iso_time_if(some(child_text(tree, about, "contentCreated")));
  if (!raw.stated.published) raw.stated.published = raw.stated.modified;
  raw.stated.language = some(attribute(node, "xml:lang"));
  const std::string by = text_below(tree, about, "by");
  if (!by.empty()) raw.stated.authors.push_back(by);
  raw.stated.section = section_of(tree, about);
  raw.stated.licence = licence_of(tree, node);
  if (!accept(status, record, node.begin, file, raw.item)) return;
  file.deliver(std::move(raw), record, {node.begin, node.end});
}

namespace {

/// Status, genre and revision of an item of NewsML 1; its public identifier ends with the revision (":3N").
NewsStatus newsml1_status(const XmlTree& tree, const XmlNode& node, ItemState& state) {
  NewsStatus status;
  if (const XmlNode* element = below(tree, node, "Status")) status.status = code_of(*element);
  if (const XmlNode* genre = below(tree, node, "Genre")) status.genres.emplace_back(code_of(*genre));
  const std::string provider = text_below(tree, node, "ProviderId"), id = text_below(tree, node, "NewsItemId");
  if (!id.empty()) state.item = provider + ":" + text_below(tree, node, "DateId") + ":" + id;
  state.version = version_number(text_below(tree, node, "RevisionId"));
  state.created = iso_time_if(some(text_below(tree, node, "ThisRevisionCreated"))).value_or("");
  return status;
}

}  // namespace

void read_newsml1_item(const XmlItem& item, Container& file) {
  const auto& [tree, source, node, record] = item;
  RawReport raw;
  const NewsStatus status = newsml1_status(tree, node, raw.item);
  if (is_withdrawn(status)) return withdraw(status, std::move(raw), record, {node.begin, node.end}, file);
  const XmlNode* content = below(tree, node, "body.content");
  if (content == nullptr) content = below(tree, node, "DataContent");
  const XmlNode* media = below(tree, node, "MediaType");
  if (content == nullptr) return no_text(item, media != nullptr ? code_of(*media) : std::string_view(), false, file);
  if (!content->children.empty()) {
    take_markup(item, *content, raw);
  } else {
    raw.media_type = has_tags(content->text) ? MediaType::Html : MediaType::Record;
    raw.declared_encoding = "utf-8";
    raw.bytes = content->text;
  }
  raw.origin.given_id = some(text_below(tree, node, "PublicIdentifier"));
  raw.stated.title = some(text_below(tree, node, "HeadLine"));
  if (!raw.stated.title) raw.stated.title = some(text_below(tree, node, "hl1"));
  raw.stated.published = iso_time_if(some(text_below(tree, node, "FirstCreated")));
  raw.stated.modified = iso_time_if(some(text_below(tree, node, "ThisRevisionCreated")));
  const std::string by = text_below(tree, node, "ByLine");
  if (!by.empty()) raw.stated.authors.push_back(by);
  if (const XmlNode* provider = below(tree, node, "ProviderId"))
    raw.stated.outlet = some(trimmed_ascii(provider->text));
  if (const XmlNode* language = below(tree, node, "Language")) raw.stated.language = some(code_of(*language));
  if (!accept(status, record, node.begin, file, raw.item)) return;
  file.deliver(std::move(raw), record, {node.begin, node.end});
}

void read_nitf(const XmlItem& item, Container& file) {
  const auto& [tree, source, node, record] = item;
  const XmlNode* content = below(tree, node, "body.content");
  if (content == nullptr) return no_text(item, "", false, file);
  RawReport raw;
  take_markup(item, *content, raw);
  raw.stated.title = some(text_below(tree, node, "hl1"));
  if (!raw.stated.title) raw.stated.title = some(text_below(tree, node, "title"));
  const std::string by = text_below(tree, node, "byline");
  if (!by.empty()) raw.stated.authors.push_back(by);
  if (const XmlNode* id = below(tree, node, "doc-id")) raw.origin.given_id = some(attribute(*id, "id-string"));
  if (const XmlNode* date = below(tree, node, "date.issue"))
    raw.stated.published = iso_time_if(some(attribute(*date, "norm")));
  if (const XmlNode* outlet = below(tree, node, "pubdata")) raw.stated.outlet = some(attribute(*outlet, "name"));
  NewsStatus status;
  if (const XmlNode* docdata = below(tree, node, "docdata")) status.status = attribute(*docdata, "management-status");
  if (is_withdrawn(status)) {
    raw.item.item = raw.origin.given_id.value_or("");
    return withdraw(status, std::move(raw), record, {node.begin, node.end}, file);
  }
  if (const XmlNode* release = below(tree, node, "date.release")) {
    const std::string held = iso_time(attribute(*release, "norm"));
    if (held > raw.stated.published.value_or("")) status.embargoed = held;
  }
  if (!accept(status, record, node.begin, file, raw.item)) return;
  file.deliver(std::move(raw), record, {node.begin, node.end});
}

}  // namespace ql::ingest
