// SPDX-License-Identifier: Apache-2.0
// The rows of the figure ledger, before they are written in any form: measures with their values in the order of time.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "present/terminal_text.h"

namespace ql::present {

/// One value of a measure.
struct LedgerRow {
  compare::Item item;
  std::optional<compare::Item> same_as;  ///< The first row with this value whose report is of the same origin.
  bool corrects = false;                 ///< Takes back a figure that its source gave before.
};

/// A measure: its name, the status of its claim, and its values: oldest as-of time first (of a value without one the
/// day of its report counts), undated ones last, corrections behind all others.
struct Measure {
  std::string label;
  std::string_view status;  ///< word() of the claim's; "single" too where several reports of one origin agree.
  std::uint32_t origins = 1;
  std::vector<LedgerRow> rows;
};

/// Figure claims -> measures; figures that no claim holds are measures of their own. Refers to the context.
class Ledger {
 public:
  explicit Ledger(const TextContext& context);

  /// Calls visit(measure) for every measure, claims first. Cost: n log n in the figures.
  void for_each(const std::function<void(const Measure&)>& visit) const;

  [[nodiscard]] const claims::Figure& figure(const compare::Item& item) const {
    return context_.report(item.report).claims.figures[item.index];
  }
  [[nodiscard]] const annotate::Quantity& quantity(const compare::Item& item) const {
    return context_.report(item.report).notes.quantities[figure(item).quantity.index()];
  }
  /// The id of the dossier: "f12".
  [[nodiscard]] std::string id_of(const compare::Item& item) const;
  /// The words of the report.
  [[nodiscard]] std::string words_of(const compare::Item& item) const;
  /// "CNN < US-Quellen": who relays whom, outermost first; "" for a figure without a relay.
  [[nodiscard]] std::string chain_of(const compare::Item& item) const;
  [[nodiscard]] std::string place_of(const compare::Item& item) const;

 private:
  [[nodiscard]] Measure measure_of(const compare::Claim& claim) const;
  [[nodiscard]] std::string sort_time(const compare::Item& item) const;
  void put_in_order(std::vector<LedgerRow>& rows) const;

  const TextContext& context_;
  std::vector<std::uint32_t> origin_of_;  ///< By report.
  std::set<compare::Item> corrections_;
};

}  // namespace ql::present
