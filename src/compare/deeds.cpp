// SPDX-License-Identifier: Apache-2.0
// The deed is what the full verbs say; where there is none ("Es gab keine Gespräche", "ein Datenleck"), what the nouns
// beside the light verb, or the head of the phrase, say. Tested by denial_test.cpp and tests/relations/pairs.py.
#include "compare/deeds.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "compare/words.h"

namespace ql::compare {
namespace {

using annotate::Stts;
using annotate::Token;
using annotate::WordClass;

constexpr std::string_view kPassive = "werd";  // stem of the auxiliary
constexpr float kNameWeight = 0.7F;
constexpr float kBodyWeight = 0.3F;  // "die Stadt", "die Polizei": often the speaker
constexpr float kDeedWeight = 2;

bool is_full_verb(Stts tag) {
  return tag == Stts::Vvfin || tag == Stts::Vvinf || tag == Stts::Vvpp || tag == Stts::Vvizu;
}

bool is_preposition(Stts tag) { return tag == Stts::Appr || tag == Stts::Apprart; }

bool names_a_key(const std::vector<Term>& terms, const Keys& keys) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return std::binary_search(keys.begin(), keys.end(), term.key); });
}

/// Reads the content of one statement.
class DeedReader {
 public:
  DeedReader(const StatementSet& set, std::uint32_t statement)
      : set_(set),
        concepts_(set.context.language.concepts),
        item_(set.distinct[statement].item),
        report_(set.context.reports[item_.report.index()]),
        sides_(set.distinct[statement].sides) {}

  Deed read() {
    for (const TextRange range : statement_of(set_.context, item_).content) {
      read_range(range);
      read_times(range);
    }
    choose_deed();
    for (const Noun& noun : nouns_) {
      if (!noun.is_deed && !concepts_.is_fault(noun.word->lemma_stem)) add_others(*noun.word, noun.weight);
    }
    if (has_verb_) add_roles();
    sort_unique(deed_.keys);
    sort_unique(deed_.bases);
    sort_unique(deed_.persons);
    sort_unique(deed_.places);
    std::sort(deed_.labels.begin(), deed_.labels.end());
    sort_unique(deed_.others);
    set_.rarity.weigh_gently(deed_.others);
    return std::move(deed_);
  }

 private:
  struct Noun {
    const Word* word;
    bool governed;  // stands behind a preposition, or says whose something is
    bool is_subject;
    bool is_coordinated;  // behind "und", "oder"
    bool is_agent;        // right behind a preposition, with its attributes
    float weight;
    bool is_deed = false;
  };

