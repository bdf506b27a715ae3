// SPDX-License-Identifier: Apache-2.0
// Deciding by features instead of phrases: an absolute negation, the own side as the doer, a deed that one is accused
// of, the perfect; against them findings ("keine Hinweise"), what one only perceives or fails to reach, plans and what
// is still open. Each is a row of denial_weights.tsv; the sum decides. Tested by negated_deeds_test.cpp with the
// examples of that table; measured by tools/score_stance.py.
#include "claims/negated_deeds.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "claims/statements_content.h"

namespace ql::claims {
namespace {

using annotate::ClauseKind;
using annotate::Stts;
using annotate::WordClass;
using lang::bit;
using lang::DenialFeature;
using lang::DenialFeatures;

using Tokens = std::vector<std::uint32_t>;

bool has(DenialFeatures features, DenialFeature feature) { return (features & bit(feature)) != 0; }

/// Without one of these nobody has been charged with anything, and what is negated is told, not denied ("Wir haben nie
/// Urlaub gemacht").
constexpr DenialFeatures kCharge =
    bit(DenialFeature::Deed) | bit(DenialFeature::Accused) | bit(DenialFeature::Insists) | bit(DenialFeature::Client) |
    bit(DenialFeature::Defence) | bit(DenialFeature::Knows) | bit(DenialFeature::Pointing);
/// Negations of one statement that are read, and tokens of each part of its content: a denial says so at once.
constexpr int kMostNegations = 8;
constexpr std::uint32_t kMostTokens = 120;

/// What the reporting verb shows.
DenialFeatures of_cue(const Reading& r, const Cue& cue) {
  std::string lemma = cue.entry->lemma.substr(0, cue.entry->lemma.find(' '));
  std::erase(lemma, '|');
  return r.language.denial_weights.shown_by(lemma);
}

/// The verbs of a clause.
struct Verbs {
  bool participle = false, infinitive = false, worden = false, werden = false, modal = false, haben = false;
  bool sein = false;
  bool moves = false;     ///< A participle that goes with "sein".
  bool past = false;      ///< A preterite, of auxiliaries only of "werden".
  bool imagined = false;  ///< Subjunctive II.

  void add(const Reading& r, std::uint32_t token) {
    const annotate::Token& t = r.notes.tokens[token];
    const std::string_view lemma = r.notes.lemmas.view(t.lemma);
    const bool auxiliary = t.stts == Stts::Vafin || t.stts == Stts::Vainf;
    const bool finite = t.morphology.verb_form == annotate::VerbForm::Finite;
    participle |= t.stts == Stts::Vvpp || t.stts == Stts::Vapp;
    moves |= t.stts == Stts::Vapp || (t.stts == Stts::Vvpp && takes_sein(r, token));
    worden |= t.stts == Stts::Vapp && lemma == "werden";
    infinitive |= t.stts == Stts::Vvinf;
    modal |= t.stts == Stts::Vmfin;
    werden |= t.stts == Stts::Vafin && lemma == "werden";
    haben |= auxiliary && lemma == "haben";
    sein |= auxiliary && lemma == "sein";
    const bool unreal = t.morphology.mood == annotate::Mood::SubjunctiveII;
    past |= finite && !unreal && (!auxiliary || lemma == "werden") && t.morphology.tense == annotate::Tense::Past;
    imagined |= finite && unreal;
  }
  [[nodiscard]] bool passive() const { return worden || (werden && past && participle); }
  [[nodiscard]] bool done() const {
    return (participle && (haben || (sein && moves))) || passive() || (past && !modal && !werden);
  }
};

class NegationReader {
 public:
  NegationReader(const Reading& reading, const Statement& statement, const Cue* cue)
      : r_(reading), weights_(reading.language.denial_weights), s_(statement), cue_(cue) {}

