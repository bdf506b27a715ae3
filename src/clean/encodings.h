// SPDX-License-Identifier: Apache-2.0
// Encodings that pages still use, by label and as tables.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ql::clean {

/// The canonical name of an encoding label ("latin1" -> "windows-1252", "utf8" -> "UTF-8"), as the Encoding
/// Standard maps them; nothing if we do not know it.
std::optional<std::string> canonical_encoding(std::string_view label);

/// Code points of the 256 bytes of a single-byte encoding; U+FFFD where there is none.
using ByteTable = std::array<char32_t, 256>;

/// The table of a canonical name; nothing if it is no single-byte encoding. Cost: 128 conversions.
std::optional<ByteTable> byte_table(const std::string& encoding);

}  // namespace ql::clean
