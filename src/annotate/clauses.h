// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: clauses by their topological fields (left bracket, right bracket, introducer).
#pragma once

#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/word_info.h"

namespace ql::annotate {

/// The clauses of one sentence with the clause that each token belongs to.
struct ClauseAnalysis {
  std::vector<Clause> clauses;       ///< Token ranges and ids count in the sentence; parents in this vector.
  std::vector<std::uint32_t> owner;  ///< Innermost clause of each token.
};

/// Finds kind, extent, nesting, introducer and verbs of the clauses of a tagged sentence; no subjects. Linear.
void find_clauses(std::span<const Token> tokens, WordSpan words, ClauseAnalysis& out);

/// Makes haben a full verb where no participle or infinitive stands in its clause, else an auxiliary.
void settle_auxiliaries(const ClauseAnalysis& analysis, const TextPool& lemmas, std::span<Token> tokens);

/// Writes the analysis of sentence `id` to notes.clauses.
void add_clauses(SentenceId id, const ClauseAnalysis& analysis, Annotations& notes);

}  // namespace ql::annotate
