// SPDX-License-Identifier: Apache-2.0
// What is said to have been done, and to whom: "Geld von Kolbe angenommen" is a taking, with money and Kolbe. Whether
// a statement answers a denial hangs on the deed; that both name Kolbe says little. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/keys.h"
#include "compare/statement_set.h"

namespace ql::compare {

/// The deed of a statement's content and who or what takes part in it.
struct Deed {
  Keys keys;                 ///< Of the predicate's terms, ascending; empty where the content names no deed.
  Keys bases;                ///< Of its verbs without particle ("ein-leiten"), of what goes with it; ascending.
  std::vector<Term> others;  ///< All else that is named, without the speaker; ascending by key.
  Keys persons;              ///< Of those names, ascending.
  Keys places;               ///< Of those names, ascending.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> labels;       ///< Noun and name: "Fähre Alma"; ascending.
  std::vector<std::pair<std::string_view, std::string_view>> times;  ///< First and last day, where they are known.
  Keys doers;             ///< Terms of the subject of its verbs, in the passive of the agent; ascending.
  Keys objects;           ///< Terms of nouns behind no preposition that are no doers; ascending.
  bool is_event = false;  ///< A verb, or a noun that stands for one; false for "der Spieler".
};

Deed deed_of(const StatementSet& set, std::uint32_t statement);

/// How two contents agree.
struct Agreement {
  bool deed = false;          ///< The deed of one is named by the other.
  bool base = false;          ///< The deeds go together: verbs but for their particle, buying and selling.
  bool known = false;         ///< Both name a deed.
  bool other_case = false;    ///< Both name persons, or places, and none in common.
  bool other_time = false;    ///< Both say when, and at no common time.
  std::size_t others = 0;     ///< Participants in common.
  bool other_doer = false;    ///< Both say who did it, and no word of the one is in the other.
  bool other_object = false;  ///< Both verbs have an object, and no word of the one is in the other.
  float share = 0;            ///< Of what the first names, its deed counted twice; 0..1.
};

/// What `other` says of the deed of `one`. `one_terms`, `other_terms`: of their contents. Linear.
Agreement agreement_of(const Deed& one, const std::vector<Term>& one_terms, const Deed& other,
                       const std::vector<Term>& other_terms);

}  // namespace ql::compare
