// SPDX-License-Identifier: Apache-2.0
// Every noun phrase of the clause without preposition is a candidate, and so is "no subject here". A linear model
// weighs case, agreement with the verb, position, and what the other candidates could be; the highest score wins.
// A coordinated clause without subject takes over the one before. Tested by clauses_test.cpp; trained by
// train/train_subjects.cpp.
#include "annotate/subjects.h"

#include <algorithm>

#include "annotate/morphology.h"
#include "base/hash.h"

namespace ql::annotate {
namespace {

using lang::feature_key;

constexpr lang::Agreement kNominative = 0x000F, kSingular = 0x7777, kPlural = 0x8888;

/// Fits above this agree with the verb in number.
constexpr unsigned kAgrees = 4;

/// How a phrase fits the verb: 0 cannot be nominative, 1 can be, 2 must be; + 4 number agrees, + 8 number clashes.
unsigned fit(const NounPhrase& phrase, const Token& verb) {
  const lang::Agreement nominative = phrase.cells & kNominative;
  unsigned result = nominative == 0 ? 0U : nominative == phrase.cells ? 2U : 1U;
  const Number number = verb.morphology.number;
  if (number == Number::None || nominative == 0) return result;
  const bool plural = (nominative & kPlural) != 0 || phrase.has_coordinate;
  const bool singular = (nominative & kSingular) != 0;
  const bool agrees = number == Number::Plur ? plural : singular;
  return result + (agrees ? 4U : 8U);
}

unsigned clipped(std::uint32_t value, unsigned limit) { return value < limit ? value : limit; }

class Candidates {
 public:
  Candidates(const SentenceView& sentence, std::uint32_t clause, std::vector<SubjectCandidate>& out)
      : sentence_(sentence), id_(clause), clause_(sentence.clauses.clauses[clause]), out_(out) {}

  void run() {
    out_.clear();
    if (!clause_.finite_verb.valid()) return;
    verb_ = static_cast<std::uint32_t>(clause_.finite_verb.index());
    collect();
    for (std::size_t i = 0; i < phrases_.size(); ++i) add_phrase(i);
    add_none();
  }

 private:
  [[nodiscard]] const Token& verb() const { return sentence_.tokens[verb_]; }

  void collect() {
    for (std::uint32_t i = 0; i < sentence_.phrases.size(); ++i) {
      const NounPhrase& phrase = sentence_.phrases[i];
      if (sentence_.clauses.owner[phrase.head] != id_) continue;
      const bool goes_on = phrase.joined && sentence_.clauses.owner[sentence_.phrases[i - 1].head] == id_;
      if (goes_on || phrase.genitive || (phrase.prepositional && !starts_anew(i))) continue;
      phrases_.push_back(i);
    }
    for (const std::uint32_t i : phrases_) best_fit_ = std::max(best_fit_, rank(fit(sentence_.phrases[i], verb())));
    if (best_fit_ <= kAgrees) collect_hedged();
  }

  /// "Ueber 400 Gaeste kamen": a number behind such a preposition is a candidate where nothing else agrees.
  void collect_hedged() {
    const std::size_t before = phrases_.size();
    for (std::uint32_t i = 0; i < sentence_.phrases.size(); ++i) {
      const NounPhrase& phrase = sentence_.phrases[i];
      if (!phrase.hedged || phrase.joined || sentence_.clauses.owner[phrase.head] != id_) continue;
      if (rank(fit(phrase, verb())) > kAgrees) phrases_.push_back(i);
    }
    if (phrases_.size() == before) return;
    std::sort(phrases_.begin(), phrases_.end());
    for (const std::uint32_t i : phrases_) best_fit_ = std::max(best_fit_, rank(fit(sentence_.phrases[i], verb())));
  }

  /// A phrase joined to a prepositional one of another clause is not prepositional itself, nor is one behind the "wie"
  /// or "als" that opens the clause.
  [[nodiscard]] bool starts_anew(std::uint32_t i) const {
    const std::uint32_t begin = sentence_.phrases[i].begin;
    if (begin > 0 && clause_.introducer == TokenId(std::size_t{begin} - 1)) {
      return sentence_.tokens[begin - 1].stts == Stts::Kokom;
    }
    return sentence_.phrases[i].joined && sentence_.clauses.owner[sentence_.phrases[i - 1].head] != id_;
  }

