// SPDX-License-Identifier: Apache-2.0
// One pass in text order. Every noun phrase with a determiner whose head is a role, an age or an organisation noun
// looks for its name among those mentioned so far: by equal role (also across words: the Pentagon-Chef is the
// US-Verteidigungsminister because the lexicon names the Pentagon US-Verteidigungsministerium), by age, by the noun
// inside the name (Verband <- Wasserverband). Two candidates of equal strength leave it open. Pronouns take the person
// of fitting gender that was subject last. Input: named mentions; output: more mentions. Tested by
// descriptions_test.cpp.
#include "annotate/descriptions.h"

#include <algorithm>
#include <string>

#include "annotate/description_resolver.h"
#include "annotate/entities.h"
#include "annotate/organisation_kinds.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::NounGender;
using lang::PhraseWord;
constexpr std::size_t kMaxAdjectives = 4;
constexpr std::size_t kPronounSentences = 2;
constexpr std::size_t kAgeSentences = 4;

}  // namespace

void DescriptionResolver::run() {
  named_count_ = notes_.mentions.size();
  persons_ = person_facts(text_, language_, notes_);
  kinds_ = organisation_kinds(text_, language_, notes_);
  mark_covered();
  mark_subjects();
  std::size_t next = 0;
  for (std::size_t s = 0; s < notes_.sentences.size(); ++s) {
    const TokenRange range = notes_.sentences[s].tokens;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      for (; next < named_count_ && notes_.mentions[next].tokens.begin <= i; ++next) see(notes_.mentions[next], s);
      read_token(i, range, s);
    }
  }
  notes_.mentions.insert(notes_.mentions.end(), added_.begin(), added_.end());
  sort_mentions(notes_.mentions);
}

void DescriptionResolver::mark_covered() {
  covered_.resize(notes_.tokens.size());
  for (const Mention& mention : notes_.mentions) {
    if (mention.form != MentionForm::Name) continue;
    for (std::size_t i = mention.tokens.begin; i < mention.tokens.end; ++i) covered_[i] = 1;
  }
}

void DescriptionResolver::mark_subjects() {
  subject_.assign(notes_.tokens.size(), 0);
  for (const Clause& clause : notes_.clauses) {
    const bool plural =
        clause.finite_verb.valid() && notes_.tokens[clause.finite_verb.index()].morphology.number == Number::Plur;
    for (std::size_t i = clause.subject.begin; i < std::min<std::size_t>(clause.subject.end, subject_.size()); ++i) {
      subject_[i] = plural ? kOfPlural : 1;
    }
  }
}

void DescriptionResolver::see(const Mention& mention, std::size_t sentence) {
  const bool itself = mention.form == MentionForm::Name || mention.form == MentionForm::Description;
  if (itself && mention.entity.valid()) {
    seen_.push_back({mention.entity, sentence, subject_[mention.tokens.begin] != 0});
  }
}

std::span<const Mention> DescriptionResolver::named_from(std::size_t token) const {
  const std::span<const Mention> named(notes_.mentions.data(), named_count_);
  const auto from = std::lower_bound(named.begin(), named.end(), token,
                                     [](const Mention& mention, std::size_t at) { return mention.tokens.begin < at; });
  return named.subspan(static_cast<std::size_t>(from - named.begin()));
}

const Mention* DescriptionResolver::named_at(std::size_t token) const {
  const std::span<const Mention> from = named_from(token);
  return !from.empty() && from.front().tokens.begin == token ? &from.front() : nullptr;
}

void DescriptionResolver::add(std::size_t begin, std::size_t end, MentionForm form, EntityId entity,
                              std::size_t sentence) {
  Mention mention;
  mention.tokens = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  mention.text = notes_.tokens[begin].text.hull(notes_.tokens[end - 1].text);
  mention.phrase = mention.text;
  mention.type = notes_.entities[entity.index()].type;
  mention.form = form;
  mention.entity = entity;
  added_.push_back(mention);
  if (form == MentionForm::Description) seen_.push_back({entity, sentence, subject_[begin] != 0});
}

