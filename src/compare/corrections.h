// SPDX-License-Identifier: Apache-2.0
// Whether the words around a figure take back what was said before. Private to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/context.h"

namespace ql::compare {

/// How a figure corrects an earlier one; the strongest word counts.
enum class Correction : std::uint8_t {
  None,
  IfItFalls,   ///< "korrigierte auf 38": a correction if the number falls, else it just grew.
  Own,         ///< A side takes back its own number.
  OwnVersion,  ///< A notice of the outlet on its own earlier text.
};

/// What the sentences of one report take back. Each sentence is read once, when the first figure asks for it.
class Corrections {
 public:
  /// The context must outlive the object.
  Corrections(const Context& context, ReportId report);

  /// The correction that the sentence of a figure, or one of the two before it in its paragraph, announces. Words count
  /// that stand before the number; behind it only if "auf" leads to the number. Cost: linear in three sentences for the
  /// first figure, then in the words found there that take back, as a rule none.
  [[nodiscard]] Correction at(const claims::Figure& figure);

 private:
  struct Withdrawal {
    std::uint32_t token = 0;
    Correction correction = Correction::None;
  };

  const std::vector<Withdrawal>& read(std::uint32_t sentence);
  template <class IsWanted>
  [[nodiscard]] bool holds_noun(const annotate::Sentence& sentence, const IsWanted& is_wanted) const;
  [[nodiscard]] bool holds_account(const annotate::Sentence& sentence) const;
  /// A word for what is yet to come ("Prognose"): to lower it takes nothing back.
  [[nodiscard]] bool holds_outlook(const annotate::Sentence& sentence) const;

  const Context& context_;
  const AnalysedReport& report_;
  std::vector<std::optional<std::vector<Withdrawal>>> sentences_;  ///< By index; nothing until read.
};

/// From the start of the first sentence that Corrections::at() reads to the number: who takes back is named here.
TextRange correction_passage(const Context& context, Item figure);

}  // namespace ql::compare
