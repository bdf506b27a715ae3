// SPDX-License-Identifier: Apache-2.0
// What each denial of a story denies: the terms of its content or, where that only points back ("diese Spekulationen"),
// of what it points to. Private to this folder.
#pragma once

#include <vector>

#include "compare/statement_set.h"

namespace ql::compare {

/// What a statement speaks of; weighed gently, accounts and faults left out.
struct Matter {
  std::vector<Term> own;       ///< Of the content; where that names no matter, of the whole sentence.
  std::vector<Term> full;      ///< And of the sentences before, where the content names none.
  bool names_nothing = false;  ///< The content names no matter of its own ("Räumte Versäumnisse ein").
  std::size_t words = 0;       ///< Words of matter in the content itself.
};

Matter matter_of(const StatementSet& set, std::uint32_t statement);

/// One denial.
struct Denial {
  std::uint32_t statement = 0;  ///< Index into StatementSet::distinct.
  Matter target;
  bool tells_of_before = false;  ///< "hatte noch gestern bestritten": told in looking back.
  bool is_soft = false;          ///< Only says that something is not so; a denial only beside others.
  bool joint = false;            ///< Spoken by "beide Seiten".
  bool withdraws = false;        ///< Takes back what was said before ("nahm den Vorwurf zurück").
};

/// The passage around a statement: its sentence, two before it and the title, without accounts and faults.
std::vector<Term> passage_of(const StatementSet& set, std::uint32_t statement);

/// The cue says that something is admitted ("räumte ein", "gestand"), or the words do ("das war ein Fehler von uns").
bool admits(const StatementSet& set, std::uint32_t statement);

/// The content speaks of what others say ("den Vorwurf nannte er absurd"), not of the matter itself.
bool names_account(const StatementSet& set, std::uint32_t statement);

/// All denials of the set, in its order.
std::vector<Denial> denials_of(const StatementSet& set);

bool is_one_report(const StatementSet& set, std::uint32_t one, std::uint32_t other);
bool is_same_side(const StatementSet& set, std::uint32_t one, std::uint32_t other);

/// What a denial denies, to be compared with a statement: sentences before it lend nothing within one report, where
/// both would borrow the same.
const std::vector<Term>& target_of(const StatementSet& set, const Denial& denial, std::uint32_t statement);

/// What two sets of matter share; a set of very few rare words counts as a little larger than it is.
Common shared_matter(const std::vector<Term>& one, const std::vector<Term>& other);

}  // namespace ql::compare
