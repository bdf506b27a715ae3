// SPDX-License-Identifier: Apache-2.0
// Names of bodies by their build: "Verband der Brotindustrie (VBRL)", "Gewerkschaft GGE".
#pragma once

#include <optional>
#include <string_view>

#include "annotate/annotations.h"
#include "lang/language.h"

namespace ql::annotate {

/// What the readers of body names look at: one report's text with its tokens.
struct BodyText {
  std::string_view text;
  const lang::Language& language;
  const Annotations& notes;
  [[nodiscard]] std::string_view word(std::size_t token) const { return slice(text, notes.tokens[token].text); }
};

/// Two capitals or more, at most eight characters, letters only. O(length).
bool looks_like_acronym(std::string_view word);

/// "(VBRL)" at token `open`: the tokens before it that the acronym abbreviates, or that open with a noun for a body and
/// with the acronym's first letter. A few look-ups.
std::optional<TokenRange> body_before_bracket(const BodyText& view, std::size_t open);

/// "Verband der Brotindustrie": an association's noun with what it stands for in the genitive or behind "fuer"; none
/// behind an indefinite article. A few look-ups.
std::optional<TokenRange> body_with_matter(const BodyText& view, std::size_t noun);

/// "Handwerkskammer Lauenfels": a compound for a body with a name that no lexicon has. A few look-ups.
std::optional<TokenRange> body_with_place(const BodyText& view, std::size_t noun);

}  // namespace ql::annotate
