// SPDX-License-Identifier: Apache-2.0
// line or file -> (simdjson) -> fields by role (json_fields.h) -> RawReport
//
// A record is parsed on its own, so that a broken one costs itself only. Bytes that JSON forbids (invalid UTF-8, raw
// control characters) are replaced and reported, and the record is tried once more. Cost: linear; one record is held.
// Tested by ingest_test.cpp and jsonl_fuzz.cpp.
#include "ingest/json_records.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "ingest/dates.h"
#include "ingest/format.h"
#include "ingest/json_fields.h"
#include "ingest/markup.h"
#include "ingest/news_status.h"

namespace ql::ingest {
namespace {

namespace od = simdjson::ondemand;

/// True if nothing but white space follows the value that was read (simdjson then has no location to name).
bool at_end(od::document& document) { return document.current_location().error() != simdjson::SUCCESS; }

/// Replaces what JSON forbids: invalid UTF-8 by U+FFFD, control characters by blanks.
std::string repaired(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t position = 0; position < json.size();) {
    const CodePoint point = decode_utf8(json, position);
    append_utf8(out, point.value < 0x20 ? U' ' : point.value);
    position += point.size_bytes;
  }
  return out;
}

/// Parses records of one container and hands them on.
class RecordReader {
 public:
  explicit RecordReader(Container& file) : file_(file) {}

  /// What the records do not say themselves (the title of a JSON Feed).
  void set_outlet(std::optional<std::string> outlet) { outlet_ = std::move(outlet); }

  /// One record; `begin_byte` is its place in the container.
  void read(std::string_view json, std::uint64_t begin_byte) {
    const std::uint64_t record = file_.next_record();
    JsonFields fields(file_.options().field_map);
    if (parse(json, fields) != simdjson::SUCCESS) {
      fields = JsonFields(file_.options().field_map);
      const std::string second_try = repaired(json);
      const auto error = parse(second_try, fields);
      if (error != simdjson::SUCCESS) {
        file_.report(Severity::Error, "record.broken", begin_byte,
                     record_name(record) + " is no JSON object: " + simdjson::error_message(error));
        return;
      }
      file_.report(Severity::Warning, "encoding.invalid_byte", begin_byte + first_difference(json, second_try),
                   record_name(record) + " holds bytes that JSON does not allow; they were replaced");
    }
    hand_on(fields, record, {begin_byte, begin_byte + json.size()});
  }

 private:
  simdjson::error_code parse(std::string_view json, JsonFields& fields) {
    buffer_.assign(json);
    buffer_.append(simdjson::SIMDJSON_PADDING, ' ');
    od::document document;
    if (const auto error = parser_.iterate(buffer_.data(), json.size(), buffer_.size()).get(document)) return error;
    od::object object;
    if (const auto error = document.get_object().get(object)) return error;
    if (const auto error = fields.collect(object)) return error;
    return at_end(document) ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
  }

  static std::size_t first_difference(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  }

  /// The text in the best form that the record has; none, with a diagnostic, if it has none.
  bool take_text(JsonFields& fields, RawReport& raw, std::uint64_t record, std::uint64_t begin_byte) {
    std::optional<std::string> text = fields.take(FieldRole::Text);
    if (!text) text = fields.take(FieldRole::Html);
    const std::string kind = fields.take(FieldRole::Kind).value_or("");
    if (!text && is_other_medium(kind)) {
      file_.report(Severity::Note, "report.not_text", begin_byte, record_name(record) + " is a " + kind + ", no text");
      return false;
    }
    if (!text) {
      text = fields.take(FieldRole::Summary);
      if (text) {
        file_.report(Severity::Note, "report.summary_only", begin_byte,
                     record_name(record) + " holds a summary only" + place_of(raw.stated.url));
      }
    }
    if (!text) {
      file_.report(Severity::Warning, "record.no_text", begin_byte,
                   record_name(record) + " has no text; name its field: --map text=FIELD");
      return false;
    }
    raw.bytes = std::move(*text);
    if (is_html_page(raw.bytes) || has_tags(raw.bytes)) {
      raw.media_type = MediaType::Html;
      raw.declared_encoding = "utf-8";
    }
    return true;
  }

