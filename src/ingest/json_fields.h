// SPDX-License-Identifier: Apache-2.0
// The fields of one JSON record, by what they mean (record_fields.h).
#pragma once

#include <simdjson.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ingest.h"
#include "ingest/record_fields.h"

namespace ql::ingest {

/// Values of a record by role, with the rank of the name that they came from: the lowest rank wins.
class JsonFields {
 public:
  using FieldMap = std::vector<std::pair<std::string, std::string>>;
  explicit JsonFields(const FieldMap& map) : map_(&map) {}

  /// Reads all fields of an object: strings, numbers, lists of them, and the names in objects. Linear.
  simdjson::error_code collect(simdjson::ondemand::object object);

  [[nodiscard]] bool has(FieldRole role) const { return !slot(role).values.empty(); }
  /// The first value of a role, if it is not empty.
  std::optional<std::string> take(FieldRole role);
  std::vector<std::string> take_all(FieldRole role) { return std::move(slot(role).values); }

 private:
  struct Slot {
    std::size_t rank = ~std::size_t{0};
    std::vector<std::string> values;
  };
  [[nodiscard]] const Slot& slot(FieldRole role) const { return slots_[static_cast<std::size_t>(role)]; }
  Slot& slot(FieldRole role) { return slots_[static_cast<std::size_t>(role)]; }
  [[nodiscard]] std::pair<std::size_t, FieldRole> find(std::string_view name) const;
  simdjson::error_code collect_bodies(simdjson::ondemand::value value, std::size_t rank);

  const FieldMap* map_;
  std::array<Slot, static_cast<std::size_t>(FieldRole::Count)> slots_;
};

/// The role of this name in --map; None if there is none.
FieldRole role_named(std::string_view name);

}  // namespace ql::ingest
