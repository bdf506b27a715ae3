// SPDX-License-Identifier: Apache-2.0
// The words of the reports that were compared last. Private to stories.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "clean/report.h"
#include "stories/compared_words.h"
#include "stories/report_source.h"

namespace ql::stories {

/// A text as comparison needs it.
struct ComparedText {
  std::shared_ptr<const clean::Report> report;
  ComparedWords list;
};

/// Reads texts by their position in a run and keeps the latest: partners stand close together in time, so most texts
/// are asked for again soon, and long tickers more often than others. At most kTexts texts, and no more than kMostWords
/// words but for the latest two texts. Not thread-safe.
class LatestTexts {
 public:
  LatestTexts(std::span<const ReportKey> order, const ReportSource& source) : order_(order), source_(source) {}
  /// The text at a position. It holds while no more than one other position is asked for.
  const ComparedText& of(std::uint32_t position);

 private:
  static constexpr std::size_t kTexts = 64;
  static constexpr std::size_t kMostWords = std::size_t{1} << 20U;
  struct Slot {
    std::uint32_t position = UINT32_MAX;  // none
    std::uint64_t asked = 0;              // 0 = free
    ComparedText text;
  };
  /// Free slots come first.
  static bool asked_before(const Slot& x, const Slot& y);
  void make_room();
  void forget(Slot& slot);

  std::span<const ReportKey> order_;
  const ReportSource& source_;
  ComparedWordReader words_;
  std::array<Slot, kTexts> slots_;
  std::uint64_t questions_ = 0;
  std::size_t kept_words_ = 0;
};

}  // namespace ql::stories
