// SPDX-License-Identifier: Apache-2.0
// concepts.tsv (kind "withdrawal") names the words: some take back whatever follows ("Korrektur"), some only beside a
// word for what was said ("zog die Angabe zurück", not "zog die Truppen zurück"), a few are the notices of
// outlets ("in einer früheren Version"). Tested by figure_claims_test.cpp.
#include "compare/corrections.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

constexpr std::uint32_t kSentencesBefore = 2;

/// What a word that takes back makes of the numbers behind it.
Correction correction_of(const lang::Concept& word) {
  if (word.implied_state == "notice") return Correction::OwnVersion;
  return word.implied_state == "down" ? Correction::IfItFalls : Correction::Own;
}

/// A word that takes back, by itself or together with the word before.
const lang::Concept* withdrawal_of(const lang::ConceptLexicon& concepts, const std::vector<std::string>& before,
                                   const std::vector<std::string>& stems) {
  for (const std::string& stem : stems) {
    if (const lang::Concept* found = concepts.withdrawal(stem)) return found;
    for (const std::string& word : before) {
      if (const lang::Concept* found = concepts.withdrawal(word + ' ' + stem)) return found;
    }
  }
  return nullptr;
}

/// "auf 38 korrigiert"
bool is_led_to(const AnalysedReport& report, const annotate::Quantity& quantity) {
  if (quantity.tokens.begin == 0) return false;
  return slice(report.report.text, report.notes.tokens[quantity.tokens.begin - 1].text) == "auf";
}

}  // namespace

Corrections::Corrections(const AnalysedReport& report, const lang::ConceptLexicon& concepts)
    : report_(report), concepts_(concepts), sentences_(report.notes.sentences.size()) {}

Correction Corrections::at(const claims::Figure& figure) {
  const std::vector<annotate::Sentence>& sentences = report_.notes.sentences;
  const annotate::Quantity& quantity = report_.notes.quantities[figure.quantity.index()];
  const auto own = static_cast<std::uint32_t>(figure.sentence.index());
  Correction found = Correction::None;
  for (std::uint32_t back = 0; back <= std::min(kSentencesBefore, own); ++back) {
    const annotate::Sentence& sentence = sentences[own - back];
    if (sentence.block != sentences[own].block) break;
    const std::uint32_t end = back == 0 && !is_led_to(report_, quantity) ? quantity.tokens.begin : sentence.tokens.end;
    for (const Withdrawal& withdrawal : read(own - back)) {
      if (withdrawal.token < end) found = std::max(found, withdrawal.correction);
    }
  }
  return found;
}

const std::vector<Corrections::Withdrawal>& Corrections::read(std::uint32_t index) {
  std::optional<std::vector<Withdrawal>>& found = sentences_[index];
  if (found) return *found;
  found.emplace();
  const annotate::Sentence& sentence = report_.notes.sentences[index];
  std::vector<std::string> before;  // the stems of the word before
  for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
    std::vector<std::string> stems = stems_at(token);
    const lang::Concept* word = withdrawal_of(concepts_, before, stems);
    if (word != nullptr && (word->implied_state != "account" || holds_account(sentence))) {
      found->push_back({token, correction_of(*word)});
    }
    before = std::move(stems);
  }
  return *found;
}

bool Corrections::holds_account(const annotate::Sentence& sentence) const {
  for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
    if (!report_.notes.tokens[token].capitalised) continue;
    const std::vector<std::string> stems = stems_at(token);
    if (std::any_of(stems.begin(), stems.end(), [this](const std::string& s) { return concepts_.is_account(s); })) {
      return true;
    }
  }
  return false;
}

/// Of its form and of its lemma.
std::vector<std::string> Corrections::stems_at(std::uint32_t index) const {
  const annotate::Token& token = report_.notes.tokens[index];
  std::vector<std::string> stems = {lang::stem(slice(report_.report.text, token.text))};
  if (token.lemma < report_.notes.lemmas.size()) {
    std::string lemma = lang::stem(report_.notes.lemmas.view(token.lemma));
    if (lemma != stems.front()) stems.push_back(std::move(lemma));
  }
  return stems;
}

TextRange correction_passage(const Context& context, Item figure) {
  const std::vector<annotate::Sentence>& sentences = context.reports[figure.report.index()].notes.sentences;
  auto first = static_cast<std::uint32_t>(figure_of(context, figure).sentence.index());
  const BlockId block = sentences[first].block;
  for (std::uint32_t back = 0; back < kSentencesBefore && first > 0 && sentences[first - 1].block == block; ++back) {
    --first;
  }
  return {sentences[first].text.begin, std::max(sentences[first].text.begin, quantity_of(context, figure).text.begin)};
}

}  // namespace ql::compare
