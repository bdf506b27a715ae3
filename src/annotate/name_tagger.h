// SPDX-License-Identifier: Apache-2.0
// Sequence tagger for names: the labels of one sentence under a linear model (lang/name_model.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/name_features.h"
#include "lang/gazetteer.h"
#include "lang/name_model.h"

namespace ql::annotate {

/// Buffers and tables of the tagger; one per thread. What it answers does not depend on what was asked before.
class NameTagger {
 public:
  /// The tables must outlive the tagger.
  NameTagger(const lang::NameModel& model, const lang::Gazetteer& gazetteer) : model_(model), gazetteer_(gazetteer) {}

  /// The best label of each word (see lang/name_model.h). Valid until the next call. Linear in the words.
  std::span<const std::uint8_t> tag(std::span<const std::string_view> words);

  /// What was read about the words of the last call.
  [[nodiscard]] std::span<const WordFacts> facts() const { return facts_; }

 private:
  struct Column {
    std::array<std::int32_t, lang::kNameRow> score;
    std::array<std::int32_t, lang::kNameRow> from;  ///< As wide as a score, so that both are chosen together.
  };
  void first_column(Column& column) const;
  void next_column(const Column& before, Column& column) const;
  void outside_column(const Column& before, Column& column) const;
  void add_emissions(std::size_t position, Column& column);

  const lang::NameModel& model_;
  const lang::Gazetteer& gazetteer_;
  KnownWords known_;
  std::vector<WordFacts> facts_;
  std::vector<Column> columns_;
  std::vector<std::uint8_t> labels_;
  FeatureList features_;
};

}  // namespace ql::annotate