  void read_range(TextRange range) {
    const std::vector<Token>& tokens = report_.notes.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), range.begin,
                                  [](const Token& t, std::uint32_t at) { return t.text.begin < at; });
    governed_ = false;
    for (; token != tokens.end() && token->text.end <= range.end; ++token) {
      if (!read_name(*token)) read_word(*token);
      if (token->word_class != WordClass::Punct) {
        is_verb_last_ = token->word_class == WordClass::Verb || token->word_class == WordClass::Aux;
      }
    }
  }

  void read_times(TextRange range) {
    const std::vector<annotate::TimeExpression>& times = report_.notes.times;
    auto time = std::lower_bound(times.begin(), times.end(), range.begin,
                                 [](const annotate::TimeExpression& t, std::uint32_t at) { return t.text.begin < at; });
    for (; time != times.end() && time->text.end <= range.end; ++time) {
      const auto index = static_cast<std::size_t>(time - times.begin());
      const TimeValue& value = best_time(set_.context.chronology, set_.context.reports, item_.report, index);
      const bool is_span = names_a_year(value.earliest) && names_a_year(value.latest);
      const bool is_day = names_a_year(value.value) && value.value.find('W') == std::string::npos;
      if (is_span) deed_.times.emplace_back(value.earliest, value.latest);
      if (!is_span && is_day) deed_.times.emplace_back(value.value, value.value);
    }
  }

  /// True if the token belongs to a name or stands before one as its role ("Bauunternehmer Kolbe").
  bool read_name(const Token& token) {
    const std::vector<annotate::Mention>& mentions = report_.notes.mentions;
    auto mention = std::upper_bound(mentions.begin(), mentions.end(), token.text.begin,
                                    [](std::uint32_t at, const annotate::Mention& m) { return at < m.phrase.begin; });
    if (mention == mentions.begin()) return false;
    --mention;
    const ActorId actor = actor_of(set_.context, item_.report, mention->entity);
    if (!actor.valid() || mention->form == annotate::MentionForm::Pronoun) return false;
    if (!mention->text.contains(token.text)) {
      return mention->type == annotate::EntityType::Person && mention->phrase.contains(token.text) &&
             token.text.end <= mention->text.begin && token.word_class == WordClass::Noun;
    }
    governed_ = false;
    behind_noun_ = true;
    behind_preposition_ = false;
    noun_before_ = 0;
    const std::uint64_t own = hash64("actor:" + std::to_string(actor.value));
    const std::uint64_t key = hash64("actor:" + std::to_string(side_of(set_.context, actor).value));
    if (std::binary_search(sides_.begin(), sides_.end(), own) ||
        std::binary_search(sides_.begin(), sides_.end(), key)) {
      return true;
    }
    deed_.others.push_back({key, kNameWeight, TermKind::Name});
    if (mention->form != annotate::MentionForm::Name) return true;
    if (mention->type == annotate::EntityType::Person) deed_.persons.push_back(key);
    if (mention->type == annotate::EntityType::Place) deed_.places.push_back(key);
    return true;
  }

  void read_word(const Token& token) {
    const Word& word = set_.context.words.at(report_, static_cast<std::uint32_t>(&token - report_.notes.tokens.data()));
    const bool names_where = behind_preposition_;
    behind_preposition_ = is_preposition(token.stts);
    if (behind_preposition_) governed_ = by_preposition_ = true;
    if (token.stts == Stts::Kon) behind_and_ = true;
    const bool is_noun = token.word_class == WordClass::Noun || token.word_class == WordClass::Propn;
    if (behind_noun_ && is_genitive_article(token)) governed_ = true;
    behind_noun_ = is_noun;
    if (!is_noun) noun_before_ = 0;
    if (is_full_verb(token.stts)) {
      read_verb(word);
      return;
    }
    is_clause_ = is_clause_ || token.word_class == WordClass::Aux || token.word_class == WordClass::Verb;
    is_passive_ = is_passive_ || word.lemma_stem == kPassive;
    if (token.stts == Stts::Adjd) qualities_.push_back(&word);
    if (!is_noun) return;
    if (is_time(token)) {
      governed_ = false;
      return;
    }
    read_unknown_name(token, word, names_where);
    const bool is_coordinated = behind_and_ && !governed_;
    behind_and_ = false;
    const bool governed_before = by_preposition_;
    by_preposition_ = false;
    const bool governed = governed_ || is_counted_with_number(token);
    governed_ = false;
    if (concepts_.is_account(word.lemma_stem) || concepts_.is_hollow(word.lemma_stem)) return;
    nouns_.push_back({&word, governed, is_subject(token), is_coordinated, governed_before,
                      concepts_.side(word.lemma_stem) != nullptr ? kBodyWeight : 1.0F});
  }

  /// A name that is nobody's: behind a preposition a place, behind a noun which of its kind ("Fähre Alma").
  void read_unknown_name(const Token& token, const Word& word, bool names_where) {
    const std::uint64_t key = word.terms.empty() ? 0 : word.terms.front().key;
    if (token.stts == Stts::Ne && names_where) deed_.places.push_back(key);
    if (token.stts == Stts::Ne && noun_before_ != 0) deed_.labels.emplace_back(noun_before_, key);
    noun_before_ = token.stts == Stts::Nn ? key : 0;
  }

  void add_roles() {
    for (const Noun& noun : nouns_) {
      if (noun.governed || noun.weight < 1 || (noun.is_subject && !is_passive_)) continue;
      for (const Term& term : noun.word->terms) deed_.objects.push_back(term.key);
    }
    for (const Noun& noun : nouns_) {
      const bool does = is_passive_ ? noun.is_agent : noun.is_subject && !noun.governed;
      if (!does || noun.weight < 1) continue;
      for (const Term& term : noun.word->terms) deed_.doers.push_back(term.key);
    }
    sort_unique(deed_.objects);
    sort_unique(deed_.doers);
  }

  void read_verb(const Word& word) {
    if (const lang::Concept* light = concepts_.light_verb(word.lemma_stem)) {
      is_clause_ = true;
      light_ = light->implied_state;
      return;
    }
    add_deed(word);
    deed_.bases.push_back(hash64(concepts_.without_particle(word.lemma_stem)));
    deed_.is_event = true;
    has_verb_ = true;
  }

  /// Heads the subject of a clause.
  [[nodiscard]] bool is_subject(const Token& token) const {
    const std::vector<annotate::Clause>& clauses = report_.notes.clauses;
    const auto index = static_cast<std::size_t>(&token - report_.notes.tokens.data());
    return std::any_of(clauses.begin(), clauses.end(), [index](const annotate::Clause& clause) {
      return clause.subject_head.valid() && clause.subject_head.index() == index;
    });
  }

  void choose_deed() {
    if (deed_.is_event) return;
    if (is_clause_) {
      for (const Word* quality : qualities_) add_deed(*quality);
      deed_.is_event = !qualities_.empty();
      const auto may_be = [this](const Noun& noun) {
        if (light_ == "subject") return true;
        if (light_ == "place") return !noun.is_subject && noun.governed;
        return !noun.is_subject || (is_verb_last_ && &noun != &nouns_.front());  // "dass der Damm Risse hat"
      };
      choose_last([&](const Noun& noun) { return may_be(noun) && !noun.governed && is_event(*noun.word); });
      if (deed_.keys.empty()) choose_last([&](const Noun& noun) { return may_be(noun) && !noun.governed; });
      if (deed_.keys.empty()) choose_last([&](const Noun& noun) { return may_be(noun) && is_event(*noun.word); });
      if (deed_.keys.empty() && light_ == "place") choose_last(may_be);
      return;
    }
    for (Noun& noun : nouns_) {
      if (&noun != &nouns_.front() && !noun.is_coordinated) continue;
      noun.is_deed = true;
      add_deed(*noun.word);
      deed_.is_event = deed_.is_event || is_event(*noun.word);
    }
  }

  /// The last noun of a kind: what stands next to a verb at the end is its object, not its subject.
  template <class Accept>
  void choose_last(const Accept& accept) {
    const auto last = std::find_if(nouns_.rbegin(), nouns_.rend(), accept);
    if (last == nouns_.rend()) return;
    last->is_deed = true;
    add_deed(*last->word);
    deed_.is_event = deed_.is_event || is_event(*last->word);
  }

  /// "des", "seiner", "ihrer": behind a noun they say whose it is.
  [[nodiscard]] bool is_genitive_article(const Token& token) const {
    const std::string_view form = slice(report_.report.text, token.text);
    const bool article = token.stts == Stts::Art || token.stts == Stts::Pposat || token.stts == Stts::Pdat;
    return article && (form.ends_with('s') || form.ends_with('r'));
  }

  /// "seit Juli" says when, not who.
  [[nodiscard]] bool is_time(const Token& token) const {
    const std::vector<annotate::TimeExpression>& times = report_.notes.times;
    auto time = std::upper_bound(times.begin(), times.end(), token.text.begin,
                                 [](std::uint32_t at, const annotate::TimeExpression& t) { return at < t.text.begin; });
    return time != times.begin() && std::prev(time)->text.contains(token.text);
  }

  /// "zwölf Millionen Euro".
  [[nodiscard]] bool is_counted_with_number(const Token& token) const {
    const std::vector<annotate::Quantity>& all = report_.notes.quantities;
    auto quantity = std::upper_bound(all.begin(), all.end(), token.text.begin,
                                     [](std::uint32_t at, const annotate::Quantity& q) { return at < q.text.begin; });
    if (quantity == all.begin() || !std::prev(quantity)->text.contains(token.text)) return false;
    const annotate::Quantity& around = *std::prev(quantity);
    return !around.counted.contains(token.text) && (around.measured || around.number.contains(token.text));
  }

  /// A noun that says what happens: a matter or state of the lexicon, or one made of a verb.
  [[nodiscard]] bool is_event(const Word& word) const {
    const std::string& stem = word.lemma_stem;
    return concepts_.topic(stem) != nullptr || word.state != nullptr || stem.ends_with("ung") ||
           stem.ends_with("tion") || concepts_.is_fault(stem);
  }

  void add_deed(const Word& word) {
    for (const Term& term : word.terms) {
      if (!term.modifies) deed_.keys.push_back(term.key);
    }
    const lang::Concept* matter = concepts_.topic(word.lemma_stem);
    if (matter == nullptr) return;
    for (const std::string_view name : {matter->name, matter->implied_state}) {  // who sells has a buyer
      if (!name.empty()) deed_.bases.push_back(hash64("concept:" + std::string(name)));
    }
  }

  void add_others(const Word& word, float weight) {
    for (Term term : word.terms) {
      if (term.is_part || term.weight < 1) continue;
      term.weight *= weight;
      deed_.others.push_back(term);
    }
  }

  const StatementSet& set_;
  const lang::ConceptLexicon& concepts_;
  Item item_;
  const AnalysedReport& report_;
  const Sides& sides_;
  Deed deed_;
  std::vector<Noun> nouns_;
  std::vector<const Word*> qualities_;
  bool governed_ = false;
  bool behind_noun_ = false;
  bool behind_preposition_ = false;
  bool behind_and_ = false;
  bool by_preposition_ = false;
  std::uint64_t noun_before_ = 0;  // key of the noun right before
  bool is_clause_ = false;
  bool is_passive_ = false;
  bool is_verb_last_ = false;
  bool has_verb_ = false;
  std::string_view light_;  // where the deed stands beside a light verb (concepts.tsv)
};

