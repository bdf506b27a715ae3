// SPDX-License-Identifier: Apache-2.0
// Trainer of the name tagger: a linear-chain conditional random field over hashed features.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus.h"
#include "lang/gazetteer.h"

namespace ql::train {

struct CrfOptions {
  std::size_t epochs = 8;
  std::size_t first_averaged_epoch = 3;
  float step = 0.05F;
  float decay = 1e-3F;        ///< L2 penalty at each use of a feature.
  float miss_cost = 2.5F;     ///< Margin against leaving out a name word.
  float other_cost = 1.5F;    ///< Margin against any other error.
  std::size_t min_count = 2;  ///< Rarer features are left out.
  std::uint32_t seed = 7;
  float prune_below = 0.13F;  ///< Rows without a weight of this size are not written.
};

/// The bytes of a model file (lang/name_model.h). Deterministic: same data and options, same bytes.
std::string train_crf(const std::vector<LabelledSentence>& corpus, const lang::Gazetteer& gazetteer,
                      const CrfOptions& options);

}  // namespace ql::train
