// SPDX-License-Identifier: Apache-2.0
// Tested by resource_names_test.cpp.
#include "present/resource_names.h"

#include <array>
#include <cstdint>

#include "base/check.h"

namespace ql::present {
namespace {

unsigned hex_digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

/// base64url without padding (RFC 4648, section 5) of a hexadecimal text.
std::string base64url_of_hex(std::string_view hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : hex) {
    bits = (bits << 4U) | hex_digit(c);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    out += kDigits[(bits >> count) & 63U];
  }
  if (count > 0) out += kDigits[(bits << (6 - count)) & 63U];
  return out;
}

bool is_unreserved(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

}  // namespace

std::string bytes_iri(const clean::Report& report) {
  QL_CHECK(report.sha256.size() == 64);
  return "ni:///sha-256;" + base64url_of_hex(report.sha256);
}

std::string report_iri(const clean::Report& report) {
  if (report.url) return *report.url;
  std::string iri = percent_encoded(report.origin.path);
  if (report.origin.record) iri.append("#record=").append(std::to_string(*report.origin.record));
  return iri;
}

std::string_view mime_type(const clean::Report& report) {
  switch (report.media_type) {
    case ingest::MediaType::Html:
      return "text/html";
    case ingest::MediaType::Markdown:
      return "text/markdown";
    default:
      return "text/plain";
  }
}

}  // namespace ql::present