void DescriptionResolver::read_token(std::size_t token, TokenRange range, std::size_t sentence) {
  if (covered_[token] != 0) return;
  const PhraseWord word_kind = kind(token);
  if (word_kind == PhraseWord::Pronoun) {
    read_pronoun(token, sentence);
    return;
  }
  if (!is_determiner(word_kind) && word_kind != PhraseWord::Contraction) {
    const bool after_name = token > range.begin && covered_[token - 1] != 0 && notes_.tokens[token].capitalised;
    if (after_name) read_body(token - 1, token, sentence);
    return;
  }
  std::size_t head = token + 1;
  while (head < range.end && head - token <= kMaxAdjectives && covered_[head] == 0 &&
         (notes_.tokens[head].word_class == WordClass::Adj || !notes_.tokens[head].capitalised ||
          is_place_adjective(head)) &&
         notes_.tokens[head].word_class != WordClass::Punct && notes_.tokens[head].word_class != WordClass::Verb &&
         notes_.tokens[head].word_class != WordClass::Adp && notes_.tokens[head].word_class != WordClass::Aux &&
         notes_.tokens[head].word_class != WordClass::Det && notes_.tokens[head].word_class != WordClass::Pron) {
    if (word(head).find("-J\u00E4hrig") != std::string_view::npos) break;
    ++head;
  }
  if (head < range.end && notes_.tokens[head].word_class == WordClass::Adp) head = behind_attribute(head, range);
  if (head < range.end && covered_[head] == 0) read_phrase(token, head, range, sentence);
}

/// "der im Juni abgewaehlte Rathauschef": the noun behind an attribute that opens with the preposition at `at`.
std::size_t DescriptionResolver::behind_attribute(std::size_t at, TokenRange range) const {
  constexpr std::size_t kLongest = 7;
  for (std::size_t i = at + 1; i + 1 < range.end && i < at + kLongest; ++i) {
    const Token &token = notes_.tokens[i], &next = notes_.tokens[i + 1];
    if (token.word_class == WordClass::Punct || token.morphology.verb_form == VerbForm::Finite) break;
    if (token.word_class == WordClass::Adj && !token.capitalised && next.capitalised && i > at + 1) return i + 1;
  }
  return range.end;
}

/// "der Schweizer Nachrichtendienst", "die Moorburger Polizei": a capital form in -er before a noun.
bool DescriptionResolver::is_place_adjective(std::size_t token) const {
  if (!word(token).ends_with("er") || token + 1 >= notes_.tokens.size() || !notes_.tokens[token + 1].capitalised)
    return false;
  const Mention* const from = named_at(token);
  return from != nullptr && (from->form == MentionForm::Adjective || from->form == MentionForm::Demonym);
}

void DescriptionResolver::read_phrase(std::size_t determiner, std::size_t head, TokenRange range,
                                      std::size_t sentence) {
  if (read_age(determiner, head, sentence) || !notes_.tokens[head].capitalised) return;
  if (read_demonym(determiner, head, sentence)) return;
  if (!read_role(determiner, head, range, sentence)) read_body(determiner, head, sentence);
}

bool DescriptionResolver::read_age(std::size_t determiner, std::size_t head, std::size_t sentence) {
  const std::string_view form = word(head);
  const std::size_t mark = form.find("-J\u00E4hrige");
  if (mark == std::string_view::npos) return false;
  EntityId found;
  for (std::size_t e = 0; e < persons_.size(); ++e) {
    if (persons_[e].age != form.substr(0, mark)) continue;
    if (found.valid()) return true;
    found = EntityId(e);
  }
  if (!found.valid()) {
    const std::string_view article = word(determiner);
    const NounGender gender = article == "die" || article == "Die"                       ? NounGender::Feminine
                              : article == "der" || article == "Der" || article == "den" ? NounGender::Masculine
                                                                                         : NounGender::Unknown;
    if (gender != NounGender::Unknown) found = salient_person(gender, sentence, kAgeSentences, form.substr(0, mark));
    if (found.valid()) persons_[found.index()].age = std::string(form.substr(0, mark));
  }
  if (found.valid()) add(determiner, head + 1, MentionForm::Description, found, sentence);
  return true;
}

/// "..., sagte der Niederlaender": the one person of this and the last sentence, who was a subject there.
bool DescriptionResolver::read_demonym(std::size_t determiner, std::size_t head, std::size_t sentence) {
  const Mention* const at = named_at(head);
  if (at == nullptr || at->form != MentionForm::Demonym) return false;
  const std::string_view article = word(determiner);
  const bool feminine = word(head).ends_with("in");
  if (subject_[determiner] != 1 || (article != "der" && article != "Der" && !feminine)) return true;
  const NounGender gender = feminine ? NounGender::Feminine : NounGender::Masculine;
  bool subject = false;
  const EntityId person = only_person(gender, sentence, subject);
  if (person.valid() && subject) add(determiner, head + 1, MentionForm::Description, person, sentence);
  return true;
}

NounGender DescriptionResolver::determiner_gender(std::size_t token) const {
  const std::string_view form = word(token);
  if (form == "die" || form == "Die" || form == "eine" || form == "Eine") return NounGender::Feminine;
  return NounGender::Unknown;
}