  void take_metadata(JsonFields& fields, RawReport& raw) {
    raw.origin.given_id = fields.take(FieldRole::Id);
    raw.stated.title = fields.take(FieldRole::Title);
    if (raw.stated.title && (has_tags(*raw.stated.title) || raw.stated.title->find('&') != std::string::npos)) {
      raw.stated.title = text_of_html(*raw.stated.title);
    }
    raw.stated.published = iso_time_if(fields.take(FieldRole::Published));
    raw.stated.modified = iso_time_if(fields.take(FieldRole::Modified));
    if (!raw.stated.published) raw.stated.published = raw.stated.modified;
    raw.stated.outlet = fields.take(FieldRole::Outlet);
    if (!raw.stated.outlet) raw.stated.outlet = outlet_;
    raw.stated.url = fields.take(FieldRole::Url);
    raw.stated.language = fields.take(FieldRole::Language);
    raw.stated.authors = fields.take_all(FieldRole::Authors);
    raw.stated.section = fields.take(FieldRole::Section);
    raw.stated.licence = fields.take(FieldRole::Licence);
    raw.stated.paywall = truth_of(fields.take(FieldRole::Paywall));
    const std::optional<bool> free = truth_of(fields.take(FieldRole::Free));
    if (!raw.stated.paywall && free) raw.stated.paywall = !*free;
  }

  static std::optional<bool> truth_of(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    const std::string lower = lower_ascii(*text);
    if (lower == "true" || lower == "1") return true;
    if (lower == "false" || lower == "0") return false;
    return std::nullopt;
  }

  /// Records are versions of one item if they share its id and number themselves.
  static void take_item(JsonFields& fields, RawReport& raw) {
    const std::string version = fields.take(FieldRole::Version).value_or("");
    if (!raw.origin.given_id || version.empty()) return;
    raw.item.item = *raw.origin.given_id;
    raw.item.version = version_number(version);
    raw.item.created = raw.stated.modified.value_or("");
  }

  void hand_on(JsonFields& fields, std::uint64_t record, RecordRange range) {
    RawReport raw;
    raw.media_type = MediaType::Record;
    take_metadata(fields, raw);
    take_item(fields, raw);
    const NewsStatus status{fields.take(FieldRole::Status).value_or(""), fields.take(FieldRole::Embargoed), {}, false};
    if (is_withdrawn(status)) return withdraw(status, std::move(raw), record, range, file_);
    if (!take_text(fields, raw, record, range.begin)) return;
    if (!accept(status, record, range.begin, file_, raw.item)) return;
    file_.deliver(std::move(raw), record, range);
  }

  Container& file_;
  std::optional<std::string> outlet_;
  od::parser parser_;
  std::string buffer_;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

void read_line(RecordReader& reader, Container& file, const ByteStream::Line& line) {
  std::string_view bytes = line.bytes;
  std::uint64_t begin_byte = line.begin_byte;
  if (line.too_long) {
    file.report(Severity::Error, "report.too_large", begin_byte,
                record_name(file.next_record()) + ": the line is longer than one report may be; skipped");
    return;
  }
  if (begin_byte == 0 && bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    begin_byte += 3;
  }
  if (bytes.ends_with('\r')) {
    bytes.remove_suffix(1);
  }
  if (!is_blank(bytes)) {
    reader.read(bytes, begin_byte);
  }
}

/// Cuts a JSON array into the objects that stand in it, by strings and nesting alone, so that neither a cut file nor a
/// broken element costs the objects before and after it. One pass, no recursion.
class ArrayCutter {
 public:
  /// `json` begins with '['.
  explicit ArrayCutter(std::string_view json) : json_(json) {}

  /// The next object as it stands in the array; none at the end, or where something else stands.
  std::optional<std::string_view> next() {
    at_ = std::min(json_.find_first_not_of(" \t\r\n,", at_), json_.size());
    if (at_ == json_.size() || json_[at_] != '{') return std::nullopt;
    const std::size_t begin = at_, end = object_end();
    if (end == std::string_view::npos) return std::nullopt;
    at_ = end;
    return json_.substr(begin, end - begin);
  }

  /// After the last object: the array is closed, and nothing follows.
  [[nodiscard]] bool complete() const {
    return at_ < json_.size() && json_[at_] == ']' &&
           json_.find_first_not_of(" \t\r\n", at_ + 1) == std::string_view::npos;
  }

