// SPDX-License-Identifier: Apache-2.0
// Part of the layer names: what the lexicon and the name lists know of one word that is no name by itself.
#pragma once

#include <optional>
#include <string_view>

#include "annotate/annotations.h"
#include "annotate/name_spans.h"
#include "lang/language.h"

namespace ql::annotate {

/// A word in question: its form, its place, what the tagger says of it.
struct WordInQuestion {
  std::string_view form;
  TextRange text;
  std::uint32_t token = 0;
  bool capitalised = false;
  bool derived = false;   ///< Labelled as derived from a name (nordkoreanisch).
  bool compound = false;  ///< Labelled as a compound with a name (US-Minister).
};

/// States, their adjectives and people, acronyms, adjectives from towns (Moorburger), first parts of compounds. None
/// for a plain word. A few look-ups.
std::optional<NameSpan> known_word(const WordInQuestion& word, const lang::Language& language);
/// The same; for a word without label it is asked once per form.
std::optional<NameSpan> known_word(const WordInfo& form, const WordInQuestion& word, const lang::Language& language);

/// "US-Minister", "NATO-Gipfel": the first part is the name if the lexicon has it and the rest is a common word.
std::optional<NameSpan> known_part(const WordInQuestion& word, const lang::Language& language);

}  // namespace ql::annotate
