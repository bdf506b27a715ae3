// SPDX-License-Identifier: Apache-2.0
// The names under which crawlers and extractors write down the same thing.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ql::ingest {

/// What a JSON field means to us.
enum class FieldRole : std::uint8_t {
  None,
  Id,
  Title,
  Text,
  Html,
  Published,
  Modified,
  Outlet,
  Url,
  Language,
  Authors,
  Count
};

struct FieldName {
  std::string_view name;
  FieldRole role;
};

/// Field names of our own form, news-please, trafilatura, newspaper4k, CC-News sets, schema.org and JSON Feed.
/// Of two names with the same role the earlier one wins.
inline constexpr std::array<FieldName, 61> kFieldNames{{
    {"id", FieldRole::Id},
    {"given_id", FieldRole::Id},
    {"_id", FieldRole::Id},
    {"guid", FieldRole::Id},
    {"identifier", FieldRole::Id},
    {"fingerprint", FieldRole::Id},
    {"title", FieldRole::Title},
    {"headline", FieldRole::Title},
    {"title_page", FieldRole::Title},
    {"text", FieldRole::Text},
    {"maintext", FieldRole::Text},
    {"plain_text", FieldRole::Text},
    {"content_text", FieldRole::Text},
    {"raw_text", FieldRole::Text},
    {"fulltext", FieldRole::Text},
    {"full_text", FieldRole::Text},
    {"articleBody", FieldRole::Text},
    {"article", FieldRole::Text},
    {"body", FieldRole::Text},
    {"content", FieldRole::Text},
    {"html", FieldRole::Html},
    {"raw_html", FieldRole::Html},
    {"article_html", FieldRole::Html},
    {"content_html", FieldRole::Html},
    {"published", FieldRole::Published},
    {"date_publish", FieldRole::Published},
    {"publish_date", FieldRole::Published},
    {"published_at", FieldRole::Published},
    {"publishedAt", FieldRole::Published},
    {"published_date", FieldRole::Published},
    {"date_published", FieldRole::Published},
    {"datePublished", FieldRole::Published},
    {"pubDate", FieldRole::Published},
    {"publication_date", FieldRole::Published},
    {"date", FieldRole::Published},
    {"modified", FieldRole::Modified},
    {"date_modify", FieldRole::Modified},
    {"date_modified", FieldRole::Modified},
    {"dateModified", FieldRole::Modified},
    {"outlet", FieldRole::Outlet},
    {"sitename", FieldRole::Outlet},
    {"site_name", FieldRole::Outlet},
    {"publisher", FieldRole::Outlet},
    {"source_domain", FieldRole::Outlet},
    {"hostname", FieldRole::Outlet},
    {"domain", FieldRole::Outlet},
    {"source", FieldRole::Outlet},
    {"url", FieldRole::Url},
    {"canonical_link", FieldRole::Url},
    {"requested_url", FieldRole::Url},
    {"source_url", FieldRole::Url},
    {"link", FieldRole::Url},
    {"language", FieldRole::Language},
    {"lang", FieldRole::Language},
    {"inLanguage", FieldRole::Language},
    {"authors", FieldRole::Authors},
    {"author", FieldRole::Authors},
    {"byline", FieldRole::Authors},
    {"creator", FieldRole::Authors},
    {"meta_lang", FieldRole::Language},
    {"publicationDate", FieldRole::Published},
}};

}  // namespace ql::ingest
