// SPDX-License-Identifier: Apache-2.0
// Answers to a denial, all on the same matter and not known to be earlier:
//   - its own side confirms, admits or asserts the thing (compare.denial.confirmed.01);
//   - the report that tells of the confirmation looks back at the denial: "Noch gestern hatten beide Seiten solche
//     Gespräche bestritten" (compare.denial.recalled.01);
//   - after an admission that names no matter, the same side says what is meant (compare.denial.elaborated.01);
//   - the side that denied one thing in the whole story admits without saying what: "Wir haben uns geirrt"
//     (compare.denial.unnamed.01);
//   - a number is denied, and the same side later gives one of the same measure (compare.denial.figure.01);
//   - the same side admits later, in a passage on the same matter (compare.denial.admitted.01);
//   - another side confirms it later, or a court or a supervision states it (compare.denial.established.01, ADR 13);
//   - another side says the opposite (compare.denial.opposes.01): that stands against the denial, it does not end it.
// A denial that takes back what its side said before is no answer but has one: the earlier statement
// (compare.denial.withdrawn.01). Tested by denial_test.cpp.
#include "compare/denial_answers.h"

#include <algorithm>
#include <map>

#include "compare/answer_fit.h"
#include "compare/measure.h"

namespace ql::compare {
namespace {

using claims::Commitment;

constexpr float kConfirmed = 0.2F;       // share of matter common with what the same side confirms
constexpr float kOneWord = 0.25F;        // the same, of a single word
constexpr float kAsserted = 0.4F;        // with what it only says
constexpr float kShortAsserted = 0.3F;   // the same, of a denial of very few words
constexpr float kWithdrawn = 0.3F;       // with what it said and takes back
constexpr float kElaborated = 0.1F;      // with what it says right after an admission
constexpr float kEstablished = 0.35F;    // with what another side confirms or finds
constexpr float kPassage = 0.14F;        // of the passages of a denial and an admission
constexpr float kOneThing = 0.2F;        // of what a denial names: an admission is about the same thing
constexpr float kOpposed = 0.5F;         // similarity with what another side says
constexpr float kOpposedDeed = 0.3F;     // the same, if it names the deed and who takes part
constexpr float kOpposedAlone = 0.4F;    // the same, if it names the deed alone
constexpr float kSameMatter = 0.25F;     // of two denials of one side
constexpr float kPointedAt = 0.15F;      // the same, if one points back to it
constexpr float kSoftMatter = 0.3F;      // of a denial and a statement that something is not so
constexpr float kJointMatter = 0.2F;     // of two denials, one by "beide Seiten"
constexpr std::uint32_t kNearby = 2;     // sentences between a confirmation and the denial it recalls
constexpr std::uint32_t kAfter = 3;      // sentences that elaborate an admission
constexpr std::size_t kShortMatter = 2;  // words of matter of a denial so short that one of them says all

class AnswerFinder {
 public:
  AnswerFinder(const StatementSet& set, const std::vector<Denial>& denials, std::span<const Claim> claims)
      : set_(set), context_(set.context), denials_(denials), claims_(claims), fit_(set, denials) {
    for (std::uint32_t i = 0; i < set_.distinct.size(); ++i) {
      const claims::Statement& statement = set_.statement(i);
      in_report_[set_.distinct[i].item.report].push_back(i);
      if (set_.denies(i) || statement.negated || statement.open) continue;
      if (statement.commitment == Commitment::Confirms) confirmations_.push_back(i);
    }
    for (const std::uint32_t i : confirmations_) matter_[i] = matter_of(set_, i);
    for (std::uint32_t d = 0; d < denials_.size(); ++d) denial_of_[denials_[d].statement] = d;
  }

  std::vector<Answer> run() {
    find_similar_answers();
    find_admissions();
    for (std::uint32_t d = 0; d < denials_.size(); ++d) {
      find_confirmations(d);
      if (denials_[d].is_soft) continue;
      find_recalled(d);
      find_unnamed(d);
      for (const std::uint32_t later : admitted_[d]) answers_.push_back({d, later, Why::DenialAdmitted, {}, {}});
    }
    find_elaborations();
    for (std::uint32_t d = 0; d < denials_.size(); ++d) {
      if (!denials_[d].is_soft) find_figures(d);
    }
    // of two answers in one utterance the first is told: that it was so rather than that somebody says so
    std::stable_partition(answers_.begin(), answers_.end(), [](const Answer& answer) { return answer.overturns(); });
    return std::move(answers_);
  }

