// SPDX-License-Identifier: Apache-2.0
// What the form lexicon knows about each token, looked up once and used by the tagger, lemmas and clauses.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "lang/form_lexicon.h"

namespace ql::annotate {

/// Kinds of readings as bits of WordInfo::ambiguity.
namespace ambiguity {
enum Bit : std::uint8_t {
  kNoun,
  kNounAdjectival,
  kNounInfinitival,
  kSurname,
  kFirstName,
  kPlaceName,
  kOtherName,
  kFiniteSingular,
  kFinitePlural,
  kFinitePast,
  kSubjunctive,
  kInfinitive,
  kInfinitiveZu,
  kParticiple,
  kImperative,
  kAuxiliary,
  kModal,
  kAdjective,
  kPredicative,
  kComparative,
  kSuperlative,
  kAdjectiveParticiple,
  kAdverb,
  kArticle,
  kPersonal,
  kDemonstrative,
  kPossessive,
  kIndefinite,
  kInterrogative,
  kReflexive,
  kPreposition,
  kSubordinator,
  kConjunction,
  kParticle,
  kPrefix,
  kNumber,
  kAbbreviation,
  kInterjection,
  kFromLowerCase,
  kFromSuffix
};
}  // namespace ambiguity

/// One token as the lexicon sees it.
struct WordInfo {
  std::string form;                               ///< As written, without soft hyphens, composed umlauts.
  std::string lower;                              ///< Lower case of `form`.
  std::span<const lang::Reading> readings;        ///< Of form.substr(known_from), first letter adapted if `known_from`.
  std::span<const lang::Reading> lower_readings;  ///< Of `lower`, for capitalised words at a sentence start.
  std::uint32_t known_from = 0;                   ///< > 0: the whole form is unknown, its end is a known word.
  std::uint64_t ambiguity = 0;
  std::uint64_t form_hash = 0;
  std::uint8_t shape = 0;  ///< Capital, all capitals, digit, hyphen, sentence start; see word_info.cpp.

  [[nodiscard]] bool can_be(ambiguity::Bit bit) const { return ((ambiguity >> bit) & 1U) != 0; }
};

/// Looks up the tokens of one sentence. Linear in the text, but for unknown words quadratic in their length.
void look_up(std::string_view text, std::span<const Token> tokens, const lang::FormLexicon& lexicon,
             std::vector<WordInfo>& out);

/// Parts of a compound, last first: where the known head begins, or 0. At least three letters each side.
std::uint32_t known_suffix(std::string_view form, const lang::FormLexicon& lexicon);

}  // namespace ql::annotate
