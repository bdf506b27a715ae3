// SPDX-License-Identifier: Apache-2.0
// Three passes over the statements of a story.
//
// 1. Utterances. The same speaker with similar words, or nearly the same words with the speaker left open in one
//    report, is one act of speaking. Verbatim repetitions are put together before anything is compared, so forty
//    copies cost as much as one. Different numbers or opposite polarity keep statements apart.
// 2. Propositions. Utterances of different speakers with similar content are about one thing; whether they agree is
//    counted in origins, not reports.
// 3. Denials. What a denial denies is its content. A later confirmation by the same side, or an assertion of its own
//    side on the same thing, makes the claim "denied, then confirmed" - the order must not be known to be the reverse.
//
// Every relation names its rule and the slots compared. Tested by compare_test.cpp.
#include "compare/statement_claims.h"

#include <algorithm>
#include <map>

#include "compare/clusters.h"
#include "compare/profile.h"
#include "lang/stem.h"

namespace ql::compare {
namespace {

using claims::Commitment;

constexpr float kSameSpeaker = 0.45F;  // similarity that makes statements of one speaker one utterance
constexpr float kBothOpen = 0.15F;     // a speaker who leaves a matter open says little else about it
constexpr float kOpenSpeaker = 0.65F;  // the same, when one report leaves the speaker open
constexpr float kSameProposition = 0.5F;
constexpr float kAboutDenied = 0.3F;   // a denial is often answered in other words
constexpr float kSameMatter = 0.08F;   // of the sentences around a denial and an admission of one side
constexpr std::size_t kEveryPair = 8;  // up to so many places of one utterance are compared each with each
constexpr std::size_t kLabelBytes = 160;
constexpr std::size_t kSlotBytes = 240;

bool share_a_number(const Profile& one, const Profile& other) {
  return std::find_first_of(one.numbers.begin(), one.numbers.end(), other.numbers.begin(), other.numbers.end()) !=
         one.numbers.end();
}

/// The statements of one story and what has been found about them.
class StatementComparison {
 public:
  StatementComparison(const Context& context, std::span<const ReportId> reports, Comparison& out)
      : context_(context), out_(out), profiles_(statement_profiles(context, reports)) {
    collapse_verbatim();
    const Rarity rarity(distinct_);
    for (Profile& profile : distinct_) {
      rarity.weigh(profile.terms);
      surroundings_.push_back(surroundings_of(profile.item));
      rarity.weigh(surroundings_.back());
    }
    pairs_ = similar_pairs(distinct_, kBothOpen);
    add_open_pairs();
  }

  void run() {
    find_utterances();
    find_denials();
    find_propositions();
    add_singles();
  }

 private:
  // ---- preparation

  /// distinct_ gets one profile per (speaker, wording); repeated_[i] the items that stand behind distinct_[i].
  void collapse_verbatim() {
    std::map<std::pair<std::uint64_t, std::uint32_t>, std::size_t> seen;
    for (Profile& profile : profiles_) {
      if (statement(profile).kind == claims::StatementKind::Author) {
        continue;
      }
      const auto [place, is_new] = seen.try_emplace({profile.wording, profile.speaker.value}, distinct_.size());
      if (is_new) {
        repeated_.emplace_back();
        distinct_.push_back(profile);
      }
      repeated_[place->second].push_back(profile.item);
    }
  }

  /// What one speaker leaves open in several reports, once in each, is one matter, whatever the words.
  void add_open_pairs() {
    std::map<std::pair<std::uint32_t, ReportId>, std::vector<std::uint32_t>> open;  // by speaker and report
    for (std::uint32_t i = 0; i < distinct_.size(); ++i) {
      if (statement(distinct_[i]).open && distinct_[i].speaker.valid()) {
        open[{distinct_[i].speaker.value, distinct_[i].item.report}].push_back(i);
      }
    }
    for (auto one = open.begin(); one != open.end(); ++one) {
      for (auto other = std::next(one); other != open.end() && other->first.first == one->first.first; ++other) {
        if (one->second.size() == 1 && other->second.size() == 1) {
          pairs_.push_back(
              {std::min(one->second[0], other->second[0]), std::max(one->second[0], other->second[0]), kSameSpeaker});
        }
      }
    }
  }

