// SPDX-License-Identifier: Apache-2.0
// Utterances of different speakers with similar content are about one thing; whether they agree is counted in origins,
// not reports. Tested by compare_test.cpp.
#include <algorithm>

#include "compare/clusters.h"
#include "compare/relation_rules.h"
#include "compare/statement_set.h"
#include "compare/wording.h"

namespace ql::compare {
namespace {

constexpr float kSameProposition = 0.5F;

class PropositionComparison {
 public:
  PropositionComparison(const StatementSet& set, Comparison& out) : set_(set), context_(set.context), out_(out) {}

  void run() {
    std::vector<SimilarPair> pairs;
    for (const SimilarPair& pair : set_.pairs) {
      if (pair.similarity >= kSameProposition && may_join(pair.one, pair.other)) pairs.push_back(pair);
    }
    const auto compatible = [this](std::uint32_t one, std::uint32_t other) { return may_join(one, other); };
    for (const std::vector<std::uint32_t>& group :
         cluster(set_.distinct.size(), pairs, 0, kSameProposition / 2, compatible)) {
      std::vector<std::uint32_t> utterances;
      for (const std::uint32_t member : group) utterances.push_back(set_.utterance_of[member]);
      std::sort(utterances.begin(), utterances.end());
      utterances.erase(std::unique(utterances.begin(), utterances.end()), utterances.end());
      if (utterances.size() > 1) add_claim(set_.items_of(utterances));
    }
  }

 private:
  /// No member of the utterance of one speaks against a member of the other's.
  [[nodiscard]] bool may_join(std::uint32_t one, std::uint32_t other) const {
    const std::vector<std::uint32_t>& a = set_.utterances[set_.utterance_of[one]];
    const std::vector<std::uint32_t>& b = set_.utterances[set_.utterance_of[other]];
    return std::all_of(a.begin(), a.end(), [&](std::uint32_t i) {
      return std::all_of(b.begin(), b.end(), [&](std::uint32_t j) { return may_be_one(i, j); });
    });
  }

  [[nodiscard]] bool may_be_one(std::uint32_t one, std::uint32_t other) const {
    const Profile &a = set_.distinct[one], &b = set_.distinct[other];
    const bool shares_number =
        std::find_first_of(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end()) != a.numbers.end();
    return set_.denies(one) == set_.denies(other) && set_.statement(one).negated == set_.statement(other).negated &&
           (a.numbers.empty() || b.numbers.empty() || shares_number);
  }

  void add_claim(const std::vector<Item>& items) {
    Claim claim;
    claim.kind = ClaimKind::Proposition;
    claim.label = words_of(context_, items.front(), kLabelBytes);
    claim.members = items;
    claim.origins = count_origins(context_, items);
    const bool confirmed = std::any_of(items.begin(), items.end(), [this](Item item) {
      return statement_of(context_, item).commitment == claims::Commitment::Confirms;
    });
    claim.status = confirmed && claim.origins > 1 ? ClaimStatus::Confirmed : agreed_status(items);
    for (std::size_t i = 1; i < items.size(); ++i) {
      if (context_.origin_of[items[0].report.index()] == context_.origin_of[items[i].report.index()]) continue;
      out_.relations.push_back(relation_by(Why::PropositionAgrees, items[0], items[i]));
      out_.relations.back().slots.push_back(wording_slot(context_, items[0], items[i]));
    }
    out_.claims.push_back(std::move(claim));
  }

  const StatementSet& set_;
  const Context& context_;
  Comparison& out_;
};

}  // namespace

void find_propositions(const StatementSet& set, Comparison& out) { PropositionComparison(set, out).run(); }

}  // namespace ql::compare
