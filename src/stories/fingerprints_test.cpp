// SPDX-License-Identifier: Apache-2.0
#include "stories/fingerprints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "stories/test_fingerprints.h"

namespace ql::stories {
namespace {

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
