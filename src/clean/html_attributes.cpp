// SPDX-License-Identifier: Apache-2.0
// The HTML Standard's attribute states (13.2.5.32 to 13.2.5.39) without error reports. Tested by
// html_attributes_test.cpp.
#include "clean/html_attributes.h"

#include <algorithm>

#include "lang/html_entities.h"

namespace ql::clean {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

std::optional<HtmlAttribute> AttributeReader::next() {
  while (position_ < end_ && (is_white(source_[position_]) || source_[position_] == '/')) ++position_;
  if (position_ >= end_ || source_[position_] == '>') return std::nullopt;
  const std::uint32_t name_begin = position_++;
  while (position_ < end_ && !is_white(source_[position_]) && source_[position_] != '=' && source_[position_] != '>' &&
         source_[position_] != '/') {
    ++position_;
  }
  HtmlAttribute attribute{source_.substr(name_begin, position_ - name_begin), position_, position_};
  std::uint32_t at = position_;
  while (at < end_ && is_white(source_[at])) ++at;
  if (at >= end_ || source_[at] != '=') return attribute;
  ++at;
  while (at < end_ && is_white(source_[at])) ++at;
  const char quote = at < end_ ? source_[at] : ' ';
  if (quote == '"' || quote == '\'') {
    const std::size_t close = source_.substr(0, end_).find(quote, at + 1);
    attribute.value_begin = at + 1;
    attribute.value_end = static_cast<std::uint32_t>(std::min<std::size_t>(close, end_));
    position_ = std::min(end_, attribute.value_end + 1);
    return attribute;
  }
  attribute.value_begin = at;
  while (at < end_ && !is_white(source_[at]) && source_[at] != '>') ++at;
  attribute.value_end = at;
  position_ = at;
  return attribute;
}

bool equals_ignoring_case(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() && std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

std::optional<std::string_view> attribute_value(std::string_view source, std::uint32_t begin, std::uint32_t end,
                                                std::string_view name) {
  AttributeReader reader(source, begin, end);
  while (const auto attribute = reader.next()) {
    if (!equals_ignoring_case(attribute->name, name)) continue;
    return source.substr(attribute->value_begin, attribute->value_end - attribute->value_begin);
  }
  return std::nullopt;
}

std::string resolved(std::string_view value) {
  std::string out;
  for (std::size_t position = 0; position < value.size();) {
    const std::size_t ampersand = std::min(value.find('&', position), value.size());
    out.append(value.substr(position, ampersand - position));
    position = ampersand;
    if (position == value.size()) break;
    const lang::Reference reference = lang::resolve_reference(value, position);
    out.append(reference.size_bytes > 0 ? std::string_view(reference.text) : std::string_view("&"));
    position += std::max(1U, reference.size_bytes);
  }
  return out;
}

}  // namespace ql::clean
