// SPDX-License-Identifier: Apache-2.0
// Entries sorted by item and age; then each item's versions are read from the newest to the oldest. Tested by
// versions_test.cpp.
#include "clean/versions.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace ql::clean {
namespace {

using ingest::ItemState;

bool is_older(const ItemState& a, const ItemState& b) {
  return std::tie(a.version, a.created) < std::tie(b.version, b.created);
}

/// Links the versions of one item, oldest first.
void link_item(const std::vector<const ItemState*>& items, const std::vector<std::size_t>& versions,
               std::vector<VersionLink>& links) {
  std::optional<std::size_t> newest;
  bool withdrawn = false, corrected = false;
  for (std::size_t i = versions.size(); i-- > 0;) {
    const std::size_t at = versions[i];
    VersionLink& link = links[at];
    const bool same = i + 1 < versions.size() && !is_older(*items[at], *items[versions[i + 1]]);
    if (same && !items[versions[i + 1]]->withdrawn) {
      link = links[versions[i + 1]];
    } else {
      link.corrected = corrected;
      link.newest = newest;
      link.status = newest ? VersionStatus::Superseded : withdrawn ? VersionStatus::Withdrawn : VersionStatus::Current;
    }
    if (items[at]->withdrawn) {
      withdrawn = true;
      continue;
    }
    if (!newest && !withdrawn) newest = at;
    corrected = corrected || items[at]->correction;
  }
}

}  // namespace

std::vector<VersionLink> link_versions(const std::vector<const ItemState*>& items) {
  std::vector<VersionLink> links(items.size());
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (items[a]->item != items[b]->item) return items[a]->item < items[b]->item;
    return is_older(*items[a], *items[b]);
  });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && items[order[end]]->item == items[order[begin]]->item) ++end;
    if (!items[order[begin]]->item.empty()) {
      link_item(items,
                {order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end)},
                links);
    }
    begin = end;
  }
  return links;
}

}  // namespace ql::clean