  [[nodiscard]] const claims::Statement& statement(const Profile& profile) const {
    return statement_of(context_, profile.item);
  }
  [[nodiscard]] bool denies(const Profile& profile) const {
    return statement(profile).commitment == Commitment::Denies;
  }

  /// Terms of the sentence that holds the statement and of the one before: what a denial is about often stands there.
  [[nodiscard]] std::vector<Term> surroundings_of(Item item) const {
    const SentenceId id = statement_of(context_, item).sentence;
    const std::vector<annotate::Sentence>& sentences = context_.reports[item.report.index()].notes.sentences;
    const TextRange sentence = sentences[id.index()].text;
    const TextRange range = id.index() > 0 ? sentences[id.index() - 1].text.hull(sentence) : sentence;
    return terms_of(context_, item.report, range);
  }

  // ---- utterances

  [[nodiscard]] bool may_be_one_utterance(std::uint32_t one, std::uint32_t other, float value) const {
    const Profile &a = distinct_[one], &b = distinct_[other];
    if (denies(a) != denies(b) || statement(a).negated != statement(b).negated) {
      return false;
    }
    if (!a.numbers.empty() && !b.numbers.empty() && !share_a_number(a, b)) {
      return false;
    }
    if (a.speaker.valid() && b.speaker.valid()) {
      const bool both_open = statement(a).open && statement(b).open;
      return a.speaker == b.speaker && value >= (both_open ? kBothOpen : kSameSpeaker);
    }
    return value >= kOpenSpeaker;
  }

  void find_utterances() {
    std::vector<SimilarPair> pairs;
    for (const SimilarPair& pair : pairs_) {
      if (may_be_one_utterance(pair.one, pair.other, pair.similarity)) {
        pairs.push_back(pair);
      }
    }
    const auto compatible = [this](std::uint32_t one, std::uint32_t other) {
      return may_be_one_utterance(one, other, 1);
    };
    utterances_ = cluster(distinct_.size(), pairs, kSameSpeaker / 2, compatible);
    utterance_of_.resize(distinct_.size());
    for (std::uint32_t u = 0; u < utterances_.size(); ++u) {
      for (const std::uint32_t member : utterances_[u]) utterance_of_[member] = u;
      add_utterance_claim(items_of({u}));
    }
  }

  void add_utterance_claim(const std::vector<Item>& items) {
    if (items.size() < 2) {
      return;
    }
    Claim claim;
    claim.kind = ClaimKind::Utterance;
    claim.label = words_of(context_, items.front(), kLabelBytes);
    claim.members = items;
    claim.origins = count_origins(context_, items);
    claim.status = claim.origins > 1 ? ClaimStatus::Agrees : ClaimStatus::Single;
    out_.claims.push_back(claim);
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        if (i == 0 || (items.size() <= kEveryPair && items[i].report != items[j].report)) {
          out_.relations.push_back(same_utterance(items[i], items[j]));
        }
      }
    }
  }

  /// From the earlier report's statement; the reports' own order decides where no dates do.
  Relation same_utterance(Item from, Item to) const {
    if (order_of(published(context_, from.report), published(context_, to.report)) == Order::After) {
      std::swap(from, to);
    }
    Relation relation{RelationType::SameUtterance,   from, to, "compare.utterance.same_speaker.01",
                      "same speaker, similar words", {}};
    relation.slots.push_back(
        {"wording", words_of(context_, from, kSlotBytes), words_of(context_, to, kSlotBytes), Side::None});
    add_evidence_slot(relation);
    if (statement_of(context_, from).commitment == Commitment::Denies) {
      relation.slots.push_back(
          {"target", words_of(context_, from, kSlotBytes), words_of(context_, to, kSlotBytes), Side::None});
    }
    return relation;
  }

