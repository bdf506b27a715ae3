// SPDX-License-Identifier: Apache-2.0
// Third step of the layer names: which mentions of one report speak of the same person, organisation or place.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/name_phrases.h"
#include "annotate/name_spans.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::annotate {

/// Puts mentions in text order: by the first token of the phrase, then by the name. Stable.
void sort_mentions(std::vector<Mention>& mentions);

/// Collects names with their phrases and merges them into entities.
class EntityBuilder {
 public:
  EntityBuilder(const clean::Report& report, const lang::Language& language, const Annotations& notes)
      : text_(report.text), language_(language), notes_(notes) {}

  /// Adds one name; calls come in text order.
  void add(const NameSpan& span, const NamePhrase& phrase);
  /// Writes mentions and entities. Requires that `notes` is the value given at construction.
  void finish(Annotations& notes);

 private:
  struct Named {
    NameSpan span;
    NamePhrase phrase;
    std::string name;                ///< As written, without genitive where that is sure.
    std::vector<std::string> words;  ///< Folded words of the name.
  };
  std::string_view word(std::size_t token) const { return slice(text_, notes_.tokens[token].text); }
  std::string_view body_noun(const NameSpan& span) const;
  std::string base_name(const NameSpan& span) const;
  EntityId entity_of_known(std::uint32_t known);
  EntityId entity_of_person(const Named& named);
  EntityId entity_of_other(const Named& named);
  EntityId new_entity(EntityType type, const std::string& name);
  void collect_full_names();
  void note_name(EntityId entity, const Named& named);
  /// "Gewerkschaft Schiene und Fahrdienst (GSF)": the acronym is another name of what stands beside it or spells it.
  void join_acronyms();
  /// "Die Kappelhusener Schule" in a report that names Kappelhusen, a town that nobody lists.
  void settle_adjectives();
  bool spells(std::string_view acronym, std::size_t end, std::size_t& begin) const;
  Named* name_beside(std::size_t acronym);
  Named* name_spelt_by(std::string_view letters);
  void collect_short_forms();

  std::string_view text_;
  const lang::Language& language_;
  const Annotations& notes_;
  std::vector<Named> named_;
  std::map<std::string, std::string> expansions_;  ///< Folded acronym -> folded key of its expansion.
  std::vector<Entity> entities_;
  std::map<std::uint32_t, EntityId> known_;
  std::map<std::string, EntityId> by_name_;                 ///< Type letter + folded name.
  std::map<std::string, std::vector<EntityId>> by_family_;  ///< Folded family name -> persons named in full.
  std::map<std::string, std::vector<EntityId>> by_first_;   ///< Folded first word -> persons named in full.
  std::map<std::string, std::string>
      short_forms_;  ///< Folded word -> key of the one organisation that it opens or ends.
};

}  // namespace ql::annotate
