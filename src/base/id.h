// SPDX-License-Identifier: Apache-2.0
// Typed 32-bit ids: an index into one vector of one product. Mixing two kinds does not compile.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace ql {

/// Index of a record of kind `Tag`, or none. Which vector it indexes stands beside each alias.
template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr bool valid() const { return value != kNone; }
  [[nodiscard]] constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// Index of a report in the run, in the order of the reports' paths and records.
using ReportId = Id<struct ReportTag>;
/// Index into Report::blocks.
using BlockId = Id<struct BlockTag>;
/// Index into Annotations::tokens / sentences / clauses / mentions / entities / times / quantities.
using TokenId = Id<struct TokenTag>;
using SentenceId = Id<struct SentenceTag>;
using ClauseId = Id<struct ClauseTag>;
using MentionId = Id<struct MentionTag>;
using EntityId = Id<struct EntityTag>;
using TimeId = Id<struct TimeTag>;
using QuantityId = Id<struct QuantityTag>;
/// Index into ReportClaims::statements / figures.
using StatementId = Id<struct StatementTag>;
using FigureId = Id<struct FigureTag>;
/// Index into ActorTable::actors (all reports of the run).
using ActorId = Id<struct ActorTag>;
/// Index into StoryTable::stories / topics.
using StoryId = Id<struct StoryTag>;
using TopicId = Id<struct TopicTag>;

}  // namespace ql
