// SPDX-License-Identifier: Apache-2.0
// Attributes of a start tag, read from its source bytes when somebody asks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ql::clean {

/// One attribute; the value is a range of the source without its quotes, references unresolved.
struct HtmlAttribute {
  std::string_view name;  ///< As written.
  std::uint32_t value_begin = 0;
  std::uint32_t value_end = 0;
};

/// Walks over the attributes in [begin, end) of a source.
class AttributeReader {
 public:
  AttributeReader(std::string_view source, std::uint32_t begin, std::uint32_t end)
      : source_(source), position_(begin), end_(end) {}
  /// The next attribute, or nothing. Linear over all calls.
  std::optional<HtmlAttribute> next();

 private:
  std::string_view source_;
  std::uint32_t position_;
  std::uint32_t end_;
};

/// True if `name` is `lower` but for ASCII case.
bool equals_ignoring_case(std::string_view name, std::string_view lower);

/// The value of the attribute of this name (in lower case), as it stands; nothing if there is none.
std::optional<std::string_view> attribute_value(std::string_view source, std::uint32_t begin, std::uint32_t end,
                                                std::string_view name);

/// A value with its references resolved.
std::string resolved(std::string_view value);

}  // namespace ql::clean
