// SPDX-License-Identifier: Apache-2.0
#include "lang/stem.h"

#include <gtest/gtest.h>

namespace ql::lang {
namespace {

TEST(Stem, UnitesTheFormsOfOneWord) {
  for (const auto& [one, other] : {std::pair{"Soldaten", "Soldat"},
                                   {"Züge", "Zug"},
                                   {"Toten", "Tote"},
                                   {"Häuser", "Haus"},
                                   {"Stellen", "Stelle"},
                                   {"verletzten", "verletzte"},
                                   {"Kolleginnen", "Kollegin"}}) {
    EXPECT_EQ(stem(one), stem(other)) << one;
  }
}

TEST(Stem, KeepsDifferentWordsApart) {
  for (const auto& [one, other] : {std::pair{"Haus", "Haut"}, {"Tor", "Tote"}, {"Rad", "Rat"}, {"Bahn", "Bar"}}) {
    EXPECT_NE(stem(one), stem(other)) << one;
  }
}

}  // namespace
}  // namespace ql::lang
