// SPDX-License-Identifier: Apache-2.0
// Whom a role, an office or a profession takes up: the one person whose stated role fits, else the one person of the
// last sentences. Cost: the persons of the report, for each such noun. Tested by descriptions_test.cpp and
// identity_test.cpp.
#include <algorithm>
#include <string>

#include "annotate/description_resolver.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::NounGender;
using lang::PhraseWord;
constexpr std::size_t kRoleSentences = 1;
/// How far back the only person is looked for where the last sentence names nobody.
constexpr std::size_t kFarRoleSentences = 2;

}  // namespace

/// The one person of this and the last sentence, or of the one before if these name nobody.
EntityId DescriptionResolver::only_person(NounGender gender, std::size_t sentence, bool& subject) const {
  const bool near = std::any_of(seen_.rbegin(), farthest_seen(), [&](const Seen& seen) {
    return sentence - seen.sentence <= kRoleSentences &&
           notes_.entities[seen.entity.index()].type == EntityType::Person;
  });
  return only_person_within(near ? kRoleSentences : kFarRoleSentences, gender, sentence, subject);
}

/// The one person of the last sentences, if of this gender; else whom the last pronoun there meant.
EntityId DescriptionResolver::only_person_within(std::size_t reach, NounGender gender, std::size_t sentence,
                                                 bool& subject) const {
  EntityId found;
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && sentence - seen->sentence <= reach; ++seen) {
    if (notes_.entities[seen->entity.index()].type != EntityType::Person) continue;
    if (found.valid() && seen->entity != found) return {};
    found = seen->entity;
    subject |= seen->subject;
  }
  if (!found.valid() && !added_.empty() && added_.back().form == MentionForm::Pronoun) {
    const std::size_t first = sentence < reach ? 0 : sentence - reach;
    if (added_.back().tokens.begin >= notes_.sentences[first].tokens.begin) found = added_.back().entity;
    subject = true;
  }
  if (!found.valid()) return {};
  const NounGender known = persons_[found.index()].gender;
  return known == NounGender::Unknown || known == gender ? found : EntityId();
}

EntityId DescriptionResolver::person_of_role(std::string_view described, NounGender gender) const {
  const std::string lower = to_lower_utf8(described);
  const std::size_t hyphen = described.find('-');
  const std::uint32_t body =
      hyphen == std::string_view::npos ? lang::kNoName : language_.name_lexicon.name(described.substr(0, hyphen));
  EntityId best;
  int best_fit = 0;
  bool tie = false;
  for (std::size_t e = 0; e < persons_.size(); ++e) {
    const bool other = gender != NounGender::Unknown && gender != NounGender::Neuter &&
                       persons_[e].gender != NounGender::Unknown && persons_[e].gender != gender;
    if (other) continue;
    int fit = 0;
    for (const std::string& role : persons_[e].roles) {
      fit = std::max(fit, role_fit(language_.name_lexicon, role, lower));
    }
    if (fit == 1 && is_of_other_party(persons_[e], lower)) fit = 0;
    const std::string& stated = notes_.entities[e].role;
    if (body != lang::kNoName && !stated.empty() && language_.name_lexicon.name(stated + "ium") == body) fit = 3;
    if (fit == 0) continue;
    const bool met =
        std::any_of(seen_.begin(), seen_.end(), [&](const Seen& seen) { return seen.entity.index() == e; });
    if (!met) continue;
    tie = fit == best_fit || (tie && fit < best_fit);
    if (fit > best_fit) {
      best = EntityId(e);
      best_fit = fit;
    }
  }
  return tie ? EntityId() : best;
}

/// The report has stated this very noun of the person.
bool DescriptionResolver::has_role(EntityId person, std::string_view noun) const {
  const std::vector<std::string>& roles = persons_[person.index()].roles;
  return std::find(roles.begin(), roles.end(), to_lower_utf8(noun)) != roles.end();
}

/// Named or taken up in this sentence or the last two.
bool DescriptionResolver::is_seen_near(EntityId person, std::size_t sentence) const {
  for (auto seen = seen_.rbegin(); seen != farthest_seen() && sentence - seen->sentence <= kFarRoleSentences; ++seen) {
    if (seen->entity == person) return true;
  }
  return false;
}

