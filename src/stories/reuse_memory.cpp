// SPDX-License-Identifier: Apache-2.0
// Two generations: the one that is asked and the one that is being filled. Most pairs share no text in the end, so a
// pair takes a small entry and only those that do take a Reuse. Tested by story_index_test.cpp.
#include "stories/reuse_memory.h"

#include <algorithm>
#include <utility>

#include "stories/release.h"

namespace ql::stories {
namespace {

bool before(const ReuseMemory::Entry& x, const ReuseMemory::Entry& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; }

}  // namespace

const ReuseMemory::Entry* ReuseMemory::find(std::uint32_t a, std::uint32_t b, std::uint64_t boilerplate) const {
  Entry wanted;
  wanted.a = a;
  wanted.b = b;
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), wanted, before);
  const bool known = found != entries_.end() && found->a == a && found->b == b && found->boilerplate == boilerplate;
  return known ? &*found : nullptr;
}

void ReuseMemory::keep(const Entry& entry) {
  Entry& kept = next_.emplace_back(entry);
  if (!entry.shares()) return;
  kept.reuse = static_cast<std::uint32_t>(next_reuses_.size());
  next_reuses_.push_back(std::move(reuses_[entry.reuse]));
}

void ReuseMemory::put(std::uint32_t a, std::uint32_t b, std::uint64_t boilerplate, const std::optional<Reuse>& reuse,
                      bool from_first) {
  next_.push_back({a, b, boilerplate, reuse ? static_cast<std::uint32_t>(next_reuses_.size()) : kNone, from_first});
  if (reuse) next_reuses_.push_back(*reuse);
}

void ReuseMemory::end_round() {
  std::sort(next_.begin(), next_.end(), before);
  entries_ = std::move(next_);
  reuses_ = std::move(next_reuses_);
  release(next_);
  release(next_reuses_);
}

}  // namespace ql::stories