/// "Fähre Alma" and "Fähre Berta".
bool are_others_of_a_kind(const Deed& one, const Deed& other) {
  return std::any_of(one.labels.begin(), one.labels.end(), [&](const auto& label) {
    const bool is_same = std::binary_search(other.labels.begin(), other.labels.end(), label);
    return !is_same && std::any_of(other.labels.begin(), other.labels.end(),
                                   [&](const auto& said) { return said.first == label.first; });
  });
}

/// "Werk Nordstadt" and "sein Werk in Südhafen".
bool is_elsewhere(const Deed& labelled, const std::vector<Term>& labelled_terms, const Deed& placed,
                  const std::vector<Term>& placed_terms) {
  if (placed.places.empty() || !labelled.places.empty()) return false;
  return std::any_of(labelled.labels.begin(), labelled.labels.end(), [&](const auto& label) {
    return names_a_key(placed_terms, {label.first}) && !names_a_key(placed_terms, {label.second}) &&
           !names_a_key(labelled_terms, placed.places);
  });
}

/// No time of the one can be one of the other.
bool are_times_apart(const Deed& one, const Deed& other) {
  const auto apart = [](const auto& a, const auto& b) {
    return order_of(a.second, b.first) == Order::Before || order_of(b.second, a.first) == Order::Before;
  };
  return !one.times.empty() && !other.times.empty() &&
         std::all_of(one.times.begin(), one.times.end(), [&](const auto& a) {
           return std::all_of(other.times.begin(), other.times.end(), [&](const auto& b) { return apart(a, b); });
         });
}

