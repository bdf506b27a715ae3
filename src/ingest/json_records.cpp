// SPDX-License-Identifier: Apache-2.0
// line or file -> (simdjson) -> fields by role -> RawReport
//
// A record is parsed on its own, so that a broken one costs itself only. Bytes that JSON forbids (invalid UTF-8, raw
// control characters) are replaced and reported, and the record is tried once more. Cost: linear; one record is held.
// Tested by ingest_test.cpp and jsonl_fuzz.cpp.
#include "ingest/json_records.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ingest/record_fields.h"

namespace ql::ingest {
namespace {

namespace od = simdjson::ondemand;

/// Strings of a record by role, with the rank of the name that they came from.
struct Fields {
  struct Slot {
    std::size_t rank = kFieldNames.size();
    std::vector<std::string> values;
  };
  std::array<Slot, static_cast<std::size_t>(FieldRole::Count)> slots;

  std::optional<std::string> take(FieldRole role) {
    Slot& slot = slots[static_cast<std::size_t>(role)];
    if (slot.values.empty() || slot.values.front().empty()) {
      return std::nullopt;
    }
    return std::move(slot.values.front());
  }
};

std::size_t rank_of(std::string_view name) {
  const auto* found = std::find_if(kFieldNames.begin(), kFieldNames.end(),
                                   [name](const FieldName& known) { return known.name == name; });
  return static_cast<std::size_t>(found - kFieldNames.begin());
}

simdjson::error_code collect_strings(od::value value, std::vector<std::string>& out, int depth);

/// {"name": "..."} as schema.org writes persons and publishers.
simdjson::error_code collect_name(od::object object, std::vector<std::string>& out, int depth) {
  for (auto field : object) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    if (key == "name" || key == "title" || key == "value") {
      od::value value;
      if (const auto error = field.value().get(value)) return error;
      if (const auto error = collect_strings(value, out, depth + 1)) return error;
    }
  }
  return simdjson::SUCCESS;
}

/// Strings and numbers of a value; arrays and named objects to a depth of 3.
simdjson::error_code collect_strings(od::value value, std::vector<std::string>& out, int depth) {
  od::json_type type;
  if (const auto error = value.type().get(type)) return error;
  if (type == od::json_type::string) {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return error;
    out.emplace_back(text);
  } else if (type == od::json_type::number) {
    const std::string_view token = value.raw_json_token();
    out.emplace_back(token.substr(0, token.find_last_not_of(" \t\r\n") + 1));
  } else if (type == od::json_type::array && depth < 3) {
    od::array array;
    if (const auto error = value.get_array().get(array)) return error;
    for (auto element : array) {
      od::value inner;
      if (const auto error = element.get(inner)) return error;
      if (const auto error = collect_strings(inner, out, depth + 1)) return error;
    }
  } else if (type == od::json_type::object && depth < 3) {
    od::object object;
    if (const auto error = value.get_object().get(object)) return error;
    return collect_name(object, out, depth);
  }
  return simdjson::SUCCESS;
}

simdjson::error_code collect_fields(od::object object, Fields& fields) {
  for (auto field : object) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    const std::size_t rank = rank_of(key);
    od::value value;
    if (const auto error = field.value().get(value)) return error;
    if (rank == kFieldNames.size()) continue;
    Fields::Slot& slot = fields.slots[static_cast<std::size_t>(kFieldNames[rank].role)];
    if (rank >= slot.rank) continue;
    std::vector<std::string> values;
    if (const auto error = collect_strings(value, values, 0)) return error;
    if (!values.empty()) slot = {rank, std::move(values)};
  }
  return simdjson::SUCCESS;
}

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
  RecordReader(const std::string& path, const RecordContext& context) : path_(path), context_(context) {}

  /// One record; `begin_byte` is its place in the container.
  void read(std::string_view json, std::uint64_t begin_byte) {
    const std::uint64_t record = next_record_++;
    Fields fields;
    if (parse(json, fields) != simdjson::SUCCESS) {
      fields = {};
      const std::string second_try = repaired(json);
      const auto error = parse(second_try, fields);
      if (error != simdjson::SUCCESS) {
        report(Severity::Error, "record.broken", begin_byte,
               "record " + std::to_string(record) + " is no JSON object: " + simdjson::error_message(error));
        return;
      }
      report(Severity::Warning, "encoding.invalid_byte", begin_byte + first_difference(json, second_try),
             "record " + std::to_string(record) + " holds bytes that JSON does not allow; they were replaced");
    }
    hand_on(fields, record, {begin_byte, begin_byte + json.size()});
  }

  void report(Severity severity, std::string code, std::uint64_t byte, std::string message) {
    context_.diagnostics.push_back({path_, severity, std::move(code), byte, std::move(message)});
  }

 private:
  simdjson::error_code parse(std::string_view json, Fields& fields) {
    buffer_.assign(json);
    buffer_.append(simdjson::SIMDJSON_PADDING, ' ');
    od::document document;
    if (const auto error = parser_.iterate(buffer_.data(), json.size(), buffer_.size()).get(document)) return error;
    od::object object;
    if (const auto error = document.get_object().get(object)) return error;
    if (const auto error = collect_fields(object, fields)) return error;
    return at_end(document) ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
  }

  static std::size_t first_difference(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  }

  void hand_on(Fields& fields, std::uint64_t record, std::pair<std::uint64_t, std::uint64_t> bytes) {
    RawReport raw;
    std::optional<std::string> text = fields.take(FieldRole::Text);
    raw.media_type = MediaType::Record;
    if (!text) {
      text = fields.take(FieldRole::Html);
      raw.media_type = MediaType::Html;
      raw.declared_encoding = "utf-8";
    }
    if (!text) {
      report(Severity::Warning, "record.no_text", bytes.first,
             "record " + std::to_string(record) + " has no text; name the field text, maintext, body or html");
      return;
    }
    if (text->size() > context_.max_record_bytes) {
      report(Severity::Error, "report.too_large", bytes.first, "record is larger than one report may be");
      return;
    }
    raw.bytes = std::move(*text);
    raw.origin.path = path_;
    raw.origin.container = path_;
    raw.origin.record = record;
    raw.origin.container_begin_byte = bytes.first;
    raw.origin.container_end_byte = bytes.second;
    raw.origin.given_id = fields.take(FieldRole::Id);
    raw.stated.title = fields.take(FieldRole::Title);
    raw.stated.published = fields.take(FieldRole::Published);
    raw.stated.modified = fields.take(FieldRole::Modified);
    raw.stated.outlet = fields.take(FieldRole::Outlet);
    raw.stated.url = fields.take(FieldRole::Url);
    raw.stated.language = fields.take(FieldRole::Language);
    raw.stated.authors = std::move(fields.slots[static_cast<std::size_t>(FieldRole::Authors)].values);
    context_.sink(std::move(raw));
  }

  const std::string& path_;
  const RecordContext& context_;
  std::uint64_t next_record_ = 0;
  od::parser parser_;
  std::string buffer_;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

