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
};

struct PageMetadata {
  std::vector<std::string> headlines;  ///< JSON-LD, OpenGraph, other meta, <title>, in this order.
  std::optional<HtmlText> title_tag;   ///< Where the text of <title> stands.
  std::vector<StatedName> authors;
  std::optional<PrintedDate> published, modified;
  std::optional<PrintedDate> time_tag;    ///< The first <time datetime> of the page.
  std::optional<PrintedDate> shown_date;  ///< The first full date on a short line, if nothing states one.
  std::optional<PrintedDate> url_date;    ///< /2025/06/02/
  std::optional<std::string> outlet, url, language, section, license;
  std::optional<bool> is_free;  ///< What the page states about its paywall.
  std::string body;             ///< JSON-LD articleBody.
};

/// Reads a page's own statements. Linear.
PageMetadata read_page_metadata(const HtmlTree& tree, std::string_view source, const lang::DocumentWords& words);

}  // namespace ql::clean
