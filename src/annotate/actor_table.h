// SPDX-License-Identifier: Apache-2.0
// Actors of the whole run: the entities of all reports, merged where the evidence is clear.
#pragma once

#include <string>
#include <vector>

#include "annotate/annotations.h"
#include "base/id.h"

namespace ql::annotate {

struct Actor {
  EntityType type = EntityType::Other;
  std::string name;
  std::vector<std::string> aliases;  ///< Other forms, sorted, without `name`.
  ActorId acts_for;
};

/// `of_entity[report][entity]` is the actor of a report's entity; every entity has one.
struct ActorTable {
  std::vector<Actor> actors;
  std::vector<std::vector<ActorId>> of_entity;
};

}  // namespace ql::annotate
