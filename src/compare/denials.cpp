// SPDX-License-Identifier: Apache-2.0
// "Moskau hat diese Spekulationen zurückgewiesen": the content says who accused, not of what. So accounts
// ("Vorwurf", "Bericht") and faults ("Versäumnisse") do not count as matter; where fewer than two words of matter
// are left, the rest of the sentence and the two sentences before it lend theirs, at less weight. Cue and speaker never
// count. Tested by denial_test.cpp.
#include "compare/denials.h"

#include <algorithm>

#include "base/utf8.h"
#include "compare/words.h"

namespace ql::compare {
namespace {

constexpr float kSentenceShare = 0.7F;
constexpr float kBeforeShare = 0.5F;
constexpr float kTitleShare = 0.4F;
constexpr std::size_t kWordsOfMatter = 2;
constexpr std::uint32_t kSentencesBefore = 2;
constexpr float kFewWords = 2;  // a set of fewer rare words than these is too small to be contained

bool is_matter(const Term& term) {
  return term.kind == TermKind::Word || term.kind == TermKind::Name || term.kind == TermKind::Number;
}

std::size_t count_words(const std::vector<Term>& terms) {
  return static_cast<std::size_t>(std::count_if(
      terms.begin(), terms.end(), [](const Term& term) { return term.kind == TermKind::Word && term.weight >= 1; }));
}

/// "gibt", "machte": say nothing about the matter.
std::vector<std::uint64_t> light_verbs_in(const StatementSet& set, ReportId report, TextRange range) {
  const AnalysedReport& analysed = set.context.reports[report.index()];
  const std::vector<annotate::Token>& tokens = analysed.notes.tokens;
  std::vector<std::uint64_t> keys;
  auto token = std::lower_bound(tokens.begin(), tokens.end(), range.begin,
                                [](const annotate::Token& t, std::uint32_t at) { return t.text.begin < at; });
  for (; token != tokens.end() && token->text.end <= range.end; ++token) {
    if (token->word_class != annotate::WordClass::Verb) continue;
    const Word& word = set.context.words.at(analysed, static_cast<std::uint32_t>(token - tokens.begin()));
    if (set.context.language.concepts.light_verb(word.lemma_stem) == nullptr) continue;
    for (const Term& term : word.terms) keys.push_back(term.key);
  }
  return keys;
}

std::vector<Term> matter_in(const StatementSet& set, ReportId report, TextRange range) {
  std::vector<Term> terms = terms_of(set.context, report, range);
  const std::vector<std::uint64_t> light = light_verbs_in(set, report, range);
  std::erase_if(terms, [&](const Term& term) {
    return !is_matter(term) || std::find(light.begin(), light.end(), term.key) != light.end();
  });
  return terms;
}

/// The sentence without the cue and the speaker.
std::vector<Term> matter_of_sentence(const StatementSet& set, Item item) {
  const AnalysedReport& report = set.context.reports[item.report.index()];
  const claims::Statement& statement = statement_of(set.context, item);
  std::vector<TextRange> left_out = statement.cue;
  if (statement.speaker.span.begin < statement.speaker.span.end) left_out.push_back(statement.speaker.span);
  std::sort(left_out.begin(), left_out.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });
  const TextRange sentence = report.notes.sentences[statement.sentence.index()].text;
  std::vector<Term> terms;
  std::uint32_t begin = sentence.begin;
  for (const TextRange range : left_out) {
    if (range.begin < begin || range.end > sentence.end) continue;
    add_terms(terms, matter_in(set, item.report, {begin, range.begin}), 1);
    begin = range.end;
  }
  add_terms(terms, matter_in(set, item.report, {begin, sentence.end}), 1);
  return terms;
}

std::vector<Term> matter_of_content(const StatementSet& set, Item item) {
  std::vector<Term> terms;
  for (const TextRange range : statement_of(set.context, item).content) {
    add_terms(terms, matter_in(set, item.report, range), 1);
  }
  return terms;
}

bool tells_of_before(const StatementSet& set, Item item) {
  const AnalysedReport& report = set.context.reports[item.report.index()];
  const annotate::Sentence& sentence = report.notes.sentences[statement_of(set.context, item).sentence.index()];
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::string_view form = slice(report.report.text, report.notes.tokens[i].text);
    if (set.context.language.concepts.is_earlier(to_lower_utf8(form))) return true;
  }
  return false;
}

