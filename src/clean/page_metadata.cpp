// SPDX-License-Identifier: Apache-2.0
// One pass over <meta>, <link>, <time> and the raw texts. JSON-LD is asked first, OpenGraph next; names of meta tags
// stand in a table with their rank. Tested by clean_test.cpp.
#include "clean/page_metadata.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "clean/html_attributes.h"
#include "clean/json_ld.h"

namespace ql::clean {
namespace {

enum class MetaRole : std::uint8_t {
  Title,
  Published,
  Modified,
  Author,
  Outlet,
  Url,
  Language,
  Section,
  Licence,
  Tier,
  Count
};

struct MetaName {
  std::string_view name;
  MetaRole role;
};

/// Names and properties of <meta>, the better ones first.
constexpr std::array<MetaName, 73> kMetaNames{{
    {"article:published_time", MetaRole::Published},
    {"og:article:published_time", MetaRole::Published},
    {"og:published_time", MetaRole::Published},
    {"datepublished", MetaRole::Published},
    {"date-published", MetaRole::Published},
    {"publish-date", MetaRole::Published},
    {"publish_date", MetaRole::Published},
    {"published-date", MetaRole::Published},
    {"published_time", MetaRole::Published},
    {"publication_date", MetaRole::Published},
    {"pubdate", MetaRole::Published},
    {"article.published", MetaRole::Published},
    {"article_date_original", MetaRole::Published},
    {"sailthru.date", MetaRole::Published},
    {"parsely-pub-date", MetaRole::Published},
    {"cxenseparse:recs:publishtime", MetaRole::Published},
    {"citation_publication_date", MetaRole::Published},
    {"citation_date", MetaRole::Published},
    {"dcterms.issued", MetaRole::Published},
    {"dc.date.issued", MetaRole::Published},
    {"dcterms.created", MetaRole::Published},
    {"dc.date.created", MetaRole::Published},
    {"dcterms.date", MetaRole::Published},
    {"dc.date", MetaRole::Published},
    {"dc:date", MetaRole::Published},
    {"date", MetaRole::Published},
    {"bt:pubdate", MetaRole::Published},
    {"originalpublicationdate", MetaRole::Published},
    {"shareaholic:article_published_time", MetaRole::Published},
    {"last-modified", MetaRole::Modified},
    {"article:modified_time", MetaRole::Modified},
    {"og:updated_time", MetaRole::Modified},
    {"datemodified", MetaRole::Modified},
    {"dcterms.modified", MetaRole::Modified},
    {"og:title", MetaRole::Title},
    {"twitter:title", MetaRole::Title},
    {"dc.title", MetaRole::Title},
    {"dcterms.title", MetaRole::Title},
    {"headline", MetaRole::Title},
    {"author", MetaRole::Author},
    {"article:author", MetaRole::Author},
    {"dc.creator", MetaRole::Author},
    {"dcterms.creator", MetaRole::Author},
    {"dc.author", MetaRole::Author},
    {"citation_author", MetaRole::Author},
    {"parsely-author", MetaRole::Author},
    {"sailthru.author", MetaRole::Author},
    {"cxenseparse:author", MetaRole::Author},
    {"byl", MetaRole::Author},
    {"og:site_name", MetaRole::Outlet},
    {"application-name", MetaRole::Outlet},
    {"dc.publisher", MetaRole::Outlet},
    {"publisher", MetaRole::Outlet},
    {"og:url", MetaRole::Url},
    {"og:locale", MetaRole::Language},
    {"content-language", MetaRole::Language},
    {"dc.language", MetaRole::Language},
    {"article:section", MetaRole::Section},
    {"og:article:section", MetaRole::Section},
    {"articlesection", MetaRole::Section},
    {"section", MetaRole::Section},
    {"parsely-section", MetaRole::Section},
    {"cxenseparse:section", MetaRole::Section},
    {"dcterms.license", MetaRole::Licence},
    {"dc.rights.license", MetaRole::Licence},
    {"license", MetaRole::Licence},
    {"dcterms.rights", MetaRole::Licence},
    {"dc.rights", MetaRole::Licence},
    {"rights", MetaRole::Licence},
    {"copyright", MetaRole::Licence},
    {"article:content_tier", MetaRole::Tier},
    {"og:article:content_tier", MetaRole::Tier},
    {"isaccessibleforfree", MetaRole::Tier},
}};

std::size_t rank_of(std::string_view name) {
  const auto* found = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                   [&](const MetaName& known) { return equals_ignoring_case(name, known.name); });
  return static_cast<std::size_t>(found - kMetaNames.begin());
}

struct Attributes {
  std::string_view name, property, itemprop, content, rel, href, type, datetime, http_equiv, class_names;
  std::uint32_t content_begin = 0;
};

constexpr std::size_t npos = std::string_view::npos;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

class Collector {
 public:
  Collector(const HtmlTree& tree, std::string_view source, const lang::DocumentWords& words)
      : tree_(tree), source_(source), words_(words) {}

