// SPDX-License-Identifier: Apache-2.0
// Training data for the name tagger: sentences of words with a label each, from texts with name spans.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/language.h"

namespace ql::train {

struct LabelledSentence {
  std::vector<std::string> words;
  std::vector<std::uint8_t> labels;  ///< As in lang/name_model.h.
};

/// Reads FOLDER/reports.jsonl and FOLDER/gold.jsonl (fields id, text; names with begin_byte, end_byte, class, level)
/// and cuts the texts as the product does. Ends the program with a message when a file is missing or broken.
std::vector<LabelledSentence> read_corpus(const std::string& folder, const lang::Language& language);

}  // namespace ql::train
