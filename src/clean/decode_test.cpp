// SPDX-License-Identifier: Apache-2.0
#include "clean/decode.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

DecodedText decoded(const std::string& bytes, const std::optional<std::string>& declared = std::nullopt) {
  Diagnostics ignored;
  return decode(bytes, declared, "a.txt", ignored);
}

TEST(Decode, TakesValidUtf8AsItIs) {
  const DecodedText text = decoded("Dämme", "iso-8859-1");
  EXPECT_TRUE(text.identical);
  EXPECT_EQ(text.text, "Dämme");
}

TEST(Decode, MapsWindows1252BackToItsBytes) {
  const DecodedText text = decoded("D\xE4mme \x84weg\x93");
  EXPECT_EQ(text.encoding, "windows-1252");
  EXPECT_EQ(text.text, "Dämme „weg“");
  EXPECT_EQ(text.to_source(1, 3), (SourceRange{1, 2}));
  EXPECT_EQ(text.to_source(3, 6), (SourceRange{2, 5}));
}

TEST(Decode, UsesTheDeclaredEncoding) { EXPECT_EQ(decoded("\xA4 \xE4", "ISO-8859-15").text, "€ ä"); }

TEST(Decode, ReadsUtf16WithAndWithoutByteOrderMark) {
  EXPECT_EQ(decoded(std::string("\xFF\xFEH\0\xFC\0", 6)).text, "\uFEFFHü");
  EXPECT_EQ(decoded(std::string("\0H\0a\0f\0e\0n\0 \0i\0s\0t\0 \0z\0u", 24)).encoding, "UTF-16BE");
}

TEST(Decode, ReplacesInvalidBytesOnceAndSaysWhere) {
  Diagnostics diagnostics;
  const DecodedText text =
      decode("Gr\xC3\xBC\xC3\x9F f\xC3\xBCr \xC3\xB6 \xFF\xFE\xFD ok", std::nullopt, "kaputt.txt", diagnostics);
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.text, "Grüß für ö \uFFFD ok");
  EXPECT_EQ(text.to_source(15, 18), (SourceRange{15, 18}));
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "encoding.invalid_byte");
  EXPECT_EQ(diagnostics[0].source_byte, 15U);
}

TEST(Decode, TakesARunOfNulsAsOneUnit) {
  const DecodedText text = decoded("ab" + std::string(1000, '\0') + "cd");
  EXPECT_EQ(text.text, "ab\uFFFDcd");
  EXPECT_LE(text.map.runs().size(), 3U);
}

TEST(Decode, FindsTheDeclarationOfAPage) {
  EXPECT_EQ(declared_in_html("<head><META Charset='ISO-8859-1'>"), "iso-8859-1");
  EXPECT_EQ(declared_in_html("<meta content=\"text/html; charset=windows-1250\">"), "windows-1250");
  EXPECT_EQ(declared_in_html("<head><title>ohne</title>"), std::nullopt);
}

}  // namespace
}  // namespace ql::clean
