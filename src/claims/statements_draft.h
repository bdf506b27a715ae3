// SPDX-License-Identifier: Apache-2.0
// What a recogniser proposes, and the list of recognisers. statements.cpp settles which drafts become statements.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/report_claims.h"
#include "claims/speakers.h"
#include "claims/statements_reading.h"

namespace ql::claims {

/// How firmly a construction binds; where drafts overlap, the lower rank wins.
enum class Rank : std::uint8_t { Quoted, Clausal, Phrase, Nominal, Modal, Continued };

/// A proposed statement.
struct Draft {
  Statement statement;
  Rank rank = Rank::Clausal;
  std::uint32_t unit = 0;
  Phrase speaker;                 ///< In the unit; already resolved in statement.speaker.
  TextRange core;                 ///< The main verb of a whole sentence as content; what holds it is no part of it.
  bool inherits_speaker = false;  ///< Nobody is named here: the speaker of the statement before speaks on.
  Speaker reporter_before;        ///< Who reports in the sentence before; speaks on if no statement does.
  bool may_nest = true;           ///< False: dropped inside another statement instead of nested in it.
  bool inherits_cue = false;
  bool needs_statement_before = false;  ///< Only in the sentence right behind a statement.
  bool needs_indirect_before =
      false;                   ///< ... and that one must be indirect: "wenn ..., wäre ..." may be the reporter's.
  bool needs_speaker = false;  ///< Dropped when no speaker can be inherited.
};

/// A reporting verb found in a unit.
struct Cue {
  const lang::CueEntry* entry = nullptr;
  std::uint32_t segment = 0;
  std::uint32_t verb = 0;               ///< Element of the verb form.
  std::uint32_t last = 0;               ///< Last element of the cue (its particle, or the verb).
  std::vector<std::uint32_t> elements;  ///< All parts, in text order.
  bool finite = false;
  bool passive = false;
  bool negated = false;
};

/// Reporting verbs of a unit in text order, each form at most once (the reading with most parts wins).
std::vector<Cue> find_cues(const Reading& reading, const Unit& unit);

/// A draft with cue, speaker and commitment of `cue` filled in; content is left to the caller.
Draft draft_of(const Reading& reading, std::uint32_t unit_index, const Cue& cue, RuleId rule);

/// Text of the cue's parts; neighbours are joined.
std::vector<TextRange> cue_ranges(const Reading& reading, const Unit& unit, const std::vector<std::uint32_t>& elements);

/// One recogniser: reads a unit, appends drafts.
using Recogniser = void (*)(const Reading& reading, std::uint32_t unit_index, const std::vector<Cue>& cues,
                            std::vector<Draft>& drafts);

/// Quotations as clauses of their own with their cue before, behind, between or nowhere.
void recognise_quoted(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// Cue + dass/ob/w-clause, verb-second clause or infinitive; and the cue inverted behind the content.
void recognise_clausal(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// laut, nach Angaben, zufolge, unter Berufung auf, "so X", "wie X mitteilte".
void recognise_phrases(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "Austin: ...", "Der Betreiber sagt: Der Damm war geprüft."
void recognise_colon(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// Nouns of speech with a clause; verbs with a nominal object or a predicate.
void recognise_nominal(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "soll ... haben" without a named source.
void recognise_modal(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "..., da er jeder Grundlage entbehre": a reason in the subjunctive is the subject's, not the reporter's.
void recognise_reasons(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "sprach von einem <<Dammbruch>>", "verkündete die <<größte Demo>>": a reporting verb with a quoted part of its
/// object.
void recognise_quoted_parts(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "wollte den Bericht nicht bestätigen", "lehnte eine Stellungnahme ab".
void recognise_refusals(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "Falsch ist, dass ...", "Berichte über X entbehren jeder Grundlage": denials without a verb of denying.
void recognise_denied(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);
/// "Das sagte X": the cue's clause says who said the sentence before.
bool says_das(const Reading&, const Unit&, const Cue&);
/// Sentences kept in the mouth of the last speaker by mood; "Das sagte X" behind the content.
void recognise_continued(const Reading&, std::uint32_t, const std::vector<Cue>&, std::vector<Draft>&);

}  // namespace ql::claims
