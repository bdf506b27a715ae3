// SPDX-License-Identifier: Apache-2.0
// lines of a head -> block of Content-Length bytes -> (HTTP response) -> payload -> RawReport
//
// A record starts at a line "WARC/1."; lines that are none of a record are skipped and reported once, which is also how
// reading finds its way after a broken one. A length that is too long shows because no blank line follows the block;
// then the records that were read as part of it are given back. Cost: one copy of each page; other blocks are skipped.
// Tested by warc_test.cpp and warc_fuzz.cpp.
#include "ingest/warc.h"

#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "ingest/format.h"
#include "ingest/http_message.h"
#include "ingest/markup.h"

namespace ql::ingest {
namespace {

constexpr std::size_t kLongestLine = 1U << 16;
constexpr std::size_t kLongestHead = 1U << 20;
constexpr std::uint64_t kMostGivenBack = 1U << 30;  // So that an archive of wrong lengths takes linear time.

/// The head of a WARC or ARC record.
struct RecordHead {
  std::string type, media_type, charset, uri, id;
  std::optional<std::uint64_t> length;
};

std::optional<std::uint64_t> length_of(std::string_view text) {
  std::uint64_t length = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return length;
}

std::string without_brackets(std::string_view value) {
  if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

std::string_view without_return(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

class WarcReader {
 public:
  WarcReader(ByteStream& stream, Container& file) : stream_(stream), file_(file) {}

  void run() {
    while (file_.wants_more()) {
      const std::optional<ByteStream::Line> line = stream_.next_line(kLongestLine);
      if (!line) {
        if (!stream_.resume()) break;
        continue;
      }
      read_line(*line);
    }
    report_skipped();
  }

 private:
  void read_line(const ByteStream::Line& line) {
    const std::string_view text = without_return(line.bytes);
    if (text.empty() && !line.too_long) return;
    const std::uint64_t begin = line.begin_byte;
    if (text.starts_with("WARC/1.")) {
      if (const auto head = warc_head()) return read_record(*head, begin);
      broken(file_.next_record(), begin, "has a head that breaks off or is larger than 1 MiB");
    } else if (const auto head = arc_head(text)) {
      read_record(*head, begin);
    } else if (!lost_) {
      lost_ = true;
      broken(file_.next_record(), begin, "does not start as a record does");
    }
  }

  /// The fields up to the blank line.
  std::optional<RecordHead> warc_head() {
    std::string text;
    while (text.size() <= kLongestHead) {
      const std::optional<ByteStream::Line> line = stream_.next_line(kLongestLine);
      if (!line || line->too_long || !line->complete) return std::nullopt;
      if (without_return(line->bytes).empty()) return head_of(HeaderFields(text));
      text.append(line->bytes).push_back('\n');
    }
    return std::nullopt;
  }

  static RecordHead head_of(const HeaderFields& fields) {
    RecordHead head;
    head.type = lower_ascii(fields.get("warc-type"));
    read_content_type(fields.get("content-type"), head.media_type, head.charset);
    head.uri = without_brackets(fields.get("warc-target-uri"));
    head.id = without_brackets(fields.get("warc-record-id"));
    head.length = length_of(fields.get("content-length"));
    return head;
  }

  /// "http://... 192.0.2.1 20250307100000 text/html 4711"
  std::optional<RecordHead> arc_head(std::string_view line) {
    is_arc_ = is_arc_ || line.starts_with("filedesc://");
    if (!is_arc_ || line.find("://") == std::string_view::npos) return std::nullopt;
    RecordHead head;
    std::string_view rest = line;
    for (int field = 0; field < 4; ++field) {
      const std::size_t blank = rest.rfind(' ');
      if (blank == std::string_view::npos) return std::nullopt;
      if (field == 0) head.length = length_of(rest.substr(blank + 1));
      if (field == 1) head.media_type = lower_ascii(rest.substr(blank + 1));
      rest = rest.substr(0, blank);
    }
    head.uri = rest;
    head.type = line.starts_with("filedesc://") ? "warcinfo" : "response";
    return head;
  }

  void read_record(const RecordHead& head, std::uint64_t begin) {
    lost_ = false;
    const std::uint64_t record = file_.next_record();
    if (!head.length) return broken(record, begin, "states no length");
    const bool wanted = head.type == "response" || head.type == "resource" || head.type == "conversion";
    constexpr std::uint64_t kHeadRoom = 1U << 20;  // for the header of HTTP
    const bool fits = *head.length <= file_.max_report_bytes() + kHeadRoom;
    if (!wanted || !fits) {
      const bool whole = stream_.skip(*head.length) == *head.length;
      if (wanted) too_large(record, begin);
      if (!wanted) count_skipped(head.type.empty() ? "records without a type" : "records of type " + head.type);
      if (!whole) broken(record, begin, "is cut");
      return;
    }
    block_.clear();
    const std::size_t length = static_cast<std::size_t>(*head.length);
    const bool whole = stream_.read(length, block_) == length;
    if (whole && ends_here()) return hand_on(head, record, {begin, stream_.position()});
    // Cut, or too long a length: records may have been read as part of this one.
    const std::size_t next = block_.find("\nWARC/1.");
    if (next != std::string::npos && given_back_bytes_ <= kMostGivenBack) {
      const std::string_view rest = std::string_view(block_).substr(next + 1);
      given_back_bytes_ += rest.size();
      stream_.unread(rest);
    }
    if (!whole || next != std::string::npos) return broken(record, begin, "is cut, or states a wrong length");
    file_.report(Severity::Warning, "record.wrong_length", begin,
                 record_name(record) + " is followed by more bytes than it states; they are left out");
    hand_on(head, record, {begin, stream_.position()});
  }

  /// After a block: the end of the archive or a blank line.
  bool ends_here() {
    const std::string_view next = stream_.peek(4);
    return next.empty() || next.starts_with('\n') || next.starts_with("\r\n") || next == "WARC";
  }

  void hand_on(const RecordHead& head, std::uint64_t record, RecordRange range) {
    RawReport raw;
    std::string media_type = head.media_type, charset = head.charset;
    const bool http = block_.starts_with("HTTP/") && (is_arc_ || media_type.starts_with("application/http"));
    if (http) {
      HttpResponse response = read_http_response(std::move(block_), static_cast<std::size_t>(file_.max_report_bytes()));
      block_ = {};
      if (response.status < 200 || response.status > 299) {
        count_skipped("redirects and errors");
        return;
      }
      if (response.damaged) {
        file_.report(Severity::Warning, "record.damaged_body", range.begin,
                     record_name(record) + " could be decoded in part only; the rest is missing");
      }
      media_type = std::move(response.media_type);
      charset = std::move(response.charset);
      raw.bytes = std::move(response.body);
    } else {
      raw.bytes = std::move(block_);
      block_ = {};
    }
    if (!set_media_type(raw, media_type)) return;
    if (!charset.empty()) raw.declared_encoding = std::move(charset);
    if (!head.uri.empty()) raw.stated.url = head.uri;
    if (!head.id.empty()) raw.origin.given_id = head.id;
    file_.deliver(std::move(raw), record, range);
  }

  /// By the stated type, or by the first bytes if none is stated. False, and counted, if it is neither page nor text.
  bool set_media_type(RawReport& raw, const std::string& stated) {
    const bool html = stated == "text/html" || stated == "application/xhtml+xml" ||
                      ((stated.empty() || stated == "application/octet-stream") && is_html_page(raw.bytes));
    if (!html && stated != "text/plain") {
      const std::string main = stated.substr(0, stated.find('/'));
      const bool picture = main == "image" || main == "video" || main == "audio" || main == "font";
      count_skipped(stated.empty() ? "bodies of unknown type" : "bodies of type " + (picture ? main : stated));
      return false;
    }
    raw.media_type = html ? MediaType::Html : MediaType::PlainText;
    return true;
  }

  void count_skipped(const std::string& what) {
    constexpr std::size_t kMostKinds = 20, kLongestName = 80;
    const bool known = skipped_.contains(what);
    ++skipped_[known || (skipped_.size() < kMostKinds && what.size() < kLongestName) ? what : "others"];
  }

  void too_large(std::uint64_t record, std::uint64_t begin) {
    file_.report(Severity::Error, "report.too_large", begin,
                 record_name(record) + " is larger than one report may be; skipped");
  }
  void broken(std::uint64_t record, std::uint64_t begin, const std::string& what) {
    file_.report(Severity::Error, "record.broken", begin,
                 record_name(record) + " " + what + "; reading goes on behind it");
  }

  void report_skipped() {
    if (skipped_.empty()) return;
    std::string list;
    for (const auto& [what, count] : skipped_) {
      list += (list.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    }
    file_.report(Severity::Note, "archive.skipped", std::nullopt, "holds besides pages: " + list);
  }

  ByteStream& stream_;
  Container& file_;
  std::string block_;
  bool is_arc_ = false;
  std::uint64_t given_back_bytes_ = 0;
  bool lost_ = false;  ///< Skipping lines that are part of no record.
  std::map<std::string, std::uint64_t> skipped_;
};

}  // namespace

void read_warc(ByteStream& stream, Container& file) { WarcReader(stream, file).run(); }

}  // namespace ql::ingest
