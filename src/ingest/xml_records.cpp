// SPDX-License-Identifier: Apache-2.0
// file -> prepared text -> tree -> items by the kind of root
//
// Where a file is not well-formed, the item that has the fault is given up, and parsing starts anew at the next start
// tag of an item, below the start tags that it stands in. Cost: linear in the file; memory: the file and its tree.
// Tested by xml_records_test.cpp and xml_fuzz.cpp.
#include "ingest/xml_records.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "ingest/format.h"
#include "ingest/xml_items.h"

namespace ql::ingest {
namespace {

enum class Kind : std::uint8_t { Feed, NewsMessage, NewsItem, NewsMl1, Nitf, Opml, SiteMap, Page, NoNews, Unknown };

struct Root {
  std::string_view name;
  Kind kind;
  std::string_view item;  ///< Name of the elements that are records.
};
constexpr std::array<Root, 17> kRoots{{{"rss", Kind::Feed, "item"},
                                       {"RDF", Kind::Feed, "item"},
                                       {"channel", Kind::Feed, "item"},
                                       {"feed", Kind::Feed, "entry"},
                                       {"newsMessage", Kind::NewsMessage, "newsItem"},
                                       {"newsItem", Kind::NewsItem, "newsItem"},
                                       {"NewsML", Kind::NewsMl1, "NewsItem"},
                                       {"nitf", Kind::Nitf, "nitf"},
                                       {"opml", Kind::Opml, "outline"},
                                       {"urlset", Kind::SiteMap, "url"},
                                       {"sitemapindex", Kind::SiteMap, "sitemap"},
                                       {"html", Kind::Page, "html"},
                                       {"packageItem", Kind::NoNews, ""},
                                       {"conceptItem", Kind::NoNews, ""},
                                       {"knowledgeItem", Kind::NoNews, ""},
                                       {"planningItem", Kind::NoNews, ""},
                                       {"catalogItem", Kind::NoNews, ""}}};

/// Indices of the nodes with this local name, in document order.
std::vector<std::uint32_t> nodes_named(const XmlTree& tree, std::string_view name) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t id = 1; id < tree.nodes.size(); ++id) {
    if (tree.nodes[id].name == name) found.push_back(id);
  }
  return found;
}

class XmlReader {
 public:
  XmlReader(std::string_view bytes, Container& file) : source_(prepare_xml(bytes)), file_(file) {}

  XmlOutcome run() {
    if (source_.first_invalid_byte) {
      file_.report(Severity::Warning, "encoding.invalid_byte", source_.first_invalid_byte,
                   "holds bytes that do not belong to its encoding; check the encoding in its first line");
    }
    XmlTree tree = parse_xml(source_, "", 0);
    if (tree.nodes.size() < 2) {
      file_.report(Severity::Error, "record.broken", tree.problem ? tree.problem->byte : 0,
                   "is no XML: " + (tree.problem ? tree.problem->message : "no element"));
      return {};
    }
    const XmlNode& root = tree.nodes[1];
    const auto* known = std::find_if(kRoots.begin(), kRoots.end(), [&](const Root& r) { return r.name == root.name; });
    root_ = known == kRoots.end() ? Root{"", Kind::Unknown, ""} : *known;
    root_name_ = root.name;
    read_root(tree);
    return std::move(outcome_);
  }

 private:
  void read_root(XmlTree& tree) {
    switch (root_.kind) {
      case Kind::Page:
        outcome_.is_page = true;
        outcome_.page = source_.bytes;
        return;
      case Kind::Opml:
        return read_list(tree);
      case Kind::SiteMap:
        return read_site_map(tree);
      case Kind::NoNews:
        return file_.report(Severity::Note, "report.not_a_report", 0, "is a " + root_name_ + ", which holds no report");
      case Kind::Unknown:
        return file_.report(Severity::Warning, "format.unknown", 0,
                            "is XML with the root element '" + root_name_.substr(0, 40) +
                                "', which is no feed and no news format that is read here");
      default:
        return read_items(tree);
    }
  }

