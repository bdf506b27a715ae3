// SPDX-License-Identifier: Apache-2.0
#include "annotate/quantities.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>

#include "annotate/annotate.h"
#include "annotate/test_quantities.h"
#include "annotate/test_report.h"
#include "lang/embedded.h"
#include "lang/test_language.h"
#include "lang/tsv.h"

namespace ql::annotate {
namespace {

using lang::german;

Quantity only(std::string_view sentence) {
  const std::vector<Quantity> figures = read(sentence).figures();
  EXPECT_EQ(figures.size(), 1U) << sentence;
  return figures.empty() ? Quantity{} : figures.front();
}

void expect_value(std::string_view sentence, double value, Hedge hedge, std::string_view unit) {
  const Quantity quantity = only(sentence);
  ASSERT_TRUE(quantity.value.has_value()) << sentence;
  EXPECT_NEAR(*quantity.value, value, 1e-9 * (std::abs(value) + 1)) << sentence;
  EXPECT_EQ(quantity.hedge, hedge) << sentence;
  if (!unit.empty()) {
    EXPECT_EQ(quantity.unit, unit) << sentence;
  }
}

/// "30-40 Gast; vague Mensch": what the table of words writes in its columns `reads`.
std::string reads(std::string_view sentence) {
  const auto short_number = [](double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  };
  std::string result;
  for (const Quantity& quantity : read(sentence).figures()) {
    if (!result.empty()) result += "; ";
    if (quantity.hedge == Hedge::Vague) {
      result += "vague";
    } else {
      result += quantity.value ? short_number(*quantity.value)
                               : short_number(*quantity.min).append("-").append(short_number(*quantity.max));
    }
    if (!quantity.unit.empty()) result.append(" ").append(quantity.unit);
  }
  return result;
}

TEST(Quantities, WordsOfTheTableReadTheirExamples) {
  const std::string path = "lexicons/de/counted_words.tsv";
  const lang::TsvTable table(lang::embedded_file(path), path);
  const auto check = [&](std::size_t row, std::string_view sentence, std::string_view expected) {
    const std::string_view text = table.cell(row, table.column(sentence));
    if (!text.empty()) {
      EXPECT_EQ(reads(text), table.cell(row, table.column(expected))) << text;
    }
  };
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    check(row, "example", "reads");
    check(row, "counter_example", "counter_reads");
  }
}

TEST(Quantities, RowsOfTrapsReadTheirExamples) {
  const std::string path = "lexicons/de/number_traps.tsv";
  const lang::TsvTable table(lang::embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view trap = table.cell(row, table.column("example"));
    const std::string_view figure = table.cell(row, table.column("counter_example"));
    EXPECT_FALSE(trap.empty() && figure.empty()) << table.cell(row, 0);
    if (!trap.empty()) {
      EXPECT_EQ(reads(trap), "") << trap;
    }
    if (!figure.empty()) {
      EXPECT_NE(reads(figure), "") << figure;
    }
  }
}

TEST(Quantities, FormatsOfDigits) {
  expect_value("Eine Viertelmillion Menschen floh.", 250000, Hedge::Exact, "Mensch");
  expect_value("Die Stadt zahlte genau 1.764.500 Euro aus.", 1764500, Hedge::Exact, "EUR");
  expect_value("Im Land leben 83.200.000 Menschen.", 83.2e6, Hedge::Exact, "Mensch");
  expect_value("Es fehlen 1.764.500,50 Euro.", 1764500.5, Hedge::Exact, "EUR");
  EXPECT_TRUE(read("Am 03.05.2021 und am 3.5.21 brannte es.").figures().empty());
  expect_value("Im Lager standen 12.500 Kisten.", 12500, Hedge::Exact, "");
  expect_value("Im Lager standen 12 500 Kisten.", 12500, Hedge::Exact, "");
  expect_value("Im Lager standen 12\u202f500 Kisten.", 12500, Hedge::Exact, "");
  expect_value("Im Lager standen 12'500 Kisten.", 12500, Hedge::Exact, "");
  expect_value("Der Umbau kostete 1,2 Mio. Euro.", 1.2e6, Hedge::Exact, "EUR");
  expect_value("Der Umbau kostete 3,4 Billionen Yen.", 3.4e12, Hedge::Exact, "JPY");
}

TEST(Quantities, Words) {
  expect_value("Im Lager standen zwölftausenddreihundert Kisten.", 12300, Hedge::Exact, "");
  expect_value("Im Lager standen zwei Dutzend Kisten.", 24, Hedge::Exact, "");
  expect_value("Die Fahrt ist anderthalb Kilometer lang.", 1.5, Hedge::Exact, "km");
  expect_value("Eine halbe Million Gäste kam.", 5e5, Hedge::Exact, "");
}

TEST(Quantities, HedgesAndBounds) {
  const Quantity about = only("Rund 300 Busse fuhren los.");
  EXPECT_EQ(about.hedge, Hedge::About);
  EXPECT_FALSE(about.min.has_value());
  const Quantity more = only("Mehr als 300 Busse fuhren los.");
  EXPECT_EQ(more.hedge, Hedge::MoreThan);
  EXPECT_DOUBLE_EQ(more.min.value_or(0), 300);
  EXPECT_FALSE(more.max.has_value());
  EXPECT_EQ(only("Knapp 300 Busse fuhren los.").hedge, Hedge::LessThan);
  EXPECT_EQ(only("Nicht einmal 300 Busse fuhren los.").hedge, Hedge::LessThan);
  EXPECT_EQ(only("Höchstens 300 Busse fuhren los.").hedge, Hedge::AtMost);
  EXPECT_EQ(only("Schätzungsweise mindestens 300 Busse fuhren los.").hedge, Hedge::AtLeast);
  EXPECT_EQ(only("Der Zuschlag beträgt mindestens jedoch 40 Euro.").hedge, Hedge::AtLeast);
}

TEST(Quantities, RangesShareScaleAndUnit) {
  const Quantity range = only("Der Schaden liegt zwischen drei und vier Millionen Euro.");
  EXPECT_EQ(range.hedge, Hedge::Between);
  EXPECT_FALSE(range.value.has_value());
  EXPECT_DOUBLE_EQ(range.min.value_or(0), 3e6);
  EXPECT_DOUBLE_EQ(range.max.value_or(0), 4e6);
  EXPECT_EQ(range.unit, "EUR");
  EXPECT_DOUBLE_EQ(only("Es fehlen 10 bis 12 Wagen.").min.value_or(0), 10);
}

TEST(Quantities, VagueStaysVague) {
  const Quantity vague = only("Tausende Pendler warteten.");
  EXPECT_EQ(vague.hedge, Hedge::Vague);
  EXPECT_FALSE(vague.value || vague.min || vague.max);
  EXPECT_EQ(only("Ein paar Dutzend Pendler warteten.").hedge, Hedge::Vague);
}

TEST(Quantities, Shares) {
  expect_value("Zwei Drittel der Wagen fehlten.", 2.0 / 3, Hedge::Exact, "share");
  expect_value("Gut die Hälfte der Wagen fehlte.", 0.5, Hedge::MoreThan, "share");
  expect_value("Jeder dritte Wagen fehlte.", 1.0 / 3, Hedge::Exact, "share");
  expect_value("Der Anteil sank um 2,4 Prozentpunkte.", 2.4, Hedge::Exact, "Prozentpunkt");
}

TEST(Quantities, UnitsKeepTheirConversion) {
  const Quantity speed = only("Der Zug fuhr 90 km/h.");
  EXPECT_EQ(speed.unit, "km/h");
  EXPECT_EQ(speed.si_unit, "m/s");
  EXPECT_NEAR(90 * speed.si_factor, 25, 1e-6);
  expect_value("Der Pegel steht bei 3 Meter 92.", 3.92, Hedge::Exact, "m");
}

TEST(Quantities, SpanHasHedgeAndNoun) {
  const Read result = read("Am Ufer warteten rund 40 freiwillige Helferinnen und Helfer.");
  ASSERT_EQ(result.figures().size(), 1U);
  EXPECT_EQ(result.text(result.figures().front()), "rund 40 freiwillige Helferinnen und Helfer");
}

TEST(Quantities, PartAndWhole) {
  const Read result = read("Die Firma streicht 300 ihrer 1.200 Stellen.");
  ASSERT_EQ(result.figures().size(), 2U);
  EXPECT_TRUE(result.figures().front().whole.valid());
  EXPECT_EQ(result.text(result.figures().front()), "300 ihrer 1.200 Stellen");
  EXPECT_EQ(result.text(result.figures().back()), "1.200 Stellen");
}

TEST(Quantities, TollNamesTwoFigures) {
  const std::vector<Quantity> figures = read("Es gab zwei Tote und 14 Verletzte.").figures();
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_DOUBLE_EQ(figures[0].value.value_or(0), 2);
  EXPECT_DOUBLE_EQ(figures[1].value.value_or(0), 14);
}

TEST(Quantities, OnePersonCountsOnlyInTolls) {
  EXPECT_EQ(read("Eine Frau wird noch vermisst.").figures().size(), 1U);
  EXPECT_TRUE(read("Eine Frau öffnete das Fenster.").figures().empty());
}

TEST(Quantities, FromToSharesScaleUnitAndNoun) {
  const std::vector<Quantity> debt = read("Die Schuld sank von 39 auf 25 Milliarden Euro.").figures();
  ASSERT_EQ(debt.size(), 2U);
  EXPECT_DOUBLE_EQ(debt[0].value.value_or(0), 39e9);
  EXPECT_EQ(debt[0].unit, "EUR");
  const std::vector<Quantity> plain = read("Die Zahl stieg von 88,4 auf 112,7 Fälle.").figures();
  ASSERT_EQ(plain.size(), 2U);
  EXPECT_DOUBLE_EQ(plain[0].value.value_or(0), 88.4);
  EXPECT_EQ(plain[0].unit, "Fall");
}

TEST(Quantities, RatesKeepWhatTheyAreRelatedTo) {
  const Quantity rate = only("Es gab 112 Fälle je 100.000 Einwohner.");
  EXPECT_EQ(rate.per, "100.000 Einwohner");
  EXPECT_EQ(only("Der Zuschlag beträgt 180 Euro im Monat.").per, "Monat");
  EXPECT_EQ(only("Die Halle schafft 4.000 Pakete pro Stunde.").per, "Stunde");
  EXPECT_EQ(only("Die Halle schafft 4.000 Pakete.").per, "");
}

TEST(Quantities, ALengthInTwoUnitsIsOne) {
  const Quantity prison = only("Sie bekam drei Jahre und sechs Monate Haft.");
  EXPECT_NEAR(prison.value.value_or(0), 3.5, 1e-3);
  EXPECT_EQ(prison.unit, "y");
}

TEST(Quantities, ColdIsNegative) {
  expect_value("Gemessen wurden minus 14 Grad.", -14, Hedge::Exact, "\u00B0");
  expect_value("Gemessen wurden 14 Grad.", 14, Hedge::Exact, "\u00B0");
}

TEST(Quantities, SeveralRoundThousandsAreVague) {
  EXPECT_EQ(only("Der Schaden beträgt mehrere Hunderttausend Euro.").hedge, Hedge::Vague);
  EXPECT_EQ(only("Der Schaden beträgt hunderttausend Euro.").hedge, Hedge::Exact);
}

TEST(Quantities, AGroupedNumberBehindALabelCounts) {
  EXPECT_EQ(read("Im ersten Quartal 4.120 Anträge.").figures().size(), 1U);
  EXPECT_TRUE(read("Sie sitzt in Zimmer 4.").figures().empty());
}

TEST(Quantities, ShortenedCompoundsAreWhatTheNextWordIs) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Das Zelt ist für acht- bis zehnjährige Kinder."), (Kinds{QuantityKind::Age, QuantityKind::Age}));
  EXPECT_EQ(kinds("Gezählt werden die 20- bis 64-Jährigen."), (Kinds{QuantityKind::Age, QuantityKind::Age}));
  EXPECT_EQ(kinds("Es kamen acht bis zehn Kinder."), Kinds{QuantityKind::Quantity});
}

