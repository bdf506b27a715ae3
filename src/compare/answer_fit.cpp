// SPDX-License-Identifier: Apache-2.0
// That two statements of one side share a word is no answer: "Hausvertrag gefälscht" and "Hausvertrag verloren" share
// one of two. What must agree is the deed; the shares of words only say that there is something to compare. Tested by
// denial_test.cpp and, over pairs of reports, by tests/relations/pairs.py.
#include "compare/answer_fit.h"

#include <algorithm>
#include <cmath>

namespace ql::compare {
namespace {

constexpr float kAdmitted = 0.35F;           // of what a denial names, by an admission in words of its own
constexpr std::size_t kCrowd = 2;            // participants: if both name so many, one at least must be the same
constexpr std::size_t kBeside = 1;           // sentences between a denial that only points and the one it points to
constexpr std::size_t kManySpeak = 40;       // statements for one side in a small story, where all know whom it is
constexpr std::size_t kFewSpeak = 8;         // in a large one
constexpr std::size_t kShareThatSpeaks = 8;  // one less for so many statements
constexpr float kSmallStory = 60;            // statements; in a larger one more must be shared
constexpr float kPerDoubling = 0.1F;         // of its size

}  // namespace

AnswerFit::AnswerFit(const StatementSet& set, const std::vector<Denial>& denials) : set_(set), denials_(denials) {
  for (const Profile& profile : set_.distinct) {
    for (const std::uint64_t side : profile.sides) ++speak_for_[side];
  }
}

bool AnswerFit::speaks_of_it(std::uint32_t d, std::uint32_t answer) {
  const Deed& denied = deed(denials_[d].statement);
  const bool only_points = denials_[d].target.words == 0 || denied.keys.empty();
  const bool is_short = set_.distinct[denials_[d].statement].in_heading && denied.others.empty();
  if (!only_points && !is_short) return is_its_deed(d, answer);
  const std::vector<std::uint32_t>& full = told_fully(d);
  const bool in_full = std::any_of(full.begin(), full.end(), [&](std::uint32_t o) { return is_its_deed(o, answer); });
  return full.empty() ? only_points || is_its_deed(d, answer) : in_full;
}

const std::vector<std::uint32_t>& AnswerFit::told_fully(std::uint32_t d) {
  const auto known = told_fully_.find(d);
  if (known != told_fully_.end()) return known->second;
  std::vector<std::uint32_t>& full = told_fully_[d];
  for (std::uint32_t other = 0; other < denials_.size(); ++other) {
    if (other != d && denials_[other].target.words > 0 && tells_fully(other, d)) full.push_back(other);
  }
  return full;
}

bool AnswerFit::is_admission(std::uint32_t answer) {
  const auto known = admits_.find(answer);
  return known != admits_.end() ? known->second : admits_.emplace(answer, admits(set_, answer)).first->second;
}

/// A denial in the text below the heading, of the same deed; or right beside one that only points ("Das sind Luegen").
bool AnswerFit::tells_fully(std::uint32_t other, std::uint32_t d) {
  const std::uint32_t full = denials_[other].statement, brief = denials_[d].statement;
  if (!is_one_report(set_, full, brief)) return false;
  const auto [first, last] =
      std::minmax({set_.statement(full).sentence.index(), set_.statement(brief).sentence.index()});
  const bool only_points = denials_[d].target.words == 0 || deed(brief).keys.empty();
  if (only_points && last - first <= kBeside) return true;
  return set_.distinct[brief].in_heading && is_same_side(set_, full, brief) && agreement(brief, full).deed;
}

bool AnswerFit::is_its_deed(std::uint32_t d, std::uint32_t answer) {
  const std::uint32_t denial = denials_[d].statement;
  const Deed& said = deed(answer);
  const Agreement found = agreement(denial, answer);
  if (found.other_case || found.other_time || found.other_doer) return false;
  const bool admission = is_admission(answer);
  if (found.deed || (found.base && found.others > 0)) {
    const bool both_crowd = deed(denial).others.size() >= kCrowd && said.others.size() >= kCrowd;
    return found.others > 0 || (!found.other_object && (admission || !both_crowd));
  }
  if (said.keys.empty() && said.others.empty()) return true;
  return admission && found.others > 1 && found.share >= kAdmitted;
}

bool AnswerFit::is_another_deed(std::uint32_t d, std::uint32_t answer, float least) {
  const Agreement found = agreement(denials_[d].statement, answer);
  const bool one_thing = !deed(denials_[d].statement).keys.empty() && found.others > 0 && found.share >= least;
  return found.other_case || (one_thing && !speaks_of_it(d, answer));
}

bool AnswerFit::is_of_another_object(std::uint32_t d, std::uint32_t answer) {
  const auto differs = [&](std::uint32_t denial) {
    const Agreement found = agreement(denials_[denial].statement, answer);
    return found.deed && found.other_object && found.others == 0;
  };
  const std::vector<std::uint32_t>& full = told_fully(d);
  return differs(d) || std::any_of(full.begin(), full.end(), differs);
}

bool AnswerFit::has_its_deed(std::uint32_t d, std::uint32_t answer, bool with_others) {
  const Agreement found = agreement(denials_[d].statement, answer);
  return found.deed && (found.others > 0 || !with_others) && !found.other_case && !found.other_time &&
         !found.other_object && !found.other_doer;
}

bool AnswerFit::is_another_case(std::uint32_t d, std::uint32_t answer) {
  const Agreement found = agreement(denials_[d].statement, answer);
  return found.other_case || found.other_time;
}

bool AnswerFit::names_nobody(std::uint32_t answer) {
  return deed(answer).others.empty() && deed(answer).places.empty();
}

float AnswerFit::wanted(float share) const {
  const float doublings = std::log2(static_cast<float>(set_.distinct.size()) / kSmallStory);
  return share + kPerDoubling * std::max(0.0F, doublings);
}

bool AnswerFit::is_telling(std::uint32_t answer, std::uint32_t denial) const {
  const ActorId who = speaker(answer);
  if (who.valid() && who == speaker(denial)) return true;
  const Sides &one = set_.distinct[answer].sides, &other = set_.distinct[denial].sides;
  const std::size_t less = set_.distinct.size() / kShareThatSpeaks;
  const std::size_t few = std::max(kFewSpeak, kManySpeak - std::min(kManySpeak, less));
  return std::any_of(one.begin(), one.end(), [&](std::uint64_t side) {
    return std::binary_search(other.begin(), other.end(), side) && speak_for_.at(side) <= few;
  });
}

Agreement AnswerFit::agreement(std::uint32_t denial, std::uint32_t answer) {
  return agreement_of(deed(denial), set_.matter[denial], deed(answer), set_.matter[answer]);
}

ActorId AnswerFit::speaker(std::uint32_t statement) const {
  return known_actor_of(set_.context, set_.distinct[statement].item.report, set_.statement(statement).speaker.entity);
}

const Deed& AnswerFit::deed(std::uint32_t statement) {
  const auto known = deeds_.find(statement);
  return known != deeds_.end() ? known->second : deeds_.emplace(statement, deed_of(set_, statement)).first->second;
}

}  // namespace ql::compare
