// SPDX-License-Identifier: Apache-2.0
// Texts of which every third word was changed: what they share in order, word by word. Private to stories.
#pragma once

#include <cstdint>
#include <vector>

#include "stories/compared_words.h"
#include "stories/passages.h"

namespace ql::stories {

/// Aligns a list with many others where the same words come in the same order with others between them. Reusable, not
/// thread-safe.
class Aligner {
 public:
  /// The list that later ones are aligned with; it must outlive them. Linear.
  void set_reference(const ComparedWords& a);
  /// Runs of words in the same order in both lists, in chains that are dense enough to be one passage; in the order of
  /// b, disjoint in both. Measures `out` as PassageFinder does. Cost: linear in the list.
  void align(const ComparedWords& b, Overlap& out);

 private:
  /// Where the same two words stand in both lists.
  struct Anchor {
    std::uint32_t a = 0, b = 0;
  };
  struct Chain {
    std::vector<Anchor> anchors;
    std::uint32_t matched = 0;  ///< Words that are the same, in step with the anchors.
  };

  void collect_chains(const ComparedWords& b);
  void extend(Anchor anchor);
  /// Calls use(word of a, word of b) for the same words of a chain: those of its anchors, and what stands in step
  /// between them.
  void for_each_same(const Chain& chain, const ComparedWords& b, const auto& use) const;

  const ComparedWords* a_ = nullptr;
  std::vector<std::uint32_t> slots_;  // position + 1 of the first pair of words with this hash
  std::vector<std::uint32_t> next_;   // position + 1 of the next one in the same slot
  std::vector<Chain> chains_;
  std::vector<std::uint32_t> open_;     // chains that may go on
  std::vector<std::uint32_t> partner_;  // of each word of b: its word in a + 1
  std::vector<bool> taken_;             // words of a
};

}  // namespace ql::stories
