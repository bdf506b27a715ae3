// SPDX-License-Identifier: Apache-2.0
// Statement -> terms. A name counts as its actor, so that spelling variants and descriptions meet; a word counts as
// its concept where the lexicon knows one, else as its stem; a compound also as its last part at half weight, so
// that "Truppenentsendung" meets "Entsendung". Function words do not count. Rarity is measured inside the story:
// what every report of a flood says ("Wasser") tells little about which statement is which.
//
// Candidate pairs come from an inverted index over terms; exact similarity is computed for them only.
// Tested by compare_test.cpp.
#include "compare/profile.h"

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

constexpr std::size_t kCommonTerm = 48;
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

/// Collects the terms of tokens.
class TermCollector {
 public:
  TermCollector(const Context& context, ReportId report) : context_(context), report_(report) {}

  void add_range(TextRange range) {
    const annotate::Annotations& notes = analysed().notes;
    const auto first = std::lower_bound(notes.tokens.begin(), notes.tokens.end(), range.begin,
                                        [](const Token& token, std::uint32_t at) { return token.text.begin < at; });
    for (auto token = first; token != notes.tokens.end() && token->text.end <= range.end; ++token) {
      const auto number = static_cast<std::uint32_t>(token - notes.tokens.begin());
      if (!add_name(number)) {
        add_word(*token);
      }
    }
  }

  std::vector<Term> take() {
    std::sort(terms_.begin(), terms_.end(),
              [](const Term& a, const Term& b) { return a.key != b.key ? a.key < b.key : a.weight > b.weight; });
    const auto end =
        std::unique(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) { return a.key == b.key; });
    terms_.erase(end, terms_.end());
    return std::move(terms_);
  }

  std::vector<std::uint64_t> take_numbers() {
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    return std::move(numbers_);
  }

 private:
  [[nodiscard]] const AnalysedReport& analysed() const { return context_.reports[report_.index()]; }

  /// Adds the actor whose mention covers the token; false if there is none.
  bool add_name(std::uint32_t token) {
    const std::vector<annotate::Mention>& mentions = analysed().notes.mentions;
    const TextRange place = analysed().notes.tokens[token].text;
    auto mention = std::upper_bound(mentions.begin(), mentions.end(), place.begin,
                                    [](std::uint32_t at, const annotate::Mention& m) { return at < m.text.begin; });
    if (mention == mentions.begin()) {
      return false;
    }
    --mention;
    const ActorId actor = actor_of(context_, report_, mention->entity);
    if (!mention->text.contains(place) || !actor.valid()) {
      return false;
    }
    terms_.push_back({hash64("actor:" + std::to_string(side_of(context_, actor).value)), kNameWeight});
    return true;
  }

  void add_word(const Token& token) {
    const std::string_view surface = slice(analysed().report.text, token.text);
    const bool digits = !surface.empty() && is_digit(decode_utf8(surface, 0).value);
    if (!digits && !carries_content(token, surface)) {
      return;
    }
    const std::string stem = lang::stem(surface);
    if (stem.empty()) {
      return;
    }
    if (digits) {
      terms_.push_back({hash64("number:" + stem), kNumberWeight});
      numbers_.push_back(terms_.back().key);
      return;
    }
    const lang::ConceptLexicon& concepts = context_.language.concepts;
    if (concepts.evidence(stem) != nullptr) {  // how strong it is called is a difference, not another matter
      terms_.push_back({hash64("concept:evidence"), 1});
      return;
    }
    const lang::Concept* found = concepts.counted(stem);
    if (found == nullptr) found = concepts.state(stem);
    if (found != nullptr) {
      terms_.push_back({hash64("concept:" + std::string(found->name)), 1});
      return;
    }
    terms_.push_back({hash64(stem), 1});
    if (stem.size() >= kCompoundFrom) {
      terms_.push_back({hash64(std::string_view(stem).substr(stem.size() - kShortestPart)), kPartWeight});
    } else if (stem.size() >= kShortestPart) {
      terms_.push_back({hash64(std::string_view(stem).substr(stem.size() - kShortestPart)), kPartWeight / 2});
    }
  }

  const Context& context_;
  ReportId report_;
  std::vector<Term> terms_;
  std::vector<std::uint64_t> numbers_;
};

/// Lower-case letters and digits only, hashed.
std::uint64_t wording_hash(std::string_view text) {
  std::string letters;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    position += point.size_bytes;
    if (is_letter(point.value) || is_digit(point.value)) {
      append_utf8(letters, to_lower(point.value));
    }
  }
  return hash64(letters);
}

void add_side(const Context& context, Profile& profile, ActorId speaker) {
  if (speaker.valid()) profile.sides.push_back(side_of(context, speaker));
}

