// SPDX-License-Identifier: Apache-2.0
// "um drei": when, or by how much? Private to the times layer.
#pragma once

#include <span>
#include <string_view>

#include "annotate/annotations.h"
#include "annotate/times_match.h"
#include "lang/figure_roles.h"

namespace ql::annotate {

/// True for a bare hour that says by how much: "um drei kleiner", "die Zahl stieg um eins". Reads the tokens of
/// `notes`, a bounded number of them.
bool is_difference(std::string_view text, std::span<const TimeLexeme> lexemes, const TimeMatch& match,
                   const lang::FigureRoles& roles, const Annotations& notes);

}  // namespace ql::annotate
