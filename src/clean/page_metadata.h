// SPDX-License-Identifier: Apache-2.0
// What a page states about itself where readers do not look: JSON-LD, OpenGraph, other <meta>, <time>, <link>, its URL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/dates.h"
#include "clean/html_tree.h"
#include "lang/document_words.h"

namespace ql::clean {

/// A name with the bytes of the decoded page that spell it, if they spell it plainly.
struct StatedName {
  std::string name;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< 0: not spelled plainly.
  FoundIn found_in = FoundIn::Container;
};

struct PageMetadata {
  std::vector<std::string> headlines;  ///< JSON-LD, OpenGraph, other meta, <title>, in this order.
  std::optional<HtmlText> title_tag;   ///< Where the text of <title> stands.
  std::vector<StatedName> authors;
  std::optional<PrintedDate> published;       ///< JSON-LD datePublished.
  std::optional<PrintedDate> meta_published;  ///< The best <meta> for it.
  bool meta_is_plain = false;                 ///< That <meta> says "date" and not what happened on it.
  std::optional<PrintedDate> modified;
  std::optional<PrintedDate> time_tag;     ///< The first <time> of the page, one that says "published" before others.
  std::optional<PrintedDate> date_place;   ///< In an element for dates, nearest to the title.
  std::optional<PrintedDate> shown_date;   ///< The first full date on a short line, from the title down.
  bool shown_is_near = false;              ///< That line stands right below the title.
  bool shown_is_short = false;             ///< It does, and holds little else.
  std::optional<PrintedDate> url_date;     ///< /2025/06/02/
  std::optional<PrintedDate> script_date;  ///< In a script, under a name that says "published".
  std::optional<std::string> outlet, url, language, section, licence;
  std::optional<bool> paywall;
  MetadataSources found_in;  ///< Of outlet, url, section, licence, paywall.
  std::string body;          ///< JSON-LD articleBody.
};

/// Reads a page's own statements. Linear.
PageMetadata read_page_metadata(const HtmlTree& tree, std::string_view source, const lang::DocumentWords& words);

}  // namespace ql::clean
