// SPDX-License-Identifier: Apache-2.0
// Whether a statement speaks of what a denial denies: of its deed, in its case, by somebody who may answer for it.
// Private to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "compare/deeds.h"
#include "compare/denials.h"

namespace ql::compare {

/// Statements are indices into StatementSet::distinct, denials `d` into the denials. Remembers the deeds it has read;
/// set and denials must outlive it.
class AnswerFit {
 public:
  AnswerFit(const StatementSet& set, const std::vector<Denial>& denials);

  /// The answer names the deed that is denied and nobody else's case. Who admits may say it in words of his own, if he
  /// names most of those who take part in it. A heading says little: what its report says of the same deed counts.
  [[nodiscard]] bool speaks_of_it(std::uint32_t d, std::uint32_t answer);

  /// At least this share of what the denial names is named, but something else was done: "Testament gefälscht",
  /// "Testament verlegt"; or it is another case.
  [[nodiscard]] bool is_another_deed(std::uint32_t d, std::uint32_t answer, float least);

  /// admits() of denials.h, found out once.
  [[nodiscard]] bool is_admission(std::uint32_t answer);

  /// Names the deed that is denied and, if wanted, somebody who takes part in it.
  [[nodiscard]] bool has_its_deed(std::uint32_t d, std::uint32_t answer, bool with_others);

  /// The same was done, but with other things: "Daten verkauft", "Räder verkauft".
  [[nodiscard]] bool is_of_another_object(std::uint32_t d, std::uint32_t answer);

  /// Names other persons, places or times than the denial.
  [[nodiscard]] bool is_another_case(std::uint32_t d, std::uint32_t answer);

  /// Names neither a thing nor a place beside its deed.
  [[nodiscard]] bool names_nobody(std::uint32_t answer);

  /// The share that is wanted in a story of this size, of what is wanted in a small one: in a large story the words of
  /// its theme are in every mouth.
  [[nodiscard]] float wanted(float share) const;

  /// The speakers are one, or share a side for which few speak: in a large story half a government is one side.
  [[nodiscard]] bool is_telling(std::uint32_t answer, std::uint32_t denial) const;

 private:
  [[nodiscard]] Agreement agreement(std::uint32_t denial, std::uint32_t answer);
  /// Denials that say in full what `d` says in brief; computed once.
  const std::vector<std::uint32_t>& told_fully(std::uint32_t d);
  [[nodiscard]] bool tells_fully(std::uint32_t other, std::uint32_t d);
  [[nodiscard]] bool is_its_deed(std::uint32_t d, std::uint32_t answer);
  [[nodiscard]] ActorId speaker(std::uint32_t statement) const;
  const Deed& deed(std::uint32_t statement);

  const StatementSet& set_;
  const std::vector<Denial>& denials_;
  std::unordered_map<std::uint64_t, std::size_t> speak_for_;  // statements, by key of a side
  std::map<std::uint32_t, bool> admits_;                      // by statement, as far as asked for
  std::map<std::uint32_t, std::vector<std::uint32_t>> told_fully_;
  std::map<std::uint32_t, Deed> deeds_;  // as far as asked for
};

}  // namespace ql::compare