  static unsigned rank(unsigned value) { return (value & 8U) != 0 ? 0U : value; }

  void push(SubjectCandidate& candidate, std::uint64_t part, std::uint64_t other = 0, std::uint64_t third = 0) {
    const std::uint64_t number = candidate.key_count + 1 + (candidate.phrase == SubjectCandidate::kNoPhrase ? 50U : 0U);
    candidate.keys[candidate.key_count++] = feature_key(feature_key(number, part), feature_key(other, third));
  }

  [[nodiscard]] std::uint64_t verb_lemma() const {
    const TokenId main = clause_.main_verb.valid() ? clause_.main_verb : clause_.finite_verb;
    return hash64(sentence_.lemmas.view(sentence_.tokens[main.index()].lemma));
  }

  /// Active, passive or copula, as far as the tags show it.
  [[nodiscard]] unsigned voice() const {
    const Token& main = sentence_.tokens[clause_.main_verb.index()];
    const std::string_view lemma = sentence_.lemmas.view(verb().lemma);
    const unsigned base = lemma == "werden" ? 1U : lemma == "sein" ? 2U : lemma == "haben" ? 3U : 0U;
    return base * 2 + (main.stts == Stts::Vvpp ? 1U : 0U);
  }

  void add_phrase(std::size_t order) {
    const NounPhrase& phrase = sentence_.phrases[phrases_[order]];
    SubjectCandidate candidate;
    candidate.phrase = phrases_[order];
    const Token& head = sentence_.tokens[phrase.head];
    const unsigned own = fit(phrase, verb());
    const unsigned others = best_other(order);
    const unsigned kind = static_cast<unsigned>(head.stts);
    const bool before = phrase.end <= verb_;
    const unsigned distance = before ? clipped(verb_ - phrase.end, 4) : 8 + clipped(phrase.begin - verb_ - 1, 4);
    const unsigned shape = static_cast<unsigned>(clause_.kind) * 2 + (before ? 1U : 0U);
    const auto place = clipped(static_cast<std::uint32_t>(order), 3);
    const auto count = clipped(static_cast<std::uint32_t>(phrases_.size()), 4);
    push(candidate, own);
    push(candidate, own, others);
    push(candidate, own, others, place);
    push(candidate, own, shape, place);
    push(candidate, own, shape, distance);
    push(candidate, own, kind);
    push(candidate, own, kind, shape);
    push(candidate, kind, shape, place);
    push(candidate, place, count, shape);
    push(candidate, distance, shape);
    push(candidate, distance, kind);
    push(candidate, sentence_.words[phrase.head].form_hash, shape);
    push(candidate, sentence_.words[phrase.head].form_hash, own);
    push(candidate, hash64(sentence_.lemmas.view(head.lemma)));
    push(candidate, sentence_.words[phrase.begin].form_hash, shape, own);
    push(candidate, verb_lemma(), shape, own);
    push(candidate, verb_lemma(), kind, place);
    push(candidate, voice(), own, place);
    push(candidate, voice(), shape, place);
    push(candidate, phrase.determined ? 1U : 0U, own, shape);
    push(candidate, phrase.has_coordinate ? 1U : 0U, own);
    push(candidate, own, others, feature_key(shape, place));
    push(candidate, before_kind(phrase), shape, own);
    out_.push_back(candidate);
  }

  [[nodiscard]] std::uint64_t before_kind(const NounPhrase& phrase) const {
    return phrase.begin == 0 ? 0U : static_cast<std::uint64_t>(sentence_.tokens[phrase.begin - 1].stts) + 1;
  }

  [[nodiscard]] unsigned best_other(std::size_t order) const {
    unsigned best = 0;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (i != order) best = std::max(best, rank(fit(sentence_.phrases[phrases_[i]], verb())));
    }
    return best;
  }

