// SPDX-License-Identifier: Apache-2.0
// concepts.tsv (kind "withdrawal") names the words: some take back whatever follows ("Korrektur"), some only beside a
// word for what was said ("zog die Angabe zurück", not "zog die Truppen zurück"), a few are the notices of
// outlets ("in einer früheren Version"). Tested by figure_claims_test.cpp.
#include "compare/corrections.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "compare/words.h"

namespace ql::compare {
namespace {

constexpr std::uint32_t kSentencesBefore = 2;

/// What a word that takes back makes of the numbers behind it.
Correction correction_of(const lang::Concept& word) {
  if (word.implied_state == "notice") return Correction::OwnVersion;
  return word.implied_state == "down" ? Correction::IfItFalls : Correction::Own;
}

/// The stems of a word: of its form and, where it is another, of its lemma. Empty for no word.
std::span<const std::string* const> stems_of(const Word* word, std::array<const std::string*, 2>& room) {
  if (word == nullptr) return {};
  room = {&word->form_stem, &word->lemma_stem};
  return std::span(room).first(word->form_stem == word->lemma_stem ? 1 : 2);
}

/// A word that takes back, by itself or together with the word before.
const lang::Concept* withdrawal_of(const lang::ConceptLexicon& concepts, const Word* before, const Word& word) {
  std::array<const std::string*, 2> room{}, room_before{};
  for (const std::string* stem : stems_of(&word, room)) {
    if (const lang::Concept* found = concepts.withdrawal(*stem)) return found;
    for (const std::string* first : stems_of(before, room_before)) {
      if (const lang::Concept* found = concepts.withdrawal(*first + ' ' + *stem)) return found;
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

Corrections::Corrections(const Context& context, ReportId report)
    : context_(context), report_(context.reports[report.index()]), sentences_(report_.notes.sentences.size()) {}

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
  const Word* before = nullptr;
  for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
    const Word& read = context_.words.at(report_, token);
    const lang::Concept* word = withdrawal_of(context_.language.concepts, before, read);
    before = &read;
    if (word == nullptr || (word->implied_state == "account" && !holds_account(sentence))) continue;
    if (word->implied_state == "down" && holds_outlook(sentence))
      continue;  // "senkte ihre Prognose": nothing was wrong
    found->push_back({token, correction_of(*word)});
  }
  return *found;
}

template <class IsWanted>
bool Corrections::holds_noun(const annotate::Sentence& sentence, const IsWanted& is_wanted) const {
  for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
    if (!report_.notes.tokens[token].capitalised) continue;
    const Word& word = context_.words.at(report_, token);
    if (is_wanted(word.form_stem) || is_wanted(word.lemma_stem)) return true;
  }
  return false;
}

bool Corrections::holds_account(const annotate::Sentence& sentence) const {
  return holds_noun(sentence, [this](const std::string& stem) { return context_.language.concepts.is_account(stem); });
}

bool Corrections::holds_outlook(const annotate::Sentence& sentence) const {
  return holds_noun(sentence, [this](const std::string& stem) {
    const lang::Concept* topic = context_.language.concepts.topic(stem);
    return topic != nullptr && topic->name == "outlook";
  });
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
