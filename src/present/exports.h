// SPDX-License-Identifier: Apache-2.0
// The dossier in the formats of other programs. Each is complete by itself and checked against its specification's
// required fields in tests/exports. Deterministic bytes; cost linear in the output.
#pragma once

#include <string>

#include "present/dossier.h"
#include "present/present.h"

namespace ql::present {

/// Whether words of the reports may be written out. Licensed agency text may forbid it; positions always remain.
enum class QuoteText : bool { Leave, Write };

/// An AnnotationPage of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): an annotation per
/// statement and figure, with a DataPositionSelector (bytes of the report's source), a TextPositionSelector (code
/// points of the text that `quellenlage extract` prints; none for words of the title) and, if `quotes` says so, a
/// TextQuoteSelector. The state's `cached` names the exact bytes by RFC 6920 (ni:///sha-256;...).
std::string to_web_annotations(const Dossier& dossier, const Generator& generator, QuoteText quotes);

/// A JSON-LD graph of schema.org Claim (https://schema.org/Claim), one per claim of a story or topic, whose appearances
/// are the reports. Never a ClaimReview: that is a verdict.
std::string to_schema_claims(const Dossier& dossier);

/// TimelineJS (https://timeline.knightlab.com/docs/json-format.html): an event per timeline entry with a year; entries
/// without one are listed in the title slide. The texts are HTML-escaped, since TimelineJS shows them as HTML.
std::string to_timelinejs(const Dossier& dossier, const TextOptions& options);

/// followthemoney (https://followthemoney.tech): one entity per line. Article per report, Person, Organization or
/// LegalEntity per actor, Mention where an actor is named, Note per statement and figure (the model has no type for
/// claims).
std::string to_followthemoney(const Dossier& dossier, const TextOptions& options);

/// One JSON object per line: {"type": "report" | "actor" | "statement" | ..., "item": as in DOSSIER-FORMAT.md}.
std::string to_json_lines(const Dossier& dossier);

/// Statements as CSV (RFC 4180, UTF-8, CRLF), one row each, with a head line; byte range and SHA-256 included.
std::string statements_csv(const Dossier& dossier, const TextOptions& options);

/// Claims as CSV: one row per claim and member.
std::string claims_csv(const Dossier& dossier, const TextOptions& options);

}  // namespace ql::present
