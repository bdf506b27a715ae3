// SPDX-License-Identifier: Apache-2.0
// A topological-field analysis in one pass. Commas and other marks cut the sentence into segments; a segment opens
// a clause (dass, der, um ... zu, zu-infinitive, a finite verb when no clause waits for one) or goes on with the
// clause that waits for its verb or for the rest of its verb bracket. Coordinations split where both sides have a
// finite verb. Chosen over a dependency parser: one pass without a trained model of its own, and what statements and
// figures ask for (who is the verb's subject, what is embedded in what) is here directly. Tested by clauses_test.cpp.
#include "annotate/clauses.h"

#include <algorithm>

namespace ql::annotate {
namespace {

bool is_finite(Stts tag) {
  return tag == Stts::Vvfin || tag == Stts::Vafin || tag == Stts::Vmfin || tag == Stts::Vvimp || tag == Stts::Vaimp;
}
bool is_full_nonfinite(Stts tag) { return tag == Stts::Vvinf || tag == Stts::Vvpp || tag == Stts::Vvizu; }
bool is_other_nonfinite(Stts tag) {
  return tag == Stts::Vainf || tag == Stts::Vapp || tag == Stts::Vminf || tag == Stts::Vmpp;
}
bool is_question_word(Stts tag) { return tag == Stts::Pws || tag == Stts::Pwav || tag == Stts::Pwat; }
bool is_relative(Stts tag) { return tag == Stts::Prels || tag == Stts::Prelat; }
bool is_mark(const Token& token) { return token.word_class == WordClass::Punct; }

/// A run of tokens between marks.
struct Segment {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t finite = 0, finite_count = 0;  ///< First finite verb.
  bool zu_infinitive = false;
  bool coordinated = false;  ///< Begins with und, oder, aber ...
};

class Analyser {
 public:
  Analyser(std::span<const Token> tokens, WordSpan words, ClauseAnalysis& out)
      : tokens_(tokens), words_(words), out_(out), clauses_(out.clauses) {}

