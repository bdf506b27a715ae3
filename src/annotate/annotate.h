// SPDX-License-Identifier: Apache-2.0
// annotate: What do the words say on the surface? Report -> Annotations (tokens, sentences, clauses, names,
// times, quantities); and over all reports: which names are one actor.
#pragma once

#include <span>

#include "annotate/actor_table.h"
#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// Reads title and body blocks of one report. Thread-safe; linear in the length of the text.
Annotations annotate(const clean::Report& report, const lang::Language& language);

/// Merges the entities of all reports into actors where the evidence is clear; two different Kims stay two.
/// The result does not depend on the order of evidence within a report. Cost: near-linear in the mentions.
ActorTable link_actors(std::span<const Annotations* const> reports);

}  // namespace ql::annotate
