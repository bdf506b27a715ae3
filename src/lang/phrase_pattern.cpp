// SPDX-License-Identifier: Apache-2.0
// A recursive descent over the pattern: a sequence is the product of its parts, alternatives are the sum of theirs.
// Tested by content_phrases_test.cpp.
#include "lang/phrase_pattern.h"

#include <algorithm>

#include "base/check.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

std::vector<std::string> product(const std::vector<std::string>& heads, const std::vector<std::string>& tails) {
  std::vector<std::string> result;
  result.reserve(heads.size() * tails.size());
  for (const std::string& head : heads) {
    for (const std::string& tail : tails) result.push_back(head + tail);
  }
  return result;
}

}  // namespace

PhraseSets::PhraseSets(std::string_view stance_words_tsv) {
  const TsvTable table(stance_words_tsv, "stance_words.tsv");
  const std::size_t set = table.column("set"), words = table.column("words");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string pattern = std::string("{").append(table.cell(row, words)).append("}");
    sets_[table.cell(row, set)] = spell_out(pattern);
  }
}

const std::vector<std::string>& PhraseSets::members(std::string_view name) const {
  const auto found = sets_.find(name);
  QL_CHECK(found != sets_.end());
  return found->second;
}

std::vector<std::string> PhraseSets::spell_out(std::string_view pattern) const {
  std::size_t at = 0;
  const std::vector<std::string> all = sequence(pattern, at);
  QL_CHECK(at == pattern.size());
  std::vector<std::string> distinct;
  StringMap<char> seen;
  for (const std::string& words : all) {
    if (seen.emplace(words, 0).second) distinct.push_back(words);
  }
  return distinct;
}

/// Up to the end, or to the '|' or '}' that ends an alternative.
std::vector<std::string> PhraseSets::sequence(std::string_view pattern, std::size_t& at) const {
  std::vector<std::string> result{""};
  while (at < pattern.size() && pattern[at] != '|' && pattern[at] != '}') {
    if (pattern[at] == '{') {
      result = product(result, alternatives(pattern, at));
    } else if (pattern[at] == '<') {
      const std::size_t end = pattern.find('>', at);
      QL_CHECK(end != std::string_view::npos);
      result = product(result, members(pattern.substr(at + 1, end - at - 1)));
      at = end + 1;
    } else {
      const std::size_t end = std::min(pattern.find_first_of("{|}<", at), pattern.size());
      for (std::string& words : result) words.append(pattern.substr(at, end - at));
      at = end;
    }
  }
  return result;
}

/// From the brace to behind the one that closes it.
std::vector<std::string> PhraseSets::alternatives(std::string_view pattern, std::size_t& at) const {
  std::vector<std::string> result;
  do {
    ++at;  // the brace or the bar
    const std::vector<std::string> one = sequence(pattern, at);
    result.insert(result.end(), one.begin(), one.end());
  } while (at < pattern.size() && pattern[at] == '|');
  QL_CHECK(at < pattern.size() && pattern[at] == '}');
  ++at;
  return result;
}

}  // namespace ql::lang
