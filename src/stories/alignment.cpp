// SPDX-License-Identifier: Apache-2.0
// Two rows of words -> Overlap. Pairs of neighbouring words that both lists have are anchors; anchors that follow one
// another closely and at nearly the same distance in both lists form a chain, whatever stands between them. Two reports
// on one event share many pairs of words ("der Polizei", "am Montag"), but hardly ever a row of them in step: a chain
// counts if it is long and the greater part of the words it spans is the same. Tested by alignment_test.cpp.
#include "stories/alignment.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace ql::stories {
namespace {

/// Occurrences of a pair of words that are tried.
constexpr int kMostTries = 6;
/// Words from one anchor to the next, and by how many the distances in both lists may differ.
constexpr std::uint32_t kMostGap = 14, kMostShift = 2;
/// A chain counts from so many same words on, if they are that share of the words it spans.
constexpr std::uint32_t kLeastMatched = 9;
constexpr double kLeastDensity = 0.45;

std::uint64_t pair_hash(std::span<const std::uint32_t> words, std::uint32_t at) {
  const std::uint64_t hash = (words[at] * 0x9E3779B97F4A7C15U ^ words[at + 1]) * 0xBF58476D1CE4E5B9U;
  return hash ^ (hash >> 32U);
}

}  // namespace

void Aligner::set_reference(const ComparedWords& a) {
  a_ = &a;
  const std::size_t count = a.size();
  slots_.assign(std::bit_ceil(std::max<std::size_t>(16, count * 2)), 0);
  next_.assign(count, 0);
  for (auto i = static_cast<std::uint32_t>(count < 2 ? 0 : count - 1); i-- > 0;) {
    std::uint32_t& slot = slots_[pair_hash(a.keys, i) & (slots_.size() - 1)];
    next_[i] = slot;
    slot = i + 1;
  }
}

void Aligner::extend(Anchor anchor) {
  std::size_t best = chains_.size();
  std::uint32_t best_gap = kMostGap + 1;
  std::size_t kept = 0;
  for (const std::uint32_t index : open_) {
    const Chain& chain = chains_[index];
    if (anchor.b - chain.anchors.back().b > kMostGap) continue;
    open_[kept++] = index;
    if (anchor.b == chain.anchors.back().b || anchor.a <= chain.anchors.back().a ||
        anchor.a - chain.anchors.back().a > kMostGap)
      continue;
    const std::uint32_t gap_a = anchor.a - chain.anchors.back().a, gap_b = anchor.b - chain.anchors.back().b;
    if (std::max(gap_a, gap_b) - std::min(gap_a, gap_b) > kMostShift || gap_a + gap_b >= 2 * best_gap) continue;
    best = index;
    best_gap = (gap_a + gap_b) / 2;
  }
  open_.resize(kept);
  if (best == chains_.size()) {
    chains_.emplace_back();
    open_.push_back(static_cast<std::uint32_t>(best));
  }
  chains_[best].anchors.push_back(anchor);
}

void Aligner::collect_chains(const ComparedWords& b) {
  chains_.clear();
  open_.clear();
  const std::span<const std::uint32_t> words = b.keys, others = a_->keys;
  for (std::uint32_t at = 0; at + 1 < words.size(); ++at) {
    int tries = kMostTries;
    for (std::uint32_t next = slots_[pair_hash(words, at) & (slots_.size() - 1)]; next != 0; next = next_[next - 1]) {
      const std::uint32_t other = next - 1;
      if (others[other] != words[at] || others[other + 1] != words[at + 1]) continue;
      if (--tries < 0) break;
      extend({other, at});
    }
  }
}

void Aligner::for_each_same(const Chain& chain, const ComparedWords& b, const auto& use) const {
  const auto look_at = [&](std::uint32_t at_a, std::uint32_t at_b) {
    if (a_->keys[at_a] == b.keys[at_b]) use(at_a, at_b);
  };
  std::uint32_t next_b = 0;  // words before are done
  for (std::size_t i = 0; i < chain.anchors.size(); ++i) {
    const Anchor anchor = chain.anchors[i];
    const bool last = i + 1 == chain.anchors.size();
    const std::uint32_t end = last ? anchor.b + 2 : chain.anchors[i + 1].b;
    const std::uint32_t end_a = last ? anchor.a + 2 : chain.anchors[i + 1].a;
    for (std::uint32_t k = 0; anchor.b + k < end && anchor.a + k < end_a; ++k) {
      if (anchor.b + k >= next_b) look_at(anchor.a + k, anchor.b + k);
    }
    next_b = end;
  }
}

void Aligner::align(const ComparedWords& b, Overlap& out) {
  out = Overlap();
  collect_chains(b);
  for (Chain& chain : chains_) for_each_same(chain, b, [&](std::uint32_t, std::uint32_t) { ++chain.matched; });
  std::erase_if(chains_, [](const Chain& chain) {
    const std::uint32_t span = chain.anchors.back().b + 2 - chain.anchors.front().b;
    return chain.matched < kLeastMatched || chain.matched < kLeastDensity * span;
  });
  std::stable_sort(chains_.begin(), chains_.end(),
                   [](const Chain& x, const Chain& y) { return x.matched > y.matched; });
  partner_.assign(b.size(), 0);
  taken_.assign(a_->size(), false);
  for (const Chain& chain : chains_) {
    for_each_same(chain, b, [&](std::uint32_t at_a, std::uint32_t at_b) {
      if (taken_[at_a] || partner_[at_b] != 0) return;
      taken_[at_a] = true;
      partner_[at_b] = at_a + 1;
    });
  }
  for (std::uint32_t at = 0; at < partner_.size(); ++at) {
    if (partner_[at] == 0) continue;
    const bool goes_on = !out.runs.empty() && out.runs.back().b + out.runs.back().length == at &&
                         out.runs.back().a + out.runs.back().length + 1 == partner_[at];
    if (goes_on) {
      ++out.runs.back().length;
    } else {
      out.runs.push_back({partner_[at] - 1, at, 1});
    }
  }
  measure(out, a_->size(), b.size());
}

}  // namespace ql::stories
