// SPDX-License-Identifier: Apache-2.0
// The same speaker with similar words, or nearly the same words with the speaker left open in one report, is one act
// of speaking. A heading that names its speaker restates the body, so it needs fewer words. What a speaker leaves open,
// once in each report, is one matter whatever the words. Different numbers or opposite polarity keep statements apart.
// How the wording differs is shown; evidence of less weight and words of doubt mark the weaker side.
// Tested by compare_test.cpp.
#include <algorithm>
#include <map>
#include <optional>

#include "compare/clusters.h"
#include "compare/relation_rules.h"
#include "compare/statement_set.h"
#include "compare/wording.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

constexpr float kSameSpeaker = 0.45F;         // similarity that makes statements of one speaker one utterance
constexpr float kBothOpen = 0.15F;            // a speaker who leaves a matter open says little else about it
constexpr float kBothEvidence = 0.3F;         // of two statements that both offer evidence, whatever they call it
constexpr float kHeading = 0.2F;              // share of a heading's words that its report tells again
constexpr float kOpenSpeaker = 0.65F;         // when one report leaves the speaker open
constexpr std::uint32_t kLongQuotation = 25;  // bytes
constexpr std::size_t kEveryPair = 8;         // up to so many places of one utterance are compared each with each

bool share_a_number(const Profile& one, const Profile& other) {
  return std::find_first_of(one.numbers.begin(), one.numbers.end(), other.numbers.begin(), other.numbers.end()) !=
         one.numbers.end();
}

/// What is paired for two reasons counts once, by the better one.
void keep_strongest(std::vector<SimilarPair>& pairs) {
  const auto ends = [](const SimilarPair& pair) { return std::pair(pair.one, pair.other); };
  std::stable_sort(pairs.begin(), pairs.end(), [&](const SimilarPair& a, const SimilarPair& b) {
    return ends(a) != ends(b) ? ends(a) < ends(b) : a.similarity > b.similarity;
  });
  const auto same = [&](const SimilarPair& a, const SimilarPair& b) { return ends(a) == ends(b); };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
}

class UtteranceComparison {
 public:
  UtteranceComparison(StatementSet& set, Comparison& out) : set_(set), context_(set.context), out_(out) {}

