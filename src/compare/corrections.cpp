// SPDX-License-Identifier: Apache-2.0
// concepts.tsv (kind "withdrawal") names the words: some take back whatever follows ("Korrektur"), some only beside a
// word for what was said ("zog die Angabe zur\u00fcck", not "zog die Truppen zur\u00fcck"), a few are the notices of
// outlets ("in einer fr\u00fcheren Version"). Tested by figure_claims_test.cpp.
#include "compare/corrections.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

constexpr std::uint32_t kSentencesBefore = 2;

class CorrectionReader {
 public:
  CorrectionReader(const Context& context, Item figure)
      : report_(context.reports[figure.report.index()]),
        concepts_(context.language.concepts),
        quantity_(quantity_of(context, figure)),
        sentence_(static_cast<std::uint32_t>(figure_of(context, figure).sentence.index())) {}

  [[nodiscard]] Correction read() const {
    Correction found = Correction::None;
    const std::vector<annotate::Sentence>& sentences = report_.notes.sentences;
    for (std::uint32_t back = 0; back <= std::min(kSentencesBefore, sentence_); ++back) {
      const annotate::Sentence& sentence = sentences[sentence_ - back];
      if (sentence.block != sentences[sentence_].block) break;
      const std::uint32_t end = back == 0 && !is_led_to() ? quantity_.tokens.begin : sentence.tokens.end;
      found = std::max(found, read(sentence, end));
    }
    return found;
  }

 private:
  /// "auf 38 korrigiert"
  [[nodiscard]] bool is_led_to() const {
    if (quantity_.tokens.begin == 0) return false;
    const std::string_view before = slice(report_.report.text, report_.notes.tokens[quantity_.tokens.begin - 1].text);
    return before == "auf";
  }

  [[nodiscard]] Correction read(const annotate::Sentence& sentence, std::uint32_t end) const {
    Correction found = Correction::None;
    for (std::uint32_t token = sentence.tokens.begin; token < end; ++token) {
      const lang::Concept* word = withdrawal_at(token, sentence.tokens.begin);
      if (word == nullptr || (word->implied_state == "account" && !holds_account(sentence))) continue;
      found = std::max(found, word->implied_state == "notice" ? Correction::OwnVersion
                              : word->implied_state == "down" ? Correction::IfItFalls
                                                              : Correction::Own);
    }
    return found;
  }

  [[nodiscard]] const lang::Concept* withdrawal_at(std::uint32_t token, std::uint32_t first) const {
    for (const std::string& stem : stems_at(token)) {
      if (const lang::Concept* found = concepts_.withdrawal(stem)) return found;
      if (token == first) continue;
      for (const std::string& before : stems_at(token - 1)) {
        if (const lang::Concept* found = concepts_.withdrawal(before + ' ' + stem)) return found;
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool holds_account(const annotate::Sentence& sentence) const {
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
  [[nodiscard]] std::vector<std::string> stems_at(std::uint32_t index) const {
    const annotate::Token& token = report_.notes.tokens[index];
    std::vector<std::string> stems = {lang::stem(slice(report_.report.text, token.text))};
    if (token.lemma < report_.notes.lemmas.size()) {
      std::string lemma = lang::stem(report_.notes.lemmas.view(token.lemma));
      if (lemma != stems.front()) stems.push_back(std::move(lemma));
    }
    return stems;
  }

  const AnalysedReport& report_;
  const lang::ConceptLexicon& concepts_;
  const annotate::Quantity& quantity_;
  std::uint32_t sentence_;
};

}  // namespace

Correction correction_at(const Context& context, Item figure) { return CorrectionReader(context, figure).read(); }

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
