// SPDX-License-Identifier: Apache-2.0
// Genres that are no reports are rows of lexicons/de/agency_genres.tsv. Tested by xml_records_test.cpp.
#include "ingest/news_status.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/format.h"
#include "lang/embedded.h"

namespace ql::ingest {
namespace {

std::string without_scheme(std::string_view code) { return lower_ascii(code.substr(code.rfind(':') + 1)); }

/// The first column of the lexicon's rows; a genre may carry more words behind it ("Tabelle - 1. Bundesliga").
bool is_listed(std::string_view genre) {
  static const std::string_view table = lang::embedded_file("lexicons/de/agency_genres.tsv");
  std::string_view rest = table;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::string_view name = line.substr(0, line.find('\t'));
    const bool ends = genre.size() == name.size() || (genre.size() > name.size() && genre[name.size()] == ' ');
    if (genre.starts_with(name) && ends) return true;
  }
  return false;
}

}  // namespace

bool is_other_medium(std::string_view kind) {
  constexpr std::array<std::string_view, 11> kOther{"picture",   "audio", "video",    "graphic",   "event", "planning",
                                                    "component", "image", "animated", "composite", "photo"};
  return std::find(kOther.begin(), kOther.end(), without_scheme(kind)) != kOther.end();
}

std::string place_of(const std::optional<std::string>& url) {
  return url ? "; the text is at " + *url + ", which is not fetched: save it and give the file too" : "";
}

bool is_withdrawn(const NewsStatus& status) {
  const std::string code = without_scheme(status.status);
  return code == "canceled" || code == "cancelled" || code == "withheld";
}

void withdraw(const NewsStatus& status, RawReport&& raw, std::uint64_t record, const RecordRange& range,
              Container& file) {
  const bool withheld = without_scheme(status.status) == "withheld";
  file.report(Severity::Warning, "report.withdrawn", range.begin,
              record_name(record) + " was " + (withheld ? "withheld" : "withdrawn") + " by its sender; skipped");
  if (raw.item.item.empty()) return;
  raw.item.withdrawn = true;
  raw.bytes.clear();
  file.deliver(std::move(raw), record, range);
}

std::uint64_t version_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() ? number : 0;
}

bool accept(const NewsStatus& status, std::uint64_t record, std::uint64_t begin_byte, Container& file,
            ItemState& item) {
  for (const std::string& genre : status.genres) {
    if (!is_listed(genre)) continue;
    file.report(Severity::Note, "report.not_a_report", begin_byte,
                record_name(record) + " is no report but: " + genre + "; skipped");
    return false;
  }
  if (status.embargoed && !status.embargoed->empty()) {
    file.report(Severity::Warning, "report.embargoed", begin_byte,
                record_name(record) + " must not be published before " + *status.embargoed);
    item.embargoed = status.embargoed;
  }
  if (status.correction) {
    file.report(Severity::Note, "report.correction", begin_byte, record_name(record) + " corrects an earlier version");
    item.correction = true;
  }
  return true;
}

}  // namespace ql::ingest
