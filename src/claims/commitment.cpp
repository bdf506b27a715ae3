// SPDX-License-Identifier: Apache-2.0
// Commitment comes from the lexicon and is then adjusted by construction: a negated denial confirms, a negated act of
// saying is none, denial verbs and labels mark the content as denied, questions stay open.
// Cost: constant per draft. Tested by commitment_test.cpp.
#include "claims/commitment.h"

#include <string_view>

#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool within(const Reading& r, const Draft& draft, TextRange cue_or_content, std::string_view word) {
  (void)draft;
  return slice(r.report.text, cue_or_content).find(word) != std::string_view::npos;
}

}  // namespace

bool is_no_speech_act(const Cue& cue) {
  if (!cue.negated) return false;
  return cue.entry->stance != lang::CueStance::Denies;
}

void settle_commitment(const Reading& r, const Cue* cue, Draft& draft) {
  Statement& s = draft.statement;
  if (cue != nullptr && cue->negated && s.commitment == Commitment::Denies) s.commitment = Commitment::Suspects;
  for (const TextRange& range : s.content) {
    if (within(r, draft, range, "bleibt abzuwarten") || within(r, draft, range, "wird sich noch zeigen") ||
        within(r, draft, range, "unklar")) {
      s.open = true;
    }
  }
  const bool quoted = s.kind == StatementKind::Direct;
  if (!quoted && holds_quotation(r, s.content)) s.kind = StatementKind::Mixed;
}

}  // namespace ql::claims
