// SPDX-License-Identifier: Apache-2.0
// What scrapers leave above a plain text: "Titel: ..." lines, addresses, breadcrumbs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ql::clean {

enum class HeadRole : std::uint8_t { Title, Published, Modified, Outlet, Url, Authors, Language, Other };

/// "Datum: 07.03.2025" taken apart.
struct HeadField {
  HeadRole role = HeadRole::Other;
  std::uint32_t value_begin = 0;  ///< In the line; its end if there is no value.
};

/// The field on a line, by the names of lexicons/de/head_keys.tsv; none if it is another line. Front matter may quote
/// names and values.
std::optional<HeadField> head_field(std::string_view line);

/// An address and nothing else.
bool is_address_line(std::string_view line);

/// "Startseite > Wirtschaft > Haefen": short pieces between arrows, at least three, or two that begin with a home page.
bool is_breadcrumb(std::string_view line);

/// Where a date with the name of its field in front ends ("date 2025-03-07 Im Hafen ..."), if at least three words
/// follow on the line; 0 if the line is no such thing.
std::uint32_t glued_date_end(std::string_view line);

}  // namespace ql::clean
