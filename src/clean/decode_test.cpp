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

TEST(Decode, DoesNotBelieveAWrongLabel) {
  // windows-1252 that calls itself UTF-8 or latin-1, quotation marks included.
  for (const char* label : {"utf-8", "iso-8859-1", "us-ascii"}) {
    EXPECT_EQ(decoded("\x84K\xFCste\x93 \x96 \x80 5", label).text, "„Küste“ – € 5") << label;
  }
  // UTF-8 that calls itself UTF-16 or latin-1.
  EXPECT_EQ(decoded("Küste", "utf-16le").text, "Küste");
  EXPECT_EQ(decoded("Küste – „heute“", "windows-1252").text, "Küste – „heute“");
}

TEST(Decode, UndoesASecondEncoding) {
  const std::string twice =
      "K\xC3\x83\xC2\xBCste, D\xC3\x83\xC2\xA4mme, \xC3\xA2\xE2\x82\xAC\xC5\xBEGro\xC3\x83\xC5\xB8";
  const DecodedText text = decoded(twice);
  EXPECT_EQ(text.text, "Küste, Dämme, „Groß");
  EXPECT_EQ(text.encoding, "UTF-8 twice");
  EXPECT_EQ(text.to_source(1, 3), (SourceRange{1, 5}));  // the umlaut has four bytes in the source
  EXPECT_EQ(decode_as(twice, text.encoding), text.text);
  // A text that speaks of such a word is left alone, and so is one that merely has the letter.
  const std::string quoted = "Statt „Küste“ stand dort K\xC3\x83\xC2\xBCste, überall und für alle.";
  EXPECT_EQ(decoded(quoted).text, quoted);
  EXPECT_EQ(decoded("S\xC3\x83O PAULO").text, "S\xC3\x83O PAULO");
}

TEST(Decode, ReadsUtf16OfGermanTextWithoutAMark) {
  const std::u16string german = u"Die Brücke über den Fluss ist gesperrt.";
  for (const bool big : {true, false}) {
    std::string bytes;
    for (const char16_t unit : german) {
      const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
      bytes.push_back(big ? high : low);
      bytes.push_back(big ? low : high);
    }
    EXPECT_EQ(decoded(bytes).text, "Die Brücke über den Fluss ist gesperrt.") << big;
  }
}

}  // namespace
}  // namespace ql::clean
