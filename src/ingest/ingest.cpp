// SPDX-License-Identifier: Apache-2.0
// paths -> files -> format of each (by name, else by its first bytes) -> reports.
//
// A file of its own is one report; a container (JSONL, JSON array) is streamed record by record. Cost: linear in the
// bytes; memory: one report. Tested by ingest_test.cpp and, over hostile files, by tests/hostile.
#include "ingest/ingest.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/byte_stream.h"
#include "ingest/file_list.h"
#include "ingest/json_records.h"

namespace ql::ingest {
namespace {

enum class Format : std::uint8_t { PlainText, Markdown, Html, JsonLines, Json, Unknown };

struct Extension {
  std::string_view name;
  Format format;
};
constexpr std::array<Extension, 11> kExtensions{{{"txt", Format::PlainText},
                                                 {"text", Format::PlainText},
                                                 {"md", Format::Markdown},
                                                 {"markdown", Format::Markdown},
                                                 {"html", Format::Html},
                                                 {"htm", Format::Html},
                                                 {"xhtml", Format::Html},
                                                 {"jsonl", Format::JsonLines},
                                                 {"ndjson", Format::JsonLines},
                                                 {"jl", Format::JsonLines},
                                                 {"json", Format::Json}}};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// The last extension of a file name; ".gz" is looked through.
Format format_of_name(const std::string& path) {
  std::string_view name = std::string_view(path).substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
  std::string lower = lower_ascii(name);
  if (lower.ends_with(".gz")) {
    lower.resize(lower.size() - 3);
  }
  const std::size_t dot = lower.rfind('.');
  if (dot == std::string::npos) {
    return Format::Unknown;
  }
  const std::string_view extension = std::string_view(lower).substr(dot + 1);
  const auto* found = std::find_if(kExtensions.begin(), kExtensions.end(),
                                   [extension](const Extension& known) { return known.name == extension; });
  return found == kExtensions.end() ? Format::Unknown : found->format;
}

/// Guess from the first bytes, for stdin and unknown names. Bytes with NULs (and no UTF-16 BOM) are no text.
Format format_of_bytes(std::string_view start) {
  const bool utf16 = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  if (!utf16 && start.find('\0') != std::string_view::npos) {
    return Format::Unknown;
  }
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) {
    return Format::PlainText;
  }
  if (start[first] == '{') {
    return Format::JsonLines;
  }
  const std::string head = lower_ascii(start.substr(first, 512));
  const bool html = head.starts_with("<!doctype html") || head.find("<html") != std::string::npos ||
                    head.find("<body") != std::string::npos;
  return html ? Format::Html : Format::PlainText;
}

class Reader {
 public:
  Reader(const Options& options, const ReportSink& sink, Diagnostics& diagnostics)
      : options_(options), sink_(sink), diagnostics_(diagnostics) {}

  void read(const std::string& path) {
    ByteStream stream(path);
    if (!stream.is_open()) {
      report(path, Severity::Error, "file.unreadable", "cannot be opened; check that it exists and may be read");
      return;
    }
    Format format = format_of_name(path);
    const std::string_view start = stream.peek(kSniffBytes);
    if (format == Format::Unknown) {
      format = format_of_bytes(start);
    }
    if (format == Format::Unknown) {
      report(path, Severity::Warning, "format.unknown", "is no text, HTML or JSON; convert it first");
    } else if (format == Format::JsonLines) {
      read_json_lines(stream, path, {options_.max_report_bytes, sink_, diagnostics_});
    } else if (format == Format::Json) {
      read_json_file(stream, path, {options_.max_report_bytes, sink_, diagnostics_});
    } else {
      read_whole(stream, path, format);
    }
    if (stream.failed()) {
      report(path, Severity::Error, "file.truncated", "could not be read to its end; the rest is missing");
    }
  }

 private:
  static constexpr std::size_t kSniffBytes = 4096;

  void report(const std::string& path, Severity severity, std::string code, std::string message) {
    diagnostics_.push_back({path, severity, std::move(code), std::nullopt, std::move(message)});
  }

  void read_whole(ByteStream& stream, const std::string& path, Format format) {
    RawReport raw;
    raw.bytes = stream.read_rest(options_.max_report_bytes);
    if (raw.bytes.size() > options_.max_report_bytes) {
      report(path, Severity::Error, "report.too_large", "is larger than one report may be; split it");
      return;
    }
    raw.origin.path = path;
    raw.media_type = format == Format::Html       ? MediaType::Html
                     : format == Format::Markdown ? MediaType::Markdown
                                                  : MediaType::PlainText;
    sink_(std::move(raw));
  }

  const Options& options_;
  const ReportSink& sink_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_reports(const std::vector<std::string>& paths, const Options& options, const ReportSink& sink,
                  Diagnostics& diagnostics) {
  Reader reader(options, sink, diagnostics);
  for (const std::string& file : list_files(paths, diagnostics)) {
    reader.read(file);
  }
}

}  // namespace ql::ingest