 private:
  /// The byte after the object that begins at at_; npos if it is never closed.
  [[nodiscard]] std::size_t object_end() const {
    std::size_t depth = 0;
    for (std::size_t i = at_; i < json_.size(); ++i) {
      const char c = json_[i];
      if (c == '"') {
        i = string_end(i);
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return std::string_view::npos;
  }

  /// The closing mark of the string that `open` opens; the end of the text if there is none.
  [[nodiscard]] std::size_t string_end(std::size_t open) const {
    std::size_t i = open + 1;
    while (i < json_.size() && json_[i] != '"') i += json_[i] == '\\' ? 2 : 1;
    return std::min(i, json_.size());
  }

  std::string_view json_;
  std::size_t at_ = 1;
};

/// An object that is no report itself but holds a list of them.
struct Envelope {
  std::size_t list_begin = 0;  ///< Of the '[' in the text.
  std::optional<std::string> outlet;
};

constexpr std::array<std::string_view, 9> kListNames{"items",   "articles", "results", "docs", "documents",
                                                     "reports", "news",     "data",    "posts"};

/// `json` must be one valid object. None if it has text of its own or no list of objects.
std::optional<Envelope> envelope_of(std::string_view json, const Options& options) {
  od::parser parser;
  od::document document;
  const simdjson::padded_string padded(json);
  od::object object;
  if (parser.iterate(padded).get(document) || document.get_object().get(object)) return std::nullopt;
  Envelope envelope;
  bool has_list = false;
  for (auto field : object) {
    std::string_view key;
    od::value value;
    od::json_type type;
    if (field.unescaped_key().get(key) || field.value().get(value) || value.type().get(type)) return std::nullopt;
    const bool listed = std::find(kListNames.begin(), kListNames.end(), key) != kListNames.end();
    if (type != od::json_type::array || !listed || has_list) continue;
    envelope.list_begin = static_cast<std::size_t>(value.raw_json_token().data() - padded.data());
    const std::size_t first = json.find_first_not_of(" \t\r\n", envelope.list_begin + 1);
    has_list = first != std::string_view::npos && (json[first] == '{' || json[first] == ']');
  }
  if (!has_list) return std::nullopt;
  JsonFields fields(options.field_map);
  od::document again;
  if (parser.iterate(padded).get(again) || again.get_object().get(object) || fields.collect(object))
    return std::nullopt;
  if (fields.has(FieldRole::Text) || fields.has(FieldRole::Html)) return std::nullopt;
  envelope.outlet = fields.take(FieldRole::Title);
  return envelope;
}

/// Reads the objects of the array that begins at `begin`. `whole`: nothing may follow the array.
void read_array(RecordReader& reader, Container& file, std::string_view bytes, std::size_t begin, bool whole) {
  ArrayCutter cutter(bytes.substr(begin));
  while (file.wants_more()) {
    const std::optional<std::string_view> element = cutter.next();
    if (!element) break;
    reader.read(*element, static_cast<std::uint64_t>(element->data() - bytes.data()));
  }
  if (whole && file.wants_more() && !cutter.complete()) {
    file.report(Severity::Error, "record.broken", begin, "the array of records is broken; its rest is missing");
  }
}

/// True if `json` is one object and nothing else.
bool is_one_object(std::string_view json) {
  od::parser parser;
  od::document document;
  const simdjson::padded_string padded(json);
  od::object object;
  return !parser.iterate(padded).get(document) && !document.get_object().get(object) && !object.raw_json().error() &&
         at_end(document);
}

}  // namespace

void read_json_lines(ByteStream& stream, Container& file) {
  RecordReader reader(file);
  const std::size_t max_line = 2 * file.max_report_bytes();
  do {
    while (file.wants_more()) {
      const std::optional<ByteStream::Line> line = stream.next_line(max_line);
      if (!line) break;
      read_line(reader, file, *line);
    }
  } while (file.wants_more() && stream.resume());
}

void read_json_file(ByteStream& stream, Container& file) {
  constexpr std::size_t kMaxArrayBytes = 1U << 30;
  RecordReader reader(file);
  const std::string bytes = stream.read_rest(kMaxArrayBytes);
  if (bytes.size() > kMaxArrayBytes) {
    file.report(Severity::Error, "report.too_large", 0, "JSON file is larger than 1 GiB; use one record per line");
    return;
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string::npos) {
    file.report(Severity::Warning, "report.empty", 0, "holds no record");
    return;
  }
  if (bytes[first] == '[') return read_array(reader, file, bytes, first, true);
  const std::string_view rest = std::string_view(bytes).substr(first);
  if (is_one_object(rest)) {
    const auto envelope = envelope_of(rest, file.options());
    if (!envelope) return reader.read(rest.substr(0, rest.find_last_not_of(" \t\r\n") + 1), first);
    reader.set_outlet(envelope->outlet);
    return read_array(reader, file, bytes, first + envelope->list_begin, false);
  }
  std::size_t begin = first;
  while (begin < bytes.size() && file.wants_more()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    read_line(reader, file, {std::string_view(bytes).substr(begin, end - begin), begin, false, true});
    begin = end + 1;
  }
}

}  // namespace ql::ingest
