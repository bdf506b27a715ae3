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

/// Sets a value and where it was read, unless there is one already.
template <class Value>
void take(std::optional<Value>& slot, FoundIn& found_in, const std::optional<Value>& value, FoundIn place) {
  if (slot || !value) return;
  slot = value;
  found_in = place;
}

void take_date(std::optional<TimeValue>& slot, FoundIn& found_in, const std::optional<PrintedDate>& date, Basis basis) {
  if (slot || !date) return;
  slot = to_time_value(*date, basis, {});
  found_in = date->found_in;
}

void take_stated(Report& report, const ingest::StatedMetadata& stated, FoundIn place,
                 const lang::DocumentWords& words) {
  MetadataSources& found_in = report.found_in;
  take(report.outlet, found_in.outlet, stated.outlet, place);
  take(report.url, found_in.url, stated.url, place);
  take(report.section, found_in.section, stated.section, place);
  take(report.licence, found_in.licence, stated.licence, place);
  take(report.paywall, found_in.paywall, stated.paywall, place);
  const auto published = stated.published ? parse_machine_date(*stated.published, words.months) : std::nullopt;
  take_date(report.published, found_in.published, found(published, place), Basis::Metadata);
  const auto modified = stated.modified ? parse_machine_date(*stated.modified, words.months) : std::nullopt;
  take_date(report.modified, found_in.modified, found(modified, place), Basis::Metadata);
}

/// Tables of which nothing is the report's leave no gap in the numbers of the others.
std::vector<TableCell> numbered(std::vector<TableCell> cells) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t count = 0;
  for (TableCell& cell : cells) {
    if (numbers.size() <= cell.place.table) numbers.resize(cell.place.table + 1, 0);
    std::uint32_t& number = numbers[cell.place.table];
    if (number == 0) number = ++count;
    cell.place.table = number;
  }
  return cells;
}

void take_labels(Report& report, Labels&& labels) {
  report.blocks = std::move(labels.blocks);
  report.cells = numbered(std::move(labels.cells));
  report.title = labels.title;
  report.agencies = std::move(labels.agencies);
  take_date(report.published, report.found_in.published, labels.published, Basis::Stated);
  take(report.outlet, report.found_in.outlet, labels.outlet, FoundIn::Line);
}

/// What a page states about itself, where its container does not.
void take_page(Report& report, const PageMetadata& page, const lang::DocumentWords& words) {
  MetadataSources& found_in = report.found_in;
  take(report.outlet, found_in.outlet, page.outlet, page.found_in.outlet);
  take(report.url, found_in.url, page.url, page.found_in.url);
  take(report.section, found_in.section, page.section, page.found_in.section);
  take(report.licence, found_in.licence, page.licence, page.found_in.licence);
  take(report.paywall, found_in.paywall, page.paywall, page.found_in.paywall);
  take_date(report.modified, found_in.modified, page.modified, Basis::Metadata);
  if (!report.published) take_date(report.published, found_in.published, published_of(page), Basis::Metadata);
  set_page_authors(report, page.authors, words);
}

/// Where the title stands: in a field of its container, in <title>, else on a line of the report.
FoundIn title_place(const Report& report, const PageMetadata& page) {
  if (!report.title) return FoundIn::Nowhere;
  if (report.blocks[report.title->index()].field == Field::Title) return FoundIn::Container;
  return page.found_in.title == FoundIn::TitleTag ? FoundIn::TitleTag : FoundIn::Heading;
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
    for (const std::string& author : stated.authors)
      page.metadata.authors.push_back({author, 0, 0, FoundIn::Container});
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
  for (const std::string& author : stated.authors) page.authors.push_back({author, 0, 0, FoundIn::Container});
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
  take_stated(report, raw.stated, raw.origin.container ? FoundIn::Container : FoundIn::Line, words);
  Labels labels = label(reading.draft, reading.hints, words);
  report.text = std::move(reading.draft.text);
  report.offsets = std::move(reading.draft.offsets);
  report.authors = std::move(labels.authors);
  take_page(report, reading.page, words);
  take_labels(report, std::move(labels));
  add_stated_agencies(report, reading.page.authors, words);
  const auto& last_resort = reading.page.shown_date ? reading.page.shown_date : reading.page.modified;
  take_date(report.published, report.found_in.published, last_resort, Basis::Metadata);
  report.found_in.title = title_place(report, reading.page);
  report.language = guess_language(report, words.language_guess);
  report.origin = std::move(raw.origin);
  report.item = std::move(raw.item);
  if (report.paywall.value_or(false)) {
    diagnostics.push_back({report.origin.path, Severity::Note, "report.paywalled", std::nullopt,
                           "is for subscribers, as its page says; the text may be a part of it only"});
  }
  return report;
}

}  // namespace ql::clean
