// SPDX-License-Identifier: Apache-2.0
// A name counts as its actor, so that spelling variants and descriptions meet. A word counts as its concept where the
// lexicon knows one ("Treffen" = "Gespräch"), else as the stem of its lemma without "-ung", so that "Warnung" meets
// "warnte". A compound counts also by its parts at half weight: by concepts where the lexicon knows them
// ("Warn-meldung", "Geheim-gespräch"), else by its last letters ("Truppenentsendung" meets "Entsendung"). Function
// words do not count. Rarity is measured inside the story: what every report of a flood says ("Wasser") tells little
// about which statement is which. Tested by terms_test.cpp.
#include "compare/terms.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

using annotate::Token;
using annotate::WordClass;

constexpr float kNameWeight = 0.7F;
constexpr float kPartWeight = 0.5F;
constexpr float kNumberWeight = 1.3F;
constexpr std::size_t kCompoundFrom = 10;
constexpr std::size_t kShortestPart = 6;

bool carries_content(const Token& token, std::string_view surface) {
  switch (token.word_class) {
    case WordClass::Noun:
    case WordClass::Propn:
    case WordClass::Verb:
    case WordClass::Adj:
    case WordClass::Num:
      return true;
    case WordClass::X:  // not tagged: long words are content more often than not
      return surface.size() >= 5;
    case WordClass::Adv:
      return surface.size() >= 7;
    default:
      return false;
  }
}

/// "schliessung" -> "schliess", which is the stem of "schliessen".
std::string_view without_nominal_ending(std::string_view stem) {
  constexpr std::string_view kEnding = "ung";
  constexpr std::size_t kShortestVerb = 4;
  return stem.ends_with(kEnding) && stem.size() >= kEnding.size() + kShortestVerb
             ? stem.substr(0, stem.size() - kEnding.size())
             : stem;
}

/// Collects the terms of tokens.
class TermCollector {
 public:
  TermCollector(const Context& context, ReportId report)
      : context_(context), report_(report), analysed_(context.reports[report.index()]) {}

  void add_range(TextRange range) {
    const std::vector<Token>& tokens = analysed_.notes.tokens;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), range.begin,
                                        [](const Token& token, std::uint32_t at) { return token.text.begin < at; });
    for (auto token = first; token != tokens.end() && token->text.end <= range.end; ++token) {
      if (!add_name(*token)) add_word(*token);
    }
  }

  std::vector<Term> take() {
    sort_unique(terms_);
    return std::move(terms_);
  }

 private:
  /// Adds the actor whose mention covers the token; false if there is none.
  bool add_name(const Token& token) {
    const std::vector<annotate::Mention>& mentions = analysed_.notes.mentions;
    auto mention = std::upper_bound(mentions.begin(), mentions.end(), token.text.begin,
                                    [](std::uint32_t at, const annotate::Mention& m) { return at < m.text.begin; });
    if (mention == mentions.begin()) {
      return false;
    }
    --mention;
    const ActorId actor = actor_of(context_, report_, mention->entity);
    if (!mention->text.contains(token.text) || !actor.valid()) {
      return false;
    }
    add("actor:" + std::to_string(side_of(context_, actor).value), kNameWeight, TermKind::Name);
    return true;
  }

  void add_word(const Token& token) {
    const std::string_view surface = slice(analysed_.report.text, token.text);
    const bool digits = !surface.empty() && is_digit(decode_utf8(surface, 0).value);
    if (!digits && !carries_content(token, surface)) {
      return;
    }
    const std::string form = lang::stem(surface);
    if (form.empty()) {
      return;
    }
    if (digits) {
      add("number:" + form, kNumberWeight, TermKind::Number);
      return;
    }
    const bool has_lemma = token.lemma < analysed_.notes.lemmas.size();
    const std::string lemma = has_lemma ? lang::stem(analysed_.notes.lemmas.view(token.lemma)) : form;
    if (!add_concept(lemma) && (lemma == form || !add_concept(form))) {
      add_plain(lemma.empty() ? form : lemma);
    }
  }

  /// Adds what the lexicon knows the word as; false if nothing.
  bool add_concept(const std::string& stem) {
    const lang::ConceptLexicon& concepts = context_.language.concepts;
    if (concepts.evidence(stem) != nullptr) {  // how strong it is called is a difference, not another matter
      add("concept:evidence", 1, TermKind::Evidence);
      return true;
    }
    if (concepts.is_account(stem) || concepts.is_fault(stem)) {
      add(without_nominal_ending(stem), 1, concepts.is_fault(stem) ? TermKind::Fault : TermKind::Account);
      add_first_part(stem);
      return true;
    }
    const lang::Concept* found = concepts.counted(stem);
    if (found == nullptr) found = concepts.state(stem);
    if (found == nullptr) found = concepts.topic(stem);
    if (found == nullptr) return false;
    const lang::Concept* matter = found->kind == lang::ConceptKind::Topic ? nullptr : concepts.topic(stem);
    if (matter != nullptr) add("concept:" + std::string(matter->name), 1, TermKind::Word);  // "Leiharbeiter"
    // "Tote" says what "starben" says
    const bool says_state = found->kind == lang::ConceptKind::People && !found->implied_state.empty();
    const std::string_view state = found->implied_state.substr(0, found->implied_state.find('<'));
    add("concept:" + std::string(says_state ? state : found->name), 1, TermKind::Word);
    add_first_part(stem);
    return true;
  }

  void add_plain(const std::string& stem) {
    const std::string_view root = without_nominal_ending(stem);
    add(root, 1, TermKind::Word);
    add_first_part(stem);
    if (stem.size() >= kShortestPart) {
      const float weight = stem.size() >= kCompoundFrom ? kPartWeight : kPartWeight / 2;
      add(root.substr(root.size() - std::min(root.size(), kShortestPart)), weight, TermKind::Word,
          stem.size() >= kCompoundFrom);
    }
  }

  void add_first_part(const std::string& stem) {
    if (const lang::Concept* first = context_.language.concepts.topic_of_first_part(stem)) {
      add("concept:" + std::string(first->name), kPartWeight, TermKind::Word, true);
    }
  }

  void add(std::string_view normal_form, float weight, TermKind kind, bool is_part = false) {
    terms_.push_back({hash64(normal_form), weight, kind, is_part});
  }

  const Context& context_;
  ReportId report_;
  const AnalysedReport& analysed_;
  std::vector<Term> terms_;
};

