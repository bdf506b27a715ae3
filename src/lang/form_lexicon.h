// SPDX-License-Identifier: Apache-2.0
// The full-form lexicon: which readings (word class, lemma, agreement, mood) a form can have. Half a million
// forms in 1.5 MB, read in place from the binary; format in docs/formats/de-forms.md, built by train/build_forms.py.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ql::lang {

enum class FormClass : std::uint8_t {
  Noun,
  Name,
  Verb,
  Adjective,
  Adverb,
  Article,
  Pronoun,
  Preposition,
  Conjunction,
  Particle,
  Interjection,
  Number,
  Abbreviation,
  Prefix  ///< Separable verb particle (zurück).
};

/// Sixteen bits, 4 * case (nominative, accusative, dative, genitive) + masculine, feminine, neuter, plural: the
/// cells of the paradigm that a form can fill. Two words agree where the masks meet.
using Agreement = std::uint16_t;

/// Form of a verb reading; Imperative is finite.
enum class FormVerb : std::uint8_t { None, Finite, Infinitive, InfinitiveZu, Participle, Imperative };
/// Mood of a finite verb reading.
enum class FormMood : std::uint8_t { None, Indicative, SubjunctiveI, SubjunctiveII };

/// Flags of Reading::flags.
namespace form_flag {
enum Flag : std::uint8_t {
  kAdjectival = 1,   ///< Noun declined like an adjective (der Abgeordnete).
  kInfinitival = 2,  ///< Noun made of an infinitive (das Treffen).
  kParticiple = 4,   ///< Adjective made of a participle.
  kPredicative = 8,  ///< Adjective without ending.
  kComparative = 16,
  kSuperlative = 32,
  kAuxiliary = 64,
  kModal = 128
};
}  // namespace form_flag

/// Values of Reading::detail for pronouns, names and conjunctions.
namespace form_detail {
inline constexpr std::uint8_t kPersonal = 1, kDemonstrative = 2, kPossessive = 3, kIndefinite = 4, kInterrogative = 5,
                              kReflexive = 6, kDefinite = 7;
inline constexpr std::uint8_t kSurname = 1, kFirstName = 2, kPlace = 3;
inline constexpr std::uint8_t kSubordinating = 1, kCoordinating = 2, kComparing = 3, kWithInfinitive = 4;
}  // namespace form_detail

/// One reading of a form; the layout is the file's.
struct Reading {
  FormClass form_class;
  std::uint8_t flags;
  std::uint16_t bits;  ///< Agreement; for verbs see the accessors; for prepositions bit 4 * case per governed case.
  std::uint16_t lemma_operation;
  std::uint8_t detail;  ///< Noun: genders (bit 0 masculine, 1 feminine, 2 neuter); else form_detail.
  std::uint8_t reserved;

  [[nodiscard]] Agreement agreement() const { return bits; }
  [[nodiscard]] FormVerb verb() const { return static_cast<FormVerb>((bits >> 6) & 7U); }
  [[nodiscard]] FormMood mood() const { return static_cast<FormMood>((bits >> 9) & 3U); }
  [[nodiscard]] bool is_past() const { return ((bits >> 11) & 3U) == 2U; }
  /// Bits 0..2 first to third person singular, 3..5 plural.
  [[nodiscard]] std::uint8_t persons() const { return static_cast<std::uint8_t>(bits & 0x3FU); }
};
static_assert(sizeof(Reading) == 8);

/// View of a compiled lexicon; copies are cheap. Thread-safe.
class FormLexicon {
 public:
  FormLexicon() = default;
  /// Reads the file in place. Requires bytes of the right format, aligned to 4, that outlive the lexicon.
  explicit FormLexicon(std::string_view bytes);

  /// The readings of exactly this form (case matters); empty when unknown. O(length).
  [[nodiscard]] std::span<const Reading> find(std::string_view form) const;
  /// Appends the lemma of `form` in this reading to `out`.
  void append_lemma(std::string_view form, const Reading& reading, std::string& out) const;
  [[nodiscard]] std::uint32_t form_count() const { return form_count_; }

 private:
  struct LemmaOperation {
    std::uint8_t infix_begin;  ///< Two bytes to drop (ge, zu); 0 = none, 255 = at the front.
    std::uint8_t cut;
    std::uint8_t ending_size;
    std::uint8_t reserved;
    std::uint32_t ending_begin;
  };

  const std::uint32_t* arcs_ = nullptr;
  std::array<std::uint32_t, 256> first_nodes_{};  ///< Node behind the first byte of a form; 0 = no form begins so.
  const std::uint32_t* class_starts_ = nullptr;
  const Reading* readings_ = nullptr;
  const LemmaOperation* operations_ = nullptr;
  const char* endings_ = nullptr;
  std::uint32_t form_count_ = 0;
};

}  // namespace ql::lang