  void run() {
    clauses_.clear();
    out_.owner.assign(tokens_.size(), 0);
    for (std::uint32_t i = 0; i < tokens_.size();) {
      if (is_mark(tokens_[i])) {
        assign_mark(i++);
        continue;
      }
      Segment segment = read_segment(i);
      place(segment);
      i = segment.end;
    }
    if (clauses_.empty()) open(0, ClauseKind::Fragment);
    adopt_leading_clauses();
    finish();
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  [[nodiscard]] Stts tag(std::uint32_t i) const { return i < tokens_.size() ? tokens_[i].stts : Stts::None; }
  [[nodiscard]] bool needs_finite(std::uint32_t id) const {
    const Clause& clause = clauses_[id];
    return clause.kind != ClauseKind::Infinitive && !clause.finite_verb.valid();
  }
  [[nodiscard]] bool subordinate(std::uint32_t id) const {
    return clauses_[id].kind == ClauseKind::Subordinate || clauses_[id].kind == ClauseKind::Relative;
  }

  // ---- segments ----

  Segment read_segment(std::uint32_t begin) const {
    Segment segment;
    segment.begin = begin;
    segment.finite = kNone;
    segment.coordinated = tag(begin) == Stts::Kon;
    std::uint32_t i = begin;
    for (; i < tokens_.size() && !is_mark(tokens_[i]); ++i) {
      if (i > begin && tag(i) == Stts::Kon && segment.finite != kNone && finite_follows(i + 1)) break;
      if (is_finite(tag(i))) {
        if (segment.finite_count > 0 && tag(i - 1) != Stts::Kon) break;  // "dass er kommt | ist klar"
        if (segment.finite_count == 0) segment.finite = i;
        ++segment.finite_count;
      }
      const bool zu = tag(i) == Stts::Vvizu || (tag(i) == Stts::Ptkzu && i + 1 < tokens_.size());
      segment.zu_infinitive |= zu;
    }
    segment.end = std::max(i, begin + 1);
    return segment;
  }

  /// A finite verb stands between `at` and the next mark or conjunction.
  [[nodiscard]] bool finite_follows(std::uint32_t at) const {
    for (; at < tokens_.size() && !is_mark(tokens_[at]); ++at) {
      if (is_finite(tag(at))) return true;
      if (tag(at) == Stts::Kon) return false;
    }
    return false;
  }

  void place(const Segment& segment) {
    const std::uint32_t introducer = find_introducer(segment);
    std::uint32_t id = kNone;
    if (introducer != kNone) {
      id = open_subordinate(segment, introducer);
    } else if (segment.finite != kNone) {
      id = place_finite(segment);
    } else if (segment.zu_infinitive && starts_infinitive(segment)) {
      id = open(segment.begin, ClauseKind::Infinitive);
      clauses_[id].parent = parent_of_new();
    } else {
      id = place_rest(segment);
    }
    assign(segment, id);
    if (segment.finite != kNone && !clauses_[id].finite_verb.valid()) {
      clauses_[id].finite_verb = TokenId(segment.finite);
      if (clauses_[id].kind == ClauseKind::Fragment) clauses_[id].kind = ClauseKind::Main;
    }
    if (!inserted_) current_ = id;
    inserted_ = false;
  }

  /// "Der Plan, so hiess es, sei fertig": set between the front of a clause and its finite verb.
  [[nodiscard]] bool is_insertion(const Segment& segment) const {
    const bool verb_first =
        segment.finite == segment.begin || (segment.finite == segment.begin + 1 && tag(segment.begin) == Stts::Adv);
    if (!verb_first || segment.begin == 0 || tag(segment.begin - 1) != Stts::Comma) return false;
    return tag(segment.end) == Stts::Comma && is_finite(tag(segment.end + 1));
  }

  /// The subordinating word at the front of a segment, behind "und", adverbs or a preposition ("mit denen").
  [[nodiscard]] std::uint32_t find_introducer(const Segment& segment) const {
    constexpr std::uint32_t kReach = 4;
    for (std::uint32_t i = segment.begin; i < std::min(segment.end, segment.begin + kReach); ++i) {
      const Stts t = tag(i);
      if (t == Stts::Kous || t == Stts::Koui || is_relative(t)) return i;
      if (is_question_word(t)) return is_embedded_question(segment, i) ? i : kNone;
      if (t != Stts::Appr && t != Stts::Adv && t != Stts::Kon && t != Stts::Ptkneg && t != Stts::Kokom) break;
    }
    return is_comparison(segment) ? segment.begin : kNone;
  }

  /// "..., als sie auswerten kann", "wie die Polizei mitteilte": a word of comparison and the verb last.
  [[nodiscard]] bool is_comparison(const Segment& segment) const {
    return tag(segment.begin) == Stts::Kokom && segment.finite != kNone && segment.finite + 1 == segment.end &&
           segment.finite > segment.begin + 1;
  }

  /// Verb last: something stands between the question word and its verb, and nothing but verbs behind it.
  [[nodiscard]] bool is_embedded_question(const Segment& segment, std::uint32_t at) const {
    if (segment.finite == kNone) return !clauses_.empty();
    return segment.finite > at + 1 && segment.finite + 1 == segment.end &&
           (!clauses_.empty() || segment.finite > at + 2);
  }

  [[nodiscard]] bool starts_infinitive(const Segment& segment) const {
    return !clauses_.empty() && !segment.coordinated && !needs_finite(current_);
  }

  std::uint32_t open_subordinate(const Segment& segment, std::uint32_t introducer) {
    const ClauseKind kind = tag(introducer) == Stts::Koui  ? ClauseKind::Infinitive
                            : is_relative(tag(introducer)) ? ClauseKind::Relative
                                                           : ClauseKind::Subordinate;
    ClauseId parent = parent_of_new();
    if (segment.coordinated && !clauses_.empty() && subordinate(current_) && !needs_finite(current_)) {
      parent = clauses_[current_].parent;  // "dass ... und dass ..."
    }
    const std::uint32_t id = open(segment.begin, kind);
    clauses_[id].parent = parent;
    clauses_[id].introducer = TokenId(introducer);
    return id;
  }

  [[nodiscard]] ClauseId parent_of_new() const { return clauses_.empty() ? ClauseId() : ClauseId(current_); }

  std::uint32_t place_finite(const Segment& segment) {
    if (clauses_.empty()) return open(segment.begin, ClauseKind::Main);
    // The clause that waits: the innermost one without its finite verb.
    for (std::uint32_t id = current_;;) {
      if (needs_finite(id)) {
        inserted_ = !subordinate(id) && is_insertion(segment);
        return inserted_ ? open(segment.begin, ClauseKind::Main) : id;
      }
      const ClauseId parent = clauses_[id].parent;
      if (!parent.valid()) break;
      id = static_cast<std::uint32_t>(parent.index());
    }
    const bool verb_last = segment.finite + 1 == segment.end && segment.finite > segment.begin + 1;
    if (segment.coordinated && subordinate(current_) && verb_last) {
      const std::uint32_t id = open(segment.begin, clauses_[current_].kind);
      clauses_[id].parent = clauses_[current_].parent;
      clauses_[id].introducer = clauses_[current_].introducer;
      return id;
    }
    return open(segment.begin, ClauseKind::Main);
  }

  /// A segment without verb or introducer goes on with a clause that waits for something, else with the last one.
  std::uint32_t place_rest(const Segment& segment) {
    if (clauses_.empty()) return open(segment.begin, ClauseKind::Fragment);
    if (needs_finite(current_)) return current_;
    const bool nonfinite = has_nonfinite(segment);
    for (std::uint32_t id = current_; clauses_[id].parent.valid();) {
      id = static_cast<std::uint32_t>(clauses_[id].parent.index());
      if (needs_finite(id) || (nonfinite && bracket_open(id))) return id;
    }
    return current_;
  }

  [[nodiscard]] bool has_nonfinite(const Segment& segment) const {
    for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
      if (is_full_nonfinite(tag(i)) || is_other_nonfinite(tag(i)) || tag(i) == Stts::Ptkvz) return true;
    }
    return false;
  }

