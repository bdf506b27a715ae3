// SPDX-License-Identifier: Apache-2.0
// A name counts as its actor, so that spelling variants and descriptions meet; what a word counts as, words.cpp says.
// Function words do not count. Rarity is measured inside the story: what every report of a flood says ("Wasser") tells
// little about which statement is which. Tested by terms_test.cpp.
#include "compare/terms.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/hash.h"
#include "compare/words.h"

namespace ql::compare {
namespace {

using annotate::Token;
using annotate::WordClass;

constexpr float kNameWeight = 0.7F;

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
    const std::string name = "actor:" + std::to_string(side_of(context_, actor).value);
    terms_.push_back({hash64(name), kNameWeight, TermKind::Name, false});
    return true;
  }

  void add_word(const Token& token) {
    const Word& word = context_.words.at(analysed_, static_cast<std::uint32_t>(&token - analysed_.notes.tokens.data()));
    if (!word.begins_with_digit && !carries_content(token, slice(analysed_.report.text, token.text))) return;
    const std::size_t first = terms_.size();
    terms_.insert(terms_.end(), word.terms.begin(), word.terms.end());
    if (token.word_class != WordClass::Adj && token.word_class != WordClass::Adv) return;
    for (std::size_t i = first; i < terms_.size(); ++i) terms_[i].describes = true;
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
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.weight != b.weight ? a.weight > b.weight : a.describes < b.describes;
  });
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
    if (a.kind != TermKind::Word || (a.is_part && b.is_part)) return;
    ++common.words;
    if (!a.describes || !b.describes) ++common.things;
  });
  const float smaller = std::max(least, std::min(total_weight(one), total_weight(other)));
  common.share = smaller > 0 ? shared / smaller : 0;
  return common;
}

}  // namespace ql::compare