bool differ(const Keys& one, const Keys& other) { return !one.empty() && !other.empty() && !share_a_key(one, other); }

}  // namespace

Deed deed_of(const StatementSet& set, std::uint32_t statement) { return DeedReader(set, statement).read(); }

Agreement agreement_of(const Deed& one, const std::vector<Term>& one_terms, const Deed& other,
                       const std::vector<Term>& other_terms) {
  Agreement found;
  found.known = !one.keys.empty() && !other.keys.empty();
  found.deed = names_a_key(other_terms, one.keys) || (other.is_event && names_a_key(one_terms, other.keys));
  found.base = share_a_key(one.bases, other.bases);
  found.other_case = differ(one.persons, other.persons) || differ(one.places, other.places) ||
                     are_others_of_a_kind(one, other) || is_elsewhere(one, one_terms, other, other_terms) ||
                     is_elsewhere(other, other_terms, one, one_terms);
  found.other_time = are_times_apart(one, other);
  found.other_doer = !one.doers.empty() && !other.doers.empty() && !names_a_key(other_terms, one.doers) &&
                     !names_a_key(one_terms, other.doers);
  found.other_object = !one.objects.empty() && !other.objects.empty() && !names_a_key(other_terms, one.objects) &&
                       !names_a_key(one_terms, other.objects);
  float shared = found.deed ? kDeedWeight : 0;
  float total = one.keys.empty() ? 0 : kDeedWeight;
  for (const Term& term : one.others) {
    total += term.weight;
    const bool in_other =
        std::any_of(other_terms.begin(), other_terms.end(), [&](const Term& said) { return said.key == term.key; });
    if (!in_other) continue;
    shared += term.weight;
    ++found.others;
  }
  found.share = total > 0 ? shared / total : 0;
  const auto is_name = [](const Term& term) { return term.kind == TermKind::Name; };
  const bool both_names = std::any_of(one.others.begin(), one.others.end(), is_name) &&
                          std::any_of(other.others.begin(), other.others.end(), is_name);
  if (both_names && found.others == 0) found.other_case = true;
  return found;
}

}  // namespace ql::compare
