// SPDX-License-Identifier: Apache-2.0
// Look-ups shared by the parts of compare. Tested by compare_test.cpp.
#include "compare/context.h"

#include <algorithm>

namespace ql::compare {

bool names_a_year(std::string_view value) {
  return value.size() >= 4 &&
         std::all_of(value.begin(), value.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

Order order_of(std::string_view one, std::string_view other) {
  if (!names_a_year(one) || !names_a_year(other)) {
    return Order::Unknown;
  }
  const std::size_t common = std::min(one.size(), other.size());
  const int difference = one.substr(0, common).compare(other.substr(0, common));
  if (difference == 0) {
    return Order::Same;
  }
  return difference < 0 ? Order::Before : Order::After;
}

std::string_view published(const Context& context, ReportId report) {
  const std::optional<TimeValue>& stated = context.reports[report.index()].report.published;
  if (stated) return stated->value;
  if (report.index() >= context.chronology.reports.size()) return {};
  const std::optional<TimeValue>& concluded = context.chronology.reports[report.index()].published;
  return concluded ? std::string_view(concluded->value) : std::string_view();
}

ActorId actor_of(const Context& context, ReportId report, EntityId entity) {
  if (!entity.valid()) {
    return {};
  }
  const std::vector<ActorId>& actors = context.actors.of_entity[report.index()];
  return entity.index() < actors.size() ? actors[entity.index()] : ActorId();
}

ActorId known_actor_of(const Context& context, ReportId report, EntityId entity) {
  const ActorId actor = actor_of(context, report, entity);
  if (!actor.valid()) return {};
  const annotate::Entity& described = context.reports[report.index()].notes.entities[entity.index()];
  return described.named || described.acts_for.valid() ? actor : ActorId();
}

ActorId side_of(const Context& context, ActorId actor) {
  constexpr int kLongestChain = 8;  // an office that acts for itself through others would not end
  for (int step = 0; actor.valid() && step < kLongestChain; ++step) {
    const ActorId next = context.actors.actors[actor.index()].acts_for;
    if (!next.valid() || next == actor) {
      break;
    }
    actor = next;
  }
  return actor;
}

std::uint32_t count_origins(const Context& context, const std::vector<Item>& items) {
  std::vector<std::uint32_t> origins;
  for (const Item item : items) {
    origins.push_back(context.origin_of[item.report.index()]);
  }
  std::sort(origins.begin(), origins.end());
  return static_cast<std::uint32_t>(std::unique(origins.begin(), origins.end()) - origins.begin());
}

ClaimStatus agreed_status(const std::vector<Item>& items) {
  const bool several =
      std::any_of(items.begin(), items.end(), [&items](Item item) { return item.report != items.front().report; });
  return several ? ClaimStatus::Agrees : ClaimStatus::Single;
}

const claims::Statement& statement_of(const Context& context, Item item) {
  return context.reports[item.report.index()].claims.statements[item.index];
}

const claims::Figure& figure_of(const Context& context, Item item) {
  return context.reports[item.report.index()].claims.figures[item.index];
}

const annotate::Quantity& quantity_of(const Context& context, Item figure) {
  return context.reports[figure.report.index()].notes.quantities[figure_of(context, figure).quantity.index()];
}

std::string words_of(const Context& context, Item item, std::size_t limit) {
  const std::string& text = context.reports[item.report.index()].report.text;
  std::string words;
  if (item.kind == Item::Kind::Figure) {
    words = slice(text, quantity_of(context, item).text);
  } else {
    for (const TextRange range : statement_of(context, item).content) {
      words += words.empty() ? "" : " ";
      words += slice(text, range);
    }
  }
  if (words.size() > limit) {
    const std::size_t cut = words.rfind(' ', limit);
    words.resize(cut == std::string::npos || cut == 0 ? limit : cut);
    while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U && cut == std::string::npos) {
      words.pop_back();  // never half a character
    }
  }
  return words;
}

}  // namespace ql::compare
