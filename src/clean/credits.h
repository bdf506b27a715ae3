// SPDX-License-Identifier: Apache-2.0
// Agency credits: "(dpa/ba)" at the end, "Ort (AFP) -" at the start, sign-offs on lines of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/document_words.h"

namespace ql::clean {

/// The agencies that a short text credits, if it is nothing but a credit: agency names with desk codes ("apa/red",
/// "mit Material von dpa und AFP", "SID bm hl"). Nothing if it holds other words, or no agency.
std::optional<std::vector<std::string>> parse_credit(std::string_view text, const lang::DocumentWords& words);

/// Agencies named beside an outlet or desk in a by-line: "Von Beispielbote/dpa", "TB/sid".
std::vector<std::string> by_line_agencies(std::string_view line, const lang::DocumentWords& words);

/// A part of a block that is a credit or a dateline.
struct CreditPart {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<std::string> agencies;
};

/// The credit that ends a block: "... sagte er. (dpa/mag)", "... am Montag. afp".
std::optional<CreditPart> find_end_credit(std::string_view block, const lang::DocumentWords& words);

/// Credits between the sentences of a block, in text order: "... sagte er. Quelle: dpa/mag Hier ...", "... Mit Material
/// der Nachrichtenagentur dpa". Photo credits are none.
std::vector<CreditPart> find_marked_credits(std::string_view block, const lang::DocumentWords& words);

/// The dateline that starts a block: "Musterstadt (dpa) -", "MUSTERSTADT. ", "Musterstadt/Wien, 3. Mai (Reuters) -",
/// "Musterstadt - ". `end` is after its separator.
std::optional<CreditPart> find_dateline(std::string_view block, const lang::DocumentWords& words);

}  // namespace ql::clean
