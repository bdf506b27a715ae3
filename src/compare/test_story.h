// SPDX-License-Identifier: Apache-2.0
// For tests: reports with statements and figures put in by hand, so that a failure here is a failure of compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "compare/compare.h"
#include "compare/words.h"

namespace ql::compare {

/// Reports of one story. Each statement or figure is a sentence of its own in its report.
class TestStory {
 public:
  TestStory() : language_(lang::load_language("de")) {}

  /// A new report; later calls add to it.
  template <class Sentences = std::initializer_list<std::string_view>>
  void report(std::string_view published, const Sentences& sentences) {
    AnalysedReport analysed;
    analysed.report = annotate::test_report(sentences);
    analysed.report.published = TimeValue{std::string(published), "", "", Basis::Metadata, ""};
    analysed.notes = annotate::annotate(analysed.report, language_);
    analysed.notes.mentions.clear();
    analysed.notes.entities.clear();
    analysed.notes.quantities.clear();
    reports_.push_back(std::move(analysed));
  }

  Item statement(std::string_view content, std::string_view speaker,
                 claims::Commitment commitment = claims::Commitment::Asserts) {
    AnalysedReport& report = reports_.back();
    claims::Statement statement;
    statement.content = {find(content)};
    statement.sentence = sentence_at(statement.content.front());
    statement.speaker.entity = entity(speaker);
    statement.commitment = commitment;
    report.claims.statements.push_back(statement);
    return {ReportId(reports_.size() - 1), Item::Kind::Statement,
            static_cast<std::uint32_t>(report.claims.statements.size() - 1)};
  }

  /// A statement whose speaker is only described ("die Polizei") and no entity; "" = nobody is said.
  Item said_by(std::string_view described, std::string_view content,
               claims::Commitment commitment = claims::Commitment::Asserts) {
    const Item item = statement(content, "", commitment);
    claims::Statement& statement = statement_at(item);
    statement.speaker.text = described;
    if (reports_.back().report.text.find(described) != std::string::npos) statement.speaker.span = find(described);
    return item;
  }

  /// The words that report a statement; blanks at their ends only tell where they stand.
  void set_cue(Item item, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      TextRange range = find(word);
      range.begin += word.front() == ' ' ? 1 : 0;
      range.end -= word.back() == ',' ? 1 : 0;
      statement_at(item).cue.push_back(range);
    }
  }

  Item figure(std::string_view span, double value, std::string_view counted, std::string_view speaker = "",
              annotate::Hedge hedge = annotate::Hedge::Exact, std::string_view unit = "") {
    AnalysedReport& report = reports_.back();
    annotate::Quantity quantity;
    quantity.text = find(span);
    quantity.number = quantity.text;
    quantity.sentence = sentence_at(quantity.text);
    quantity.hedge = hedge;
    quantity.value = value;
    quantity.unit = unit;
    quantity.measured = unit.size() > 1;  // EUR, not %
    quantity.tokens = tokens_in(quantity.text);
    report.notes.quantities.push_back(quantity);
    claims::Figure figure;
    figure.sentence = quantity.sentence;
    figure.quantity = QuantityId(report.notes.quantities.size() - 1);
    figure.counted = counted;
    figure.counted_lemma = counted.substr(counted.rfind(' ') + 1);
    if (!speaker.empty()) figure.speaker = entity(speaker);
    report.claims.figures.push_back(figure);
    return {ReportId(reports_.size() - 1), Item::Kind::Figure,
            static_cast<std::uint32_t>(report.claims.figures.size() - 1)};
  }

  claims::Statement& statement_at(Item item) { return reports_[item.report.index()].claims.statements[item.index]; }

  /// Where words stand in the last report.
  TextRange range_of(std::string_view words) const { return find(words); }

  annotate::Quantity& quantity_at(Item item) {
    return reports_[item.report.index()].notes.quantities[figure_at(item).quantity.index()];
  }
  claims::Figure& figure_at(Item item) { return reports_[item.report.index()].claims.figures[item.index]; }

