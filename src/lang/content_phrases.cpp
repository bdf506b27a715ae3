// SPDX-License-Identifier: Apache-2.0
// Hundreds of phrases are looked for in every clause, and hardly any is there. So one walk over the text asks at each
// start of a word whether any phrase begins with its first six bytes, or with this word if the phrase is shorter; only
// those that do are compared.
// Upper case: in UTF-8 the capitals of ASCII and Latin-1 differ from their small letters by one bit of the last byte,
// so a beginning is hashed with that bit set. Tested by content_phrases_test.cpp.
#include "lang/content_phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

bool is_ascii_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

/// `text` begins with the lower-case phrase, in any case of ASCII and Latin-1 letters.
bool begins_with(std::string_view text, std::string_view phrase) {
  if (text.size() < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool latin = i > 0 && text[i - 1] == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97;
    const bool capital = latin || (c >= 'A' && c <= 'Z');
    if (static_cast<char>(capital ? c + 0x20 : c) != phrase[i]) return false;
  }
  return true;
}

bool letter_behind(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(decode_utf8(text, at).value);
}

bool letter_before(std::string_view text, std::size_t at) {
  return at > 0 && is_letter(decode_utf8(text, previous_utf8(text, at)).value);
}

constexpr std::string_view kGap = " ... ";

/// Where the lower-case words stand as whole words, in any case, from `from` on; npos when they do not.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from) {
  for (std::size_t at = from; at + words.size() <= text.size(); ++at) {
    if (begins_with(text.substr(at), words) && !letter_before(text, at) && !letter_behind(text, at + words.size()))
      return at;
  }
  return std::string_view::npos;
}

/// `then` follows behind `from`, near and before the sentence ends.
bool follows(std::string_view text, std::string_view then, std::size_t from) {
  constexpr std::size_t kNear = 90;
  const std::string_view rest = text.substr(from, kNear + then.size());
  const std::size_t at = find_words(rest, then, 0);
  return at != std::string_view::npos && rest.substr(0, at).find_first_of(".;:?!") == std::string_view::npos;
}

}  // namespace

ContentPhrases::ContentPhrases(std::string_view content_stance_tsv) {
  const TsvTable table(content_stance_tsv, "content_stance.tsv");
  const std::size_t stance = table.column("stance"), phrase = table.column("phrase");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    std::string_view words = table.cell(row, phrase);
    if (table.cell(row, stance) == "own_voice") {
      own_voice_.emplace_back(words);
      continue;
    }
    Phrase entry;
    entry.stance = cue_stance(table.cell(row, stance));
    entry.at_start = words.starts_with('^');
    entry.own_voice = words.starts_with('+');
    if (entry.at_start || entry.own_voice) words.remove_prefix(1);
    if (const std::size_t gap = words.find(kGap); gap != std::string_view::npos) {
      entry.then = words.substr(gap + kGap.size());
      words = words.substr(0, gap);
    }
    entry.words = words;
    const auto index = static_cast<std::uint32_t>(phrases_.size());
    QL_CHECK(!words.empty());
    const std::uint32_t slot = words.size() < kBytes ? word_slot_of(words, 0) : slot_of(words.data());
    known_.set(slot);
    beginnings_.push_back({slot, index});
    phrases_.push_back(std::move(entry));
  }
  std::stable_sort(beginnings_.begin(), beginnings_.end(),
                   [](const Beginning& a, const Beginning& b) { return a.slot < b.slot; });
}

bool ContentPhrases::stands_at(std::uint32_t index, std::string_view content, std::size_t at) const {
  const Phrase& phrase = phrases_[index];
  const std::size_t end = at + phrase.words.size();
  return (at == 0 || !phrase.at_start) && begins_with(content.substr(at), phrase.words) &&
         !letter_before(content, at) && !letter_behind(content, end) &&
         (phrase.then.empty() || follows(content, phrase.then, end)) &&
         (!phrase.own_voice || speaks_of_itself(content));
}

bool ContentPhrases::speaks_of_itself(std::string_view content) const {
  return std::any_of(own_voice_.begin(), own_voice_.end(),
                     [&](const std::string& word) { return find_words(content, word, 0) != std::string_view::npos; });
}

void ContentPhrases::compare_slot(std::uint32_t slot, std::string_view content, std::size_t at,
                                  std::uint32_t& best) const {
  if (!known_.test(slot)) return;
  auto i = std::lower_bound(beginnings_.begin(), beginnings_.end(), slot,
                            [](const Beginning& b, std::uint32_t wanted) { return b.slot < wanted; });
  for (; i != beginnings_.end() && i->slot == slot; ++i) {
    if (i->phrase < best && stands_at(i->phrase, content, at)) best = i->phrase;
  }
}

CueStance ContentPhrases::stance(std::string_view content) const {
  std::uint32_t best = static_cast<std::uint32_t>(phrases_.size());
  bool inside_word = false;
  for (std::size_t at = 0; at < content.size(); ++at) {
    const bool begins = !inside_word;
    inside_word = is_ascii_letter(content[at]);
    if (!begins) continue;
    compare_slot(word_slot_of(content, at), content, at, best);
    if (at + kBytes <= content.size()) compare_slot(slot_of(content.data() + at), content, at, best);
  }
  return best < phrases_.size() ? phrases_[best].stance : CueStance::Asserts;
}

}  // namespace ql::lang
