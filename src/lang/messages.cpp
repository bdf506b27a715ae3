// SPDX-License-Identifier: Apache-2.0
// A sorted table; "\n" in a cell stands for a line break. Tested by messages_test.cpp, which also compares
// the tables of all languages.
#include "lang/messages.h"

#include <cstdio>

#include "base/check.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

std::string with_line_breaks(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const bool line_break = cell[i] == '\\' && i + 1 < cell.size() && cell[i + 1] == 'n';
    text += line_break ? '\n' : cell[i];
    i += line_break ? 1 : 0;
  }
  return text;
}

}  // namespace

Messages::Messages(std::string_view language) {
  QL_CHECK(supported(language));
  const std::string path = "lexicons/ui/" + std::string(language) + ".tsv";
  const TsvTable table(embedded_file(path), path);
  const std::size_t key = table.column("key");
  const std::size_t text = table.column("text");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    texts_.emplace(table.cell(row, key), with_line_breaks(table.cell(row, text)));
  }
}

std::string_view Messages::operator()(std::string_view key) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) std::fprintf(stderr, "no message '%.*s'\n", static_cast<int>(key.size()), key.data());
  QL_CHECK(found != texts_.end());
  return found->second;
}

std::string Messages::format(std::string_view key, std::initializer_list<std::string_view> values) const {
  const std::string_view text = (*this)(key);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const auto index = place ? static_cast<std::size_t>(text[i + 1] - '0') : values.size();
    if (index < values.size()) {
      out += values.begin()[index];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string Messages::count(std::string_view key, std::size_t count) const {
  return format(std::string(key) + (count == 1 ? ".one" : ".many"), {integer(count)});
}

std::string Messages::integer(std::size_t value) const {
  const std::string digits = std::to_string(value);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += (*this)("number.thousands");
    out += digits[i];
  }
  return out;
}

}  // namespace ql::lang
