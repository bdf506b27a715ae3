// SPDX-License-Identifier: Apache-2.0
// Who speaks: noun phrases around a cue, and the entities behind them.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/report_claims.h"
#include "claims/statements_reading.h"

namespace ql::claims {

/// A noun phrase as a run of elements of one unit; empty when none was found.
struct Phrase {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

/// What a phrase must look like to be read.
enum class PhraseUse : std::uint8_t {
  Subject,  ///< No dative or accusative article at its head.
  Any       ///< After a preposition, or an object.
};

/// The noun phrase that begins at element `at`, with genitives and von-phrases, not beyond `limit`.
Phrase read_phrase(const Reading& reading, const Unit& unit, std::uint32_t at, std::uint32_t limit, PhraseUse use);

/// The subject of the finite verb at element `verb` of segment `segment`: from the clause layer, else by position. None
/// if `verb` is Segment::kNone.
Phrase find_subject(const Reading& reading, const Unit& unit, std::uint32_t segment, std::uint32_t verb);

/// The first phrase behind element `at` that can be a subject; adverbs and prepositional phrases are passed over.
Phrase phrase_behind(const Reading& reading, const Unit& unit, std::uint32_t at, std::uint32_t limit);

/// The source of an impersonal cue: "in dem Papier heißt es", "verlautete aus Regierungskreisen"; empty if not written.
Phrase source_in_clause(const Reading& reading, const Unit& unit, std::uint32_t segment);

/// Gives a relative pronoun as speaker the entity of the phrase that it refers to.
void resolve_relative(const Reading& reading, const Unit& unit, std::uint32_t segment, Phrase phrase, Speaker& speaker);

/// "einer Frau, die sagte": the phrase before the comma that a relative pronoun at the head of `segment` refers to.
Phrase antecedent(const Reading& reading, const Unit& unit, std::uint32_t segment);

/// True if a person's name begins at this token, be it with a preposition ("Von der Leyen").
bool begins_name(const Reading& reading, std::uint32_t token);

/// True if the phrase can name somebody or something that speaks (no time, no impersonal pronoun).
bool can_speak(const Reading& reading, const Unit& unit, Phrase phrase);

/// True if the head of the phrase is a noun for a person or body ("die Gutachter", "das Präsidium").
bool names_role(const Reading& reading, const Unit& unit, Phrase phrase);

/// True for a single personal or demonstrative pronoun.
bool is_pronoun(const Reading& reading, const Unit& unit, Phrase phrase);

/// The speaker that a phrase names: span, text, entity and joint speakers.
Speaker make_speaker(const Reading& reading, const Unit& unit, Phrase phrase);

}  // namespace ql::claims