  void add_none() {
    SubjectCandidate candidate;
    const std::uint32_t begin = clause_.tokens.begin;
    const Stts first = sentence_.tokens[begin].stts;
    const unsigned lead = clipped(verb_ - std::min(verb_, begin), 4);
    const auto kind = static_cast<unsigned>(clause_.kind);
    push(candidate, 1);
    push(candidate, best_fit_);
    push(candidate, best_fit_, kind);
    push(candidate, best_fit_, static_cast<unsigned>(first), lead);
    push(candidate, static_cast<unsigned>(verb().morphology.mood), best_fit_);
    push(candidate, verb_lemma());
    push(candidate, voice(), best_fit_);
    push(candidate, id_ > 0 ? 1U : 0U, static_cast<unsigned>(first), best_fit_);
    push(candidate, clipped(static_cast<std::uint32_t>(phrases_.size()), 3), best_fit_);
    out_.push_back(candidate);
  }

  const SentenceView& sentence_;
  std::uint32_t id_;
  const Clause& clause_;
  std::vector<SubjectCandidate>& out_;
  std::uint32_t verb_ = 0;
  unsigned best_fit_ = 0;
  std::vector<std::uint32_t> phrases_;
};

/// The clause whose subject a coordinated clause takes over: the last one before it of its kind and parent.
std::uint32_t coordinated_with(const ClauseAnalysis& analysis, std::uint32_t id) {
  for (std::uint32_t other = id; other-- > 0;) {
    const Clause& clause = analysis.clauses[other];
    if (clause.kind == analysis.clauses[id].kind && clause.parent == analysis.clauses[id].parent &&
        !clause.subject.empty()) {
      return other;
    }
  }
  return id;
}

bool agree(const SentenceView& sentence, const Clause& clause, const Clause& other) {
  const Number one = sentence.tokens[clause.finite_verb.index()].morphology.number;
  const Number two = sentence.tokens[other.finite_verb.index()].morphology.number;
  return one == Number::None || two == Number::None || one == two;
}

/// The phrase with its genitive attributes and joined phrases: "der Sprecher der Polizei".
TokenRange whole_phrase(std::span<const NounPhrase> phrases, std::uint32_t index) {
  TokenRange range{phrases[index].begin, phrases[index].end};
  for (std::size_t i = index + 1; i < phrases.size() && phrases[i].genitive && phrases[i].begin == range.end; ++i) {
    range.end = phrases[i].end;
  }
  return range;
}

}  // namespace

void subject_candidates(const SentenceView& sentence, std::uint32_t clause, std::vector<SubjectCandidate>& out) {
  Candidates(sentence, clause, out).run();
}

void find_subjects(const SentenceView& sentence, const lang::LinearModel& model, ClauseAnalysis& clauses) {
  std::vector<SubjectCandidate> candidates;
  for (std::uint32_t id = 0; id < clauses.clauses.size(); ++id) {
    subject_candidates(sentence, id, candidates);
    if (candidates.empty()) continue;
    std::int32_t best_score = 0;
    const SubjectCandidate* best = nullptr;
    for (const SubjectCandidate& candidate : candidates) {
      lang::LinearModel::Scores scores{};
      for (std::size_t k = 0; k < candidate.key_count; ++k) model.add(candidate.keys[k], scores);
      if (best == nullptr || scores[0] > best_score) {
        best = &candidate;
        best_score = scores[0];
      }
    }
    Clause& clause = clauses.clauses[id];
    if (best->phrase != SubjectCandidate::kNoPhrase) {
      clause.subject = whole_phrase(sentence.phrases, best->phrase);
      clause.subject_head = TokenId(sentence.phrases[best->phrase].head);
      continue;
    }
    const std::uint32_t other = coordinated_with(clauses, id);
    if (other == id || !agree(sentence, clause, clauses.clauses[other])) continue;
    clause.subject = clauses.clauses[other].subject;
    clause.subject_head = clauses.clauses[other].subject_head;
    clause.subject_shared = true;
  }
}

}  // namespace ql::annotate
