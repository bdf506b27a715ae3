// SPDX-License-Identifier: Apache-2.0
// Who said what. Report + Annotations -> statements, in three steps:
//   read       words, quotations, units and segments (statements_reading)
//   recognise  one table of recognisers, each for one family of constructions, proposes drafts per unit
//   settle     where drafts overlap, the firmer construction stays; drafts that name nobody take the speaker of the
//              statement before, as long as it stands close by
// Cost: linear in the tokens. Tested by cues_test.cpp, traps_test.cpp and the examples of lexicons/de/cues.tsv.
#include <algorithm>
#include <array>

#include "claims/claims.h"
#include "claims/confidence.h"
#include "claims/interviews.h"
#include "claims/statements_content.h"
#include "claims/statements_draft.h"
#include "claims/statements_stance.h"

namespace ql::claims {
namespace {

constexpr std::array<Recogniser, 11> kRecognisers{recognise_quoted,       recognise_clausal,  recognise_colon,
                                                  recognise_quoted_parts, recognise_nominal,  recognise_phrases,
                                                  recognise_modal,        recognise_reasons,  recognise_refusals,
                                                  recognise_denied,       recognise_continued};
/// A speaker is inherited over at most this many units without a statement.
constexpr std::uint32_t kMaxSilentUnits = 1;

bool overlap(const Statement& a, const Statement& b) {
  return std::any_of(a.content.begin(), a.content.end(), [&](TextRange x) {
    return std::any_of(b.content.begin(), b.content.end(), [&](TextRange y) { return x.overlaps(y); });
  });
}

/// All of `inner`, its cue and speaker too, lies within one part of what `outer` says: a statement in a statement.
bool lies_within(const Statement& inner, const Statement& outer) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](TextRange whole) {
    const auto holds = [&](TextRange part) { return part.empty() || (whole.contains(part) && part != whole); };
    return std::all_of(inner.content.begin(), inner.content.end(), holds) &&
           std::all_of(inner.cue.begin(), inner.cue.end(), holds) && !inner.cue.empty() && holds(inner.speaker.span);
  });
}

bool lies_within(const Draft& inner, const Draft& outer) {
  const auto holds_core = [&](TextRange part) { return !outer.core.empty() && part.contains(outer.core); };
  return inner.may_nest && lies_within(inner.statement, outer.statement) &&
         std::none_of(inner.statement.content.begin(), inner.statement.content.end(), holds_core) &&
         std::none_of(inner.statement.cue.begin(), inner.statement.cue.end(), holds_core);
}

bool nested(const Draft& a, const Draft& b) { return lies_within(a, b) || lies_within(b, a); }

/// `inner` must not stand beside a statement around it, and `outer` is one.
bool gives_way(const Draft& inner, const Draft& outer) {
  return !inner.may_nest && !outer.inherits_speaker && lies_within(inner.statement, outer.statement);
}

/// Keeps, of drafts that overlap, the one of lower rank; of equal rank the first. Nested ones stay both, or the outer.
std::vector<Draft> settle(std::vector<Draft>&& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.rank < b.rank; });
  std::vector<Draft> kept;
  for (Draft& draft : drafts) {
    if (draft.statement.content.empty()) continue;
    const bool taken = std::any_of(kept.begin(), kept.end(), [&](const Draft& k) {
      return overlap(k.statement, draft.statement) && !nested(k, draft) && !gives_way(k, draft);
    });
    if (taken) continue;
    kept.erase(std::remove_if(kept.begin(), kept.end(), [&](const Draft& k) { return gives_way(k, draft); }),
               kept.end());
    kept.push_back(std::move(draft));
  }
  std::sort(kept.begin(), kept.end(), [](const Draft& a, const Draft& b) {
    return a.statement.content.front().begin < b.statement.content.front().begin;
  });
  return kept;
}

/// The last statement with a speaker, and where it stood.
struct LastSpeaker {
  bool known = false;
  std::uint32_t unit = 0;
  Statement statement;
};

/// The speaker of `last` may still be speaking in the draft's unit.
bool speaks_on(const Reading& r, const LastSpeaker& last, const Draft& draft) {
  const std::uint32_t apart = draft.unit - last.unit;
  if (!last.known || apart > kMaxSilentUnits + 1) return false;
  if (draft.needs_statement_before && apart != 1) return false;
  if (draft.needs_indirect_before &&
      (last.statement.kind == StatementKind::Direct || last.statement.kind == StatementKind::Reported)) {
    return false;
  }
  const std::size_t blocks = r.units[draft.unit].block.index() - r.units[last.unit].block.index();
  return blocks == 0 || (blocks == 1 && apart == 1 && !draft.needs_statement_before);
}