TEST(Quantities, DenominatorsOfRatesCountNothing) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Die Zahl der Einbrüche je 100.000 Einwohner sank."), Kinds{QuantityKind::Other});
  EXPECT_EQ(kinds("Gerechnet auf 1.000 Geburten sank die Zahl."), Kinds{QuantityKind::Other});
  EXPECT_EQ(kinds("Sie bekamen je 1.500 Aktien."), Kinds{QuantityKind::Quantity});
}

TEST(Quantities, HedgedYearsAreYears) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Das wurde etwa 2018 in der Halle gezeigt."), Kinds{QuantityKind::Year});
  EXPECT_EQ(kinds("Der Vertrag gilt über 2021 hinaus."), Kinds{QuantityKind::Year});
  EXPECT_EQ(kinds("Es kamen etwa 2000 in die Halle."), Kinds{QuantityKind::Quantity});
}

TEST(Quantities, AFullStopBehindAHedgedNumberEndsTheSentence) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Die Wehr rechnet mit mindestens 70. Zugelassen ist das Boot nicht."), Kinds{QuantityKind::Quantity});
  EXPECT_EQ(kinds("Das Zelt ist für 60. Eine Besucherin sah mehr."), Kinds{QuantityKind::Quantity});
  EXPECT_EQ(kinds("Anlässlich des 100. Geburtstages kamen alle."), Kinds{QuantityKind::Ordinal});
}

