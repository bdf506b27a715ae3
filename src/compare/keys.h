// SPDX-License-Identifier: Apache-2.0
// Small sets of keys as ascending vectors. Private to this folder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ql::compare {

/// Hashes of what things are recognised by; a set is ascending and has each key once.
using Keys = std::vector<std::uint64_t>;

/// Makes a set of a row of keys.
inline void sort_unique(Keys& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

/// True if one key is in both sets. Linear.
inline bool share_a_key(const Keys& one, const Keys& other) {
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) return true;
    *a < *b ? ++a : ++b;
  }
  return false;
}

}  // namespace ql::compare
