// SPDX-License-Identifier: Apache-2.0
// Which format does a file have? By its name, else by its first bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ql::ingest {

enum class Format : std::uint8_t {
  PlainText,
  Markdown,
  Html,
  JsonLines,
  Json,
  Xml,   ///< Feeds, NewsML, NITF, OPML, XHTML: its root element says which.
  Warc,  ///< WARC and ARC.
  Mail,  ///< One message (RFC 5322) or a mailbox (mbox).
  Pdf,
  Archive,  ///< ZIP, tar, 7z: files in a file.
  Unknown
};

/// By the first unpacked bytes (a few hundred suffice) where they are sure (WARC, PDF, ZIP, tar), then by the name,
/// then by the bytes again. Endings of compression in the name are looked through. Bytes with NULs are no text.
Format format_of(const std::string& name, std::string_view start);

/// ASCII letters in lower case.
std::string lower_ascii(std::string_view text);

}  // namespace ql::ingest
