// SPDX-License-Identifier: Apache-2.0
// bytes -> (decode) -> draft (plain text or page) -> (label) -> report
//
// What a container states wins over what the text prints, except for the title of a page, which is the one shown.
// Tested by clean_test.cpp and, with every span re-derived from its bytes, by property_test.cpp.
#include "clean/clean.h"

#include <utility>

#include "base/hash.h"
#include "clean/credit_tokens.h"
#include "clean/credits.h"
#include "clean/decode.h"
#include "clean/draft.h"
#include "clean/html_fragment.h"
#include "clean/html_page.h"
#include "clean/label.h"
#include "clean/page_authors.h"
#include "clean/page_dates.h"
#include "clean/plain_text.h"
#include "ingest/markup.h"

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
  report.agencies = std::move(labels.agencies);
  if (!report.published && labels.published) report.published = to_time_value(*labels.published, Basis::Stated, {});
  if (!report.outlet && labels.outlet) report.outlet = std::move(labels.outlet);
}

/// What a page states about itself, where its container does not.
void take_page(Report& report, const PageMetadata& page, const lang::DocumentWords& words) {
  if (!report.outlet) report.outlet = page.outlet;
  if (!report.url) report.url = page.url;
  if (!report.modified && page.modified) report.modified = to_time_value(*page.modified, Basis::Metadata, {});
  const auto published = report.published ? std::nullopt : published_of(page);
  if (published) report.published = to_time_value(*published, Basis::Metadata, {});
  set_page_authors(report, page.authors, words);
}

/// Agencies that a page or record names as author: "dpa", "epd/KNA".
void add_stated_agencies(Report& report, const std::vector<StatedName>& authors, const lang::DocumentWords& words) {
  for (const StatedName& author : authors) {
    for (const std::string& agency : parse_credit(author.name, words).value_or(std::vector<std::string>())) {
      add_once(report.agencies, agency);
    }
  }
}

/// From the first paragraphs of the report; from all of its text if it has none.
std::string guess_language(const Report& report, const lang::LanguageGuess& languages) {
  constexpr std::size_t kEnough = 600;
  std::string sample;
  for (const Block& block : report.blocks) {
    const bool reads = is_body(block.kind) && block.kind != BlockKind::TableCell;
    if (reads && sample.size() < kEnough) sample.append(slice(report.text, block.text)).push_back(' ');
  }
  return languages.guess(sample.empty() ? std::string_view(report.text) : std::string_view(sample));
}

/// The draft of a report and what it says about itself.
struct Reading {
  Draft draft;
  LabelHints hints;
  PageMetadata page;
};

Reading read(const DecodedText& source, ingest::RawReport& raw, const lang::DocumentWords& words) {
  ingest::StatedMetadata& stated = raw.stated;
  if (raw.media_type == ingest::MediaType::Html) {
    // HTML in a container that does not begin like a page (a feed's content) has nothing around the report.
    const bool fragment = raw.origin.container && !ingest::is_html_page(source.text);
    HtmlPage page = fragment ? read_html_fragment(source, stated.title, words) : read_html_page(source, words);
    for (const std::string& author : stated.authors) page.metadata.authors.push_back({author, 0, 0});
    return {std::move(page.draft), page.hints, std::move(page.metadata)};
  }
  DraftWriter writer(source);
  LabelHints hints;
  if (stated.title && raw.origin.container) {
    writer.append_field(*stated.title, Field::Title);
    hints.title_block = 0;
  }
  draft_plain_text(source, writer, stated);
  PageMetadata page;
  for (const std::string& author : stated.authors) page.authors.push_back({author, 0, 0});
  return {writer.finish(), hints, std::move(page)};
}

}  // namespace

std::optional<Report> clean(ingest::RawReport raw, const lang::Language& language, Diagnostics& diagnostics) {
  const lang::DocumentWords& words = language.document_words;
  Report report;
  report.sha256 = sha256_hex(raw.bytes);
  report.source_bytes = raw.bytes.size();
  report.media_type = raw.media_type;
  if (!raw.declared_encoding && raw.media_type == ingest::MediaType::Html) {
    raw.declared_encoding = declared_in_html(raw.bytes);
  }
  const DecodedText source = decode(std::move(raw.bytes), raw.declared_encoding, raw.origin.path, diagnostics);
  report.encoding = source.encoding;
  Reading reading = read(source, raw, words);
  if (reading.draft.blocks.empty()) {
    diagnostics.push_back({raw.origin.path, Severity::Warning, "report.empty", std::nullopt, "holds no text"});
    return std::nullopt;
  }
  take_stated(report, raw.stated, words);
  Labels labels = label(reading.draft, reading.hints, words);
  report.text = std::move(reading.draft.text);
  report.offsets = std::move(reading.draft.offsets);
  report.authors = std::move(labels.authors);
  take_page(report, reading.page, words);
  take_labels(report, std::move(labels));
  add_stated_agencies(report, reading.page.authors, words);
  const auto& last_resort = reading.page.shown_date ? reading.page.shown_date : reading.page.modified;
  if (!report.published && last_resort) report.published = to_time_value(*last_resort, Basis::Metadata, {});
  report.language = guess_language(report, words.language_guess);
  report.origin = std::move(raw.origin);
  return report;
}

}  // namespace ql::clean
