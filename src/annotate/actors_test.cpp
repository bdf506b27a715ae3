// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "annotate/annotate.h"

namespace ql::annotate {
namespace {

Entity entity(EntityType type, const std::string& name, std::vector<std::string> aliases = {}) {
  Entity out;
  out.type = type;
  out.name = name;
  out.aliases = std::move(aliases);
  return out;
}

Entity person(const std::string& name) { return entity(EntityType::Person, name); }

struct Linked {
  std::vector<Annotations> notes;
  ActorTable table;

  explicit Linked(std::vector<std::vector<Entity>> reports, const std::vector<StoryId>& story_of = {}) {
    for (auto& entities : reports) notes.emplace_back().entities = std::move(entities);
    std::vector<const Annotations*> views;
    for (const Annotations& one : notes) views.push_back(&one);
    table = link_actors(views, story_of);
  }
  [[nodiscard]] ActorId of(std::size_t report, std::size_t index) const { return table.of_entity[report][index]; }
};

TEST(Actors, SpellingsAndTransliterationsAreOne) {
  const Linked linked({{person("Karin Ölsner")},
                       {person("Karin Oelßner")},
                       {person("Wolodymyr Selenskyj")},
                       {person("Wladimir Selenskij")},
                       {person("Volodymyr Zelensky")}});
  EXPECT_EQ(linked.of(0, 0), linked.of(1, 0));
  EXPECT_EQ(linked.of(2, 0), linked.of(3, 0));
  EXPECT_EQ(linked.of(2, 0), linked.of(4, 0));
  EXPECT_NE(linked.of(0, 0), linked.of(2, 0));
}

TEST(Actors, FamilyNameJoinsOnlyInSharedContext) {
  const Entity town = entity(EntityType::Place, "Brackwede"), firm = entity(EntityType::Organisation, "Lumo");
  const Linked linked({{person("Jan Holm"), town, firm}, {person("Holm"), town, firm}, {person("Holm")}});
  EXPECT_EQ(linked.of(0, 0), linked.of(1, 0));
  EXPECT_NE(linked.of(0, 0), linked.of(2, 0));
}

TEST(Actors, AStoryIsAContext) {
  const Linked linked(
      {{person("Jan Holm")}, {person("Holm")}, {person("Holm")}, {person("Uwe Holm")}},
      {StoryId(std::size_t{0}), StoryId(std::size_t{0}), StoryId(std::size_t{1}), StoryId(std::size_t{2})});
  EXPECT_EQ(linked.of(0, 0), linked.of(1, 0));
  EXPECT_NE(linked.of(0, 0), linked.of(2, 0));
  EXPECT_NE(linked.of(0, 0), linked.of(3, 0));
}

TEST(Actors, AnInitialStandsForTheOneBearerOfTheStory) {
  const StoryId one(std::size_t{0}), other(std::size_t{1});
  const Linked linked({{person("Ralf Ohm")},
                       {person("Ralf O")},
                       {person("Ralf O")},
                       {person("Nina Orth")},
                       {person("Nina Olsen")},
                       {person("Nina O")}},
                      {one, one, other, one, one, one});
  EXPECT_EQ(linked.of(0, 0), linked.of(1, 0));
  EXPECT_NE(linked.of(0, 0), linked.of(2, 0)) << "elsewhere it may be anybody";
  EXPECT_NE(linked.of(3, 0), linked.of(5, 0)) << "two bearers fit";
  EXPECT_NE(linked.of(4, 0), linked.of(5, 0));
}

TEST(Actors, RoadsAndUniversitiesUnderTwoNames) {
  const auto thing = [](const char* name) { return entity(EntityType::Other, name); };
  const auto body = [](const char* name) { return entity(EntityType::Organisation, name); };
  const Linked linked({{thing("Bundesstra\u00DFe 3"), body("Universit\u00E4tsklinikum Gera"), body("Uni Gera")},
                       {thing("B 3"), body("Uniklinik Gera"), body("Universit\u00E4t Gera")},
                       {thing("B3"), body("Klinikum Gera"), body("Uniklinik Jena")},
                       {thing("L 3"), body("Universit\u00E4tsspital Gera"), body("Unikum Gera")}});
  EXPECT_EQ(linked.of(0, 0), linked.of(1, 0));
  EXPECT_EQ(linked.of(0, 0), linked.of(2, 0));
  EXPECT_NE(linked.of(0, 0), linked.of(3, 0));
  EXPECT_EQ(linked.of(0, 1), linked.of(1, 1));
  EXPECT_EQ(linked.of(0, 1), linked.of(3, 1));
  EXPECT_NE(linked.of(0, 1), linked.of(2, 1)) << "a town may have two clinics";
  EXPECT_NE(linked.of(0, 1), linked.of(2, 2)) << "of another town";
  EXPECT_EQ(linked.of(0, 2), linked.of(1, 2));
  EXPECT_NE(linked.of(0, 2), linked.of(3, 2));
}

TEST(Actors, TwoBearersInOneStoryLeaveAFamilyNameOpen) {
  const Linked linked({{person("Jan Holm")}, {person("Uwe Holm")}, {person("Holm")}},
                      {StoryId(std::size_t{0}), StoryId(std::size_t{0}), StoryId(std::size_t{0})});
  EXPECT_NE(linked.of(2, 0), linked.of(0, 0));
  EXPECT_NE(linked.of(2, 0), linked.of(1, 0));
}

TEST(Actors, TwoBearersOfOneNameStayTwo) {
  const Linked linked({{person("Anna Kern"), person("Paul Kern")}, {person("Kern")}});
  EXPECT_NE(linked.of(0, 0), linked.of(0, 1));
  EXPECT_NE(linked.of(1, 0), linked.of(0, 0));
  EXPECT_NE(linked.of(1, 0), linked.of(0, 1));
}

TEST(Actors, AcronymJoinsItsExpansion) {
  const Linked linked({{entity(EntityType::Organisation, "Bund Freier Bäcker", {"BFB"})},
                       {entity(EntityType::Organisation, "BFB")},
                       {entity(EntityType::Organisation, "FC Rodau 1911 e. V.")},
                       {entity(EntityType::Organisation, "FC Rodau")}});
  EXPECT_EQ(linked.of(0, 0), linked.of(1, 0));
  EXPECT_EQ(linked.of(2, 0), linked.of(3, 0));
  EXPECT_EQ(linked.table.actors[linked.of(0, 0).index()].name, "Bund Freier Bäcker");
}

TEST(Actors, ANameThatWasCutAtItsHyphenNamesNobody) {
  const Entity cut = entity(EntityType::Organisation, "Ellertal");
  const Linked linked({{entity(EntityType::Organisation, "Ellertal-Netz GmbH")}, {cut}, {cut}},
                      {StoryId(std::size_t{0}), StoryId(std::size_t{0}), StoryId(std::size_t{0})});
  EXPECT_EQ(linked.table.actors[linked.of(1, 0).index()].name, "Ellertal-Netz GmbH");
}

TEST(Actors, UnnamedStayApart) {
  Entity someone = person("ein Sprecher");
  someone.named = false;
  const Linked linked({{someone}, {someone}});
  EXPECT_NE(linked.of(0, 0), linked.of(1, 0));
}

}  // namespace
}  // namespace ql::annotate
