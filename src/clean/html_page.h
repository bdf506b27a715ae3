// SPDX-License-Identifier: Apache-2.0
// A page -> draft with title and content found, and what the page states about itself.
#pragma once

#include "clean/decode.h"
#include "clean/draft.h"
#include "clean/label.h"
#include "clean/page_metadata.h"

namespace ql::clean {

struct HtmlPage {
  Draft draft;
  LabelHints hints;
  PageMetadata metadata;
};

/// Reads a decoded page. Linear.
HtmlPage read_html_page(const DecodedText& source, const lang::DocumentWords& words);

}  // namespace ql::clean
