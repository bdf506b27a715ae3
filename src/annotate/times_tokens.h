// SPDX-License-Identifier: Apache-2.0
// Last step of the layer times. Private to annotate.
#pragma once

#include "annotate/annotations.h"

namespace ql::annotate {

/// Brings the expressions into text order and gives each the tokens that its text touches. Linear but for the sorting.
void sort_and_set_tokens(Annotations& notes);

}  // namespace ql::annotate
