// SPDX-License-Identifier: Apache-2.0
// The timelines of all stories for TimelineJS. The program shows an event only if its year is known; the others are
// named in the title slide, so that nothing is lost. Its texts are read as HTML: everything from a report is escaped.
// Tested by tests/exports.
#include <charconv>
#include <optional>

#include "present/evidence.h"
#include "present/exports.h"
#include "present/json_sections.h"
#include "present/terminal_text.h"

namespace ql::present {
namespace {

/// Year, month and day of "2024-10-23T14:07", "2024-10" or "2024"; zero where not given.
struct Date {
  unsigned year = 0, month = 0, day = 0;
};

unsigned digits(std::string_view text, std::size_t begin, std::size_t count) {
  unsigned value = 0;
  if (text.size() < begin + count) return 0;
  const char* end = text.data() + begin + count;
  return std::from_chars(text.data() + begin, end, value).ptr == end ? value : 0;
}

std::optional<Date> date_of(std::string_view iso) {
  const Date date{digits(iso, 0, 4), digits(iso, 5, 2), digits(iso, 8, 2)};
  return date.year == 0 ? std::nullopt : std::optional(date);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void write_date(JsonWriter& out, std::string_view key, const Date& date, const std::string& display) {
  out.key(key);
  out.begin_object();
  out.key("year");
  out.integer(date.year);
  if (date.month != 0) {
    out.key("month");
    out.integer(date.month);
  }
  if (date.day != 0) {
    out.key("day");
    out.integer(date.day);
  }
  if (!display.empty()) {
    out.key("display_date");
    out.text(display);
  }
  out.end_object();
}

void write_slide_text(JsonWriter& out, std::string_view headline, std::string_view text) {
  out.key("text");
  out.begin_object();
  out.key("headline");
  out.text(html_escaped(headline));
  out.key("text");
  out.text(text);
  out.end_object();
}

class TimelineWriter {
 public:
  TimelineWriter(const TextContext& context, JsonWriter& out) : context_(context), out_(out) {}

  void write() {
    out_.begin_object();
    out_.key("events");
    out_.begin_array();
    std::string undated;
    std::size_t number = 0;
    for (std::size_t s = 0; s < context_.dossier.findings.stories.size(); ++s) {
      for (const compare::TimelineEntry& entry : context_.dossier.findings.stories[s].timeline) {
        if (!write_event(entry, StoryId(s), number)) {
          undated.append("<li>").append(html_escaped(entry.label)).append("</li>");
        }
        ++number;
      }
    }
    out_.new_line();
    out_.end_array();
    out_.key("title");
    out_.begin_object();
    if (!undated.empty()) undated = "<ul>" + undated + "</ul>";
    write_slide_text(out_, "Quellenlage", undated);
    out_.end_object();
    out_.end_object();
  }

 private:
  /// False for an entry whose year is unknown.
  bool write_event(const compare::TimelineEntry& entry, StoryId story, std::size_t number) {
    const auto begin = date_of(entry.time.earliest.empty() ? entry.time.value : entry.time.earliest);
    if (!begin) return false;
    const auto end = date_of(entry.time.latest);
    out_.new_line();
    out_.begin_object();
    write_date(out_, "start_date", *begin, time_label(context_, entry.time));
    if (end && entry.time.latest != entry.time.earliest) write_date(out_, "end_date", *end, {});
    write_slide_text(out_, entry.label, sources(entry));
    out_.key("group");
    out_.text(html_escaped(title_of(story)));
    out_.key("unique_id");
    out_.id('t', number);
    out_.end_object();
    return true;
  }

  /// The reports that carry an entry, each once: "Anzeiger, Kurier".
  [[nodiscard]] std::string sources(const compare::TimelineEntry& entry) const {
    std::string names;
    ReportId last;
    for (const compare::Item& item : entry.evidence) {
      if (item.report == last) continue;
      last = item.report;
      names.append(names.empty() ? "" : ", ").append(report_label(context_.report(item.report)));
    }
    return html_escaped(names);
  }

  [[nodiscard]] std::string title_of(StoryId story) const {
    const ReportId from = context_.dossier.stories.stories[story.index()].title_from;
    if (!from.valid()) return std::string(context_.messages("text.untitled"));
    const auto title = title_evidence(context_.report(from).report);
    return title ? std::string(title->text) : std::string(context_.messages("text.untitled"));
  }

  const TextContext& context_;
  JsonWriter& out_;
};

}  // namespace

std::string to_timelinejs(const Dossier& dossier, const TextOptions& options) {
  const DossierIds ids(dossier);
  const lang::Messages messages(options.language);
  const TextContext context{dossier, ids, messages, options.width_columns, options.language == "de"};
  JsonWriter out;
  TimelineWriter(context, out).write();
  return out.take();
}

}  // namespace ql::present
