// SPDX-License-Identifier: Apache-2.0
// Which words mean the same thing when reports count or report it (Tote = Todesopfer, entsandt = geschickt).
// Compiled from lexicons/xx/concepts.tsv, which explains the kinds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"

namespace ql::lang {

enum class ConceptKind : std::uint8_t {
  People,
  Counted,
  State,
  Modal,
  Evidence,
  Topic,
  Side,
  Fault,
  Account,
  Doubt,
  Earlier,
  Withdrawal,
  LightVerb,
  Hollow,
  Particle
};

struct Concept {
  std::string_view name;
  ConceptKind kind = ConceptKind::Counted;
  std::string_view implied_state;  ///< For People: the state that the noun itself says; else "".
  int strength = 0;                ///< For Evidence: 1 weak to 3 strong.
  bool accumulates = false;        ///< For State: the number of what is in it grows (or shrinks) as days go by.
  std::string_view complement;     ///< For State: the state of the rest, where every case is in one of the two.
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
  /// The state of the rest, where every case is in one of the two; "" for other states.
  [[nodiscard]] std::string_view complement(std::string_view state_name) const;
  /// True if the number of what is in this state grows or shrinks as days go by.
  [[nodiscard]] bool accumulates(std::string_view state_name) const;
  /// The concept of a word for evidence.
  [[nodiscard]] const Concept* evidence(std::string_view stem) const;
  /// The matter that a word speaks of (Gespräch = Treffen), also by its last part. O(length).
  [[nodiscard]] const Concept* topic(std::string_view stem) const;
  /// The word itself, not its last part, says a matter or a state.
  [[nodiscard]] bool knows_whole(std::string_view stem) const {
    return find(topics_, stem) != nullptr || find(states_, stem) != nullptr;
  }
  /// The matter of a compound's first part ("Warn-meldung"); nullptr for a simple word. O(length).
  [[nodiscard]] const Concept* topic_of_first_part(std::string_view stem) const;
  /// The kind of institution that a word names at its beginning or end ("Polizei-sprecherin"). O(length).
  [[nodiscard]] const Concept* side(std::string_view stem) const;
  /// A word for a mistake that says nothing about which ("Versäumnis").
  [[nodiscard]] bool is_fault(std::string_view stem) const { return find(faults_, stem) != nullptr; }
  /// A word for what others have said, that says nothing about what ("Vorwurf", "Bericht"); also by its last part.
  [[nodiscard]] bool is_account(std::string_view stem) const { return by_last_part(accounts_, stem) != nullptr; }
  /// A word that weakens what is said ("könnte", "offenbar"). `form`: lower case.
  [[nodiscard]] bool is_doubt(std::string_view form) const { return find(doubts_, form) != nullptr; }
  /// A word that says that something held before now ("zuvor", "hatte"). `form`: lower case.
  [[nodiscard]] bool is_earlier(std::string_view form) const { return find(earlier_, form) != nullptr; }
  /// A word, or two with one blank between their stems, that takes back what was said before ("Korrektur"); its
  /// implied_state says how: "" = whatever follows, "notice" = an outlet on its own text, "down" = if a value falls.
  [[nodiscard]] const Concept* withdrawal(std::string_view stem) const { return find(withdrawals_, stem); }

  /// A verb that takes back an account that it stands beside ("widerrief seine Aussage").
  [[nodiscard]] bool withdraws_account(std::string_view stem) const {
    const Concept* found = withdrawal(stem);
    return found != nullptr && (found->implied_state.empty() || found->implied_state == "account");
  }

  /// A verb that says little without its object or adjective ("geben", "führen").
  /// Its implied_state is "subject" if it says that its subject takes place.
  [[nodiscard]] const Concept* light_verb(std::string_view stem) const { return find(light_verbs_, stem); }
  /// A noun that says little without its attribute ("Existenz", "Möglichkeit").
  [[nodiscard]] bool is_hollow(std::string_view stem) const { return find(hollow_, stem) != nullptr; }
  /// The stem of a verb without its separable particle ("einleit" -> "leit"), else the whole.
  [[nodiscard]] std::string_view without_particle(std::string_view stem) const;

 private:
  using Words = StringMap<std::size_t>;
  [[nodiscard]] const Concept* find(const Words& words, std::string_view stem) const;
  [[nodiscard]] const Concept* by_last_part(const Words& words, std::string_view stem) const;
  [[nodiscard]] const Concept* by_first_part(const Words& words, std::string_view stem) const;
  Words& words_of(ConceptKind kind);

  std::vector<Concept> concepts_;
  Words counted_, states_, evidence_, topics_, sides_, faults_, accounts_, doubts_, earlier_, withdrawals_;
  Words light_verbs_, hollow_, particles_;
};

}  // namespace ql::lang
