// SPDX-License-Identifier: Apache-2.0
// First step of the layer names: where names stand and of what type they are.
#pragma once

#include <string>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/name_tagger.h"
#include "annotate/word_cache.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// What names are found with: a thread's buffers and the forms of all tokens of the report.
struct NameReading {
  NameTagger& tagger;
  WordCache& cache;
  WordSpan words;
};

/// A run of tokens (or the first part of one hyphenated token) that names something.
struct NameSpan {
  TokenRange tokens;
  TextRange text;  ///< Of the name; part of the token for MentionForm::Part.
  EntityType type = EntityType::Other;
  MentionForm form = MentionForm::Name;
  std::uint32_t known = lang::kNoName;  ///< Index into the name lexicon.
  std::string base;  ///< What an adjective points to where the lexicon has no entry (Moorburg for Moorburger).
};

/// Finds names, adjectives of states, peoples and names inside compounds, in text order, without overlap.
/// Requires tokens and sentences. Linear in the tokens.
std::vector<NameSpan> find_name_spans(const clean::Report& report, const lang::Language& language,
                                      const NameReading& reading, const Annotations& notes);

}  // namespace ql::annotate
