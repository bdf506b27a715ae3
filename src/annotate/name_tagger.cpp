// SPDX-License-Identifier: Apache-2.0
// First-order Viterbi search over integer scores. A word that can be no part of a name costs one comparison a label;
// the others add up the rows of their features. All sums are integers, so every machine finds the same path.
// Input: words of a sentence; output: a label each. Cost: linear in the words. Tested by names_test.cpp.
#include "annotate/name_tagger.h"

#include <algorithm>

namespace ql::annotate {
namespace {

using lang::kNameLabels;
using lang::kNameRow;
constexpr std::int32_t kImpossible = -100'000'000;
/// Some five megabytes.
constexpr std::size_t kMostWords = 32'768;

}  // namespace

void NameTagger::first_column(Column& column) const {
  for (std::size_t label = 0; label < kNameRow; ++label) {
    const bool opens = label < kNameLabels && lang::name_opens(label);
    column.score[label] = opens ? model_.transition(lang::kOutsideLabel, label) : kImpossible;
    column.from[label] = 0;
  }
}

void NameTagger::next_column(const Column& before, Column& column) const {
  column.score.fill(kImpossible * 2);
  column.from.fill(0);
  for (std::size_t from = 0; from < kNameLabels; ++from) {
    const std::int32_t* transitions = model_.transitions_from(from);
    const std::int32_t base = before.score[from];
    if (base <= kImpossible / 2) continue;
    for (std::size_t to = 0; to < kNameRow; ++to) {
      const std::int32_t score = base + transitions[to];
      const bool better = score > column.score[to];
      column.score[to] = better ? score : column.score[to];
      column.from[to] = better ? static_cast<std::int32_t>(from) : column.from[to];
    }
  }
}

void NameTagger::outside_column(const Column& before, Column& column) const {
  column.score.fill(kImpossible);
  column.from.fill(0);
  std::int32_t best = kImpossible * 2;
  for (std::size_t from = 0; from < kNameLabels; ++from) {
    const std::int32_t score = before.score[from] + model_.transition(from, lang::kOutsideLabel);
    if (lang::name_closed(from) && score > best) {
      best = score;
      column.from[lang::kOutsideLabel] = static_cast<std::int32_t>(from);
    }
  }
  column.score[lang::kOutsideLabel] = best;
}

void NameTagger::add_emissions(std::size_t position, Column& column) {
  name_features(facts_, position, features_);
  static_assert(kMaxNameFeatures * 128 < 32768, "sums of 8-bit weights fit into 16 bits");
  std::array<const std::int8_t*, kMaxNameFeatures> rows;
  const std::size_t count = model_.find_rows({features_.hashes.data(), features_.count}, rows.data());
  std::array<std::int16_t, kNameRow> sums{};
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t label = 0; label < kNameRow; ++label) {
      sums[label] = static_cast<std::int16_t>(sums[label] + rows[i][label]);
    }
  }
  for (std::size_t label = 0; label < kNameRow; ++label) {
    column.score[label] += sums[label];
  }
}

std::span<const std::uint8_t> NameTagger::tag(std::span<const std::string_view> words) {
  labels_.assign(words.size(), lang::kOutsideLabel);
  if (known_.size() > kMostWords) known_.clear();
  read_words(words, gazetteer_, known_, facts_);
  if (model_.empty() || words.empty()) return labels_;
  columns_.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0) {
      first_column(columns_[0]);
    } else if (facts_[i].candidate) {
      next_column(columns_[i - 1], columns_[i]);
    } else {
      outside_column(columns_[i - 1], columns_[i]);
    }
    if (facts_[i].candidate) {
      add_emissions(i, columns_[i]);
    } else if (i == 0) {
      std::fill(columns_[0].score.begin() + 1, columns_[0].score.end(), kImpossible);
    }
  }
  std::size_t label = 0;
  for (std::size_t other = 1; other < kNameLabels; ++other) {
    if (lang::name_closed(other) && columns_.back().score[other] > columns_.back().score[label]) label = other;
  }
  for (std::size_t i = words.size(); i-- > 0;) {
    labels_[i] = static_cast<std::uint8_t>(label);
    label = static_cast<std::size_t>(columns_[i].from[label]);
  }
  return labels_;
}

}  // namespace ql::annotate
