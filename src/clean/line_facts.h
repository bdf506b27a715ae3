// SPDX-License-Identifier: Apache-2.0
// What can be said about one line of a report without its neighbours.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/dates.h"
#include "lang/document_words.h"

namespace ql::clean {

struct LineFacts {
  std::uint32_t word_count = 0;
  bool ends_sentence = false;   ///< Ends in . ! or an ellipsis, quotation marks and brackets aside.
  bool is_text = false;         ///< Running text: a long sentence, or several.
  bool is_date_line = false;    ///< A date and little else.
  bool is_by_line = false;      ///< "Von Vorname Name"
  bool is_letter_head = false;  ///< Holds a word that ends names of outlets or marks a sender.
  bool all_capitals = false;
  bool all_capitalised = false;     ///< Every word begins with a capital; no numbers.
  bool in_brackets = false;         ///< All of it.
  bool has_columns = false;         ///< Parts set apart by | or a middle dot.
  bool is_slug = false;             ///< Keywords of an agency: "Unwetter/Hochwasser/".
  bool is_press_line = false;       ///< "Pressemitteilung 03/2025": what kind of text it is, below the sender's name.
  bool is_page_line = false;        ///< Ends with a page of the paper: "Ausland, Seite 7".
  bool is_wire_head = false;        ///< "bdt0184 3 vm 318 dpa 0412"
  std::optional<PrintedDate> date;  ///< Only looked for in short lines.
  /// "dpa abc/xyz yyzz n1 fgh 031045 Mrz 25"
  [[nodiscard]] bool is_wire_sign_off() const { return is_wire_head && date && date->day > 0; }
};

/// Looks at one line. Linear in its first few hundred bytes; long lines cost no more than that.
LineFacts line_facts(std::string_view line, const lang::DocumentWords& words);

/// A person named in a by-line, as a range of the line.
struct NamedAuthor {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The names in a by-line ("Von Anna Beispiel und Bernd Muster, Musterstadt" -> two). Desks and agencies are no names.
std::vector<NamedAuthor> by_line_authors(std::string_view line, const lang::DocumentWords& words);

/// The outlet that a letter head or date line names first; empty if it names none.
std::string outlet_of_line(std::string_view line, const lang::DocumentWords& words);

}  // namespace ql::clean