TEST(Quantities, SpansThatSayHowLongAndSpansThatAreMeasured) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Zwei Stunden hatte sie mit ihm beraten."), Kinds{QuantityKind::Duration});
  EXPECT_EQ(kinds("Am Ende des 15 Monate dauernden Umbaus kam er."), Kinds{QuantityKind::Quantity});
  EXPECT_EQ(kinds("Die Sendung läuft seit bald zehn Jahren."), Kinds{QuantityKind::Duration});
}

TEST(Quantities, AgesBetweenCommasAndInRanges) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Anna Huber, 78 Jahre, wurde geehrt."), Kinds{QuantityKind::Age});
  EXPECT_EQ(kinds("Betroffen sind Kinder im Alter zwischen drei und fünf Jahren."), Kinds{QuantityKind::Age});
}

TEST(Quantities, RatesWithAufAndReadingTimes) {
  using Kinds = std::vector<QuantityKind>;
  EXPECT_EQ(kinds("Es gab 50 Fälle auf 100.000 Einwohner."), (Kinds{QuantityKind::Quantity, QuantityKind::Other}));
  EXPECT_EQ(kinds("2 Min."), Kinds{QuantityKind::Duration});
  EXPECT_EQ(kinds("Sie landete einen Nummer-zwei-Hit."), Kinds{QuantityKind::ModelName});
}

