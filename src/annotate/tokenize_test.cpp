// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokenize.h"

#include <gtest/gtest.h>

#include "annotate/test_report.h"

namespace ql::annotate {
namespace {

using Words = std::vector<std::string>;

Words tokens_of(std::string_view text) {
  static const lang::TokenRules rules = lang::TokenRules::load("de");
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, rules, tokens);
  Words words;
  for (const Token& token : tokens) words.emplace_back(slice(text, token.text));
  return words;
}

TEST(Tokenize, PartsMarksFromWords) {
  EXPECT_EQ(tokens_of("Er sagte: „Wir gehen.“"), (Words{"Er", "sagte", ":", "„", "Wir", "gehen", ".", "“"}));
  EXPECT_EQ(tokens_of("(dpa) – Nein!"), (Words{"(", "dpa", ")", "–", "Nein", "!"}));
}

TEST(Tokenize, KeepsStopsOfAbbreviationsAndOrdinals) {
  EXPECT_EQ(tokens_of("Dr. Adler kam am 21. Oktober."), (Words{"Dr.", "Adler", "kam", "am", "21.", "Oktober", "."}));
  EXPECT_EQ(tokens_of("Es sind z. B. 5 oder z.B. 6."),
            (Words{"Es", "sind", "z.", "B.", "5", "oder", "z.B.", "6", "."}));
  EXPECT_EQ(tokens_of("Das war 2019. Der Rat schwieg."),
            (Words{"Das", "war", "2019", ".", "Der", "Rat", "schwieg", "."}));
  EXPECT_EQ(tokens_of("Prof. Dipl.-Ing. K. Ott"), (Words{"Prof.", "Dipl.-Ing.", "K.", "Ott"}));
}

TEST(Tokenize, KeepsNumbersWhole) {
  EXPECT_EQ(tokens_of("10.000 10\u00A0000 10\u202F000 10'000 1,2"),
            (Words{"10.000", "10\u00A0000", "10\u202F000", "10'000", "1,2"}));
  EXPECT_EQ(tokens_of("2024-10-23 um 18.30 Uhr, 7,8% für 5€"),
            (Words{"2024-10-23", "um", "18.30", "Uhr", ",", "7,8", "%", "für", "5", "€"}));
  EXPECT_EQ(tokens_of("10-15 und 20km, 10-jährige 90er"),
            (Words{"10", "-", "15", "und", "20", "km", ",", "10-jährige", "90er"}));
  EXPECT_EQ(tokens_of("bei -5 Grad"), (Words{"bei", "-5", "Grad"}));
}

TEST(Tokenize, KeepsHyphenatedAndGenderedWordsWhole) {
  EXPECT_EQ(tokens_of("NATO-Gipfel, Soldat:innen, Kolleg*innen, Lehrer/-innen, Bürger_innen, Schüler(innen)"),
            (Words{"NATO-Gipfel", ",", "Soldat:innen", ",", "Kolleg*innen", ",", "Lehrer/-innen", ",", "Bürger_innen",
                   ",", "Schüler(innen)"}));
  EXPECT_EQ(tokens_of("Bundes- und Landesrat"), (Words{"Bundes-", "und", "Landesrat"}));
}

TEST(Tokenize, KnowsTheNet) {
  EXPECT_EQ(tokens_of("Siehe https://www.beispiel.de/a?b=1. Oder post@beispiel.org, @amt und #Streik."),
            (Words{"Siehe", "https://www.beispiel.de/a?b=1", ".", "Oder", "post@beispiel.org", ",", "@amt", "und",
                   "#Streik", "."}));
  EXPECT_EQ(tokens_of("laut beispiel.de und www.rat.at"), (Words{"laut", "beispiel.de", "und", "www.rat.at"}));
}

TEST(Tokenize, KeepsDecomposedUmlautsSoftHyphensAndEmoji) {
  EXPECT_EQ(tokens_of("Mu\u0308ller schla\u00ADfen"), (Words{"Mu\u0308ller", "schla\u00ADfen"}));
  EXPECT_EQ(tokens_of("gut \U0001F44D\U0001F3FD!"), (Words{"gut", "\U0001F44D\U0001F3FD", "!"}));
  EXPECT_EQ(tokens_of("gut :D erhalten:Drei"), (Words{"gut", ":D", "erhalten", ":", "Drei"}));
}

}  // namespace
}  // namespace ql::annotate
