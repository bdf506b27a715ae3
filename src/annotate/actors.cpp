// SPDX-License-Identifier: Apache-2.0
// Every entity is an actor of its own until names are merged over reports.
#include "annotate/annotate.h"

namespace ql::annotate {

ActorTable link_actors(std::span<const Annotations* const> reports) {
  ActorTable table;
  for (const Annotations* notes : reports) {
    auto& actors = table.of_entity.emplace_back();
    for (const Entity& entity : notes->entities) {
      actors.emplace_back(ActorId(table.actors.size()));
      table.actors.push_back({entity.type, entity.name, entity.aliases, {}});
    }
  }
  return table;
}

}  // namespace ql::annotate
