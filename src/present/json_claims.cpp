// SPDX-License-Identifier: Apache-2.0
// The sections that list what single reports say: actors, times, statements, figures. Tested by json_test.cpp.
#include "present/json_sections.h"
#include "present/words.h"

namespace ql::present {
namespace {

/// Names and descriptions of the actor itself; adjectives, compound parts, peoples and pronouns only point to it.
bool is_own(annotate::MentionForm form) {
  return form == annotate::MentionForm::Name || form == annotate::MentionForm::Description;
}

void write_mentions(const JsonContext& context, ActorId actor, bool own) {
  JsonWriter& out = context.out;
  out.begin_array();
  for (const MentionRef* ref = context.ids.mentions_begin(actor); ref != context.ids.mentions_end(actor); ++ref) {
    const AnalysedReport& report = context.dossier.reports[ref->report.index()];
    const annotate::Mention& mention = report.notes.mentions[ref->mention.index()];
    const auto found = evidence(report.report, mention.text);
    if (!found || is_own(mention.form) != own) continue;
    out.begin_object();
    out.key("report");
    out.id('r', context.ids.report(ref->report));
    write_span_keys(out, *found);
    if (!own) {
      out.key("form");
      out.text(word(mention.form));
    }
    out.end_object();
  }
  out.end_array();
}

void write_actor(const JsonContext& context, ActorId id) {
  JsonWriter& out = context.out;
  const annotate::Actor& actor = context.dossier.actors.actors[id.index()];
  out.new_line();
  out.begin_object();
  out.key("id");
  write_actor_id(context, id);
  out.key("name");
  out.text(actor.name);
  out.key("type");
  out.text(word(actor.type));
  out.key("aliases");
  out.begin_array();
  for (const std::string& alias : actor.aliases) out.text(alias);
  out.end_array();
  out.key("acts_for");
  write_actor_id(context, actor.acts_for);
  out.key("mentions");
  write_mentions(context, id, true);
  out.key("other_mentions");
  write_mentions(context, id, false);
  out.end_object();
}

void write_speaker(const JsonContext& context, ReportId report, const claims::Speaker& speaker) {
  JsonWriter& out = context.out;
  out.begin_object();
  out.key("actor");
  write_actor_id(context, context.ids.actor_of(report, speaker.entity));
  out.key("span");
  write_span(out, context.dossier.reports[report.index()].report, speaker.span);
  out.key("text");
  write_text_or_null(out, speaker.text);
  out.key("also");
  out.begin_array();
  for (const EntityId entity : speaker.also) {
    const std::size_t number = context.ids.actor(context.ids.actor_of(report, entity));
    if (number != 0) out.id('a', number);
  }
  out.end_array();
  out.end_object();
}

void write_chain(const JsonContext& context, ReportId report, const std::vector<claims::ChainLink>& chain) {
  JsonWriter& out = context.out;
  out.begin_array();
  for (const claims::ChainLink& link : chain) {
    out.begin_object();
    out.key("actor");
    write_actor_id(context, context.ids.actor_of(report, link.entity));
    out.key("text");
    out.text(link.text);
    out.end_object();
  }
  out.end_array();
}

/// The keys that statements and figures end with.
void write_rule(JsonWriter& out, RuleId rule, float confidence) {
  out.key("rule");
  out.text(rule.name());
  out.key("confidence");
  out.number(confidence);
}

void write_statement(const JsonContext& context, ReportId report, std::size_t index) {
  JsonWriter& out = context.out;
  const AnalysedReport& source = context.dossier.reports[report.index()];
  const claims::Statement& statement = source.claims.statements[index];
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('q', context.ids.statement(report, index));
  out.key("report");
  out.id('r', context.ids.report(report));
  out.key("sentence");
  write_sentence(out, source, statement.sentence);
  out.key("kind");
  out.text(word(statement.kind));
  out.key("content");
  write_spans(out, source.report, statement.content);
  out.key("cue");
  write_spans(out, source.report, statement.cue);
  out.key("speaker");
  write_speaker(context, report, statement.speaker);
  out.key("addressee");
  write_span(out, source.report, statement.addressee);
  out.key("frame");
  write_span(out, source.report, statement.frame);
  out.key("chain");
  write_chain(context, report, statement.chain);
  out.key("commitment");
  out.text(word(statement.commitment));
  out.key("negated");
  out.boolean(statement.negated);
  out.key("open");
  out.boolean(statement.open);
  out.key("time");
  write_time(out, statement.time);
  write_rule(out, statement.rule, statement.confidence);
  out.end_object();
}

void write_quantity(JsonWriter& out, const clean::Report& report, const annotate::Quantity& quantity) {
  out.key("span");
  write_span(out, report, quantity.text);
  out.key("value");
  write_number_or_null(out, quantity.value);
  out.key("min");
  write_number_or_null(out, quantity.min);
  out.key("max");
  write_number_or_null(out, quantity.max);
  out.key("hedge");
  out.text(word(quantity.hedge));
}

/// "si": the same numbers in the unit of the SI, and "per": what a rate is related to. Both only where there are any.
void write_conversion(JsonWriter& out, const annotate::Quantity& quantity) {
  const auto number = [&](std::string_view key, const std::optional<double>& value) {
    out.key(key);
    write_number_or_null(out, value ? std::optional(*value * quantity.si_factor + quantity.si_offset) : std::nullopt);
  };
  if (quantity.si_factor != 0) {
    out.key("si");
    out.begin_object();
    number("value", quantity.value);
    number("min", quantity.min);
    number("max", quantity.max);
    out.key("unit");
    out.text(quantity.si_unit);
    out.end_object();
  }
  if (!quantity.per.empty()) {
    out.key("per");
    out.text(quantity.per);
  }
}

/// What is said about the counted: its state, where, and by whom.
void write_figure_context(const JsonContext& context, ReportId report, const claims::Figure& figure) {
  JsonWriter& out = context.out;
  out.key("of");
  write_text_or_null(out, figure.counted);
  out.key("state");
  write_text_or_null(out, figure.state);
  out.key("place");
  write_actor_id(context, context.ids.actor_of(report, figure.place));
  out.key("statement");
  figure.statement.valid() ? out.id('q', context.ids.statement(report, figure.statement.index())) : out.null();
  out.key("speaker");
  write_actor_id(context, context.ids.actor_of(report, figure.speaker));
  out.key("as_of");
  write_time(out, figure.as_of);
}

void write_figure(const JsonContext& context, ReportId report, std::size_t index) {
  JsonWriter& out = context.out;
  const AnalysedReport& source = context.dossier.reports[report.index()];
  const claims::Figure& figure = source.claims.figures[index];
  const annotate::Quantity& quantity = source.notes.quantities[figure.quantity.index()];
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('f', context.ids.figure(report, index));
  out.key("report");
  out.id('r', context.ids.report(report));
  out.key("sentence");
  write_sentence(out, source, figure.sentence);
  write_quantity(out, source.report, quantity);
  out.key("role");
  out.text(word(figure.role));
  out.key("unit");
  write_text_or_null(out, quantity.unit);
  write_conversion(out, quantity);
  write_figure_context(context, report, figure);
  write_rule(out, figure.rule, figure.confidence);
  out.end_object();
}

void write_time_expression(const JsonContext& context, ReportId report, std::size_t index) {
  JsonWriter& out = context.out;
  const AnalysedReport& source = context.dossier.reports[report.index()];
  const annotate::TimeExpression& time = source.notes.times[index];
  out.new_line();
  out.begin_object();
  out.key("id");
  out.id('t', context.ids.time(report, index));
  out.key("report");
  out.id('r', context.ids.report(report));
  out.key("span");
  write_span(out, source.report, time.text);
  out.key("type");
  out.text(word(time.type));
  out.key("time");
  write_time(out, compare::best_time(context.dossier.chronology, context.dossier.reports, report, index));
  out.end_object();
}

/// Writes the `count(report)` items of every report as one array.
template <class Count, class Write>
void write_per_report(const JsonContext& context, const Count& count, const Write& write) {
  context.out.begin_array();
  for (std::size_t r = 0; r < context.dossier.reports.size(); ++r) {
    const std::size_t items = count(context.dossier.reports[r]);
    for (std::size_t i = 0; i < items; ++i) write(context, ReportId(r), i);
  }
  context.out.new_line();
  context.out.end_array();
}

}  // namespace

void write_actors(const JsonContext& context) {
  context.out.begin_array();
  for (const ActorId id : context.ids.listed_actors()) write_actor(context, id);
  context.out.new_line();
  context.out.end_array();
}

void write_times(const JsonContext& context) {
  write_per_report(
      context, [](const AnalysedReport& report) { return report.notes.times.size(); }, write_time_expression);
}

void write_statements(const JsonContext& context) {
  write_per_report(
      context, [](const AnalysedReport& report) { return report.claims.statements.size(); }, write_statement);
}

void write_figures(const JsonContext& context) {
  write_per_report(context, [](const AnalysedReport& report) { return report.claims.figures.size(); }, write_figure);
}

}  // namespace ql::present