bool DescriptionResolver::read_role(std::size_t determiner, std::size_t head, TokenRange range, std::size_t sentence) {
  const auto role = role_of(words_[head], language_);
  if (!role || role->kind == lang::RoleKind::Person || role->kind == lang::RoleKind::Kin) return false;
  const bool indefinite = kind(determiner) == PhraseWord::Indefinite;
  const NounGender gender = role->gender == NounGender::Unknown ? determiner_gender(determiner) : role->gender;
  const bool plural =
      role->plural || (determiner_gender(determiner) == NounGender::Feminine && gender == NounGender::Masculine);
  if (plural || kind(determiner) == PhraseWord::Contraction) return true;
  std::size_t end = head + 1;
  const EntityId body = complement(head, range, sentence, end);
  if (!indefinite) {
    if (EntityId person = person_of_role(word(head), gender); person.valid()) {
      // "der Oekonom" means who spoke last rather than a Verkehrsoekonom of two paragraphs ago.
      const bool far =
          role->kind == lang::RoleKind::Work && !has_role(person, word(head)) && !is_seen_near(person, sentence);
      const EntityId nearer = far ? person_of_attribute(*role, determiner, head, sentence) : EntityId();
      if (nearer.valid()) person = nearer;
      add(determiner, head + 1, MentionForm::Description, person, sentence);
      return true;
    }
    const bool bare = end == head + 1 && kind(determiner) != PhraseWord::Possessive;
    EntityId taken_up = bare ? person_of_new_role(*role, determiner, range, sentence) : EntityId();
    if (bare && !taken_up.valid()) taken_up = person_of_attribute(*role, determiner, head, sentence);
    if (taken_up.valid()) {
      persons_[taken_up.index()].roles.push_back(to_lower_utf8(word(head)));
      add(determiner, head + 1, MentionForm::Description, taken_up, sentence);
      return true;
    }
  }
  const bool speaks = role->kind == lang::RoleKind::Speaks && (indefinite || end > head + 1);
  if (!speaks) return true;
  Entity entity;
  entity.type = EntityType::Person;
  entity.name = std::string(slice(text_, notes_.tokens[determiner + 1].text.hull(notes_.tokens[end - 1].text)));
  entity.role = std::string(word(head));
  entity.acts_for = body;
  entity.named = false;
  notes_.entities.push_back(entity);
  persons_.push_back({gender, "", {to_lower_utf8(word(head))}, ""});
  add(determiner, end, MentionForm::Description, EntityId(notes_.entities.size() - 1), sentence);
  return true;
}

/// The person of fitting gender who was subject last; none when two persons have the same claim.
EntityId DescriptionResolver::salient_person(NounGender gender, std::size_t sentence, std::size_t reach,
                                             std::string_view age) const {
  EntityId best;
  int best_score = 0;
  bool tie = false;
  for (auto seen = seen_.rbegin(); seen != seen_.rend() && sentence - seen->sentence <= reach; ++seen) {
    const Entity& entity = notes_.entities[seen->entity.index()];
    const NounGender known = persons_[seen->entity.index()].gender;
    const std::string& stated = persons_[seen->entity.index()].age;
    const bool other_age = !age.empty() && !stated.empty() && stated != age;
    const bool other_gender = known != NounGender::Unknown && known != gender;
    if (entity.type != EntityType::Person || other_gender || other_age) continue;
    const int score =
        (seen->subject ? 4 : 0) + (known == gender ? 2 : 0) + 6 - 3 * static_cast<int>(sentence - seen->sentence);
    if (seen->entity == best) {
      best_score = std::max(best_score, score);
    } else if (score > best_score) {
      best = seen->entity;
      best_score = score;
      tie = false;
    } else if (score == best_score) {
      tie = true;
    }
  }
  return tie ? EntityId() : best;
}

void DescriptionResolver::read_pronoun(std::size_t token, std::size_t sentence) {
  const std::string_view form = word(token);
  const NounGender gender = language_.noun_phrase_words.pronoun_gender(form);
  const bool nominative = form == "er" || form == "Er" || form == "sie" || form == "Sie";
  if (!nominative || subject_[token] == kOfPlural || (gender == NounGender::Feminine && subject_[token] == 0)) return;
  const EntityId person = salient_person(gender, sentence, kPronounSentences, "");
  if (person.valid()) add(token, token + 1, MentionForm::Pronoun, person, sentence);
}

void find_descriptions(const clean::Report& report, const lang::Language& language, WordSpan words,
                       Annotations& notes) {
  DescriptionResolver(report.text, language, words, notes).run();
}

}  // namespace ql::annotate