 private:
  [[nodiscard]] Order order(std::uint32_t one, std::uint32_t other) const {
    return order_of(published(context_, set_.distinct[one].item.report),
                    published(context_, set_.distinct[other].item.report));
  }
  [[nodiscard]] bool not_before(std::uint32_t later, std::uint32_t denial) const {
    return order(later, denial) != Order::Before;
  }
  [[nodiscard]] bool is_same_side(std::uint32_t one, std::uint32_t other) const {
    return compare::is_same_side(set_, one, other);
  }
  [[nodiscard]] const std::vector<Term>& target(std::uint32_t d, std::uint32_t statement) const {
    return target_of(set_, denials_[d], statement);
  }

  /// What a confirmation confirms, to be compared with a statement.
  [[nodiscard]] const std::vector<Term>& matter(std::uint32_t confirmation, std::uint32_t statement) const {
    const Matter& found = matter_.at(confirmation);
    return is_one_report(set_, confirmation, statement) ? found.own : found.full;
  }

  /// Statements with similar content: asserted by the same side, or by another against it.
  void find_similar_answers() {
    for (const SimilarPair& pair : set_.pairs) {
      if (set_.denies(pair.one) == set_.denies(pair.other)) continue;
      const std::uint32_t denial = set_.denies(pair.one) ? pair.one : pair.other;
      const std::uint32_t answer = denial == pair.one ? pair.other : pair.one;
      if (set_.statement(answer).open || says_not(answer)) continue;
      const std::uint32_t d = denial_of_.at(denial);
      const bool is_short = words_wanted(d, answer) == 0;
      const std::vector<Term>& denied = is_short ? denials_[d].target.own : target(d, answer);
      const Common shared = shared_matter(denied, set_.matter[answer]);
      if (!is_same_side(answer, denial) && establishes(answer, denial) && shared.words > 0 &&
          shared.share >= kEstablished && fit_.speaks_of_it(d, answer)) {
        answers_.push_back({d, answer, Why::DenialEstablished, {}, {}});
      } else if (!is_same_side(answer, denial)) {
        const bool alike = pair.similarity >= kOpposed && shared.words > 1;
        if (alike || (pair.similarity >= kOpposedDeed && fit_.has_its_deed(d, answer, pair.similarity < kOpposedAlone)))
          answers_.push_back({d, answer, Why::DenialOpposes, {}, {}});
      } else if (denials_[d].withdraws && is_said_before(answer, denial)) {
        if (shared.words > 0 && shared.share >= kWithdrawn)
          answers_.push_back({d, answer, Why::DenialWithdrawn, {}, {}});
      } else if (says_so(answer, denial) && (is_short ? shared.things > 0 : shared.words > 1) &&
                 shared.share >= fit_.wanted(is_short ? kShortAsserted : kAsserted) &&
                 fit_.is_telling(answer, denial) && fit_.speaks_of_it(d, answer)) {
        answers_.push_back({d, answer, Why::DenialConfirmed, {}, {}});
      }
    }
  }

  /// In a report known to be later, another side confirms, or one whose business it is states what it found.
  [[nodiscard]] bool establishes(std::uint32_t answer, std::uint32_t denial) const {
    if (order(answer, denial) != Order::After) return false;
    const Commitment commitment = set_.statement(answer).commitment;
    if (commitment == Commitment::Confirms) return true;
    return commitment == Commitment::Asserts && establishes_facts(set_.distinct[answer].sides);
  }

