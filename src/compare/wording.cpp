// SPDX-License-Identifier: Apache-2.0
// Words of doubt count inside the content and right before it ("nannte das möglicherweise einen Rechtsbruch").
// Tested by compare_test.cpp.
#include "compare/wording.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "compare/statement_set.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

using annotate::Token;
using claims::Commitment;

constexpr std::ptrdiff_t kWordsBefore = 2;

/// The first token of a range.
std::vector<Token>::const_iterator token_at(const std::vector<Token>& tokens, TextRange range) {
  return std::lower_bound(tokens.begin(), tokens.end(), range.begin,
                          [](const Token& t, std::uint32_t at) { return t.text.begin < at; });
}

/// Calls `use` with each word of a statement until it returns true.
template <class Use>
void for_each_word(const Context& context, Item item, const Use& use) {
  const AnalysedReport& report = context.reports[item.report.index()];
  const std::vector<Token>& tokens = report.notes.tokens;
  for (const TextRange range : statement_of(context, item).content) {
    for (auto token = token_at(tokens, range); token != tokens.end() && token->text.end <= range.end; ++token) {
      if (use(slice(report.report.text, token->text))) return;
    }
  }
}

bool doubts_before(const Context& context, Item item) {
  const AnalysedReport& report = context.reports[item.report.index()];
  const std::vector<Token>& tokens = report.notes.tokens;
  const claims::Statement& statement = statement_of(context, item);
  const std::uint32_t first = report.notes.sentences[statement.sentence.index()].tokens.begin;
  auto token = token_at(tokens, statement.content.front());
  for (std::ptrdiff_t back = 0; back < kWordsBefore && token - tokens.begin() > first; ++back) {
    --token;
    const std::string_view form = slice(report.report.text, token->text);
    if (form == "," || form == ":") return false;
    if (context.language.concepts.is_doubt(to_lower_utf8(form))) return true;
  }
  return false;
}

bool doubts(const Context& context, Item item) {
  bool found = false;
  for_each_word(context, item, [&](std::string_view form) {
    found = context.language.concepts.is_doubt(to_lower_utf8(form));
    return found;
  });
  return found || doubts_before(context, item);
}

/// The evidence word of a statement (Beweise, Hinweise) with its strength; nullptr if it has none.
const lang::Concept* evidence_in(const Context& context, Item item, std::string& word) {
  const lang::Concept* evidence = nullptr;
  for_each_word(context, item, [&](std::string_view form) {
    evidence = context.language.concepts.evidence(lang::stem(form));
    if (evidence != nullptr) word = form;
    return evidence != nullptr;
  });
  return evidence;
}

}  // namespace

ComparedSlot wording_slot(const Context& context, Item from, Item to) {
  ComparedSlot slot = words_slot(context, "wording", from, to);
  const bool from_doubts = doubts(context, from), to_doubts = doubts(context, to);
  const bool from_suspects = statement_of(context, from).commitment == Commitment::Suspects;
  const bool to_suspects = statement_of(context, to).commitment == Commitment::Suspects;
  if (from_doubts != to_doubts) {
    slot.weaker = from_doubts ? Side::From : Side::To;
  } else if (from_suspects != to_suspects) {
    slot.weaker = from_suspects ? Side::From : Side::To;
  }
  return slot;
}

void add_evidence_slot(const Context& context, Relation& relation) {
  std::string from_word, to_word;
  const lang::Concept* from = evidence_in(context, relation.from, from_word);
  const lang::Concept* to = evidence_in(context, relation.to, to_word);
  if (from == nullptr || to == nullptr || from_word == to_word) return;
  const Side weaker = from->strength < to->strength   ? Side::From
                      : from->strength > to->strength ? Side::To
                                                      : Side::None;
  relation.slots.push_back({"evidence", from_word, to_word, weaker});
}

}  // namespace ql::compare