  void run() {
    std::vector<SimilarPair> pairs = open_pairs();
    for (const SimilarPair& pair : set_.pairs) {
      if (may_be_one(pair.one, pair.other, pair.similarity)) pairs.push_back(pair);
    }
    keep_strongest(pairs);
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const SimilarPair& a, const SimilarPair& b) { return a.similarity > b.similarity; });
    const auto compatible = [this](std::uint32_t one, std::uint32_t other) { return may_be_one(one, other, 1); };
    set_.utterances = cluster(set_.distinct.size(), pairs, 0, kSameSpeaker / 2, compatible);
    number_utterances();
    attach_headings();
    for (std::uint32_t u = 0; u < set_.utterances.size(); ++u) {
      add_claim(set_.items_of({u}));
    }
  }

 private:
  /// What one speaker leaves open in several reports, once in each.
  [[nodiscard]] std::vector<SimilarPair> open_pairs() const {
    std::map<std::pair<std::uint32_t, ReportId>, std::vector<std::uint32_t>> open;  // by speaker and report
    for (std::uint32_t i = 0; i < set_.distinct.size(); ++i) {
      if (set_.statement(i).open && set_.distinct[i].speaker.valid()) {
        open[{set_.distinct[i].speaker.value, set_.distinct[i].item.report}].push_back(i);
      }
    }
    std::vector<SimilarPair> pairs;
    for (auto one = open.begin(); one != open.end(); ++one) {
      if (one->second.size() != 1) continue;
      std::size_t looked_at = 0;
      for (auto other = std::next(one); other != open.end() && other->first.first == one->first.first; ++other) {
        if (other->second.size() != 1) continue;
        const auto [low, high] = std::minmax(one->second[0], other->second[0]);
        pairs.push_back({low, high, kSameSpeaker});
        if (++looked_at == kEveryPair) break;  // the others hold together through these
      }
    }
    return pairs;
  }

  [[nodiscard]] bool may_be_one(std::uint32_t one, std::uint32_t other, float value) const {
    const Profile &a = set_.distinct[one], &b = set_.distinct[other];
    if (is_one_quotation(one, other)) return !a.speaker.valid() || !b.speaker.valid() || a.speaker == b.speaker;
    if (set_.denies(one) != set_.denies(other) || set_.statement(one).negated != set_.statement(other).negated) {
      return false;
    }
    if (!a.numbers.empty() && !b.numbers.empty() && !share_a_number(a, b)) {
      return false;
    }
    if (a.speaker.valid() && b.speaker.valid()) {
      return a.speaker == b.speaker && value >= needed(one, other);
    }
    return value >= kOpenSpeaker && may_be_one_speaker(one, other);
  }

  /// The same words in quotation marks, too many for a coincidence: one act of speaking, however it is introduced.
  [[nodiscard]] bool is_one_quotation(std::uint32_t one, std::uint32_t other) const {
    const auto is_quotation = [this](std::uint32_t i) {
      const claims::Statement& statement = set_.statement(i);
      std::uint32_t bytes = 0;
      for (const TextRange range : statement.content) bytes += range.end - range.begin;
      return statement.kind == claims::StatementKind::Direct && bytes >= kLongQuotation;
    };
    return set_.distinct[one].wording == set_.distinct[other].wording && is_quotation(one) && is_quotation(other);
  }

  /// Of two speakers that are not both known actors: one is left open, or both are called alike or speak for one side.
  [[nodiscard]] bool may_be_one_speaker(std::uint32_t one, std::uint32_t other) const {
    const std::string &a = set_.statement(one).speaker.text, &b = set_.statement(other).speaker.text;
    const auto last_word = [](const std::string& text) { return lang::stem(text.substr(text.rfind(' ') + 1)); };
    return a.empty() || b.empty() || last_word(a) == last_word(b) ||
           share_a_key(set_.distinct[one].sides, set_.distinct[other].sides);
  }

  /// The similarity that two statements of one speaker need.
  [[nodiscard]] float needed(std::uint32_t one, std::uint32_t other) const {
    if (set_.statement(one).open && set_.statement(other).open) return kBothOpen;
    const auto offers_evidence = [this](std::uint32_t i) {
      const std::vector<Term>& terms = set_.distinct[i].terms;
      return std::any_of(terms.begin(), terms.end(), [](const Term& t) { return t.kind == TermKind::Evidence; });
    };
    return offers_evidence(one) && offers_evidence(other) ? kBothEvidence : kSameSpeaker;
  }

  void number_utterances() {
    set_.utterance_of.resize(set_.distinct.size());
    for (std::uint32_t u = 0; u < set_.utterances.size(); ++u) {
      for (const std::uint32_t member : set_.utterances[u]) set_.utterance_of[member] = u;
    }
  }

  /// A heading that stands alone joins the statement of its speaker, below it in the same report, that holds most of
  /// its words.
  void attach_headings() {
    for (std::uint32_t i = 0; i < set_.distinct.size(); ++i) {
      const Profile& heading = set_.distinct[i];
      if (!heading.in_heading || !heading.speaker.valid() || set_.utterances[set_.utterance_of[i]].size() > 1) continue;
      if (const std::optional<std::uint32_t> told = told_below(i)) {
        std::vector<std::uint32_t>& members = set_.utterances[set_.utterance_of[*told]];
        members.insert(std::lower_bound(members.begin(), members.end(), i), i);
        set_.utterances[set_.utterance_of[i]].clear();
      }
    }
    std::erase_if(set_.utterances, [](const std::vector<std::uint32_t>& members) { return members.empty(); });
    std::sort(set_.utterances.begin(), set_.utterances.end());
    number_utterances();
  }

  [[nodiscard]] std::optional<std::uint32_t> told_below(std::uint32_t heading) const {
    const Profile& above = set_.distinct[heading];
    std::optional<std::uint32_t> best;
    float most = kHeading;
    for (std::uint32_t i = heading + 1; i < set_.distinct.size(); ++i) {
      const Profile& below = set_.distinct[i];
      if (below.item.report != above.item.report) break;
      if (below.in_heading || below.speaker != above.speaker || !may_be_one(heading, i, 1)) continue;
      const Common shared = common_matter(above.terms, below.terms, 0);
      if (shared.words > 0 && shared.share > most) {
        most = shared.share;
        best = i;
      }
    }
    return best;
  }

  void add_claim(const std::vector<Item>& items) {
    if (items.size() < 2) {
      return;
    }
    Claim claim;
    claim.kind = ClaimKind::Utterance;
    claim.label = words_of(context_, items.front(), kLabelBytes);
    claim.members = items;
    claim.origins = count_origins(context_, items);
    claim.status = agreed_status(items);
    out_.claims.push_back(claim);
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        if (i == 0 || (items.size() <= kEveryPair && items[i].report != items[j].report)) {
          out_.relations.push_back(same_utterance(items[i], items[j]));
        }
      }
      if (items.size() > kEveryPair) break;  // more places are each compared with the first only
    }
  }

  /// From the earlier report's statement; the reports' own order decides where no dates do.
  [[nodiscard]] Relation same_utterance(Item from, Item to) const {
    if (order_of(published(context_, from.report), published(context_, to.report)) == Order::After) {
      std::swap(from, to);
    }
    Relation relation = relation_by(Why::UtteranceSame, from, to);
    relation.slots.push_back(wording_slot(context_, from, to));
    add_evidence_slot(context_, relation);
    if (statement_of(context_, from).commitment == claims::Commitment::Denies) {
      relation.slots.push_back(words_slot(context_, "target", from, to));
    }
    return relation;
  }

  StatementSet& set_;
  const Context& context_;
  Comparison& out_;
};

}  // namespace

void find_utterances(StatementSet& set, Comparison& out) { UtteranceComparison(set, out).run(); }

}  // namespace ql::compare
