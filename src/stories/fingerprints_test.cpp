// SPDX-License-Identifier: Apache-2.0
#include "stories/fingerprints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "stories/test_reports.h"

namespace ql::stories {
namespace {

/// `count` words that no other `series` has, as one paragraph.
std::string words_of(char series, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::string(1, series) + "wort" + std::to_string(i * 37 + series) + "x ";
  return text;
}

WordList list_of(const std::vector<std::string>& paragraphs) {
  const AnalysedReport report = make_report("", paragraphs);
  return word_list_of(report);
}

std::vector<std::uint32_t> fingerprints_of(const std::vector<std::string>& paragraphs) {
  std::vector<Fingerprint> winnowed;
  winnow(list_of(paragraphs), winnowed);
  std::vector<std::uint32_t> values;
  for (const Fingerprint& fingerprint : winnowed) values.push_back(fingerprint.value);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

TEST(Fingerprints, SharedWordsShareAFingerprintWhereverTheyStand) {
  const std::string shared = words_of('s', static_cast<int>(kShingleWords + kLeastWindow) - 1);
  std::vector<Fingerprint> first, second;
  winnow(list_of({words_of('a', 40) + shared}), first);
  winnow(list_of({words_of('b', 17) + shared + words_of('c', 30)}), second);
  std::size_t common = 0;
  for (const Fingerprint& a : first) {
    for (const Fingerprint& b : second) common += a.value == b.value ? 1 : 0;
  }
  EXPECT_GE(common, 1U);
}

TEST(Fingerprints, ALongTextKeepsFewerAndTheyAreAmongThoseOfAShortOne) {
  std::vector<std::uint32_t> of_part = fingerprints_of({words_of('s', 300)});
  const std::vector<std::uint32_t> of_whole = fingerprints_of({words_of('s', 300) + words_of('t', 700)});
  EXPECT_LT(of_whole.size(), 1000U / 12);
  std::vector<std::uint32_t> common;
  std::set_intersection(of_part.begin(), of_part.end(), of_whole.begin(), of_whole.end(), std::back_inserter(common));
  EXPECT_GE(common.size(), 300U / 20);
}

TEST(Fingerprints, CommonWordsAloneMakeNone) {
  const std::string common =
      "Das ist nicht so, wie es in den letzten Jahren war, und auch in diesem Jahr wird es so sein. ";
  std::vector<Fingerprint> out;
  winnow(list_of({common + common}), out);
  EXPECT_TRUE(out.empty());
  winnow(list_of({common + "Harkenmoor " + common}), out);
  ASSERT_FALSE(out.empty());
  for (const Fingerprint& fingerprint : out) EXPECT_LE(fingerprint.word, 20U);
}

TEST(Fingerprints, AShortTextHasNone) {
  std::vector<Fingerprint> out{{1, 1}};
  winnow(list_of({"Nur drei Worte"}), out);
  EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace ql::stories
