// SPDX-License-Identifier: Apache-2.0
// Internal to descriptions.cpp (the pass), description_persons.cpp and description_bodies.cpp: the pass that finds what
// a description or pronoun takes up.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/person_facts.h"
#include "annotate/word_info.h"
#include "lang/language.h"

namespace ql::annotate {

/// Mark of a token in the subject of a plural verb; 1 in other subjects.
inline constexpr char kOfPlural = 2;

/// A mention that has been read, newest last.
struct Seen {
  EntityId entity;
  std::size_t sentence = 0;
  bool subject = false;
};

class DescriptionResolver {
 public:
  DescriptionResolver(std::string_view text, const lang::Language& language, WordSpan words, Annotations& notes)
      : text_(text), language_(language), words_(words), notes_(notes) {}

  /// Adds the mentions found to the notes.
  void run();

 private:
  std::string_view word(std::size_t token) const { return slice(text_, notes_.tokens[token].text); }
  lang::PhraseWord kind(std::size_t token) const { return phrase_word(words_[token], language_); }
  void mark_covered();
  void mark_subjects();
  void see(const Mention& mention, std::size_t sentence);
  void read_token(std::size_t token, TokenRange range, std::size_t sentence);
  bool is_place_adjective(std::size_t token) const;
  void read_phrase(std::size_t determiner, std::size_t head, TokenRange range, std::size_t sentence);
  bool read_role(std::size_t determiner, std::size_t head, TokenRange range, std::size_t sentence);
  bool read_age(std::size_t determiner, std::size_t head, std::size_t sentence);
  bool read_body(std::size_t begin, std::size_t head, std::size_t sentence);
  EntityId salient_person(lang::NounGender gender, std::size_t sentence, std::size_t reach, std::string_view age) const;
  void read_pronoun(std::size_t token, std::size_t sentence);
  bool read_demonym(std::size_t determiner, std::size_t head, std::size_t sentence);
  std::size_t behind_attribute(std::size_t at, TokenRange range) const;
  EntityId only_person(lang::NounGender gender, std::size_t sentence, bool& subject) const;
  EntityId only_person_within(std::size_t reach, lang::NounGender gender, std::size_t sentence, bool& subject) const;
  bool has_office(EntityId person) const;
  bool has_role(EntityId person, std::string_view noun) const;
  bool is_seen_near(EntityId person, std::size_t sentence) const;
  EntityId person_of_attribute(const lang::RoleForm& role, std::size_t determiner, std::size_t head,
                               std::size_t sentence) const;
  bool is_new_noun(const lang::RoleForm& role, std::size_t head) const;
  bool may_be_one_of_many(std::size_t determiner, std::size_t head) const;
  EntityId person_of_new_role(const lang::RoleForm& role, std::size_t determiner, TokenRange range,
                              std::size_t sentence) const;
  EntityId person_of_role(std::string_view described, lang::NounGender gender) const;
  /// Where looking back over the mentions ends: a few thousand back, so that cost stays linear in endless texts.
  [[nodiscard]] auto farthest_seen() const {
    constexpr std::size_t kFarthest = 4096;
    return seen_.size() > kFarthest ? seen_.rbegin() + kFarthest : seen_.rend();
  }
  /// Named mentions whose phrase begins at this token or behind, in text order.
  std::span<const Mention> named_from(std::size_t token) const;
  /// The first of those, if its phrase begins at this token; else nullptr.
  const Mention* named_at(std::size_t token) const;
  EntityId body_named_by(const lang::BodyNoun& noun, std::string_view head, bool& several) const;
  EntityId body_of_kind(std::string_view kind, std::size_t sentence, std::size_t reach, bool& several) const;
  EntityId body_of_noun(const lang::BodyNoun& noun, std::string_view head, std::size_t sentence) const;
  EntityId named_behind(std::size_t head) const;
  void note_state_name(EntityId body, EntityId state, std::size_t bytes, std::size_t head);
  EntityId state_in(std::size_t begin, std::size_t head) const;
  EntityId seat_behind(std::size_t head) const;
  EntityId body_of_state(EntityId state, const lang::BodyNoun& noun, std::size_t head);
  EntityId complement(std::size_t head, TokenRange range, std::size_t sentence, std::size_t& end) const;
  std::string state_name(EntityId state, std::string_view noun) const;
  void add(std::size_t begin, std::size_t end, MentionForm form, EntityId entity, std::size_t sentence);
  lang::NounGender determiner_gender(std::size_t token) const;

  std::string_view text_;
  const lang::Language& language_;
  WordSpan words_;
  Annotations& notes_;
  std::vector<char> covered_;
  std::vector<char> subject_;
  std::vector<PersonFacts> persons_;
  std::vector<std::string> kinds_;  ///< Of each entity: kind of organisation, "" unknown.
  std::vector<Seen> seen_;
  std::vector<Mention> added_;
  std::map<std::pair<std::uint32_t, std::string>, EntityId> bodies_;
  std::size_t named_count_ = 0;
};

}  // namespace ql::annotate
