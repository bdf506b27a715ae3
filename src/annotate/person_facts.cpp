// SPDX-License-Identifier: Apache-2.0
// Reads the phrase around each name of a person: role nouns, an age in brackets or as an adjective, a given name that
// only men or women bear. Input: mentions and entities; output: facts. Cost: linear. Tested by descriptions_test.cpp.
#include "annotate/person_facts.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::NounGender;

class Reader {
 public:
  Reader(std::string_view text, const lang::Language& language, const Annotations& notes)
      : text_(text), language_(language), notes_(notes), facts_(notes.entities.size()) {}

  std::vector<PersonFacts> run() {
    for (const Mention& mention : notes_.mentions) {
      const bool person = mention.form == MentionForm::Name && mention.type == EntityType::Person;
      if (person && mention.entity.valid() && !mention.tokens.empty()) read(mention, facts_[mention.entity.index()]);
    }
    return std::move(facts_);
  }

 private:
  std::string_view word(std::size_t token) const { return slice(text_, notes_.tokens[token].text); }
  void read(const Mention& mention, PersonFacts& person) const;
  void read_word(const Mention& mention, std::size_t token, PersonFacts& person) const;

  std::string_view text_;
  const lang::Language& language_;
  const Annotations& notes_;
  std::vector<PersonFacts> facts_;
};

void Reader::read_word(const Mention& mention, std::size_t token, PersonFacts& person) const {
  const std::string_view form = word(token);
  if (form.find("-j\u00E4hrig") != std::string_view::npos) person.age = std::string(form.substr(0, form.find('-')));
  const bool digits =
      form.size() == 2 && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && token > mention.tokens.begin && word(token - 1) == "(") person.age = std::string(form);
  if (!digits && person.party.empty() && token > mention.tokens.begin && word(token - 1) == "(" &&
      notes_.tokens[token].capitalised) {
    person.party = to_lower_utf8(form);
  }
  const auto role = notes_.tokens[token].capitalised ? language_.name_lexicon.role(form) : std::nullopt;
  if (!role) return;
  person.roles.push_back(to_lower_utf8(form));
  if (person.gender == NounGender::Unknown && role->gender != NounGender::Neuter) person.gender = role->gender;
}

void Reader::read(const Mention& mention, PersonFacts& person) const {
  for (std::size_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
    const TextRange token = notes_.tokens[i].text;
    if (token.begin < mention.text.begin || token.end > mention.text.end) read_word(mention, i, person);
  }
  std::size_t first = mention.tokens.begin;
  while (notes_.tokens[first].text.begin < mention.text.begin) ++first;
  const std::uint32_t flags = language_.gazetteer.flags(lang::hash_word(word(first)));
  const bool male = (flags & lang::kMaleName) != 0, female = (flags & lang::kFemaleName) != 0;
  const bool full = notes_.tokens[first].text.end < mention.text.end;
  if (person.gender == NounGender::Unknown && full && male != female) {
    person.gender = male ? NounGender::Masculine : NounGender::Feminine;
  }
}

}  // namespace

/// Equal words, one a head of the other, or what role_takeups.tsv allows.
int role_fit(const lang::NameLexicon& lexicon, const std::string& stated, std::string_view described) {
  if (stated == described) return 3;
  const auto a = lexicon.role(stated), b = lexicon.role(described);
  if (a && b && a->noun == b->noun) {
    const std::string_view of_stated = std::string_view(stated).substr(0, a->modifier_bytes);
    const std::string_view of_described = described.substr(0, b->modifier_bytes);
    if (of_stated == of_described || of_described.empty() || (!of_stated.empty() && of_stated.ends_with(of_described)))
      return 2;
  }
  return lexicon.takes_up(stated, described) ? 1 : 0;
}

/// "Mara Dolz (SPD)" and the SPD-Chefin Mara Dolz are no CDU-Politikerin.
bool is_of_other_party(const PersonFacts& person, std::string_view described) {
  const auto owner = [](std::string_view role) { return role.substr(0, role.find('-') + 1); };
  const std::string_view party = owner(described);
  if (party.empty()) return false;
  if (!person.party.empty()) return person.party + '-' != party;
  return std::any_of(person.roles.begin(), person.roles.end(),
                     [&](const std::string& role) { return !owner(role).empty() && owner(role) != party; });
}

std::vector<PersonFacts> person_facts(std::string_view text, const lang::Language& language, const Annotations& notes) {
  return Reader(text, language, notes).run();
}

}  // namespace ql::annotate
