// SPDX-License-Identifier: Apache-2.0
// Which pairs of reports have been compared, and what came of it. Private to stories.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stories/story_table.h"

namespace ql::stories {

/// Results of earlier comparisons by the keys of both reports, so that a pair is compared once while both stay. A
/// result holds as long as the same words of the first report count as boilerplate. A round asks with find(), says with
/// keep() or put() what the next round shall know, and ends.
class ReuseMemory {
 public:
  /// A pair, 24 bytes.
  struct Entry {
    std::uint32_t a = 0, b = 0;
    std::uint64_t boilerplate = 0;  ///< Hash of what counts as boilerplate in the first report.
    std::uint32_t reuse = kNone;    ///< Its number, if text is shared.
    bool from_first = false;        ///< The first report is the source.
    [[nodiscard]] bool shares() const { return reuse != kNone; }
  };
  /// What is known of a pair, else nullptr. Good until the round ends.
  [[nodiscard]] const Entry* find(std::uint32_t a, std::uint32_t b, std::uint64_t boilerplate) const;
  /// The reuse of an entry that shares text; names positions of an earlier order, only from_first says who is who.
  [[nodiscard]] const Reuse& reuse_of(const Entry& entry) const { return reuses_[entry.reuse]; }

  /// Takes an entry over into the next round.
  void keep(const Entry& entry);
  void put(std::uint32_t a, std::uint32_t b, std::uint64_t boilerplate, const std::optional<Reuse>& reuse,
           bool from_first);
  /// Forgets what was neither kept nor put.
  void end_round();

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  std::vector<Entry> entries_, next_;  // entries_ ascending by both keys
  std::vector<Reuse> reuses_, next_reuses_;
};

}  // namespace ql::stories
