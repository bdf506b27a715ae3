// SPDX-License-Identifier: Apache-2.0
// First-order Viterbi search over integer scores. A word that can be no part of a name costs one comparison a label.
// For the others the weights of features are added up: what one word alone says, of itself or to its neighbours, is
// summed up when it is first asked for and kept. Features of several words are looked up at each place, but only where
// the sum so far leaves a doubt, or beside a word that looks like a name. All sums are integers, so every machine finds
// the same path, whatever was kept.
// Input: words of a sentence; output: a label each. Cost: linear in the words. Tested by names_test.cpp.
#include "annotate/name_tagger.h"

#include <algorithm>
#include <cstring>

namespace ql::annotate {
namespace {

using lang::kNameLabels;
using lang::kNameRow;
constexpr std::int32_t kImpossible = -100'000'000;
/// A lead of O by what single words say that features of several words do not overturn (a weight is at most 127).
/// germeval-dev: F1 .807 with all features always, .808 with this lead, .806 with a lead of 0.
constexpr int kSure = 32;
/// How far a bridge looks for the words it bridges.
constexpr std::size_t kReach = 4;
static_assert(kMaxNameFeatures * 128 < 32768, "sums of 8-bit weights fit into 16 bits");

using Bytes __attribute__((vector_size(8))) = std::int8_t;

}  // namespace

NameTagger::NameTagger(const lang::Language& language) : language_(language), model_(language.name_model) {}

/// The weights of a row as 16-bit integers.
NameTagger::Sums NameTagger::widened(const std::int8_t* row) {
  static_assert(kNameRow > 16 && kNameRow < 24);
  std::array<Bytes, 3> bytes{};
  std::memcpy(bytes.data(), row, kNameRow);
  Sums sums;
  for (std::size_t i = 0; i < bytes.size(); ++i) sums.words[i] = __builtin_convertvector(bytes[i], Sums::Vector);
  return sums;
}

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

void NameTagger::read_words(WordSpan words) {
  words_.clear();
  placed_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    words_.push_back(&name_word(words[i], language_));
    placed_.push_back({words[i].raw(), &words_.back()->facts, 0, false, false});
  }
  place_words(language_.gazetteer, placed_);
}

void NameTagger::add_rows(const FeatureList& features, Sums& sums) const {
  std::array<const std::int8_t*, kMaxNameFeatures> rows;
  const std::size_t count = model_.find_rows({features.hashes.data(), features.count}, rows.data());
  Sums more = sums;
  for (std::size_t i = 0; i < count; ++i) more += widened(rows[i]);
  sums = more;
}

const NameSums& NameTagger::summed(NameWord& word, std::uint8_t part) {
  const auto bit = static_cast<std::uint8_t>(1U << part);
  if ((word.summed & bit) == 0) {
    FeatureList features;
    if (part < kNeighbours) {
      own_features(word.facts, 0, part == kFront, features);
    } else {
      neighbour_features(word.facts, static_cast<Neighbour>(part - kNeighbours), features);
    }
    Sums sums;
    add_rows(features, sums);
    std::memcpy(word.sums[part].data(), sums.words.data(), sizeof word.sums[part]);
    word.summed |= bit;
  }
  return word.sums[part];
}

void NameTagger::sum_alone(std::size_t position, Sums& sums) {
  const auto add_neighbour = [&](std::size_t index, Neighbour place) {
    const auto part = static_cast<std::uint8_t>(kNeighbours + static_cast<unsigned>(place));
    sums += summed(index < words_.size() ? *words_[index] : outside_, part);
  };
  if (placed_[position].phrase == 0) {
    sums += summed(*words_[position], position == 0 ? kFront : kInside);
  } else {
    FeatureList features;
    own_features(*placed_[position].facts, placed_[position].phrase, position == 0, features);
    add_rows(features, sums);
  }
  add_neighbour(position - 2, Neighbour::SecondBefore);
  add_neighbour(position - 1, Neighbour::Before);
  add_neighbour(position + 1, Neighbour::After);
  add_neighbour(position + 2, Neighbour::SecondAfter);
}

int NameTagger::lead_of_outside(const Sums& sums) {
  std::int16_t best = sums[1];
  for (std::size_t label = 2; label < kNameLabels; ++label) best = std::max(best, sums[label]);
  return sums[lang::kOutsideLabel] - best;
}

void NameTagger::look_closely(std::size_t position, Sums& sums) const {
  FeatureList features;
  joint_features(placed_, position, features);
  add_rows(features, sums);
}

/// Of the nearest words on both sides that are more than bridges, one looks like a name.
bool NameTagger::beside_likely(std::size_t bridge) const {
  std::size_t left = bridge, right = bridge + 1;
  while (left > 0 && bridge - left < kReach && placed_[left - 1].bridge) --left;
  while (right < placed_.size() && right - bridge < kReach && placed_[right].bridge) ++right;
  return (left > 0 && likely_[left - 1]) || (right < placed_.size() && likely_[right]);
}

void NameTagger::sum_emissions() {
  sums_.assign(words_.size(), Sums{});
  likely_.assign(words_.size(), false);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!placed_[i].candidate || placed_[i].bridge) continue;
    sum_alone(i, sums_[i]);
    const bool plain = placed_[i].phrase == 0 && placed_[i].facts->before_hyphen == 0;
    if (plain && lead_of_outside(sums_[i]) > kSure) continue;
    look_closely(i, sums_[i]);
    likely_[i] = lead_of_outside(sums_[i]) < 0;
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!placed_[i].bridge) continue;
    sum_alone(i, sums_[i]);
    placed_[i].candidate = beside_likely(i) || lead_of_outside(sums_[i]) <= kSure;
    if (placed_[i].candidate) look_closely(i, sums_[i]);
  }
}

void NameTagger::add_emissions(std::size_t position, Column& column) const {
  for (std::size_t label = 0; label < kNameRow; ++label) column.score[label] += sums_[position][label];
}

std::span<const std::uint8_t> NameTagger::tag(WordSpan words) {
  labels_.assign(words.size(), lang::kOutsideLabel);
  read_words(words);
  if (model_.empty() || words.size() == 0) return labels_;
  columns_.resize(words.size());
  sum_emissions();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0) {
      first_column(columns_[0]);
    } else if (placed_[i].candidate) {
      next_column(columns_[i - 1], columns_[i]);
    } else {
      outside_column(columns_[i - 1], columns_[i]);
    }
    if (placed_[i].candidate) {
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
