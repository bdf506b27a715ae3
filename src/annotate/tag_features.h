// SPDX-License-Identifier: Apache-2.0
// What the tagger looks at: the features of one token, given the tags chosen to its left.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/word_info.h"

namespace ql::annotate {

/// Left context of a token while tagging from left to right. Tags are label numbers of the model + 1, 0 = none.
struct TagHistory {
  std::uint8_t last = 0;
  std::uint8_t last_but_one = 0;
  std::uint8_t clause = 0;       ///< Bit set: finite verb seen, subordinated, auxiliary or modal seen.
  std::uint8_t last_finite = 0;  ///< Tag of the finite verb of this clause.

  static constexpr std::uint8_t kFinite = 1, kSubordinated = 2, kAuxiliary = 4, kZu = 8;
  /// Takes the tag chosen for a token into account.
  void push(std::uint8_t tag, Stts stts, std::string_view form);
};

/// Computes features of a sentence's tokens. Holds hashes that do not depend on tags.
class TagFeatures {
 public:
  static constexpr std::size_t kMaxFeatures = 96;
  struct Vector {
    std::array<std::uint64_t, kMaxFeatures> keys;
    std::size_t size = 0;
  };

  /// Requires that `words` outlives the object.
  explicit TagFeatures(std::span<const WordInfo> words);
  /// Fills `out` with the feature keys of token `index`. Constant time.
  void extract(std::size_t index, const TagHistory& history, Vector& out) const;

 private:
  struct Hashes {
    std::array<std::uint64_t, 5> suffixes;
    std::uint64_t prefix;
    std::uint8_t field = 0;  ///< What the lexicon says about the verbs of the token's segment; see the .cpp.
  };

  void describe_fields();

  [[nodiscard]] std::uint64_t mask(std::size_t index, int offset) const;
  [[nodiscard]] std::uint64_t word(std::size_t index, int offset) const;
  void add_word(std::size_t index, Vector& out) const;

  std::span<const WordInfo> words_;
  std::vector<Hashes> hashes_;
};

}  // namespace ql::annotate
