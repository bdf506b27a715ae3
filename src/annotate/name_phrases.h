// SPDX-License-Identifier: Apache-2.0
// Second step of the layer names: the noun phrase around a name, with what it says about the named.
#pragma once

#include <string>

#include "annotate/annotations.h"
#include "annotate/name_spans.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// A noun phrase around a name or a role noun.
struct NamePhrase {
  TokenRange tokens;  ///< Determiner, adjectives, titles, role, name, apposition.
  TokenId role;       ///< Token of the role noun (Verteidigungsminister); none if there is none.
  lang::NounGender gender = lang::NounGender::Unknown;
};

/// The phrase around a name. `before` is the first token that it may take (end of the name before, sentence start).
NamePhrase phrase_around(const clean::Report& report, const lang::Language& language, WordSpan words,
                         const Annotations& notes, const NameSpan& span, TokenRange sentence);

}  // namespace ql::annotate
