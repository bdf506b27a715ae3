// SPDX-License-Identifier: Apache-2.0
// Numbers that belong to a name, an idiom or a list of labelled numbers. Private to the quantities_* files.
#pragma once

#include "annotate/quantities_traps.h"

namespace ql::annotate {

/// "die Elf", "eine Fünf vor dem Komma", "die Zehn Gebote": a cardinal word with a capital inside a sentence, bare or
/// behind an article or adjective.
bool is_noun_or_name(const TrapContext& context, const NumberPhrase& number, bool bare);
/// "eins": the one that is only itself.
bool is_lone_one(const TrapContext& context, const NumberPhrase& number);
/// "fünf vor zwölf", "unter vier Augen": the number is part of a fixed phrase. Words only, no digits.
bool is_idiom(const TrapContext& context, const NumberSite& site);
/// "der Film „21 Gramm“", "der „Club der 27“": the number stands in a short quotation that names something.
bool is_in_title(const TrapContext& context, const NumberSite& site);
/// "die drei schwiegen", "die zwei einigten sich": takes up persons that are known; nothing is counted.
bool is_pronoun(const TrapContext& context, const NumberSite& site);
/// "mit der 13 zum Bahnhof", "eine 3 in Deutsch": a number that is itself the thing.
bool is_named_by_number(const TrapContext& context, const NumberSite& site);
/// "siegte 2 zu 1": the first number of a score in words; the second one continues it.
bool is_score_in_words(const TrapContext& context, const NumberSite& site);
/// "70173 Stuttgart": digits of a postal code in front of the name of a place.
bool is_postal_code(const TrapContext& context, const NumberSite& site);
/// "Linien 5 und 7", "Seiten 4, 5 und 9", "Stufe 2 von 5": a bare number behind one that counts nothing is of its kind.
std::optional<QuantityKind> continued_kind(const TrapContext& context, const NumberSite& site);

}  // namespace ql::annotate
