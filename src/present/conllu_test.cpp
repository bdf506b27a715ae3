// SPDX-License-Identifier: Apache-2.0
#include "present/conllu.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "lang/language.h"

namespace ql::present {
namespace {

TEST(Conllu, HasOneLineOfTenColumnsPerToken) {
  clean::Report report;
  report.text = "Der Rat lehnte den Plan ab.\n";
  clean::Block block;
  block.text = {0, 27};
  report.blocks.push_back(block);
  const lang::Language language = lang::load_language("de");
  const annotate::Annotations notes = annotate::annotate(report, language);
  const std::string text = to_conllu(report, notes, language.forms);
  EXPECT_NE(text.find("# text = Der Rat lehnte den Plan ab.\n"), std::string::npos) << text;
  EXPECT_NE(
      text.find("3\tlehnte\tablehnen\tVERB\tVVFIN\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t_\t_\t_\t"
                "Clause=1|Particle=6|TokenRange=8:14\n"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("2\tRat\tRat\tNOUN\tNN\t"), std::string::npos) << text;
  EXPECT_NE(text.find("SpaceAfter=No|"), std::string::npos) << text;
}

TEST(Conllu, CompoundsShowTheirParts) {
  clean::Report report;
  report.text = "Die Truppenentsendung beginnt.\n";
  clean::Block block;
  block.text = {0, 30};
  report.blocks.push_back(block);
  const lang::Language language = lang::load_language("de");
  const std::string text = to_conllu(report, annotate::annotate(report, language), language.forms);
  EXPECT_NE(text.find("Compound=Truppe+Entsendung|"), std::string::npos) << text;
}

}  // namespace
}  // namespace ql::present