/// Calls `use` with every pair of terms that both lists have.
template <class Use>
void for_each_shared(const std::vector<Term>& one, const std::vector<Term>& other, const Use& use) {
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (a->key < b->key) {
      ++a;
    } else if (b->key < a->key) {
      ++b;
    } else {
      use(*a, *b);
      ++a, ++b;
    }
  }
}

}  // namespace

void sort_unique(std::vector<Term>& terms) {
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.key != b.key ? a.key < b.key : a.weight > b.weight; });
  const auto end = std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.key == b.key; });
  terms.erase(end, terms.end());
}

void add_terms(std::vector<Term>& terms, const std::vector<Term>& more, float share) {
  for (Term term : more) {
    term.weight *= share;
    terms.push_back(term);
  }
  sort_unique(terms);
}

std::vector<Term> terms_of(const Context& context, ReportId report, TextRange range) {
  TermCollector collector(context, report);
  collector.add_range(range);
  return collector.take();
}

void Rarity::count(const std::vector<Term>& terms) {
  for (const Term& term : terms) keys_.push_back(term.key);
  list_count_ += 1;
}

void Rarity::finish() { std::sort(keys_.begin(), keys_.end()); }

void Rarity::weigh(std::vector<Term>& terms) const {
  for (Term& term : terms) {
    const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), term.key);
    const auto holders = static_cast<float>(std::max<std::ptrdiff_t>(last - first, 1));
    term.weight *= std::log(1 + list_count_ / holders);
  }
}

void Rarity::weigh_gently(std::vector<Term>& terms) const {
  const float rarest = std::log(1 + list_count_);
  for (Term& term : terms) {
    const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), term.key);
    const auto holders = static_cast<float>(std::max<std::ptrdiff_t>(last - first, 1));
    term.weight *= 0.5F + 0.5F * std::log(1 + list_count_ / holders) / rarest;
  }
}

float total_weight(const std::vector<Term>& terms) {
  float total = 0;
  for (const Term& term : terms) {
    total += term.weight;
  }
  return total;
}

float similarity(const std::vector<Term>& one, const std::vector<Term>& other) {
  float shared = 0;
  bool only_evidence = true;  // that both speak of evidence says nothing about what for
  for_each_shared(one, other, [&](const Term& a, const Term& b) {
    shared += std::min(a.weight, b.weight);
    only_evidence = only_evidence && a.kind == TermKind::Evidence;
  });
  const float weight_one = total_weight(one), weight_other = total_weight(other);
  if (weight_one <= 0 || weight_other <= 0 || only_evidence) {
    return 0;
  }
  const float contained = shared / std::min(weight_one, weight_other);
  return (contained + 2 * shared / (weight_one + weight_other)) / 2;
}

Common common_matter(const std::vector<Term>& one, const std::vector<Term>& other, float least) {
  float shared = 0;
  Common common;
  for_each_shared(one, other, [&](const Term& a, const Term& b) {
    shared += std::min(a.weight, b.weight);
    if (a.kind == TermKind::Word && !(a.is_part && b.is_part)) ++common.words;
  });
  const float smaller = std::max(least, std::min(total_weight(one), total_weight(other)));
  common.share = smaller > 0 ? shared / smaller : 0;
  return common;
}

}  // namespace ql::compare