  /// Makes a sentence of the last report its heading.
  void heading(std::size_t sentence) {
    AnalysedReport& report = reports_.back();
    report.report.blocks[report.notes.sentences[sentence].block.index()].kind = clean::BlockKind::Title;
  }

  /// A report is an older version of the item of another one.
  void superseded(std::size_t older, std::size_t newer, bool corrected) {
    reports_[older].version = {clean::VersionStatus::Superseded, newer, corrected};
  }

  /// The last report is published by an institution for itself.
  void published_by(std::string outlet) { reports_.back().report.outlet = std::move(outlet); }

  /// Every report an origin of its own, unless `origins` says otherwise.
  Comparison compare(std::vector<std::vector<ReportId>> origins = {}) const {
    stories::StoryTable stories;
    stories::Story story;
    for (std::size_t i = 0; i < reports_.size(); ++i) story.reports.emplace_back(i);
    story.origins = std::move(origins);
    story.topic = TopicId(0);
    stories.stories.push_back(story);
    stories.topics.push_back({{StoryId(0)}});
    const Chronology chronology = infer_chronology(reports_, stories);
    std::vector<const annotate::Annotations*> notes;
    for (const AnalysedReport& report : reports_) notes.push_back(&report.notes);
    const std::vector<StoryId> story_of(reports_.size(), StoryId(0));
    const annotate::ActorTable actors = annotate::link_actors(notes, story_of);
    const Comparer comparer(reports_, actors, stories, chronology, language_);
    Findings findings = comparer.no_findings();
    WordMemo words(language_);
    comparer.compare_topic(TopicId(0), words, findings);
    return findings.stories.front();
  }

 private:
  TextRange find(std::string_view words) const {
    const std::size_t at = reports_.back().report.text.find(words);
    QL_CHECK(at != std::string::npos);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  TokenRange tokens_in(TextRange range) const {
    const std::vector<annotate::Token>& tokens = reports_.back().notes.tokens;
    TokenRange found{0, 0};
    while (tokens[found.begin].text.begin < range.begin) ++found.begin;
    found.end = found.begin;
    while (found.end < tokens.size() && tokens[found.end].text.end <= range.end) ++found.end;
    return found;
  }

  SentenceId sentence_at(TextRange range) const {
    const std::vector<annotate::Sentence>& sentences = reports_.back().notes.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].text.contains(range.begin)) return SentenceId(i);
    }
    check_failed("a sentence holds the words", __FILE__, __LINE__);
  }

  /// A person of the last report.
  EntityId entity(std::string_view name) {
    if (name.empty()) return {};
    std::vector<annotate::Entity>& entities = reports_.back().notes.entities;
    entities.push_back(
        {.type = annotate::EntityType::Person, .name = std::string(name), .aliases = {}, .role = "", .acts_for = {}});
    return EntityId(entities.size() - 1);
  }

  lang::Language language_;
  std::vector<AnalysedReport> reports_;
};

/// The claim of `kind` that holds both items; nullptr if none does.
inline const Claim* claim_of(const Comparison& comparison, ClaimKind kind, Item one, Item other) {
  for (const Claim& claim : comparison.claims) {
    const auto holds = [&](Item item) {
      return std::find(claim.members.begin(), claim.members.end(), item) != claim.members.end();
    };
    if (claim.kind == kind && holds(one) && holds(other)) return &claim;
  }
  return nullptr;
}

/// The status of the proposition that holds both items; Single if none does.
inline ClaimStatus status_of(const Comparison& comparison, Item one, Item other) {
  const Claim* claim = claim_of(comparison, ClaimKind::Proposition, one, other);
  return claim == nullptr ? ClaimStatus::Single : claim->status;
}

/// The relation between the items in either direction; nullptr if there is none.
inline const Relation* relation_of(const Comparison& comparison, Item one, Item other) {
  for (const Relation& relation : comparison.relations) {
    if ((relation.from == one && relation.to == other) || (relation.from == other && relation.to == one))
      return &relation;
  }
  return nullptr;
}

}  // namespace ql::compare
