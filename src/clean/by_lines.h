// SPDX-License-Identifier: Apache-2.0
// Who wrote it, as pages print it: by-lines, and names as stated in metadata with what clings to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/draft.h"
#include "lang/document_words.h"

namespace ql::clean {

/// The names of a by-line: "Von Anna Beispiel und Bernd Muster | 3. Mai 2025" -> both. Empty if the line is none: a
/// word that opens a by-line must stand at its start, behind a separator, or behind words that only such lines have
/// ("Veröffentlicht am 3. Mai 2025 von"), and nothing but a date, a place or a separator may follow the names.
std::vector<std::string> by_line_names(std::string_view line, const lang::DocumentWords& words);

/// A stated name without its opener, roles, dates and what stands behind a separator; empty if no name is left (desks,
/// addresses, labels). "erstellt von Anna Beispiel |" -> "Anna Beispiel".
std::string bare_name(std::string_view name, const lang::DocumentWords& words);

/// True for two words or more, all of them capitalised or particles.
bool is_full_name(std::string_view name, const lang::DocumentWords& words);

/// The names of the by-line nearest to the title, or below the text; empty if there is none.
std::vector<std::string> find_by_line(const Draft& draft, std::optional<std::size_t> title,
                                      const lang::DocumentWords& words);

}  // namespace ql::clean
