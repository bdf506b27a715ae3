// SPDX-License-Identifier: Apache-2.0
#include "clean/derive_text.h"

#include <gtest/gtest.h>

namespace ql::clean {
namespace {

using ingest::MediaType;

std::string derive(std::string_view source, MediaType media_type = MediaType::Html,
                   std::string_view encoding = "UTF-8") {
  return derive_text(source, {0, static_cast<std::uint32_t>(source.size())}, media_type, encoding);
}

TEST(DeriveText, StripsTagsAndResolvesReferences) {
  EXPECT_EQ(derive("Die <b>Hafen</b>wacht z&auml;hlt &bdquo;250&thinsp;000&ldquo;"), "Die Hafenwacht zählt „250 000“");
  EXPECT_EQ(derive("eins<br>zwei</p><p>drei"), "eins zwei drei");
  EXPECT_EQ(derive("<a title='a > b'>Tor</a> 4 <!-- weg --> auf"), "Tor 4 auf");
}

TEST(DeriveText, LeavesOutWhatNoReaderSees) {
  EXPECT_EQ(derive("vor<script>if (a < b) '</p>'</script>her <style>p{}</style><noscript>x</noscript>da"), "vorher da");
  EXPECT_EQ(derive("vor <svg> alles"), "vor alles") << "an unclosed element hides nothing";
}

TEST(DeriveText, CollapsesWhiteSpaceAndRemovesSoftHyphens) {
  EXPECT_EQ(derive("  Tarif&shy;vertrag \r\n\t gilt\xC2\xA0weiter "), "Tarifvertrag gilt weiter");
  EXPECT_EQ(derive("\xEF\xBB\xBFTarif\xC2\xADvertrag  gilt", MediaType::PlainText), "Tarifvertrag gilt");
}

TEST(DeriveText, DecodesTheRangeOnly) {
  const std::string latin = "M\xFChle und D\xE4mme";
  EXPECT_EQ(derive_text(latin, {10, 15}, MediaType::PlainText, "windows-1252"), "Dämme");
  EXPECT_EQ(derive("\xE4", MediaType::PlainText, "UTF-8"), "\uFFFD");
}

TEST(DeriveText, KeepsMarkupOfPlainText) { EXPECT_EQ(derive("<b> &amp; so", MediaType::PlainText), "<b> &amp; so"); }

}  // namespace
}  // namespace ql::clean
