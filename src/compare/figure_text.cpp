// SPDX-License-Identifier: Apache-2.0
// Quantities and times stand in text order, so those of one sentence are found by bisection. Tested by
// figure_claims_test.cpp.
#include "compare/figure_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

using annotate::Token;

/// Of a list in text order, the members of one sentence.
template <class Entry>
auto of_sentence(const std::vector<Entry>& entries, SentenceId sentence) {
  const auto before = [](const Entry& entry, SentenceId id) { return entry.sentence < id; };
  const auto behind = [](SentenceId id, const Entry& entry) { return id < entry.sentence; };
  const auto begin = std::lower_bound(entries.begin(), entries.end(), sentence, before);
  return std::pair(begin, std::upper_bound(begin, entries.end(), sentence, behind));
}

/// The word before an adverb before the quantity ("von anfangs 34"); "" where there is no adverb.
std::string word_before_adverb(const AnalysedReport& report, const annotate::Quantity& quantity) {
  const std::uint32_t first = quantity.tokens.begin;
  if (first < 2 || report.notes.tokens[first - 1].word_class != annotate::WordClass::Adv) return {};
  return to_lower_utf8(slice(report.report.text, report.notes.tokens[first - 2].text));
}

/// Calls `use` with each run of letters and digits.
template <class Use>
void for_each_word(std::string_view text, Use use) {
  std::size_t begin = 0;
  const auto flush = [&](std::size_t end) {
    if (end > begin) use(text.substr(begin, end - begin));
  };
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    if (!is_letter(point.value) && !is_digit(point.value)) {
      flush(position);
      begin = position + point.size_bytes;
    }
    position += point.size_bytes;
  }
  flush(text.size());
}

}  // namespace

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  for_each_word(text, [&](std::string_view word) { stems.push_back(lang::stem(word)); });
  return stems;
}

std::vector<std::string> stems_of_states(const lang::ConceptLexicon& concepts, std::string_view text) {
  std::vector<std::string> stems;
  for_each_word(text, [&](std::string_view word) {
    std::string stem = lang::stem(word);
    if (!is_counted_noun(concepts, word, stem)) stems.push_back(std::move(stem));
  });
  return stems;
}

std::string word_before(const AnalysedReport& report, const annotate::Quantity& quantity) {
  if (quantity.tokens.begin == 0) return {};
  return to_lower_utf8(slice(report.report.text, report.notes.tokens[quantity.tokens.begin - 1].text));
}

Succession succession_between(const Context& context, const AnalysedReport& report, const annotate::Quantity& earlier,
                              const annotate::Quantity& later) {
  const lang::SuccessionWords& words = context.language.successions;
  const std::string before_later = word_before(report, later);
  for (const std::string& before : {word_before(report, earlier), word_before_adverb(report, earlier)}) {
    if (words.corrects(before, before_later)) return Succession::Corrects;
    if (words.replaces(before, before_later)) return Succession::Replaces;
  }
  if (words.replaces(before_later, "")) return Succession::Recalls;
  return Succession::None;
}

bool FigureText::is_heading() const {
  const BlockId block = report_.notes.sentences[figure_.sentence.index()].block;
  if (!block.valid() || block.index() >= report_.report.blocks.size()) return false;
  const clean::BlockKind kind = report_.report.blocks[block.index()].kind;
  return kind == clean::BlockKind::Title || kind == clean::BlockKind::Subheading;
}

/// "1988 hatte die Erde gebebt; damals starben 211 Menschen."
bool FigureText::says_before() const {
  const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::string_view form = slice(report_.report.text, report_.notes.tokens[i].text);
    if (context_.language.concepts.is_earlier(to_lower_utf8(form))) return true;
  }
  return false;
}

