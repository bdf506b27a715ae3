// SPDX-License-Identifier: Apache-2.0
// For whom somebody speaks. A spokesperson, a ministry and its state are one side; so are "Polizeisprecherin Dohm",
// "die Polizei" and "Polizeidirektor Stroth", though nobody says that they belong together. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/context.h"
#include "compare/keys.h"

namespace ql::compare {

/// Keys of everything that a speaker can be recognised by; ascending, unique; empty when the speaker is open.
using Sides = Keys;

/// The sides of a speaker of one report: actor, whom the actor speaks for, institution in role or description.
Sides sides_of(const Context& context, ReportId report, const claims::Speaker& speaker);

/// The sides of an entity of one report.
Sides sides_of(const Context& context, ReportId report, EntityId entity);

/// The sides that a range of a report names: who is accused, where nobody says who denies.
Sides sides_named_in(const Context& context, ReportId report, TextRange range);

/// The sides of the outlet, where it is an institution that publishes for itself ("Kessling Antriebstechnik SE").
Sides sides_of_outlet(const Context& context, ReportId report);

/// The sides of whoever publishes a report for itself: its issuer, and what its outlet is.
Sides sides_of_issuer(const Context& context, ReportId report);

/// True for a side that finds out and is no party: court, supervision.
bool establishes_facts(const Sides& sides);

/// Whose figure it is: its speaker, else that of its statement, else the institution that publishes the report.
Sides voice_of(const Context& context, Item figure);

/// True for "beide", "beide Seiten": the parties of the matter, whoever they are.
bool is_joint(std::string_view speaker);

/// The institution keys of all roles, names and descriptions of every actor, by actor; computed once per run.
std::vector<Sides> institutions_of_actors(const Context& context);

}  // namespace ql::compare
