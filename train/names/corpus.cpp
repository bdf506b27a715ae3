// SPDX-License-Identifier: Apache-2.0
// Texts with name spans -> labelled sentences. The texts go through the product's own tokeniser and sentence splitter,
// so that the tagger is trained on what it will see. A name whose ends are no token ends is counted and left out.
#include "corpus.h"

#include <simdjson.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

#include "annotate/sentences.h"
#include "annotate/tokenize.h"
#include "lang/name_model.h"

namespace ql::train {
namespace {

struct Span {
  std::uint32_t begin = 0, end = 0;
  std::string label;
};

[[noreturn]] void fail(const std::string& path) {
  std::fprintf(stderr, "train_names: cannot read %s\n", path.c_str());
  std::exit(1);
}

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (lines.empty()) fail(path);
  return lines;
}

std::map<std::string, std::vector<Span>> read_gold(const std::string& path) {
  std::map<std::string, std::vector<Span>> gold;
  simdjson::dom::parser parser;
  for (const std::string& text : read_lines(path)) {
    simdjson::dom::element line;
    if (parser.parse(text).get(line) != simdjson::SUCCESS) fail(path);
    std::vector<Span>& spans = gold[std::string(line["id"].get_string().value())];
    const simdjson::dom::array names = line["names"].get_array().value();
    for (const simdjson::dom::element name : names) {
      if (name["level"].get_int64().value() != 1) continue;
      spans.push_back({static_cast<std::uint32_t>(name["begin_byte"].get_int64().value()),
                       static_cast<std::uint32_t>(name["end_byte"].get_int64().value()),
                       std::string(name["class"].get_string().value())});
    }
  }
  return gold;
}

std::optional<std::size_t> class_of(std::string_view name) {
  constexpr std::string_view kClasses[] = {"PER", "LOC", "ORG", "OTH"};
  for (std::size_t i = 0; i < 4; ++i) {
    if (name == kClasses[i]) return i;
  }
  return std::nullopt;
}

/// Sets the labels of tokens [first, last] to a name of this class.
void set_labels(const Span& span, std::size_t first, std::size_t last, std::vector<std::uint8_t>& labels) {
  const auto kind = class_of(span.label);
  for (std::size_t i = first; i <= last; ++i) {
    std::size_t label = span.label.ends_with("part") ? lang::kCompoundLabel : lang::kDerivedLabel;
    if (kind) {
      const std::size_t place = first == last ? 3 : i == first ? 0 : i == last ? 2 : 1;
      label = 1 + 4 * *kind + place;
    } else if (!span.label.ends_with("part") && !span.label.ends_with("deriv")) {
      label = lang::kOutsideLabel;
    }
    labels[i] = static_cast<std::uint8_t>(label);
  }
}

std::vector<std::uint8_t> labels_of(const std::vector<annotate::Token>& tokens, const std::vector<Span>& spans,
                                    std::size_t& unmatched) {
  std::vector<std::uint8_t> labels(tokens.size(), lang::kOutsideLabel);
  std::map<std::uint32_t, std::size_t> begins, ends;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    begins[tokens[i].text.begin] = i;
    ends[tokens[i].text.end] = i;
  }
  for (const Span& span : spans) {
    const auto first = begins.find(span.begin), last = ends.find(span.end);
    if (first == begins.end() || last == ends.end()) {
      ++unmatched;
    } else {
      set_labels(span, first->second, last->second, labels);
    }
  }
  return labels;
}

clean::Report report_of(std::string_view text) {
  clean::Report report;
  report.text = std::string(text);
  clean::Block block;
  block.text = {0, static_cast<std::uint32_t>(report.text.size())};
  report.blocks.push_back(block);
  return report;
}

}  // namespace

std::vector<LabelledSentence> read_corpus(const std::string& folder, const lang::Language& language) {
  const auto gold = read_gold(folder + "/gold.jsonl");
  std::vector<LabelledSentence> corpus;
  simdjson::dom::parser parser;
  const std::string path = folder + "/reports.jsonl";
  std::size_t unmatched = 0;
  for (const std::string& text : read_lines(path)) {
    simdjson::dom::element line;
    if (parser.parse(text).get(line) != simdjson::SUCCESS) fail(path);
    const clean::Report report = report_of(line["text"].get_string().value());
    annotate::Annotations notes;
    annotate::tokenize(report.text, report.blocks[0].text, language.token_rules, notes.tokens);
    annotate::split_sentences(report.text, BlockId(0), 0, language.token_rules, notes);
    const auto spans = gold.find(std::string(line["id"].get_string().value()));
    if (spans == gold.end()) continue;
    const auto labels = labels_of(notes.tokens, spans->second, unmatched);
    for (const annotate::Sentence& sentence : notes.sentences) {
      LabelledSentence& out = corpus.emplace_back();
      for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        out.words.emplace_back(slice(report.text, notes.tokens[i].text));
        out.labels.push_back(labels[i]);
      }
    }
  }
  std::fprintf(stderr, "%s: %zu sentences, %zu names do not fit the tokens\n", folder.c_str(), corpus.size(),
               unmatched);
  return corpus;
}

}  // namespace ql::train