bool inherit(const Reading& r, const LastSpeaker& last, Draft& draft) {
  Statement& s = draft.statement;
  if (!draft.reporter_before.text.empty() && (!last.known || last.unit + 1 != draft.unit)) {
    s.speaker = draft.reporter_before;
    return true;
  }
  if (!speaks_on(r, last, draft)) return false;
  s.speaker = last.statement.speaker;
  s.chain = last.statement.chain;
  if (draft.inherits_cue && last.statement.kind == StatementKind::Direct && s.kind == StatementKind::Direct &&
      draft.unit - last.unit <= 1) {
    s.cue = last.statement.cue;
  }
  return true;
}

/// A pronoun that the names layer left open refers to the last speaker.
void resolve_pronoun(const Reading& r, const LastSpeaker& last, Draft& draft) {
  Statement& s = draft.statement;
  if (s.speaker.entity.valid() || !last.known || draft.speaker.empty()) return;
  if (is_pronoun(r, r.units[draft.unit], draft.speaker)) s.speaker.entity = last.statement.speaker.entity;
}

/// Somebody who may speak on: no bare relative pronoun ("ein Brief, der bewies, dass").
bool names_speaker(const Reading& r, const Draft& draft) {
  const Speaker& speaker = draft.statement.speaker;
  if (speaker.text.empty() || speaker.entity.valid()) return !speaker.text.empty();
  const bool single = draft.speaker.end == draft.speaker.begin + 1;
  return !single || !r.has(r.units[draft.unit].elements[draft.speaker.begin].first, lang::kDeterminer);
}

/// Who says what another one said relays it, unless the outer speaker denies it: the chain of the outer statement comes
/// before the inner speaker.
void relay_through(const Statement& outer, Statement& inner) {
  const bool same = outer.speaker.entity.valid() && outer.speaker.entity == inner.speaker.entity;
  if (outer.commitment == Commitment::Denies || outer.commitment == Commitment::Refuses) return;
  if (!inner.chain.empty() || outer.speaker.text.empty() || inner.speaker.text.empty() || same) return;
  inner.chain = outer.chain;
  if (inner.chain.empty()) inner.chain.push_back({outer.speaker.entity, outer.speaker.text});
  inner.chain.push_back({inner.speaker.entity, inner.speaker.text});
}

/// "Man soll es gewusst haben. Das berichtet das Blatt": hearsay whose source the next sentence names.
void take_source(const Statement& source, Statement& hearsay) {
  hearsay.speaker = source.speaker;
  hearsay.chain = source.chain;
  hearsay.cue.insert(hearsay.cue.end(), source.cue.begin(), source.cue.end());
  hearsay.frame = source.frame;
}

/// Sets nested_in: the nearest statement before whose content holds this one. Looks back a bounded number.
void link_nested(std::vector<Statement>& statements) {
  constexpr std::size_t kMaxBack = 8;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (std::size_t back = 1; back <= kMaxBack && back <= i; ++back) {
      if (!lies_within(statements[i], statements[i - back])) continue;
      statements[i].nested_in = StatementId(i - back);
      relay_through(statements[i - back], statements[i]);
      break;
    }
  }
}

}  // namespace

std::vector<Statement> extract_statements(const clean::Report& report, const annotate::Annotations& notes,
                                          const lang::Language& language) {
  const Reading reading = read_for_statements(report, notes, language);
  std::vector<Statement> statements;
  LastSpeaker last;
  LastStance stance;
  for (std::uint32_t u = 0; u < reading.units.size(); ++u) {
    const std::vector<Cue> cues = find_cues(reading, reading.units[u]);
    std::vector<Draft> drafts;
    for (const Recogniser recogniser : kRecognisers) recogniser(reading, u, cues, drafts);
    bool taken = false;
    for (Draft& draft : settle(std::move(drafts))) {
      if (draft.statement.sentence != reading.units[u].sentence && !statements.empty() &&
          overlap(statements.back(), draft.statement)) {
        if (statements.back().speaker.text.empty()) take_source(draft.statement, statements.back());
        continue;  // "Das sagte X" behind a sentence that is attributed already
      }
      if (draft.inherits_speaker && !inherit(reading, last, draft) && draft.needs_speaker) continue;
      resolve_pronoun(reading, last, draft);
      carry_stance(reading, stance, draft);
      remember_stance(reading, draft, stance);
      taken = true;
      const bool inner = last.known && last.unit == draft.unit && lies_within(draft.statement, last.statement);
      if (names_speaker(reading, draft) && !reading.units[u].title && !inner)
        last = {true, draft.unit, draft.statement};
      statements.push_back(std::move(draft.statement));
    }
    if (!taken) remember_act(reading, u, cues, stance);
  }
  add_interview_answers(reading, statements);
  for (Statement& statement : statements) statement.confidence = confidence_of(statement);
  std::stable_sort(statements.begin(), statements.end(), [](const Statement& a, const Statement& b) {
    return a.content.front().begin < b.content.front().begin;
  });
  link_nested(statements);
  return statements;
}

}  // namespace ql::claims
