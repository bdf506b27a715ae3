// SPDX-License-Identifier: Apache-2.0
// Tested by format_test.cpp.
#include "ingest/format.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ql::ingest {
namespace {

struct Extension {
  std::string_view name;
  Format format;
};
constexpr std::array<Extension, 32> kExtensions{
    {{"txt", Format::PlainText},     {"text", Format::PlainText},  {"md", Format::Markdown},
     {"markdown", Format::Markdown}, {"html", Format::Html},       {"htm", Format::Html},
     {"xhtml", Format::Html},        {"jsonl", Format::JsonLines}, {"ndjson", Format::JsonLines},
     {"jl", Format::JsonLines},      {"json", Format::Json},       {"xml", Format::Xml},
     {"rss", Format::Xml},           {"atom", Format::Xml},        {"rdf", Format::Xml},
     {"opml", Format::Xml},          {"nitf", Format::Xml},        {"newsml", Format::Xml},
     {"warc", Format::Warc},         {"wet", Format::Warc},        {"arc", Format::Warc},
     {"eml", Format::Mail},          {"mbox", Format::Mail},       {"pdf", Format::Pdf},
     {"zip", Format::Archive},       {"tar", Format::Archive},     {"tgz", Format::Archive},
     {"txz", Format::Archive},       {"tbz2", Format::Archive},    {"7z", Format::Archive},
     {"cpio", Format::Archive},      {"epub", Format::Archive}}};

/// Known by its extension; endings of compression are looked through.
std::optional<Format> format_of_name(const std::string& path) {
  std::string name = lower_ascii(std::string_view(path).substr(path.rfind('/') + 1));
  for (const std::string_view packed : {".gz", ".zst", ".bz2", ".xz", ".lz", ".lz4"}) {
    if (name.ends_with(packed)) {
      name.resize(name.size() - packed.size());
      break;
    }
  }
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string_view extension = std::string_view(name).substr(dot + 1);
  const auto* found = std::find_if(kExtensions.begin(), kExtensions.end(),
                                   [extension](const Extension& known) { return known.name == extension; });
  if (found == kExtensions.end()) return std::nullopt;
  return found->format;
}

/// ZIP, 7z and tar; for tar at its place in the first header.
bool is_archive(std::string_view start) {
  return start.starts_with(std::string_view("PK\x03\x04", 4)) || start.starts_with("7z\xBC\xAF\x27\x1C") ||
         (start.size() >= 262 && start.substr(257, 5) == "ustar");
}

/// Documents of office programs are ZIP files too, but none with reports in files.
bool is_office_file(const std::string& path) {
  const std::string name = lower_ascii(path);
  constexpr std::array<std::string_view, 8> kOffice{".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".jar", ".apk"};
  return std::any_of(kOffice.begin(), kOffice.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Marks that nothing else begins with.
std::optional<Format> format_of_mark(const std::string& name, std::string_view start) {
  if (start.starts_with("WARC/1.") || start.starts_with("filedesc://")) return Format::Warc;
  if (start.starts_with("%PDF-")) return Format::Pdf;
  if (is_archive(start)) return is_office_file(name) ? Format::Unknown : Format::Archive;
  return std::nullopt;
}

/// "Received: ...", "From: ...": lines of a message's head, at least two with one that every message has.
bool looks_like_mail(std::string_view start) {
  if (start.starts_with("From ")) start.remove_prefix(std::min(start.find('\n'), start.size() - 1) + 1);
  std::size_t fields = 0;
  bool known = false;
  while (!start.empty()) {
    const std::size_t end = std::min(start.find('\n'), start.size());
    const std::string_view line = start.substr(0, end);
    start.remove_prefix(std::min(end + 1, start.size()));
    if (line.empty() || line == "\r") break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.substr(0, colon).find_first_of(" \t") != std::string_view::npos) break;
    const std::string name = lower_ascii(line.substr(0, colon));
    ++fields;
    known = known || name == "mime-version" || name == "received" || name == "message-id" || name == "return-path";
  }
  return known && fields >= 2;
}

/// True unless the first line ends inside an object.
bool is_json_line(std::string_view start) {
  const std::size_t end = start.find('\n');
  if (end == std::string_view::npos) return true;
  const std::size_t last = start.substr(0, end).find_last_not_of(" \t\r");
  return last != std::string_view::npos && start[last] == '}';
}

Format format_of_bytes(std::string_view start) {
  const bool utf16 = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  if (!utf16 && start.find('\0') != std::string_view::npos) return Format::Unknown;
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return Format::PlainText;
  if (start[first] == '{') return is_json_line(start.substr(first)) ? Format::JsonLines : Format::Json;
  if (start[first] == '[' && start.find('{', first) == start.find_first_not_of("[ \t\r\n", first)) return Format::Json;
  const std::string head = lower_ascii(start.substr(first, 512));
  const bool html = head.starts_with("<!doctype html") || head.find("<html") != std::string::npos ||
                    head.find("<body") != std::string::npos;
  if (html) return Format::Html;
  const bool xml = head.starts_with("<?xml") || head.starts_with("<rss") || head.starts_with("<feed") ||
                   head.starts_with("<rdf:rdf") || head.starts_with("<opml") || head.starts_with("<newsmessage") ||
                   head.starts_with("<newsitem") || head.starts_with("<nitf");
  if (xml) return Format::Xml;
  return looks_like_mail(start) ? Format::Mail : Format::PlainText;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

Format format_of(const std::string& name, std::string_view start) {
  if (const auto marked = format_of_mark(name, start)) return *marked;
  if (const auto named = format_of_name(name)) return *named;
  return format_of_bytes(start);
}

}  // namespace ql::ingest