void read_line(RecordReader& reader, const ByteStream::Line& line) {
  std::string_view bytes = line.bytes;
  std::uint64_t begin_byte = line.begin_byte;
  if (line.too_long) {
    reader.report(Severity::Error, "report.too_large", begin_byte, "line is longer than one report may be; skipped");
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

}  // namespace

void read_json_lines(ByteStream& stream, const std::string& path, const RecordContext& context) {
  RecordReader reader(path, context);
  const std::size_t max_line = 2 * context.max_record_bytes;
  while (const std::optional<ByteStream::Line> line = stream.next_line(max_line)) {
    read_line(reader, *line);
  }
}

void read_json_file(ByteStream& stream, const std::string& path, const RecordContext& context) {
  constexpr std::size_t kMaxArrayBytes = 1U << 30;
  RecordReader reader(path, context);
  const std::string bytes = stream.read_rest(kMaxArrayBytes);
  if (bytes.size() > kMaxArrayBytes) {
    reader.report(Severity::Error, "report.too_large", 0, "JSON file is larger than 1 GiB; use one record per line");
    return;
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string::npos) {
    reader.report(Severity::Warning, "report.empty", 0, "holds no record");
    return;
  }
  if (bytes[first] == '[') {
    ArrayCutter cutter(std::string_view(bytes).substr(first));
    while (const std::optional<std::string_view> element = cutter.next()) {
      reader.read(*element, static_cast<std::uint64_t>(element->data() - bytes.data()));
    }
    if (!cutter.complete()) {
      reader.report(Severity::Error, "record.broken", first, "the array of records is broken; its rest is missing");
    }
    return;
  }
  const std::string_view rest = std::string_view(bytes).substr(first);
  od::parser parser;
  od::document document;
  const simdjson::padded_string padded(rest);
  od::object object;
  const bool one_object = !parser.iterate(padded).get(document) && !document.get_object().get(object) &&
                          !object.raw_json().error() && at_end(document);
  if (one_object) {
    reader.read(rest.substr(0, rest.find_last_not_of(" \t\r\n") + 1), first);
    return;
  }
  std::size_t begin = first;
  while (begin < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    read_line(reader, {std::string_view(bytes).substr(begin, end - begin), begin, false});
    begin = end + 1;
  }
}

}  // namespace ql::ingest
