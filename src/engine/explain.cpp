// SPDX-License-Identifier: Apache-2.0
// Works on the JSON and not on the products, so that a dossier from last week is explained by what it says itself.
// Text shown as "Text" is derived anew from the bytes, as in verify. Tested by tests/cli.
#include "engine/explain.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "clean/derive_text.h"
#include "lang/embedded.h"
#include "lang/tsv.h"
#include "present/terminal_text.h"

namespace ql::engine {
namespace {

using simdjson::dom::element;

/// Fields that say how an item was read, in the order of the dossier.
constexpr std::array<std::string_view, 17> kReadingKeys = {
    "kind", "type", "commitment", "negated", "open",  "value", "min",    "max",       "hedge",
    "role", "unit", "of",         "state",   "as_of", "time",  "status", "confidence"};

std::string_view text_of(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

bool is_null(element value) { return value.type() == simdjson::dom::element_type::NULL_VALUE; }

std::optional<element> object_at(element value, std::string_view key) {
  element found;
  if (value[key].get(found) != simdjson::SUCCESS || !found.is_object()) return std::nullopt;
  return found;
}

class Explainer {
 public:
  Explainer(const DossierFile& dossier, const std::string& root, const lang::Messages& messages)
      : dossier_(dossier), root_(root), messages_(messages) {}

  Result<std::string> explain(std::string_view id) {
    const std::optional<element> item = find(id);
    if (!item) return Error{"id.unknown", std::string(id), ""};
    add({id, "\n"});
    explain_source(*item, id);
    explain_reading(*item);
    explain_rule(string_at(*item, "rule"));
    explain_members(*item);
    explain_place(*item);
    explain_claims(id);
    explain_relations(*item, id);
    return std::move(out_);
  }

 private:
  void add(std::initializer_list<std::string_view> pieces) {
    for (const std::string_view piece : pieces) out_ += piece;
  }

  /// One line: label and value. An empty key goes on with the value of the line before.
  void field(std::string_view key, std::string_view value) {
    constexpr std::size_t kLabelColumns = 14;
    constexpr std::size_t kMostColumns = 400;
    const std::string label = key.empty() ? "" : std::string(messages_(key));
    add({"  ", present::padded(label, kLabelColumns), present::fitted(value, kMostColumns), "\n"});
  }

  std::optional<element> find_in(const std::vector<element>& items, std::string_view id) const {
    for (const element item : items) {
      if (string_at(item, "id") == id) return item;
    }
    return std::nullopt;
  }

  std::optional<element> find(std::string_view id) const {
    for (const std::string_view section :
         {"reports", "actors", "times", "statements", "figures", "stories", "topics"}) {
      if (const auto item = find_in(items_at(dossier_.root(), section), id)) return item;
    }
    for (const element place : places()) {
      if (const auto claim = find_in(items_at(place, "claims"), id)) return claim;
    }
    return std::nullopt;
  }

  std::vector<element> places() const {
    std::vector<element> all = items_at(dossier_.root(), "stories");
    const std::vector<element> topics = items_at(dossier_.root(), "topics");
    all.insert(all.end(), topics.begin(), topics.end());
    return all;
  }

  /// The report that an item stands in, with the item's bytes, text and sentence.
  void explain_source(element item, std::string_view id) {
    const std::string_view report = id.starts_with('r') ? id : string_at(item, "report");
    const auto& sources = dossier_.sources();
    const auto source =
        std::find_if(sources.begin(), sources.end(), [report](const SourceEntry& entry) { return entry.id == report; });
    if (source == sources.end()) return;
    std::string place = source->path;
    if (source->record) place.append(" #").append(std::to_string(*source->record));
    field("explain.source", place.append(" (").append(report).append("), sha256 ").append(source->sha256));
    bool found = false;
    Diagnostics unreadable;
    read_sources(
        dossier_, {*source}, root_,
        [&](std::size_t, const ingest::RawReport& raw) {
          found = true;
          explain_ranges(item, *source, raw);
        },
        unreadable);
    if (!found) field("", messages_("verify.missing_source"));
  }

  void explain_ranges(element item, const SourceEntry& source, const ingest::RawReport& raw) {
    for (const element content : items_at(item, "content")) range("explain.text", content, source, raw);
    for (const std::string_view key : {"title", "span"}) {
      if (const auto span = object_at(item, key)) range("explain.text", *span, source, raw);
    }
    for (const element cue : items_at(item, "cue")) range("explain.cue", cue, source, raw);
    if (const auto speaker = object_at(item, "speaker")) {
      if (const auto span = object_at(*speaker, "span")) range("explain.speaker", *span, source, raw);
    }
    if (const auto sentence = object_at(item, "sentence")) range("explain.sentence", *sentence, source, raw);
  }

  /// Where a range lies, its raw bytes where they differ from the text, and the text.
  void range(std::string_view key, element value, const SourceEntry& source, const ingest::RawReport& raw) {
    std::uint64_t begin = 0, end = 0;
    if (value["begin"].get(begin) != simdjson::SUCCESS || value["end"].get(end) != simdjson::SUCCESS) return;
    const bool in_title = string_at(value, "field") == "title";
    const std::string& bytes = in_title && raw.stated.title ? *raw.stated.title : raw.bytes;
    if (begin >= end || end > bytes.size()) {
      field(key, messages_.format("verify.outside_file", {std::to_string(begin).append("-").append(std::to_string(end)),
                                                          std::to_string(bytes.size())}));
      return;
    }
    const SourceRange source_range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string text =
        clean::derive_text(bytes, source_range, in_title ? ingest::MediaType::PlainText : source.media_type,
                           in_title ? std::string_view("UTF-8") : source.encoding);
    field(key, text);
    const std::string raw_text = bytes.substr(begin, end - begin);
    const std::string place =
        messages_.format("explain.bytes", {std::to_string(begin), std::to_string(end), std::to_string(bytes.size())});
    field("", raw_text == text ? place : place + ": " + raw_text);
  }

  void explain_reading(element item) {
    std::string reading;
    for (const std::string_view key : kReadingKeys) {
      element value;
      if (item[key].get(value) != simdjson::SUCCESS || is_null(value)) continue;
      if (!reading.empty()) reading += ", ";
      const std::string_view time_value = value.is_object() ? string_at(value, "value") : std::string_view();
      reading.append(key).append(" ").append(time_value.empty() ? simdjson::minify(value) : std::string(time_value));
    }
    if (!reading.empty()) field("explain.reading", reading);
    for (const std::string_view key : {"name", "label"}) {
      if (const std::string_view name = string_at(item, key); !name.empty()) field("explain.text", name);
    }
    if (const auto speaker = object_at(item, "speaker")) explain_actor(string_at(*speaker, "actor"));
    explain_actor(string_at(item, "speaker"));
    explain_chain(item);
  }

  void explain_actor(std::string_view id) {
    if (id.empty()) return;
    const auto actor = find_in(items_at(dossier_.root(), "actors"), id);
    if (actor) field("explain.speaker", std::string(string_at(*actor, "name")).append(" (").append(id).append(")"));
  }

  void explain_chain(element item) {
    std::string chain;
    for (const element link : items_at(item, "chain")) {
      if (!chain.empty()) chain += " <- ";
      chain += string_at(link, "text");
    }
    if (!chain.empty()) field("explain.chain", chain);
  }

  void explain_rule(std::string_view rule) {
    if (rule.empty()) return;
    for (const std::string_view path : lang::embedded_paths()) {
      if (!path.ends_with("/rules.tsv")) continue;
      const lang::TsvTable table(lang::embedded_file(path), path);
      for (std::size_t row = 0; row < table.row_count(); ++row) {
        if (table.cell(row, table.column("id")) != rule) continue;
        const auto cell = [&](std::string_view column) { return std::string(table.cell(row, table.column(column))); };
        field("explain.rule", std::string(rule).append(": ").append(cell("does")));
        field("", std::string(messages_("explain.rule_example")).append(" ").append(cell("example")));
        field("", std::string(messages_("explain.rule_counter")).append(" ").append(cell("counter_example")));
        return;
      }
    }
    field("explain.rule", std::string(rule).append(" ").append(messages_("explain.rule_unknown")));
  }

  /// An item in one line: its words and its report.
  std::string brief(std::string_view id) const {
    std::string line(id);
    const auto item = find(id);
    if (!item) return line;
    std::string words;
    if (const auto span = object_at(*item, "span")) words = string_at(*span, "text");
    for (const element content : items_at(*item, "content")) words.append(" ").append(string_at(content, "text"));
    return line.append(" (").append(string_at(*item, "report")).append("): ").append(words);
  }

  void explain_members(element item) {
    for (const element member : items_at(item, "members")) field("explain.members", brief(text_of(member)));
    constexpr std::size_t kMostMentions = 20;
    const std::vector<element> mentions = items_at(item, "mentions");
    for (std::size_t i = 0; i < std::min(mentions.size(), kMostMentions); ++i) {
      field("explain.mentions",
            std::string(string_at(mentions[i], "report")).append(": ").append(string_at(mentions[i], "text")));
    }
  }

  void explain_claims(std::string_view id) {
    for (const element place : places()) {
      for (const element claim : items_at(place, "claims")) {
        const std::vector<element> members = items_at(claim, "members");
        const bool member =
            std::any_of(members.begin(), members.end(), [id](element other) { return text_of(other) == id; });
        if (member) explain_claim(claim);
      }
    }
  }

  /// Of an item: the relations that end at it; of a claim: those between its members.
  void explain_relations(element item, std::string_view id) {
    std::vector<std::string_view> ends;
    for (const element member : items_at(item, "members")) ends.push_back(text_of(member));
    const bool is_claim = !ends.empty();
    if (!is_claim) ends.push_back(id);
    const auto is_end = [&ends](std::string_view end) {
      return std::find(ends.begin(), ends.end(), end) != ends.end();
    };
    for (const element place : places()) {
      for (const element relation : items_at(place, "relations")) {
        const bool from = is_end(string_at(relation, "from")), to = is_end(string_at(relation, "to"));
        if (is_claim ? from && to : from || to) explain_relation(relation);
      }
    }
  }

  /// Of a story or topic: its reports, what is not told by one origin alone, and what happened when.
  void explain_place(element item) {
    if (const std::string_view title = string_at(item, "title"); !title.empty()) field("explain.text", title);
    for (const std::string_view key : {"reports", "stories"}) {
      for (const element part : items_at(item, key)) field("explain.members", text_of(part));
    }
    for (const element claim : items_at(item, "claims")) {
      if (string_at(claim, "status") != "single") explain_claim(claim);
    }
    for (const element entry : items_at(item, "timeline")) {
      const auto time = object_at(entry, "time");
      std::string line(time ? string_at(*time, "value") : std::string_view());
      field("explain.time", line.append(" ").append(string_at(entry, "label")));
    }
  }

  void explain_claim(element claim) {
    std::string line(string_at(claim, "id"));
    line.append(" [").append(messages_(std::string("status.").append(string_at(claim, "status")))).append("] ");
    field("explain.claims", line.append(string_at(claim, "label")));
  }

  void explain_relation(element relation) {
    std::string line(string_at(relation, "from"));
    line.append(" ").append(messages_(std::string("relation.").append(string_at(relation, "type"))));
    field("explain.relations", line.append(" ").append(brief(string_at(relation, "to"))));
    const auto why = object_at(relation, "why");
    if (!why) return;
    field("", std::string(string_at(*why, "text")).append(" [").append(string_at(*why, "rule")).append("]"));
    for (const element slot : items_at(*why, "slots")) {
      std::string compared(string_at(slot, "slot"));
      compared.append(": ").append(string_at(slot, "from")).append(" / ").append(string_at(slot, "to"));
      const std::string_view weaker = string_at(slot, "weaker");
      if (!weaker.empty())
        compared.append(" (")
            .append(messages_("explain.weaker"))
            .append(": ")
            .append(string_at(relation, weaker))
            .append(")");
      field("", compared);
    }
  }

  const DossierFile& dossier_;
  const std::string& root_;
  const lang::Messages& messages_;
  std::string out_;
};

}  // namespace

Result<std::string> explain(const DossierFile& dossier, std::string_view id, const std::string& root,
                            const lang::Messages& messages) {
  return Explainer(dossier, root, messages).explain(id);
}

}  // namespace ql::engine
