// SPDX-License-Identifier: Apache-2.0
#include "claims/claims.h"

namespace ql::claims {

std::vector<Statement> extract_statements(const clean::Report&, const annotate::Annotations&, const lang::Language&) {
  return {};
}

}  // namespace ql::claims
