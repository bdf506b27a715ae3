// SPDX-License-Identifier: Apache-2.0
// Every cell is quoted, so that only quotation marks need doubling. Tested by csv_test.cpp.
#include "present/csv.h"

#include <charconv>

namespace ql::present {
namespace {

bool is_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

void append_csv_cell(std::string_view text, std::string& row) {
  if (!row.empty()) row += ',';
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos && !is_number(text);
  row += '"';
  if (formula) row += '\'';
  for (const char c : text) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

}  // namespace ql::present