TEST(Quantities, NoNounIsReadOverAMissingFullStop) {
  const Read missing = read("Noch immer sterben hunderttausende Kinder Die Behörde will helfen.");
  ASSERT_EQ(missing.figures().size(), 1U);
  EXPECT_EQ(slice(missing.report.text, missing.figures()[0].counted), "Kinder");
}

TEST(Quantities, WhatIsNotEvenReachedIsLess) {
  expect_value("Die Pumpe bringt keine 40 Prozent der Leistung.", 40, Hedge::LessThan, "%");
  expect_value("Der Wert liegt unter 1.", 1, Hedge::LessThan, "");
  expect_value("Es war einer unter 43 Bewerbern.", 43, Hedge::Exact, "Bewerber");
}

TEST(Quantities, TheCountedNounBehindInsertionsAndAdverbs) {
  const Read insertion = read("Damit seien 35,9 Prozent (29,8 Millionen) der Menschen geimpft.");
  ASSERT_EQ(insertion.figures().size(), 2U);
  EXPECT_EQ(slice(insertion.report.text, insertion.figures()[0].counted), "Menschen");
  const Read adverb = read("Es blieben 3000 nicht verkaufte Karten.");
  ASSERT_EQ(adverb.figures().size(), 1U);
  EXPECT_EQ(slice(adverb.report.text, adverb.figures()[0].counted), "nicht verkaufte Karten");
}

