// SPDX-License-Identifier: Apache-2.0
// The text that a range of source bytes stands for, found anew from the bytes alone: what `verify` compares with.
#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "ingest/raw_report.h"

namespace ql::clean {

/// Re-derives the text of `range`: decodes, strips tags, comments and hidden elements, resolves character references,
/// removes soft hyphens and BOMs, and collapses white space (ends trimmed). `encoding` is Report::encoding. Does not
/// use the block finder, so that it checks it. Requires range.end <= source_bytes.size(). Linear in the range.
std::string derive_text(std::string_view source_bytes, SourceRange range, ingest::MediaType media_type,
                        std::string_view encoding);

/// White-space runs (Unicode) as one blank, ends trimmed, soft hyphens and BOMs removed; the form in which
/// derive_text() answers and texts are compared.
std::string collapse_white_space(std::string_view text);

}  // namespace ql::clean
