// SPDX-License-Identifier: Apache-2.0
// What the tokeniser and the sentence splitter know about a language: abbreviations, glued units, openers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lang/word_set.h"

namespace ql::lang {

/// How an abbreviation with its full stop behaves at the end of a sentence; see lexicons/de/abbreviations.tsv.
enum class StopUse : std::uint8_t { None, Never, May, Guarded };

/// What a word says about the full stop behind a number near it; see lexicons/de/number_stops.tsv.
enum class NumberStop : std::uint8_t { None, Counts, Reaches, Predicate };

/// Compiled from lexicons/xx/{abbreviations,glued_units,number_stops,sentence_openers}.tsv.
class TokenRules {
 public:
  /// Requires that the four files are embedded for the language `code`.
  static TokenRules load(const std::string& code);

  /// How `form` (without its last stop) uses a following full stop; None = no abbreviation.
  [[nodiscard]] StopUse stop_use(std::string_view form) const {
    return static_cast<StopUse>(abbreviations_.find(form));
  }
  /// True for unit symbols that are split off a number (20km).
  [[nodiscard]] bool is_glued_unit(std::string_view form) const { return units_.contains(form); }
  /// What `form` in lower case says about the stop of a number: before it, or two words behind it.
  [[nodiscard]] NumberStop number_stop(std::string_view form) const {
    return static_cast<NumberStop>(number_stops_.find(form));
  }
  /// True for words whose capital shows that a sentence begins.
  [[nodiscard]] bool opens_sentence(std::string_view form) const { return openers_.contains(form); }

 private:
  WordLabels abbreviations_, units_, openers_, number_stops_;
};

}  // namespace ql::lang