/// True if `is_wanted` holds for a word of the statement's cue, or for one with its particle ("raeumte ... ein").
template <class IsWanted>
bool any_of_cue(const StatementSet& set, Item item, const IsWanted& is_wanted) {
  const AnalysedReport& report = set.context.reports[item.report.index()];
  const std::vector<annotate::Token>& tokens = report.notes.tokens;
  std::vector<std::string> stems, forms;
  for (const TextRange cue : statement_of(set.context, item).cue) {
    auto token = std::lower_bound(tokens.begin(), tokens.end(), cue.begin,
                                  [](const annotate::Token& t, std::uint32_t at) { return t.text.begin < at; });
    for (; token != tokens.end() && token->text.end <= cue.end; ++token) {
      const Word& word = set.context.words.at(report, static_cast<std::uint32_t>(token - tokens.begin()));
      stems.push_back(word.lemma_stem);
      forms.push_back(word.form_stem);
    }
  }
  return std::any_of(stems.begin(), stems.end(),
                     [&](const std::string& verb) { return is_wanted(verb) || is_wanted(forms.back() + verb); });
}

/// The cue says that something is taken back ("widerrief", "nahm ... zurück"), or the verb beside the noun that is the
/// cue does ("hat seine Aussage widerrufen, ...").
bool withdraws(const StatementSet& set, Item item) {
  const lang::ConceptLexicon& concepts = set.context.language.concepts;
  if (any_of_cue(set, item, [&](const std::string& stem) { return concepts.withdrawal(stem) != nullptr; })) return true;
  if (!any_of_cue(set, item, [&](const std::string& stem) { return concepts.is_account(stem); })) return false;
  const AnalysedReport& report = set.context.reports[item.report.index()];
  const annotate::Sentence& sentence = report.notes.sentences[statement_of(set.context, item).sentence.index()];
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (report.notes.tokens[i].word_class != annotate::WordClass::Verb) continue;
    if (concepts.withdraws_account(set.context.words.at(report, i).lemma_stem)) return true;
  }
  return false;
}

/// "Das war ein Fehler von uns": what is said admits by itself; an apology does not ("Wir bedauern den Vorfall").
bool admits_in_words(const StatementSet& set, std::uint32_t statement) {
  const Item item = set.distinct[statement].item;
  const claims::Statement& said = statement_of(set.context, item);
  const std::string_view text = set.context.reports[item.report.index()].report.text;
  return std::any_of(said.content.begin(), said.content.end(), [&](TextRange range) {
    const auto* row = set.context.language.cues.content_phrases().find(slice(text, range));
    return row != nullptr && row->id.find(".admits.") != std::string::npos;
  });
}

}  // namespace

std::vector<Denial> denials_of(const StatementSet& set) {
  std::vector<Denial> denials;
  for (std::uint32_t i = 0; i < set.distinct.size(); ++i) {
    const claims::Statement& statement = set.statement(i);
    const bool says_not = set.distinct[i].negative && statement.commitment == claims::Commitment::Asserts &&
                          !statement.open && statement.kind != claims::StatementKind::Reported;
    if (!set.denies(i) && !says_not) continue;
    Denial& denial = denials.emplace_back();
    denial.statement = i;
    denial.is_soft = !set.denies(i);
    denial.target = matter_of(set, i);
    denial.tells_of_before = tells_of_before(set, set.distinct[i].item);
    denial.withdraws = set.denies(i) && withdraws(set, set.distinct[i].item);
    denial.joint = is_joint(set.statement(i).speaker.text);
  }
  return denials;
}

