// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "claims/claims.h"
#include "lang/test_language.h"
#include "stories/stories.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// All stages up to this one over reports on one event, each with an opening of its own and the given last paragraph.
struct Grouped {
  std::vector<AnalysedReport> reports;
  StoryTable table;

  explicit Grouped(const std::vector<std::string>& endings) {
    static const std::vector<std::string> kOpenings{
        "In der Talsperre Quirnbach bei Oberdülmen ist am Montag die Staumauer gerissen. Drei Dörfer wurden geräumt, "
        "die Bewohner kamen in Turnhallen unter. Der Landrat rief den Notstand aus. Wie es zu dem Riss kam, ist offen. "
        "Der Pegel sinkt seit dem Abend langsam, weil die Betreiber Wasser ablassen. Taucher sollen die Mauer "
        "untersuchen. Das Land schickte Fachleute, die Schule fiel aus, und die Straße am Ufer blieb bis auf Weiteres "
        "gesperrt. Am Abend kamen die ersten Helfer an. Das Technische Hilfswerk brachte Pumpen und Sandsäcke, und bis "
        "in die Nacht hinein fuhren Lastwagen mit Kies zum Fuß der Mauer.",
        "Risse in der Staumauer von Quirnbach haben in Oberdülmen große Sorge ausgelöst. Hunderte verließen am Montag "
        "ihre Häuser, manche nur mit einer Tasche. Ob die Talsperre hält, konnte niemand sagen. Der Betreiber lässt "
        "seither Wasser ab. In den Turnhallen stehen Feldbetten, es gibt Suppe und Decken. Wer helfen will, meldet "
        "sich im Rathaus. Die Uferstraße ist zu, der Bus fährt einen Umweg, Unterricht gab es keinen. Im Ort ist es "
        "still geworden, sagen die Leute hier. Nur der Wirt am Markt hat noch offen, und an seinen Tischen reden alle "
        "über das eine, was da oben im Tal nun geschehen soll.",
        "Die Staumauer der Talsperre Quirnbach ist undicht. Seit Montag sind drei Dörfer um Oberdülmen leer. Was nun "
        "zu tun ist, beraten Ingenieure des Landes mit dem Betreiber. Ein Neubau gilt als teuer, eine Sanierung als "
        "langwierig. In der Region wächst der Ärger über die Aufsicht, die den Stausee zuletzt vor Jahren geprüft hat. "
        "Bürger fordern Auskunft darüber, wann sie nach Hause dürfen und wer für die Schäden aufkommt, die schon jetzt "
        "zu sehen sind. Auf einer Versammlung am Dienstag wollen sie es wissen, doch wer dort Rede und Antwort stehen "
        "wird, war zunächst nicht bekannt."};
    for (std::size_t i = 0; i < endings.size(); ++i) {
      reports.push_back(make_report("Staumauer der Talsperre Quirnbach bei Oberdülmen gerissen",
                                    {kOpenings[i], endings[i]}, "2025-03-0" + std::to_string(i + 4)));
    }
    std::vector<const annotate::Annotations*> notes;
    for (AnalysedReport& report : reports) {
      report.notes = annotate::annotate(report.report, lang::german());
      report.claims = claims::extract_claims(report.report, report.notes, lang::german());
      notes.push_back(&report.notes);
    }
    table = group(reports, lang::german());
    table.traces = find_traces(reports, annotate::link_actors(notes), table, lang::german());
  }

  /// "kind: words in the earlier report = words in the later one", item by item.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const Trace& trace : table.traces) {
      for (const TraceItem& item : trace.items) {
        constexpr const char* kKinds[] = {"quotation", "name", "figures"};
        std::string& line = lines.emplace_back(kKinds[static_cast<std::size_t>(item.kind)]);
        for (const auto& [from, to] : item.places) {
          line.append(" | ").append(slice(reports[trace.from.index()].report.text, from));
          line.append(" = ").append(slice(reports[trace.to.index()].report.text, to));
        }
      }
    }
    return lines;
  }
};

