// SPDX-License-Identifier: Apache-2.0
// Properties of every reading: blocks in order, every block's bytes re-derive to its text, the map covers the text.
#include <gtest/gtest.h>

#include <random>

#include "clean/clean.h"
#include "clean/derive_text.h"

namespace ql::clean {
namespace {

using ingest::MediaType;

const lang::Language& language() {
  static const lang::Language words_only = [] {
    lang::Language made;
    made.document_words = lang::load_document_words();
    return made;
  }();
  return words_only;
}

void expect_properties(const std::string& bytes, MediaType media_type) {
  ingest::RawReport raw;
  raw.origin.path = "bericht";
  raw.media_type = media_type;
  raw.bytes = bytes;
  Diagnostics diagnostics;
  const auto report = clean(raw, language(), diagnostics);
  if (!report) {
    EXPECT_FALSE(diagnostics.empty()) << "nothing is lost silently";
    return;
  }
  EXPECT_EQ(report->offsets.text_size(), report->text.size());
  std::uint32_t last_end = 0;
  for (const Block& block : report->blocks) {
    ASSERT_LE(last_end, block.text.begin);
    ASSERT_LT(block.text.begin, block.text.end);
    last_end = block.text.end;
    const SourceRange source = source_range(*report, block.text).source;
    ASSERT_LE(source.end, bytes.size());
    EXPECT_EQ(derive_text(bytes, source, media_type, report->encoding),
              collapse_white_space(slice(report->text, block.text)));
  }
}

/// Pieces that break naive readers, put together at random but the same on every run.
std::string random_page(std::mt19937& random) {
  const std::vector<std::string> pieces{"<p>",
                                        "</p>",
                                        "<div class=teaser>",
                                        "</div>",
                                        "<a href='x>y'>",
                                        "</a>",
                                        "<br>",
                                        "<b>",
                                        "</b>",
                                        "<script>a<b</script>",
                                        "<!-- x",
                                        "-->",
                                        "&auml;",
                                        "&",
                                        "&#8222;",
                                        "&nbsp;",
                                        "\xC2\xAD",
                                        "\xE4",
                                        "Stra\xC3\x9F"
                                        "e",
                                        " ",
                                        "\n",
                                        "<svg>",
                                        "</svg>",
                                        "<td>",
                                        "<li>",
                                        "<h1>",
                                        "</h1>",
                                        "<h2>Kopf</h2>",
                                        "Das Wasser stieg am Montag, sagte die Stadt.",
                                        "(dpa) - ",
                                        "Foto: A",
                                        "<p>Lesen Sie auch",
                                        "1. Mai 2025",
                                        "<title>Titel | Blatt</title>",
                                        "<",
                                        "</",
                                        "<span class=credit>",
                                        "</span>"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<int> count(1, 60);
  std::string page;
  for (int i = count(random); i > 0; --i) page += pieces[piece(random)];
  return page;
}

TEST(CleanProperties, HoldForRandomPagesAndTexts) {
  std::mt19937 random(20250602);  // NOLINT(cert-msc51-cpp): the same pages on every run
  for (int i = 0; i < 3000 && !testing::Test::HasFailure(); ++i) {
    const std::string page = random_page(random);
    SCOPED_TRACE(page);
    expect_properties(page, MediaType::Html);
    expect_properties(page, MediaType::PlainText);
    expect_properties(page, MediaType::Markdown);
  }
}

TEST(CleanProperties, HoldForEveryPrefixOfAPage) {
  const std::string page =
      "\xEF\xBB\xBF<html><head><title>D\xC3\xA4mme - "
      "Blatt</title></head><body><nav><a>Start</a></nav><h1>D\xC3\xA4mme</h1>"
      "<p>Von Anna Beispiel</p><p>Die D&auml;mme&nbsp;halten, sagte <b>der</b> Landrat am Dienstag im Rathaus der "
      "Stadt. "
      "(dpa)</p><script>if (a < b) {}</script></body></html>";
  for (std::size_t size = 0; size <= page.size(); ++size) expect_properties(page.substr(0, size), MediaType::Html);
}

}  // namespace
}  // namespace ql::clean
