// SPDX-License-Identifier: Apache-2.0
// What a report says about each person that it names: gender, age, roles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "lang/language.h"

namespace ql::annotate {

struct PersonFacts {
  lang::NounGender gender = lang::NounGender::Unknown;
  std::string age;
  std::vector<std::string> roles;  ///< Lower case, as written.
  std::string party;               ///< In brackets behind the name, lower case: "spd"; "" when none stands there.
};

/// How well a person whose stated role is `stated` may be taken up by the role noun `described` (lower case, as
/// written): 3 the same word, 2 one a head of the other, 1 by role_takeups.tsv, 0 not at all. A few look-ups.
int role_fit(const lang::NameLexicon& lexicon, const std::string& stated, std::string_view described);

/// True if `described` names a party ("spd-politikerin") and the person is known to be of another one.
bool is_of_other_party(const PersonFacts& person, std::string_view described);

/// One record for each entity of `notes`, empty for those that are no persons. From the phrases of the mentions and the
/// lists of given names. Requires mentions and entities of the report `text`. Linear in the mentions.
std::vector<PersonFacts> person_facts(std::string_view text, const lang::Language& language, const Annotations& notes);

}  // namespace ql::annotate
