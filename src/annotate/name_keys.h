// SPDX-License-Identifier: Apache-2.0
// Comparable forms of names: how two spellings of one name are seen to be one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ql::annotate {

/// Lower case without accents: a-umlaut -> ae, sharp s -> ss, dotless i -> i; hyphens and white space become one
/// blank; other marks go. "St. Leonhard" and "Sankt Leonhard" both read "sankt leonhard".
std::string fold_name(std::string_view name);

/// A sound-like key over transliterations: Selenskyj, Selenskij, Zelensky, Zelenskyy share one. For one folded word.
std::string sound_key(std::string_view folded_word);

/// A key over spellings that a slip of the pen exchanges: Tveitdahl and Tveitdal, Hoffmann and Hofman. One folded word.
std::string spelling_key(std::string_view folded_word);

/// The consonants of a sound key, runs as one letter: Wolodymyr and Wladimir share "wldmr".
std::string consonants(std::string_view sound);

/// True if a form in -er belongs to a town: Moorburger (Moorburg), Bremer (Bremen), Haller (Halle). Both as written or
/// both folded.
bool is_adjective_of(std::string_view form, std::string_view town);

/// True if a word in brackets may abbreviate the name before it: its letters stand in the name in this order, the
/// first and the initial of the last capitalised word among them (BfW: Bundesamt fuer Wasserwirtschaft; WVN:
/// Wasserverband Nordheide). At least two capitals, at most eight letters.
bool abbreviates(std::string_view acronym, std::string_view name);

/// Appends the words of a folded name.
void split_folded(std::string_view folded, std::vector<std::string>& words);

/// Names of ships, machines, halls: "MS Moewe II" and "Moewe Zwei" are one. Not for persons.
void settle_thing_name(std::vector<std::string>& words);

/// How a person is called: by a family name alone ("von Rehden", "Holm-Seifert", "al-Harbi") or with a first name.
struct PersonName {
  std::string family;  ///< Folded, without particles; a double name as "holm seifert".
  bool lone = false;   ///< No first name stands before it.
};
PersonName person_name(std::string_view name);

/// Takes years (never the first two words) and legal forms (never the first word) off the end of a folded name:
/// FC Beispiel 1911 e. V., Brandauer AG.
void drop_legal_form(std::vector<std::string>& words);

/// The first word of a name with a legal form, folded: "brandauer" for "Brandauer Maschinenbau AG"; "" without one.
std::string first_of_firm(std::string_view name);

/// The name without a genitive ending (Scholz', Selenskyjs), or an empty view when it has none.
std::string_view without_genitive(std::string_view name);

}  // namespace ql::annotate
