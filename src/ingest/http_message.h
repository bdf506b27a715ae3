// SPDX-License-Identifier: Apache-2.0
// An HTTP response as an archive stores it: status, the header fields that matter, the body as it was meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ql::ingest {

/// "Name: value" lines up to a blank one, the way HTTP, WARC and mail write them.
class HeaderFields {
 public:
  /// Reads fields from `text`; `size_bytes()` then says how much they took, with the blank line.
  explicit HeaderFields(std::string_view text);
  /// The value of the first field with this name (lower case), trimmed; "" if there is none.
  [[nodiscard]] std::string_view get(std::string_view lower_name) const;
  [[nodiscard]] std::size_t size_bytes() const { return size_bytes_; }

 private:
  std::string_view text_;
  std::size_t size_bytes_ = 0;
};

struct HttpResponse {
  int status = 0;          ///< 0: the bytes are no response.
  std::string media_type;  ///< Lower case, without parameters; "" if not stated.
  std::string charset;     ///< "" if not stated.
  std::string body;        ///< Chunks joined, content encoding undone.
  bool damaged = false;    ///< The body could be decoded in part only.
};

/// Reads a response; a body that grows beyond `max_body_bytes` is cut one byte behind it. Linear.
HttpResponse read_http_response(std::string bytes, std::size_t max_body_bytes);

/// "text/html; charset=utf-8" -> media type in lower case and charset.
void read_content_type(std::string_view value, std::string& media_type, std::string& charset);

}  // namespace ql::ingest
