// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as a page. Every block's range must lie in the source and re-derive to its text.
#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "clean/clean.h"
#include "clean/derive_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ql::lang::Language language = [] {
    ql::lang::Language words_only;
    words_only.document_words = ql::lang::load_document_words();
    return words_only;
  }();
  ql::ingest::RawReport raw;
  raw.origin.path = "fuzz.html";
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  for (const auto media_type : {ql::ingest::MediaType::Html, ql::ingest::MediaType::PlainText}) {
    raw.media_type = media_type;
    ql::Diagnostics diagnostics;
    const auto report = ql::clean::clean(raw, language, diagnostics);
    if (!report) {
      QL_CHECK(!diagnostics.empty());
      continue;
    }
    for (const ql::clean::Block& block : report->blocks) {
      const ql::SourceRange source = ql::clean::source_range(*report, block.text).source;
      QL_CHECK(source.begin <= source.end && source.end <= size);
      const std::string shown = ql::clean::collapse_white_space(ql::slice(report->text, block.text));
      QL_CHECK(ql::clean::derive_text(raw.bytes, source, media_type, report->encoding) == shown);
    }
  }
  return 0;
}
