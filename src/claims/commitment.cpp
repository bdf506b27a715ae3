// SPDX-License-Identifier: Apache-2.0
// Commitment comes from the lexicon and is then adjusted by construction: a negated denial confirms, a negated act of
// saying is none, denial verbs and labels mark the content as denied, questions stay open.
// Cost: constant per draft. Tested by commitment_test.cpp.
#include "claims/commitment.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "claims/negated_deeds.h"
#include "claims/statements_content.h"
#include "lang/stem.h"

namespace ql::claims {
namespace {

bool within(const Reading& r, const Draft& draft, TextRange cue_or_content, std::string_view word) {
  (void)draft;
  return slice(r.report.text, cue_or_content).find(word) != std::string_view::npos;
}

constexpr std::size_t kMaxRead = 400;  // bytes of each part of the content that are searched for phrases

/// "entbehrt jeder Grundlage" denies, "davon ausgehen" suspects: read where the cue itself is neutral. A row that says
/// that a phrase only asserts decides, too.
Commitment shown_by_content(const Reading& r, const Statement& s, const Cue* cue) {
  const lang::ContentPhrases& phrases = r.lexicon.content_phrases();
  bool asserts = false;
  for (const TextRange& range : s.content) {
    const auto* row = phrases.find(slice(r.report.text, range).substr(0, kMaxRead));
    const bool of_another =
        row != nullptr && row->stance == lang::CueStance::Denies && cue != nullptr && accuses(r, *cue);
    if (row != nullptr && !of_another && row->stance != lang::CueStance::Asserts)
      return static_cast<Commitment>(row->stance);
    asserts = asserts || row != nullptr;
  }
  if (s.content.size() < 2) {
    return !asserts && denies_a_deed(r, s, cue) ? Commitment::Denies : Commitment::Asserts;
  }
  std::string whole;  // "Gerüchte entbehren, so die Polizei, jeder Grundlage": a phrase that the cue interrupts
  for (const TextRange& range : s.content) {
    whole.append(whole.empty() ? "" : " ").append(slice(r.report.text, range).substr(0, kMaxRead));
  }
  const auto* row = phrases.find(whole);
  if (row != nullptr) return static_cast<Commitment>(row->stance);
  return !asserts && denies_a_deed(r, s, cue) ? Commitment::Denies : Commitment::Asserts;
}

bool has_phrase(const Reading& r, const Statement& s) {
  return std::any_of(s.content.begin(), s.content.end(), [&](TextRange range) {
    return r.lexicon.content_phrases().find(slice(r.report.text, range)) != nullptr;
  });
}

/// "Behauptungen, die Polizei habe ..., entbehren jeder Grundlage": what follows the clause of a noun is said of it.
bool is_denied_behind(const Reading& r, const Statement& s) {
  const TextRange sentence = r.notes.sentences[s.sentence.index()].text;
  const std::uint32_t begin = s.content.back().end;
  if (begin >= sentence.end) return false;
  const std::string_view rest = slice(r.report.text, {begin, sentence.end}).substr(0, kMaxRead);
  return r.lexicon.content_phrases().stance(rest) == lang::CueStance::Denies;
}

/// "Unzutreffend ist auch die Behauptung, die Polizei habe ...": the same in front of the noun, where nobody is said to
/// hold it.
bool is_denied_before(const Reading& r, const Statement& s) {
  const std::uint32_t begin = r.notes.sentences[s.sentence.index()].text.begin;
  if (!s.speaker.text.empty() || s.content.front().begin <= begin) return false;
  const std::string_view front = slice(r.report.text, {begin, s.content.front().begin});
  return front.size() <= kMaxRead && r.lexicon.content_phrases().stance(front) == lang::CueStance::Denies;
}

bool covers(const std::vector<TextRange>& content, TextRange text) {
  return std::any_of(content.begin(), content.end(), [text](TextRange range) { return range.contains(text); });
}

/// "Er hat seine Aussage widerrufen, der Wirt habe ...": a verb of the sentence takes back what the noun says.
bool is_taken_back(const Reading& r, const Statement& s) {
  const bool of_account = std::any_of(s.cue.begin(), s.cue.end(), [&](TextRange cue) {
    return r.language.concepts.is_account(lang::stem(slice(r.report.text, cue)));
  });
  if (!of_account) return false;
  const annotate::Sentence& sentence = r.notes.sentences[s.sentence.index()];
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const annotate::Token& token = r.notes.tokens[t];
    if (token.word_class != annotate::WordClass::Verb || covers(s.content, token.text)) continue;
    if (r.language.concepts.withdraws_account(lang::stem(r.notes.lemmas.view(token.lemma)))) return true;
  }
  return false;
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
  if (s.commitment == Commitment::Asserts && s.kind != StatementKind::Reported)
    s.commitment = shown_by_content(r, s, cue);
  if (s.commitment == Commitment::Confirms && cue != nullptr && insists(r, *cue) && !has_phrase(r, s) &&
      denies_a_deed(r, s, cue)) {
    s.commitment = Commitment::Denies;  // "stellte klar, dass sie nichts ausgelassen habe"
  }
  const bool of_noun = cue != nullptr && cue->entry->cue_class == lang::CueClass::Noun;
  const bool rumoured = s.commitment == Commitment::Suspects && s.speaker.text.empty();  // "das Gerücht, ..."
  if (of_noun && (s.commitment == Commitment::Asserts || rumoured) && !s.content.empty() &&
      (is_denied_behind(r, s) || is_denied_before(r, s))) {
    s.commitment = Commitment::Denies;
  }
  if (s.commitment == Commitment::Asserts && !s.content.empty() && is_taken_back(r, s)) {
    s.commitment = Commitment::Denies;
  }
  const bool quoted = s.kind == StatementKind::Direct;
  if (!quoted && holds_quotation(r, s.content)) s.kind = StatementKind::Mixed;
}

}  // namespace ql::claims