  /// The evidence word of a statement (Beweise, Hinweise) with its strength; nullptr if it has none.
  const lang::Concept* evidence_in(Item item, std::string& word) const {
    const AnalysedReport& report = context_.reports[item.report.index()];
    for (const TextRange range : statement_of(context_, item).content) {
      for (const annotate::Token& token : report.notes.tokens) {
        if (token.text.begin >= range.end) break;
        if (!range.contains(token.text)) continue;
        const std::string_view surface = slice(report.report.text, token.text);
        if (const lang::Concept* found = context_.language.concepts.evidence(lang::stem(surface))) {
          word = surface;
          return found;
        }
      }
    }
    return nullptr;
  }

  void add_evidence_slot(Relation& relation) const {
    std::string from_word, to_word;
    const lang::Concept* from = evidence_in(relation.from, from_word);
    const lang::Concept* to = evidence_in(relation.to, to_word);
    if (from == nullptr || to == nullptr || from_word == to_word) {
      return;
    }
    const Side weaker = from->strength < to->strength   ? Side::From
                        : from->strength > to->strength ? Side::To
                                                        : Side::None;
    relation.slots.push_back({"evidence", from_word, to_word, weaker});
  }

  // ---- denials

  /// True if `later` can be the end of `denial`: its own side confirms, admits or asserts the thing. What another side
  /// confirms stands against the denial, it does not end it.
  [[nodiscard]] bool overturns(const Profile& later, const Profile& denial) const {
    const claims::Statement& statement = this->statement(later);
    const bool stands_up = statement.commitment == Commitment::Confirms ||
                           (statement.commitment == Commitment::Asserts && !statement.open);
    return share_a_side(later, denial) && stands_up && !statement.negated &&
           order_of(published(context_, later.item.report), published(context_, denial.item.report)) != Order::Before;
  }

  /// Utterances on what a denial denies, by the denial's utterance.
  using Answers = std::map<std::uint32_t, std::vector<std::uint32_t>>;

  void find_denials() {
    Answers answers;
    find_answers(answers);
    find_concessions(answers);
    for (const std::vector<std::uint32_t>& denials : denials_of_one_matter(answers)) {
      add_denial_claim(denials, answers);
    }
  }

