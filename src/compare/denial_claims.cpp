// SPDX-License-Identifier: Apache-2.0
// A denial and what became of it. Answers to a denial, all on the same matter and not known to be earlier:
//   - its own side confirms, admits or asserts the thing (compare.denial.confirmed.01);
//   - the report that tells of the confirmation looks back at the denial: "Noch gestern hatten beide Seiten solche
//     Gespr\u00e4che bestritten" (compare.denial.recalled.01);
//   - after an admission that names no matter, the same side says what is meant (compare.denial.elaborated.01);
//   - a number is denied, and the same side later gives one of the same measure (compare.denial.figure.01);
//   - another side says the opposite (compare.denial.opposes.01): that stands against the denial, it does not end it.
// Denials of one side on one matter are one claim. Tested by denial_test.cpp.
#include <algorithm>
#include <map>
#include <numeric>

#include "compare/denials.h"
#include "compare/measure.h"

namespace ql::compare {
namespace {

using claims::Commitment;

constexpr float kConfirmed = 0.2F;    // share of matter common with what the same side confirms
constexpr float kAsserted = 0.4F;     // with what it only says
constexpr float kElaborated = 0.1F;   // with what it says right after an admission
constexpr float kOpposed = 0.5F;      // similarity with what another side says
constexpr float kSameMatter = 0.25F;  // of two denials of one side
constexpr float kPointedAt = 0.15F;   // the same, if one points back to it
constexpr float kSoftMatter = 0.3F;   // of a denial and a statement that something is not so
constexpr float kJointMatter = 0.2F;  // of two denials, one by "beide Seiten"
constexpr float kFewWords = 2;        // a set of fewer rare words than these is too small to be contained
constexpr std::uint32_t kNearby = 2;  // sentences between a confirmation and the denial it recalls
constexpr std::uint32_t kAfter = 3;   // sentences that elaborate an admission
constexpr std::size_t kEveryPair = 8;

enum class AnswerKind : std::uint8_t { Opposes, Confirmed, Recalled, Elaborated, Figure };

struct Answer {
  std::uint32_t denial = 0;     // index into denials_
  std::uint32_t statement = 0;  // index into StatementSet::distinct; not for figures
  AnswerKind kind = AnswerKind::Opposes;
  Item figure, denied_figure;
};

class DenialComparison {
 public:
  DenialComparison(const StatementSet& set, Comparison& out)
      : set_(set), context_(set.context), out_(out), denials_(denials_of(set)) {
    for (std::uint32_t i = 0; i < set_.distinct.size(); ++i) {
      const claims::Statement& statement = set_.statement(i);
      in_report_[set_.distinct[i].item.report].push_back(i);
      if (set_.denies(i) || statement.negated || statement.open) continue;
      if (statement.commitment == Commitment::Confirms) confirmations_.push_back(i);
    }
    for (const std::uint32_t i : confirmations_) matter_[i] = matter_of(set_, i);
    for (std::uint32_t d = 0; d < denials_.size(); ++d) denial_of_[denials_[d].statement] = d;
  }

  void run() {
    if (denials_.empty()) return;
    find_similar_answers();
    for (std::uint32_t d = 0; d < denials_.size(); ++d) {
      find_confirmations(d);
      if (denials_[d].is_soft) continue;
      find_recalled(d);
    }
    find_elaborations();
    for (std::uint32_t d = 0; d < denials_.size(); ++d) {
      if (!denials_[d].is_soft) find_figures(d);
    }
    for (const std::vector<std::uint32_t>& group : groups()) add_claim(group);
  }

 private:
  // ---- answers

  [[nodiscard]] bool not_before(std::uint32_t later, std::uint32_t denial) const {
    return order_of(published(context_, set_.distinct[later].item.report),
                    published(context_, set_.distinct[denial].item.report)) != Order::Before;
  }

  [[nodiscard]] bool is_same_side(std::uint32_t one, std::uint32_t other) const {
    return share_a_side(set_.distinct[one].sides, set_.distinct[other].sides);
  }

  [[nodiscard]] Common common(const std::vector<Term>& one, const std::vector<Term>& other) const {
    return common_matter(one, other, kFewWords);
  }

  [[nodiscard]] bool is_one_report(std::uint32_t one, std::uint32_t other) const {
    return set_.distinct[one].item.report == set_.distinct[other].item.report;
  }

