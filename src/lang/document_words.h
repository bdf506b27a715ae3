// SPDX-License-Identifier: Apache-2.0
// What the cleaner has to know about words: furniture phrases, agencies, months, and the words of head lines.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/language_guess.h"
#include "lang/phrase_table.h"
#include "lang/word_set.h"

namespace ql::lang {

/// Tables for reading whole documents. Pages mix languages, so furniture and months hold several.
struct DocumentWords {
  PhraseTable furniture;                                     ///< de/furniture.tsv and html/furniture.tsv
  WordLabels months;                                         ///< html/months.tsv: 1..12, 0 = none
  std::map<std::string, std::string, std::less<>> agencies;  ///< de/agencies.tsv: credited form -> name
  WordLabels head_words;                                     ///< de/head_words.tsv: HeadWord, 0 = none
  LanguageGuess language_guess;                              ///< html/language_words.tsv
  WordLabels hints;                                          ///< html/hints.tsv: Hint, 0 = none
  WordLabels credit_fillers;                                 ///< de/credit_words.tsv, class filler
  WordLabels credit_markers;                                 ///< de/credit_words.tsv, class marker
  std::vector<std::string> credit_openings;                  ///< de/credit_words.tsv, class opening
  WordLabels by_lines;                                       ///< html/by_lines.tsv: ByLineWord, 0 = none
};

/// What a word in a head line or by-line means.
enum class HeadWord : std::uint8_t {
  None,
  OutletEnding,  ///< Ends the names of outlets: "zeitung", "rundschau".
  ByLine,        ///< Opens a by-line: "von", "text".
  ByLineFiller,  ///< May stand in one: "unserem", "redakteur", "und".
  DateFiller,    ///< May stand beside a date: "uhr", "stand", "seite", weekdays.
  DeskWord,      ///< Names a desk and no person: "redaktion", "online".
  Publisher      ///< Marks a sender's letter head: "pressestelle", "e.v."
};

/// What a word means in the by-line of a page.
enum class ByLineWord : std::uint8_t {
  None,
  Opener,    ///< Stands right before a name: "von".
  Before,    ///< May stand before an opener: "Ein Artikel".
  After,     ///< May follow a name: "am".
  Role,      ///< "Redakteurin"
  Particle,  ///< Within names: "van", "zu".
  Joiner,    ///< Between names: "und".
  NotName    ///< "Redaktion", "Lesezeit"
};

/// What the name of an element's class says about it.
enum class Hint : std::uint8_t {
  None,
  Article,
  Lead,
  Navigation,
  Teaser,
  Metadata,
  Comments,
  Prompt,
  Caption,
  Credit,
  Other,
  Nothing  ///< A pair of words that says nothing, though one of them alone would.
};

/// Loads the tables from the embedded files.
DocumentWords load_document_words();

}  // namespace ql::lang
