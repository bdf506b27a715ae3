// SPDX-License-Identifier: Apache-2.0
// Numbers that count nothing.
#include <gtest/gtest.h>

#include "annotate/quantities.h"
#include "annotate/test_quantities.h"

namespace ql::annotate {
namespace {

class RefusedNumber : public testing::TestWithParam<const char*> {};
TEST_P(RefusedNumber, IsNoFigure) { EXPECT_TRUE(read(GetParam()).figures().empty()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    Traps, RefusedNumber,
    testing::Values("Die 57-jährige Wirtin winkte.", "Der achtjährige Junge winkte.",
                    "Die Wirtin Vera Tamm (61) winkte.", "Der Wirt ist 71 Jahre alt.", "Das Spiel endete 3:1.",
                    "Das Tor fiel in der 78. Minute.", "Sie spielt in der 2. Liga.", "Er wohnt im Birkenweg 12.",
                    "Das regelt Artikel 5.", "Das regelt § 12.", "Sie landete auf Platz 3.", "Der Zug RE4 hält hier.",
                    "Sie fuhren auf der A7.", "Beginn ist um 19.30 Uhr.", "Seit 2019 ist das Bad zu.",
                    "Telefon: 04999/555-201", "Stand 2024-10-23", "Der Prozess beginnt in Saal 2.",
                    "Vor zwei Tagen brannte es.", "Sie sprach über eine Reform.", "Er ist einer der Sieger.",
                    "Bis 2035 sollen Züge fahren.", "Fax +49 30 5550 344.", "Telefon +47 555 01 820 oder 0800 55 10 10",
                    "Das Trikot 25/26 ist rot.", "Az. 12 Ks 45/24 ruht.", "Das iPhone 15 ist alt.",
                    "Es ist sieben Uhr dreiunddreißig.", "Der Wert PM2,5 stieg.", "Kommentare (214)",
                    "Mit 54 Jahren starb er.", "Die Linien 5, 7 und 9 fallen aus.", "Die §§ 218 und 219 bleiben.",
                    "Die Serie \"4 Blocks\" endet.", "Der Film „Die zwölf Geschworenen“ lief.",
                    "Der „Club der 27“ ist bekannt.", "Das Team spielt im 4-3-3.", "Er traf spät (23., 67.).",
                    "In der 90.+3 Minute fiel das Tor.", "Der Sitz ist in 70173 Stuttgart.",
                    "Sie siegten mit zwei zu eins.", "Die Mauer fiel '89.", "Der Umzug in die Musterstr. 4 war teuer.",
                    "Ein Mercedes 300 SL fehlt.", "Er fährt mit der 13 zum Bahnhof.", "Sie bekam eine 3 in Deutsch.",
                    "Die Zehn Gebote gelten.", "Das steht fest, eins und eins ist klar.", "Auf Stufe 2 von 5.",
                    "Das Konto DE12 5001 0517 0648 ist leer."));

TEST(Quantities, BoundsOfAnAgeCountNothing) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Eintritt zahlen nur Menschen ab 60 Jahren."), Kinds{QuantityKind::Age});
  EXPECT_EQ(kinds("Kinder unter zwölf Jahren fahren umsonst."), Kinds{QuantityKind::Age});
  EXPECT_EQ(kinds("Die beiden Kinder (13 und 14) sind wieder da."), (Kinds{QuantityKind::Age, QuantityKind::Age}));
  EXPECT_EQ(kinds("Die Laufzeit liegt unter zwölf Jahren."), Kinds{QuantityKind::Quantity});
}

}  // namespace
}  // namespace ql::annotate
