// SPDX-License-Identifier: Apache-2.0
// Words as compare sees them: weighted terms, so that inflection, synonyms, nouns made of verbs and names in other
// spellings do not matter; and the similarity of two sets of them. Private to this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/context.h"

namespace ql::compare {

/// What kind of word a term stands for.
enum class TermKind : std::uint8_t { Word, Name, Number, Evidence, Account, Fault };

/// One content word, name or number; `key` is a hash of its normal form.
struct Term {
  std::uint64_t key = 0;
  float weight = 1;
  TermKind kind = TermKind::Word;
  bool is_part = false;    ///< Of a compound.
  bool modifies = false;   ///< The first part of a compound: says which kind ("Preis-absprache").
  bool describes = false;  ///< An adjective or adverb: says how a thing is, not which.
};

/// The terms of a range of one report: content words, names as actors, numbers. Ascending by key, each key once.
std::vector<Term> terms_of(const Context& context, ReportId report, TextRange range);

/// Sorts by key and keeps the heaviest of each.
void sort_unique(std::vector<Term>& terms);

/// Adds `more` at a share of their weight; keeps the order.
void add_terms(std::vector<Term>& terms, const std::vector<Term>& more, float share);

/// How rare terms are among a set of term lists.
class Rarity {
 public:
  void count(const std::vector<Term>& terms);
  /// Call once after the last count() and before the first weigh().
  void finish();
  /// Multiplies every weight by the logarithm of the term's inverse share.
  void weigh(std::vector<Term>& terms) const;
  /// The same, but between half the weight for a word that all have and the whole for one that few have: the theme of
  /// a story counts.
  void weigh_gently(std::vector<Term>& terms) const;

 private:
  std::vector<std::uint64_t> keys_;  // ascending, one per term and list
  float list_count_ = 8;             // in a tiny story nothing is rare yet
};

float total_weight(const std::vector<Term>& terms);

/// Mean of containment in the shorter and Dice overlap of two weighted term sets; 0..1. Linear.
float similarity(const std::vector<Term>& one, const std::vector<Term>& other);

/// What two sets have in common.
struct Common {
  float share = 0;         ///< Of the smaller set; 0..1.
  std::size_t words = 0;   ///< Terms that are words, no names, numbers or mere parts of compounds.
  std::size_t things = 0;  ///< Of those words the nouns and verbs.
};

/// Linear. A set lighter than `least` counts as if it weighed that: one shared word of a short set says little.
Common common_matter(const std::vector<Term>& one, const std::vector<Term>& other, float least);

}  // namespace ql::compare