  /// The side that denied admits in a later report, in a passage on the same matter; of several denials the one whose
  /// passage is most like it. What speaks of the thing of one denial, but not of its deed, is no answer to another.
  void find_admissions() {
    admitted_.resize(denials_.size());
    for (const std::uint32_t later : confirmations_) {
      if (!fit_.is_admission(later)) continue;
      std::vector<std::pair<std::uint32_t, float>> near;  // denial, share of the passage
      bool speaks_of_another = false;
      for (std::uint32_t d = 0; d < denials_.size() && !speaks_of_another; ++d) {
        if (denials_[d].is_soft || !may_be_admitted(d, later)) continue;
        speaks_of_another = fit_.is_another_deed(d, later, kOneThing);
        if (const float share = shared_passage(d, later); share >= kPassage) near.emplace_back(d, share);
      }
      if (speaks_of_another) continue;
      for (const auto& [d, share] : near) {
        if (denials_[d].withdraws || fit_.is_another_deed(d, later, 0) || fit_.is_of_another_object(d, later)) continue;
        if (fit_.is_telling(later, denials_[d].statement) && is_best(d, share, near)) {
          admitted_[d].push_back(later);
        }
      }
    }
  }

  /// No other matter is as near.
  [[nodiscard]] bool is_best(std::uint32_t d, float share,
                             const std::vector<std::pair<std::uint32_t, float>>& near) const {
    return std::all_of(near.begin(), near.end(), [&](const auto& other) {
      return other.first == d || other.second < share || is_one_matter(set_, denials_[d], denials_[other.first]);
    });
  }

  [[nodiscard]] bool may_be_admitted(std::uint32_t d, std::uint32_t later) const {
    const std::uint32_t denial = denials_[d].statement;
    return is_same_side(later, denial) && order(later, denial) == Order::After;
  }

  /// What the passages of a denial and of a statement share; 0 for a single word.
  [[nodiscard]] float shared_passage(std::uint32_t d, std::uint32_t later) {
    const Common shared = shared_matter(passage(denials_[d].statement), passage(later));
    return shared.words > 1 ? shared.share : 0;
  }

  const std::vector<Term>& passage(std::uint32_t statement) {
    const auto known = passages_.find(statement);
    return known != passages_.end() ? known->second
                                    : passages_.emplace(statement, passage_of(set_, statement)).first->second;
  }

  /// "Daran gibt es keinen Zweifel" beside a confirmation denies nothing.
  [[nodiscard]] bool says_not(std::uint32_t answer) const {
    const claims::Statement& statement = set_.statement(answer);
    return statement.negated || (set_.distinct[answer].negative && statement.commitment != Commitment::Confirms);
  }

  [[nodiscard]] bool says_so(std::uint32_t answer, std::uint32_t denial) const {
    const Commitment commitment = set_.statement(answer).commitment;
    const bool asserts =
        commitment == Commitment::Confirms || commitment == Commitment::Announces ||
        (commitment == Commitment::Asserts && !is_one_report(set_, answer, denial) && !names_account(set_, answer));
    return asserts && not_before(answer, denial);
  }

  /// One shared word is enough for a denial that is hardly longer, if the answer is known to be later.
  [[nodiscard]] std::size_t words_wanted(std::uint32_t d, std::uint32_t answer) const {
    const bool is_short = denials_[d].target.words > 0 && denials_[d].target.words <= kShortMatter;
    return is_short && order(answer, denials_[d].statement) == Order::After ? 0 : 1;
  }

  /// In an earlier report, or above in the same one.
  [[nodiscard]] bool is_said_before(std::uint32_t statement, std::uint32_t denial) const {
    if (is_one_report(set_, statement, denial)) return statement < denial;
    return order(statement, denial) != Order::After;
  }

  /// What the same side confirms of the matter.
  void find_confirmations(std::uint32_t d) {
    const std::uint32_t denial = denials_[d].statement;
    for (const std::uint32_t later : confirmations_) {
      if (!is_same_side(later, denial) || !not_before(later, denial)) continue;
      const Common shared = shared_matter(target(d, later), matter(later, denial));
      const bool soft = denials_[d].is_soft;  // "Uns lagen keine Meldungen vor": needs more, and another report
      if (soft && is_one_report(set_, later, denial)) continue;
      if (shared.words == 1 && !soft && (shared.things == 0 || shared.share < kOneWord)) continue;
      if (shared.words <= (soft ? words_wanted(d, later) : 0U)) continue;
      if (shared.share < fit_.wanted(soft ? kSoftMatter : kConfirmed)) continue;
      if (fit_.is_telling(later, denial) && fit_.speaks_of_it(d, later)) {
        answers_.push_back({d, later, Why::DenialConfirmed, {}, {}});
      }
    }
  }

