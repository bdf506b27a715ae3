// SPDX-License-Identifier: Apache-2.0
// What name lists know about a word: first name, surname, place, common noun, how frequent.
// Compiled by train/names/build_gazetteer.py into tables in models/, one a licence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ql::lang {

/// Flags of gazetteer-open.bin (low half) and gazetteer-sharealike.bin (high half), as build_gazetteer.py sets them.
enum GazetteerFlag : std::uint32_t {
  kListedSurname = 1U << 0,
  kMaleName = 1U << 1,
  kFemaleName = 1U << 2,
  kCountry = 1U << 3,
  kPlace = 1U << 4,
  kPlaceStart = 1U << 5,  ///< First word of a place name of several words.
  kOrganisation = 1U << 6,
  kOrganisationStart = 1U << 7,
  kKnownPlace = 1U << 8,
  kKnownPlaceStart = 1U << 9,
  kFirstName = 1U << 16,
  kSurname = 1U << 17,
  kCity = 1U << 18,
  kRegion = 1U << 19,
  kCommonNoun = 1U << 20,
  kTown = 1U << 21,
  kTownStart = 1U << 22,
};

/// FNV-1a 64, step by step: hash_end(hash_byte(... hash_byte(kHashStart, b0) ..., bn)).
inline constexpr std::uint64_t kHashStart = 0xCBF29CE484222325U;
constexpr std::uint64_t hash_byte(std::uint64_t state, char byte) {
  return (state ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
}
/// Spreads the bits (finaliser of MurmurHash3).
constexpr std::uint64_t hash_end(std::uint64_t state) {
  state = (state ^ (state >> 33U)) * 0xFF51AFD7ED558CCDU;
  state = (state ^ (state >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return state ^ (state >> 33U);
}
/// Hash of a whole word.
std::uint64_t hash_word(std::string_view word);

/// The look-up tables of one language; a view into embedded files, hence cheap to copy.
/// A word that is in no list is reported as listed with probability below 1e-4 (16-bit fingerprints).
class Gazetteer {
 public:
  Gazetteer() = default;
  /// Requires three tables as written by build_gazetteer.py.
  Gazetteer(std::string_view open_table, std::string_view sharealike_table, std::string_view classes_table);

  /// GazetteerFlag bits of the word with this hash (hash_end of its bytes). O(1).
  [[nodiscard]] std::uint32_t flags(std::uint64_t hash) const;
  /// How frequent a lower-cased word is: 15 most frequent, 1 rare, 0 not among the frequent words. O(1).
  [[nodiscard]] std::uint32_t frequency(std::uint64_t hash_of_lower_case) const;
  /// Distributional class of a word (words in like contexts), 0 unknown: the path in a binary tree, twelve steps at
  /// most, the first step in the lowest bit, so that the low bits alone name wider classes. O(1).
  [[nodiscard]] std::uint32_t word_class(std::uint64_t hash) const;

 private:
  struct Table {
    const unsigned char* slots = nullptr;
    std::uint32_t bits = 0;
    [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;
  };
  static Table open(std::string_view bytes);

  Table open_, sharealike_, classes_;
};

}  // namespace ql::lang
