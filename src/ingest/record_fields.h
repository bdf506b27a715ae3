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
  Bodies,   ///< ninjs: the same text in several media types.
  Summary,  ///< Taken when there is no text.
  Published,
  Modified,
  Outlet,
  Url,
  Language,
  Authors,
  Kind,       ///< ninjs: "text", "picture", "event".
  Status,     ///< ninjs: "usable", "withheld", "canceled".
  Embargoed,  ///< Not to be published before.
  Version,    ///< Of an item that is sent several times.
  Section,
  Licence,
  Paywall,  ///< true: for subscribers.
  Free,     ///< schema.org: true = for everybody.
  Count
};

struct FieldName {
  std::string_view name;
  FieldRole role;
};

/// Field names of our own form, news-please, trafilatura, newspaper4k, CC-News sets, schema.org, JSON Feed,
/// WordPress and ninjs.
/// Of two names with the same role the earlier one wins.
inline constexpr std::array<FieldName, 106> kFieldNames{{
    {"id", FieldRole::Id},
    {"given_id", FieldRole::Id},
    {"_id", FieldRole::Id},
    {"guid", FieldRole::Id},
    {"identifier", FieldRole::Id},
    {"fingerprint", FieldRole::Id},
    {"uri", FieldRole::Id},
    {"title", FieldRole::Title},
    {"headline", FieldRole::Title},
    {"title_page", FieldRole::Title},
    {"headlines", FieldRole::Title},
    {"bodies", FieldRole::Bodies},
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
    {"body_text", FieldRole::Text},
    {"html", FieldRole::Html},
    {"body_xhtml", FieldRole::Html},
    {"body_html", FieldRole::Html},
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
    {"firstcreated", FieldRole::Published},
    {"firstCreated", FieldRole::Published},
    {"contentcreated", FieldRole::Published},
    {"contentCreated", FieldRole::Published},
    {"modified", FieldRole::Modified},
    {"updated", FieldRole::Modified},
    {"versioncreated", FieldRole::Modified},
    {"versionCreated", FieldRole::Modified},
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
    {"provider", FieldRole::Outlet},
    {"copyrightholder", FieldRole::Outlet},
    {"copyrightHolder", FieldRole::Outlet},
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
    {"by", FieldRole::Authors},
    {"bylines", FieldRole::Authors},
    {"summary", FieldRole::Summary},
    {"description", FieldRole::Summary},
    {"descriptions", FieldRole::Summary},
    {"description_text", FieldRole::Summary},
    {"excerpt", FieldRole::Summary},
    {"type", FieldRole::Kind},
    {"pubstatus", FieldRole::Status},
    {"pubStatus", FieldRole::Status},
    {"embargoed", FieldRole::Embargoed},
    {"meta_lang", FieldRole::Language},
    {"publicationDate", FieldRole::Published},
    {"version", FieldRole::Version},
    {"section", FieldRole::Section},
    {"articleSection", FieldRole::Section},
    {"news_section", FieldRole::Section},
    {"section_name", FieldRole::Section},
    {"rubrik", FieldRole::Section},
    {"ressort", FieldRole::Section},
    {"category", FieldRole::Section},
    {"categories", FieldRole::Section},
    {"licence", FieldRole::Licence},
    {"license", FieldRole::Licence},
    {"usageterms", FieldRole::Licence},
    {"usageTerms", FieldRole::Licence},
    {"copyrightnotice", FieldRole::Licence},
    {"copyrightNotice", FieldRole::Licence},
    {"paywall", FieldRole::Paywall},
    {"is_paywall", FieldRole::Paywall},
    {"isAccessibleForFree", FieldRole::Free},
}};

/// What people write before '=' in --map.
struct RoleName {
  std::string_view name;
  FieldRole role;
};
inline constexpr std::array<RoleName, 14> kRoleNames{{{"id", FieldRole::Id},
                                                      {"title", FieldRole::Title},
                                                      {"text", FieldRole::Text},
                                                      {"html", FieldRole::Html},
                                                      {"summary", FieldRole::Summary},
                                                      {"published", FieldRole::Published},
                                                      {"modified", FieldRole::Modified},
                                                      {"outlet", FieldRole::Outlet},
                                                      {"url", FieldRole::Url},
                                                      {"language", FieldRole::Language},
                                                      {"authors", FieldRole::Authors},
                                                      {"section", FieldRole::Section},
                                                      {"licence", FieldRole::Licence},
                                                      {"paywall", FieldRole::Paywall}}};

}  // namespace ql::ingest
