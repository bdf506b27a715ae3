// SPDX-License-Identifier: Apache-2.0
#include "annotate/compounds.h"

#include <gtest/gtest.h>

#include <string>

#include "lang/embedded.h"

namespace ql::annotate {
namespace {

/// Lemmas of the parts, joined by plus signs.
std::string parts_of(std::string_view form) {
  static const lang::FormLexicon lexicon(lang::embedded_file("models/de-forms.bin"));
  std::string out;
  for (const CompoundPart& part : split_compound(form, lexicon)) out += (out.empty() ? "" : "+") + part.lemma;
  return out;
}

struct Case {
  const char* form;
  const char* parts;
};

class Compounds : public testing::TestWithParam<Case> {};

TEST_P(Compounds, AreSplitToHeadAndModifiers) { EXPECT_EQ(parts_of(GetParam().form), GetParam().parts); }

INSTANTIATE_TEST_SUITE_P(Table, Compounds,
                         testing::Values(Case{"NATO-Gipfel", "NATO+Gipfel"}, Case{"Pentagon-Chef", "Pentagon+Chef"},
                                         Case{"Truppenentsendung", "Truppe+Entsendung"},
                                         Case{"Au\u00DFenministertreffens", "Au\u00DFenminister+Treffen"},
                                         Case{"Streikaufrufe", "Streik+Aufruf"},
                                         Case{"Erdbebenopfern", "Erdbeben+Opfer"},
                                         Case{"US-Verteidigungsminister", "US+Verteidigung+Minister"},
                                         Case{"Minister", ""}, Case{"Polizei", ""}, Case{"Xylqwerk", ""}, Case{"", ""},
                                         Case{"-", ""}));

TEST(Compounds, PartsAreBytesOfTheForm) {
  const lang::FormLexicon lexicon(lang::embedded_file("models/de-forms.bin"));
  const std::string form = "Regierungssprecher-Posten";
  const auto parts = split_compound(form, lexicon);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(form.substr(parts[0].begin, parts[0].end - parts[0].begin), "Regierung");
  EXPECT_EQ(form.substr(parts[1].begin, parts[1].end - parts[1].begin), "sprecher");
  EXPECT_EQ(form.substr(parts[2].begin, parts[2].end - parts[2].begin), "Posten");
}

}  // namespace
}  // namespace ql::annotate
