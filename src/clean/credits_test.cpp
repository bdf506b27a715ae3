// SPDX-License-Identifier: Apache-2.0
#include "clean/credits.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

using Names = std::vector<std::string>;

const lang::DocumentWords& words() {
  static const lang::DocumentWords loaded = lang::load_document_words();
  return loaded;
}

TEST(Credits, AShortTextOfAgenciesAndDeskCodesIsACredit) {
  EXPECT_EQ(parse_credit("dpa", words()), Names{"dpa"});
  EXPECT_EQ(parse_credit("mit Material von dpa und AFP", words()), (Names{"dpa", "AFP"}));
  EXPECT_FALSE(parse_credit("Die dpa hat heute Sommerfest", words()).has_value());
  EXPECT_FALSE(parse_credit("kein Vermerk", words()).has_value());
}

TEST(Credits, TheEndOfABlock) {
  const std::string block = "Die Brücke bleibt gesperrt, sagte er. (dpa/mag)";
  const auto credit = find_end_credit(block, words());
  ASSERT_TRUE(credit.has_value());
  EXPECT_EQ(block.substr(credit->begin, credit->end - credit->begin), "(dpa/mag)");
  EXPECT_EQ(credit->agencies, Names{"dpa"});
  EXPECT_FALSE(find_end_credit("Gewonnen hat der Verein (1:0)", words()).has_value());
}

TEST(Credits, TheDatelineAtTheStart) {
  const std::string block = "Rothsiel (dpa) - Die Fähre fährt wieder.";
  const auto dateline = find_dateline(block, words());
  ASSERT_TRUE(dateline.has_value());
  EXPECT_EQ(block.substr(dateline->end), "Die Fähre fährt wieder.");
  EXPECT_EQ(dateline->agencies, Names{"dpa"});
  EXPECT_FALSE(find_dateline("Die Fähre (Baujahr 1970) fährt wieder.", words()).has_value());
}

TEST(Credits, TheEndOfABlockInManyForms) {
  const auto agencies = [](std::string_view block) {
    const auto credit = find_end_credit(block, words());
    return credit ? credit->agencies : Names{};
  };
  EXPECT_EQ(agencies("Das sagte er im Rat. (dpa, Tsp)"), Names{"dpa"});
  EXPECT_EQ(agencies("Das sagte er im Rat. (dpa/epd)"), (Names{"dpa", "epd"}));
  EXPECT_EQ(agencies("Das sagte er im Rat. (mit dpa/AFP-Material)"), (Names{"dpa", "AFP"}));
  EXPECT_EQ(agencies("Gefordert wurde \"Freiheit\" DBO/AP/dpa"), (Names{"AP", "dpa"}));
  EXPECT_EQ(agencies("Er bleibt. DBO/kö mit Material der dpa"), Names{"dpa"});
  EXPECT_EQ(agencies("So viel wiegt das. \u00A9 dpa-infocom, dpa:240324-99-956070/3"), Names{"dpa"});
  EXPECT_EQ(agencies("Zuvor hatte er das Angebot der Redaktion von dpa."), Names{});
  EXPECT_EQ(agencies("Sie lobte die Arbeit beider Kreise. Das meldet die Agentur AFP."), Names{});
}

TEST(Credits, BetweenSentencesOfABlock) {
  const auto agencies = [](std::string_view block) {
    Names names;
    for (const CreditPart& part : find_marked_credits(block, words())) {
      names.insert(names.end(), part.agencies.begin(), part.agencies.end());
    }
    return names;
  };
  const std::string block = "So der Minister. Quelle: okü./dpa Hier können Sie die Rechte erwerben.";
  const auto parts = find_marked_credits(block, words());
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(block.substr(parts[0].begin, parts[0].end - parts[0].begin), "Quelle: okü./dpa");
  EXPECT_EQ(agencies("So war es. Quelle: deichbote.de, Bernd von Imhof und Ada Lüth, dpa"), Names{"dpa"});
  EXPECT_EQ(agencies("So war es. Quelle: D.B.O. mit AFP Hier lesen Sie mehr."), Names{"AFP"});
  EXPECT_EQ(agencies("So war es. Mit Material der Nachrichtenagenturen dpa und AFP Mehr zum Thema"),
            (Names{"dpa", "AFP"}));
  EXPECT_EQ(agencies("So war es. Verwendete Quellen: Nachrichtenagentur dpa Eigene Recherche"), Names{"dpa"});
  // Pictures, quoted agencies, charts.
  EXPECT_EQ(agencies("Der Hafen im Mai. Bild: dpa Der Rat tagt wieder."), Names{});
  EXPECT_EQ(agencies("Der Hafen im Mai. Quelle: dpa/Jens Kruse Der Rat tagt wieder."), Names{});
  EXPECT_EQ(agencies("Das sagte er der Nachrichtenagentur dpa. Die Quelle: ein Beamter, der dpa bekannt."), Names{});
  EXPECT_EQ(agencies("Grafik: joh. / Quelle: Bloomberg, Fotos: Reuters Mit Milliarden wächst der Markt."), Names{});
}

TEST(Credits, ADatelineWithABar) {
  const std::string block = "TARUP afp/rtr | Die Brücke ist gesperrt.";
  const auto dateline = find_dateline(block, words());
  ASSERT_TRUE(dateline.has_value());
  EXPECT_EQ(block.substr(dateline->end), "Die Brücke ist gesperrt.");
  EXPECT_EQ(dateline->agencies, (Names{"AFP", "Reuters"}));
}

TEST(Credits, AgenciesInTheByLine) {
  EXPECT_EQ(by_line_agencies("Von Deichbote/dpa", words()), Names{"dpa"});
  EXPECT_EQ(by_line_agencies("Von Wiebke Tamm", words()), Names{});
}

}  // namespace
}  // namespace ql::clean
