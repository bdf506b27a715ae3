// SPDX-License-Identifier: Apache-2.0
// One pass, no copies. Tested by tsv_test.cpp.
#include "lang/tsv.h"

#include <algorithm>
#include <cstdio>

#include "base/check.h"

namespace ql::lang {
namespace {

[[noreturn]] void malformed(std::string_view name, std::size_t line, const char* what) {
  std::fprintf(stderr, "%.*s:%zu: %s\n", static_cast<int>(name.size()), name.data(), line, what);
  check_failed("well-formed lexicon", __FILE__, __LINE__);
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) {
      break;
    }
    text.remove_prefix(end + 1);
    if (text.empty()) {
      parts.emplace_back();
    }
  }
  return parts;
}

TsvTable::TsvTable(std::string_view text, std::string_view name) {
  std::size_t line_number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::vector<std::string_view> cells = split(line, '\t');
    if (columns_.empty()) {
      columns_ = cells;
      continue;
    }
    if (cells.size() != columns_.size()) {
      malformed(name, line_number, "row has another number of cells than the head");
    }
    cells_.insert(cells_.end(), cells.begin(), cells.end());
  }
  if (columns_.empty()) {
    malformed(name, line_number, "table has no head line");
  }
}

std::size_t TsvTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  QL_CHECK(found != columns_.end());
  return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace ql::lang
