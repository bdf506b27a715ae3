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

/// One record for each entity of `notes`, empty for those that are no persons. From the phrases of the mentions and the
/// lists of given names. Requires mentions and entities of the report `text`. Linear in the mentions.
std::vector<PersonFacts> person_facts(std::string_view text, const lang::Language& language, const Annotations& notes);

}  // namespace ql::annotate
