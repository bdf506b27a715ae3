// SPDX-License-Identifier: Apache-2.0
// Character references of HTML ("&auml;", "&#8222;"), from lexicons/html/entities.tsv. The same in every language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ql::lang {

/// A resolved reference: what it stands for (UTF-8) and how many bytes it takes. size_bytes 0: it is none.
struct Reference {
  std::string text;
  std::uint32_t size_bytes = 0;
};

/// Resolves the reference that starts at `position`, as the HTML Standard does in text (section 13.2.5.72): a
/// missing semicolon is accepted where it is optional; C1 numbers mean windows-1252. Requires text[position] == '&'.
Reference resolve_reference(std::string_view text, std::size_t position);

}  // namespace ql::lang
