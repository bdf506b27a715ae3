// SPDX-License-Identifier: Apache-2.0
// Product of claims: what one report's sources say. Statements and figures with all their slots.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "annotate/annotations.h"
#include "base/id.h"
#include "base/rule_id.h"
#include "base/span.h"
#include "base/time_value.h"

namespace ql::claims {

enum class StatementKind : std::uint8_t { Direct, Indirect, Reported, Mixed, Author };
/// Stance of the speaker towards the content.
enum class Commitment : std::uint8_t { Asserts, Confirms, Denies, Warns, Suspects, Announces, Demands, Refuses };

/// One member of a source chain; `entity` is none for a source that is only described.
struct ChainLink {
  EntityId entity;
  std::string text;  ///< "CNN", "US-Quellen"
};

struct Speaker {
  EntityId entity;             ///< Index into Annotations::entities; none when the text leaves it open.
  TextRange span;              ///< The noun phrase as written; empty when the speaker is not written here.
  std::string text;            ///< As shown; "" when there is none.
  std::vector<EntityId> also;  ///< Joint speakers.
};

/// An attributed proposition (DOSSIER-FORMAT.md, "statements").
struct Statement {
  SentenceId sentence;
  StatementKind kind = StatementKind::Indirect;
  std::vector<TextRange> content;  ///< In text order; quotation marks outside, the opening dass/ob inside.
  std::vector<TextRange> cue;      ///< "sagte"; "wies" + "zurück"; empty when there is none.
  Speaker speaker;
  TextRange addressee, frame;    ///< Empty when there is none.
  std::vector<ChainLink> chain;  ///< Outermost relay first, down to the original source; empty when direct.
  Commitment commitment = Commitment::Asserts;
  bool negated = false;
  bool open = false;              ///< The speaker leaves the matter open; nothing is asserted.
  std::optional<TimeValue> time;  ///< When it was said.
  StatementId nested_in;          ///< The statement whose content holds this one.
  RuleId rule;
  float confidence = 0;
};

enum class FigureRole : std::uint8_t { Level, Increment, Part, Total, Change, Cap };

/// A quantity claim (DOSSIER-FORMAT.md, "figures").
struct Figure {
  SentenceId sentence;
  QuantityId quantity;  ///< Span, value, bounds, hedge and unit stand there.
  FigureRole role = FigureRole::Level;
  std::string counted;        ///< Head noun with its modifiers as written, resolved where elided ("of").
  std::string counted_lemma;  ///< Lemma of the head noun, for comparison.
  TextRange state_span;       ///< The predicate that says what is the case with the counted.
  std::string state;          ///< "nach Russland entsandt"
  EntityId place;
  StatementId statement;  ///< The statement that carries it; none for the report's own voice.
  EntityId speaker;
  std::optional<TimeValue> as_of;
  RuleId rule;
  float confidence = 0;
};

/// All statements and figures of one report, in text order of their first content byte or number.
struct ReportClaims {
  EntityId issuer;  ///< Whose own voice the report is: of a press release; none for journalism.
  std::vector<Statement> statements;
  std::vector<Figure> figures;
};

}  // namespace ql::claims