  PageMetadata collect() {
    best_rank_.fill(kMetaNames.size());
    for (const HtmlText& raw : tree_.raw_texts) read_raw(raw);
    for (const HtmlElement& element : tree_.elements) {
      const bool wanted = element.tag == Tag::Meta || element.tag == Tag::Link || element.tag == Tag::Time ||
                          (element.tag == Tag::A && names_licence(element));
      if (wanted) read_element(element);
    }
    if (const auto& url = metadata_.url) metadata_.url_date = found(date_of_url(*url), FoundIn::Url);
    read_scripts();
    if (metadata_.title_tag) metadata_.headlines.push_back(resolved(trimmed(view(*metadata_.title_tag))));
    return std::move(metadata_);
  }

 private:
  [[nodiscard]] std::string_view view(const HtmlText& text) const {
    return source_.substr(text.begin, text.end - text.begin);
  }

  [[nodiscard]] Attributes attributes_of(const HtmlElement& element) const {
    Attributes all;
    AttributeReader reader(source_, element.attributes_begin, element.attributes_end);
    while (const auto attribute = reader.next()) {
      const std::string_view value =
          source_.substr(attribute->value_begin, attribute->value_end - attribute->value_begin);
      const auto take = [&](std::string_view name, std::string_view& slot) {
        if (equals_ignoring_case(attribute->name, name)) slot = value;
      };
      take("name", all.name);
      take("property", all.property);
      take("itemprop", all.itemprop);
      take("rel", all.rel);
      take("href", all.href);
      take("type", all.type);
      take("datetime", all.datetime);
      take("http-equiv", all.http_equiv);
      take("content", all.content);
      take("class", all.class_names);
      if (equals_ignoring_case(attribute->name, "content")) all.content_begin = attribute->value_begin;
    }
    return all;
  }

  void read_raw(const HtmlText& raw) {
    const HtmlElement& element = tree_.elements[raw.element];
    if (element.tag == Tag::Title) {
      if (!metadata_.title_tag) metadata_.title_tag = raw;
      return;
    }
    if (attributes_of(element).type.find("ld+json") == npos) return;
    const auto article = read_json_ld(view(raw));
    if (!article || has_json_ld_) return;
    has_json_ld_ = true;
    if (!article->headline.empty()) metadata_.headlines.push_back(article->headline);
    metadata_.published = found(parse_machine_date(article->published, words_.months), FoundIn::JsonLd);
    metadata_.modified = found(parse_machine_date(article->modified, words_.months), FoundIn::JsonLd);
    MetadataSources& found_in = metadata_.found_in;
    if (!article->publisher.empty()) set(metadata_.outlet, article->publisher, found_in.outlet, FoundIn::JsonLd);
    if (!article->url.empty()) set(metadata_.url, article->url, found_in.url, FoundIn::JsonLd);
    if (!article->section.empty()) set(metadata_.section, article->section, found_in.section, FoundIn::JsonLd);
    if (!article->licence.empty()) set(metadata_.licence, article->licence, found_in.licence, FoundIn::JsonLd);
    if (article->free) set(metadata_.paywall, !*article->free, found_in.paywall, FoundIn::JsonLd);
    if (!article->language.empty()) metadata_.language = article->language;
    metadata_.body = article->body;
    for (const std::string& author : article->authors) {
      add_author(author, raw.begin + view(raw).find('"' + author + '"') + 1, raw);
    }
    json_authors_ = !metadata_.authors.empty();
  }

  void add_author(const std::string& name, std::size_t begin, const HtmlText& raw) {
    StatedName author{std::string(trimmed(name)), 0, 0, FoundIn::JsonLd};
    if (begin > raw.begin && begin < raw.end) {
      author.begin = static_cast<std::uint32_t>(begin);
      author.end = author.begin + static_cast<std::uint32_t>(name.size());
    }
    if (!author.name.empty()) metadata_.authors.push_back(std::move(author));
  }

