// SPDX-License-Identifier: Apache-2.0
#include "clean/by_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ql::clean {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const lang::DocumentWords& words() {
  static const lang::DocumentWords loaded = lang::load_document_words();
  return loaded;
}

TEST(ByLines, ReadNamesBehindAnOpener) {
  EXPECT_THAT(by_line_names("Von Anna Beispiel", words()), ElementsAre("Anna Beispiel"));
  EXPECT_THAT(by_line_names("von Anna Beispiel und Bernd Muster | 3. Mai 2025", words()),
              ElementsAre("Anna Beispiel", "Bernd Muster"));
  EXPECT_THAT(by_line_names("Veröffentlicht am 3. Mai 2025 von Karla von der Heide", words()),
              ElementsAre("Karla von der Heide"));
  EXPECT_THAT(by_line_names("Text: Dr. Anna Beispiel, Musterstadt", words()), ElementsAre("Dr. Anna Beispiel"));
  EXPECT_THAT(by_line_names("Ein Gastbeitrag von Anna Beispiel", words()), ElementsAre("Anna Beispiel"));
  EXPECT_THAT(by_line_names("3.5.2025 | von flusskiesel", words()), ElementsAre("flusskiesel"));
  EXPECT_THAT(by_line_names("Von unserer Redakteurin Anna Beispiel", words()), ElementsAre("Anna Beispiel"));
}

TEST(ByLines, SentencesAndDesksAreNone) {
  EXPECT_THAT(by_line_names("Von Montag an gilt die neue Satzung", words()), IsEmpty());
  EXPECT_THAT(by_line_names("Von Musterstadt fuhren drei Züge nach Süden", words()), IsEmpty());
  EXPECT_THAT(by_line_names("Von der Redaktion", words()), IsEmpty());
  EXPECT_THAT(by_line_names("Die Brücke wurde von Anna Beispiel eröffnet", words()), IsEmpty());
}

TEST(ByLines, BareNamesLoseWhatClingsToThem) {
  EXPECT_EQ(bare_name("erstellt von Anna Beispiel —", words()), "Anna Beispiel");
  EXPECT_EQ(bare_name("Anna Beispiel, Redakteurin", words()), "Anna Beispiel");
  EXPECT_EQ(bare_name("Blatt-Experte Bernd Muster", words()), "Bernd Muster");
  EXPECT_EQ(bare_name("Anna Beispiel Alle Artikel", words()), "Anna Beispiel");
  EXPECT_EQ(bare_name("Redaktion", words()), "");
  EXPECT_EQ(bare_name("anna@beispiel.example", words()), "");
  EXPECT_EQ(bare_name("dpa", words()), "");
}

TEST(ByLines, FullNamesHaveTwoCapitals) {
  EXPECT_TRUE(is_full_name("Karla von der Heide", words()));
  EXPECT_FALSE(is_full_name("Anna", words()));
  EXPECT_FALSE(is_full_name("viel mehr", words()));
}

}  // namespace
}  // namespace ql::clean
