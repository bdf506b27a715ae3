// SPDX-License-Identifier: Apache-2.0
// Product of compare: claims (what is about the same thing), relations with their reasons, and the timeline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/rule_id.h"
#include "base/time_value.h"

namespace ql::compare {

/// A statement or figure of some report.
struct Item {
  enum class Kind : std::uint8_t { Statement, Figure };
  ReportId report;
  Kind kind = Kind::Statement;
  std::uint32_t index = 0;  ///< StatementId or FigureId within the report.
  friend constexpr auto operator<=>(const Item&, const Item&) = default;
};

enum class ClaimKind : std::uint8_t { Figure, Utterance, Proposition };
enum class ClaimStatus : std::uint8_t { Single, Agrees, Evolves, Differs, Denied, DeniedThenConfirmed, Confirmed };

/// Items that are about the same thing.
struct Claim {
  ClaimKind kind = ClaimKind::Proposition;
  std::string label;          ///< Words of one of the reports, never ours.
  std::vector<Item> members;  ///< Ascending, at least one.
  ClaimStatus status = ClaimStatus::Single;
  std::uint32_t origins = 1;  ///< Independent origins, not reports.
};

enum class RelationType : std::uint8_t {
  SameUtterance,
  Agrees,
  Refines,
  Updates,
  Differs,
  DiffersScope,
  Denies,
  Confirms,
  Retracts
};
enum class Side : std::uint8_t { None, From, To };

/// One slot that a rule compared, and how both sides read.
struct ComparedSlot {
  std::string slot;  ///< value, hedge, time, place, state, wording, evidence, target
  std::string from, to;
  Side weaker = Side::None;  ///< The side that commits itself less, where one does.
};

/// A directed relation (directions: DOSSIER-FORMAT.md) and why it holds.
struct Relation {
  RelationType type = RelationType::Agrees;
  Item from, to;
  RuleId rule;
  std::string reason;
  std::vector<ComparedSlot> slots;
};

/// Something that is reported to have happened, apart from when it was said.
struct TimelineEntry {
  TimeValue time;
  std::string label;  ///< Words of one of the reports.
  std::vector<Item> evidence;
};

/// What compare says of one story or topic.
struct Comparison {
  std::vector<Claim> claims;
  std::vector<Relation> relations;
  std::vector<TimelineEntry> timeline;
};

/// One comparison per story and per topic, by id.
struct Findings {
  std::vector<Comparison> stories;
  std::vector<Comparison> topics;  ///< Only claims and relations that cross stories.
};

}  // namespace ql::compare
