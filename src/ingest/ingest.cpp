// SPDX-License-Identifier: Apache-2.0
// paths -> files -> unpacked bytes -> format of each (format.h) -> its reader -> reports.
//
// A file of its own is one report; a container is read record by record. Archives hold files that are read the same
// way, and OPML lists name further files; both come back to Reader::read_stream, at most kMostNesting deep. Cost:
// linear in the bytes. Tested by ingest_test.cpp and, over hostile files, by tests/hostile.
#include "ingest/ingest.h"

#include <filesystem>
#include <set>
#include <string_view>

#include "ingest/archive_files.h"
#include "ingest/byte_stream.h"
#include "ingest/container.h"
#include "ingest/decompress.h"
#include "ingest/file_list.h"
#include "ingest/format.h"
#include "ingest/json_records.h"
#include "ingest/mail.h"
#include "ingest/pdf.h"
#include "ingest/warc.h"
#include "ingest/xml_records.h"

namespace ql::ingest {
namespace {

class Reader {
 public:
  Reader(const Options& options, const ReportSink& sink, Diagnostics& diagnostics)
      : options_(options), sink_(sink), diagnostics_(diagnostics) {}

  void read_file(const std::string& path) {
    std::error_code error;
    const bool first_time = path == "-" || seen_.insert(std::filesystem::weakly_canonical(path, error)).second;
    if (!first_time || !wants_more()) return;
    std::unique_ptr<ByteSource> source = open_file(path, options_.file_bytes_read);
    if (!source) {
      diagnostics_.push_back({path, Severity::Error, "file.unreadable", std::nullopt,
                              "cannot be opened; check that it exists and may be read"});
      return;
    }
    read_stream(path, std::move(source), 0);
  }

  /// `name` is what diagnostics and reports show, and what the format is told by.
  void read_stream(const std::string& name, std::unique_ptr<ByteSource> source, int depth) {
    Options rest = options_;
    if (rest.limit) *rest.limit -= delivered_;
    Container file(name, rest, sink_, diagnostics_);
    ByteStream stream(decompressed(std::move(source)));
    const std::string_view start = stream.peek(kSniffBytes);
    dispatch(format_of(name, start), stream, file, depth);
    delivered_ += file.delivered();
    report_fault(stream.fault(), file);
  }

  [[nodiscard]] bool wants_more() const {
    return (options_.stop == nullptr || !*options_.stop) && (!options_.limit || delivered_ < *options_.limit);
  }

 private:
  static constexpr std::size_t kSniffBytes = 4096;
  static constexpr int kMostNesting = 3;

  void dispatch(Format format, ByteStream& stream, Container& file, int depth) {
    switch (format) {
      case Format::Unknown:
        file.report(Severity::Warning, "format.unknown", std::nullopt, unknown_format(stream.peek(kSniffBytes)));
        break;
      case Format::JsonLines:
        return read_json_lines(stream, file);
      case Format::Json:
        return read_json_file(stream, file);
      case Format::Xml:
        return read_xml(stream, file, depth);
      case Format::Warc:
        return read_warc(stream, file);
      case Format::Mail:
        return read_mail(stream, file);
      case Format::Pdf:
        return read_pdf(stream, file);
      case Format::Archive:
        return read_archive(stream, file, depth);
      case Format::PlainText:
      case Format::Markdown:
      case Format::Html:
        return read_whole(stream, file, format);
    }
  }

  static std::string unknown_format(std::string_view start) {
    if (start.starts_with("PK")) return "is a document of an office program; save it as text, HTML or PDF";
    if (start.starts_with("\xFF\xD8\xFF") || start.starts_with("\x89PNG") || start.starts_with("GIF8")) {
      return "is a picture; a report in it needs text recognition first";
    }
    return "is no format that is read here (docs/formats/input.md); convert it first";
  }

  static void read_whole(ByteStream& stream, Container& file, Format format) {
    RawReport raw;
    raw.bytes = stream.read_rest(file.max_report_bytes());
    if (raw.bytes.size() > file.max_report_bytes()) {
      file.report(Severity::Error, "report.too_large", std::nullopt, "is larger than one report may be; split it");
      return;
    }
    raw.media_type = format == Format::Html       ? MediaType::Html
                     : format == Format::Markdown ? MediaType::Markdown
                                                  : MediaType::PlainText;
    file.deliver_file(std::move(raw));
  }

  void read_xml(ByteStream& stream, Container& file, int depth) {
    const XmlOutcome outcome = read_xml_records(stream, file);
    if (outcome.is_page) {
      RawReport raw;
      raw.bytes = outcome.page;
      raw.media_type = MediaType::Html;
      file.deliver_file(std::move(raw));
    }
    if (depth > 0) return;  // A list in an archive names files that are not there.
    for (const std::string& path : outcome.listed_files) read_file(path);
  }

  /// Records of all files of an archive are counted through, and the archive is their container.
  void read_archive(ByteStream& stream, Container& archive, int depth) {
    if (depth >= kMostNesting) {
      archive.report(Severity::Error, "archive.too_deep", std::nullopt, "archives in archives; unpack it first");
      return;
    }
    std::uint64_t record = 0;
    const ReportSink in_archive = [&](RawReport&& raw) {
      raw.origin.container = archive.path();
      raw.origin.record = record++;
      raw.origin.container_begin_byte.reset();
      raw.origin.container_end_byte.reset();
      sink_(std::move(raw));
    };
    Reader inner(options_, in_archive, diagnostics_);
    inner.delivered_ = delivered_;
    read_archive_files(stream, archive, [&](const std::string& name, std::unique_ptr<ByteSource> source) {
      inner.read_stream(archive.path() + "/" + name, std::move(source), depth + 1);
      return inner.wants_more();
    });
    delivered_ = inner.delivered_;
  }

  static void report_fault(SourceFault fault, Container& file) {
    switch (fault) {
      case SourceFault::None:
        return;
      case SourceFault::Unreadable:
      case SourceFault::Damaged:
        file.report(Severity::Error, "file.truncated", std::nullopt,
                    "could not be read in full: it is cut or damaged; fetch it again");
        return;
      case SourceFault::Bomb:
        file.report(Severity::Error, "file.bomb", std::nullopt,
                    "grows more than 300-fold when unpacked; reading ended. Unpack it yourself if that is right");
        return;
    }
  }

  const Options& options_;
  const ReportSink& sink_;
  Diagnostics& diagnostics_;
  std::uint64_t delivered_ = 0;
  std::set<std::filesystem::path> seen_;
};

}  // namespace

void read_reports(const std::vector<std::string>& paths, const Options& options, const ReportSink& sink,
                  Diagnostics& diagnostics) {
  Reader reader(options, sink, diagnostics);
  for (const std::string& file : list_files(paths, diagnostics)) {
    reader.read_file(file);
  }
}

void read_reports_in(const std::string& name, std::string bytes, const Options& options, const ReportSink& sink,
                     Diagnostics& diagnostics) {
  Reader(options, sink, diagnostics).read_stream(name, from_memory(std::move(bytes)), 0);
}

}  // namespace ql::ingest
