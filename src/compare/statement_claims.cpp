// SPDX-License-Identifier: Apache-2.0
// Utterances first, because denials and propositions are told of acts of speaking; at the end a claim for every
// statement that nothing else holds, so that nothing is lost from view. Tested by compare_test.cpp.
#include "compare/statement_claims.h"

#include <algorithm>
#include <utility>

#include "compare/statement_set.h"

namespace ql::compare {
namespace {

void add_singles(const StatementSet& set, Comparison& out) {
  std::vector<Item> claimed;
  for (const Claim& claim : out.claims) claimed.insert(claimed.end(), claim.members.begin(), claim.members.end());
  std::sort(claimed.begin(), claimed.end());
  for (std::uint32_t i = 0; i < set.distinct.size(); ++i) {
    const Item item = set.distinct[i].item;
    if (std::binary_search(claimed.begin(), claimed.end(), item)) continue;
    Claim claim;
    claim.label = words_of(set.context, item, kLabelBytes);
    claim.members = {item};
    if (set.denies(i)) claim.status = ClaimStatus::Denied;
    out.claims.push_back(std::move(claim));
  }
}

}  // namespace

void compare_statements(const Context& context, std::vector<Profile> profiles, Comparison& comparison) {
  StatementSet set = prepare_statements(context, std::move(profiles));
  find_utterances(set, comparison);
  find_denials(set, comparison);
  find_propositions(set, comparison);
  add_singles(set, comparison);
}

}  // namespace ql::compare
