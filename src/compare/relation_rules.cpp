// SPDX-License-Identifier: Apache-2.0
// Tested by relation_rules_test.cpp, which also looks for each id in the table of rules.
#include "compare/relation_rules.h"

#include <array>
#include <string>

#include "base/check.h"

namespace ql::compare {
namespace {

using enum RelationType;

constexpr std::array kRules{
    RelationRule{Why::FigureAgrees, Agrees, "compare.figure.agrees.01",
                 "same measure, compatible values, different origins"},
    RelationRule{Why::FigureUpdates, Updates, "compare.figure.updates.01", "same measure, later value"},
    RelationRule{Why::FigureFalls, Updates, "compare.figure.updates.01",
                 "same measure, later value, corrected downwards"},
    RelationRule{Why::FigureAdds, Refines, "compare.figure.refines.01", "an addition to the same measure"},
    RelationRule{Why::FigureSharper, Refines, "compare.figure.sharper.01", "the same value, said more exactly"},
    RelationRule{Why::FigurePart, Refines, "compare.figure.part.01", "a part of the number beside it"},
    RelationRule{Why::FigureDiffers, Differs, "compare.figure.differs.01",
                 "same measure, incompatible values, not resolved by time and speaker"},
    RelationRule{Why::FigureOrderUnknown, Differs, "compare.figure.differs.01",
                 "same measure, incompatible values, order unknown"},
    RelationRule{Why::FigureHeading, Differs, "compare.figure.heading.01",
                 "the heading gives another value than the text below it"},
    RelationRule{Why::FigureScope, DiffersScope, "compare.figure.scope.01", "same measure at another place"},
    RelationRule{Why::FigureCorrected, Retracts, "compare.figure.retracts.01",
                 "the same side takes its number back and gives another"},
    RelationRule{Why::FigureNoticed, Retracts, "compare.figure.notice.01",
                 "a notice of correction replaces the number of an earlier version"},
    RelationRule{Why::UtteranceSame, SameUtterance, "compare.utterance.same_speaker.01", "same speaker, similar words"},
    RelationRule{Why::PropositionAgrees, Agrees, "compare.proposition.agrees.01",
                 "compatible content from different origins"},
    RelationRule{Why::DenialOpposes, Denies, "compare.denial.opposes.01", "one side denies what the other states"},
    RelationRule{Why::DenialConfirmed, Confirms, "compare.denial.confirmed.01",
                 "what was denied is confirmed, the order is not known to be the reverse"},
    RelationRule{Why::DenialRecalled, Confirms, "compare.denial.recalled.01",
                 "the report that tells of the confirmation looks back at the denial"},
    RelationRule{Why::DenialElaborated, Confirms, "compare.denial.elaborated.01",
                 "said by the admitting side right after the admission, on what was denied"},
    RelationRule{Why::DenialUnnamed, Confirms, "compare.denial.unnamed.01",
                 "the side that denied admits without saying what; nothing else stands denied by it"},
    RelationRule{Why::DenialAdmitted, Confirms, "compare.denial.admitted.01",
                 "the side that denied admits later, in a passage on the same matter"},
    RelationRule{Why::DenialEstablished, Confirms, "compare.denial.established.01",
                 "another side confirms later what was denied, or an authority states it"},
    RelationRule{Why::DenialFigure, Confirms, "compare.denial.figure.01",
                 "the side that denied a number gives one of the same measure"},
    RelationRule{Why::DenialRepeated, Agrees, "compare.denial.repeated.01", "one side denies again"},
    RelationRule{Why::DenialWithdrawn, Retracts, "compare.denial.withdrawn.01",
                 "a side takes back what it said before"}};

}  // namespace

const RelationRule& relation_rule(Why why) {
  const RelationRule& rule = kRules[static_cast<std::size_t>(why)];
  QL_CHECK(rule.why == why);
  return rule;
}

Relation relation_by(Why why, Item from, Item to) {
  const RelationRule& rule = relation_rule(why);
  return {rule.type, from, to, rule.rule, std::string(rule.reason), {}};
}

}  // namespace ql::compare
