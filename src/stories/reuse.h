// SPDX-License-Identifier: Apache-2.0
// Text reuse between the reports of a run. Private to stories.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "clean/report.h"
#include "stories/fingerprints.h"
#include "stories/report_source.h"
#include "stories/story_table.h"
#include "stories/words.h"

namespace ql::stories {

/// Results of earlier comparisons by the keys of both reports, so that a pair is compared once while both stay. A
/// result holds as long as the same words of the first report count as boilerplate.
class ReuseMemory {
 public:
  struct Entry {
    std::uint64_t boilerplate = 0;  ///< Hash of what counts as boilerplate in the first report.
    std::optional<Reuse> reuse;     ///< Names positions of an earlier order; only a == from says who is who.
    bool from_first = false;
    bool used = false;
  };
  /// The entry of a pair if it still holds, else nullptr.
  const Entry* find(std::uint32_t a, std::uint32_t b, std::uint64_t boilerplate);
  void put(std::uint32_t a, std::uint32_t b, Entry entry);
  /// Forgets what was neither found nor put since the last call.
  void forget_unused();
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, Entry> entries_;
};

/// Compares the candidate pairs exactly and returns those that share text, ordered by (to, from). `candidates` name
/// positions in `order` and must be ascending. Cost: linear in the words of the reports compared anew.
std::vector<Reuse> find_reuse(std::span<const ReportKey> order, const ReportSource& source,
                              std::span<const CandidatePair> candidates, const FingerprintIndex& index,
                              WordReader& words, ReuseMemory& memory);

}  // namespace ql::stories