  void read_element(const HtmlElement& element) {
    const Attributes attributes = attributes_of(element);
    if (element.tag == Tag::Time) {
      const bool says = attributes.itemprop == "datePublished" || attributes.class_names.find("publish") != npos ||
                        attributes.class_names.find("entry-date") != npos || attributes.rel == "pubdate";
      const int rank = says ? 2 : 1;
      const auto date =
          attributes.datetime.empty() ? std::nullopt : parse_machine_date(attributes.datetime, words_.months);
      if (date && rank > time_rank_) {
        metadata_.time_tag = found(date, FoundIn::TimeTag);
        time_rank_ = rank;
      }
      return;
    }
    if (element.tag == Tag::Link || element.tag == Tag::A) {
      if (equals_ignoring_case(attributes.rel, "canonical")) {
        set(metadata_.url, resolved(attributes.href), metadata_.found_in.url, FoundIn::Link);
      }
      const bool licence = equals_ignoring_case(attributes.rel, "license") && !attributes.href.empty();
      const bool better = !metadata_.licence || metadata_.found_in.licence == FoundIn::Meta;
      if (licence && better) {
        set(metadata_.licence, resolved(attributes.href), metadata_.found_in.licence, FoundIn::Link);
      }
      return;
    }
    for (const std::string_view name :
         {attributes.property, attributes.name, attributes.itemprop, attributes.http_equiv}) {
      if (!name.empty()) read_meta(name, attributes);
    }
  }

  template <class Value>
  static void set(std::optional<Value>& slot, Value value, FoundIn& found_in, FoundIn place) {
    slot = std::move(value);
    found_in = place;
  }

  /// <a rel="license">; most links have no attribute of that name, and none is read for them.
  [[nodiscard]] bool names_licence(const HtmlElement& element) const {
    const std::size_t size = element.attributes_end - element.attributes_begin;
    return source_.substr(element.attributes_begin, size).find("license") != npos;
  }

  void read_meta(std::string_view name, const Attributes& attributes) {
    const std::size_t rank = rank_of(name);
    const std::string_view content = trimmed(attributes.content);
    if (rank == kMetaNames.size()) read_unknown_meta(name, content);
    if (rank == kMetaNames.size() || content.empty()) return;
    const MetaRole role = kMetaNames[rank].role;
    std::size_t& best = best_rank_[static_cast<std::size_t>(role)];
    if (role == MetaRole::Title) {
      metadata_.headlines.push_back(resolved(content));
    } else if (role == MetaRole::Author) {
      read_author(content, rank, best);
    } else if (rank < best) {
      best = rank;
      take_value(name, role, content);
    }
  }

  /// A point in time under a name that no table knows, but that says what happened then ("site:uploaded").
  void read_unknown_meta(std::string_view name, std::string_view content) {
    const bool iso = content.size() >= 16 && content[4] == '-' && content[7] == '-' && content[10] == 'T';
    const bool says = name.find("publi") != npos || name.find("upload") != npos || name.find("release") != npos;
    if (iso && says && !metadata_.script_date)
      metadata_.script_date = found(parse_machine_date(content, words_.months), FoundIn::Meta);
  }

  /// All tags of the best name count; JSON-LD wins over them.
  void read_author(std::string_view content, std::size_t rank, std::size_t& best) {
    if (json_authors_ || rank > best || content.find("://") != std::string_view::npos) return;
    if (rank < best) metadata_.authors.clear();
    best = rank;
    const auto begin = static_cast<std::uint32_t>(content.data() - source_.data());
    metadata_.authors.push_back(
        {resolved(content), begin, begin + static_cast<std::uint32_t>(content.size()), FoundIn::Meta});
  }

  void take_value(std::string_view name, MetaRole role, std::string_view content) {
    if (role == MetaRole::Published) {
      const auto date = parse_machine_date(content, words_.months);
      if (date) metadata_.meta_published = found(date, FoundIn::Meta);
      if (date)
        metadata_.meta_is_plain = equals_ignoring_case(name, "date") || equals_ignoring_case(name, "dc.date") ||
                                  equals_ignoring_case(name, "dcterms.date") || equals_ignoring_case(name, "dc:date");
    }
    if (role == MetaRole::Modified && !metadata_.modified)
      metadata_.modified = found(parse_machine_date(content, words_.months), FoundIn::Meta);
    MetadataSources& found_in = metadata_.found_in;
    if (role == MetaRole::Outlet) set(metadata_.outlet, resolved(content), found_in.outlet, FoundIn::Meta);
    if (role == MetaRole::Url && !metadata_.url) set(metadata_.url, resolved(content), found_in.url, FoundIn::Meta);
    if (role == MetaRole::Section && found_in.section != FoundIn::JsonLd) {
      set(metadata_.section, resolved(content), found_in.section, FoundIn::Meta);
    }
    const bool licence_open = !metadata_.licence || found_in.licence == FoundIn::Meta;
    if (role == MetaRole::Licence && licence_open) {
      set(metadata_.licence, resolved(content), found_in.licence, FoundIn::Meta);
    }
    if (role == MetaRole::Tier && !metadata_.paywall) take_tier(content);
    if (role == MetaRole::Language && !metadata_.language) metadata_.language = std::string(content);
  }

