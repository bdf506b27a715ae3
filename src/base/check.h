// SPDX-License-Identifier: Apache-2.0
// Checks for programmer errors. What the outside world can cause is a Result or a Diagnostic instead.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace ql {

/// Prints the failed condition and ends the process. Called by QL_CHECK only.
[[noreturn]] inline void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: internal check failed: %s\n", file, line, condition);
  std::abort();
}

}  // namespace ql

/// Ends the process when `condition` is false: an invariant of our own code is broken. Always on.
#define QL_CHECK(condition) ((condition) ? static_cast<void>(0) : ::ql::check_failed(#condition, __FILE__, __LINE__))
