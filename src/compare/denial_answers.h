// SPDX-License-Identifier: Apache-2.0
// What became of the denials of a story: who confirms, admits, opposes or takes back. Private to this folder.
#pragma once

#include <span>
#include <vector>

#include "compare/denials.h"
#include "compare/relation_rules.h"

namespace ql::compare {

/// An answer to a denial: a statement or, by Why::DenialFigure, a figure.
struct Answer {
  std::uint32_t denial = 0;     ///< Index into the denials.
  std::uint32_t statement = 0;  ///< Index into StatementSet::distinct; not for figures.
  Why why = Why::DenialOpposes;
  Item figure, denied_figure;

  [[nodiscard]] bool is_figure() const { return why == Why::DenialFigure; }
  /// What was denied turned out to be so.
  [[nodiscard]] bool overturns() const { return relation_rule(why).type == RelationType::Confirms; }
};

/// All answers to `denials`, rule by rule. `claims` are those of figures. Near-linear in the similar pairs; denials are
/// compared with the confirmations of the story.
std::vector<Answer> answers_to(const StatementSet& set, const std::vector<Denial>& denials,
                               std::span<const Claim> claims);

/// True if two denials are about one matter, so far as their words show.
bool is_one_matter(const StatementSet& set, const Denial& one, const Denial& other);

}  // namespace ql::compare