bool admits(const StatementSet& set, std::uint32_t statement) {
  return admits_in_words(set, statement) || any_of_cue(set, set.distinct[statement].item, [&](const std::string& stem) {
           const lang::Concept* found = set.context.language.concepts.topic(stem);
           return found != nullptr && found->name == "admission";
         });
}

bool names_account(const StatementSet& set, std::uint32_t statement) {
  const Item item = set.distinct[statement].item;
  const AnalysedReport& report = set.context.reports[item.report.index()];
  const std::vector<annotate::Token>& tokens = report.notes.tokens;
  for (const TextRange range : statement_of(set.context, item).content) {
    auto token = std::lower_bound(tokens.begin(), tokens.end(), range.begin,
                                  [](const annotate::Token& t, std::uint32_t at) { return t.text.begin < at; });
    for (; token != tokens.end() && token->text.end <= range.end; ++token) {
      if (token->word_class != annotate::WordClass::Noun) continue;
      const Word& word = set.context.words.at(report, static_cast<std::uint32_t>(token - tokens.begin()));
      if (set.context.language.concepts.is_account(word.lemma_stem)) return true;
    }
  }
  return false;
}

std::vector<Term> passage_of(const StatementSet& set, std::uint32_t statement) {
  const Item item = set.distinct[statement].item;
  const AnalysedReport& report = set.context.reports[item.report.index()];
  const auto own = static_cast<std::uint32_t>(statement_of(set.context, item).sentence.index());
  std::vector<Term> terms = matter_of_sentence(set, item);
  for (std::uint32_t back = 1; back <= std::min(own, kSentencesBefore); ++back) {
    add_terms(terms, matter_in(set, item.report, report.notes.sentences[own - back].text), 1);
  }
  if (report.report.title) {
    add_terms(terms, matter_in(set, item.report, report.report.blocks[report.report.title->index()].text), 1);
  }
  set.rarity.weigh_gently(terms);
  return terms;
}

bool is_one_report(const StatementSet& set, std::uint32_t one, std::uint32_t other) {
  return set.distinct[one].item.report == set.distinct[other].item.report;
}

bool is_same_side(const StatementSet& set, std::uint32_t one, std::uint32_t other) {
  return share_a_key(set.distinct[one].sides, set.distinct[other].sides);
}

const std::vector<Term>& target_of(const StatementSet& set, const Denial& denial, std::uint32_t statement) {
  return is_one_report(set, denial.statement, statement) ? denial.target.own : denial.target.full;
}

Common shared_matter(const std::vector<Term>& one, const std::vector<Term>& other) {
  return common_matter(one, other, kFewWords);
}

Matter matter_of(const StatementSet& set, std::uint32_t statement) {
  const Item item = set.distinct[statement].item;
  Matter matter;
  matter.own = matter_of_content(set, item);
  matter.words = count_words(matter.own);
  matter.names_nothing = matter.words < kWordsOfMatter;
  if (matter.names_nothing) add_terms(matter.own, matter_of_sentence(set, item), kSentenceShare);
  matter.full = matter.own;
  if (matter.names_nothing && !set.distinct[statement].in_heading) {
    const AnalysedReport& report = set.context.reports[item.report.index()];
    const std::vector<annotate::Sentence>& sentences = report.notes.sentences;
    if (matter.words > 0 && report.report.title) {  // "Dieses Papier gibt es nicht": what the report is about
      add_terms(matter.full, matter_in(set, item.report, report.report.blocks[report.report.title->index()].text),
                kTitleShare);
    }
    const auto own = static_cast<std::uint32_t>(statement_of(set.context, item).sentence.index());
    for (std::uint32_t back = 1; back <= std::min(own, kSentencesBefore); ++back) {
      add_terms(matter.full, matter_in(set, item.report, sentences[own - back].text), kBeforeShare);
    }
  }
  set.rarity.weigh_gently(matter.own);
  set.rarity.weigh_gently(matter.full);
  return matter;
}

}  // namespace ql::compare
