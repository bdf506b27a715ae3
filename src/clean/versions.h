// SPDX-License-Identifier: Apache-2.0
// Agencies send an item several times: which version speaks, and which no longer does?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/raw_report.h"

namespace ql::clean {

enum class VersionStatus : std::uint8_t {
  Current,
  Superseded,  ///< A later version of the item is among the input.
  Withdrawn    ///< Its sender took the item back later.
};

struct VersionLink {
  VersionStatus status = VersionStatus::Current;
  std::optional<std::size_t> newest;  ///< Of a superseded version: the index of the one that speaks.
  bool corrected = false;             ///< A later version says that it corrects an earlier one.
};

/// One link per entry of `items`, by index: versions of one item are ordered by number, then by time. Entries without
/// an item id stand for themselves; a withdrawal (ItemState::withdrawn) takes back the versions before it. Versions
/// with the same number and time are the same one and all current. O(n log n).
std::vector<VersionLink> link_versions(const std::vector<const ingest::ItemState*>& items);

}  // namespace ql::clean
