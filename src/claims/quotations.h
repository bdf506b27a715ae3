// SPDX-License-Identifier: Apache-2.0
// Stretches in quotation marks: where each begins and ends, which lies in which, whether it was closed.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "clean/report.h"

namespace ql::claims {

/// One quoted stretch of Report::text.
struct Quotation {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  TextRange outer;                  ///< With its marks (the closing one only if it was written).
  TextRange inner;                  ///< Between the marks, without white space at the ends.
  std::uint32_t parent = kNone;     ///< Index of the quotation that it lies in.
  std::uint32_t continues = kNone;  ///< Index of the one before, when a paragraph opens the same quotation again.
  bool closed = true;               ///< False: no closing mark; it ends with its paragraph.
};

/// Finds the quotations of title and body in every mark system, mixed ones too, across sentences and paragraph
/// breaks. Ordered by begin. A missing closer costs at most one paragraph. Cost: linear in the text.
std::vector<Quotation> find_quotations(const clean::Report& report);

}  // namespace ql::claims
