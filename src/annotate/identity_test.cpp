// SPDX-License-Identifier: Apache-2.0
// Identity within and across reports, on invented stories with marks (marked_story.h).
#include <gtest/gtest.h>

#include <map>

#include "annotate/marked_story.h"

namespace ql::annotate {
namespace {

class Identity : public testing::TestWithParam<MarkedStory> {};

TEST_P(Identity, MarksAreKept) {
  const ReadStory read(GetParam());
  std::map<char, ActorId> actors;
  std::map<ActorId, char> letters;
  for (const Mark& mark : read.marks) {
    const auto found = read.actor(mark);
    if (mark.letter == '0') continue;
    ASSERT_TRUE(found) << mark.letter << ": " << read.describe(mark);
    const auto [at, added] = actors.emplace(mark.letter, *found);
    EXPECT_EQ(at->second, *found) << mark.letter << ": " << read.describe(mark) << ", not "
                                  << read.table.actors[at->second.index()].name;
    const auto owner = letters.emplace(*found, mark.letter).first;
    EXPECT_EQ(owner->second, mark.letter) << read.describe(mark);
  }
  for (const Mark& mark : read.marks) {
    const auto found = mark.letter == '0' ? read.actor(mark) : std::nullopt;
    EXPECT_FALSE(found && letters.contains(*found)) << "open: " << read.describe(mark);
  }
}

const MarkedStory kStories[] = {
    {"firm",
     {{"Der Maschinenbauer {a|Brandauer} streicht 300 Stellen. {a|Das Unternehmen} begründete das mit der Flaute.",
       "{b|Brandauer-Chefin Helga Sorg} sprach von einem schweren Tag. {b|Sie} verteidigte den Schritt.",
       "Der Betriebsratsvorsitzende {c|Emre Kaplan} nannte den Plan falsch. {c|Kaplan} fordert Gespräche."},
      {"Die {a|Brandauer AG} will sparen. {a|Der Konzern} beschäftigt 4000 Menschen.",
       "{b|Helga Sorg}, Vorstandsvorsitzende von {a|Brandauer}, äußerte sich am Montag. {b|Die Managerin} bleibt "
       "hart."}}},
    {"two_firms",
     {{"Der Konzern {a|Lindner} klagt gegen den Konzern {b|Hofstetter}. {0|Der Konzern} sieht sich im Recht."}}},
    {"mayor",
     {{"Bürgermeisterin {a|Ilse Rahn} (SPD) wies die Kritik zurück. {a|Die Bürgermeisterin} sprach von Wahlkampf.",
       "Ihr Vorgänger {b|Peter Rahn} äußerte sich nicht."},
      {"Die Stadt Moorburg bleibt bei ihrem Plan, sagte Bürgermeisterin {a|Rahn}.",
       "{a|Ilse Rahn} regiert Moorburg seit 2019."}}},
    {"office_stated_by_taking_up",
     {{"{a|Detlev Grothe} stand um sechs am Tor. Niemand rede mit der Belegschaft, sagte {a|der "
       "Betriebsratsvorsitzende}."},
      {"{a|Detlev Grothe} stand um sechs am Tor. {b|Anna Lind} fehlte. Man rede nicht, sagte {0|der Vorstandschef}."}}},
    {"declined_name",
     {{"Der {a|Nationale Ruderbund (NRU)} schwieg zunächst. Dann trat der Präsident des {a|Nationalen Ruderbundes} "
       "auf.",
       "{a|Der NRU} nannte keine Gründe."}}},
    {"one_word_with_acronym",
     {{"Die unabhängige {a|Anti-Korruptions-Kommission (AKK)} ermittelt. {a|AKK}: Es geht um viel."}}},
    {"double_name",
     {{"Konzernchefin {a|Helene Brandt} verließ die {b|Brandauer AG} in {c|Kappelhusen}."},
      {"{a|Helene Brandt-Lohse} leitete die {b|Brandauer AG} in {c|Kappelhusen} drei Jahre."}}},
    {"firm_known_by_its_chief", {{"{a|Vexanto}-Chef {b|Uwe Lang} schwieg. Das Geld ging an die {a|Vexanto}."}}},
    {"office_behind_a_long_attribute",
     {{"Bürgermeister {a|Jens Ohm} gestand. Lange hatte {a|der im Juni abgewählte Rathauschef} alles geleugnet."}}},
    {"demonym_of_a_person",
     {{"Trainer {a|Piet Dekker} verlässt den {b|SV Oberfeld}. {a|Der Niederländer} unterschrieb in {c|Rom}."}}},
    {"attribute_of_the_only_person",
     {{"Oberbürgermeisterin {a|Ines Rohde} lehnt das ab. Für eine Klage sehe sie keinen Grund, sagte {a|die "
       "Juristin}."},
      {"Armeesprecher {b|Tarek Volz} wies das zurück. Vielmehr sei zuerst geschossen worden. Zwei Mann seien "
       "verletzt, so {b|der Oberst}."},
      {"Gegen {c|Bodo Kranz} wurde Haftbefehl erlassen; {c|der Unternehmer} soll geflohen sein."},
      {"Studienleiter {d|Prof. Ulf Beck} trat zurück. Sein Anwalt sagte, {d|der Mediziner} bedaure Fehler."}}},
    {"attribute_of_somebody_else",
     {{"Ein Jurist hatte gewarnt. Bürgermeister {a|Jens Ohm} winkte ab. Das sei zu spät, sagte {0|der Jurist}."},
      {"Lehrerin {b|Danica Wolf} widersprach. Das reiche nicht, sagte {0|die Medizinerin}."},
      {"Landrat {c|Uwe Tann} kam an die Unfallstelle. Er habe nichts gesehen, sagte {0|der Fahrer}."},
      {"Minister {d|Till Sand} stellte das Papier vor. Das ergab {0|eine Umfrage der Mediziner}."},
      {"{e|Karl Dohm} und {f|Paul Dirks} stritten lange. Man werde klagen, sagte {0|der Unternehmer}."}}},
    {"profession_of_the_last_speaker",
     {{"Verkehrsökonom {a|Jost Haber} zweifelt. Man vergleiche Ungleiches. Das sei falsch. Die Zahlen stimmten nicht.",
       "{b|Weidmann}, 54, verteidigt sein Werk. Man stehe zu jeder Zahl, schreibt {b|der Ökonom}."},
      {"Verkehrsökonom {c|Jost Habich} zweifelt. Man vergleiche Ungleiches, sagt {c|der Ökonom}."}}},
    {"politician_of_a_party",
     {{"Gesundheitsministerin {a|Birte Holm} (SPD) verlangt einen Bericht. Das gelte auch für Kliniken, so {a|die "
       "SPD-Politikerin}."},
      {"Gesundheitsminister {b|Bernd Sahm} (SPD) verlangt einen Bericht. Das sei falsch, so {0|der CDU-Politiker}."}}},
    {"paper_is_no_firm", {{"Die {a|Brandauer AG} spart. Das habe {0|das Blatt} aus Kreisen erfahren."}}},
    {"office_of_another", {{"Landrat {a|Jens Ohm} lobte die Helfer. Das reiche nicht, sagte {0|der Bürgermeister}."}}},
    {"spelling",
     {{"Konzernchefin {a|Ingrid Dahlmann} verließ die {b|Brandauer AG} in {c|Kappelhusen}. {a|Dahlmann} schwieg."},
      {"{a|Ingrid Dalmann} leitete die {b|Brandauer AG} in {c|Kappelhusen} drei Jahre."}}},
    {"two_of_like_names",
     {{"{a|Anna Dahlmann} und {b|Anna Dalmann} leiten die {c|Brandauer AG} in {d|Kappelhusen}."},
      {"{b|Anna Dalmann} führt die {c|Brandauer AG} in {d|Kappelhusen}."}}},
    {"firm_in_a_compound",
     {{"Der norwegische {a|Halvorsen}-Konzern bietet mit. Die {a|Halvorsen Industrier ASA} nannte keinen Preis."}}},
    {"office_named_for_its_founder",
     {{"Das {a|Ingenieurbüro Staudinger} warnte früh. Inhaber {b|Ulrich Staudinger} legte Messwerte vor. "
       "{b|Staudinger} "
       "schwieg dann."}}},
    {"court",
     {{"Das {a|Landgericht Halle} verurteilte {b|Markus T.} zu sechs Jahren Haft. {a|Das Gericht} folgte der Anklage.",
       "{b|Der 54-Jährige} nahm das Urteil regungslos auf, sein Verteidiger {c|Lars Wiehn} kündigte Revision an."},
      {"{b|Markus T. (54)} muss ins Gefängnis, entschied das {a|Landgericht Halle}.",
       "{c|Verteidiger Lars Wiehn} nannte das Urteil hart. {c|Der Anwalt} will Revision einlegen."}}},
    {"club",
     {{"Stürmer {a|Jonas Eckel} verlässt den {b|SV Oberfeld}. {b|Der Verein} bestätigte den Wechsel.",
       "{a|Der 23-Jährige} unterschrieb beim {c|FC Rabenstein}."},
      {"{a|Eckel} geht: Der {b|SV Oberfeld} verliert seinen besten Torschützen an den {c|FC Rabenstein}.",
       "Trainer {d|Uwe Lang} bedauerte den Abschied. {a|Jonas Eckel} traf zwölfmal."}}},
    {"agency",
     {{"Das {a|Bundesamt für Wasserwirtschaft (BfW)} warnt vor Keimen. {a|Die Behörde} rät zum Abkochen.",
       "Die {a|BfW}-Präsidentin {b|Clara Dorn} stellte den Bericht in Kassel vor."},
      {"{a|BfW}: Keime im Wasser. {b|Dorn} sprach am Freitag in Kassel."}}},
    {"union",
     {{"Die {a|Gewerkschaft der Kraftfahrer} (GdK) ruft zum Streik auf. {a|Die Gewerkschaft} will sechs Prozent.",
       "{a|GdK}-Chef {b|Rolf Amann} drohte mit Ausweitung."},
      {"{b|Rolf Amann} von der {a|GdK} drohte dem Verband {c|Spedition Nord}."}}},
    {"kims",
     {{"Machthaber {a|Kim Jong Un} besuchte eine Fabrik. {a|Kim} lobte die Arbeiter."},
      {"Südkoreas Minister {b|Kim Yong Hyun} warnte {a|Kim Jong-un}. {b|Kim Yong Hyun} trat später vor die Presse."}}},
    {"transliterations",
     {{"Außenminister {a|Serhij Tschumak} reist nach Wien. {a|Tschumak} will Hilfe."},
      {"{a|Serhiy Chumak} traf Kanzler {b|Jörg Maurer}."},
      {"{a|Sergej Tschumak} und {b|Joerg Maurer} sprachen lange."}}},
    {"genitives",
     {{"{a|Lukas'} Haus brannte, sagte Nachbarin {b|Eva Matthes}. {b|Matthes'} Hund bellte."},
      {"{b|Eva Matthes'} Hund weckte das Dorf."}}},
    {"seats",
     {{"{a|Moskau} dementierte. {b|Der Kreml} sprach von Lügen.", "{c|Paris} und {d|London} zeigten sich besorgt."}}},
    {"holders",
     {{"Der französische Präsident {a|Luc Renard} sagte ab. {a|Der Staatschef} sei krank.",
       "Kanzlerin {b|Vera Holz} bedauerte das. {b|Die Regierungschefin} reist allein."}}},
    {"two_of_one_role",
     {{"Innenminister {a|Karl Wenz} und Innenminister {b|Omar Sahin} stritten. {0|Der Innenminister} blieb hart."}}},
    {"spokespersons",
     {{"Ein {a|Sprecher der Polizei Kiel} bestätigte den Fund.", "Ein {b|Sprecher der Feuerwehr} widersprach."}}},
    {"namesakes",
     {{"Die Ärztin {a|Sabine Vogel} leitet die Klinik in Gera. {a|Vogel} forscht zu Grippe."},
      {"Der Trainer {b|Martin Vogel} verlängert in Ulm. {b|Vogel} hofft auf den Aufstieg."}}},
    {"siblings",
     {{"{a|Anna Berger} und {b|Tom Berger} führen die Bäckerei. {a|Anna Berger} backt, {b|Tom Berger} verkauft."}}},
    {"doctor_titles",
     {{"{a|Prof. Dr. Hanna Reiff} leitet das {b|Institut für Meereskunde}. {a|Reiff} warnt.",
       "{b|Das Institut} misst seit 1990."},
      {"Die Forscherin {a|Hanna Reiff} warnt vor Algen."}}},
    {"capitals",
     {{"{a|VERKEHRSBUND NORD} RUFT ZUM STREIK AUF", "Der {a|Verkehrsbund Nord} streikt ab Montag."},
      {"{a|Verkehrsbund Nord}: Streik ab Montag"}}},
    {"age_only",
     {{"{a|Helmut Kranz} (71) gestand. {a|Der 71-Jährige} sagte, {b|Nina Orth} (34) habe ihm geholfen.",
       "{b|Die 34-Jährige} schweigt."}}},
    {"family_name_that_is_a_place", {{"Ministerpräsident {a|Viktor Oran} reist ab. {a|Oran} war erkältet."}}},
    {"saint", {{"Das Werk in {a|St. Bertram} schließt."}, {"Im fernen {a|Sankt Bertram} sind alle entsetzt."}}},
    {"legal_forms",
     {{"Die {a|Seidlitz Feinmechanik GmbH} ist pleite. {a|Seidlitz} meldete am Montag Insolvenz an.",
       "{a|Die Firma} hat 80 Beschäftigte. Gründer {b|Paul Adler} schwieg. {b|Der Unternehmer} ist 70."},
      {"Die {a|Seidlitz Feinmechanik GmbH} in Gera ist zahlungsunfähig, sagte {b|Paul Adler}."}}},
    {"category_nouns",
     {{"Der Hausgerätehersteller {a|Tellmann} schließt sein Werk in Lauterbach.",
       "Die {a|Tellmann Hausgeräte GmbH} teilte das mit. {a|Tellmann}-Geschäftsführerin {b|Ruth Ebel} bedauerte es.",
       "{b|Firmenchefin Ruth Ebel} will verhandeln. Die Aktie des deutschen Herstellers {a|Tellmann} gab nach."},
      {"{a|Tellmann} macht Lauterbach dicht. {b|Geschäftsführerin Ebel} will verhandeln, die Gewerkschaft nicht.",
       "Die Stadt Lauterbach ist empört über {b|Ruth Ebel}."},
      {"Die {a|Tellmann AG} hat in Lauterbach 200 Beschäftigte, sagte {b|Ruth Ebel}."}}},
    {"service_of_a_state",
     {{"Der schweizerische Nachrichtendienst, der {a|Nachrichtendienst des Bundes}, warnte am Montag vor Spionen."},
      {"{a|Der Schweizer Nachrichtendienst} warnt vor Spionen.", "{b|Der polnische Nachrichtendienst} widersprach."}}},
    {"capital_spellings", {{"{a|Kiew} meldete Angriffe."}, {"{a|Kyjiw} meldete Angriffe, {b|Minsk} nicht."}}},
    {"town_adjectives",
     {{"Die {a|Leipziger} Polizei sucht Zeugen. In {a|Leipzig} brannte ein Haus, die {b|Dresdner} Feuerwehr half."}}},
    {"mast_in_capitals",
     {{"{a|VERBAND FREIER GÄRTNER}", "Der {a|VFG} fordert mehr Geld. {a|Der Verband} droht mit Protest."}}},
    {"kind_and_acronym",
     {{"Die {a|Gewerkschaft Pflege und Betreuung} (GPB) hatte zum Ausstand aufgerufen. {a|Die Gewerkschaft} droht."},
      {"Der Ausstand der Gewerkschaft {a|GPB} begann um sechs. Nach Zählung der {a|GPB} kamen 900 Leute."}}},
    {"association_of_a_trade",
     {{"Der {a|Verband der Seilbahnbetreiber} (VSBK) lehnt das ab. Nach Kenntnis des {a|VSBK} fehlt das Geld."},
      {"Das steht in einem Papier des {a|Verbandes der Seilbahnbetreiber}.", "Die Gewerkschaft {b|NGT} widersprach."},
      {"{a|VSBK}: Kein Geld für Seilbahnen"}}},
    {"ships",
     {{"Die {a|Seeadler II} lief vor {b|Tarnsund} auf Grund."},
      {"Der Kapitän der MS {a|Seeadler II} schwieg."},
      {"Die \u201E{a|Seeadler Zwei}\u201C war überladen."}}},
    {"relatives_of_one_surname",
     {{"Landrat {a|Karl Brenner} bestreitet das. Sein Bruder {b|Georg Brenner} sitzt in Haft. {0|Brenner} schwieg.",
       "{b|Georg Brenner} und {a|Karl Brenner} führten die Firma."},
      {"{a|Karl Brenner} tritt zurück."}}},
    {"noble_names",
     {{"Kommissarin {a|Ulla von Rehden} reiste nach Brüssel. {a|Von Rehden} sprach lange.",
       "{b|Piet van der Molen} traf {a|von Rehden}. {b|Van der Molen} schwieg."},
      {"Die Rede von {a|Ulla von Rehden} war kurz."}}},
    {"double_names",
     {{"Ministerin {a|Katja Holm-Seifert} lehnt ab. {a|Holm-Seifert} ist seit Mai im Amt. {b|Dieter Seifert} lobt "
       "sie."},
      {"{a|Holm-Seiferts} Haus prüft. Die Ministerin {a|Katja Holm-Seifert} war in {c|Bad Erlau}."}}},
    {"arabic_articles",
     {{"Außenminister {a|Yusuf al-Harbi} kam nach Genf. {a|Al-Harbi} fordert Hilfe."},
      {"{a|Jussuf Al-Harbi} traf die Ministerin {b|Birte Sand}.", "{b|Sand} dankte {a|Al-Harbi}."}}},
    {"diacritics",
     {{"Trainer {a|Emre Yıldız} und Stürmer {b|Luka Marić} fehlen."},
      {"{a|Emre Yildiz} ist krank. {b|Luka Maric} auch. {b|Maric} fällt lange aus."}}},
    {"court_words",
     {{"Richterin {a|Olga Brück} befragte den Zeugen {b|Jens Albers}. {b|Albers} verneinte. {a|Brück} hakte nach."},
      {"{b|Zeuge Jens Albers} verneinte alles, {a|Richterin Brück} glaubte {b|Albers} nicht."}}},
    {"capital_of_a_state",
     {{"{a|Warschau} bestellte den Botschafter ein. {a|Warschau} sprach von Lügen.",
       "{b|Belgrad} schwieg, {c|Oslo} auch."},
      {"{a|Warschau} protestierte."}}},
    {"office_changes_hands",
     {{"Präsidentin {a|Mara Dolz} verlor die Wahl gegen {b|Henk Visser}.",
       "{b|Henk Visser} wird am Montag vereidigt. {a|Dolz} gratulierte {b|Visser}."},
      {"{b|Visser} siegt, {a|Mara Dolz} gibt auf. {b|Henk Visser} war Richter."}}},
    {"name_that_is_a_noun",
     {{"Die Geschäftsführerin {a|Judith Winter} lehnt das ab.", "Trainer {b|Anton Schuster} ist krank."},
      {"Geschäftsführerin {a|Winter} lehnt das ab. Auch Trainer {b|Schuster} fehlt. Der Winter war kalt.",
       "{a|Judith Winter} und {b|Anton Schuster} kommen nicht."}}},
    {"role_and_surname_in_two_reports",
     {{"Landrätin {a|Clara Ohm} sperrt die Brücke bei {b|Ellernau}. {a|Ohm} rechnet mit Monaten."},
      {"Landrätin {a|Ohm} verteidigt die Sperrung. In {b|Ellernau} wächst der Ärger."}}},
    {"firm_and_founder",
     {{"Gründer {a|Otto Kessing} verlässt die {b|Kessing GmbH}. {a|Otto Kessing} ist 80 Jahre alt.",
       "Die {b|Kessing GmbH} beschäftigt 90 Leute."}}},
    {"chamber_and_college",
     {{"Die {a|Handwerkskammer Lauenfels} warnt. Die {b|Universität Lauenfels} forscht. {a|Die Kammer} klagt."},
      {"Laut {a|Handwerkskammer Lauenfels} fehlen Lehrlinge, sagte ein Forscher der {b|Universität Lauenfels}."}}},
};

/// The head of a press release is furniture, but names who speaks.
TEST(NamesInLines, TheHeadOfAReleaseNamesItsBody) {
  static const lang::Language language = lang::load_language("de");
  for (const std::string head : {"BUND FREIER IMKER", "Bund Freier Imker e. V. - PRESSEMITTEILUNG"}) {
    clean::Report report = test_report({head, "Der BFI warnt vor Milben. Der BFI hat 900 Mitglieder."});
    report.blocks[0].kind = clean::BlockKind::Furniture;
    const Annotations notes = annotate(report, language);
    ASSERT_FALSE(notes.mentions.empty());
    const Mention& line = notes.mentions.back();
    EXPECT_EQ(line.text.begin, 0U);
    EXPECT_TRUE(line.tokens.empty());
    EXPECT_EQ(notes.mentions.front().entity, line.entity);
  }
}

TEST(NamesInLines, OtherLinesNameNobody) {
  static const lang::Language language = lang::load_language("de");
  clean::Report report = test_report({"Lesen Sie auch: Bienen in Gefahr", "Der BFI warnt vor Milben."});
  report.blocks[0].kind = clean::BlockKind::Furniture;
  for (const Mention& mention : annotate(report, language).mentions) EXPECT_FALSE(mention.tokens.empty());
}

INSTANTIATE_TEST_SUITE_P(Stories, Identity, testing::ValuesIn(kStories),
                         [](const auto& story) { return std::string(story.param.name); });

}  // namespace
}  // namespace ql::annotate
