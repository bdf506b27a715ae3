// SPDX-License-Identifier: Apache-2.0
// What every part of compare reads; private to this folder.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/actor_table.h"
#include "claims/analysed_report.h"
#include "compare/chronology.h"
#include "compare/findings.h"
#include "lang/language.h"
#include "stories/story_table.h"

namespace ql::compare {

class WordMemo;

/// All inputs of the stage, what is derived from them once for all topics, and the words met in the present topic.
struct Context {
  std::span<const AnalysedReport> reports;
  const annotate::ActorTable& actors;
  const Chronology& chronology;
  const lang::Language& language;
  WordMemo& words;
  std::span<const std::uint32_t> origin_of;  ///< Per report: number of its origin, unique over all stories.
  std::span<const std::vector<std::uint64_t>>
      institutions;  ///< Per actor: kinds of institution it speaks for (sides.h).
};

/// What is known about the order of two points in time.
enum class Order : std::uint8_t { Unknown, Before, Same, After };

/// True for an ISO value that says which year.
bool names_a_year(std::string_view value);

/// Compares two ISO values as far as both go: a day and a minute of that day are Same. "" and values that name no
/// calendar year are Unknown.
Order order_of(std::string_view one, std::string_view other);

/// When a report appeared, as it says or as was concluded, as an ISO value; "" when unknown.
std::string_view published(const Context& context, ReportId report);

/// The actor of a report's entity; none for no entity.
ActorId actor_of(const Context& context, ReportId report, EntityId entity);

/// The actor of a speaker that reports can share: none for one known by description only ("die Wirtin") who speaks for
/// nobody named; whether two descriptions mean one speaker, their words must tell.
ActorId known_actor_of(const Context& context, ReportId report, EntityId entity);

/// Whom an actor speaks for in the end (a spokesperson's ministry's state); the actor itself if nobody.
ActorId side_of(const Context& context, ActorId actor);

/// The number of different origins among the items' reports.
std::uint32_t count_origins(const Context& context, const std::vector<Item>& items);

/// The status of items that nothing sets apart: agrees if several reports tell it. How many of them are independent is
/// count_origins()'s to say (ADR 0011).
ClaimStatus agreed_status(const std::vector<Item>& items);

const claims::Statement& statement_of(const Context& context, Item item);
const claims::Figure& figure_of(const Context& context, Item item);
const annotate::Quantity& quantity_of(const Context& context, Item figure);

/// The words of an item, cut after about `limit` bytes at a word.
std::string words_of(const Context& context, Item item, std::size_t limit);

}  // namespace ql::compare
