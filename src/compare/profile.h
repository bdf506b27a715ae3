// SPDX-License-Identifier: Apache-2.0
// A statement as compare sees it: who speaks, for whom, of what; and which pairs of statements are alike. Private to
// this folder.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/context.h"
#include "compare/sides.h"
#include "compare/terms.h"

namespace ql::compare {

struct Profile {
  Item item;
  ActorId speaker;                     ///< None = open, or the report's own voice.
  Sides sides;                         ///< For whom the speakers speak, joint speakers included.
  std::vector<Term> terms;             ///< Of the content. Ascending by key, each key once.
  std::vector<std::uint64_t> numbers;  ///< Keys of the numbers among the terms, ascending.
  std::uint64_t wording = 0;           ///< Hash of the letters and digits; equal for verbatim repetition.
  bool negative = false;               ///< Denies, or says of something that it is not so.
  bool in_heading = false;             ///< Stands in the title or a subheading.
};

/// Profiles of the statements of the given reports, in the order of reports and text.
std::vector<Profile> statement_profiles(const Context& context, std::span<const ReportId> reports);

/// A pair of profiles (indices, one < other) that share something.
struct SimilarPair {
  std::uint32_t one = 0, other = 0;
  float similarity = 0;
};

/// All pairs with at least this similarity, best first; pairs that share only terms which more than kCommonTerm
/// profiles have are not looked at. Near-linear for stories, whose terms are mostly rare.
std::vector<SimilarPair> similar_pairs(const std::vector<Profile>& profiles, float at_least);

}  // namespace ql::compare
