// SPDX-License-Identifier: Apache-2.0
// Known names and the words around names: states with their adjectives, people, capitals and seats; institutions;
// role nouns. Compiled from states.tsv, institutions.tsv, roles.tsv and role_takeups.tsv of a language.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lang/lexemes.h"

namespace ql::lang {

enum class KnownKind : std::uint8_t { State, Capital, Seat, Institution };

/// A name that the lexicon has. `acts_for` is an index into NameLexicon::names, kNoName when it acts for nobody else.
struct KnownName {
  std::string name;
  KnownKind kind = KnownKind::State;
  std::string body;  ///< Institutions: "media", "party", "ministry", "company" ...; else "".
  std::uint32_t acts_for = 0xFFFFFFFFU;
};
inline constexpr std::uint32_t kNoName = 0xFFFFFFFFU;

enum class RoleKind : std::uint8_t { Office, Speaks, Member, Work, Kin, Title, Person };
enum class NounGender : std::uint8_t { Unknown, Masculine, Feminine, Neuter };

/// A role noun as it stands in a text: "Verteidigungsministerin" -> minister, modifier "verteidigungs".
struct RoleForm {
  std::string_view noun;  ///< Masculine base form, lower case: "minister".
  RoleKind kind = RoleKind::Person;
  NounGender gender = NounGender::Unknown;  ///< Unknown where the form serves both (Vorsitzende).
  bool plural = false;                      ///< Surely plural (Sprecherinnen); other plurals are not told apart.
  std::size_t modifier_bytes = 0;           ///< Bytes of the word before the noun: its modifier.
};

/// From a word form to an index or value.
using ViewIndex = StringMap<std::uint32_t>;

class NameLexicon {
 public:
  NameLexicon() = default;
  /// Compiles the tables of a language ("de"). Requires that the files are embedded.
  explicit NameLexicon(const std::string& language_code);

  [[nodiscard]] const KnownName& known(std::uint32_t index) const { return names_[index]; }
  /// The known name with this form (nominative, genitive or a listed variant), or kNoName. O(length).
  [[nodiscard]] std::uint32_t name(std::string_view form) const { return find(forms_, form); }
  /// The state that an adjective form (nordkoreanischen) belongs to, or kNoName.
  [[nodiscard]] std::uint32_t adjective(std::string_view form) const { return find(adjectives_, form); }
  /// The state whose people a noun form (Nordkoreanern) names, or kNoName.
  [[nodiscard]] std::uint32_t people(std::string_view form) const { return find(people_, form); }
  /// True for the first part of a compound that is written in capitals and names no body (TV-, Lkw-).
  [[nodiscard]] bool plain_acronym(std::string_view form) const { return plain_acronyms_.contains(std::string(form)); }
  /// The role noun that a word is or ends in. At most a dozen look-ups.
  [[nodiscard]] std::optional<RoleForm> role(std::string_view word) const;
  /// True if a person of the role `stated` may be taken up as `described` (Anwalt: der Verteidiger). Lower-case words
  /// as they stand; two look-ups. The rows "*", "?", "!": see the file.
  [[nodiscard]] bool takes_up(std::string_view stated, std::string_view described) const;

 private:
  struct RoleEntry {
    std::string noun;
    RoleKind kind;
  };
  struct RoleShape {
    std::uint32_t entry;
    NounGender gender;
    bool plural;
  };
  static std::uint32_t find(const ViewIndex& index, std::string_view form);
  void load_states(const std::string& folder);
  void load_places(const std::string& folder);
  void load_institutions(const std::string& folder);
  void load_roles(const std::string& folder);
  void load_takeups(const std::string& folder);
  void add_name(std::string_view form, std::uint32_t index);
  void add_role(std::string_view noun, NounGender gender, std::string_view declension, std::uint32_t entry);
  void add_role_form(const std::string& form, RoleShape shape);

  std::vector<KnownName> names_;
  ViewIndex forms_, adjectives_, people_;
  std::vector<RoleEntry> role_entries_;
  StringMap<RoleShape> role_forms_;
  std::unordered_set<std::string> plain_acronyms_;
  std::unordered_set<std::string> takeups_;  ///< "stated described", base forms in lower case.
  std::size_t longest_role_ = 0;
};

}  // namespace ql::lang
