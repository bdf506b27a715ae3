// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace ql {
namespace {

TEST(Utf8, DecodesOneToFourBytes) {
  EXPECT_EQ(decode_utf8("a", 0).value, U'a');
  EXPECT_EQ(decode_utf8("ß", 0).value, U'ß');
  EXPECT_EQ(decode_utf8("„", 0).size_bytes, 3U);
  EXPECT_EQ(decode_utf8("😀", 0).value, U'😀');
}

TEST(Utf8, RejectsOverlongSurrogateAndTruncated) {
  for (const char* bytes : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x80", "\xFF"}) {
    EXPECT_FALSE(decode_utf8(bytes, 0).valid) << bytes;
    EXPECT_EQ(decode_utf8(bytes, 0).size_bytes, 1U);
    EXPECT_EQ(first_invalid_utf8(bytes), 0U);
  }
  EXPECT_EQ(first_invalid_utf8("gut"), 3U);
  EXPECT_EQ(first_invalid_utf8("gut\xFFweiter"), 3U);
}

TEST(Utf8, EncodingIsTheInverseOfDecoding) {
  for (char32_t c : {U'a', U'ß', U'€', U'😀'}) {
    std::string out;
    append_utf8(out, c);
    EXPECT_EQ(decode_utf8(out, 0).value, c);
    EXPECT_EQ(previous_utf8(out, out.size()), 0U);
  }
}

TEST(Utf8, LowerCaseOfGermanAndNeighbours) {
  EXPECT_EQ(to_lower_utf8("ÄÖÜẞ ŁÓDŹ МОСКВА Ÿ"), "äöüß łódź москва ÿ");
  EXPECT_TRUE(starts_upper("Übung"));
  EXPECT_FALSE(starts_upper("übung"));
  EXPECT_FALSE(starts_upper("9"));
}

}  // namespace
}  // namespace ql