  /// An auxiliary or modal whose participle or infinitive has not come yet.
  [[nodiscard]] bool bracket_open(std::uint32_t id) const {
    const Clause& clause = clauses_[id];
    if (!clause.finite_verb.valid() || subordinate(id)) return false;
    for (std::uint32_t i = clause.tokens.begin; i < tokens_.size() && i < clause.tokens.end; ++i) {
      if (out_.owner[i] == id && (is_full_nonfinite(tag(i)) || tag(i) == Stts::Ptkvz)) return false;
    }
    return true;
  }

  // ---- records ----

  std::uint32_t open(std::uint32_t begin, ClauseKind kind) {
    Clause clause;
    clause.kind = kind;
    clause.tokens = {begin, begin};
    clauses_.push_back(clause);
    return static_cast<std::uint32_t>(clauses_.size() - 1);
  }

  void assign(const Segment& segment, std::uint32_t id) {
    for (std::uint32_t i = segment.begin; i < segment.end; ++i) out_.owner[i] = id;
    clauses_[id].tokens.end = segment.end;
  }

  void assign_mark(std::uint32_t i) {
    if (clauses_.empty()) open(i, ClauseKind::Fragment);
    out_.owner[i] = current_;
  }

  /// "Weil es regnete, blieb er": the clause at the front belongs to the main clause that follows.
  void adopt_leading_clauses() {
    for (std::uint32_t id = 0; id < clauses_.size(); ++id) {
      const bool dependent = subordinate(id) || clauses_[id].kind == ClauseKind::Infinitive;
      if (!dependent || clauses_[id].parent.valid()) continue;
      const auto main = std::find_if(clauses_.begin() + id + 1, clauses_.end(),
                                     [](const Clause& clause) { return clause.kind == ClauseKind::Main; });
      if (main != clauses_.end()) clauses_[id].parent = ClauseId(static_cast<std::size_t>(main - clauses_.begin()));
    }
  }

