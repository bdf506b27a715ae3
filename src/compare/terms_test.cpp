// SPDX-License-Identifier: Apache-2.0
#include "compare/terms.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "compare/words.h"

namespace ql::compare {
namespace {

class TermsTest : public testing::Test {
 protected:
  TermsTest() : language_(lang::load_language("de")) {}

  /// The terms of a sentence of its own.
  std::vector<Term> terms(std::string_view sentence) {
    AnalysedReport analysed;
    analysed.report = annotate::test_report({sentence});
    analysed.notes = annotate::annotate(analysed.report, language_);
    reports_.assign(1, std::move(analysed));
    actors_.of_entity.assign(1, std::vector<ActorId>(reports_[0].notes.entities.size()));
    WordMemo words(language_);
    const std::vector<std::uint32_t> origin_of{0};
    const Context context{reports_, actors_, chronology_, language_, words, origin_of, {}};
    return terms_of(context, ReportId(0), {0, static_cast<std::uint32_t>(sentence.size())});
  }

  float alike(std::string_view one, std::string_view other) {
    const std::vector<Term> first = terms(one);
    return similarity(first, terms(other));
  }

  lang::Language language_;
  std::vector<AnalysedReport> reports_;
  annotate::ActorTable actors_;
  Chronology chronology_;
};

TEST_F(TermsTest, NounsMadeOfVerbsMeetThem) {
  EXPECT_GT(alike("Die Schließung der Klinik", "Die Klinik wird geschlossen"), 0.6F);
  EXPECT_GT(alike("Die Warnung der Anwohner", "Die Anwohner wurden gewarnt"), 0.6F);
}

TEST_F(TermsTest, SynonymsMeet) {
  EXPECT_GT(alike("vertrauliche Gespräche in einem Hotel", "ein Treffen in einem Hotel"), 0.3F);
  EXPECT_GT(alike("ein sehr ernstes Problem", "eine gravierende Angelegenheit"), 0.6F);
}

TEST_F(TermsTest, CompoundsMeetByTheirParts) {
  EXPECT_GT(alike("eine Warnmeldung", "eine Warnung"), 0.2F);
  EXPECT_GT(alike("Die Truppenentsendung begann", "Die Entsendung begann"), 0.3F);
}

TEST_F(TermsTest, AnAdjectiveInCommonIsNoThing) {
  const std::vector<Term> denied = terms("Sie wünscht schnelle Lockerungen");
  const Common adjective = common_matter(denied, terms("Der Impfstoff wird schneller verteilt"), 0);
  EXPECT_GT(adjective.words, 0U);
  EXPECT_EQ(adjective.things, 0U);
  EXPECT_EQ(common_matter(denied, terms("Die Lockerungen kamen im Mai"), 0).things, 1U);
}

TEST_F(TermsTest, OtherMattersDoNot) {
  EXPECT_LT(alike("Die Brücke bleibt bis Mai gesperrt", "Der Trainer wechselt zum Nachbarverein"), 0.1F);
  EXPECT_LT(alike("Beweise für Absprachen", "Beweise für Doping"), 0.6F);
}

TEST_F(TermsTest, EvidenceAloneIsNoLikeness) { EXPECT_EQ(alike("Beweise", "Hinweise"), 0.0F); }

TEST_F(TermsTest, CommonMatterCountsWords) {
  const std::vector<Term> one = terms("Altöl wurde ins Hafenbecken eingeleitet");
  const Common common = common_matter(one, terms("Die Einleitung von Altöl ins Hafenbecken"), 0);
  EXPECT_GE(common.words, 3U);
  EXPECT_GT(common.share, 0.8F);
}

TEST_F(TermsTest, AShortSetIsNotContainedInEverything) {
  const std::vector<Term> one = terms("ein Treffen");
  const std::vector<Term> other = terms("Das Treffen dauerte in einem Hotel am Bahnhof zwei Stunden");
  EXPECT_GT(common_matter(one, other, 0).share, 0.9F);
  EXPECT_LE(common_matter(one, other, 2).share, 0.5F);
}

}  // namespace
}  // namespace ql::compare