TEST(Quantities, WhatLooksLikeATrapButCounts) {
  const Read part = read("Es stimmten am Nachmittag 487 von 612 Delegierten zu.");
  ASSERT_EQ(part.figures().size(), 2U);
  EXPECT_EQ(part.figures()[0].value, 487);
  EXPECT_EQ(read("Er erhielt mit zwei Jahren Verspätung Post.").figures().size(), 1U);
  EXPECT_EQ(read("Es sind +3 000 000 Euro.").figures().size(), 1U);
  EXPECT_EQ(read("Es fehlen 3/4 der Menge.").figures().size(), 1U);
}

TEST(Quantities, NounsOfASayingCountWithoutTheRestOfIt) {
  for (const char* counted :
       {"Die Explosion forderte neun Leben.", "Das Feuer kostete sieben Leben.", "Im Juni gab es zwei Hochzeiten.",
        "Auf zwei Hochzeiten brach ein Feuer aus.", "Der Hund kam mit zwei Beinen zur Welt.",
        "Auf dem Foto sind zwei Gesichter zu sehen.", "Die Flut verschonte vier Wände.", "Das Labor fand zwei Fliegen.",
        "Der Zug überrollte drei Kreuze.", "Die Diebe nahmen zwei Paar Schuhe mit.", "Er vergaß sieben Sachen."}) {
    EXPECT_EQ(read(counted).figures().size(), 1U) << counted;
  }
  for (const char* saying : {"Katzen haben sieben Leben.", "Der Konzern tanzt auf zwei Hochzeiten.",
                             "Sie arbeiten in ihren vier Wänden.", "Der Plan schlägt zwei Fliegen mit einer Klappe.",
                             "Sie sitzt zwischen zwei Stühlen.", "Sie packten ihre sieben Sachen."}) {
    EXPECT_TRUE(read(saying).figures().empty()) << saying;
  }
}

TEST(Quantities, AWordThatOpensAnAdverbialIsNoLabel) {
  for (const char* counted : {"Nach Plan 20 Wohnungen sollen entstehen.", "Auf Frage 20 Zuhörer nickten."}) {
    EXPECT_EQ(read(counted).figures().size(), 1U) << counted;
  }
  for (const char* label :
       {"Regel 2 gilt.", "Frage 3 bleibt offen.", "Das regelt Artikel 5.", "Hotline 5550344 ist frei."}) {
    EXPECT_TRUE(read(label).figures().empty()) << label;
  }
}

TEST(Quantities, HowOftenIsCountedInTimes) {
  expect_value("Die Anlage fiel mindestens dreimal aus.", 3, Hedge::AtLeast, "Mal");
  expect_value("Die Anlage fiel 19-mal aus.", 19, Hedge::Exact, "Mal");
  expect_value("Die Anlage fiel 19 Mal aus.", 19, Hedge::Exact, "Mal");
  EXPECT_EQ(read("Der Hof misst 40 mal 60 Meter.").figures().size(), 2U);
  EXPECT_TRUE(read("Das habe ich tausendmal gesagt, einmal gern.").figures().empty());
}

TEST(Quantities, SharesOfAListHaveTheUnitOfTheLast) {
  EXPECT_EQ(reads("Es liegen SPD 20, CDU 30, FDP 15 Prozent."), "20 %; 30 %; 15 %");
  EXPECT_EQ(reads("Es hielten Bus 20, Bus 30, dann kamen 15 Prozent."), "15 %");
}

TEST(Quantities, ARangeBelowZero) {
  const Quantity cold = only("Es wird minus vier bis minus neun Grad kalt.");
  EXPECT_EQ(cold.min, -9);
  EXPECT_EQ(cold.max, -4);
}

TEST(Quantities, FromToWithAnAdverb) {
  const Read change = read("Er erhöhte das Gebot von anfangs 34 auf 38 Euro.");
  ASSERT_EQ(change.figures().size(), 2U);
  EXPECT_EQ(change.figures()[0].unit, "EUR");
}

}  // namespace
}  // namespace ql::annotate
