// SPDX-License-Identifier: Apache-2.0
// What compare makes of a word by itself: stems, concepts, terms. Whoever compares topics keeps a WordMemo for each
// thread; all else is private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "claims/analysed_report.h"
#include "compare/terms.h"
#include "lang/language.h"

namespace ql::compare {

/// A form with its lemma.
struct Word {
  std::string form_stem;
  std::string lemma_stem;        ///< That of the form if there is no lemma.
  const lang::Concept* state;    ///< What the lemma says of a state, or null.
  const lang::Concept* counted;  ///< What can be counted by the name of the lemma, or null.
  std::vector<Term> terms;       ///< As a content word or number; in no order, keys may repeat.
  bool begins_with_digit = false;
};

/// A noun that the lexicon counts and that is nothing else: its stem may be that of a verb ("Fälle", "fallen").
bool is_counted_noun(const lang::ConceptLexicon& concepts, std::string_view word, const std::string& stem);

/// Remembers words that were met before: reports on one matter share most of theirs, and each is looked at by figures,
/// statements and the timeline in turn. Not thread-safe; one for each thread. Grows with the vocabulary.
class WordMemo {
 public:
  explicit WordMemo(const lang::Language& language) : concepts_(language.concepts) {}

  /// The word of a token; stays where it is until the next trim(). The report must outlive the memo.
  const Word& at(const AnalysedReport& report, std::uint32_t token);

  /// Forgets all words if they have become many (about 30 MB).
  void trim();

 private:
  using Key = std::pair<std::string_view, std::string_view>;  // form, lemma
  struct Hash {
    std::size_t operator()(const Key& key) const { return hash64(key.first) * 31 + hash64(key.second); }
  };

  const lang::ConceptLexicon& concepts_;
  std::unordered_map<Key, Word, Hash> words_;
};

}  // namespace ql::compare
