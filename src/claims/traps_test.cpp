// SPDX-License-Identifier: Apache-2.0
// Sentences that look like statements and are none: scare quotes, titles, adverbs, plans, negated acts.
#include <gtest/gtest.h>

#include <string>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"

namespace ql::claims {
namespace {

constexpr const char* kTraps[] = {
    // Titles, names and scare quotes.
    "Der Film „Der lange Abend“ läuft ab Freitag im Kino.",
    "Die Gaststätte „Zum Anker“ öffnet im Mai wieder.",
    "Das Lied „Komm zurück“ stand acht Wochen auf Platz eins.",
    "Der Sturm „Gerlinde“ zog über den Norden hinweg.",
    "Die sogenannte „Ampel“ stand den ganzen Tag auf Rot.",
    "Am Sonntag liest sie aus ihrem Roman „Wir gehen“ vor Schülern.",
    "Die Schüler trugen Hemden mit der Aufschrift „Nie wieder“.",
    "Die Fähre „Seestern“ legt um acht Uhr ab.",
    "Der Preis „Goldene Feder“ geht nach Leipzig.",
    "Im Projekt „Grüne Stadt“ wurden 400 Bäume gepflanzt.",
    "Das Stück „Die Räuber“ hat am Samstag Premiere.",
    "Der Verein „Hilfe vor Ort“ sammelt warme Jacken.",
    "Auf dem Schild stand „Betreten verboten“ in roter Farbe.",
    "Der „Adler“ genannte Felsen ist beliebt bei Wanderern.",
    "Unter dem Namen „Falke“ fährt der Zug seit März.",
    // laut, so, nach as ordinary words.
    "Die Kinder lachten laut.",
    "Im Saal wurde es laut und eng.",
    "Er sang so laut wie nie zuvor.",
    "Der Motor ist zu laut für das Wohngebiet.",
    "Der Turm ist so groß wie ein Hochhaus.",
    "So schnell wie möglich liefen die Helfer zum Ufer.",
    "Nach dem Regen trocknete der Platz schnell.",
    "Nach der Sitzung fuhren alle nach Hause.",
    "Der Weg führt nach Norden.",
    "Die Läuferin kam nach zwei Stunden ins Ziel.",
    "Nach der Pause schoss Krüger das zweite Tor.",
    "Gemäß der Satzung wählt der Verein im Herbst.",
    "Aus der Sicht auf den See wurde nichts.",
    "Der Hund lief dem Ball nach.",
    "Wie ein Pfeil flog der Ball ins Netz.",
    // Plans and conditions.
    "Die Brücke soll im Mai gebaut werden.",
    "Das Museum soll 2027 öffnen.",
    "Der Zug soll um acht Uhr fahren.",
    "Die Halle soll Platz für 300 Menschen bieten.",
    "Sollte es regnen, fällt das Fest aus.",
    "Wenn es regnet, bleibt die Halle geschlossen.",
    "Der Verein will im Sommer einen neuen Platz bauen.",
    "Die Firma will 200 Leute einstellen.",
    "Wäre der Damm höher, bliebe das Dorf trocken.",
    "Hätte sie früher geschossen, wäre das Spiel entschieden.",
    "Der Markt soll künftig am Freitag stattfinden.",
    "Wer zu spät kommt, muss warten.",
    // Negated acts and open questions of the author.
    "Der Sprecher sagte nichts.",
    "Die Polizei machte keine Angaben zum Alter des Fahrers.",
    "Der Trainer wollte sich nicht äußern.",
    "Die Firma gab keine Einzelheiten bekannt.",
    "Zu den Kosten sagte die Ministerin nichts.",
    "Es bleibt abzuwarten, ob der Plan gelingt.",
    "Unklar ist, wer den Brand gelegt hat.",
    "Offen blieb, wann die Straße wieder frei ist.",
    "Ob das Geld reicht, weiß niemand.",
    "Wann der Bau beginnt, steht noch nicht fest.",
    "Der Minister sagte nicht, wann er kommt.",
    "Niemand erklärte den Gästen den Weg.",
    // Verbs that also mean something else.
    "Der Wirt sagte das Fest ab.",
    "Die Stadt sagte dem Lärm den Kampf an.",
    "Die Lehrerin erklärte den Kindern das Spiel.",
    "Die Mannschaft gab den Ball nicht mehr her.",
    "Sie stellte den Koffer fest auf den Boden.",
    "Er rief den Hund zu sich.",
    "Der Zug meldete sich nach langer Fahrt im Bahnhof zurück.",
    "Der Kran hob die Kisten an.",
    "Die Band kündigte ihrem Schlagzeuger.",
    "Die Richterin sprach den Mann frei.",
    "Das Gericht sprach ihr 3000 Euro zu.",
    "Das Unwetter forderte drei Todesopfer.",
    "Die Feuerwehr rückte mit zwölf Wagen aus.",
    "Die Frau schrieb einen langen Brief.",
    "Der Junge las ein Buch vor dem Schlafen.",
    "Die Gäste fanden den Weg ohne Karte.",
    "Der Bäcker bot frische Brote an.",
    "Sie wies dem Fahrer den Weg.",
    "Das Team legte in der zweiten Hälfte nach.",
    "Die Läufer gaben kurz vor dem Ziel auf.",
    "Der Torwart hielt den Ball fest.",
    "Der Chor sang ein altes Lied.",
    // Colons and lists.
    "Das Ergebnis: zwei zu eins.",
    "Hochwasser: Zwei Orte ohne Strom",
    "Verkehr: Die Bahn fährt wieder",
    "Wetter: Heute bleibt es trocken",
    "Zutaten: Mehl, Butter, Eier und Salz.",
    "Öffnungszeiten: Montag bis Freitag von acht bis zwölf Uhr.",
    "Das Programm: Lesung, Konzert und Feuerwerk.",
    "Die Bilanz: 40 Einsätze in einer Nacht.",
    // Nouns of speech without content.
    "Die Aussage dauerte zwei Stunden.",
    "Der Bericht umfasst 80 Seiten.",
    "Die Forderung wurde vertagt.",
    "Der Vorwurf wog schwer.",
    "Die Erklärung hängt im Rathaus aus.",
    "Die Ankündigung kam am Montag.",
    "Die Mitteilung passt auf eine Seite.",
    "Der Verdacht war schnell vom Tisch.",
    // Plain report.
    "Der Regen ließ am Abend nach.",
    "Die Straße ist seit Montag gesperrt.",
    "Rund 300 Menschen kamen zum Fest.",
    "Das Dorf liegt am Rand des Waldes.",
    "Die Bahn fährt wieder nach Plan.",
    "Der Verein gewann das Spiel deutlich.",
    "Im Hafen lagen zwölf Schiffe.",
    "Die Wahl endete um 18 Uhr.",
};

TEST(Traps, AtMostThreeOfHundredAreTaken) {
  const lang::Language language = lang::load_language("de");
  ASSERT_GE(std::size(kTraps), 100U);
  std::string taken;
  int count = 0;
  for (const char* trap : kTraps) {
    const clean::Report report = annotate::test_report({trap});
    const auto statements = extract_statements(report, annotate::annotate(report, language), language);
    if (statements.empty()) continue;
    ++count;
    taken += std::string("\n  ") + std::string(statements.front().rule.name()) + ": " + trap;
  }
  EXPECT_LE(count, 3) << taken;
}

}  // namespace
}  // namespace ql::claims
