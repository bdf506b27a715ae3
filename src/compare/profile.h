// SPDX-License-Identifier: Apache-2.0
// An item as compare sees it: weighted terms in place of words, so that inflection, synonyms and names in other
// spellings do not matter; and the similarity of two items. Private to this folder.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/context.h"

namespace ql::compare {

/// One content word, name or number; `key` is a hash of its normal form.
struct Term {
  std::uint64_t key = 0;
  float weight = 1;
};

struct Profile {
  Item item;
  ActorId speaker;                     ///< None = open, or the report's own voice.
  std::vector<ActorId> sides;          ///< Whom the speakers speak for in the end, joint speakers included; ascending.
  std::vector<Term> terms;             ///< Ascending by key, each key once.
  std::vector<std::uint64_t> numbers;  ///< Keys of the numbers among the terms, ascending.
  std::uint64_t wording = 0;           ///< Hash of the letters and digits; equal for verbatim repetition.
};

/// True if a side speaks in both.
bool share_a_side(const Profile& one, const Profile& other);

/// Profiles of the statements of the given reports, in the order of reports and text.
std::vector<Profile> statement_profiles(const Context& context, std::span<const ReportId> reports);

/// The terms of a run of tokens of one report: content words, names as actors, numbers. Ascending, unique.
std::vector<Term> terms_of(const Context& context, ReportId report, TextRange range);

/// How rare terms are among a set of profiles.
class Rarity {
 public:
  explicit Rarity(const std::vector<Profile>& profiles);
  /// Multiplies every weight by the logarithm of the term's inverse share.
  void weigh(std::vector<Term>& terms) const;

 private:
  std::vector<std::uint64_t> keys_;  // ascending, one per term and profile
  float profile_count_ = 0;
};

/// Mean of containment in the shorter and Dice overlap of two weighted term sets; 0..1. Linear.
float similarity(const std::vector<Term>& one, const std::vector<Term>& other);

/// A pair of profiles (indices, one < other) that share something.
struct SimilarPair {
  std::uint32_t one = 0, other = 0;
  float similarity = 0;
};

/// All pairs with at least this similarity, best first; pairs that share only terms which more than kCommonTerm
/// profiles have are not looked at. Near-linear for stories, whose terms are mostly rare.
std::vector<SimilarPair> similar_pairs(const std::vector<Profile>& profiles, float at_least);

}  // namespace ql::compare
