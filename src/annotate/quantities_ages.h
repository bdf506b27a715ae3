// SPDX-License-Identifier: Apache-2.0
// Bare numbers that are ages. Private to the quantities_* files.
#pragma once

#include "annotate/quantities_traps.h"

namespace ql::annotate {

/// "Anna Huber (57)", "Max Muster, 43,": behind a name.
bool is_age_in_brackets(const TrapContext& context, const NumberSite& site);
/// "die beiden Mädchen (13 und 14)": several in brackets behind persons.
bool is_age_in_list(const TrapContext& context, const NumberSite& site);
/// "Menschen ab 60 Jahren", "Kinder unter zwölf": the bound of an age behind a noun for persons, or of years of
/// age ("wegen ihres Alters über 80 Jahren").
bool is_age_bound(const TrapContext& context, const NumberSite& site);

/// "Joe Biden, 78 Jahre, wurde": a number of years between commas behind a name.
bool is_age_apposed(const TrapContext& context, const NumberSite& site);
/// "das Wahlrecht ab 16", "ab 18 erlaubt": the bound of an age without a noun; not where something is measured
/// ("die Werte ab 50").
bool is_bare_age_bound(const TrapContext& context, const NumberSite& site);
/// "Er wurde gestern 70.", "Sie ist 34 und": the predicate of a person.
bool is_age_reached(const TrapContext& context, const NumberSite& site);
/// True if lexeme `at` is a noun for a person ("Kindern", "Schülerinnen").
bool is_person_noun(const TrapContext& context, std::size_t at);

}  // namespace ql::annotate
