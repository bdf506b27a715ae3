// SPDX-License-Identifier: Apache-2.0
// Tested by figure_claims_test.cpp.
#include "compare/figure_neighbours.h"

#include <algorithm>
#include <map>
#include <string>

#include "compare/relation_rules.h"

namespace ql::compare {
namespace {

using claims::FigureRole;

constexpr std::size_t kScopesShown = 4;  // neighbours whose places are compared; a table of places is no finding

class Neighbours {
 public:
  Neighbours(const Context& context, const std::vector<Measure>& measures, Comparison& out)
      : context_(context), measures_(measures), out_(out) {}

  void add_scope_relations() {
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      if (m.place.valid()) by_key[m.dimension + '|' + m.counted + '|' + m.state].push_back(i);
    }
    for (const auto& [key, members] : by_key) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(members.size(), i + kScopesShown); ++j) {
          const Measure &one = measures_[members[i]], &other = measures_[members[j]];
          if (differ_in_scope(one, other)) add_scope_relation(one, other);
        }
      }
    }
  }

  /// One speaker in one report counts the same thing at two places: no conflict, another scope.
  static bool differ_in_scope(const Measure& one, const Measure& other) {
    return one.item.report == other.item.report && one.realised == other.realised && is_one_voice(one, other) &&
           one.place != other.place && !compatible(one.bounds, other.bounds);
  }

  void add_scope_relation(const Measure& one, const Measure& other) {
    Relation relation = relation_by(Why::FigureScope, one.item, other.item);
    relation.slots.push_back({"place", context_.actors.actors[one.place.index()].name,
                              context_.actors.actors[other.place.index()].name, Side::None});
    relation.slots.push_back(
        {"value", words_of(context_, one.item, 80), words_of(context_, other.item, 80), Side::None});
    out_.relations.push_back(std::move(relation));
  }

  /// "43 Verletzte, darunter 12 Polizisten"; "3.000 der 11.800 Stellen".
  void add_part_relations() {
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const bool is_part = measures_[i].is_part && role(measures_[i]) == FigureRole::Part;
      const bool next_is_base = i + 1 < measures_.size() && measures_[i + 1].is_base && !measures_[i].is_base;
      if (is_part && i > 0) add_part_relation(i, whole_before(i));
      if (next_is_base && !is_part) add_part_relation(i, i + 1);
    }
  }

  /// The last number of this or the last sentence that is no part itself.
  [[nodiscard]] std::uint32_t whole_before(std::uint32_t part) const {
    std::uint32_t whole = part - 1;
    while (whole > 0 && measures_[whole].is_part && measures_[whole - 1].item.report == measures_[part].item.report) {
      --whole;
    }
    return whole;
  }

  void add_part_relation(std::uint32_t part, std::uint32_t whole) {
    const Measure &small = measures_[part], &large = measures_[whole];
    const auto sentence_of = [this](const Measure& m) { return figure_of(context_, m.item).sentence.index(); };
    if (small.item.report != large.item.report || small.dimension != large.dimension || large.is_part) return;
    if (std::max(sentence_of(small), sentence_of(large)) > std::min(sentence_of(small), sentence_of(large)) + 1) return;
    if (!small.bounds.known || !large.bounds.known || middle(small.bounds) >= middle(large.bounds)) return;
    Relation relation = relation_by(Why::FigurePart, small.item, large.item);
    relation.slots.push_back(
        {"value", words_of(context_, small.item, 80), words_of(context_, large.item, 80), Side::None});
    out_.relations.push_back(std::move(relation));
  }

 private:
  [[nodiscard]] FigureRole role(const Measure& measure) const { return figure_of(context_, measure.item).role; }

  const Context& context_;
  const std::vector<Measure>& measures_;
  Comparison& out_;
};

}  // namespace

void relate_places(const Context& context, const std::vector<Measure>& measures, Comparison& out) {
  Neighbours(context, measures, out).add_scope_relations();
}

void relate_parts(const Context& context, const std::vector<Measure>& measures, Comparison& out) {
  Neighbours(context, measures, out).add_part_relations();
}

}  // namespace ql::compare
