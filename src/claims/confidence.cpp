// SPDX-License-Identifier: Apache-2.0
// One number for each rule, as tools/reliability.py --rules prints it: its precision on our own annotation and our own
// sentences without statements, drawn towards 0.85 by four imagined statements and rounded down to steps of five
// percent. Verbs with an object (nominal.object) stay below what is printed (0.70), as a precaution: on news they were
// often wrong where we read them, uncounted. A rule of the table that was not seen there has 0.85. No value comes from
// annotation that is licensed for measuring only. Cost: linear in the table, once per statement. Tested by
// confidence_test.cpp.
#include "claims/confidence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ql::claims {
namespace {

using Row = std::pair<std::string_view, float>;

constexpr float kUnmeasured = 0.6F;  // a rule that is not in the table
constexpr std::array kRules{
    Row{"de.quote.inverted.01", 0.9F},    Row{"de.quote.inverted.02", 0.85F},    Row{"de.quote.so.01", 0.85F},
    Row{"de.quote.wie.01", 0.85F},        Row{"de.quote.colon.01", 0.95F},       Row{"de.quote.cue_first.01", 0.85F},
    Row{"de.quote.continued.01", 0.9F},   Row{"de.quote.part.01", 0.9F},         Row{"de.interview.answer.01", 0.85F},
    Row{"de.clause.dass.01", 0.9F},       Row{"de.clause.verb_second.01", 0.9F}, Row{"de.clause.infinitive.01", 0.8F},
    Row{"de.clause.question.01", 0.85F},  Row{"de.clause.inverted.01", 0.8F},    Row{"de.clause.fronted.01", 0.85F},
    Row{"de.clause.reason.01", 0.85F},    Row{"de.phrase.source.01", 0.9F},      Row{"de.phrase.wie.01", 0.9F},
    Row{"de.phrase.so.01", 0.85F},        Row{"de.colon.verb.01", 0.85F},        Row{"de.colon.person.01", 0.85F},
    Row{"de.nominal.noun.01", 0.85F},     Row{"de.nominal.predicate.01", 0.8F},  Row{"de.nominal.object.01", 0.65F},
    Row{"de.nominal.passive.01", 0.75F},  Row{"de.refusal.object.01", 0.85F},    Row{"de.modal.sollen.01", 0.85F},
    Row{"de.modal.wollen.01", 0.85F},     Row{"de.continued.mood.01", 0.85F},    Row{"de.continued.clause.01", 0.9F},
    Row{"de.continued.sollen.01", 0.65F}, Row{"de.continued.das.01", 0.8F}};

}  // namespace

float confidence_of(const Statement& statement) {
  const auto row =
      std::find_if(kRules.begin(), kRules.end(), [&](const Row& r) { return r.first == statement.rule.name(); });
  return row == kRules.end() ? kUnmeasured : row->second;
}

}  // namespace ql::claims
