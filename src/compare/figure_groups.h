// SPDX-License-Identifier: Apache-2.0
// Which figures measure the same thing. Private to this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/measure.h"

namespace ql::compare {

/// Groups of indices into `measures`, each ascending, ordered by their first member; every index is in one group.
/// Cost: figures times a bounded number of candidates each.
std::vector<std::vector<std::uint32_t>> group_measures(const Context& context, const std::vector<Measure>& measures);

}  // namespace ql::compare
