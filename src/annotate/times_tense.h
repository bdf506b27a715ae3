// SPDX-License-Identifier: Apache-2.0
// Does a sentence speak of what was or of what will be? Decides between last and next Monday. Private to times.
#pragma once

#include <cstdint>
#include <span>

#include "annotate/annotations.h"
#include "annotate/times_lexer.h"

namespace ql::annotate {

/// Present: no auxiliary says so, but a plain present beside a weekday speaks of what is to come.
enum class Direction : std::uint8_t { Unknown, Past, Present, Future };

/// The direction at lexeme `at`: from the verbs between the commas around it, else from those of its sentence, whose
/// lexemes are `sentence`. `tokens` are tagged and in text order. Linear in the sentence.
Direction direction_at(std::span<const TimeLexeme> lexemes, std::span<const Token> tokens, TokenRange sentence,
                       std::uint32_t at);

}  // namespace ql::annotate
