// SPDX-License-Identifier: Apache-2.0
#include "stories/relays.h"

#include <gtest/gtest.h>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

std::optional<Reuse> relay_of(const std::vector<std::string>& paragraphs, const std::string& outlet = "Hafenfunk") {
  static const lang::Language language = lang::load_language("de");
  const AnalysedReport report = make_report("", paragraphs, "", outlet);
  WordList list = word_list_of(report);
  static OutletEndings endings(language);
  return find_relay(report.report, ReportId(std::size_t{4}), list, endings);
}

const std::vector<std::string> kRetelling = {
    "Die Werft soll verkauft werden, berichtete der Norder Anzeiger am Montag.",
    "Laut dem Bericht gibt es zwei Bieter. Wie der Norder Anzeiger berichtet, bietet einer 40 Millionen Euro.",
    "Dem Blatt zufolge will der Vorstand im Mai entscheiden. Die Werft äußerte sich nicht."};

TEST(Relays, ARetellingNamesItsOutlet) {
  const auto relay = relay_of(kRetelling);
  ASSERT_TRUE(relay.has_value());
  EXPECT_EQ(relay->outlet, "Norder Anzeiger");
  EXPECT_EQ(relay->type, ReuseType::Repeats);
  EXPECT_EQ(relay->to, ReportId(std::size_t{4}));
  EXPECT_FALSE(relay->from.valid());
}

TEST(Relays, AQuotedNameThatReportsIsAnOutletWhateverItsEnding) {
  const auto relay = relay_of(
      {"Wer den „Hafenmonitor“ nicht liest: Die Werft soll verkauft werden. Das Fachblatt berichtet von zwei Bietern.",
       "Laut „Hafenmonitor“ bietet einer 40 Millionen Euro. Der Vorstand habe dem Magazin nichts dazu gesagt.",
       "Mehr weiß ich auch nicht."});
  ASSERT_TRUE(relay.has_value());
  EXPECT_EQ(relay->outlet, "Hafenmonitor");
}

TEST(Relays, ANameBehindTheWordForAnOutletIsOne) {
  const auto relay = relay_of({"Die Werft soll verkauft werden. Das schreibt das Magazin Klabund in einem Bericht.",
                               "Dem Blatt zufolge gibt es zwei Bieter. Klabund zitiert aus einem Brief."});
  ASSERT_TRUE(relay.has_value());
  EXPECT_EQ(relay->outlet, "Klabund");
}

TEST(Relays, AQuotedShipIsNoOutlet) {
  EXPECT_FALSE(relay_of({"Die „Seeadler“ liegt in der Werft. Laut dem Bericht der Gutachter ist die „Seeadler“ leck.",
                         "Der Bericht sagt nichts über die Kosten. Die „Seeadler“ fährt nicht mehr."})
                   .has_value());
}

TEST(Relays, ItsOwnOutletIsNoSource) { EXPECT_FALSE(relay_of(kRetelling, "Norder Anzeiger").has_value()); }

TEST(Relays, OneQuotationAmongOwnFindingsIsNoRetelling) {
  EXPECT_FALSE(relay_of({"Die Werft soll verkauft werden. Das bestätigte der Vorstand unserer Redaktion.",
                         "Laut einem Bericht des Norder Anzeigers gibt es zwei Bieter.",
                         "Der Betriebsrat rief zu einer Versammlung auf. Sie beginnt um acht Uhr."})
                   .has_value());
}

}  // namespace
}  // namespace ql::stories