std::string_view FigureText::when() const {
  constexpr std::size_t kDay = 10;  // bytes of a day
  const std::string_view appeared = published(context_, report_id_);
  const auto lies_ahead = [&](std::string_view value) {  // "bis 2027": when it shall be so
    return names_a_year(appeared) && value.substr(0, 4) > appeared.substr(0, 4);
  };
  const bool as_of = figure_.as_of && names_a_year(figure_.as_of->value) && !lies_ahead(figure_.as_of->value);
  const bool of_today = as_of && figure_.as_of->value.substr(0, kDay) == appeared.substr(0, kDay);
  if (as_of && (!of_today || !says_before())) return figure_.as_of->value;
  const auto [begin, end] = of_sentence(report_.notes.times, figure_.sentence);
  for (auto time = begin; time != end; ++time) {
    if (time->type != annotate::TimexType::Date || !names_a_year(time->time.value)) continue;
    if (time->time.value.substr(0, 4) != appeared.substr(0, 4) && !lies_ahead(time->time.value))
      return time->time.value;
  }
  return as_of ? std::string_view(figure_.as_of->value) : appeared;
}

std::uint32_t FigureText::passage_begin() const {
  constexpr std::uint32_t kSentencesBefore = 2;
  const std::vector<annotate::Sentence>& sentences = report_.notes.sentences;
  const auto own = static_cast<std::uint32_t>(figure_.sentence.index());
  std::uint32_t first = own;
  while (first > 0 && own - first < kSentencesBefore && sentences[first - 1].block == sentences[own].block) --first;
  return sentences[first].tokens.begin;
}

const std::string& FigureText::stem_at(std::uint32_t token) const { return word_at(token).lemma_stem; }

const Word& FigureText::word_at(std::uint32_t token) const { return context_.words.at(report_, token); }

std::vector<std::string> FigureText::state_stems() const {
  const TextRange span = figure_.state_span;
  const lang::ConceptLexicon& concepts = context_.language.concepts;
  if (span.begin >= span.end) return stems_of_states(concepts, figure_.state);
  std::vector<std::string> stems;
  const std::vector<Token>& tokens = report_.notes.tokens;
  auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                [](const Token& t, std::uint32_t at) { return t.text.begin < at; });
  for (; token != tokens.end() && token->text.end <= span.end; ++token) {
    const bool is_verb = token->word_class == annotate::WordClass::Verb;
    std::string lemma = is_verb ? stem_at(static_cast<std::uint32_t>(token - tokens.begin())) : std::string();
    const lang::Concept* found = lemma.empty() ? nullptr : concepts.state(lemma);
    if (found != nullptr && found->kind == lang::ConceptKind::State) stems.push_back(std::move(lemma));
    if (token->particle.valid()) continue;  // "fielen 61 Flüge aus" is no falling
    const std::vector<std::string> words = stems_of_states(concepts, slice(report_.report.text, token->text));
    stems.insert(stems.end(), words.begin(), words.end());
  }
  return stems;
}

bool FigureText::ends_clause(std::uint32_t token) const {
  const std::string_view form = slice(report_.report.text, report_.notes.tokens[token].text);
  return form == "," || form == ";";
}

bool FigureText::is_usual() const {
  const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
  std::uint32_t begin = quantity_.tokens.begin, end = quantity_.tokens.end;
  while (begin > sentence.tokens.begin && !ends_clause(begin - 1)) --begin;
  while (end < sentence.tokens.end && !ends_clause(end)) ++end;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (report_.notes.tokens[i].stts == annotate::Stts::Adja) continue;
    const lang::Concept* found = word_at(i).state;
    if (found != nullptr && found->name == "usual") return true;
  }
  return false;
}

/// "Insgesamt könnten es 12.000 werden": the whole of what is expected, not what is.
bool FigureText::is_planned_total() const {
  if (figure_.role != claims::FigureRole::Total) return false;
  const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
  for (std::uint32_t i = quantity_.tokens.end; i < sentence.tokens.end; ++i) {
    const std::string_view form = slice(report_.report.text, report_.notes.tokens[i].text);
    if (context_.language.concepts.is_doubt(to_lower_utf8(form))) return true;
  }
  return false;
}

