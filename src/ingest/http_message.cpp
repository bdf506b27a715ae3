// SPDX-License-Identifier: Apache-2.0
// Archives often say "chunked" or "gzip" of bodies that were decoded before they were stored; so a body is believed
// more than its header: without a chunk size or the mark of gzip it is taken as it is. Tested by warc_test.cpp.
#include "ingest/http_message.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "ingest/decompress.h"
#include "ingest/format.h"

namespace ql::ingest {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool same_name(std::string_view name, std::string_view lower_name) {
  return name.size() == lower_name.size() &&
         std::equal(name.begin(), name.end(), lower_name.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

/// The size in front of a chunk, and where its bytes begin; none if there is no such line.
std::optional<std::pair<std::size_t, std::size_t>> chunk_head(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kLongestLine = 256;
  const std::size_t end = bytes.substr(at, kLongestLine).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = bytes.substr(at, end);
  std::size_t size = 0;
  const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (error != std::errc() || stop == line.data()) return std::nullopt;
  const std::string_view rest(stop, static_cast<std::size_t>(line.data() + line.size() - stop));
  const bool clean = trimmed(rest).empty() || trimmed(rest).front() == ';';
  if (!clean) return std::nullopt;
  return std::pair{size, at + end + 1};
}

/// Joins chunks in place. False if the chunks break off; the bytes before stay.
bool join_chunks(std::string& body) {
  std::size_t written = 0, at = 0;
  for (bool first = true;; first = false) {
    const auto head = chunk_head(body, at);
    if (!head) {
      if (first) return true;  // It was joined before.
      body.resize(written);
      return false;
    }
    const auto [size, begin] = *head;
    const std::size_t there = std::min(size, body.size() - begin);
    std::copy(body.begin() + static_cast<std::ptrdiff_t>(begin),
              body.begin() + static_cast<std::ptrdiff_t>(begin + there),
              body.begin() + static_cast<std::ptrdiff_t>(written));
    written += there;
    at = begin + there;
    if (size == 0 || there < size) {
      body.resize(written);
      return size == 0;
    }
    while (at < body.size() && (body[at] == '\r' || body[at] == '\n')) ++at;
  }
}

/// Servers use one encoding, rarely two. A header that names thousands only makes the reader unpack a body that
/// unpacks to itself again and again.
constexpr unsigned kMaxEncodings = 8;

/// Undoes the encodings in a header ("gzip", "gzip, br"), the last one first. False if the body stays encoded.
bool undo_encodings(std::string& body, std::string_view encodings, std::size_t max_body_bytes) {
  unsigned undone = 0;
  while (!encodings.empty()) {
    const std::size_t comma = encodings.rfind(',');
    const std::string name = lower_ascii(trimmed(encodings.substr(comma == std::string_view::npos ? 0 : comma + 1)));
    encodings = encodings.substr(0, comma == std::string_view::npos ? 0 : comma);
    if (name.empty() || name == "identity") continue;
    if (++undone > kMaxEncodings) return false;
    std::string out;
    if (!unpack(body, name, max_body_bytes, out)) {
      if (!out.empty()) body = std::move(out);
      return false;
    }
    body = std::move(out);
  }
  return true;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (line.empty() || line == "\r") break;
  }
  text_ = text.substr(0, at);
  size_bytes_ = at;
}

std::string_view HeaderFields::get(std::string_view lower_name) const {
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    const std::string_view line = text_.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && same_name(trimmed(line.substr(0, colon)), lower_name)) {
      return trimmed(line.substr(colon + 1));
    }
  }
  return {};
}

void read_content_type(std::string_view value, std::string& media_type, std::string& charset) {
  media_type = lower_ascii(trimmed(value.substr(0, value.find(';'))));
  const std::string lower = lower_ascii(value);
  const std::size_t at = lower.find("charset=");
  if (at == std::string::npos) return;
  std::string_view rest = std::string_view(lower).substr(at + 8);
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'' || rest.front() == ' ')) rest.remove_prefix(1);
  charset = rest.substr(0, rest.find_first_of("\"'; ,"));
}

HttpResponse read_http_response(std::string bytes, std::size_t max_body_bytes) {
  HttpResponse response;
  const std::string_view all(bytes);
  if (!all.starts_with("HTTP/")) return response;
  const std::size_t line_end = all.find('\n');
  const std::size_t blank = all.substr(0, line_end).find(' ');
  if (line_end == std::string_view::npos || blank == std::string_view::npos) return response;
  std::from_chars(all.data() + blank + 1, all.data() + line_end, response.status);
  const HeaderFields fields(all.substr(line_end + 1));
  read_content_type(fields.get("content-type"), response.media_type, response.charset);
  const bool chunked = lower_ascii(fields.get("transfer-encoding")).find("chunked") != std::string::npos;
  const std::string encodings(fields.get("content-encoding"));
  response.body = std::move(bytes);
  response.body.erase(0, line_end + 1 + fields.size_bytes());
  const bool joined = !chunked || join_chunks(response.body);
  const bool decoded = undo_encodings(response.body, encodings, max_body_bytes);
  response.damaged = !joined || !decoded;
  return response;
}

}  // namespace ql::ingest
