// SPDX-License-Identifier: Apache-2.0
// Bytes of a report -> UTF-8, with the way back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "clean/offset_map.h"
#include "ingest/raw_report.h"

namespace ql::clean {

/// A report's bytes as UTF-8. When they were valid UTF-8 already, `text` is them and `map` stays empty.
struct DecodedText {
  std::string text;
  std::string encoding;  ///< "UTF-8", "windows-1252", "UTF-16LE", ...
  bool identical = true;
  OffsetMap map;  ///< From `text` to the bytes, unless identical.

  /// Source bytes of a non-empty range of `text`.
  [[nodiscard]] SourceRange to_source(std::uint32_t begin, std::uint32_t end) const;
};

/// Decodes by, in this order: BOM; valid UTF-8; the declared encoding; UTF-8 if most of it is valid; windows-1252.
/// NULs and invalid bytes become U+FFFD, one for each run of them, and one diagnostic names the first. `declared`
/// is a label such as "ISO-8859-1" from an HTTP header or a meta tag. Linear.
DecodedText decode(std::string bytes, const std::optional<std::string>& declared, const std::string& path,
                   Diagnostics& diagnostics);

/// The encoding that a page's head declares (<meta charset>, <meta http-equiv>, <?xml encoding?>), if any.
std::optional<std::string> declared_in_html(std::string_view bytes);

/// Decodes bytes in a known encoding, as decode() did, without a map; for re-deriving text from its source.
std::string decode_as(std::string_view bytes, std::string_view encoding);

}  // namespace ql::clean
