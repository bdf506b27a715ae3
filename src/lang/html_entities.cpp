// SPDX-License-Identifier: Apache-2.0
// The table is parsed once, on first use, and never changes; names are found by binary search. Tested by
// html_entities_test.cpp.
#include "lang/html_entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

struct Entity {
  std::string_view name;
  std::string text;
  bool semicolon_optional;
};

std::vector<Entity> load_entities() {
  constexpr std::string_view kFile = "lexicons/html/entities.tsv";
  const TsvTable table(embedded_file(kFile), kFile);
  const std::size_t name = table.column("name");
  const std::size_t code_points = table.column("code_points");
  const std::size_t optional = table.column("semicolon_optional");
  std::vector<Entity> entities;
  entities.reserve(table.row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Entity entity{table.cell(row, name), {}, table.cell(row, optional) == "yes"};
    for (const std::string_view digits : split(table.cell(row, code_points), ' ')) {
      std::uint32_t value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
      append_utf8(entity.text, value);
    }
    entities.push_back(std::move(entity));
  }
  QL_CHECK(std::is_sorted(entities.begin(), entities.end(),
                          [](const Entity& a, const Entity& b) { return a.name < b.name; }));
  return entities;
}

const Entity* find_entity(std::string_view name) {
  static const std::vector<Entity> entities = load_entities();
  const auto found = std::lower_bound(entities.begin(), entities.end(), name,
                                      [](const Entity& entity, std::string_view key) { return entity.name < key; });
  return found != entities.end() && found->name == name ? &*found : nullptr;
}

/// What the C1 controls 0x80..0x9F mean when they are written as numbers (HTML Standard, 13.2.5.80).
constexpr std::array<char32_t, 32> kC1{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                       0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

Reference resolve_number(std::string_view text, std::size_t position) {
  std::size_t digit = position + 2;
  const bool hex = digit < text.size() && (text[digit] == 'x' || text[digit] == 'X');
  digit += hex ? 1 : 0;
  const std::size_t digits_end = std::min(text.size(), digit + 9);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data() + digit, text.data() + digits_end, value, hex ? 16 : 10);
  if (error != std::errc{}) {
    return {};
  }
  auto size = static_cast<std::uint32_t>(end - (text.data() + position));
  if (position + size < text.size() && text[position + size] == ';') {
    ++size;
  }
  auto point = static_cast<char32_t>(std::min<std::uint64_t>(value, 0x110000));
  if (point >= 0x80 && point <= 0x9F) {
    point = kC1[point - 0x80];
  }
  Reference reference;
  append_utf8(reference.text, point == 0 ? 0xFFFD : point);
  reference.size_bytes = size;
  return reference;
}

bool is_name_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

Reference resolve_reference(std::string_view text, std::size_t position) {
  if (position + 1 < text.size() && text[position + 1] == '#') {
    return resolve_number(text, position);
  }
  constexpr std::size_t kLongestName = 32;
  std::size_t end = position + 1;
  while (end < text.size() && end - position <= kLongestName && is_name_byte(text[end])) {
    ++end;
  }
  if (end < text.size() && text[end] == ';') {
    if (const Entity* entity = find_entity(text.substr(position + 1, end - position - 1))) {
      return {entity->text, static_cast<std::uint32_t>(end + 1 - position)};
    }
  }
  constexpr std::size_t kLongestOptional = 6;
  for (std::size_t size = std::min(end - position - 1, kLongestOptional); size >= 2; --size) {
    const Entity* entity = find_entity(text.substr(position + 1, size));
    if (entity != nullptr && entity->semicolon_optional) {
      return {entity->text, static_cast<std::uint32_t>(size + 1)};
    }
  }
  return {};
}

}  // namespace ql::lang
