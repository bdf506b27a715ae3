// SPDX-License-Identifier: Apache-2.0
// The name of a rule, as it stands in lexicons/<language>/rules.tsv with an example and a
// counter-example. A test checks that every name used in the code is in the table and vice versa.
#pragma once

#include <string_view>

namespace ql {

/// Stable name of a rule, for example "de.quote.inverted.01". Made from string literals only, hence
/// valid for the whole run.
class RuleId {
 public:
  constexpr RuleId() = default;
  template <std::size_t Size>
  consteval RuleId(const char (&literal)[Size])  // NOLINT(google-explicit-constructor)
      : name_(literal, Size - 1) {}
  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  [[nodiscard]] constexpr bool empty() const { return name_.empty(); }
  friend constexpr bool operator==(const RuleId&, const RuleId&) = default;

 private:
  std::string_view name_;
};

}  // namespace ql
