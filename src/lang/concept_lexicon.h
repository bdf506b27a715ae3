// SPDX-License-Identifier: Apache-2.0
// Which words mean the same thing when reports count or report it (Tote = Todesopfer, entsandt = geschickt).
// Compiled from lexicons/xx/concepts.tsv, which explains the kinds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ql::lang {

enum class ConceptKind : std::uint8_t { People, Counted, State, Modal, Evidence };

struct Concept {
  std::string_view name;
  ConceptKind kind = ConceptKind::Counted;
  std::string_view implied_state;  ///< For People: the state that the noun itself says; else "".
  int strength = 0;                ///< For Evidence: 1 weak to 3 strong.
};

/// Look-ups take a stem (lang/stem.h) and return the concept or nullptr; pointers live as long as the lexicon.
class ConceptLexicon {
 public:
  /// Requires that the file is embedded for the language `code`.
  static ConceptLexicon load(const std::string& code);

  /// The concept of a counted noun (People or Counted); also by its last part, if the whole is unknown. O(length^2).
  [[nodiscard]] const Concept* counted(std::string_view stem) const;
  /// The concept of a word, or of two words with one blank between their stems, that says a state (State or Modal).
  [[nodiscard]] const Concept* state(std::string_view stem) const;
  /// The concept of a word for evidence.
  [[nodiscard]] const Concept* evidence(std::string_view stem) const;

 private:
  using Words = std::unordered_map<std::string, std::size_t>;
  [[nodiscard]] const Concept* find(const Words& words, std::string_view stem) const;

  std::vector<Concept> concepts_;
  Words counted_, states_, evidence_;
};

}  // namespace ql::lang
