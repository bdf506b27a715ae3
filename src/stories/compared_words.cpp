// SPDX-License-Identifier: Apache-2.0
// Report -> ComparedWords. Most words are short and of ASCII letters: their bytes in lower case are hashed at once.
// Others are folded first, so that "Straße" is "STRASSE"; a folded word has the hash that it would have if it stood so
// in the text. Tested by compared_words_test.cpp.
#include "stories/compared_words.h"

#include "stories/word_forms.h"

namespace ql::stories {

void ComparedWordReader::read(const clean::Report& report, ComparedWords& out) {
  out.keys.clear();
  out.texts.clear();
  out.block_starts.clear();
  if (report.title) read_block(report.text, report.blocks[report.title->index()].text, out);
  for (const clean::Block& block : report.blocks) {
    if (clean::is_body(block.kind)) read_block(report.text, block.text, out);
  }
}

void ComparedWordReader::read_block(std::string_view text, TextRange range, ComparedWords& out) {
  const std::size_t first = out.keys.size(), most = first + cutter_.find(text, range);
  out.keys.resize(most);
  out.texts.resize(most);
  const Spelling spelling(text);
  std::uint32_t* key = out.keys.data() + first;
  TextRange* range_of = out.texts.data() + first;
  cutter_.for_each([&](const CutWord& word) {
    const std::uint64_t hash = word.number ? 0 : spelling.of_lower_case(word.begin, word.end);
    *key++ = hash != 0 ? static_cast<std::uint32_t>(hash >> 32U) : key_of_other(spelling, text, word);
    *range_of++ = {word.begin, word.end};
  });
  const auto next = static_cast<std::size_t>(key - out.keys.data());
  out.keys.resize(next);
  out.texts.resize(next);
  if (next > first) out.block_starts.push_back(static_cast<std::uint32_t>(first));
}

/// The upper half of the hash of what is folded, for the latest such words from memory: "für" comes again and again.
/// Points in numbers do not count.
std::uint32_t ComparedWordReader::key_of_other(const Spelling& spelling, std::string_view text, const CutWord& word) {
  const std::uint64_t hash = spelling.of(word.begin, word.end);
  const std::uint64_t check = hash | 1U;
  Folded& known = latest_[(hash >> 20U) % kFoldedWords];
  if (known.check == check) return known.key;
  folded_.clear();
  const std::string_view letters = text.substr(word.begin, word.end - word.begin);
  if (word.number) {
    for (const char byte : letters) {
      if (byte != '.' && folded_.size() < kMostLetters) folded_.push_back(byte);
    }
  } else {
    append_folded_word(letters, folded_);
  }
  known = {check, static_cast<std::uint32_t>(Spelling::of_any(folded_) >> 32U)};
  return known.key;
}

}  // namespace ql::stories
