// SPDX-License-Identifier: Apache-2.0
// How German news attributes: one row for each construction, all sentences invented. A row names a piece of what is
// said, who says it ("" when the text leaves it open) and the stance.
#include <gtest/gtest.h>

#include <string>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/test_language.h"

namespace ql::claims {
namespace {

using lang::german;

struct Row {
  const char* phenomenon;
  const char* text;
  const char* content;  ///< A piece of one statement's content.
  const char* speaker;  ///< A piece of its speaker's text.
  Commitment commitment = Commitment::Asserts;
};

constexpr Row kRows[] = {
    // Quotations and their cues.
    {"cue behind", "„Der Kran stand still“, erklärte Bauleiterin Ina Voss.", "Der Kran stand still", "Ina Voss"},
    {"cue between", "„Wir“, sagte Voss, „bauen weiter.“", "bauen weiter", "Voss"},
    {"so + verb", "„Er ist ein Fuchs“, so beschrieb ihn sein Nachbar.", "Er ist ein Fuchs", "Nachbar"},
    {"so + noun of speech", "„Die Akten fehlten“, so die Vorwürfe der Anwältin.", "Die Akten fehlten", "Anwältin"},
    {"so X weiter", "Der Plan sei teuer, so der Kämmerer weiter.", "Der Plan sei teuer", "Kämmerer"},
    {"colon", "Der Pilot funkte: „Wir kehren um.“", "Wir kehren um", "Pilot"},
    {"guillemets", "»Das Netz ist stabil«, sagte die Netzchefin.", "Das Netz ist stabil", "Netzchefin"},
    {"guillemets the other way", "«Das Netz ist stabil», sagte die Netzchefin.", "Das Netz ist stabil", "Netzchefin"},
    {"ASCII marks", "\"Das Netz ist stabil\", sagte die Netzchefin.", "Das Netz ist stabil", "Netzchefin"},
    {"quoted part behind von", "Der Landrat sprach von einem „schwarzen Tag“.", "schwarzen Tag", "Landrat"},
    {"quoted predicate", "Die Kammer bezeichnete den Etat als „mutlos“.", "mutlos", "Kammer"},
    {"quotation inside a clause", "Die Ärztin betonte, die Station sei „voll bis unter das Dach“.",
     "voll bis unter das Dach", "Ärztin"},
    {"post", "„Bin in Sicherheit“, schrieb die Reporterin auf Telegram.", "Bin in Sicherheit", "Reporterin"},
    // Clauses.
    {"dass", "Der Verband teilte mit, dass die Fähre ausfällt.", "die Fähre ausfällt", "Verband"},
    {"verb second", "Die Hafenmeisterin sagte, das Schiff liege fest.", "das Schiff liege fest", "Hafenmeisterin"},
    {"inverted", "Das Schiff liege fest, sagte die Hafenmeisterin.", "Das Schiff liege fest", "Hafenmeisterin"},
    {"infinitive", "Der Betreiber versprach, den Schaden zu zahlen.", "den Schaden zu zahlen", "Betreiber",
     Commitment::Announces},
    {"infinitive without comma", "Der Klub hat angekündigt den Trainer zu entlassen.", "den Trainer zu entlassen",
     "Klub", Commitment::Announces},
    {"object of the infinitive apart", "Die Stadt forderte die Mieter auf, Möbel, die im Flur stehen, zu entfernen.",
     "Möbel, die im Flur stehen, zu entfernen", "Stadt", Commitment::Demands},
    {"apposition before the verb", "Ines Kolb, die Leiterin der Klinik, sagte, dass alle Betten belegt sind.",
     "alle Betten belegt sind", "Ines Kolb"},
    {"apposition inside the cue", "Damals ging Kolb, die Anwältin des Mannes, noch davon aus, dass er freikommt.",
     "er freikommt", "Kolb", Commitment::Suspects},
    {"wie clause over an apposition", "Wie die Leiterin, Ines Kolb, mitteilte, sind alle Betten belegt.",
     "sind alle Betten belegt", "Leiterin"},
    {"relative clause with a cue in the subject",
     "Landrätin Voss, die versichert hatte, ein Plan existiere nicht, ging.", "ein Plan existiere nicht", "die",
     Commitment::Denies},
    {"second half behind the cue's own clauses",
     "Der Klub zahle sechs Millionen, sagte ein Rat, der anonym bleiben will, und ohne sie drohe das Aus.",
     "ohne sie drohe das Aus", "Rat"},
    {"amount as object", "Vier Tote bestätigte ein Sprecher des Ministeriums am Abend.", "Vier Tote", "Sprecher",
     Commitment::Confirms},
    {"heard from a circle", "Aus der Klinikleitung war zu hören, der Landrat kenne das Papier.", "der Landrat kenne",
     "Klinikleitung"},
    {"impersonal with bei", "Zwei Personen seien vermisst, heißt es bei der Polizei.", "Zwei Personen", "Polizei"},
    {"sentence before, relayed", "Die Klinik soll schließen. Das empfiehlt nach einem Bericht des Boten ein Gutachten.",
     "Die Klinik soll schließen", "Gutachten", Commitment::Demands},
    {"clause that is not confirmed", "Dass er warten musste, mochte Trainer Roth nicht bestätigen.", "er warten musste",
     "Roth", Commitment::Refuses},
    {"listener behind a person's name", "Die Lage sei ernst, sagte Kanzleramtschef Helge Braun der Deutschen Welle.",
     "Die Lage sei ernst", "Helge Braun"},
    {"Swiss spelling", "Man nehme das Angebot ernst, hiess es aus dem Rathaus.", "Man nehme das Angebot ernst",
     "Rathaus"},
    {"clause first behind a colon", "Voss tobte: Wenn das stimme, müsse der Landrat gehen.", "müsse der Landrat gehen",
     "Voss"},
    {"cue with so inside a clause", "Für den Rest, so fürchtet Leiterin Ina Voss, könne es Herbst werden.",
     "könne es Herbst werden", "Ina Voss", Commitment::Suspects},
    {"so X inside a clause", "Ein Sekretär, der alle belüge, so Voss wörtlich, mache das nicht allein.",
     "mache das nicht allein", "Voss"},
    {"adverb between cue and clause", "Im Ministerium hieß es lediglich, man prüfe den Fall.", "man prüfe den Fall",
     "Ministerium"},
    {"thing before a plural verb", "Sunds Rücktritt forderten Nancy Roth und Ina Voss.", "Sunds Rücktritt",
     "Nancy Roth", Commitment::Demands},
    {"verb first behind a relative clause", "Der Bau ruhe, sagte Voss. Die Mail, von der man sprach, sei nicht da.",
     "sei nicht da", "Voss"},
    {"their statements", "Der Bau ruht, sagte Voss. Ihren Angaben zufolge fehlt Geld.", "fehlt Geld", "Voss"},
    {"one of several", "Einer der Insider wurde mit den Worten zitiert: „Wir kaufen nichts.“", "Wir kaufen nichts",
     "Einer der Insider"},
    {"sentence before, in the subjunctive", "Der Chef will gehen. Das habe ein Vorstand dem Magazin gesagt.",
     "Der Chef will gehen", "ein Vorstand"},
    {"person before a colon, with time and listener", "Sprecher Jan Roth am Abend zum Anzeiger: „Wir prüfen das noch.“",
     "Wir prüfen das noch", "Jan Roth"},
    {"passive perfect", "Zunächst war vermutet worden, dass Gas ausströmte.", "Gas ausströmte", "",
     Commitment::Suspects},
    {"adjective", "Die Retterin ist zuversichtlich, dass alle leben.", "alle leben", "Retterin", Commitment::Suspects},
    {"findings", "Die Untersuchung ergab, dass die Schweißnaht gerissen war.", "die Schweißnaht gerissen war",
     "Untersuchung"},
    // Phrases.
    {"laut", "Laut der Leitstelle starben zwei Menschen.", "starben zwei Menschen", "Leitstelle"},
    {"nach Angaben", "Nach Angaben der Leitstelle starben zwei Menschen.", "starben zwei Menschen", "Leitstelle"},
    {"nach with a name", "Nach Kolbs Angaben sind alle Betten belegt.", "sind alle Betten belegt", "Kolbs"},
    {"nach einem Bericht", "Nach einem Bericht des Hafenkuriers sank der Kutter.", "sank der Kutter", "Hafenkuriers"},
    {"zufolge", "Einer Sprecherin zufolge ist der Kutter leck.", "ist der Kutter leck", "Sprecherin"},
    {"own statement", "Die Band ist nach eigenen Angaben pleite.", "pleite", "Die Band"},
    {"the phrase speaks for its clause",
     "Der erste Versuch scheiterte 2019, im Jahr darauf war die Gruppe nach eigener Aussage am Ziel.",
     "im Jahr darauf war die Gruppe", "Gruppe"},
    {"impersonal, in a document", "In dem Gutachten heißt es, der Hang sei instabil.", "der Hang sei instabil",
     "Gutachten"},
    {"impersonal, from circles", "Aus Werftkreisen verlautete, dass der Auftrag platzt.", "der Auftrag platzt",
     "Werftkreisen"},
    {"wie es hieß", "Der Auftrag platzt, wie es aus dem Rathaus hieß.", "Der Auftrag platzt", "Rathaus"},
    {"joint speakers", "Sowohl die Stadt als auch das Land erklärten, dass Geld fehlt.", "Geld fehlt", "das Land"},
    // Modals.
    {"evidential sollen", "Der Fahrer soll das Signal übersehen haben.", "das Signal übersehen haben", ""},
    {"claiming wollen", "Ein Angler will den Wolf gesehen haben.", "den Wolf gesehen haben", "Angler"},
    // Speech that goes on.
    {"mood goes on", "Der Zug falle aus, sagte die Sprecherin. Ein Bus stehe bereit.", "Ein Bus stehe bereit",
     "Sprecherin"},
    {"replacement form goes on", "Der Zug falle aus, sagte die Sprecherin. Busse würden bestellt.",
     "Busse würden bestellt", "Sprecherin"},
    {"a plan goes on", "Der Zug fällt aus, sagte die Sprecherin. Ein Bus soll die Gäste fahren.",
     "Ein Bus soll die Gäste fahren", "Sprecherin"},
    {"nobody is named", "Der Streit um den Hafen hält an. Das Gelände sei verseucht.", "Das Gelände sei verseucht", ""},
    {"das behind the content", "Sechs Menschen sind verletzt. Das bestätigte die Klinik.",
     "Sechs Menschen sind verletzt", "die Klinik", Commitment::Confirms},
    // Stances.
    {"denial", "Der Makler bestreitet, Geld genommen zu haben.", "Geld genommen zu haben", "Makler",
     Commitment::Denies},
    {"denial with a separated prefix", "Der Makler wies den Vorwurf der Untreue zurück.", "den Vorwurf der Untreue",
     "Makler", Commitment::Denies},
    {"denial by label", "Der Makler bezeichnete den Bericht als Lüge.", "den Bericht", "Makler", Commitment::Denies},
    {"denial in the content", "Der Makler sagte, der Vorwurf stimme nicht.", "der Vorwurf", "Makler",
     Commitment::Denies},
    {"concession", "Die Bahn räumte ein, dass die Weiche defekt war.", "die Weiche defekt war", "Bahn",
     Commitment::Confirms},
    {"refusal", "Das Ministerium wollte den Bericht weder bestätigen noch dementieren.", "den Bericht", "Ministerium",
     Commitment::Refuses},
    {"refusal of a comment", "Die Sprecherin lehnte eine Stellungnahme ab.", "eine Stellungnahme", "Sprecherin",
     Commitment::Refuses},
    {"reason in the subjunctive", "Der Rat kippte den Plan, da er zu teuer sei.", "er zu teuer sei", "Rat"},
    {"denying quotation", "„Uns lagen keine Meldungen vor“, sagte die Klinikchefin.", "Uns lagen keine Meldungen vor",
     "Klinikchefin", Commitment::Denies},
    {"confessing quotation", "„Ich habe das Vertrauen missbraucht“, sagte der Kassierer.", "das Vertrauen missbraucht",
     "Kassierer", Commitment::Confirms},
    {"demanding quotation", "„Das Werk muss endlich schließen“, sagte die Anwohnerin.", "muss endlich schließen",
     "Anwohnerin", Commitment::Demands},
    {"warning of a product", "Der Akku könne sich überhitzen, teilte der Hersteller mit.",
     "Der Akku könne sich überhitzen", "Hersteller", Commitment::Warns},
    {"fronted object", "Den Schaden beziffert die Versicherung auf zwei Millionen Euro.", "auf zwei Millionen Euro",
     "Versicherung"},
    {"heading with a topic", "Prozess um Brand: Angeklagter bestreitet Vorwürfe", "Vorwürfe", "Angeklagter",
     Commitment::Denies},
    // Nouns.
    {"noun with a clause", "Die Behauptung des Händlers, die Ware sei echt, war falsch.", "die Ware sei echt",
     "Händlers"},
    {"wonach", "Es gibt ein Gerücht, wonach der Klub verkauft wird.", "der Klub verkauft wird", "",
     Commitment::Suspects},
    {"support verb", "Der Forscher vertritt die Ansicht, der See sei jung.", "der See sei jung", "Forscher"},
    // Who heard it, who said it.
    {"sources behind unter Berufung auf",
     "Der Sender Nordwelle berichtete unter Berufung auf zwei mit dem Bau befasste Personen, dass der Kran rostete.",
     "der Kran rostete", "zwei mit dem Bau befasste Personen"},
    {"a medium hears", "Zudem haben zwei Pfleger der Zeitung erzählt, dass Betten fehlen.", "Betten fehlen",
     "zwei Pfleger"},
    {"one of them", "„Das war knapp“, zitiert das Blatt einen der beiden.", "Das war knapp", "einen der beiden"},
    {"a participle opens the sentence", "Konfrontiert mit dem Foto, räumt Trainer Jan Voss ein, der Platz sei nass.",
     "der Platz sei nass", "Jan Voss", Commitment::Confirms},
    {"denial of a fronted clause", "Dass der Kran rostete, nennt die Chefin erfunden.", "Dass der Kran rostete",
     "Chefin", Commitment::Denies},
    {"guess in the content", "Der Förster sagt, da habe womöglich jemand gezündelt.", "jemand gezündelt", "Förster",
     Commitment::Suspects},
    {"who relays stands beside the cue", "„Der Kran stand still“, sagte er laut Radio Nord.", "Der Kran stand still",
     "er"},
    {"the main verb introduces", "Voss sagte, dass der Kran kein Problem darstelle: „Er steht seit Jahren.“",
     "Er steht seit Jahren", "Voss"},
    {"source in the genitive", "Nach Angaben Kolbs sind zwölf Betten belegt.", "sind zwölf Betten belegt", "Kolbs"},
    {"damit before the verb", "Der Hafenchef erklärte, damit solle ein Stau vermieden werden.", "ein Stau vermieden",
     "Hafenchef"},
    {"a relative pronoun speaks for somebody",
     "Der Betreiber Nordgas, der nach eigenen Angaben 40 Wehre wartet, schweigt.", "40 Wehre wartet", "Nordgas"},
    {"a day before the object", "Der Kämmerer hatte am Montag Fehler zugegeben.", "Fehler", "Kämmerer",
     Commitment::Confirms},
    // Clauses that are not what they look like.
    {"an act under a modal", "Der Trainer musste einräumen, dass der Plan scheiterte.", "der Plan scheiterte",
     "Trainer", Commitment::Confirms},
    {"a source inside a noun phrase", "Die nach Angaben der Wache betrunkene Fahrerin floh zu Fuß.",
     "betrunkene Fahrerin", "Wache"},
    {"a source as relative pronoun", "Es gibt ein Gutachten, laut dem die Brücke rostet.", "die Brücke rostet",
     "ein Gutachten"},
    {"a bracket around a relative clause", "Dabei sollen auch Waffen, die er besaß, gefunden worden sein.",
     "gefunden worden sein", ""},
    {"a bracket before a second verb", "Sie sollen eine Sperre durchbrochen haben und flohen dann.",
     "eine Sperre durchbrochen haben", ""},
    {"an adjective opens the sentence", "Lokale Medien berichteten, dass der Damm brach.", "der Damm brach",
     "Lokale Medien"},
    {"an object behind an apposition", "Zudem forderte die Vorsitzende, Ines Kolb, einen neuen Damm.",
     "einen neuen Damm", "Vorsitzende", Commitment::Demands},
    {"a quotation with the verb", "Die Trainerin meinte, der Gegner „konnte nicht mehr laufen“.",
     "konnte nicht mehr laufen", "Trainerin"},
    {"und inside a quotation", "Die Ministerin betonte, dass „Bund und Länder jetzt handeln“.",
     "Bund und Länder jetzt handeln", "Ministerin"},
    {"a cue between two halves", "Der Termin war nicht fest, hieß es, sicher sei jedoch der Ort.",
     "Der Termin war nicht fest ... sicher sei jedoch der Ort", ""},
    {"davon behind the content", "Der Preis steigt im Mai. Davon geht die Kammer aus.", "Der Preis steigt im Mai",
     "die Kammer", Commitment::Suspects},
    {"the subject is shared over what is reported",
     "Die Ministerin sagte, das Land brauche Hilfe, und fügte hinzu: „Wir handeln jetzt.“", "Wir handeln jetzt",
     "Die Ministerin"},
    {"a preposition that is no prefix", "Die Gründer betonen, dass der Zugang zu „freien und guten Karten“ leicht sei.",
     "der Zugang zu", "Die Gründer"},
    {"an infinitive before und", "Die Räte haben dazu aufgerufen die Streifen zu verstärken und Hilfe angekündigt.",
     "die Streifen zu verstärken", "Die Räte", Commitment::Demands},
    {"clauses of an object", "Die Ministerin fordert eine Lösung, die alle tragen.", "die alle tragen", "Ministerin",
     Commitment::Demands},
    {"the next clause has its own cue",
     "Verletzt wurden nach Angaben der Wache 14 Menschen, der Hersteller spricht von elf.", "14 Menschen", "Wache"},
    {"a passive", "Dem Mann wird Totschlag vorgeworfen.", "Totschlag", ""},
    // Statements in statements.
    {"nested", "Nach Angaben der Polizei sagte der Fahrer, er habe geschlafen.", "er habe geschlafen", "Fahrer"},
    {"the outer one", "Nach Angaben der Polizei sagte der Fahrer, er habe geschlafen.", "sagte der Fahrer", "Polizei"},
};

TEST(Phenomena, EachConstructionIsRead) {
  for (const Row& row : kRows) {
    const clean::Report report = annotate::test_report({row.text});
    const auto statements = extract_statements(report, annotate::annotate(report, german()), german());
    bool found = false;
    std::string seen;
    for (const Statement& s : statements) {
      std::string content;
      for (const TextRange& range : s.content)
        content.append(content.empty() ? "" : " ... ").append(slice(report.text, range));
      const bool speaker =
          *row.speaker == '\0' ? s.speaker.text.empty() : s.speaker.text.find(row.speaker) != std::string::npos;
      found = found || (content.find(row.content) != std::string::npos && speaker && s.commitment == row.commitment);
      seen += "\n  " + std::string(s.rule.name()) + ": " + content + " | " + s.speaker.text + " | stance " +
              std::to_string(static_cast<int>(s.commitment));
    }
    EXPECT_TRUE(found) << row.phenomenon << ": " << row.text << seen;
  }
}

TEST(Phenomena, APatternAtTheEndOfASentenceIsCut) {
  // The words of a pattern are looked for behind its first word, which may be the last of the sentence.
  for (const char* text :
       {"Das Wasser gab nach", "Sie gab nach.", "Man las es laut", "Die Leute gingen dem Hund nach"}) {
    const clean::Report report = annotate::test_report({text});
    EXPECT_TRUE(extract_statements(report, annotate::annotate(report, german()), german()).empty()) << text;
  }
}

TEST(Phenomena, AParticipleWithoutItsAuxiliaryHasNoSubject) {
  // "als erwartet" may be a cue, but its segment has no finite verb whose subject could be asked for.
  const clean::Report report = annotate::test_report(
      {"In Altmar wurde die Warnstufe 2 ausgelöst, etwa „drei bis vier Stunden früher“ als erwartet, im Nachbarkreis "
       "steht die Stufe 3 bevor."});
  for (const Statement& statement : extract_statements(report, annotate::annotate(report, german()), german())) {
    EXPECT_TRUE(statement.speaker.text.empty());
  }
}

/// Contents of all statements of a text, one a line.
std::string contents_of(const char* text) {
  const clean::Report report = annotate::test_report({text});
  std::string all;
  for (const Statement& s : extract_statements(report, annotate::annotate(report, german()), german())) {
    for (const TextRange& range : s.content) all.append(slice(report.text, range)).append("\n");
  }
  return all;
}

TEST(Phenomena, WhatGoesOnBehindACueIsNotItsContent) {
  const std::string contents = contents_of("Er habe jedem einen Brief geschrieben, und jeder habe geantwortet.");
  EXPECT_EQ(contents, "Er habe jedem einen Brief geschrieben, und jeder habe geantwortet\n");
}

TEST(Phenomena, ASubjectWithARelativeClauseIsNotSaid) {
  const std::string contents = contents_of(
      "Landrätin Ida Voss, die noch im Mai versichert hatte, ein Plan existiere nicht, verteidigte die Kehrtwende.");
  EXPECT_EQ(contents, "ein Plan existiere nicht\n");
}

TEST(Phenomena, HearsayUnderANamedSourceIsOneStatement) {
  const std::string contents =
      contents_of("Wie der Anzeiger meldet, soll der Rat am Abend für den Verkauf gestimmt haben.");
  EXPECT_EQ(contents, "soll der Rat am Abend für den Verkauf gestimmt haben\n");
}

TEST(Phenomena, APersonInFrontOfWhomAPlaceStandsSpeaks) {
  const clean::Report report = annotate::test_report({"Hallwedes Sportchef Niels Ahrendt erklärte, man sei einig."});
  const annotate::Annotations notes = annotate::annotate(report, german());
  const auto statements = extract_statements(report, notes, german());
  ASSERT_EQ(statements.size(), 1U);
  ASSERT_TRUE(statements[0].speaker.entity.valid());
  EXPECT_EQ(notes.entities[statements[0].speaker.entity.index()].name, "Niels Ahrendt");
}

TEST(Phenomena, WhoseLawyerSpeaksDoesNotSpeak) {
  const clean::Report report =
      annotate::test_report({"Rainer Thalhoff schweigt.", "Thalhoffs Anwalt sagte, man warte das Urteil ab."});
  const annotate::Annotations notes = annotate::annotate(report, german());
  for (const Statement& s : extract_statements(report, notes, german())) {
    const EntityId speaker = s.speaker.entity;
    EXPECT_TRUE(!speaker.valid() || notes.entities[speaker.index()].name != "Rainer Thalhoff");
  }
}

TEST(Phenomena, WhoDeniesDoesNotRelay) {
  const clean::Report report =
      annotate::test_report({"Dass die Werft schließt, wie Zeitungen geschrieben hatten, bestritt Chefin Ida Voss."});
  for (const Statement& s : extract_statements(report, annotate::annotate(report, german()), german()))
    EXPECT_TRUE(s.chain.empty());
}

TEST(Phenomena, ANestedStatementKnowsItsOuterOne) {
  const clean::Report report =
      annotate::test_report({"Nach Angaben der Polizei sagte der Fahrer, er habe geschlafen."});
  const auto statements = extract_statements(report, annotate::annotate(report, german()), german());
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_FALSE(statements[0].nested_in.valid());
  EXPECT_EQ(statements[1].nested_in, StatementId(0));
  ASSERT_EQ(statements[1].chain.size(), 2U);
  EXPECT_EQ(statements[1].chain.front().text, statements[0].speaker.text);
}

}  // namespace
}  // namespace ql::claims
