// SPDX-License-Identifier: Apache-2.0
// For tests: the quantities of one sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {

struct Read {
  clean::Report report;
  Annotations notes;

  /// The quantities of kind Quantity.
  [[nodiscard]] std::vector<Quantity> figures() const {
    std::vector<Quantity> result;
    for (const Quantity& quantity : notes.quantities) {
      if (quantity.kind == QuantityKind::Quantity) result.push_back(quantity);
    }
    return result;
  }
  [[nodiscard]] std::string text(const Quantity& quantity) const {
    return std::string(slice(report.text, quantity.text));
  }
};

inline Read read(std::string_view sentence) {
  Read result;
  result.report = test_report({sentence});
  result.notes = annotate(result.report, lang::german());
  return result;
}

/// The kinds of all numbers of a sentence, in text order.
inline std::vector<QuantityKind> kinds(std::string_view sentence) {
  std::vector<QuantityKind> result;
  for (const Quantity& quantity : read(sentence).notes.quantities) result.push_back(quantity.kind);
  return result;
}

}  // namespace ql::annotate