  /// What a denial denies, to be compared with a statement: sentences before it lend nothing within one report, where
  /// both would borrow the same.
  [[nodiscard]] const std::vector<Term>& target(std::uint32_t d, std::uint32_t statement) const {
    const Denial& denial = denials_[d];
    return is_one_report(denial.statement, statement) ? denial.target.own : denial.target.full;
  }

  /// The same for a confirmation that is compared with a statement.
  [[nodiscard]] const std::vector<Term>& matter(std::uint32_t confirmation, std::uint32_t statement) const {
    const Matter& found = matter_.at(confirmation);
    return is_one_report(confirmation, statement) ? found.own : found.full;
  }

  /// Statements with similar content: asserted by the same side, or by another against it.
  void find_similar_answers() {
    for (const SimilarPair& pair : set_.pairs) {
      if (set_.denies(pair.one) == set_.denies(pair.other)) continue;
      const std::uint32_t denial = set_.denies(pair.one) ? pair.one : pair.other;
      const std::uint32_t answer = denial == pair.one ? pair.other : pair.one;
      const claims::Statement& statement = set_.statement(answer);
      if (statement.open || statement.negated) continue;
      const std::uint32_t d = denial_of_.at(denial);
      const bool asserts = statement.commitment == Commitment::Asserts || statement.commitment == Commitment::Confirms;
      if (is_same_side(answer, denial)) {
        const bool says_so = asserts && !set_.distinct[answer].negative && not_before(answer, denial);
        const Common shared = common(target(d, answer), set_.matter[answer]);
        if (says_so && shared.words > 1 && shared.share >= kAsserted) {
          answers_.push_back({d, answer, AnswerKind::Confirmed, {}, {}});
        }
      } else if (pair.similarity >= kOpposed && !set_.distinct[answer].negative) {
        const Common shared = common(target(d, answer), set_.matter[answer]);
        if (shared.words > 1) answers_.push_back({d, answer, AnswerKind::Opposes, {}, {}});
      }
    }
  }

  /// What the same side confirms of the matter.
  void find_confirmations(std::uint32_t d) {
    const std::uint32_t denial = denials_[d].statement;
    for (const std::uint32_t later : confirmations_) {
      if (!is_same_side(later, denial) || !not_before(later, denial)) continue;
      const Common shared = common(target(d, later), matter(later, denial));
      const bool soft = denials_[d].is_soft;  // "Uns lagen keine Meldungen vor": needs more, and another report
      if (soft && is_one_report(later, denial)) continue;
      if (shared.words > (soft ? 1U : 0U) && shared.share >= (soft ? kSoftMatter : kConfirmed)) {
        answers_.push_back({d, later, AnswerKind::Confirmed, {}, {}});
      }
    }
  }

  /// A denial told in looking back, beside the confirmation that it stands in contrast to.
  void find_recalled(std::uint32_t d) {
    const Denial& denial = denials_[d];
    if (!denial.target.names_nothing || !denial.tells_of_before) return;
    const Item item = set_.distinct[denial.statement].item;
    const auto own = static_cast<std::uint32_t>(set_.statement(denial.statement).sentence.index());
    for (const std::uint32_t other : in_report_.at(item.report)) {
      const claims::Statement& statement = set_.statement(other);
      const auto place = static_cast<std::uint32_t>(statement.sentence.index());
      const bool nearby = place + kNearby >= own && place <= own + 1;
      if (nearby && statement.commitment == Commitment::Confirms && !statement.negated) {
        answers_.push_back({d, other, AnswerKind::Recalled, {}, {}});
      }
    }
  }

  /// What the admitting side says right after an admission and on the matter of the denial.
  void find_elaborations() {
    const std::vector<Answer> admissions = answers_;
    for (const Answer& admission : admissions) {
      const claims::Statement& admitted = set_.statement(admission.statement);
      if (admission.kind == AnswerKind::Opposes || admitted.commitment != Commitment::Confirms) continue;
      const Denial& denial = denials_[admission.denial];
      const auto own = static_cast<std::uint32_t>(admitted.sentence.index());
      for (const std::uint32_t other : in_report_.at(set_.distinct[admission.statement].item.report)) {
        const auto place = static_cast<std::uint32_t>(set_.statement(other).sentence.index());
        const bool in_time = set_.distinct[admission.statement].in_heading || place <= own + kAfter;
        const bool follows = other != admission.statement && place >= own && in_time;
        const bool speaks_on = set_.distinct[other].sides.empty() || is_same_side(other, admission.statement);
        if (!follows || !speaks_on || set_.denies(other) || set_.statement(other).open) continue;
        const Common shared = common(denial.target.full, set_.matter[other]);
        if (shared.share >= kElaborated) {
          answers_.push_back({admission.denial, other, AnswerKind::Elaborated, {}, {}});
        }
      }
    }
  }

