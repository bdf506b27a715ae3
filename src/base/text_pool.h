// SPDX-License-Identifier: Apache-2.0
// Many short strings in one buffer, addressed by a 32-bit id; equal strings get the same id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ql {

/// Interns strings. Ids count from 0 in order of first appearance, hence are deterministic.
/// Cost: amortised O(length) per intern(); open addressing, no per-string allocation.
class TextPool {
 public:
  /// The id of `text`; adds it if it is new.
  std::uint32_t intern(std::string_view text);
  /// The string with this id. Valid until the next intern(). Requires id < size().
  [[nodiscard]] std::string_view view(std::uint32_t id) const;
  /// Gives back the memory that only intern() needs; a later intern() builds it anew.
  void shrink_to_fit();
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

 private:
  void grow();

  std::string bytes_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> slots_;  // id + 1, 0 = free; size is a power of two
};

}  // namespace ql
