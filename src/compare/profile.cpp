// SPDX-License-Identifier: Apache-2.0
// Candidate pairs come from an inverted index over terms; exact similarity is computed for them only.
// Tested by compare_test.cpp.
#include "compare/profile.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"

namespace ql::compare {
namespace {

using annotate::Token;

constexpr std::size_t kCommonTerm = 48;

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

/// Negations deny what they stand with; "nicht nur", "nicht einmal", "nicht mehr als" and "kein Zweifel" do not.
/// `last`: of the report.
bool negates(const lang::DenialWeights& words, const AnalysedReport& report, const Token& token, const Token* next,
             const Token* last) {
  const auto shown = [&](const Token& t) { return words.shown_by(to_lower_utf8(slice(report.report.text, t.text))); };
  if ((shown(token) & lang::bit(lang::DenialFeature::Negation)) == 0) return false;
  if (next == nullptr) return true;
  if (token.stts != annotate::Stts::Ptkneg) {  // "daran gibt es keinen vernünftigen Zweifel"
    const Token* noun = next;
    while (noun < last && noun->stts == annotate::Stts::Adja) ++noun;
    return (shown(*noun) & lang::bit(lang::DenialFeature::NotOnly)) == 0 || noun->stts != annotate::Stts::Nn;
  }
  const bool of_attribute = next->stts == annotate::Stts::Adja;  // "nicht genehmigte Bauten" are built all the same
  return !of_attribute && (shown(*next) & lang::bit(lang::DenialFeature::NotOnly)) == 0;
}

bool holds_negation(const Context& context, const AnalysedReport& report, TextRange range) {
  const std::vector<Token>& tokens = report.notes.tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), range.begin,
                                      [](const Token& token, std::uint32_t at) { return token.text.begin < at; });
  for (auto token = first; token != tokens.end() && token->text.end <= range.end; ++token) {
    const auto next = std::next(token);
    const Token* behind = next != tokens.end() && next->text.end <= range.end ? &*next : nullptr;
    if (negates(context.language.denial_weights, report, *token, behind, &tokens.back())) return true;
  }
  return false;
}

bool is_heading(const AnalysedReport& report, SentenceId sentence) {
  const BlockId block = report.notes.sentences[sentence.index()].block;
  if (!block.valid() || block.index() >= report.report.blocks.size()) return false;
  const clean::BlockKind kind = report.report.blocks[block.index()].kind;
  return kind == clean::BlockKind::Title || kind == clean::BlockKind::Subheading;
}

Profile statement_profile(const Context& context, ReportId id, std::uint32_t index) {
  Profile profile;
  profile.item = {id, Item::Kind::Statement, index};
  const claims::Statement& statement = statement_of(context, profile.item);
  const AnalysedReport& report = context.reports[id.index()];
  profile.speaker = known_actor_of(context, id, statement.speaker.entity);
  profile.sides = statement.kind == claims::StatementKind::Author ? sides_of_issuer(context, id)
                                                                  : sides_of(context, id, statement.speaker);
  profile.negative = statement.commitment == claims::Commitment::Denies || statement.negated;
  profile.in_heading = is_heading(report, statement.sentence);
  const bool said_by_nobody = profile.sides.empty();
  std::string words;
  for (const TextRange range : statement.content) {
    add_terms(profile.terms, terms_of(context, id, range), 1);
    profile.negative = profile.negative || holds_negation(context, report, range);
    words += slice(report.report.text, range);
    if (said_by_nobody && statement.commitment == claims::Commitment::Denies) {
      // "Behauptungen, die Polizei habe ..., sind falsch"
      const Sides accused = sides_named_in(context, id, range);
      profile.sides.insert(profile.sides.end(), accused.begin(), accused.end());
    }
  }
  if (profile.in_heading) {  // "Flut: Landrätin gesteht Fehler ein": a heading names its speaker by the office alone
    const std::uint32_t begin = report.notes.sentences[statement.sentence.index()].text.begin;
    const Sides named = sides_named_in(context, id, {begin, std::max(begin, statement.content.front().begin)});
    profile.sides.insert(profile.sides.end(), named.begin(), named.end());
  }
  std::sort(profile.sides.begin(), profile.sides.end());
  for (const Term& term : profile.terms) {
    if (term.kind == TermKind::Number) profile.numbers.push_back(term.key);
  }
  profile.wording = wording_hash(words);
  return profile;
}

/// Pairs of profiles (one << 32 | other) that share a term which is not too common; ascending, unique.
std::vector<std::uint64_t> candidates_of(const std::vector<Profile>& profiles) {
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
  return candidates;
}

}  // namespace

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

std::vector<SimilarPair> similar_pairs(const std::vector<Profile>& profiles, float at_least) {
  std::vector<SimilarPair> pairs;
  for (const std::uint64_t candidate : candidates_of(profiles)) {
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