  void finish() {
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      Clause& clause = clauses_[out_.owner[i]];
      clause.tokens.begin = std::min(clause.tokens.begin, i);
      clause.tokens.end = std::max(clause.tokens.end, i + 1);
    }
    // Parents enclose their children; a few rounds suffice, since nesting is shallow.
    for (int round = 0; round < 4; ++round) {
      for (const Clause& clause : clauses_) {
        if (!clause.parent.valid()) continue;
        TokenRange& outer = clauses_[clause.parent.index()].tokens;
        outer = outer.hull(clause.tokens);
      }
    }
    find_main_verbs();
  }

  void find_main_verbs() {
    std::vector<std::uint32_t> full(clauses_.size(), kNone), other(clauses_.size(), kNone);
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const std::uint32_t id = out_.owner[i];
      const Clause& clause = clauses_[id];
      if (is_full_nonfinite(tag(i)) &&
          (full[id] == kNone || !clause.finite_verb.valid() || tag(i - 1) != tag(full[id]))) {
        full[id] = i;
      }
      if (is_other_nonfinite(tag(i)) && other[id] == kNone) other[id] = i;
    }
    for (std::uint32_t id = 0; id < clauses_.size(); ++id) {
      Clause& clause = clauses_[id];
      const bool full_finite =
          clause.finite_verb.valid() && (tag(static_cast<std::uint32_t>(clause.finite_verb.index())) == Stts::Vvfin ||
                                         tag(static_cast<std::uint32_t>(clause.finite_verb.index())) == Stts::Vvimp);
      const std::uint32_t verb = full_finite ? kNone : full[id] != kNone ? full[id] : other[id];
      clause.main_verb = verb != kNone ? TokenId(verb) : clause.finite_verb;
    }
  }

  std::span<const Token> tokens_;
  WordSpan words_;
  ClauseAnalysis& out_;
  std::vector<Clause>& clauses_;
  std::uint32_t current_ = 0;
  bool inserted_ = false;  ///< The segment being placed stands inside of the current clause.
};

TokenId shifted(TokenId id, std::uint32_t by) { return id.valid() ? TokenId(id.index() + by) : id; }

}  // namespace

void find_clauses(std::span<const Token> tokens, WordSpan words, ClauseAnalysis& out) {
  Analyser(tokens, words, out).run();
}

void settle_auxiliaries(const ClauseAnalysis& analysis, const TextPool& lemmas, std::span<Token> tokens) {
  for (const Clause& clause : analysis.clauses) {
    if (!clause.finite_verb.valid()) continue;
    Token& verb = tokens[clause.finite_verb.index()];
    if (verb.stts != Stts::Vafin) continue;
    if (lemmas.view(verb.lemma) != "haben") continue;
    verb.word_class = clause.main_verb == clause.finite_verb ? WordClass::Verb : WordClass::Aux;
  }
}

void add_clauses(SentenceId id, const ClauseAnalysis& analysis, Annotations& notes) {
  const std::uint32_t first = notes.sentences[id.index()].tokens.begin;
  const std::size_t base = notes.clauses.size();
  for (Clause clause : analysis.clauses) {
    clause.sentence = id;
    clause.tokens = {clause.tokens.begin + first, clause.tokens.end + first};
    if (clause.parent.valid()) clause.parent = ClauseId(clause.parent.index() + base);
    clause.introducer = shifted(clause.introducer, first);
    clause.finite_verb = shifted(clause.finite_verb, first);
    clause.main_verb = shifted(clause.main_verb, first);
    clause.subject_head = shifted(clause.subject_head, first);
    if (!clause.subject.empty()) clause.subject = {clause.subject.begin + first, clause.subject.end + first};
    notes.clauses.push_back(clause);
  }
}

}  // namespace ql::annotate
