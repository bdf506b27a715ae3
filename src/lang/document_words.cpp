// SPDX-License-Identifier: Apache-2.0
// Readers of the document tables; see the head of each TSV file for its columns. Tested by clean/credits_test.cpp and
// clean/clean_test.cpp.
#include "lang/document_words.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/check.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::array<std::pair<std::string_view, HeadWord>, 6> kHeadWordNames{{
    {"outlet_ending", HeadWord::OutletEnding},
    {"by_line", HeadWord::ByLine},
    {"by_line_filler", HeadWord::ByLineFiller},
    {"date_filler", HeadWord::DateFiller},
    {"desk", HeadWord::DeskWord},
    {"publisher", HeadWord::Publisher},
}};

constexpr std::array<std::pair<std::string_view, Hint>, 11> kHintNames{{
    {"article", Hint::Article},
    {"lead", Hint::Lead},
    {"navigation", Hint::Navigation},
    {"teaser", Hint::Teaser},
    {"metadata", Hint::Metadata},
    {"comments", Hint::Comments},
    {"prompt", Hint::Prompt},
    {"caption", Hint::Caption},
    {"credit", Hint::Credit},
    {"other", Hint::Other},
    {"none", Hint::Nothing},
}};

constexpr std::array<std::pair<std::string_view, ByLineWord>, 7> kByLineNames{{
    {"opener", ByLineWord::Opener},
    {"before", ByLineWord::Before},
    {"after", ByLineWord::After},
    {"role", ByLineWord::Role},
    {"particle", ByLineWord::Particle},
    {"joiner", ByLineWord::Joiner},
    {"not_name", ByLineWord::NotName},
}};

/// The value of a name in one of the tables above; a name that is not there is a programmer error.
template <class Names>
std::uint8_t value_of(const Names& names, std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return static_cast<std::uint8_t>(value);
  }
  QL_CHECK(false && "unknown class in a document lexicon");
  return 0;
}

std::uint8_t head_word_of(std::string_view name) { return value_of(kHeadWordNames, name); }
std::uint8_t hint_of(std::string_view name) { return value_of(kHintNames, name); }

std::uint8_t by_line_word_of(std::string_view name) { return value_of(kByLineNames, name); }

std::uint8_t number_of(std::string_view digits) {
  std::uint8_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Reads a table of two columns and labels the first by what `label` makes of the second.
template <class Label>
WordLabels load_labels(std::string_view path, std::string_view value_column, Label label) {
  const TsvTable table(embedded_file(path), path);
  const std::size_t form = table.column("form");
  const std::size_t value = table.column(value_column);
  WordLabels labels;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    labels.add(table.cell(row, form), label(table.cell(row, value)));
  }
  return labels;
}

void load_credit_words(DocumentWords& words) {
  constexpr std::string_view kPath = "lexicons/de/credit_words.tsv";
  const TsvTable table(embedded_file(kPath), kPath);
  const std::size_t form = table.column("form");
  const std::size_t kind = table.column("class");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string_view word = table.cell(row, form), name = table.cell(row, kind);
    if (name == "filler") words.credit_fillers.add(word, 1);
    if (name == "marker") words.credit_markers.add(word, 1);
    if (name == "opening") words.credit_openings.emplace_back(word);
    QL_CHECK(name == "filler" || name == "marker" || name == "opening");
  }
}

}  // namespace

DocumentWords load_document_words() {
  DocumentWords words;
  words.furniture.add_file("lexicons/de/furniture.tsv");
  words.furniture.add_file("lexicons/html/furniture.tsv");
  words.months = load_labels("lexicons/html/months.tsv", "month", number_of);
  words.head_words = load_labels("lexicons/de/head_words.tsv", "class", head_word_of);
  words.language_guess = LanguageGuess("lexicons/html/language_words.tsv");
  words.hints = load_labels("lexicons/html/hints.tsv", "hint", hint_of);
  words.by_lines = load_labels("lexicons/html/by_lines.tsv", "class", by_line_word_of);
  constexpr std::string_view kAgencies = "lexicons/de/agencies.tsv";
  const TsvTable agencies(embedded_file(kAgencies), kAgencies);
  const std::size_t form = agencies.column("form");
  const std::size_t name = agencies.column("name");
  for (std::size_t row = 0; row < agencies.row_count(); ++row) {
    words.agencies.emplace(agencies.cell(row, form), agencies.cell(row, name));
  }
  load_credit_words(words);
  return words;
}

}  // namespace ql::lang