  /// A denial told in looking back, beside the confirmation that it stands in contrast to.
  void find_recalled(std::uint32_t d) {
    const Denial& denial = denials_[d];
    if (!denial.tells_of_before) return;
    const Item item = set_.distinct[denial.statement].item;
    const auto own = static_cast<std::uint32_t>(set_.statement(denial.statement).sentence.index());
    for (const std::uint32_t other : in_report_.at(item.report)) {
      const claims::Statement& statement = set_.statement(other);
      const auto place = static_cast<std::uint32_t>(statement.sentence.index());
      const bool nearby = place + kNearby >= own && place <= own + 1;
      if (!nearby || statement.commitment != Commitment::Confirms || statement.negated) continue;
      if (denial.target.names_nothing || may_recall(d, other)) {
        answers_.push_back({d, other, Why::DenialRecalled, {}, {}});
      }
    }
  }

  /// "Noch vorige Woche hatte die Kasse erklaert, eine Warnung habe es nicht gegeben. Nun raeumt sie ein, ...": who
  /// admits right behind a denial of his own side admits what it denied.
  [[nodiscard]] bool may_recall(std::uint32_t d, std::uint32_t admission) {
    const std::uint32_t denial = denials_[d].statement;
    return admission > denial && is_same_side(admission, denial) && fit_.is_admission(admission) &&
           !fit_.is_another_case(d, admission);
  }

  /// An admission without a matter of its own, by a side that denied one thing only.
  void find_unnamed(std::uint32_t d) {
    const std::uint32_t denial = denials_[d].statement;
    if (denials_[d].withdraws || !denies_one_thing(d)) return;
    for (const std::uint32_t later : confirmations_) {
      if (!is_same_side(later, denial) || is_one_report(set_, later, denial) || !not_before(later, denial)) continue;
      const Matter& admitted = matter_.at(later);
      const Common shared = shared_matter(denials_[d].target.full, admitted.own);
      const bool says_nothing = admitted.words == 0 || (admitted.words <= kShortMatter && shared.things > 0);
      if (!says_nothing || is_of_another(d, later)) continue;
      const bool names_nothing = admitted.words == 0 && fit_.names_nobody(later);
      if (names_nothing || fit_.speaks_of_it(d, later)) answers_.push_back({d, later, Why::DenialUnnamed, {}, {}});
    }
  }

  /// The passage of an admission is that of another denial of the side.
  [[nodiscard]] bool is_of_another(std::uint32_t d, std::uint32_t later) {
    const float own = shared_passage(d, later);
    for (std::uint32_t other = 0; other < denials_.size(); ++other) {
      if (other == d || denials_[other].is_soft || !is_same_side(later, denials_[other].statement)) continue;
      const float share = shared_passage(other, later);
      if (share >= kPassage && share > own) return true;
    }
    return false;
  }

  /// No denial of its side is about another matter.
  [[nodiscard]] bool denies_one_thing(std::uint32_t d) const {
    return std::all_of(denials_.begin(), denials_.end(), [&](const Denial& other) {
      return other.is_soft || &other == &denials_[d] || !is_same_side(other.statement, denials_[d].statement) ||
             other.target.words == 0 || is_one_matter(set_, denials_[d], other);
    });
  }

