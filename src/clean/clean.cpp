// SPDX-License-Identifier: Apache-2.0
// bytes -> (decode) -> draft (plain text or page) -> (label) -> report
//
// What a container states wins over what the text prints, except for the title of a page, which is the one shown.
// Tested by clean_test.cpp and, with every span re-derived from its bytes, by property_test.cpp.
#include "clean/clean.h"

#include <utility>

#include "base/hash.h"
#include "clean/decode.h"
#include "clean/draft.h"
#include "clean/label.h"
#include "clean/plain_text.h"

namespace ql::clean {
namespace {

void take_stated(Report& report, const ingest::StatedMetadata& stated, const lang::DocumentWords& words) {
  if (stated.outlet) report.outlet = stated.outlet;
  if (stated.url) report.url = stated.url;
  const auto published = stated.published ? parse_machine_date(*stated.published, words.months) : std::nullopt;
  if (published) report.published = to_time_value(*published, Basis::Metadata, {});
  const auto modified = stated.modified ? parse_machine_date(*stated.modified, words.months) : std::nullopt;
  if (modified) report.modified = to_time_value(*modified, Basis::Metadata, {});
}

void take_labels(Report& report, Labels&& labels) {
  report.blocks = std::move(labels.blocks);
  report.title = labels.title;
  report.authors = std::move(labels.authors);
  report.agencies = std::move(labels.agencies);
  if (!report.published && labels.published) report.published = to_time_value(*labels.published, Basis::Stated, {});
  if (!report.outlet && labels.outlet) report.outlet = std::move(labels.outlet);
}

}  // namespace

std::optional<Report> clean(ingest::RawReport raw, const lang::Language& language, Diagnostics& diagnostics) {
  Report report;
  report.sha256 = sha256_hex(raw.bytes);
  report.source_bytes = raw.bytes.size();
  report.media_type = raw.media_type;
  const DecodedText source = decode(std::move(raw.bytes), raw.declared_encoding, raw.origin.path, diagnostics);
  report.encoding = source.encoding;

  DraftWriter writer(source);
  LabelHints hints;
  if (raw.stated.title && raw.media_type == ingest::MediaType::Record) {
    writer.append_field(*raw.stated.title, Field::Title);
    hints.title_block = 0;
  }
  draft_plain_text(source, writer, raw.stated);
  Draft draft = writer.finish();
  if (draft.blocks.empty()) {
    diagnostics.push_back({raw.origin.path, Severity::Warning, "report.empty", std::nullopt, "holds no text"});
    return std::nullopt;
  }
  take_stated(report, raw.stated, language.document_words);
  take_labels(report, label(draft, hints, language.document_words));
  report.language = "de";
  report.text = std::move(draft.text);
  report.offsets = std::move(draft.offsets);
  report.origin = std::move(raw.origin);
  return report;
}

}  // namespace ql::clean
