// SPDX-License-Identifier: Apache-2.0
// A few dozen phrases, tried at every word of a title. Tested by stories/report_form_test.cpp.
#include "lang/digest_words.h"

#include <algorithm>

#include "base/check.h"
#include "lang/embedded.h"
#include "lang/tsv.h"
#include "lang/word_key.h"

namespace ql::lang {
namespace {

std::uint32_t key_of(std::string_view word) {
  return static_cast<std::uint32_t>(word_key(fold_word(word)).word >> 32U);
}

std::uint32_t stem_of(std::string_view word) {
  return static_cast<std::uint32_t>(word_key(fold_word(word)).stem >> 32U);
}

}  // namespace

DigestWords DigestWords::load(const std::string& language_code) {
  const TsvTable table(embedded_file("lexicons/" + language_code + "/digest_words.tsv"), "digest_words.tsv");
  const std::size_t phrase = table.column("phrase"), kind = table.column("kind");
  DigestWords words;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.cell(row, kind) == "clock") {
      words.clock_stems_.push_back(stem_of(table.cell(row, phrase)));
      continue;
    }
    const bool ticker = table.cell(row, kind) == "ticker";
    QL_CHECK(ticker || table.cell(row, kind) == "digest");
    Phrase& entry = words.phrases_.emplace_back();
    entry.kind = ticker ? DigestKind::Ticker : DigestKind::Digest;
    for (const std::string_view word : split(table.cell(row, phrase), ' ')) entry.words.push_back(key_of(word));
    const std::uint32_t first = entry.words.front();
    words.first_bits_[first / 64 % words.first_bits_.size()] |= std::uint64_t{1} << first % 64;
  }
  return words;
}

bool DigestWords::is_clock(std::uint32_t stem) const {
  return std::find(clock_stems_.begin(), clock_stems_.end(), stem) != clock_stems_.end();
}

DigestKind DigestWords::find(std::span<const std::uint32_t> title) const {
  for (std::size_t at = 0; at < title.size(); ++at) {
    if (!may_begin(title[at])) continue;
    for (const Phrase& phrase : phrases_) {
      if (phrase.words.size() > title.size() - at) continue;
      if (std::equal(phrase.words.begin(), phrase.words.end(), title.begin() + static_cast<std::ptrdiff_t>(at))) {
        return phrase.kind;
      }
    }
  }
  return DigestKind::None;
}

}  // namespace ql::lang