  // --- items

  void read_items(XmlTree& tree) {
    constexpr int kMostRestarts = 10'000;
    const std::uint64_t delivered_before = file_.delivered();
    const std::uint32_t place = place_of_items(tree);
    const std::string prolog = prolog_to(tree, place);
    if (root_.kind == Kind::Feed) facts_ = feed_facts(tree, feed_node(tree));
    std::uint64_t items = 0;
    for (int restarts = 0; file_.wants_more(); ++restarts) {
      const std::optional<std::uint64_t> broken_item = read_closed_items(tree, items);
      if (!tree.problem) break;
      report_problem(*tree.problem, broken_item.has_value());
      // An open CDATA section is only noticed at the end, so what follows the item's own start tag is looked at again.
      const auto next = next_item(broken_item ? *broken_item + 1 : tree.problem->byte);
      if (!next || prolog.empty() || restarts == kMostRestarts) break;
      tree = parse_xml(source_, prolog, *next);
    }
    if (items == 0 && file_.delivered() == delivered_before) {
      file_.report(Severity::Warning, "report.empty", 0, "is " + root_name_ + " without an item");
    }
  }

  /// Reads the items that are whole; returns where the one begins that is not.
  std::optional<std::uint64_t> read_closed_items(const XmlTree& tree, std::uint64_t& items) {
    for (const std::uint32_t id : nodes_named(tree, root_.item)) {
      const XmlNode& node = tree.nodes[id];
      if (is_inside_item(tree, node)) continue;
      ++items;
      item_tag_ = node.prefix.empty() ? node.name : node.prefix + ":" + node.name;
      const std::uint64_t record = file_.next_record();
      if (!node.closed) return node.begin;
      read_item({tree, source_, node, record});
      if (!file_.wants_more()) break;
    }
    return std::nullopt;
  }

  bool is_inside_item(const XmlTree& tree, const XmlNode& node) const {
    for (std::uint32_t up = node.parent; up != 0; up = tree.nodes[up].parent) {
      if (tree.nodes[up].name == root_.item) return true;
    }
    return false;
  }

  void read_item(const XmlItem& item) {
    switch (root_.kind) {
      case Kind::Feed:
        return read_feed_item(item, facts_, file_);
      case Kind::NewsMl1:
        return read_newsml1_item(item, file_);
      case Kind::Nitf:
        return read_nitf(item, file_);
      default:
        return read_news_item(item, file_);
    }
  }

  void report_problem(const XmlTree::Problem& problem, bool in_item) {
    file_.report(Severity::Error, "record.broken", problem.byte,
                 (in_item ? "an item is not well-formed (" : "XML is not well-formed (") + problem.message +
                     "); reading goes on at the next item");
  }

  /// The node in which items stand (or would).
  std::uint32_t place_of_items(const XmlTree& tree) const {
    for (const std::uint32_t id : nodes_named(tree, root_.item)) return tree.nodes[id].parent;
    for (std::uint32_t id = 1; id < tree.nodes.size(); ++id) {
      if (tree.nodes[id].name == "channel" && tree.nodes[tree.nodes[id].parent].name == "rss") return id;
    }
    return 1;
  }

  const XmlNode& feed_node(const XmlTree& tree) const {
    for (const std::uint32_t id : nodes_named(tree, "channel")) return tree.nodes[id];
    return tree.nodes[1];
  }

  /// The beginning of the file up to the first child of the root, and the start tags down to `place`; "" if that is
  /// too long to be repeated, or items are the root itself.
  std::string prolog_to(const XmlTree& tree, std::uint32_t place) const {
    constexpr std::size_t kLongest = 1U << 16;
    if (place == 0) return "";
    std::vector<std::uint32_t> path;
    for (std::uint32_t up = place; up > 1; up = tree.nodes[up].parent) path.push_back(up);
    std::string prolog = source_.prepared.substr(0, static_cast<std::size_t>(tree.nodes[1].content_begin));
    for (auto id = path.rbegin(); id != path.rend() && prolog.size() <= kLongest; ++id) {
      const XmlNode& node = tree.nodes[*id];
      prolog += source_.prepared.substr(static_cast<std::size_t>(node.begin),
                                        static_cast<std::size_t>(node.content_begin - node.begin));
    }
    return prolog.size() <= kLongest ? prolog : "";
  }

