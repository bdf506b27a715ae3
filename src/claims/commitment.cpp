// SPDX-License-Identifier: Apache-2.0
// Commitment comes from the lexicon and is then adjusted by construction: a negated denial confirms, a negated act of
// saying is none, denial verbs and labels mark the content as denied, questions stay open.
// Cost: constant per draft. Tested by commitment_test.cpp.
#include "claims/commitment.h"

#include <string>
#include <string_view>

#include "claims/statements_content.h"

namespace ql::claims {
namespace {

bool within(const Reading& r, const Draft& draft, TextRange cue_or_content, std::string_view word) {
  (void)draft;
  return slice(r.report.text, cue_or_content).find(word) != std::string_view::npos;
}

constexpr std::size_t kMaxRead = 400;  // bytes of each part of the content that are searched for phrases

/// "entbehrt jeder Grundlage" denies, "davon ausgehen" suspects: read where the cue itself is neutral.
Commitment shown_by_content(const Reading& r, const Statement& s) {
  for (const TextRange& range : s.content) {
    const std::string_view text = slice(r.report.text, range).substr(0, kMaxRead);
    const lang::CueStance stance = r.lexicon.content_phrases().stance(text);
    if (stance != lang::CueStance::Asserts) return static_cast<Commitment>(stance);
  }
  if (s.content.size() < 2) return Commitment::Asserts;
  std::string whole;  // "Gerüchte entbehren, so die Polizei, jeder Grundlage": a phrase that the cue interrupts
  for (const TextRange& range : s.content) {
    whole.append(whole.empty() ? "" : " ").append(slice(r.report.text, range).substr(0, kMaxRead));
  }
  return static_cast<Commitment>(r.lexicon.content_phrases().stance(whole));
}

/// "Behauptungen, die Polizei habe ..., entbehren jeder Grundlage": what follows the clause of a noun is said of it.
bool is_denied_behind(const Reading& r, const Statement& s) {
  const TextRange sentence = r.notes.sentences[s.sentence.index()].text;
  const std::uint32_t begin = s.content.back().end;
  if (begin >= sentence.end) return false;
  const std::string_view rest = slice(r.report.text, {begin, sentence.end}).substr(0, kMaxRead);
  return r.lexicon.content_phrases().stance(rest) == lang::CueStance::Denies;
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
  if (s.commitment == Commitment::Asserts && s.kind != StatementKind::Reported) s.commitment = shown_by_content(r, s);
  const bool of_noun = cue != nullptr && cue->entry->cue_class == lang::CueClass::Noun;
  if (of_noun && s.commitment == Commitment::Asserts && !s.content.empty() && is_denied_behind(r, s)) {
    s.commitment = Commitment::Denies;
  }
  const bool quoted = s.kind == StatementKind::Direct;
  if (!quoted && holds_quotation(r, s.content)) s.kind = StatementKind::Mixed;
}

}  // namespace ql::claims