TEST(Traces, ASharedQuotationIsShownWithItsBytesOnBothSidesAndJoinsNoOrigins) {
  const Grouped run({"„Die Mauer war seit Jahren krank, und alle haben es gewusst“, sagte ein Schlosser.",
                     "Ein Arbeiter klagt an: „Die Mauer war seit Jahren krank, und alle haben es gewusst.“"});
  EXPECT_THAT(run.lines(), ElementsAre("quotation | Die Mauer war seit Jahren krank, und alle haben es gewusst = "
                                       "Die Mauer war seit Jahren krank, und alle haben es gewusst"));
  ASSERT_EQ(run.table.stories.size(), 1U);
  EXPECT_EQ(run.table.stories[0].origins.size(), 2U);
  EXPECT_THAT(run.table.reuses, IsEmpty());
  EXPECT_EQ(run.table.traces[0].from, ReportId(0));
  EXPECT_TRUE(run.table.traces[0].direction_known);
}

TEST(Traces, WordsOutsideQuotationMarksOrTooFewAreNoQuotation) {
  EXPECT_THAT(Grouped({"Ein Schlosser sagte, die Mauer sei „seit Jahren krank“ gewesen.",
                       "Ein Arbeiter nennt die Mauer „seit Jahren krank“."})
                  .lines(),
              IsEmpty());
  EXPECT_THAT(Grouped({"Die Mauer war krank, und alle haben es gewusst, sagte ein Schlosser.",
                       "Ein Arbeiter: „Die Mauer war krank, und alle haben es gewusst.“"})
                  .lines(),
              IsEmpty());
}

TEST(Traces, ACommonBeginningOfTwoLongQuotationsIsNoQuotation) {
  EXPECT_THAT(
      Grouped({"„Ich kann Ihnen dazu heute leider nur so viel sagen, dass die Taucher ihre Arbeit in der Nacht noch "
               "einmal aufnehmen werden“, sagte die Landrätin.",
               "„Ich kann Ihnen dazu heute keine Zusage machen, wann Sie zurück in Ihre Wohnungen, Ställe und "
               "Werkstätten dürfen“, sagte der Betreiber."})
          .lines(),
      IsEmpty());
}

TEST(Traces, TwoRareNamesBehindTheOpeningAreATraceOneIsNot) {
  EXPECT_THAT(Grouped({"Nachbarin Irmtraud Wesselbring rief die Wehr. Auch Hofbesitzer Joris Quandelmann half mit.",
                       "Am Hang lebt Irmtraud Wesselbring. Ihr Nachbar heißt Joris Quandelmann."})
                  .lines(),
              ElementsAre("name | Irmtraud Wesselbring = Irmtraud Wesselbring",
                          "name | Joris Quandelmann = Joris Quandelmann"));
  EXPECT_THAT(Grouped({"Nachbarin Irmtraud Wesselbring rief die Wehr.", "Am Hang lebt Irmtraud Wesselbring."}).lines(),
              IsEmpty());
}

TEST(Traces, WhatEveryReportNamesIsNoTrace) {
  const std::string both = "Nachbarin Irmtraud Wesselbring rief die Wehr. Auch Joris Quandelmann half mit.";
  EXPECT_THAT(
      Grouped({both, both + " Das Wasser steigt.", "Erst half Joris Quandelmann. Dann kam Irmtraud Wesselbring."})
          .lines(),
      IsEmpty());
}

TEST(Traces, TheSameSetOfTellingFiguresIsATrace) {
  EXPECT_THAT(
      Grouped(
          {"Betroffen sind 4.317 Einwohner. Der Damm kostete 38,6 Millionen Euro. Im See stehen 1.284 Boote.",
           "In den Dörfern leben 4.317 Einwohner. 1.284 Boote lagen im Hafen. Gebaut wurde für 38,6 Millionen Euro."})
          .lines(),
      ElementsAre(::testing::StartsWith("figures | 4.317 Einwohner = 4.317 Einwohner | ")));
}

TEST(Traces, RoundFiguresOrFewOfManyAreNoTrace) {
  EXPECT_THAT(Grouped({"Betroffen sind 4.000 Einwohner. Der Damm kostete 40 Millionen Euro. Im See stehen 100 Boote.",
                       "4.000 Einwohner leben dort. 100 Boote lagen im Hafen. Gebaut wurde für 40 Millionen Euro."})
                  .lines(),
              IsEmpty());
  EXPECT_THAT(
      Grouped({"Betroffen sind 4.317 Einwohner. Der Damm kostete 38,6 Millionen Euro. Im See stehen 1.284 Boote.",
               "In den Dörfern leben 4.317 Einwohner. Im Hafen lagen 1.283 Boote. Gebaut wurde für 36,2 Millionen "
               "Euro."})
          .lines(),
      IsEmpty());
}

}  // namespace
}  // namespace ql::stories
