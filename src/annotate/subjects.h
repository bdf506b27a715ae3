// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: which noun phrase is the subject of a clause's finite verb.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/clauses.h"
#include "annotate/noun_phrases.h"
#include "annotate/word_info.h"
#include "lang/linear_model.h"

namespace ql::annotate {

/// A choice for the subject of one clause: a noun phrase, or none (phrase = kNoPhrase).
struct SubjectCandidate {
  static constexpr std::uint32_t kNoPhrase = 0xFFFFFFFFU;
  std::uint32_t phrase = kNoPhrase;
  std::array<std::uint64_t, 32> keys{};  ///< Feature keys for the model.
  std::size_t key_count = 0;
};

/// A tagged sentence with its phrases and clauses.
struct SentenceView {
  std::span<const Token> tokens;
  WordSpan words;
  std::span<const NounPhrase> phrases;
  const ClauseAnalysis& clauses;
  const TextPool& lemmas;
};

/// The candidates of clause `clause`, "none" last. Linear in the phrases of the sentence.
void subject_candidates(const SentenceView& sentence, std::uint32_t clause, std::vector<SubjectCandidate>& out);

/// Sets subject, subject_head and subject_shared of the clauses by the model's scores.
void find_subjects(const SentenceView& sentence, const lang::LinearModel& model, ClauseAnalysis& clauses);

}  // namespace ql::annotate
