// SPDX-License-Identifier: Apache-2.0
// A point, period or set in time as far as the text carries it (DOSSIER-FORMAT.md, "Time").
#pragma once

#include <cstdint>
#include <string>

namespace ql {

/// Where a value comes from: said in the text, read from metadata, or concluded (then `from` says from what).
enum class Basis : std::uint8_t { Stated, Metadata, Inferred };

/// `value` in TIMEX3 notation ("2024-10", "XXXX-WXX-3", "P2M", "FUTURE_REF"); earliest and latest are ISO days
/// (or minutes) and empty when unknown or not applicable.
struct TimeValue {
  std::string value;
  std::string earliest, latest;
  Basis basis = Basis::Stated;
  std::string from;
};

}  // namespace ql
