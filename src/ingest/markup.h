// SPDX-License-Identifier: Apache-2.0
// The little that ingest must know about markup to tell texts apart and to read titles.
#pragma once

#include <string>
#include <string_view>

namespace ql::ingest {

/// True if it begins like a page of its own (a doctype, <html>, <head> or <body> in its first 2 KiB).
bool is_html_page(std::string_view text);
/// True if tags stand in it: an end tag or a common start tag. A lone '<' is text.
bool has_tags(std::string_view text);
/// The text of a short piece of HTML: tags out, references resolved, white space collapsed, ends trimmed.
std::string text_of_html(std::string_view html);
/// White-space runs (ASCII) as one blank, ends trimmed.
std::string collapsed(std::string_view text);

}  // namespace ql::ingest