  /// "free", "metered" or "locked"; of isAccessibleForFree "true" or "false". A metered text is free up to a number.
  void take_tier(std::string_view content) {
    const bool locked = equals_ignoring_case(content, "locked") || equals_ignoring_case(content, "false");
    const bool open = equals_ignoring_case(content, "free") || equals_ignoring_case(content, "true");
    if (locked || open) set(metadata_.paywall, locked, metadata_.found_in.paywall, FoundIn::Meta);
  }

  /// A full date in a part of the path: /2025/06/02/, /02-06-2025, /20250602-..., /bericht-2025-06-02.
  [[nodiscard]] std::optional<PrintedDate> date_of_url(std::string_view url) const {
    const std::size_t host = url.find("://");
    for (std::size_t slash = url.find('/', host == npos ? 0 : host + 3); slash != npos;
         slash = url.find('/', slash + 1)) {
      const std::string_view part = url.substr(slash + 1);
      const std::string_view segment = part.substr(0, part.find_first_of("/?#"));
      const bool year_first = part.starts_with("19") || part.starts_with("20");
      const auto path = year_first ? find_date(part.substr(0, 10), 0, words_.months) : std::nullopt;
      if (path && path->begin == 0 && path->day > 0) return path;
      const bool compact = segment.size() >= 8 && segment.substr(0, 8).find_first_not_of("0123456789") == npos &&
                           (segment.size() == 8 || segment[8] < '0' || segment[8] > '9');
      const auto date =
          compact ? parse_machine_date(segment.substr(0, 8), words_.months) : find_date(segment, 0, words_.months);
      const bool long_year = date && (compact || date->end - date->begin >= 8);
      if (date && date->day > 0 && long_year) return date;
    }
    return std::nullopt;
  }

  /// Scripts are most of a page, so they are read only where nothing else gives a day.
  void read_scripts() {
    if (metadata_.published || metadata_.meta_published || metadata_.url_date || metadata_.time_tag) return;
    for (const HtmlText& raw : tree_.raw_texts) {
      if (tree_.elements[raw.element].tag == Tag::Script) read_script(view(raw));
    }
  }

  /// A day that a script of the page holds for its article: "publishedAt": "2025-06-02T...".
  void read_script(std::string_view script) {
    constexpr std::array<std::string_view, 9> kKeys{"datePublished", "publishedAt",      "published_at",
                                                    "publishedDate", "publication_date", "publicationDate",
                                                    "publishDate",   "publish_date",     "createdAt"};
    for (std::size_t k = 0; k < std::min(kKeys.size(), script_rank_); ++k) {
      const std::size_t at = script.find(kKeys[k]);
      if (at == npos) continue;
      std::string_view value = script.substr(at + kKeys[k].size(), 40);
      const std::size_t digit = value.find_first_of("0123456789");
      if (digit > 8) continue;  // npos, too
      value = value.substr(digit, 10);
      const auto date = value.size() == 10 && value[4] == '-' ? parse_machine_date(value, words_.months) : std::nullopt;
      if (!date || date->day == 0) continue;
      metadata_.script_date = found(date, FoundIn::Script);
      script_rank_ = k;
      return;
    }
  }

  const HtmlTree& tree_;
  std::string_view source_;
  const lang::DocumentWords& words_;
  PageMetadata metadata_;
  std::array<std::size_t, static_cast<std::size_t>(MetaRole::Count)> best_rank_{};
  bool has_json_ld_ = false;
  bool json_authors_ = false;
  int time_rank_ = 0;
  std::size_t script_rank_ = 100;
};

}  // namespace

PageMetadata read_page_metadata(const HtmlTree& tree, std::string_view source, const lang::DocumentWords& words) {
  return Collector(tree, source, words).collect();
}

}  // namespace ql::clean
