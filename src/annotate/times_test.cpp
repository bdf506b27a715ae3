// SPDX-License-Identifier: Apache-2.0
#include "annotate/times.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "annotate/test_times.h"
#include "lang/embedded.h"
#include "lang/test_language.h"
#include "lang/tsv.h"

namespace ql::annotate {
namespace {

using lang::german;

/// Every row of the rule table reads its own example.
TEST(Times, RuleTableExamples) {
  const std::string path = "lexicons/de/time_rules.tsv";
  const lang::TsvTable table(lang::embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view id = table.cell(row, table.column("id"));
    std::string example(table.cell(row, table.column("example")));
    const std::string_view value = table.cell(row, table.column("value"));
    const std::size_t open = example.find('[');
    std::string expected;
    if (open != std::string::npos) {
      const std::size_t close = example.find(']');
      expected = example.substr(open + 1, close - open - 1) + '=' + std::string(value);
      example.erase(close, 1);
      example.erase(open, 1);
    }
    const std::string found = times_of({example}, kWednesday);
    const bool among_found = (found + "; ").find(expected + "; ") != std::string::npos;
    EXPECT_TRUE(expected.empty() ? found.empty() : among_found)
        << id << ": " << example << "\n  found    " << found << "\n  expected " << expected;
  }
}

TEST(Times, TenseDecidesBetweenLastAndNextWeekday) {
  EXPECT_EQ(times_of({"Am Freitag stürzte die Brücke ein."}, kWednesday), "Freitag=2024-05-10");
  EXPECT_EQ(times_of({"Am Freitag wird die Brücke gesperrt."}, kWednesday), "Freitag=2024-05-17");
  EXPECT_EQ(times_of({"Am Freitag beginnt der Prozess."}, kWednesday), "Freitag=2024-05-17");
  EXPECT_EQ(times_of({"Der Prozess habe am Freitag begonnen, sagte er."}, kWednesday), "Freitag=2024-05-10");
}

TEST(Times, AModalWithAPerfectInfinitiveTellsWhatWas) {
  EXPECT_EQ(times_of({"Der Rat soll am Freitag mit Mehrheit dagegen votiert haben."}, kWednesday),
            "Freitag=2024-05-10");
  EXPECT_EQ(times_of({"Die Akten sollen am Freitag vernichtet worden sein."}, kWednesday), "Freitag=2024-05-10");
  EXPECT_EQ(times_of({"Der Rat soll am Freitag Gelegenheit dazu haben."}, kWednesday), "Freitag=2024-05-17");
  EXPECT_EQ(times_of({"Der Bau soll am Freitag abgeschlossen sein."}, kWednesday), "Freitag=2024-05-17");
}

TEST(Times, WhatHelpsTheTense) {
  EXPECT_EQ(
      times_of({"Die Anklage wirft ihr vor, sie am 21. April so massiv abgedr\u00fcckt zu haben, dass sie starb."},
               kWednesday),
      "21. April=2024-04-21");
  EXPECT_EQ(times_of({"Nach dem Chaos aus dem Fr\u00fchjahr w\u00e4re es ein neues."}, "2024-01-02"),
            "Fr\u00fchjahr=2023-SP");
  EXPECT_EQ(times_of({"Die Firma war von einer Zulassung bis Ende Juni ausgegangen."}, "2024-04-10"),
            "Ende Juni=2024-06");
  EXPECT_EQ(times_of({"Die Fremden \u00fcbernahmen die Server 2013 bis 2019 seit Ende Februar."}, kWednesday),
            "2013=2013; 2019=2019; Ende Februar=2024-02");
  EXPECT_EQ(times_of({"Die Zahlen meldet das Amt t\u00e4glich am Abend."}, kWednesday),
            "t\u00e4glich=P1D; Abend=XXXX-XX-XXTEV");
}

TEST(Times, WhatIsFarFromAMonthHasNoKnownWeek) {
  const clean::Report report =
      test_report({"Sie war im August 2019 vermisst worden. Zwei Wochen sp\u00e4ter fand man sie."});
  const Annotations notes = annotate(report, german());
  ASSERT_EQ(notes.times.size(), 2U);
  EXPECT_EQ(notes.times[1].time.value, "XXXX-WXX");
  EXPECT_EQ(notes.times[1].time.earliest, "2019-08-12");
  EXPECT_EQ(notes.times[1].time.latest, "2019-09-15");
  EXPECT_EQ(times_of({"Sie war im August 2019 vermisst worden. Zwei Tage sp\u00e4ter fand man sie."}, kWednesday),
            "August 2019=2019-08; Zwei Tage sp\u00e4ter=XXXX-XX-XX");
  EXPECT_EQ(
      times_of({"Am Montag brach der Damm, der 1958 gebaut war. Zwei Tage sp\u00e4ter war er dicht."}, kWednesday),
      "Montag=2024-05-13; 1958=1958; Zwei Tage sp\u00e4ter=2024-05-15");
}

TEST(Times, WhatIsSetForADayLiesAhead) {
  EXPECT_EQ(times_of({"F\u00fcr Samstag, 11 Uhr, ist eine Mahnwache angemeldet."}, kWednesday),
            "Samstag=2024-05-18; Samstag, 11 Uhr=2024-05-18T11:00");
  EXPECT_EQ(times_of({"Der Verband k\u00fcndigte f\u00fcr Freitag weitere Streiks an."}, kWednesday),
            "Freitag=2024-05-17");
  EXPECT_EQ(times_of({"Die Kammer vertagte sich auf Montag."}, kWednesday), "Montag=2024-05-20");
  EXPECT_EQ(times_of({"Es brannte von Freitag auf Samstag."}, kWednesday), "Freitag=2024-05-10; Samstag=2024-05-11");
  EXPECT_EQ(times_of({"Die Zahl f\u00fcr April sank."}, kWednesday), "April=2024-04");
}

TEST(Times, WhatWasIsNotToldOfAYearToCome) {
  EXPECT_EQ(times_of({"Das Haus soll Ende 2027 schlie\u00dfen. Das steht in einem Papier, das im Herbst entstand."},
                     kWednesday),
            "Ende 2027=2027; Herbst=2023-FA");
  EXPECT_EQ(times_of({"Er siegte 2013. Das Heft erscheint am 22. Mai."}, kWednesday), "2013=2013; 22. Mai=2024-05-22");
  EXPECT_EQ(times_of({"Er siegte 2013. Am 22. Mai wurde er geehrt."}, kWednesday), "2013=2013; 22. Mai=2013-05-22");
}

TEST(Times, TheYearThatAThingIsFromIsNotTheYearThatIsToldOf) {
  EXPECT_EQ(times_of({"Die Anlage aus dem Jahr 1958 wurde zuletzt im Herbst gepr\u00fcft."}, kWednesday),
            "Jahr 1958=1958; Herbst=2023-FA");
  EXPECT_EQ(times_of({"Im Jahr 1958 brannte es, im Herbst erneut."}, kWednesday), "Jahr 1958=1958; Herbst=1958-FA");
}

TEST(Times, ACountOfThePastIsNoYear) {
  EXPECT_EQ(times_of({"Der H\u00f6chststand von 1244 neuen F\u00e4llen war am 14. Januar."}, kWednesday),
            "14. Januar=2024-01-14");
  EXPECT_EQ(times_of({"Das Privileg von 1244 gilt noch."}, kWednesday), "1244=1244");
}

TEST(Times, ADayToComeHoldsWhileTheTextLooksAhead) {
  EXPECT_EQ(times_of({"Am Freitag beginnt das Turnier. Um 9 Uhr startet der erste Lauf."}, kWednesday),
            "Freitag=2024-05-17; 9 Uhr=2024-05-17T09:00");
  EXPECT_EQ(times_of({"Am Freitag beginnt das Turnier. Um 9 Uhr war noch alles ruhig."}, kWednesday),
            "Freitag=2024-05-17; 9 Uhr=2024-05-15T09:00");
}

TEST(Times, WhatIsOfADateIsPast) {
  EXPECT_EQ(times_of({"Das geht aus einem Bericht hervor, der vom 11. April stammt."}, kWednesday),
            "11. April=2024-04-11");
  EXPECT_EQ(times_of({"Die Messe läuft vom 3. bis 7. Juni."}, kWednesday), "3.=2024-06-03; 7. Juni=2024-06-07");
  EXPECT_EQ(times_of({"Der Prozess beginnt am 11. April."}, kWednesday), "11. April=2025-04-11");
}

TEST(Times, WithoutDocumentTimeNothingIsGuessed) {
  EXPECT_EQ(times_of({"Am Freitag stürzte die Brücke ein."}, ""), "Am Freitag=XXXX-WXX-5");
  EXPECT_EQ(times_of({"Gestern war Ruhe."}, ""), "Gestern=XXXX-XX-XX");
  EXPECT_EQ(times_of({"Im Herbst war Ruhe."}, ""), "Herbst=XXXX-FA");
  EXPECT_EQ(times_of({"Am Montag kam er. Einen Tag zuvor war Ruhe."}, ""),
            "Am Montag=XXXX-WXX-1; Einen Tag zuvor=XXXX-WXX-7");
}

TEST(Times, YearOfAnotherDateInTheTextServesADayWithoutYear) {
  EXPECT_EQ(times_of({"Am 4. März 2019 sprach sie, am 21. Februar hatte er gesprochen."}, ""),
            "4. März 2019=2019-03-04; 21. Februar=2019-02-21");
}

TEST(Times, ListsAndRanges) {
  EXPECT_EQ(times_of({"Gespielt wird am 3., 4. und 6. Juni."}, kWednesday),
            "3.=2024-06-03; 4.=2024-06-04; 6. Juni=2024-06-06");
  EXPECT_EQ(times_of({"Geöffnet ist von 10-18 Uhr."}, kWednesday), "10=2024-05-15T10:00; 18 Uhr=2024-05-15T18:00");
  EXPECT_EQ(times_of({"Das dauert sechs bis acht Monate."}, kWednesday), "sechs=P6M; acht Monate=P8M");
}

TEST(Times, EndsOfARangeKnowItsBounds) {
  clean::Report report = test_report({"Das Lager dauert vom 3. bis 9. Juni."});
  report.published = TimeValue{std::string(kWednesday), "", "", Basis::Metadata, ""};
  const Annotations notes = annotate(report, german());
  ASSERT_EQ(notes.times.size(), 2U);
  EXPECT_EQ(notes.times[0].time.earliest, "2024-06-03");
  EXPECT_EQ(notes.times[0].time.latest, "2024-06-09");
  EXPECT_EQ(notes.times[1].time.earliest, "2024-06-03");
}

TEST(Times, HoursBehindARangeOfDays) {
  EXPECT_EQ(times_of({"Die Straße ist von Montag bis Freitag von 8 bis 12 Uhr gesperrt."}, "2025-09-25"),
            "Montag=2025-09-22; Freitag=2025-09-26; 8=T08:00; 12 Uhr=T12:00");
  EXPECT_EQ(times_of({"Das Amt ist von Montag bis Freitag zwischen 8 und 12 Uhr offen."}, "2025-09-25"),
            "Montag=2025-09-29; Freitag=2025-10-03; 8=T08:00; 12 Uhr=T12:00");
  EXPECT_EQ(times_of({"Von Montag bis Freitag um 20 Uhr tagte der Rat."}, "2025-09-25"),
            "Montag=2025-09-22; Freitag=2025-09-26; Freitag um 20 Uhr=2025-09-26T20:00");
  EXPECT_EQ(times_of({"Am Freitag tagte der Rat von 8 bis 12 Uhr."}, "2025-09-25"),
            "Freitag=2025-09-19; 8=2025-09-19T08:00; 12 Uhr=2025-09-19T12:00");
}

TEST(Times, WeekendsBesideAHoliday) {
  EXPECT_EQ(times_of({"Am Wochenende vor Weihnachten wird gestreikt."}, "2025-09-25"),
            "Wochenende vor Weihnachten=2025-W51-WE");
  EXPECT_EQ(times_of({"Am Wochenende vor Ostern brannte es."}, "2025-09-25"), "Wochenende vor Ostern=2025-W15-WE");
  EXPECT_EQ(times_of({"Am Wochenende nach Ostern wird gestreikt."}, "2025-09-25"),
            "Wochenende nach Ostern=2026-W15-WE");
  EXPECT_EQ(times_of({"Am letzten Wochenende vor Weihnachten wird gestreikt."}, "2025-09-25"),
            "letzten Wochenende vor Weihnachten=2025-W51-WE");
  EXPECT_EQ(times_of({"Am Wochenende vor Weihnachten 2022 brannte es."}, "2025-09-25"),
            "Wochenende vor Weihnachten 2022=2022-W50-WE");
  EXPECT_EQ(times_of({"Am Wochenende vor Ostern brannte es."}, ""), "Wochenende vor Ostern=XXXX-WXX-WE");
}

TEST(Times, OneIsAnHour) {
  EXPECT_EQ(times_of({"Er kam um eins an."}, kWednesday), "eins=2024-05-15T01:00");
  EXPECT_EQ(times_of({"Er kam gegen halb eins an."}, kWednesday), "halb eins=2024-05-15T00:30");
  EXPECT_EQ(times_of({"Er kam um viertel nach eins an."}, kWednesday), "viertel nach eins=2024-05-15T01:15");
  EXPECT_EQ(times_of({"Er kam um ein Uhr an."}, kWednesday), "ein Uhr=2024-05-15T01:00");
  EXPECT_EQ(times_of({"Die Zahl stieg um eins auf drei."}, kWednesday), "");
  EXPECT_EQ(times_of({"Die Zahl stieg um ein Drittel."}, kWednesday), "");
  EXPECT_EQ(times_of({"Er ist die Nummer eins."}, kWednesday), "");
}

TEST(Times, AnHourThatIsADifference) {
  EXPECT_EQ(times_of({"Die Gruppe ist um eins kleiner."}, kWednesday), "");
  EXPECT_EQ(times_of({"Der Rückstand war um drei höher als im Vorjahr."}, kWednesday), "Vorjahr=2023");
  EXPECT_EQ(times_of({"Es waren um drei mehr als sonst."}, kWednesday), "");
  EXPECT_EQ(times_of({"Die Zahl der Fälle stieg um eins."}, kWednesday), "");
  EXPECT_EQ(times_of({"Um drei fielen Schüsse."}, kWednesday), "drei=2024-05-15T03:00");
  EXPECT_EQ(times_of({"Er kam um sieben müde heim."}, kWednesday), "sieben=2024-05-15T07:00");
}

TEST(Times, MonthsThatAreFamilyNames) {
  EXPECT_EQ(times_of({"Bildungsminister Peter März trat zurück. März sagte am Montag, er gehe."}, kWednesday),
            "Montag=2024-05-13");
  EXPECT_EQ(times_of({"Bildungsminister Peter März trat zurück. Im März ging er."}, kWednesday), "März=2024-03");
  EXPECT_EQ(times_of({"Wie schon Dezember brachte März Verluste."}, kWednesday), "Dezember=2023-12; März=2024-03");
}

TEST(Times, PartsOfTheDayLeanOnTheDayBefore) {
  EXPECT_EQ(times_of({"Am Montag brach der Damm. Am Abend war er dicht."}, kWednesday),
            "Montag=2024-05-13; Abend=2024-05-13TEV");
  EXPECT_EQ(times_of({"Am Montag brach der Damm. Vermisst werden zwei Menschen (Stand: 12 Uhr)."}, kWednesday),
            "Montag=2024-05-13; 12 Uhr=2024-05-15T12:00");
  EXPECT_EQ(times_of({"Am Abend war er dicht."}, kWednesday), "Abend=2024-05-15TEV");
}

TEST(Times, AClockTimeBehindADayCoversTheDay) {
  EXPECT_EQ(times_of({"Die Sitzung beginnt am Freitag um 11 Uhr."}, kWednesday),
            "Freitag=2024-05-17; Freitag um 11 Uhr=2024-05-17T11:00");
}

TEST(Times, WhatLooksLikeATimeButIsNone) {
  EXPECT_EQ(times_of({"Die Elf gewann 2:1 gegen den Nachbarn."}, kWednesday), "");
  EXPECT_EQ(times_of({"Er zahlte 1999 Euro für 2000 Schrauben."}, kWednesday), "");
  EXPECT_EQ(times_of({"Die 24-jährige Anna kam an."}, kWednesday), "");
  EXPECT_EQ(times_of({"Der Mann ist 50 Jahre alt."}, kWednesday), "");
  EXPECT_EQ(times_of({"Sie spielt Mittwoch-Lotto."}, kWednesday), "");
  EXPECT_EQ(times_of({"Die Stadt hat die Postleitzahl 1010 und Artikel 1995."}, kWednesday), "");
}

TEST(Times, AnHourBelongsToTheDayWhosePartHoldsIt) {
  EXPECT_EQ(times_of({"Am Montagabend brannte die Halle. Am Dienstagmorgen rauchte sie noch. Das Feuer war gegen "
                      "21.40 Uhr ausgebrochen."},
                     kWednesday),
            "Montagabend=2024-05-13TEV; Dienstagmorgen=2024-05-14TMO; 21.40 Uhr=2024-05-13T21:40");
  EXPECT_EQ(times_of({"Am Montagabend brannte die Halle. Am Dienstagmorgen rauchte sie noch. Gegen 8 Uhr war Ruhe."},
                     kWednesday),
            "Montagabend=2024-05-13TEV; Dienstagmorgen=2024-05-14TMO; 8 Uhr=2024-05-14T08:00");
}

TEST(Times, SinceReachesToTheDayBehindTheHour) {
  EXPECT_EQ(times_of({"Seit 22 Uhr am Dienstag stehen die Bänder still."}, kWednesday),
            "22 Uhr am Dienstag=2024-05-14T22:00; Dienstag=2024-05-14");
}

TEST(Times, NightToAWeekdayWithoutArticle) {
  EXPECT_EQ(times_of({"In der Nacht zu Dienstag einigten sie sich."}, kWednesday), "Nacht zu Dienstag=2024-05-13TNI");
}

TEST(Times, AChangeIsNoClockTime) {
  EXPECT_EQ(times_of({"Die Zahl der Opfer stieg um drei auf 770."}, kWednesday), "");
  EXPECT_EQ(times_of({"Die Feier beginnt um drei auf dem Markt."}, kWednesday), "drei=2024-05-15T03:00");
}

TEST(Times, ZonesStandBehindTheHour) {
  EXPECT_EQ(times_of({"Die Rakete startete am Montag um 14 Uhr Ortszeit."}, kWednesday),
            "Montag=2024-05-13; Montag um 14 Uhr=2024-05-13T14:00");
  EXPECT_EQ(times_of({"Die Rakete startete am Montag um 14 Uhr MESZ."}, kWednesday),
            "Montag=2024-05-13; Montag um 14 Uhr=2024-05-13T14:00+02:00");
  EXPECT_EQ(times_of({"Die Rakete startete am Montag um 14 Uhr (UTC)."}, kWednesday),
            "Montag=2024-05-13; Montag um 14 Uhr=2024-05-13T14:00Z");
}

TEST(Times, APointThatIsCountedFromTodayIsToldWithItsLength) {
  EXPECT_EQ(times_of({"Vor zwei Jahren war das noch anders."}, kWednesday), "Vor zwei Jahren=2022; zwei Jahren=P2Y");
  EXPECT_EQ(times_of({"Das liegt drei Wochen zur\u00fcck."}, kWednesday),
            "drei Wochen=P3W; drei Wochen zur\u00fcck=2024-W17");
  EXPECT_EQ(times_of({"Vor zwei Jahren war das noch anders."}, ""), "zwei Jahren=P2Y");
  EXPECT_EQ(times_of({"Vor einem halben Jahr war das noch anders."}, kWednesday),
            "Vor einem halben Jahr=2023-11; einem halben Jahr=P6M");
}

TEST(Times, WhatLeadsToNoYearOfFourDigitsIsALength) {
  EXPECT_EQ(times_of({"In 4294967297 Tagen ist Ruhe."}, kWednesday), "4294967297 Tagen=P4294967297D");
  EXPECT_EQ(times_of({"Vor 3000000000 Jahren war hier Meer."}, kWednesday), "3000000000 Jahren=P3000000000Y");
  EXPECT_EQ(times_of({"In 300000 Jahren ist das Lager leer."}, kWednesday), "300000 Jahren=P300000Y");
  EXPECT_EQ(times_of({"In 9000 Jahren ist das Lager leer."}, kWednesday), "9000 Jahren=P9000Y");
  EXPECT_EQ(times_of({"Vor 3000 Jahren war hier Meer."}, kWednesday), "3000 Jahren=P3000Y");
  EXPECT_EQ(times_of({"Vor 300 Jahrhunderten war hier Meer."}, kWednesday), "300 Jahrhunderten=P30000Y");
  EXPECT_EQ(times_of({"In 99999999999 Minuten ist Ruhe."}, "2024-05-15T12:00"), "99999999999 Minuten=PT99999999999M");
  EXPECT_EQ(times_of({"Am 3. März brach er. 5000000000 Tage später war Ruhe."}, kWednesday),
            "3. März=2024-03-03; 5000000000 Tage später=P5000000000D");
  EXPECT_EQ(times_of({"Die Wahl ist Donnerstag in 4294967297 Wochen."}, kWednesday),
            "Donnerstag in 4294967297 Wochen=P4294967297W");
  EXPECT_EQ(times_of({"Vor 800 Jahren stand hier ein Kloster."}, kWednesday), "Vor 800 Jahren=1224; 800 Jahren=P800Y");
}

TEST(Times, WeeksAreCountedFromTheDayThatOpensThem) {
  EXPECT_EQ(times_of({"Start war am 1. April. In der ersten Woche regnete es. In der dritten Woche schien die Sonne."},
                     kWednesday),
            "1. April=2024-04-01; der ersten Woche=2024-W14; der dritten Woche=2024-W16");
  EXPECT_EQ(times_of({"In der dritten Woche des Prozesses sagte er aus."}, kWednesday), "");
  EXPECT_EQ(times_of({"Start war am 1. April. In der ersten Woche des Streiks regnete es."}, kWednesday),
            "1. April=2024-04-01");
}

TEST(Times, WhatWasVaguelyAgoLeavesItsDayOpen) {
  EXPECT_EQ(times_of({"Vor einigen Tagen hielten Beamte am fr\u00fchen Morgen ein Auto an."}, "2024-05-20"),
            "einigen Tagen=PXD; fr\u00fchen Morgen=2024-05-XXTMO");
  EXPECT_EQ(times_of({"Vor einigen Tagen hielten Beamte am fr\u00fchen Morgen ein Auto an."}, "2024-05-05"),
            "einigen Tagen=PXD; fr\u00fchen Morgen=XXXX-XX-XXTMO");
}

TEST(Times, ListsOfDecadesAndCenturies) {
  EXPECT_EQ(times_of({"In den sechziger und siebziger Jahren war es anders."}, kWednesday),
            "sechziger=196; siebziger Jahren=197");
  EXPECT_EQ(times_of({"Die Malerei des 16. und 17. Jahrhunderts kannte das."}, kWednesday),
            "16.=15; 17. Jahrhunderts=16");
}

TEST(Times, AnHourOfEachDayIsOfNone) {
  EXPECT_EQ(times_of({"Gespielt wird am 3. und 4. Juni, jeweils 20 Uhr."}, kWednesday),
            "3.=2024-06-03; 4. Juni=2024-06-04; 20 Uhr=T20:00");
}

TEST(Times, AWordAloneInQuotationMarksIsATitle) {
  EXPECT_EQ(times_of({"Das Men\u00fc hat das Thema \u201eWeihnachten\u201c."}, kWednesday), "");
  EXPECT_EQ(times_of({"\u201eMontag war noch Ruhe\u201c, sagte er."}, kWednesday), "Montag=2024-05-13");
}

TEST(Times, SeasonsThatAreNames) {
  EXPECT_EQ(times_of({"Das sagte Peter Sommer der Zeitung."}, kWednesday), "");
  EXPECT_EQ(times_of({"Das sagte Sommer der Zeitung."}, kWednesday), "");
  EXPECT_EQ(times_of({"Der Prager Fr\u00fchling war vorbei."}, kWednesday), "");
}

TEST(Times, RatesNeedSomethingCounted) {
  EXPECT_EQ(times_of({"Die Praxis sieht 200 Patienten am Tag."}, kWednesday), "am Tag=P1D");
  EXPECT_EQ(times_of({"Gez\u00e4hlt wurden 200 G\u00e4ste am Tag der offenen T\u00fcr."}, kWednesday), "");
  EXPECT_EQ(times_of({"F\u00fcnf Menschen starben am Tag."}, kWednesday), "");
}

TEST(Times, TheSecondYearOfAPairIsInTheCenturyOfTheFirst) {
  EXPECT_EQ(times_of({"Im Krieg von 1914-18 fiel er."}, kWednesday), "1914=1914; 18=1918");
  EXPECT_EQ(times_of({"Der Eingang ist 1914-08 vermerkt."}, kWednesday), "1914-08=1914-08");
}

TEST(Times, CompoundsWithTodayAreNames) {
  EXPECT_EQ(times_of({"Die heute-show spottete."}, kWednesday), "");
  EXPECT_EQ(times_of({"Jeden Morgen steht er um f\u00fcnf Uhr auf."}, kWednesday),
            "Jeden Morgen=XXXX-XX-XXTMO; f\u00fcnf Uhr=T05:00");
  EXPECT_EQ(times_of({"Er legt noch einen 50er drauf."}, kWednesday), "");
  EXPECT_EQ(times_of({"Am Vorabend des Prozesses war Ruhe."}, kWednesday), "");
  EXPECT_EQ(times_of({"Ab heute gilt der Fahrplan."}, kWednesday), "heute=2024-05-15");
}

}  // namespace
}  // namespace ql::annotate
