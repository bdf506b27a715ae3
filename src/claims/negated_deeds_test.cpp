// SPDX-License-Identifier: Apache-2.0
// Runs the examples of lexicons/de/denial_weights.tsv.
#include "claims/negated_deeds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

bool denies(std::string_view text) {
  static const lang::Language language = lang::load_language("de");
  const clean::Report report = annotate::test_report({text});
  const auto statements = extract_statements(report, annotate::annotate(report, language), language);
  EXPECT_FALSE(statements.empty()) << text;
  return std::any_of(statements.begin(), statements.end(),
                     [](const Statement& s) { return s.commitment == Commitment::Denies; });
}

/// "D: ..." must deny, "O: ..." must not.
void expect_as_marked(std::string_view id, std::string_view example) {
  ASSERT_TRUE(example.starts_with("D: ") || example.starts_with("O: ")) << id;
  EXPECT_EQ(denies(example.substr(3)), example.starts_with("D: ")) << id << ' ' << example;
}

TEST(NegatedDeeds, DecideAsTheTableShows) {
  const lang::TsvTable table(lang::embedded_file("lexicons/de/denial_weights.tsv"), "denial_weights.tsv");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view id = table.cell(row, table.column("id"));
    expect_as_marked(id, table.cell(row, table.column("example")));
    expect_as_marked(id, table.cell(row, table.column("counter_example")));
  }
}

TEST(NegatedDeeds, WhatNobodyIsChargedWithIsTold) {
  for (const char* text : {"„Wir haben nie Urlaub gemacht“, sagte die Bäuerin Petra Holm.",
                           "„Meine Großmutter hat nie ein Auto besessen“, sagte die Historikerin Petra Holm.",
                           "„Wir haben nicht aufs Tor geschossen“, sagte der Kapitän Jens Krug.",
                           "„Wir haben in diesem Jahr keine Häuser verkauft“, sagte die Maklerin Petra Holm."}) {
    EXPECT_FALSE(denies(text)) << text;
  }
}

TEST(NegatedDeeds, WhoContradictsInTheSentenceBeforeIsCharged) {
  EXPECT_TRUE(
      denies("Tesmark widersprach umgehend. „Keiner unserer Fischer hat die Bucht befahren“, sagte Admiral Krug."));
  EXPECT_FALSE(denies("Tesmark feierte gestern. „Keiner unserer Fischer hat die Bucht befahren“, sagte Admiral Krug."));
  EXPECT_TRUE(denies("„Ich habe nie etwas Verbotenes genommen“, sagte die Ruderin Petra Holm."));
}

TEST(NegatedDeeds, VictimsAndCriticsDenyNothing) {
  for (const char* text : {"„Ich wurde nicht angegriffen“, sagte die Reporterin Petra Holm.",
                           "„Uns wurde nichts gestohlen“, sagte der Ladeninhaber Jens Krug.",
                           "„Die Täter haben uns nichts gestohlen“, sagte der Ladeninhaber Jens Krug.",
                           "„Der Staat hat uns keine einzige Zusage gegeben“, sagte der Landwirt Jens Krug.",
                           "„Es gab keine Gespräche mit uns“, sagte die Gewerkschafterin Petra Holm.",
                           "„Es gibt keinen Plan der Regierung“, sagte die Oppositionschefin Petra Holm."}) {
    EXPECT_FALSE(denies(text)) << text;
  }
  EXPECT_TRUE(denies("„Von uns wurde nichts gestohlen“, sagte der Wachmann Jens Krug."));
  EXPECT_TRUE(denies("„Unsere Fahrer haben nichts gestohlen“, sagte der Spediteur Jens Krug."));
}

TEST(NegatedDeeds, ManyNegationsTakeNoTime) {
  std::string text = "„Wir haben ";
  for (int i = 0; i < 20'000; ++i) text += "nicht ";
  EXPECT_FALSE(denies(text + "getan“, sagte der Sprecher Jens Krug."));
}

}  // namespace
}  // namespace ql::claims
