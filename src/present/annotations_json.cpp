// SPDX-License-Identifier: Apache-2.0
// Tested by tests/cli.
#include "present/annotations_json.h"

#include <array>

#include "present/json_sections.h"
#include "present/words.h"

namespace ql::present {
namespace {

/// Opens an object with the range and text of `range`; false (and nothing written) when it has no source.
bool begin_span(JsonWriter& out, const clean::Report& report, TextRange range) {
  const auto found = evidence(report, range);
  if (!found) return false;
  out.begin_object();
  write_span_keys(out, *found);
  return true;
}

void write_token(JsonWriter& out, const AnalysedReport& report, const annotate::Token& token) {
  if (!begin_span(out, report.report, token.text)) return;
  out.key("lemma");
  const annotate::Annotations& notes = report.notes;
  write_text_or_null(out, token.lemma < notes.lemmas.size() ? notes.lemmas.view(token.lemma) : std::string_view());
  out.key("upos");
  out.text(universal_tag(token.word_class));
  out.end_object();
}

void write_sentences(JsonWriter& out, const AnalysedReport& report) {
  out.begin_array();
  for (const annotate::Sentence& sentence : report.notes.sentences) {
    out.new_line();
    if (!begin_span(out, report.report, sentence.text)) continue;
    out.key("tokens");
    out.begin_array();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      write_token(out, report, report.notes.tokens[i]);
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
}

void write_mentions(JsonWriter& out, const AnalysedReport& report) {
  out.begin_array();
  for (const annotate::Mention& mention : report.notes.mentions) {
    out.new_line();
    if (!begin_span(out, report.report, mention.text)) continue;
    out.key("name");
    const bool known = mention.entity.valid() && mention.entity.index() < report.notes.entities.size();
    write_text_or_null(out, known ? report.notes.entities[mention.entity.index()].name : std::string());
    out.key("type");
    out.text(word(mention.type));
    out.key("form");
    out.text(word(mention.form));
    out.end_object();
  }
  out.end_array();
}

void write_times(JsonWriter& out, const AnalysedReport& report) {
  out.begin_array();
  for (const annotate::TimeExpression& time : report.notes.times) {
    out.new_line();
    if (!begin_span(out, report.report, time.text)) continue;
    out.key("type");
    out.text(word(time.type));
    out.key("time");
    write_time(out, time.time);
    out.end_object();
  }
  out.end_array();
}

void write_quantities(JsonWriter& out, const AnalysedReport& report) {
  out.begin_array();
  for (const annotate::Quantity& quantity : report.notes.quantities) {
    out.new_line();
    if (!begin_span(out, report.report, quantity.text)) continue;
    out.key("value");
    write_number_or_null(out, quantity.value);
    out.key("hedge");
    out.text(word(quantity.hedge));
    out.key("unit");
    write_text_or_null(out, quantity.unit);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string_view universal_tag(annotate::WordClass word_class) {
  constexpr std::array<std::string_view, 17> kTags = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                      "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                      "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  static_assert(kTags.size() == static_cast<std::size_t>(annotate::WordClass::X) + 1);
  return kTags[static_cast<std::size_t>(word_class)];
}

std::string annotations_json(const AnalysedReport& report) {
  JsonWriter out;
  out.begin_object();
  out.key("path");
  out.text(report.report.origin.path);
  out.key("sentences");
  write_sentences(out, report);
  out.key("mentions");
  write_mentions(out, report);
  out.key("times");
  write_times(out, report);
  out.key("quantities");
  write_quantities(out, report);
  out.end_object();
  return out.take();
}

}  // namespace ql::present
