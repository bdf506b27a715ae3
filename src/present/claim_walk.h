// SPDX-License-Identifier: Apache-2.0
// All claims of a dossier in the order of their numbers.
#pragma once

#include <cstddef>

#include "present/dossier.h"

namespace ql::present {

/// Calls visit(claim, number) for the claims of all stories, then of all topics; numbers from 1, as in DossierIds.
template <class Visit>
void for_each_claim(const Dossier& dossier, const Visit& visit) {
  std::size_t number = 0;
  for (const auto* comparisons : {&dossier.findings.stories, &dossier.findings.topics}) {
    for (const compare::Comparison& comparison : *comparisons) {
      for (const compare::Claim& claim : comparison.claims) visit(claim, ++number);
    }
  }
}

}  // namespace ql::present