  /// Later figures of the same side and of the measure of a number that the denial holds.
  void find_figures(std::uint32_t d) {
    const Item item = set_.distinct[denials_[d].statement].item;
    const claims::Statement& denial = statement_of(context_, item);
    const std::vector<claims::Figure>& figures = context_.reports[item.report.index()].claims.figures;
    for (std::uint32_t f = 0; f < figures.size(); ++f) {
      const Item denied{item.report, Item::Kind::Figure, f};
      const TextRange place = quantity_of(context_, denied).text;
      const bool within = std::any_of(denial.content.begin(), denial.content.end(),
                                      [place](TextRange range) { return range.contains(place); });
      if (within) find_given_later(d, denied);
    }
  }

  void find_given_later(std::uint32_t d, Item denied) {
    const Profile& denier = set_.distinct[denials_[d].statement];
    for (const Claim& claim : out_.claims) {
      if (claim.kind != ClaimKind::Figure || !std::binary_search(claim.members.begin(), claim.members.end(), denied)) {
        continue;
      }
      for (const Item given : claim.members) {
        if (given.report == denied.report || is_denied(given)) continue;
        const Order order = order_of(published(context_, given.report), published(context_, denied.report));
        if (order == Order::Before || !share_a_side(voice_of(context_, given), denier.sides)) continue;
        answers_.push_back({d, 0, AnswerKind::Figure, given, denied});
      }
    }
  }

  /// Its own statement denies it.
  [[nodiscard]] bool is_denied(Item figure) const {
    const StatementId statement = figure_of(context_, figure).statement;
    return statement.valid() &&
           context_.reports[figure.report.index()].claims.statements[statement.index()].commitment ==
               Commitment::Denies;
  }

  // ---- claims

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
        if (root(one) == root(other) || !is_one_matter(one, other)) continue;
        const auto [low, high] = std::minmax({root(one), root(other)});
        group_of[high] = low;
      }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
    for (std::uint32_t d = 0; d < denials_.size(); ++d) by_root[root(d)].push_back(d);
    std::vector<std::vector<std::uint32_t>> result;
    for (auto& [first, members] : by_root) result.push_back(std::move(members));
    return result;
  }

  [[nodiscard]] bool is_one_matter(std::uint32_t one, std::uint32_t other) const {
    const Denial &a = denials_[one], &b = denials_[other];
    if (set_.utterance_of[a.statement] == set_.utterance_of[b.statement]) return true;
    const bool same_side = is_same_side(a.statement, b.statement);
    if ((a.is_soft && b.is_soft) || (!same_side && !a.joint && !b.joint)) return false;
    const Common shared = common(target(one, b.statement), target(other, a.statement));
    if (shared.words == 0) return same_side && share_an_answer(one, other);
    if (a.is_soft || b.is_soft) return same_side && shared.share >= kSoftMatter;
    if (!same_side) return shared.share >= kJointMatter;
    const float wanted = a.target.names_nothing || b.target.names_nothing ? kPointedAt : kSameMatter;
    return (shared.words > 1 && shared.share >= wanted) || share_an_answer(one, other);
  }

  [[nodiscard]] bool share_an_answer(std::uint32_t one, std::uint32_t other) const {
    return std::any_of(answers_.begin(), answers_.end(), [&](const Answer& a) {
      return a.denial == one && a.kind != AnswerKind::Figure &&
             std::any_of(answers_.begin(), answers_.end(), [&](const Answer& b) {
               return b.denial == other && b.kind != AnswerKind::Figure &&
                      set_.utterance_of[a.statement] == set_.utterance_of[b.statement];
             });
    });
  }

