// SPDX-License-Identifier: Apache-2.0
// The statements of one story or topic, prepared for comparison: verbatim repetitions put together, terms weighed by
// how rare they are here, similar pairs found. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "compare/profile.h"

namespace ql::compare {

constexpr std::size_t kLabelBytes = 160;
constexpr std::size_t kSlotBytes = 240;

struct StatementSet {
  const Context& context;
  std::vector<Profile> distinct;            ///< One per speaker and wording; the reports' own voice left out.
  std::vector<std::vector<Term>> matter;    ///< Per distinct: the terms of the content, weighed gently.
  std::vector<std::vector<Item>> repeated;  ///< The items behind distinct[i], ascending.
  std::vector<SimilarPair> pairs;           ///< Of distinct, best first.
  Rarity rarity;
  std::vector<std::vector<std::uint32_t>> utterances;  ///< Of distinct; set by find_utterances().
  std::vector<std::uint32_t> utterance_of;             ///< Per distinct.

  [[nodiscard]] const claims::Statement& statement(std::uint32_t i) const {
    return statement_of(context, distinct[i].item);
  }
  [[nodiscard]] bool denies(std::uint32_t i) const { return statement(i).commitment == claims::Commitment::Denies; }
  /// All items behind the given utterances, ascending.
  [[nodiscard]] std::vector<Item> items_of(const std::vector<std::uint32_t>& some_utterances) const;
};

/// Without utterances.
StatementSet prepare_statements(const Context& context, std::vector<Profile> profiles);

/// A slot with the words of both sides.
ComparedSlot words_slot(const Context& context, std::string slot, Item from, Item to);

/// Groups the set into acts of speaking and adds a claim with relations for each that several items tell.
void find_utterances(StatementSet& set, Comparison& out);

/// Adds a claim for what is denied, with every denial of it, what overturns them and what stands against them.
void find_denials(const StatementSet& set, Comparison& out);

/// Adds a claim for what several acts of speaking say alike.
void find_propositions(const StatementSet& set, Comparison& out);

}  // namespace ql::compare
