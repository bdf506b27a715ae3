// SPDX-License-Identifier: Apache-2.0
// Reads noun_phrase.tsv. Tested by name_lexicon_test.cpp.
#include "lang/noun_phrase_words.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::array<std::string_view, 12> kClasses = {"",
                                                       "definite",
                                                       "indefinite",
                                                       "possessive",
                                                       "demonstrative",
                                                       "contraction",
                                                       "quantifier",
                                                       "title",
                                                       "pronoun",
                                                       "common_before_genitive",
                                                       "no_adjective",
                                                       "place_start"};

std::uint32_t gender_value(std::string_view name) {
  const NounGender gender = name == "m"   ? NounGender::Masculine
                            : name == "f" ? NounGender::Feminine
                            : name == "n" ? NounGender::Neuter
                                          : NounGender::Unknown;
  return static_cast<std::uint32_t>(gender) << 8U;
}

}  // namespace

NounPhraseWords::NounPhraseWords(const std::string& language_code) {
  const TsvTable table(embedded_file("lexicons/" + language_code + "/noun_phrase.tsv"), "noun_phrase.tsv");
  const std::size_t word = table.column("word"), kind = table.column("class"), gender = table.column("gender");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto found = std::find(kClasses.begin(), kClasses.end(), table.cell(row, kind));
    QL_CHECK(found != kClasses.end());
    words_.emplace(table.cell(row, word),
                   static_cast<std::uint32_t>(found - kClasses.begin()) | gender_value(table.cell(row, gender)));
  }
}

PhraseWord NounPhraseWords::find(std::string_view word) const {
  auto found = words_.find(word);
  if (found == words_.end() && starts_upper(word)) found = words_.find(to_lower_utf8(word));
  return found == words_.end() ? PhraseWord::None : static_cast<PhraseWord>(found->second & 0xFFU);
}

NounGender NounPhraseWords::pronoun_gender(std::string_view word) const {
  auto found = words_.find(word);
  if (found == words_.end() && starts_upper(word)) found = words_.find(to_lower_utf8(word));
  return found == words_.end() ? NounGender::Unknown : static_cast<NounGender>(found->second >> 8U);
}

}  // namespace ql::lang
