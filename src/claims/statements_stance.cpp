// SPDX-License-Identifier: Apache-2.0
// "Das Ministerium wies Berichte zurück. <<Es gibt keinen Beschluss>>, sagte ein Sprecher": the words of who has just
// denied something spell the denial out; the same holds for admissions. Only quotations are read so: indirect speech
// behind a denial often adds something else. Sides are the same if the names layer says so, or if somebody who leads or
// speaks for a body follows a body that nobody else was named for. Tested by commitment_test.cpp.
#include "claims/statements_stance.h"

#include <algorithm>

#include "base/utf8.h"
#include "claims/commitment.h"

namespace ql::claims {
namespace {

constexpr std::uint32_t kMaxUnits = 2;  // from the denial to the quotation

bool is_stance(const lang::CueEntry& entry) {
  const bool admits = entry.stance == lang::CueStance::Confirms && entry.factive;
  return entry.stance == lang::CueStance::Denies || admits;
}

/// "räumte ein", not "bestätigte": the cue itself admits.
bool admits_by_cue(const Reading& r, const Statement& s) {
  return std::any_of(s.cue.begin(), s.cue.end(), [&](TextRange cue) {
    const auto& readings = r.lexicon.word(to_lower_utf8(slice(r.report.text, cue))).readings;
    return std::any_of(readings.begin(), readings.end(), [&](const lang::CueReading& reading) {
      const lang::CueEntry& entry = r.lexicon.entry(reading);
      return entry.factive && entry.stance == lang::CueStance::Confirms;
    });
  });
}

/// The cue denies, or what is said does by a phrase; a bare negation is not enough to go on.
bool denies_firmly(const Reading& r, const Statement& s) {
  const bool by_cue = std::any_of(s.cue.begin(), s.cue.end(), [&](TextRange cue) {
    const auto& readings = r.lexicon.word(to_lower_utf8(slice(r.report.text, cue))).readings;
    return std::any_of(readings.begin(), readings.end(), [&](const lang::CueReading& reading) {
      return r.lexicon.entry(reading).stance == lang::CueStance::Denies;
    });
  });
  return by_cue || std::any_of(s.content.begin(), s.content.end(), [&](TextRange part) {
           return r.lexicon.content_phrases().stance(slice(r.report.text, part)) == lang::CueStance::Denies;
         });
}

/// A person who leads or speaks for a body.
bool speaks_for_a_body(const Reading& r, const annotate::Entity& entity) {
  const auto role = r.language.name_lexicon.role(entity.role);
  return role && (role->kind == lang::RoleKind::Speaks || role->kind == lang::RoleKind::Office);
}

bool is_same_side(const Reading& r, const Speaker& before, const Speaker& now) {
  if (before.text.empty() || now.text.empty()) return false;
  if (before.text == now.text) return true;
  if (!now.entity.valid()) return false;
  const annotate::Entity& speaker = r.notes.entities[now.entity.index()];
  if (!before.entity.valid()) return !speaker.acts_for.valid() && speaks_for_a_body(r, speaker);
  const annotate::Entity& side = r.notes.entities[before.entity.index()];
  if (before.entity == now.entity || speaker.acts_for == before.entity) return true;
  if (side.acts_for.valid() && (side.acts_for == now.entity || side.acts_for == speaker.acts_for)) return true;
  return side.type == annotate::EntityType::Organisation && !speaker.acts_for.valid() && speaks_for_a_body(r, speaker);
}

bool is_close(const Reading& r, const LastStance& last, std::uint32_t unit) {
  return last.known && unit > last.unit && unit - last.unit <= kMaxUnits &&
         r.units[unit].block == r.units[last.unit].block;
}

}  // namespace

void carry_stance(const Reading& r, const LastStance& last, Draft& draft) {
  Statement& s = draft.statement;
  if (s.kind != StatementKind::Direct || s.commitment != Commitment::Asserts || s.open) return;
  if (is_close(r, last, draft.unit) && is_same_side(r, last.speaker, s.speaker)) s.commitment = last.commitment;
}

void remember_stance(const Reading& r, const Draft& draft, LastStance& last) {
  const Statement& s = draft.statement;
  const bool denies = s.commitment == Commitment::Denies && denies_firmly(r, s);
  const bool admits = s.commitment == Commitment::Confirms && admits_by_cue(r, s);
  if ((denies || admits) && s.kind != StatementKind::Direct && !s.speaker.text.empty()) {
    last = {true, draft.unit, s.speaker, s.commitment};
  } else if (last.known && !is_same_side(r, last.speaker, s.speaker)) {
    last.known = false;
  }
}

void remember_act(const Reading& r, std::uint32_t unit, const std::vector<Cue>& cues, LastStance& last) {
  for (const Cue& cue : cues) {
    const bool main = r.units[unit].segments[cue.segment].kind == SegmentKind::Main;
    if (!main || cue.negated || cue.passive || !is_stance(*cue.entry)) continue;
    const Draft act = draft_of(r, unit, cue, "de.quote.inverted.01");
    if (act.speaker.empty()) continue;
    last = {true, unit, act.statement.speaker, act.statement.commitment};
    return;
  }
}

}  // namespace ql::claims
