// SPDX-License-Identifier: Apache-2.0
// Layer of annotate: names. Reads tokens, sentences, tags and clauses of `notes` and adds its own records.
#pragma once

#include <optional>

#include "annotate/annotations.h"
#include "annotate/name_spans.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// Finds the names, descriptions and pronouns of one report and which entity each speaks of: fills notes.mentions (in
/// text order) and notes.entities. Requires the layers before it. Linear in the tokens.
void find_names(const clean::Report& report, const lang::Language& language, const NameReading& reading,
                Annotations& notes);

/// The mention whose phrase (title, name, apposition) holds this token; of nested ones the name, person or
/// organisation before part of a compound, the longest text first. None if there is none. O(log mentions).
std::optional<MentionId> mention_at(const Annotations& notes, TokenId token);

/// The mention that best stands for a noun phrase: the one whose phrase overlaps `tokens` and covers its head (the
/// longest overlap; names before adjectives and parts of compounds). None if there is none. O(log mentions).
std::optional<MentionId> mention_in(const Annotations& notes, TokenRange tokens);

}  // namespace ql::annotate
