// SPDX-License-Identifier: Apache-2.0
// Tested by xml_records_test.cpp.
#include "ingest/markup.h"

#include <algorithm>
#include <array>

#include "ingest/format.h"
#include "lang/html_entities.h"

namespace ql::ingest {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_html_page(std::string_view text) {
  const std::string head = lower_ascii(text.substr(0, 2048));
  constexpr std::array<std::string_view, 4> kMarks{"<!doctype html", "<html", "<head>", "<body"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return head.find(mark) != std::string::npos; });
}

bool has_tags(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 2 >= text.size()) return false;
    if (text[at + 1] == '/' && is_letter(text[at + 2])) return true;
    const std::string start = lower_ascii(text.substr(at + 1, 4));
    for (const std::string_view name : {"p>", "p ", "br>", "br/", "br ", "div", "img", "a hr"}) {
      if (start.starts_with(name)) return true;
    }
  }
  return false;
}

std::string text_of_html(std::string_view html) {
  std::string out;
  const std::size_t last_end = html.rfind('>');
  for (std::size_t i = 0; i < html.size();) {
    const bool tag = last_end != std::string_view::npos && i < last_end && html[i] == '<' &&
                     (is_letter(html[i + 1]) || html[i + 1] == '/');
    const std::size_t end = tag ? html.find('>', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      i = end + 1;
      continue;
    }
    if (html[i] == '&') {
      const lang::Reference reference = lang::resolve_reference(html, i);
      if (reference.size_bytes > 0) {
        out += reference.text;
        i += reference.size_bytes;
        continue;
      }
    }
    out += html[i++];
  }
  return collapsed(out);
}

std::string collapsed(std::string_view text) {
  std::string out;
  bool pending = false;
  for (const char c : text) {
    if (is_blank(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += c;
  }
  return out;
}

}  // namespace ql::ingest
