// SPDX-License-Identifier: Apache-2.0
// Utterances of different speakers with similar content are about one thing; whether they agree is counted in origins,
// not reports. Tested by compare_test.cpp.
#include <algorithm>

#include "compare/clusters.h"
#include "compare/statement_set.h"

namespace ql::compare {
namespace {

constexpr float kSameProposition = 0.5F;

class PropositionComparison {
 public:
  PropositionComparison(const StatementSet& set, Comparison& out) : set_(set), context_(set.context), out_(out) {}

  void run() {
    std::vector<SimilarPair> pairs;
    for (const SimilarPair& pair : set_.pairs) {
      if (pair.similarity >= kSameProposition && may_be_one(pair.one, pair.other)) pairs.push_back(pair);
    }
    const auto compatible = [this](std::uint32_t one, std::uint32_t other) { return may_be_one(one, other); };
    for (const std::vector<std::uint32_t>& group :
         cluster(set_.distinct.size(), pairs, kSameProposition / 2, compatible)) {
      std::vector<std::uint32_t> utterances;
      for (const std::uint32_t member : group) utterances.push_back(set_.utterance_of[member]);
      std::sort(utterances.begin(), utterances.end());
      utterances.erase(std::unique(utterances.begin(), utterances.end()), utterances.end());
      if (utterances.size() > 1) add_claim(set_.items_of(utterances));
    }
  }

 private:
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
    claim.status = confirmed && claim.origins > 1 ? ClaimStatus::Confirmed
                   : claim.origins > 1            ? ClaimStatus::Agrees
                                                  : ClaimStatus::Single;
    for (std::size_t i = 1; i < items.size(); ++i) {
      if (context_.origin_of[items[0].report.index()] == context_.origin_of[items[i].report.index()]) continue;
      out_.relations.push_back({RelationType::Agrees,
                                items[0],
                                items[i],
                                "compare.proposition.agrees.01",
                                "compatible content from different origins",
                                {words_slot(context_, "wording", items[0], items[i])}});
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
