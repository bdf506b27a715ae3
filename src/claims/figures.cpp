// SPDX-License-Identifier: Apache-2.0
#include "claims/claims.h"

namespace ql::claims {

std::vector<Figure> extract_figures(const clean::Report& report, const annotate::Annotations& notes,
                                    const std::vector<Statement>&, const lang::Language&) {
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < notes.quantities.size(); ++i) {
    const annotate::Quantity& quantity = notes.quantities[i];
    if (quantity.kind != annotate::QuantityKind::Quantity) continue;
    Figure figure;
    figure.sentence = quantity.sentence;
    figure.quantity = QuantityId(i);
    figure.counted = std::string(slice(report.text, quantity.counted));
    figure.rule = "de.figure.level.01";
    figure.confidence = 0.8F;
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace ql::claims
