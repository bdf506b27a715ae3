// SPDX-License-Identifier: Apache-2.0
// Nouns for organisations by which a report takes up one that it has named. Compiled from body_nouns.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lang/lexemes.h"

namespace ql::lang {

/// A noun for an organisation: "Wasserverband" -> verband, modifier "Wasser".
struct BodyNoun {
  std::string noun;     ///< Lower case, folded no further.
  std::string body;     ///< Kind in institutions.tsv, or "".
  bool speaks = false;  ///< An actor even without a name.
  std::size_t modifier_bytes = 0;
};

class BodyNouns {
 public:
  BodyNouns() = default;
  /// Requires the embedded lexicon of the language.
  explicit BodyNouns(const std::string& language_code);

  /// The noun that a word is or ends in (also in the genitive). O(length).
  [[nodiscard]] std::optional<BodyNoun> find(std::string_view word) const;

 private:
  std::unordered_map<std::string, BodyNoun, ViewHash, std::equal_to<>> nouns_;
};

}  // namespace ql::lang
