// SPDX-License-Identifier: Apache-2.0
#include "claims/issuer.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::claims {
namespace {

using lang::german;

constexpr std::string_view kBody =
    "Die Moorwerke haben am Dienstag drei neue Kessel in Betrieb genommen, die das Rathaus und die Schule mit Waerme "
    "versorgen.";

struct Sample {
  std::vector<std::string_view> head;  ///< Furniture before the body.
  std::vector<std::string_view> tail;  ///< Furniture behind it.
  const char* outlet = nullptr;
  std::string_view body = kBody;
};

std::string issuer_of(const Sample& sample) {
  std::vector<std::string_view> all = sample.head;
  all.push_back(sample.body);
  all.insert(all.end(), sample.tail.begin(), sample.tail.end());
  clean::Report report = annotate::test_report(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i != sample.head.size()) report.blocks[i].kind = clean::BlockKind::Furniture;
  }
  if (sample.outlet != nullptr) report.outlet = sample.outlet;
  annotate::Annotations notes = annotate::annotate(report, german());
  const EntityId issuer = find_issuer(report, german(), notes);
  return issuer.valid() ? notes.entities[issuer.index()].name : std::string();
}

TEST(Issuer, TheLetterHeadNamesIt) {
  EXPECT_EQ(issuer_of({{"Moorwerke Tiefenau GmbH", "Pressemitteilung 4/2031"}, {}}), "Moorwerke Tiefenau GmbH");
  EXPECT_EQ(issuer_of({{"Bund der Imker e. V.", "Presse-Information 12"}, {}}), "Bund der Imker e. V.");
}

TEST(Issuer, AnAuthorityAboveItsPressOffice) {
  EXPECT_EQ(issuer_of({{"Landratsamt Tiefenau\n- Pressestelle -", "Pressemitteilung 4/2031"}, {}}),
            "Landratsamt Tiefenau");
  EXPECT_EQ(issuer_of({{"Rathaus schweigt", "Pressemitteilung 4/2031"}, {}}), "");
}

TEST(Issuer, WhoIssuesATextSpeaksOfItselfFirst) {
  constexpr std::string_view kOwn =
      "Die Moorwerke Tiefenau GmbH hat am Dienstag drei Zelte in das Tal geflogen, wie es lange geplant war und "
      "n\u00f6tig "
      "ist.";
  EXPECT_EQ(issuer_of({{"Presseinformation Nr. 41"}, {}, nullptr, kOwn}), "Moorwerke Tiefenau GmbH");
  EXPECT_EQ(issuer_of({{}, {"Medienkontakt", "Anna Muster, Telefon 0621 5550"}, nullptr, kOwn}),
            "Moorwerke Tiefenau GmbH");
  EXPECT_EQ(issuer_of({{}, {}, nullptr, kOwn}), "");
}

TEST(Issuer, TheSenderBehindTheBody) {
  EXPECT_EQ(issuer_of({{"Tiefenau (ots) -"}, {"Original-Content von: Moorwerke Tiefenau GmbH, durch Draht"}}),
            "Moorwerke Tiefenau GmbH");
}

TEST(Issuer, TheOutletOfAPressPage) {
  EXPECT_EQ(issuer_of({{"Pressemitteilung"}, {}, "Moorwerke AG"}), "Moorwerke AG");
}

TEST(Issuer, AnAssociationPublishesInItsOwnName) {
  EXPECT_EQ(issuer_of({{}, {}, "Gewerkschaft Torf und Moor"}), "Gewerkschaft Torf und Moor");
}

TEST(Issuer, JournalismHasNone) {
  EXPECT_EQ(issuer_of({{"Lokales"}, {"Tiefenauer Zeitung GmbH, Impressum"}, "Tiefenauer Zeitung"}), "");
  EXPECT_EQ(issuer_of({{}, {}, nullptr, "In einer Pressemitteilung nannte die Moorwerke GmbH keine Zahlen."}), "");
}

TEST(Issuer, APressReleaseOfNobodyKnown) { EXPECT_EQ(issuer_of({{"Pressemitteilung"}, {}}), ""); }

}  // namespace
}  // namespace ql::claims
