// SPDX-License-Identifier: Apache-2.0
// Speakers that the names layer left open: issuers, bodies and persons that a report only describes.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "annotate/annotations.h"
#include "claims/figures_scope.h"
#include "claims/report_claims.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

struct Description;

/// The described sources of one report. Holds references; adds entities to the notes.
class Sources {
 public:
  Sources(const clean::Report& report, const lang::Language& language, EntityId issuer, annotate::Annotations& notes)
      : report_(report), language_(language), issuer_(issuer), notes_(notes), context_(report, notes, language) {}

  /// Whose own voice the report is; none for journalism.
  [[nodiscard]] EntityId issuer() const { return issuer_; }
  /// The entity behind a phrase without one: the issuer for "wir" and "des Verbandes" in its own publication, the one
  /// named entity that the head noun fits ("des Landkreises"), else one without a name ("die Wirtin"), the same for
  /// the same definite phrase. None for pronouns. Cost: the entities that share the last letters of a word.
  EntityId of(TextRange phrase);
  /// The same for a phrase that need not speak ("die Polizei zählt 300", "die Kur zählt 300 Gäste"): none for nouns
  /// that the lexicons know neither as a role nor as a body.
  EntityId of_subject(TextRange phrase);
  /// Gives every speaker that is written and has no entity the one behind its words.
  void resolve(std::vector<Statement>& statements);

 private:
  /// A word by which an entity can be taken up; `compound`: also by its last part (Krankenkasse: die Kasse).
  struct NamedWord {
    std::string word;
    EntityId entity;
    bool compound = false;
  };
  void index_entities();
  void index_titles();
  void index(std::string_view text, EntityId entity, bool compound);
  EntityId behind(const Description& described);
  [[nodiscard]] EntityId antecedent(TextRange pronoun) const;
  [[nodiscard]] Description read(TextRange phrase) const;
  [[nodiscard]] std::string nominative(std::uint32_t token) const;
  [[nodiscard]] EntityId named(const std::string& head);
  [[nodiscard]] EntityId taken_up(const Description& described) const;
  [[nodiscard]] bool is_part_of_issuer(std::string_view noun) const;
  EntityId add(const Description& described);
  void set_side(const std::vector<Statement>& statements, std::size_t statement);

  const clean::Report& report_;
  const lang::Language& language_;
  EntityId issuer_;
  annotate::Annotations& notes_;
  FigureContext context_;
  /// Words of names, roles and what stands before names, in lower case, by their last bytes;
  /// empty until the first description.
  std::unordered_map<std::string, std::vector<NamedWord>> words_;
  std::vector<std::pair<std::string, EntityId>> described_;  ///< Entities made so far: lemma of the head, entity.
};

}  // namespace ql::claims