  /// What the admitting side says right after an admission and on the matter of the denial.
  void find_elaborations() {
    const std::vector<Answer> admissions = answers_;
    for (const Answer& admission : admissions) {
      const claims::Statement& admitted = set_.statement(admission.statement);
      if (!admission.overturns() || admitted.commitment != Commitment::Confirms) continue;
      const Denial& denial = denials_[admission.denial];
      const auto own = static_cast<std::uint32_t>(admitted.sentence.index());
      for (const std::uint32_t other : in_report_.at(set_.distinct[admission.statement].item.report)) {
        const auto place = static_cast<std::uint32_t>(set_.statement(other).sentence.index());
        const bool in_time = set_.distinct[admission.statement].in_heading || place <= own + kAfter;
        const bool follows = other != admission.statement && place >= own && in_time;
        const bool speaks_on = set_.distinct[other].sides.empty() || is_same_side(other, admission.statement);
        if (!follows || !speaks_on || set_.denies(other) || set_.statement(other).open || says_not(other)) continue;
        const Common shared = shared_matter(denial.target.own, set_.matter[other]);
        if (shared.things == 0 || shared.share < kElaborated) continue;
        if (!fit_.is_another_deed(admission.denial, other, kOneThing)) {
          answers_.push_back({admission.denial, other, Why::DenialElaborated, {}, {}});
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
    for (const Claim& claim : claims_) {
      if (claim.kind != ClaimKind::Figure || !std::binary_search(claim.members.begin(), claim.members.end(), denied)) {
        continue;
      }
      for (const Item given : claim.members) {
        if (given.report == denied.report || is_denied(given)) continue;
        const Order given_then = order_of(published(context_, given.report), published(context_, denied.report));
        if (given_then == Order::Before || !share_a_key(voice_of(context_, given), denier.sides)) continue;
        answers_.push_back({d, 0, Why::DenialFigure, given, denied});
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

  const StatementSet& set_;
  const Context& context_;
  const std::vector<Denial>& denials_;
  std::span<const Claim> claims_;
  std::vector<Answer> answers_;
  std::vector<std::uint32_t> confirmations_;  // of distinct, not negated
  AnswerFit fit_;
  std::map<std::uint32_t, std::vector<Term>> passages_;       // by distinct, as far as asked for
  std::vector<std::vector<std::uint32_t>> admitted_;          // by denial: what admits it in a passage like its own
  std::map<std::uint32_t, Matter> matter_;                    // by confirmation
  std::map<std::uint32_t, std::uint32_t> denial_of_;          // by distinct
  std::map<ReportId, std::vector<std::uint32_t>> in_report_;  // distinct statements, ascending
};

}  // namespace

std::vector<Answer> answers_to(const StatementSet& set, const std::vector<Denial>& denials,
                               std::span<const Claim> claims) {
  return AnswerFinder(set, denials, claims).run();
}

namespace {

/// "Er wies den Vorwurf zurück, ... . „Wir haben ...“, sagte er."
bool are_side_by_side(const StatementSet& set, const Denial& one, const Denial& other) {
  if (!is_one_report(set, one.statement, other.statement)) return false;
  const auto [first, last] =
      std::minmax({set.statement(one.statement).sentence.index(), set.statement(other.statement).sentence.index()});
  return last - first <= 1;
}

}  // namespace

bool is_one_matter(const StatementSet& set, const Denial& one, const Denial& other) {
  if (set.utterance_of[one.statement] == set.utterance_of[other.statement]) return true;
  const bool same_side = is_same_side(set, one.statement, other.statement);
  if ((one.is_soft && other.is_soft) || (!same_side && !one.joint && !other.joint)) return false;
  const Common shared = shared_matter(target_of(set, one, other.statement), target_of(set, other, one.statement));
  if (shared.words == 0) return false;
  if (one.is_soft || other.is_soft) return same_side && shared.share >= kSoftMatter;
  if (!same_side) return shared.share >= kJointMatter;
  if (are_side_by_side(set, one, other) && shared.things > 0 && shared.share >= kPointedAt) return true;
  const float wanted = one.target.names_nothing || other.target.names_nothing ? kPointedAt : kSameMatter;
  const bool only_points = one.target.words == 0 || other.target.words == 0;  // "wies das zurück"
  if (shared.words > (only_points ? 0U : 1U)) return shared.share >= wanted;
  const bool is_one_word = one.target.words == 1 || other.target.words == 1;  // "dementiert Fusionspläne"
  const Common own = shared_matter(one.target.own, other.target.own);
  return is_one_word && own.words > 0 && own.share >= kPointedAt;
}

}  // namespace ql::compare
