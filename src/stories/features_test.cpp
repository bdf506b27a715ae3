// SPDX-License-Identifier: Apache-2.0
#include "stories/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "lang/language.h"
#include "lang/word_key.h"
#include "stories/test_reports.h"

namespace ql::stories {
namespace {

const lang::Language& german() {
  static const lang::Language language = lang::load_language("de");
  return language;
}

Features features_of(const std::string& title, const std::string& text) {
  const AnalysedReport report = make_report(title, {text});
  WordList list;
  scan_words(report.report, list);
  return FeatureReader(german().word_frequency).read(list);
}

float mass_of(const Features& features, const std::string& word) {
  const auto stem = static_cast<std::uint32_t>(lang::word_key(lang::fold_word(word)).stem >> 32U);
  const auto stems = features.stems();
  const auto found = std::lower_bound(stems.begin(), stems.end(), stem);
  if (found == stems.end() || *found != stem) return 0;
  return features.masses()[static_cast<std::size_t>(found - stems.begin())].value();
}

TEST(Features, NamesAndTitlesOutweighEverydayWords) {
  const Features features =
      features_of("Feuer in Oberdülmen", "In der Fabrik brannte es. Das Feuer in Oberdülmen brach gegen Mittag aus.");
  EXPECT_GT(mass_of(features, "Oberdülmen"), mass_of(features, "Feuer"));
  EXPECT_GT(mass_of(features, "Feuer"), mass_of(features, "Mittag"));
  EXPECT_EQ(mass_of(features, "Wasser"), 0);
}

TEST(Features, StayWithinTheirSize) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Wort" + std::to_string(i * 7919) + "x ";
  const Features features = features_of("", text);
  EXPECT_EQ(features.stems().size(), Features::kMostTerms);
  EXPECT_TRUE(std::is_sorted(features.stems().begin(), features.stems().end()));
  EXPECT_TRUE(std::is_sorted(features.fingerprints().begin(), features.fingerprints().end()));
}

TEST(Features, AMassKeepsItsSizeToFivePerCent) {
  for (const float value : {0.05F, 0.3F, 1.0F, 4.2F, 9.0F}) {
    EXPECT_NEAR(Mass::of(value, false).value() / value, 1, 0.03);
    EXPECT_TRUE(Mass::of(value, true).is_rare_name());
  }
}

TEST(Features, ATextWithoutWordsHasNone) {
  const Features features = features_of("", "- - -");
  EXPECT_TRUE(features.stems().empty());
  EXPECT_TRUE(features.fingerprints().empty());
}

}  // namespace
}  // namespace ql::stories