/// "3.000 der weltweit rund 11.800 Stellen": another number stands shortly before, with an article or "von" between.
bool FigureText::follows_its_part() const {
  const auto [begin, end] = of_sentence(report_.notes.quantities, quantity_.sentence);
  return std::any_of(begin, end, [&](const annotate::Quantity& part) {
    return is_part_of(part, quantity_) || opens_for(quantity_, part);
  });
}

/// "3.000 der rund 11.800", "12.000 ihrer 900.000", "33 von 60"; but not "33 zu 26", "7.000 bei 12.000".
bool FigureText::is_of(const Token& word) const {
  const std::string lower = to_lower_utf8(slice(report_.report.text, word.text));
  return word.word_class == annotate::WordClass::Det ||
         context_.language.counted_words.is(lower, lang::CountedWord::Of);
}

/// "Von den 86 Beschäftigten sollen 60 bleiben": a preposition and an article before it, and a smaller number of the
/// same, without a noun, behind it.
bool FigureText::is_divided_below() const {
  const std::uint32_t first = quantity_.tokens.begin;
  const std::vector<Token>& tokens = report_.notes.tokens;
  if (first < 2 || tokens[first - 1].word_class != annotate::WordClass::Det ||
      tokens[first - 2].word_class != annotate::WordClass::Adp) {
    return false;
  }
  const auto [begin, end] = of_sentence(report_.notes.quantities, quantity_.sentence);
  return std::any_of(begin, end, [this](const annotate::Quantity& part) {
    const bool elided = part.counted.begin >= part.counted.end && !part.measured;
    return part.number.begin > quantity_.number.end && elided && !quantity_.measured &&
           part.value.value_or(0) < quantity_.value.value_or(0);
  });
}

bool FigureText::is_part_of(const annotate::Quantity& part, const annotate::Quantity& whole) const {
  constexpr std::uint32_t kBetween = 4;
  if (part.kind != annotate::QuantityKind::Quantity || part.sentence != whole.sentence) return false;
  const std::vector<Token>& tokens = report_.notes.tokens;
  std::uint32_t end = part.tokens.begin;  // behind the number itself: a part's own range may hold the whole
  while (end < whole.tokens.begin && tokens[end].text.begin < part.number.end) ++end;
  const auto replaces = [&] {  // "von 43 auf 61"
    return succession_between(context_, report_, part, whole) != Succession::None;
  };
  if (part.number.end > whole.text.begin || end >= whole.tokens.begin || whole.tokens.begin > end + kBetween)
    return false;
  return is_of(tokens[end]) && !replaces();
}

/// "Von den 740 Stellen sollen bis zu 310 entfallen": the sentence opens with the whole of a number without a noun.
bool FigureText::opens_for(const annotate::Quantity& whole, const annotate::Quantity& part) const {
  constexpr std::uint32_t kOpening = 3;
  const std::uint32_t first = report_.notes.sentences[whole.sentence.index()].tokens.begin;
  const bool opens = whole.tokens.begin > first && whole.tokens.begin <= first + kOpening &&
                     report_.notes.tokens[first].word_class == annotate::WordClass::Adp && !whole.counted.empty();
  if (!opens || whole.kind != annotate::QuantityKind::Quantity || !part.counted.empty() || part.measured) return false;
  const bool of_which = context_.language.figure_roles.is(word_before(report_, part), lang::FigureWord::Part);
  return !of_which && part.number.begin > whole.number.end && part.value && whole.value && *part.value < *whole.value;
}

bool FigureText::is_part() const {
  if (figure_.role != claims::FigureRole::Part && figure_.role != claims::FigureRole::Change) return false;
  if (figure_.role == claims::FigureRole::Part && is_share()) return false;  // a share is of something by nature
  const auto [begin, end] = of_sentence(report_.notes.quantities, quantity_.sentence);
  return std::none_of(begin, end, [&](const annotate::Quantity& whole) {
    return is_part_of(quantity_, whole) || opens_for(whole, quantity_);
  });
}

}  // namespace ql::compare