  void add_claim(const std::vector<std::uint32_t>& group) {
    std::vector<std::uint32_t> utterances;
    for (const std::uint32_t d : group) utterances.push_back(set_.utterance_of[denials_[d].statement]);
    relate_denials(utterances);
    bool overturned = false;
    std::vector<std::uint32_t> told;  // utterances that have their relation
    std::vector<Item> figures;
    for (const Answer& answer : answers_) {
      if (!std::binary_search(group.begin(), group.end(), answer.denial)) continue;
      overturned = overturned || answer.kind != AnswerKind::Opposes;
      if (answer.kind == AnswerKind::Figure) {
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
    claim.label = words_of(context_, set_.distinct[denials_[group.front()].statement].item, kLabelBytes);
    claim.origins = count_origins(context_, claim.members);
    claim.status = overturned ? ClaimStatus::DeniedThenConfirmed : ClaimStatus::Denied;
    const bool hard = std::any_of(group.begin(), group.end(), [this](std::uint32_t d) { return !denials_[d].is_soft; });
    if ((hard || overturned) && claim.members.size() > 1) out_.claims.push_back(std::move(claim));
  }

  void add_relation(const Answer& answer) {
    const Item denial = set_.distinct[denials_[answer.denial].statement].item;
    const Item other = set_.distinct[answer.statement].item;
    const bool opposes = answer.kind == AnswerKind::Opposes;
    Relation relation;
    relation.type = opposes ? RelationType::Denies : RelationType::Confirms;
    relation.from = opposes ? denial : other;
    relation.to = opposes ? other : denial;
    explain(answer.kind, relation);
    relation.slots.push_back(words_slot(context_, "target", relation.from, relation.to));
    const std::string_view from = published(context_, relation.from.report);
    const std::string_view to = published(context_, relation.to.report);
    if (from != to) relation.slots.push_back({"time", std::string(from), std::string(to), Side::None});
    out_.relations.push_back(std::move(relation));
  }

  void add_figure_relation(const Answer& answer) {
    Relation relation;
    relation.type = RelationType::Confirms;
    relation.from = answer.figure;
    relation.to = set_.distinct[denials_[answer.denial].statement].item;
    explain(answer.kind, relation);
    relation.slots.push_back(words_slot(context_, "value", answer.figure, answer.denied_figure));
    out_.relations.push_back(std::move(relation));
  }

  static void explain(AnswerKind kind, Relation& relation) {
    switch (kind) {
      case AnswerKind::Opposes:
        relation.rule = "compare.denial.opposes.01";
        relation.reason = "one side denies what the other states";
        break;
      case AnswerKind::Confirmed:
        relation.rule = "compare.denial.confirmed.01";
        relation.reason = "what was denied is confirmed, the order is not known to be the reverse";
        break;
      case AnswerKind::Recalled:
        relation.rule = "compare.denial.recalled.01";
        relation.reason = "the report that tells of the confirmation looks back at the denial";
        break;
      case AnswerKind::Elaborated:
        relation.rule = "compare.denial.elaborated.01";
        relation.reason = "said by the admitting side right after the admission, on what was denied";
        break;
      case AnswerKind::Figure:
        relation.rule = "compare.denial.figure.01";
        relation.reason = "the side that denied a number gives one of the same measure";
    }
  }

  /// Shows how the targets of repeated denials differ, each with the first of its claim.
  void relate_denials(const std::vector<std::uint32_t>& utterances) {
    std::vector<Item> seen;
    for (std::size_t u = 0; u < utterances.size(); ++u) {
      const std::vector<Item> items = set_.items_of({utterances[u]});
      for (const Item before : seen) {
        if (before.report == items.front().report || before == items.front()) continue;
        Relation relation{RelationType::Agrees,    before, items.front(), "compare.denial.repeated.01",
                          "one side denies again", {}};
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
  std::vector<std::uint32_t> confirmations_;                  // of distinct, not negated
  std::map<std::uint32_t, Matter> matter_;                    // by confirmation
  std::map<std::uint32_t, std::uint32_t> denial_of_;          // by distinct
  std::map<ReportId, std::vector<std::uint32_t>> in_report_;  // distinct statements, ascending
};

}  // namespace

void find_denials(const StatementSet& set, Comparison& out) { DenialComparison(set, out).run(); }

}  // namespace ql::compare
