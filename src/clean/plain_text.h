// SPDX-License-Identifier: Apache-2.0
// Plain text and Markdown -> draft: paragraphs, headings, list items; front matter apart.
#pragma once

#include "clean/decode.h"
#include "clean/draft.h"
#include "ingest/raw_report.h"

namespace ql::clean {

/// Cuts text into blocks: a blank line ends one; lines in a row are one paragraph if the text is hard-wrapped, else one
/// each. Marks of Markdown at the edges of a block (#, >, -, **) are left out of it, also in .txt files, where
/// scraped reports carry them. YAML front matter and what scrapers leave above a text (head_fields.h) become
/// furniture, and what they state goes to `stated` where that is empty. Linear.
void draft_plain_text(const DecodedText& source, DraftWriter& writer, ingest::StatedMetadata& stated);

}  // namespace ql::clean
