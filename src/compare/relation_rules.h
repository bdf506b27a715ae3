// SPDX-License-Identifier: Apache-2.0
// Every rule of compare with what it concludes and how it explains itself, in one table. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>

#include "compare/findings.h"

namespace ql::compare {

/// Why a relation holds; one row of the table each.
enum class Why : std::uint8_t {
  FigureAgrees,
  FigureUpdates,
  FigureFalls,
  FigureAdds,
  FigureSharper,
  FigurePart,
  FigureDiffers,
  FigureOrderUnknown,
  FigureHeading,
  FigureScope,
  FigureCorrected,
  FigureNoticed,
  UtteranceSame,
  PropositionAgrees,
  DenialOpposes,
  DenialConfirmed,
  DenialRecalled,
  DenialElaborated,
  DenialUnnamed,
  DenialAdmitted,
  DenialEstablished,
  DenialFigure,
  DenialRepeated,
  DenialWithdrawn
};

/// What a rule concludes. Several reasons may share a rule's id.
struct RelationRule {
  Why why;
  RelationType type;
  RuleId rule;
  std::string_view reason;
};

const RelationRule& relation_rule(Why why);

/// A relation by that rule, without slots.
Relation relation_by(Why why, Item from, Item to);

}  // namespace ql::compare
