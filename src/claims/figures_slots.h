// SPDX-License-Identifier: Apache-2.0
// The other slots of a figure: role, state, place, statement and speaker, as-of time. Private to the figures* files.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "claims/figures_scope.h"
#include "claims/report_claims.h"
#include "claims/sources.h"

namespace ql::claims {

/// How the figure adds up: level, increment, part, total, change or cap.
FigureRole find_role(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

/// The words of the scope that say what is the case with the counted; empty when there are none.
TextRange find_state(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

/// The place named in the scope; none when there is none.
EntityId find_place(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope);

/// The innermost statement whose content holds the number; none for the report's own voice.
StatementId find_statement(const std::vector<Statement>& statements, const annotate::Quantity& quantity);

/// Who gives the figure: whom the statement's speaker stands for. Where no statement carries it: who reports before a
/// colon, behind the number or in an insertion; the source that goes on behind a colon or in reported speech; who gave
/// the figure before it in a clause without a verb; the issuer of a press release.
EntityId find_speaker(const FigureContext& context, const std::vector<Statement>& statements,
                      const Statement* statement, const annotate::Quantity& quantity, std::span<const Figure> earlier,
                      Sources& sources);

/// "nach palästinensischen Angaben 250, in Israel nach israelischen Angaben zehn": the source named in the part between
/// commas that holds the number, if that part does not hold the statement's. None if it names no source of its own.
EntityId source_of_part(const FigureContext& context, const annotate::Quantity& quantity, const Statement& statement,
                        Sources& sources);

/// Whom a spokesperson without a name speaks for; all others stand for themselves.
EntityId stands_for(const FigureContext& context, EntityId speaker);

/// True if the figure is the report's own knowledge, even where a statement holds it ("nach Informationen der
/// Morgenpost" in the Morgenpost). `statement` may be null.
bool is_reporters_own(const FigureContext& context, const Statement* statement, const annotate::Quantity& quantity);

/// The subject of the clause that holds the number, if its verb counts or demands: "die Polizei sprach von 300". It
/// outranks the statement of a neighbouring clause.
struct CountingSubject {
  bool found = false;
  TextRange span;   ///< The subject as written.
  EntityId entity;  ///< None for a subject that is no entity of the report.
};
CountingSubject find_counting_subject(const FigureContext& context, const annotate::Quantity& quantity,
                                      const std::vector<Statement>& statements, Sources& sources);

/// The subject of the clause that holds the number, unless it is the number; empty if there is none.
TextRange subject_span(const FigureContext& context, const annotate::Quantity& quantity);
/// Where the subject of a verb of counting stands; empty if there is none.
TextRange counting_subject_span(const FigureContext& context, const annotate::Quantity& quantity);

/// When the figure holds: a time of its clause or sentence; the time of the statement; marked as inferred, the day of
/// what the same speaker said right before, the day of
/// the report for the present tense, and the only day spoken of so far for the past. None when nothing says it.
std::optional<TimeValue> find_as_of(const FigureContext& context, const annotate::Quantity& quantity, TokenRange scope,
                                    const std::vector<Statement>& statements, const Statement* statement);

}  // namespace ql::claims