  /// The next start tag of an item at or after `from`.
  std::optional<std::uint64_t> next_item(std::uint64_t from) const {
    const std::string tag = "<" + (item_tag_.empty() ? std::string(root_.item) : item_tag_);
    const std::string& text = source_.prepared;
    for (std::size_t at = text.find(tag, static_cast<std::size_t>(from)); at != std::string::npos;
         at = text.find(tag, at + 1)) {
      const char after = at + tag.size() < text.size() ? text[at + tag.size()] : '\0';
      if (after == '>' || after == ' ' || after == '\n' || after == '\r' || after == '\t') return at;
    }
    return std::nullopt;
  }

  // --- lists

  /// OPML: files beside the list are read, addresses in the network named.
  void read_list(const XmlTree& tree) {
    namespace fs = std::filesystem;
    if (tree.problem) report_problem(*tree.problem, false);
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(fs::path(file_.path()).parent_path(), error);
    std::size_t named = 0;
    for (const std::uint32_t id : nodes_named(tree, "outline")) {
      std::string target(attribute(tree.nodes[id], "xmlUrl"));
      if (target.empty()) target = attribute(tree.nodes[id], "url");
      if (target.empty()) continue;
      ++named;
      if (target.find("://") != std::string::npos && !target.starts_with("file://")) {
        file_.report(Severity::Note, "feed.not_fetched", tree.nodes[id].begin,
                     "names " + target + ", which is not fetched: save the feed and give the file");
        continue;
      }
      if (target.starts_with("file://")) target.erase(0, 7);
      const fs::path given = fs::path(file_.path()).parent_path() / target;
      const fs::path real = fs::weakly_canonical(given, error);
      const bool below = std::mismatch(folder.begin(), folder.end(), real.begin(), real.end()).first == folder.end();
      if (!below || error) {
        file_.report(Severity::Warning, "list.outside_folder", tree.nodes[id].begin,
                     "names " + target + ", which is not beside the list; give it on the command line");
      } else if (!fs::is_regular_file(real, error)) {
        file_.report(Severity::Error, "file.unreadable", tree.nodes[id].begin,
                     "names " + target + ", which is no file");
      } else {
        outcome_.listed_files.push_back(fs::path(given).lexically_normal().string());
      }
    }
    if (named == 0) file_.report(Severity::Warning, "report.empty", 0, "is an OPML list that names no feed");
  }

  void read_site_map(const XmlTree& tree) {
    const std::vector<std::uint32_t> entries = nodes_named(tree, root_.item);
    std::string first;
    if (!entries.empty()) first = child_text(tree, tree.nodes[entries.front()], "loc");
    file_.report(Severity::Warning, "feed.not_fetched", 0,
                 "is a site map: " + std::to_string(entries.size()) + " addresses and no text" +
                     (first.empty() ? "" : ", first " + first) + "; save the pages and give the files");
  }

  XmlSource source_;
  Container& file_;
  Root root_{};
  std::string root_name_;
  std::string item_tag_;
  FeedFacts facts_;
  XmlOutcome outcome_;
};

}  // namespace

XmlOutcome read_xml_records(ByteStream& stream, Container& file) {
  constexpr std::size_t kMostBytes = 256U << 20;
  const std::string bytes = stream.read_rest(kMostBytes);
  if (bytes.size() > kMostBytes) {
    file.report(Severity::Error, "report.too_large", 0, "XML file is larger than 256 MiB; split it");
    return {};
  }
  return XmlReader(bytes, file).run();
}

}  // namespace ql::ingest