/// "die nordkoreanische Vertretung" is nobody's entity, but its adjective says for whom it speaks.
void add_side_by_adjective(const Context& context, Profile& profile, TextRange span) {
  const std::vector<annotate::Mention>& mentions = context.reports[profile.item.report.index()].notes.mentions;
  for (const annotate::Mention& mention : mentions) {
    const bool modifies =
        mention.form == annotate::MentionForm::Adjective || mention.form == annotate::MentionForm::Part;
    if (modifies && span.contains(mention.text)) {
      add_side(context, profile, actor_of(context, profile.item.report, mention.entity));
    }
  }
}

Profile statement_profile(const Context& context, ReportId report, std::uint32_t index) {
  Profile profile;
  profile.item = {report, Item::Kind::Statement, index};
  const claims::Statement& statement = statement_of(context, profile.item);
  profile.speaker = actor_of(context, report, statement.speaker.entity);
  add_side(context, profile, profile.speaker);
  for (const EntityId also : statement.speaker.also) add_side(context, profile, actor_of(context, report, also));
  if (profile.sides.empty()) add_side_by_adjective(context, profile, statement.speaker.span);
  std::sort(profile.sides.begin(), profile.sides.end());
  TermCollector collector(context, report);
  std::string words;
  for (const TextRange range : statement.content) {
    collector.add_range(range);
    words += slice(context.reports[report.index()].report.text, range);
  }
  profile.terms = collector.take();
  profile.numbers = collector.take_numbers();
  profile.wording = wording_hash(words);
  return profile;
}

float total_weight(const std::vector<Term>& terms) {
  float total = 0;
  for (const Term& term : terms) {
    total += term.weight;
  }
  return total;
}

}  // namespace

bool share_a_side(const Profile& one, const Profile& other) {
  return std::find_first_of(one.sides.begin(), one.sides.end(), other.sides.begin(), other.sides.end()) !=
         one.sides.end();
}

std::vector<Profile> statement_profiles(const Context& context, std::span<const ReportId> reports) {
  std::vector<Profile> profiles;
  for (const ReportId report : reports) {
    const std::size_t count = context.reports[report.index()].claims.statements.size();
    for (std::uint32_t index = 0; index < count; ++index) {
      profiles.push_back(statement_profile(context, report, index));
    }
  }
  return profiles;
}

std::vector<Term> terms_of(const Context& context, ReportId report, TextRange range) {
  TermCollector collector(context, report);
  collector.add_range(range);
  return collector.take();
}

Rarity::Rarity(const std::vector<Profile>& profiles) {
  for (const Profile& profile : profiles) {
    for (const Term& term : profile.terms) {
      keys_.push_back(term.key);
    }
  }
  std::sort(keys_.begin(), keys_.end());
  profile_count_ = static_cast<float>(profiles.size()) + 8;  // in a tiny story nothing is rare yet
}

void Rarity::weigh(std::vector<Term>& terms) const {
  for (Term& term : terms) {
    const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), term.key);
    const auto holders = static_cast<float>(std::max<std::ptrdiff_t>(last - first, 1));
    term.weight *= std::log(1 + profile_count_ / holders);
  }
}

float similarity(const std::vector<Term>& one, const std::vector<Term>& other) {
  static const std::uint64_t kEvidence = hash64("concept:evidence");
  float shared = 0;
  bool only_evidence = true;  // that both speak of evidence says nothing about what for
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (a->key < b->key) {
      ++a;
    } else if (b->key < a->key) {
      ++b;
    } else {
      shared += std::min(a->weight, b->weight);
      only_evidence = only_evidence && a->key == kEvidence;
      ++a, ++b;
    }
  }
  const float weight_one = total_weight(one), weight_other = total_weight(other);
  if (weight_one <= 0 || weight_other <= 0 || only_evidence) {
    return 0;
  }
  const float contained = shared / std::min(weight_one, weight_other);
  return (contained + 2 * shared / (weight_one + weight_other)) / 2;
}

std::vector<SimilarPair> similar_pairs(const std::vector<Profile>& profiles, float at_least) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> postings;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    for (const Term& term : profiles[i].terms) {
      postings.emplace_back(term.key, i);
    }
  }
  std::sort(postings.begin(), postings.end());
  std::vector<std::uint64_t> candidates;
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    while (end < postings.size() && postings[end].first == postings[begin].first) ++end;
    if (end - begin > kCommonTerm) {
      continue;
    }
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end; ++j) {
        candidates.push_back(static_cast<std::uint64_t>(postings[i].second) << 32 | postings[j].second);
      }
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<SimilarPair> pairs;
  for (const std::uint64_t candidate : candidates) {
    const auto one = static_cast<std::uint32_t>(candidate >> 32), other = static_cast<std::uint32_t>(candidate);
    const float value = similarity(profiles[one].terms, profiles[other].terms);
    if (value >= at_least) {
      pairs.push_back({one, other, value});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const SimilarPair& a, const SimilarPair& b) { return a.similarity > b.similarity; });
  return pairs;
}

}  // namespace ql::compare
