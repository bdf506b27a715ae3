// SPDX-License-Identifier: Apache-2.0
// What the lexicons know about a token's form, looked up once and used by the tagger, lemmas and clauses.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/lexemes.h"
#include "annotate/name_word.h"
#include "lang/language.h"

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

/// A form as the lexicons see it; the same for all tokens that are written so (at the start of a sentence or not).
struct WordInfo {
  std::string form;  ///< As written, without soft hyphens, composed umlauts.
  /// Its parts for times and quantities; they cut it when they meet it first. Beside `form`, which each look-up reads.
  mutable FormLexemes lexemes;
  std::string lower;                              ///< Lower case of `form`.
  std::span<const lang::Reading> readings;        ///< Of form.substr(known_from), first letter adapted if `known_from`.
  std::span<const lang::Reading> lower_readings;  ///< Of `lower`, for capitalised words at a sentence start.
  std::uint32_t known_from = 0;                   ///< > 0: the whole form is unknown, its end is a known word.
  std::uint32_t listed = 0;                       ///< lang::GazetteerFlag bits.
  std::uint32_t word_class = 0;                   ///< lang::Gazetteer::word_class.
  std::uint64_t ambiguity = 0;
  std::uint64_t form_hash = 0;      ///< Of `lower`.
  std::uint64_t readings_hash = 0;  ///< Of `ambiguity`, or of `shape` when no reading is known.
  std::uint64_t suffix = 0;         ///< Hash of the last three bytes of `lower`.
  std::uint8_t shape = 0;           ///< Capital, all capitals, digit, hyphen, sentence start; see word_info.cpp.
  bool only_finite = false;         ///< Known as a finite verb and as nothing else.
  bool ends_segment = false;        ///< A mark that parts clauses, for the tagger.
  std::array<std::int16_t, lang::LinearModel::kMaxLabels> tag_scores{};  ///< What the form alone says to the tagger.

  std::unique_ptr<const std::string> unnormalised;  ///< As written, where that differs from `form`.
  /// What the layer names knows of the form; it adds to it when it meets the form again.
  mutable std::unique_ptr<NameWord> name;

  [[nodiscard]] std::string_view raw() const { return unnormalised ? *unnormalised : form; }
  [[nodiscard]] bool can_be(ambiguity::Bit bit) const { return ((ambiguity >> bit) & 1U) != 0; }
};

/// The words of a sentence or report. A view: what it points to belongs to a WordCache.
class WordSpan {
 public:
  WordSpan() = default;
  WordSpan(const std::vector<const WordInfo*>& words) : words_(words) {}  // NOLINT: converts like std::span
  [[nodiscard]] const WordInfo& operator[](std::size_t index) const { return *words_[index]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] WordSpan part(std::size_t begin, std::size_t end) const {
    WordSpan out;
    out.words_ = words_.subspan(begin, end - begin);
    return out;
  }

 private:
  std::span<const WordInfo* const> words_;
};

/// Reads one form. `first`: no word stands before it in its sentence. Linear in the form, but for unknown words
/// quadratic.
WordInfo read_word_info(std::string_view form, bool capitalised, bool first, const lang::Language& language);

/// Hash of the last bytes, or of the whole form if it has no more.
std::uint64_t hash_suffix(std::string_view form, std::size_t bytes);

/// Parts of a compound, last first: where the known head begins, or 0. At least three letters each side.
std::uint32_t known_suffix(std::string_view form, const lang::FormLexicon& lexicon);

}  // namespace ql::annotate
