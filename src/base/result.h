// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value or an Error, for failures that a caller must expect (a file that cannot be read).
// Member names follow std::expected (C++23), which GCC 12 lacks in C++20 mode.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace ql {

/// Why something could not be done. `code` is stable and tested ("file.unreadable"); the wording is not.
struct Error {
  std::string code;
  std::string message;  ///< What happened and what to do about it.
  std::string where;    ///< File, or file and byte; may be empty.
};

/// For functions that succeed without a value.
struct Unit {};

/// A value or an Error. Accessing the side that is not there is a programmer error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const T& value() const& {
    QL_CHECK(has_value());
    return std::get<0>(state_);
  }
  [[nodiscard]] T&& value() && {
    QL_CHECK(has_value());
    return std::get<0>(std::move(state_));
  }
  [[nodiscard]] const Error& error() const {
    QL_CHECK(!has_value());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace ql

/// Evaluates a Result expression; returns its Error from the enclosing function or yields the value.
#define QL_TRY(expression)                                        \
  __extension__({                                                 \
    auto ql_try_result = (expression);                            \
    if (!ql_try_result.has_value()) return ql_try_result.error(); \
    std::move(ql_try_result).value();                             \
  })