  bool denies() {
    int left = kMostNegations;
    for (const TextRange& range : s_.content) {
      TokenRange tokens = tokens_in(range);
      tokens.end = std::min(tokens.end, tokens.begin + kMostTokens);
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (!is_negation(t) || is_aside(t, tokens)) continue;
        if (left-- == 0) return false;
        const DenialFeatures shown = features(t, tokens);
        if ((shown & kCharge) != 0 && weights_.score(shown) > 0) return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] const annotate::Token& token(std::uint32_t t) const { return r_.notes.tokens[t]; }
  [[nodiscard]] bool is_noun(std::uint32_t t) const { return token(t).word_class == WordClass::Noun; }

  [[nodiscard]] TokenRange tokens_in(TextRange range) const {
    const auto& tokens = r_.notes.tokens;
    const auto first_from = [&](std::uint32_t place) {
      const auto found = std::partition_point(tokens.begin(), tokens.end(),
                                              [place](const annotate::Token& t) { return t.text.begin < place; });
      return static_cast<std::uint32_t>(found - tokens.begin());
    };
    return {first_from(range.begin), first_from(range.end)};
  }

  [[nodiscard]] DenialFeatures of_form(std::uint32_t t) const { return weights_.shown_by(to_lower_utf8(r_.text(t))); }
  [[nodiscard]] DenialFeatures of_pair(std::uint32_t one, std::uint32_t other) const {
    return weights_.shown_by(to_lower_utf8(r_.text(one)) + ' ' + to_lower_utf8(r_.text(other)));
  }
  /// What form and lemma show, of nouns also the last part.
  [[nodiscard]] DenialFeatures shown_by(std::uint32_t t) const {
    const std::string lemma = to_lower_utf8(r_.notes.lemmas.view(token(t).lemma));
    return of_form(t) | (is_noun(t) ? weights_.shown_by_last_part(lemma) : weights_.shown_by(lemma));
  }

  [[nodiscard]] bool is_negation(std::uint32_t t) const {
    return r_.words[t].word && has(of_form(t), DenialFeature::Negation);
  }
  /// "nicht", as against "kein", "niemand", "nie".
  [[nodiscard]] bool is_particle(std::uint32_t t) const { return token(t).stts == Stts::Ptkneg; }

  /// The innermost clause around a token.
  [[nodiscard]] const annotate::Clause* clause_of(std::uint32_t t) const {
    constexpr std::ptrdiff_t kMaxBack = 8;
    const auto& clauses = r_.notes.clauses;
    const auto behind = std::partition_point(clauses.begin(), clauses.end(),
                                             [t](const annotate::Clause& c) { return c.tokens.begin <= t; });
    for (auto c = behind; c != clauses.begin() && behind - c < kMaxBack;) {
      --c;
      if (t < c->tokens.end) return &*c;
    }
    return nullptr;
  }

  /// The negation is not of the whole content: of a relative clause, a condition, an adjective ("nicht organisierte
  /// Betriebe") or one of two nouns ("eine Zunahme und nicht Abnahme").
  [[nodiscard]] bool is_aside(std::uint32_t t, TokenRange content) const {
    const annotate::Clause* clause = clause_of(t);
    if (clause != nullptr && clause->kind == ClauseKind::Relative) return true;
    const bool at_start = clause == nullptr || clause->tokens.begin <= content.begin + 1;
    if (clause != nullptr && clause->kind == ClauseKind::Subordinate && !at_start) return true;
    if (t + 1 >= content.end || (!is_particle(t) && token(t).word_class != WordClass::Adv)) return false;
    const Stts next = token(t + 1).stts;
    const bool longer = next == Stts::Adjd && t + 2 < content.end && token(t + 2).stts == Stts::Adja;
    return next == Stts::Adja || longer || (next == Stts::Nn && is_particle(t));
  }

  /// The words that a negation is read with: its clause without those embedded in it; a mere piece without a verb
  /// ("weder ich noch er") with the content around it.
  [[nodiscard]] Tokens words_with(const annotate::Clause* clause, TokenRange content) const {
    const bool alone = clause != nullptr && (clause->finite_verb.valid() || clause->kind == ClauseKind::Infinitive);
    Tokens words;
    for (std::uint32_t t = content.begin; t < content.end; ++t) {
      if (!r_.words[t].word) continue;
      const annotate::Clause* own = clause_of(t);
      const bool piece = own != nullptr && own->kind == ClauseKind::Fragment && clause != nullptr &&
                         clause->tokens.begin <= t && t < clause->tokens.end + 1;
      if (!alone || own == clause || piece) words.push_back(t);
    }
    return words;
  }

  /// All features of the negation at `t`; `content` is the part of the content around it.
  DenialFeatures features(std::uint32_t t, TokenRange content) {
    const annotate::Clause* clause = clause_of(t);
    const Tokens words = words_with(clause, content);
    DenialFeatures found = bit(DenialFeature::Start) | around();
    found |= of_words(words, t, clause) | of_neighbours(t, content);
    found |= of_verbs(words, found, noun_behind(t));
    if (is_done_to_speaker(words, found)) found &= ~(bit(DenialFeature::Own) | bit(DenialFeature::Deed));
    if (has_other_party(words, noun_behind(t))) found &= ~(bit(DenialFeature::Existential) | bit(DenialFeature::Deed));
    if (is_pronoun_of_speaker(words, clause)) found |= bit(DenialFeature::Pronoun);
    if (clause != nullptr && is_body_of_speaker(*clause)) found |= bit(DenialFeature::Body);
    return found;
  }

  /// What the words show by themselves, wherever they stand; of the nouns behind "kein" only the one that is negated
  /// says what is denied.
  [[nodiscard]] DenialFeatures of_words(const Tokens& words, std::uint32_t negation,
                                        const annotate::Clause* clause) const {
    constexpr DenialFeatures kThing =
        bit(DenialFeature::Deed) | bit(DenialFeature::Finding) | bit(DenialFeature::Inner) | bit(DenialFeature::Knows);
    constexpr DenialFeatures kAnywhere =
        bit(DenialFeature::Absolute) | bit(DenialFeature::Client) | bit(DenialFeature::Pending);
    constexpr DenialFeatures kOfPairs = bit(DenialFeature::Own) | bit(DenialFeature::Pending);
    const bool of_verb = is_particle(negation) || token(negation).word_class == WordClass::Adv;
    const std::uint32_t governed = noun_behind(negation);
    DenialFeatures found = 0;
    bool exists = false, impersonal = false;
    for (const std::uint32_t t : words) {
      const DenialFeatures shown = shown_by(t);
      found |= shown & kAnywhere;
      if (!is_noun(t) || governed == Reading::kNone || governed == t) found |= shown & kThing;
      if (is_own_subject(t, clause)) found |= bit(DenialFeature::Own);
      if (t > 0) found |= of_pair(t - 1, t) & kOfPairs;
      const bool at_place = t > 0 && r_.has(t - 1, lang::kPreposition);  // "in diesem Land gibt es ..."
      if (of_verb && !at_place) found |= shown & bit(DenialFeature::Pointing);
      exists = exists || has(shown, DenialFeature::Existential);
      impersonal = impersonal || r_.has(t, lang::kImpersonal);
    }
    if (exists && impersonal) found |= bit(DenialFeature::Existential);
    return found;
  }

  /// "Ich", "wir", "unsere Fahrer", "keiner unserer Fahrer" as subject: "unsere Briefe" may be what others did not
  /// answer.
  [[nodiscard]] bool is_own_subject(std::uint32_t t, const annotate::Clause* clause) const {
    constexpr std::uint32_t kMostBetween = 3;
    if (!has(of_form(t), DenialFeature::Own)) return false;  // the lemma of "uns" is "wir"
    if (token(t).stts != Stts::Pposat) return true;
    if (clause == nullptr || !clause->subject_head.valid()) return false;
    const auto head = static_cast<std::uint32_t>(clause->subject_head.index());
    return std::max(t, head) - std::min(t, head) <= kMostBetween;
  }
  /// "Uns", "mir", "mich": a first person that is no subject.
  [[nodiscard]] bool is_object_of_speaker(std::uint32_t t) const {
    const bool pronoun = token(t).stts == Stts::Pper || token(t).stts == Stts::Prf;
    return pronoun && has(shown_by(t), DenialFeature::Own) && !has(of_form(t), DenialFeature::Own);
  }
  /// The first person has had something done to it: "Ich wurde nicht angegriffen", "Uns wurde nichts gestohlen", "Die
  /// Täter haben uns nichts gestohlen". With "von uns" it may be the doer, and beside "ich" "mich" is the doer's.
  [[nodiscard]] bool is_done_to_speaker(const Tokens& words, DenialFeatures shown) const {
    bool subject = false, object = false, agent = false;
    for (const std::uint32_t t : words) {
      subject = subject || (has(of_form(t), DenialFeature::Own) && token(t).stts == Stts::Pper);
      object = object || is_object_of_speaker(t);
      agent = agent || (t > 0 && is_object_of_speaker(t) && has(of_pair(t - 1, t), DenialFeature::Own));
    }
    if (has(shown, DenialFeature::Passive)) return (subject || object) && !agent;
    return object && !subject && !agent;
  }
  /// What does not exist is another one's ("kein Plan der Regierung") or what others owe the speaker ("keine Gespräche
  /// mit uns").
  [[nodiscard]] bool has_other_party(const Tokens& words, std::uint32_t governed) const {
    if (governed == Reading::kNone || governed + 2 >= r_.notes.tokens.size()) return false;
    const bool owed = std::any_of(words.begin(), words.end(), [&](std::uint32_t t) {
      return t > governed && is_object_of_speaker(t) && !has(of_pair(t - 1, t), DenialFeature::Own);
    });
    const bool attribute = token(governed + 1).stts == Stts::Art && is_noun(governed + 2);
    return owed || attribute;
  }

  /// The noun that "kein" or "keinerlei" stands with; kNone behind other negations.
  [[nodiscard]] std::uint32_t noun_behind(std::uint32_t negation) const {
    constexpr std::uint32_t kMaxBetween = 4;
    if (token(negation).word_class != WordClass::Det && token(negation).stts != Stts::Piat) return Reading::kNone;
    const auto end = std::min(negation + kMaxBetween, static_cast<std::uint32_t>(r_.notes.tokens.size()));
    for (std::uint32_t t = negation + 1; t < end; ++t) {
      if (is_noun(t)) return t;
      if (!r_.words[t].word || r_.words[t].finite) break;
    }
    return Reading::kNone;
  }

  /// What the words right behind the negation make of it: "kein einziger", "nicht nur".
  [[nodiscard]] DenialFeatures of_neighbours(std::uint32_t t, TokenRange content) const {
    if (t + 1 >= content.end) return 0;
    DenialFeatures found = of_pair(t, t + 1);
    if (t + 2 < content.end) found |= of_pair(t + 1, t + 2);
    return (found & bit(DenialFeature::Minimal)) | (of_form(t + 1) & bit(DenialFeature::Degree));
  }

  /// Tense and voice of the clause. `shown`: the features of its words; what does not exist and a noun of doing behind
  /// "kein" ("keine Pläne") are denied in the present, too.
  [[nodiscard]] DenialFeatures of_verbs(const Tokens& words, DenialFeatures shown, std::uint32_t governed) const {
    Verbs verbs;
    for (const std::uint32_t t : words) verbs.add(r_, t);
    DenialFeatures found = 0;
    const bool done = verbs.done() || is_perfect_infinitive(words);
    if (done) found |= bit(DenialFeature::Perfect);
    if (verbs.passive()) found |= bit(DenialFeature::Passive);
    // "Ohne ihn hätten wir nicht gewonnen": in direct speech this mood is no report.
    if (verbs.modal || (verbs.imagined && s_.kind == StatementKind::Direct)) found |= bit(DenialFeature::Modal);
    const bool intends = is_infinitive(words) && !done;  // "versprach, nicht zu verkaufen"
    if (intends || (verbs.werden && verbs.infinitive && !verbs.participle)) found |= bit(DenialFeature::Future);
    const bool points = has(shown, DenialFeature::Existential) && has(shown, DenialFeature::Pointing);
    const bool thing = governed != Reading::kNone && has(shown_by(governed), DenialFeature::Deed);
    if (!done && !points && !thing) found |= bit(DenialFeature::Present);
    return found;
  }

  /// The words end in "zu" and an infinitive.
  [[nodiscard]] bool is_infinitive(const Tokens& words) const {
    return words.size() > 1 && token(words[words.size() - 2]).stts == Stts::Ptkzu;
  }
  /// "nicht berührt zu haben".
  [[nodiscard]] bool is_perfect_infinitive(const Tokens& words) const {
    if (!is_infinitive(words)) return false;
    const std::string_view lemma = r_.notes.lemmas.view(token(words.back()).lemma);
    return lemma == "haben" || lemma == "sein";
  }

  /// "Er habe", "nichts getan zu haben": in reported speech the speaker.
  [[nodiscard]] bool is_pronoun_of_speaker(const Tokens& words, const annotate::Clause* clause) const {
    if (s_.kind == StatementKind::Direct) return false;
    if ((clause != nullptr && clause->kind == ClauseKind::Infinitive) || is_infinitive(words)) return true;
    bool pronoun = false, reported = false;
    for (const std::uint32_t t : words) {
      const bool subject = clause == nullptr || !clause->subject_head.valid() || clause->subject_head == TokenId(t);
      pronoun = pronoun || (subject && has(of_form(t), DenialFeature::Pronoun));
      reported = reported || r_.words[t].mood == annotate::Mood::SubjunctiveI ||
                 r_.words[t].mood == annotate::Mood::SubjunctiveII;
    }
    return pronoun && reported;
  }

  /// The subject is the body that the speaker leads or speaks for.
  [[nodiscard]] bool is_body_of_speaker(const annotate::Clause& clause) const {
    if (!clause.subject_head.valid() || s_.speaker.text.empty()) return false;
    const auto head = static_cast<std::uint32_t>(clause.subject_head.index());
    if (!is_noun(head) && token(head).word_class != WordClass::Propn) return false;
    if (is_named_by_speaker(head)) return true;
    if (!s_.speaker.entity.valid()) return false;
    const annotate::Entity& speaker = r_.notes.entities[s_.speaker.entity.index()];
    const std::uint32_t mention = r_.mention_at[head];
    const EntityId subject = mention == Reading::kNone ? EntityId() : r_.notes.mentions[mention].entity;
    if (subject.valid() && (subject == s_.speaker.entity || subject == speaker.acts_for)) return true;
    const auto role = r_.language.name_lexicon.role(speaker.role);
    const bool speaks = role && (role->kind == lang::RoleKind::Speaks || role->kind == lang::RoleKind::Office);
    return speaks && !speaker.acts_for.valid() && r_.language.body_nouns.find(r_.text(head)).has_value();
  }

  /// "Die Molkerei ..., sagte ein Molkereisprecher", "ein Sprecher der Molkerei".
  [[nodiscard]] bool is_named_by_speaker(std::uint32_t head) const {
    constexpr std::size_t kShortest = 5;
    const std::string word = to_lower_utf8(r_.text(head));
    return word.size() >= kShortest && to_lower_utf8(s_.speaker.text).find(word) != std::string::npos;
  }

  /// What cue, speaker and the sentences around the content show; worked out once.
  DenialFeatures around() {
    if (is_read_) return around_;
    is_read_ = true;
    if (cue_ != nullptr) around_ |= of_cue(r_, *cue_) & (bit(DenialFeature::Insists) | bit(DenialFeature::Accuses));
    const TokenRange speaker = tokens_in(s_.speaker.span);
    for (std::uint32_t t = speaker.begin; t < speaker.end; ++t) {
      around_ |= of_role(t) & (bit(DenialFeature::Defence) | bit(DenialFeature::Authority));
    }
    const annotate::Sentence& sentence = r_.notes.sentences[s_.sentence.index()];
    const annotate::Sentence& before = r_.notes.sentences[s_.sentence.index() - (s_.sentence.index() > 0 ? 1 : 0)];
    const bool together = before.block == sentence.block;
    for (std::uint32_t t = together ? before.tokens.begin : sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const bool opposes_before = t < before.tokens.end && token(t).stts == Stts::Vvfin;  // "Tesmark widersprach."
      if (is_noun(t) || opposes_before) around_ |= shown_by(t) & bit(DenialFeature::Accused);
    }
    return around_;
  }

  /// Of a role or body, also by the first part of a compound ("Polizeisprecherin").
  [[nodiscard]] DenialFeatures of_role(std::uint32_t t) const {
    constexpr std::size_t kShortest = 3;
    const std::string form = to_lower_utf8(r_.text(t));
    DenialFeatures found = shown_by(t);
    for (std::size_t end = kShortest; end < form.size(); ++end) {
      found |= weights_.shown_by(std::string_view(form).substr(0, end));
    }
    return found;
  }

  const Reading& r_;
  const lang::DenialWeights& weights_;
  const Statement& s_;
  const Cue* cue_;
  DenialFeatures around_ = 0;
  bool is_read_ = false;
};

}  // namespace

bool denies_a_deed(const Reading& reading, const Statement& statement, const Cue* cue) {
  return NegationReader(reading, statement, cue).denies();
}

bool insists(const Reading& reading, const Cue& cue) { return has(of_cue(reading, cue), DenialFeature::Insists); }

bool accuses(const Reading& reading, const Cue& cue) { return has(of_cue(reading, cue), DenialFeature::Accuses); }

}  // namespace ql::claims
