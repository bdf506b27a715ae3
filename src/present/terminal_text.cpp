// SPDX-License-Identifier: Apache-2.0
// Tested by terminal_text_test.cpp.
#include "present/terminal_text.h"

#include "base/utf8.h"
#include "present/words.h"

namespace ql::present {
namespace {

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }
/// C0, C1, zero-width and bidirectional controls.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xAD;
}

std::string clean_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    position += point.size_bytes;
    if (is_space(point.value)) {
      blank = !line.empty();
    } else if (!is_control(point.value)) {
      if (blank) line += ' ';
      blank = false;
      append_utf8(line, point.value);
    }
  }
  return line;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = decode_utf8(text, position);
    position += point.size_bytes;
    if (!is_combining(point.value)) ++count;
  }
  return count;
}

std::string fitted(std::string_view text, std::size_t width) {
  std::string line = clean_line(text);
  if (columns(line) <= width) return line;
  std::size_t end = 0;
  for (std::size_t count = 0; end < line.size() && count + 1 < width; ++count) end += decode_utf8(line, end).size_bytes;
  line.resize(end);
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "\u2026";
}

std::string padded(std::string_view text, std::size_t width) {
  std::string line = fitted(text, width);
  line.append(width - std::min(width, columns(line)), ' ');
  return line;
}

std::string report_label(const AnalysedReport& report) {
  const clean::Report& source = report.report;
  if (source.outlet) return *source.outlet;
  if (source.origin.given_id) return *source.origin.given_id;
  return source.origin.path.substr(source.origin.path.rfind('/') + 1);
}

std::string speaker_label(const TextContext& context, ReportId report, const claims::Statement& statement) {
  std::string names;
  const auto add = [&](EntityId entity) {
    const ActorId actor = context.ids.actor_of(report, entity);
    if (!actor.valid()) return;
    if (!names.empty()) names += ", ";
    names += context.dossier.actors.actors[actor.index()].name;
  };
  add(statement.speaker.entity);
  for (const EntityId also : statement.speaker.also) add(also);
  if (names.empty()) names = statement.speaker.text;
  if (!names.empty()) return names;
  const bool own_voice = statement.kind == claims::StatementKind::Author;
  return std::string(context.messages(own_voice ? "text.own_voice" : "text.open_speaker"));
}

std::string figure_speaker(const TextContext& context, ReportId report, const claims::Figure& figure) {
  const ActorId actor = context.ids.actor_of(report, figure.speaker);
  if (actor.valid()) return context.dossier.actors.actors[actor.index()].name;
  if (figure.statement.valid()) {
    return speaker_label(context, report, context.report(report).claims.statements[figure.statement.index()]);
  }
  return std::string(context.messages("text.own_voice"));
}

std::string chain_label(const claims::Statement& statement) {
  std::string chain;
  for (const claims::ChainLink& link : statement.chain) chain.append(chain.empty() ? "" : " < ").append(link.text);
  return chain;
}

std::string item_words(const TextContext& context, const compare::Item& item) {
  const AnalysedReport& report = context.report(item.report);
  if (item.kind == compare::Item::Kind::Figure) {
    const claims::Figure& figure = report.claims.figures[item.index];
    return std::string(slice(report.report.text, report.notes.quantities[figure.quantity.index()].text));
  }
  std::string words;
  for (const TextRange part : report.claims.statements[item.index].content) {
    if (!words.empty()) words += ' ';
    words += slice(report.report.text, part);
  }
  return words;
}

std::string item_speaker(const TextContext& context, const compare::Item& item) {
  const AnalysedReport& report = context.report(item.report);
  if (item.kind == compare::Item::Kind::Figure) {
    return figure_speaker(context, item.report, report.claims.figures[item.index]);
  }
  const claims::Statement& statement = report.claims.statements[item.index];
  std::string key = "commitment.";
  key += word(statement.commitment);
  std::string speaker = speaker_label(context, item.report, statement);
  return speaker.append(" ").append(context.messages(key));
}

std::string item_line(const TextContext& context, const compare::Item& item, std::size_t width) {
  const std::size_t report_width = std::min<std::size_t>(width / 4, 20);
  const std::size_t speaker_width = width / 2;
  std::string line = padded(report_label(context.report(item.report)), report_width);
  line.append("  ").append(fitted(item_speaker(context, item), speaker_width)).append(": ");
  const std::size_t used = columns(line);
  return line.append(fitted(item_words(context, item), width > used ? width - used : 1));
}

std::string time_label(const TextContext& context, const TimeValue& time) {
  std::string label = time.value;
  const bool day = label.size() >= 10 && label[0] == '2' && label[4] == '-' && label[5] != 'W' && label[7] == '-';
  if (context.german && day) {
    label = label.substr(8, 2) + "." + label.substr(5, 2) + "." + label.substr(0, 4);
  } else if (day) {
    label.resize(10);
  }
  if (label.empty() || time.basis != Basis::Inferred) return label;
  return context.messages.format("text.inferred", {label});
}

}  // namespace ql::present