  /// Denials of one side that the same words answer are one denial, repeated; each group ascending.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> denials_of_one_matter(const Answers& answers) const {
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t u = 0; u < utterances_.size(); ++u) {
      if (!denies(distinct_[utterances_[u].front()])) continue;
      const auto group = std::find_if(groups.begin(), groups.end(), [&](const std::vector<std::uint32_t>& known) {
        return share_a_side(distinct_[utterances_[known.front()].front()], distinct_[utterances_[u].front()]) &&
               share_an_answer(answers, known.front(), u);
      });
      if (group == groups.end()) {
        groups.push_back({u});
      } else {
        group->push_back(u);
      }
    }
    return groups;
  }

  static bool share_an_answer(const Answers& answers, std::uint32_t one, std::uint32_t other) {
    const auto a = answers.find(one), b = answers.find(other);
    return a != answers.end() && b != answers.end() &&
           std::find_first_of(a->second.begin(), a->second.end(), b->second.begin(), b->second.end()) !=
               a->second.end();
  }

  /// Statements with similar content that overturn or oppose a denial.
  void find_answers(Answers& answers) {
    for (const SimilarPair& pair : pairs_) {
      const std::uint32_t one = utterance_of_[pair.one], other = utterance_of_[pair.other];
      if (one == other || denies(distinct_[pair.one]) == denies(distinct_[pair.other])) {
        continue;
      }
      const bool first_denies = denies(distinct_[pair.one]);
      const std::uint32_t denial = first_denies ? pair.one : pair.other;
      const std::uint32_t answer = first_denies ? pair.other : pair.one;
      const bool overturned = pair.similarity >= kAboutDenied && overturns(distinct_[answer], distinct_[denial]);
      if (overturned || pair.similarity >= kSameProposition) {
        add_denial_relation(distinct_[denial].item, distinct_[answer].item, overturned);
        answers[utterance_of_[denial]].push_back(utterance_of_[answer]);
      }
    }
  }

  /// A side that denied and later admits something on the same matter, though in other words.
  void find_concessions(Answers& answers) {
    for (std::uint32_t denial = 0; denial < distinct_.size(); ++denial) {
      if (!denies(distinct_[denial])) continue;
      for (std::uint32_t later = 0; later < distinct_.size(); ++later) {
        const bool conceded = statement(distinct_[later]).commitment == Commitment::Confirms &&
                              share_a_side(distinct_[later], distinct_[denial]) &&
                              overturns(distinct_[later], distinct_[denial]) &&
                              similarity(surroundings_[denial], surroundings_[later]) >= kSameMatter;
        std::vector<std::uint32_t>& known = answers[utterance_of_[denial]];
        if (conceded && std::find(known.begin(), known.end(), utterance_of_[later]) == known.end()) {
          add_denial_relation(distinct_[denial].item, distinct_[later].item, true);
          known.push_back(utterance_of_[later]);
        }
      }
    }
  }

  void add_denial_relation(Item denial, Item answer, bool overturned) {
    Relation relation;
    relation.type = overturned ? RelationType::Confirms : RelationType::Denies;
    relation.from = overturned ? answer : denial;
    relation.to = overturned ? denial : answer;
    relation.rule = overturned ? RuleId("compare.denial.confirmed.01") : RuleId("compare.denial.opposes.01");
    relation.reason = overturned ? "what was denied is confirmed, the order is not known to be the reverse"
                                 : "one side denies what the other states";
    relation.slots.push_back({"target", words_of(context_, relation.from, kSlotBytes),
                              words_of(context_, relation.to, kSlotBytes), Side::None});
    out_.relations.push_back(std::move(relation));
  }

  void add_denial_claim(const std::vector<std::uint32_t>& denials, const Answers& answers) {
    const Profile& denial = distinct_[utterances_[denials.front()].front()];
    std::vector<std::uint32_t> members = denials;
    bool overturned = false;
    for (const std::uint32_t u : denials) {
      const auto found = answers.find(u);
      if (found == answers.end()) continue;
      for (const std::uint32_t answer : found->second) {
        members.push_back(answer);
        for (const std::uint32_t m : utterances_[answer]) overturned = overturned || overturns(distinct_[m], denial);
      }
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    Claim claim;
    claim.kind = ClaimKind::Proposition;
    claim.members = items_of(members);
    claim.label = words_of(context_, denial.item, kLabelBytes);
    relate_denials(denials);
    claim.origins = count_origins(context_, claim.members);
    claim.status = overturned ? ClaimStatus::DeniedThenConfirmed : ClaimStatus::Denied;
    for (const Item item : claim.members) in_claim_.push_back(item);
    out_.claims.push_back(std::move(claim));
  }

  /// Shows how the targets of repeated denials differ.
  void relate_denials(const std::vector<std::uint32_t>& denials) {
    const std::vector<Item> items = items_of(denials);
    for (std::size_t i = 0; i < std::min(items.size(), kEveryPair); ++i) {
      for (std::size_t j = i + 1; j < std::min(items.size(), kEveryPair); ++j) {
        if (utterance_of_item(denials, items[i]) == utterance_of_item(denials, items[j]) ||
            items[i].report == items[j].report)
          continue;
        Relation relation{RelationType::Agrees,    items[i], items[j], "compare.denial.repeated.01",
                          "one side denies again", {}};
        relation.slots.push_back(
            {"target", words_of(context_, items[i], kSlotBytes), words_of(context_, items[j], kSlotBytes), Side::None});
        out_.relations.push_back(std::move(relation));
      }
    }
  }

  /// Which of the utterances holds the item.
  [[nodiscard]] std::uint32_t utterance_of_item(const std::vector<std::uint32_t>& utterances, Item item) const {
    for (const std::uint32_t u : utterances) {
      const std::vector<Item> items = items_of({u});
      if (std::binary_search(items.begin(), items.end(), item)) return u;
    }
    return 0;
  }

  // ---- propositions

  void find_propositions() {
    std::vector<SimilarPair> pairs;
    for (const SimilarPair& pair : pairs_) {
      if (pair.similarity >= kSameProposition && may_be_one_proposition(pair.one, pair.other)) pairs.push_back(pair);
    }
    const auto compatible = [this](std::uint32_t one, std::uint32_t other) {
      return may_be_one_proposition(one, other);
    };
    for (const std::vector<std::uint32_t>& group : cluster(distinct_.size(), pairs, kSameProposition / 2, compatible)) {
      std::vector<std::uint32_t> utterances;
      for (const std::uint32_t member : group) utterances.push_back(utterance_of_[member]);
      std::sort(utterances.begin(), utterances.end());
      utterances.erase(std::unique(utterances.begin(), utterances.end()), utterances.end());
      if (utterances.size() > 1) {
        add_proposition_claim(items_of(utterances));
      }
    }
  }

  [[nodiscard]] bool may_be_one_proposition(std::uint32_t one, std::uint32_t other) const {
    const Profile &a = distinct_[one], &b = distinct_[other];
    return denies(a) == denies(b) && statement(a).negated == statement(b).negated &&
           (a.numbers.empty() || b.numbers.empty() || share_a_number(a, b));
  }

  void add_proposition_claim(const std::vector<Item>& items) {
    Claim claim;
    claim.kind = ClaimKind::Proposition;
    claim.label = words_of(context_, items.front(), kLabelBytes);
    claim.members = items;
    claim.origins = count_origins(context_, items);
    const bool confirmed = std::any_of(items.begin(), items.end(), [this](Item item) {
      return statement_of(context_, item).commitment == Commitment::Confirms;
    });
    claim.status = confirmed && claim.origins > 1 ? ClaimStatus::Confirmed
                   : claim.origins > 1            ? ClaimStatus::Agrees
                                                  : ClaimStatus::Single;
    for (std::size_t i = 1; i < items.size(); ++i) {
      if (context_.origin_of[items[0].report.index()] != context_.origin_of[items[i].report.index()]) {
        out_.relations.push_back({RelationType::Agrees,
                                  items[0],
                                  items[i],
                                  "compare.proposition.agrees.01",
                                  "compatible content from different origins",
                                  {{"wording", words_of(context_, items[0], kSlotBytes),
                                    words_of(context_, items[i], kSlotBytes), Side::None}}});
      }
    }
    out_.claims.push_back(std::move(claim));
  }

  // ---- the rest

  /// All items behind the given utterances, ascending.
  [[nodiscard]] std::vector<Item> items_of(const std::vector<std::uint32_t>& utterances) const {
    std::vector<Item> items;
    for (const std::uint32_t u : utterances) {
      for (const std::uint32_t member : utterances_[u]) {
        items.insert(items.end(), repeated_[member].begin(), repeated_[member].end());
      }
    }
    std::sort(items.begin(), items.end());
    return items;
  }

  /// A statement that no claim holds is a claim of its own, so that nothing is lost from view.
  void add_singles() {
    for (const Claim& claim : out_.claims) {
      for (const Item item : claim.members) in_claim_.push_back(item);
    }
    std::sort(in_claim_.begin(), in_claim_.end());
    for (const Profile& profile : distinct_) {
      if (!std::binary_search(in_claim_.begin(), in_claim_.end(), profile.item)) {
        Claim claim;
        claim.label = words_of(context_, profile.item, kLabelBytes);
        claim.members = {profile.item};
        if (denies(profile)) claim.status = ClaimStatus::Denied;
        out_.claims.push_back(std::move(claim));
      }
    }
  }

  const Context& context_;
  Comparison& out_;
  std::vector<Profile> profiles_, distinct_;
  std::vector<std::vector<Term>> surroundings_;  // per distinct_
  std::vector<std::vector<Item>> repeated_;
  std::vector<SimilarPair> pairs_;
  std::vector<std::vector<std::uint32_t>> utterances_;
  std::vector<std::uint32_t> utterance_of_;
  std::vector<Item> in_claim_;
};

}  // namespace

void compare_statements(const Context& context, std::span<const ReportId> reports, Comparison& comparison) {
  StatementComparison(context, reports, comparison).run();
}

}  // namespace ql::compare
