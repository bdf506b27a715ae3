// SPDX-License-Identifier: Apache-2.0
// The other slots of a figure: role, state, place, statement and speaker, as-of time. Private to the figures* files.
#pragma once

#include <optional>
#include <vector>

#include "claims/figures_scope.h"
#include "claims/report_claims.h"

namespace ql::claims {

/// How the figure adds up: level, increment, part, total, change or cap.
FigureRole find_role(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

/// The words of the scope that say what is the case with the counted; empty when there are none.
TextRange find_state(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

/// The place named in the scope; none when there is none.
EntityId find_place(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

/// The innermost statement whose content holds the number; none for the report's own voice.
StatementId find_statement(const std::vector<Statement>& statements, const annotate::Quantity& quantity);

/// Who gives the figure: the entity of the statement's speaker, else the only entity whose name or role holds the head
/// noun of the speaker's words ("des Landkreises"); none otherwise.
EntityId find_speaker(const FigureContext& context, const Statement& statement);

/// Who gives the figures of the report's own voice: the issuer of a press release; none for other reports.
EntityId find_issuer(const FigureContext& context);

/// The subject of the clause that holds the number, if its verb counts: "die Polizei sprach von 300". It outranks
/// the statement of a neighbouring clause.
struct CountingSubject {
  bool found = false;
  TextRange span;   ///< The subject as written.
  EntityId entity;  ///< None for a subject that is no entity of the report.
};
CountingSubject find_counting_subject(const FigureContext& context, const annotate::Quantity& quantity);

/// When the figure holds: a time of its clause or sentence; the time of the statement; marked as inferred, the day of
/// what the same speaker said right before, the day of
/// the report for the present tense, and the only day spoken of so far for the past. None when nothing says it.
std::optional<TimeValue> find_as_of(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope,
                                    const std::vector<Statement>& statements, const Statement* statement);

}  // namespace ql::claims
