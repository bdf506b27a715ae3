// SPDX-License-Identifier: Apache-2.0
// Tested by drop_claims_test.cpp.
#include "claims/drop_claims.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ql::claims {

void drop_claims(std::span<const SentenceId> sentences, ReportClaims& claims) {
  const auto is_dropped = [&](SentenceId sentence) {
    return std::binary_search(sentences.begin(), sentences.end(), sentence);
  };
  std::vector<StatementId> renamed(claims.statements.size());
  std::vector<Statement> kept;
  for (std::size_t i = 0; i < claims.statements.size(); ++i) {
    if (is_dropped(claims.statements[i].sentence)) continue;
    renamed[i] = StatementId(kept.size());
    kept.push_back(std::move(claims.statements[i]));
  }
  const auto renamed_id = [&](StatementId id) { return id.valid() ? renamed[id.index()] : id; };
  for (Statement& statement : kept) statement.nested_in = renamed_id(statement.nested_in);
  claims.statements = std::move(kept);
  std::erase_if(claims.figures, [&](Figure& figure) {
    const bool carried = figure.statement.valid();
    figure.statement = renamed_id(figure.statement);
    return is_dropped(figure.sentence) || (carried && !figure.statement.valid());
  });
}

}  // namespace ql::claims
