// SPDX-License-Identifier: Apache-2.0
// One number for each rule, rounded to steps of five percent from what tools/reliability.py printed on the development
// part; nothing is fitted.
// Cost: linear in the table, once per statement. Tested by confidence_test.cpp.
#include "claims/confidence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ql::claims {
namespace {

using Row = std::pair<std::string_view, float>;

constexpr float kUnmeasured = 0.6F;
constexpr std::array kRules{
    Row{"de.quote.inverted.01", 0.95F},    Row{"de.quote.inverted.02", 0.8F},    Row{"de.quote.so.01", 0.95F},
    Row{"de.quote.wie.01", 0.8F},          Row{"de.quote.colon.01", 0.95F},      Row{"de.quote.cue_first.01", 0.95F},
    Row{"de.quote.continued.01", 0.9F},    Row{"de.quote.part.01", 0.75F},       Row{"de.clause.dass.01", 0.95F},
    Row{"de.clause.verb_second.01", 0.9F}, Row{"de.clause.infinitive.01", 0.9F}, Row{"de.clause.question.01", 0.65F},
    Row{"de.clause.inverted.01", 0.85F},   Row{"de.clause.fronted.01", 0.6F},    Row{"de.clause.reason.01", 0.8F},
    Row{"de.phrase.source.01", 0.9F},      Row{"de.phrase.wie.01", 0.9F},        Row{"de.phrase.so.01", 0.85F},
    Row{"de.colon.verb.01", 0.7F},         Row{"de.colon.person.01", 0.6F},      Row{"de.nominal.noun.01", 0.8F},
    Row{"de.nominal.predicate.01", 0.8F},  Row{"de.nominal.object.01", 0.5F},    Row{"de.refusal.object.01", 0.6F},
    Row{"de.modal.sollen.01", 0.7F},       Row{"de.modal.wollen.01", 0.7F},      Row{"de.continued.mood.01", 0.85F},
    Row{"de.continued.sollen.01", 0.55F},  Row{"de.continued.das.01", 0.75F}};

}  // namespace

float confidence_of(const Statement& statement) {
  const auto row =
      std::find_if(kRules.begin(), kRules.end(), [&](const Row& r) { return r.first == statement.rule.name(); });
  return row == kRules.end() ? kUnmeasured : row->second;
}

}  // namespace ql::claims
