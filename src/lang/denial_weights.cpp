// SPDX-License-Identifier: Apache-2.0
// Tested by the examples of the table (src/claims/negated_deeds_test.cpp).
#include "lang/denial_weights.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::array<std::string_view, kDenialFeatures> kNames{
    "start",   "negation", "absolute", "minimal", "own",     "pronoun", "body",    "client",      "defence",
    "perfect", "passive",  "present",  "future",  "modal",   "pending", "degree",  "existential", "pointing",
    "deed",    "finding",  "inner",    "knows",   "insists", "accuses", "accused", "authority",   "not_only"};

double weight_of(std::string_view cell) {
  double weight = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
  QL_CHECK(error == std::errc() && end == cell.data() + cell.size());
  return weight;
}

}  // namespace

DenialWeights::DenialWeights(std::string_view denial_weights_tsv) {
  const TsvTable table(denial_weights_tsv, "denial_weights.tsv");
  QL_CHECK(table.row_count() == kDenialFeatures);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view name = table.cell(row, table.column("feature"));
    const std::size_t feature =
        static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin());
    QL_CHECK(feature < kDenialFeatures);
    weights_[feature] = weight_of(table.cell(row, table.column("weight")));
    const std::string_view words = table.cell(row, table.column("words"));
    if (words == "-") continue;
    for (const std::string_view word : split(words, '|')) words_[word] |= bit(static_cast<DenialFeature>(feature));
  }
}

DenialFeatures DenialWeights::shown_by(std::string_view lower_case_word) const {
  const auto found = words_.find(lower_case_word);
  return found == words_.end() ? 0 : found->second;
}

DenialFeatures DenialWeights::shown_by_last_part(std::string_view lower_case_noun) const {
  constexpr std::size_t kShortest = 6;
  if (const DenialFeatures whole = shown_by(lower_case_noun); whole != 0) return whole;
  for (std::size_t begin = 1; begin + kShortest <= lower_case_noun.size(); ++begin) {
    if (const DenialFeatures shown = shown_by(lower_case_noun.substr(begin)); shown != 0) return shown;
  }
  return 0;
}

double DenialWeights::score(DenialFeatures features) const {
  double sum = 0;
  for (std::size_t i = 0; i < kDenialFeatures; ++i) {
    if ((features >> i & 1U) != 0) sum += weights_[i];
  }
  return sum;
}

}  // namespace ql::lang