/// Has an office of its own.
bool DescriptionResolver::has_office(EntityId person) const {
  const std::vector<std::string>& roles = persons_[person.index()].roles;
  return std::any_of(roles.begin(), roles.end(), [&](const std::string& stated) {
    const auto role = language_.name_lexicon.role(stated);
    return role && role->kind != lang::RoleKind::Person && role->kind != lang::RoleKind::Title;
  });
}

/// "Grotjahn kam um sechs. ..., erzaehlt der Betriebsratsvorsitzende": news states an office by taking its holder up
/// with it behind what he says. The one person of this and the last sentence, who was a subject there.
EntityId DescriptionResolver::person_of_new_role(const lang::RoleForm& role, std::size_t determiner, TokenRange range,
                                                 std::size_t sentence) const {
  const std::string_view article = word(determiner);
  if (role.kind != lang::RoleKind::Office || determiner == range.begin || (article != "der" && article != "die"))
    return {};
  const NounGender gender = article == "der" ? NounGender::Masculine : NounGender::Feminine;
  const Token& before = notes_.tokens[determiner - 1];
  const bool inverted = before.morphology.verb_form == VerbForm::Finite && subject_[determiner] == 1;
  if ((!inverted && word(determiner - 1) != "so") || (role.gender != NounGender::Unknown && role.gender != gender))
    return {};
  bool subject = false;
  const EntityId found = only_person(gender, sentence, subject);
  if (!found.valid()) return {};
  // "Er bleibe, sagte der Kanzler": the pronoun means the speaker, whatever office he was given before.
  const bool meant = std::any_of(added_.begin(), added_.end(), [&](const Mention& mention) {
    return mention.form == MentionForm::Pronoun && mention.entity == found && mention.tokens.begin >= range.begin;
  });
  return meant || (subject && !has_office(found)) ? found : EntityId();
}

/// No other word of the report has this noun: somebody else who was introduced by it would be meant.
bool DescriptionResolver::is_new_noun(const lang::RoleForm& role, std::size_t head) const {
  for (std::size_t i = 0; i < head; ++i) {
    if (!notes_.tokens[i].capitalised || covered_[i] != 0) continue;
    const auto other = role_of(words_[i], language_);
    if (other && other->noun == role.noun) return false;
  }
  return true;
}

/// "eine Umfrage der Mediziner", "den Juristen": such a phrase may mean several.
bool DescriptionResolver::may_be_one_of_many(std::size_t determiner, std::size_t head) const {
  const std::string_view article = word(determiner);
  const bool speaks = subject_[determiner] != 0 || (determiner > 0 && word(determiner - 1) == "so");
  const bool genitive = article == "der" && !speaks && !word(head).ends_with("in");
  return genitive || subject_[determiner] == kOfPlural || (article == "den" && word(head).ends_with("n"));
}

/// "Buergermeister Ohm kam. Das reiche nicht, sagte der Jurist": a noun said of persons only, which the report has not
/// used before, takes up the one person of the last sentences, unless he has another profession or rank.
EntityId DescriptionResolver::person_of_attribute(const lang::RoleForm& role, std::size_t determiner, std::size_t head,
                                                  std::size_t sentence) const {
  const std::string lower = to_lower_utf8(word(head));
  if (kind(determiner) != PhraseWord::Definite || !language_.name_lexicon.takes_up("*", lower)) return {};
  if (may_be_one_of_many(determiner, head) || !is_new_noun(role, head)) return {};
  bool subject = false;
  const EntityId found = only_person(role.gender, sentence, subject);
  if (!found.valid() || is_of_other_party(persons_[found.index()], lower)) return {};
  const std::vector<std::string>& roles = persons_[found.index()].roles;
  const bool other = std::any_of(roles.begin(), roles.end(), [&](const std::string& stated) {
    const auto has = language_.name_lexicon.role(stated);
    return has && has->kind == role.kind;
  });
  return other ? EntityId() : found;
}

}  // namespace ql::annotate
