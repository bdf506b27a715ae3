// SPDX-License-Identifier: Apache-2.0
// Denials of one side on one matter are one claim, together with what became of them (denial_answers.h). Tested by
// denial_test.cpp.
#include <algorithm>
#include <map>
#include <numeric>

#include "compare/denial_answers.h"

namespace ql::compare {
namespace {

constexpr std::size_t kEveryPair = 8;

class DenialComparison {
 public:
  DenialComparison(const StatementSet& set, Comparison& out)
      : set_(set), context_(set.context), out_(out), denials_(denials_of(set)) {}

  void run() {
    if (denials_.empty()) return;
    answers_ = answers_to(set_, denials_, out_.claims);
    for (const std::vector<std::uint32_t>& group : groups()) add_claim(group);
  }

 private:
  /// Denials of one side that share an answer or their matter, each group ascending (indices into denials_).
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() const {
    std::vector<std::uint32_t> group_of(denials_.size());
    std::iota(group_of.begin(), group_of.end(), 0U);
    const auto root = [&group_of](std::uint32_t d) {
      while (group_of[d] != d) d = group_of[d];
      return d;
    };
    for (std::uint32_t one = 0; one < denials_.size(); ++one) {
      for (std::uint32_t other = one + 1; other < denials_.size(); ++other) {
        if (root(one) == root(other) || !belong_together(one, other)) continue;
        const auto [low, high] = std::minmax({root(one), root(other)});
        group_of[high] = low;
      }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
    for (std::uint32_t d = 0; d < denials_.size(); ++d) by_root[root(d)].push_back(d);
    std::vector<std::vector<std::uint32_t>> result;
    result.reserve(by_root.size());
    for (auto& [first, members] : by_root) result.push_back(std::move(members));
    return result;
  }

  /// By their words or, if they are of one side and not both soft, by what answers them.
  [[nodiscard]] bool belong_together(std::uint32_t one, std::uint32_t other) const {
    const Denial &a = denials_[one], &b = denials_[other];
    if (is_one_matter(set_, a, b)) return true;
    if (!is_same_side(set_, a.statement, b.statement)) return false;
    if (goes_on(a, b) || recalls(a, b) || recalls(b, a)) return true;
    const bool soft = a.is_soft || b.is_soft;
    const Common shared = shared_matter(target_of(set_, a, b.statement), target_of(set_, b, a.statement));
    return !(a.is_soft && b.is_soft) && (!soft || shared.words == 0) && share_an_answer(one, other);
  }

  /// "Die Firma bestritt dies. Es gebe keine Gespräche, sagte sie.": two sentences in a row, one without a matter.
  [[nodiscard]] bool goes_on(const Denial& one, const Denial& other) const {
    if (!is_one_report(set_, one.statement, other.statement)) return false;
    if (one.target.words > 0 && other.target.words > 0) return false;
    const auto place = [this](const Denial& denial) { return set_.statement(denial.statement).sentence.index(); };
    const auto [first, last] = std::minmax({place(one), place(other)});
    return last - first <= 1;
  }

  /// "Am Montag hatte sie das noch bestritten": looks back at the one matter that its side denied in earlier reports.
  [[nodiscard]] bool recalls(const Denial& later, const Denial& earlier) const {
    if (later.target.words > 0 || !later.tells_of_before || is_one_report(set_, later.statement, earlier.statement)) {
      return false;
    }
    return std::all_of(denials_.begin(), denials_.end(), [&](const Denial& other) {
      return other.is_soft || other.target.words == 0 || &other == &earlier ||
             !is_same_side(set_, other.statement, later.statement) || is_one_matter(set_, earlier, other);
    });
  }

  /// An admission that is only near one of them makes them no one matter.
  [[nodiscard]] bool share_an_answer(std::uint32_t one, std::uint32_t other) const {
    return std::any_of(answers_.begin(), answers_.end(), [&](const Answer& a) {
      return a.denial == one && !a.is_figure() && a.why != Why::DenialAdmitted &&
             std::any_of(answers_.begin(), answers_.end(), [&](const Answer& b) {
               return b.denial == other && !b.is_figure() && b.why != Why::DenialAdmitted &&
                      set_.utterance_of[a.statement] == set_.utterance_of[b.statement];
             });
    });
  }

  void add_claim(const std::vector<std::uint32_t>& group) {
    std::vector<std::uint32_t> utterances;
    utterances.reserve(group.size());
    for (const std::uint32_t d : group) utterances.push_back(set_.utterance_of[denials_[d].statement]);
    relate_denials(utterances);
    bool overturned = false;
    std::vector<std::uint32_t> told;  // utterances that have their relation
    std::vector<Item> figures;
    for (const Answer& answer : answers_) {
      if (!std::binary_search(group.begin(), group.end(), answer.denial)) continue;
      overturned = overturned || answer.overturns();
      if (answer.is_figure()) {
        if (std::find(figures.begin(), figures.end(), answer.figure) != figures.end()) continue;
        figures.push_back(answer.figure);
        add_figure_relation(answer);
        continue;
      }
      const std::uint32_t u = set_.utterance_of[answer.statement];
      utterances.push_back(u);
      if (std::find(told.begin(), told.end(), u) != told.end()) continue;
      told.push_back(u);
      add_relation(answer);
    }
    std::sort(utterances.begin(), utterances.end());
    utterances.erase(std::unique(utterances.begin(), utterances.end()), utterances.end());
    Claim claim;
    claim.kind = ClaimKind::Proposition;
    claim.members = set_.items_of(utterances);
    claim.members.insert(claim.members.end(), figures.begin(), figures.end());
    std::sort(claim.members.begin(), claim.members.end());
    const auto spelled_out =
        std::find_if(group.begin(), group.end(), [this](std::uint32_t d) { return denials_[d].target.words > 0; });
    const Denial& named = denials_[spelled_out == group.end() ? group.front() : *spelled_out];
    claim.label = words_of(context_, set_.distinct[named.statement].item, kLabelBytes);
    claim.origins = count_origins(context_, claim.members);
    claim.status = overturned ? ClaimStatus::DeniedThenConfirmed : ClaimStatus::Denied;
    const bool hard = std::any_of(group.begin(), group.end(), [this](std::uint32_t d) { return !denials_[d].is_soft; });
    if ((hard || overturned) && claim.members.size() > 1) out_.claims.push_back(std::move(claim));
  }

  void add_relation(const Answer& answer) {
    const Item denial = set_.distinct[denials_[answer.denial].statement].item;
    const Item other = set_.distinct[answer.statement].item;
    Relation relation =
        answer.overturns() ? relation_by(answer.why, other, denial) : relation_by(answer.why, denial, other);
    relation.slots.push_back(words_slot(context_, "target", relation.from, relation.to));
    const std::string_view from = published(context_, relation.from.report);
    const std::string_view to = published(context_, relation.to.report);
    if (from != to) relation.slots.push_back({"time", std::string(from), std::string(to), Side::None});
    out_.relations.push_back(std::move(relation));
  }

  void add_figure_relation(const Answer& answer) {
    Relation relation = relation_by(answer.why, answer.figure, set_.distinct[denials_[answer.denial].statement].item);
    relation.slots.push_back(words_slot(context_, "value", answer.figure, answer.denied_figure));
    out_.relations.push_back(std::move(relation));
  }

  /// Shows how the targets of repeated denials differ, each with the first of its claim.
  void relate_denials(const std::vector<std::uint32_t>& utterances) {
    std::vector<Item> seen;
    for (std::size_t u = 0; u < utterances.size(); ++u) {
      const std::vector<Item> items = set_.items_of({utterances[u]});
      for (const Item before : seen) {
        const auto origin = [this](Item item) { return context_.origin_of[item.report.index()]; };
        if (origin(before) == origin(items.front())) continue;  // a copy tells it again, nobody denies again
        Relation relation = relation_by(Why::DenialRepeated, before, items.front());
        relation.slots.push_back(words_slot(context_, "target", before, items.front()));
        out_.relations.push_back(std::move(relation));
      }
      const bool is_new = std::find(seen.begin(), seen.end(), items.front()) == seen.end();
      if (is_new && seen.size() < kEveryPair) seen.push_back(items.front());
    }
  }

  const StatementSet& set_;
  const Context& context_;
  Comparison& out_;
  std::vector<Denial> denials_;
  std::vector<Answer> answers_;
};

}  // namespace

void find_denials(const StatementSet& set, Comparison& out) { DenialComparison(set, out).run(); }

}  // namespace ql::compare
