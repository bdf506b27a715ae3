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

// What the constructions for quoted parts, moods, reasons, refusals and bare infinitives must leave alone.
constexpr const char* kFurtherTraps[] = {
    // Quoted names and titles beside verbs of saying.
    "Die „Rheinpost“ erscheint seit 1920 täglich.",
    "Der Chor sang zum Abschluss „Guter Mond“ im Stadtpark.",
    "Die Firma stellte ihr neues Modell „Orion“ vor.",
    "Der Sender zeigt am Abend „Die lange Reise“ von Anfang an.",
    "Die Stadt taufte den Platz „Platz der Freiheit“ um.",
    "Das Schiff „Hoffnung“ lief am Abend ein.",
    "Das Museum kaufte das Bild „Der Fährmann“ für zwei Millionen Euro.",
    "Die Kneipe „Zur letzten Instanz“ ist seit Jahren zu.",
    "Der Zoo gab dem Bären den Namen „Bruno“ im März.",
    "Man nennt das Tier auch „Seekuh“ oder Manati.",
    // Subjunctives of wish, concession, condition.
    "Gott sei Dank blieb das Wetter schön.",
    "Man nehme zwei Eier und etwas Mehl.",
    "Wie dem auch sei, das Fest beginnt um acht.",
    "Es sei denn, der Regen hört auf.",
    "Lang lebe der König!",
    "Käme der Bus pünktlich, wären alle froh.",
    "Ein Tor hätte gereicht.",
    "Mit mehr Geld ließe sich die Halle heizen.",
    "Der Umweg würde zwei Stunden kosten.",
    "Das dürfte den Gegner freuen.",
    // Plans and states to come.
    "Der Tunnel soll bis Herbst abgeschlossen sein.",
    "Die Zimmer sollen hell und freundlich sein.",
    "Bis Mai soll alles fertig gestrichen sein.",
    "Der Sänger will im Herbst auf Reisen gehen.",
    "Die Kinder wollen nach Hause gehen.",
    // Reasons of the reporter.
    "Das Spiel fiel aus, weil der Platz unter Wasser stand.",
    "Da es regnete, blieb der Markt leer.",
    "Die Straße ist gesperrt, da Bäume umgestürzt sind.",
    // Not wanting something else.
    "Der Trainer wollte den Ball nicht hergeben.",
    "Das Pferd wollte nicht springen.",
    "Der Minister wollte nicht warten.",
    "Die Sprecherin war am Abend nicht zu erreichen.",
    "Eine Anfrage blieb bis zum Abend ohne Antwort.",
    // Infinitives that say nothing.
    "Die Feuerwehr kam, um den Keller leer zu pumpen.",
    "Der Junge half seiner Mutter, die Taschen zu tragen.",
    "Es ist verboten, den Rasen zu betreten.",
    "Der Mechaniker versucht, den Motor zu starten.",
    "Die Mannschaft begann, den Ball laufen zu lassen.",
    // Sources that are places, times, orders.
    "Nach einem langen Tag fuhr die Gruppe heim.",
    "Nach dem Bericht im Fernsehen ging sie schlafen.",
    "Nach der Umfrage gab es Kaffee.",
    "Gemäß dem Fahrplan hält der Zug hier nicht.",
    "Die Musik war laut, der Saal voll.",
    "Laut klatschten die Kinder in die Hände.",
    "Der Mann aus Sicherheitsgründen blieb draußen.",
    "In den Augen des Kindes glänzten Tränen.",
    // Verbs with another sense.
    "Die Waage zeigt zwei Kilo an.",
    "Der Torwart hält, was zu halten ist.",
    "Der Bauer nennt drei Pferde sein Eigen.",
    "Die Sonne strahlte über dem Tal.",
    "Der Motor brummte, als der Bus anfuhr.",
    "Die Mauer gab nach.",
    "Der Film erzählt vom Meer.",
    "Der Hund meldete sich mit lautem Bellen.",
    "Die Linie beschreibt einen weiten Bogen.",
    "Der Preis richtet sich nach der Größe.",
    "Der Saal fasst 300 Menschen.",
    "Die Katze verriet das Versteck der Vögel.",
    "Am Ende entschied ein Tor das Spiel.",
    "Neue Folge: „Abstieg für Anfänger“",
    "Danach half sie im Laden, fand eine Anstellung und blieb.",
    "Der Stürmer bestritt sein erstes Länderspiel.",
    "Ausnahmen bestätigen die Regel.",
    "Corona: Lockdown kostet kaum Stellen.",
    "Der Vertrag läuft aus, und niemand weint ihm nach.",
};

/// How many of the sentences are taken; names them in `taken`.
template <std::size_t Size>
int count_taken(const char* const (&traps)[Size], std::string& taken) {
  static const lang::Language language = lang::load_language("de");
  int count = 0;
  for (const char* trap : traps) {
    const clean::Report report = annotate::test_report({trap});
    const auto statements = extract_statements(report, annotate::annotate(report, language), language);
    if (statements.empty()) continue;
    ++count;
    taken += std::string("\n  ") + std::string(statements.front().rule.name()) + ": " + trap;
  }
  return count;
}

TEST(Traps, AtMostThreeOfHundredAreTaken) {
  ASSERT_GE(std::size(kTraps), 100U);
  std::string taken;
  EXPECT_LE(count_taken(kTraps, taken), 3) << taken;
}

TEST(Traps, AtMostTwoOfSixtyFurtherOnesAreTaken) {
  ASSERT_GE(std::size(kFurtherTraps), 60U);
  std::string taken;
  EXPECT_LE(count_taken(kFurtherTraps, taken), 2) << taken;
}

}  // namespace
}  // namespace ql::claims
