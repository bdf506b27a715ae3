// SPDX-License-Identifier: Apache-2.0
// annotate: What do the words say on the surface? Report -> Annotations (tokens, sentences, clauses, names,
// times, quantities); and over all reports: which names are one actor.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/actor_table.h"
#include "annotate/annotations.h"
#include "annotate/clauses.h"
#include "annotate/name_tagger.h"
#include "annotate/noun_phrases.h"
#include "annotate/word_cache.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// What one thread keeps from report to report: it makes reading fast and never changes the result. Below 40 MB.
struct Workspace {
  /// The language must outlive the workspace.
  explicit Workspace(const lang::Language& language) : cache(language), names(language) {}
  WordCache cache;
  NameTagger names;
  std::vector<const WordInfo*> words;         ///< Of a sentence.
  std::vector<const WordInfo*> report_words;  ///< Of all tokens.
  ReportLexemes lexemes;
  std::vector<NounPhrase> phrases;
  ClauseAnalysis clauses;
};

/// The layers of annotate in their order.
enum class Layer : std::uint8_t { Tokens, Sentences, Words, Tags, Morphology, Clauses, Names, Times, Quantities };

/// Reads title and body blocks of one report; layers behind `last` stay empty. Linear in the length of the text. A
/// workspace serves one thread.
Annotations annotate(const clean::Report& report, const lang::Language& language, Workspace& workspace,
                     Layer last = Layer::Quantities);

/// The same for a single report. Thread-safe.
Annotations annotate(const clean::Report& report, const lang::Language& language);

/// Merges the entities of all reports into actors where the evidence is clear; two different Kims stay two.
/// `story_of` says which reports are about one story, one id for each report; empty if nothing is known.
/// The result does not depend on the order of evidence within a report. Cost: near-linear in the mentions.
ActorTable link_actors(std::span<const Annotations* const> reports, std::span<const StoryId> story_of = {});

}  // namespace ql::annotate
