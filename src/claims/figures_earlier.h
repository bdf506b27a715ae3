// SPDX-License-Identifier: Apache-2.0
// What a figure without a noun of its own takes over from the figures before it. Private to the figures* files.
#pragma once

#include <optional>
#include <span>

#include "claims/figures_counted.h"

namespace ql::claims {

/// The figures before one quantity, of which the last ones can be referred to. Cost of each question: constant.
class EarlierFigures {
 public:
  EarlierFigures(const annotate::Annotations& notes, const annotate::Quantity& quantity,
                 std::span<const Figure> earlier)
      : notes_(notes), quantity_(quantity), earlier_(earlier) {}

  [[nodiscard]] std::optional<Counted> last_counted(bool same_kind) const;
  [[nodiscard]] std::optional<Counted> same_measure_again() const;
  [[nodiscard]] std::optional<Counted> last_measured() const;
  [[nodiscard]] std::optional<Counted> last_measured_or_counted() const;
  /// "drei Jahre Haft, davon zwei auf Bewährung": what the figure before counts or measures.
  [[nodiscard]] std::optional<Counted> of_which() const;

 private:
  const annotate::Annotations& notes_;
  const annotate::Quantity& quantity_;
  std::span<const Figure> earlier_;
};

}  // namespace ql::claims
