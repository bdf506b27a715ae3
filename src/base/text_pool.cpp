// SPDX-License-Identifier: Apache-2.0
// Open addressing with linear probing over ids; the load factor stays below 1/2. Tested by text_pool_test.cpp.
#include "base/text_pool.h"

#include "base/check.h"
#include "base/hash.h"

namespace ql {

std::uint32_t TextPool::intern(std::string_view text) {
  if (slots_.size() < 2 * (ends_.size() + 1)) {
    grow();
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash64(text) & mask;
  while (slots_[slot] != 0) {
    if (view(slots_[slot] - 1) == text) {
      return slots_[slot] - 1;
    }
    slot = (slot + 1) & mask;
  }
  bytes_.append(text);
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  slots_[slot] = size();
  return size() - 1;
}

std::string_view TextPool::view(std::uint32_t id) const {
  QL_CHECK(id < ends_.size());
  const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
  return std::string_view(bytes_).substr(begin, ends_[id] - begin);
}

void TextPool::shrink_to_fit() {
  slots_ = {};
  bytes_.shrink_to_fit();
  ends_.shrink_to_fit();
}

void TextPool::grow() {
  std::size_t new_size = 64;
  while (new_size < 2 * (ends_.size() + 1)) new_size *= 2;
  slots_.assign(new_size, 0);
  for (std::uint32_t id = 0; id < size(); ++id) {
    std::size_t slot = hash64(view(id)) & (new_size - 1);
    while (slots_[slot] != 0) {
      slot = (slot + 1) & (new_size - 1);
    }
    slots_[slot] = id + 1;
  }
}

}  // namespace ql
