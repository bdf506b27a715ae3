// SPDX-License-Identifier: Apache-2.0
// Hundreds of phrases are looked for in every clause, and hardly any is there. So the beginnings are spelled out when
// the table is read, and one walk over the text asks at each start of a word whether any begins with its first six
// bytes, or with this word if the phrase is shorter; only those that do are compared, and what must follow only behind
// them. Upper case: in UTF-8 the capitals of ASCII and Latin-1 differ from their small letters by one bit of the last
// byte, so a beginning is hashed with that bit set. Tested by content_phrases_test.cpp.
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

/// A quotation mark at the start of the text, in bytes; 0 if there is none.
std::size_t quotation_mark(std::string_view text) {
  if (text.starts_with('"')) return 1;
  if (text.starts_with("\u00AB") || text.starts_with("\u00BB")) return 2;
  return text.starts_with("\u201C") || text.starts_with("\u201D") || text.starts_with("\u201E") ? 3 : 0;
}

/// How many bytes of the lower-case phrase stand at the start of the text, in any case of ASCII and Latin-1 letters,
/// and how long they are there. Quotation marks beside its blanks are passed over ("keine Rede" sein).
std::size_t match(std::string_view phrase, std::string_view text, std::size_t& length) {
  std::size_t at = 0;
  std::size_t i = 0;
  for (; i < phrase.size(); ++i, ++at) {
    if (at >= text.size()) return i;
    auto c = static_cast<unsigned char>(text[at]);
    const bool latin = at > 0 && text[at - 1] == '\xC3' && c >= 0x80 && c <= 0x9E && c != 0x97;
    const bool capital = latin || (c >= 'A' && c <= 'Z');
    if (static_cast<char>(capital ? c + 0x20 : c) == phrase[i]) continue;
    const bool beside_blank = phrase[i] == ' ' || (i > 0 && phrase[i - 1] == ' ');
    const std::size_t mark = beside_blank ? quotation_mark(text.substr(at)) : 0;
    if (mark == 0) return i;
    at += mark - 1;
    --i;
  }
  length = at;
  return i;
}

/// The bytes of the phrase at the start of the text; 0 if the text does not begin with it.
std::size_t length_of(std::string_view phrase, std::string_view text) {
  std::size_t length = 0;
  return match(phrase, text, length) == phrase.size() ? length : 0;
}

bool letter_behind(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(decode_utf8(text, at).value);
}

bool letter_before(std::string_view text, std::size_t at) {
  return at > 0 && is_letter(decode_utf8(text, previous_utf8(text, at)).value);
}

/// A gap of a phrase.
struct Gap {
  std::size_t begin = std::string_view::npos, size = 0;
  bool within_clause = false;
};

Gap find_gap(std::string_view phrase) {
  constexpr std::string_view kSentence = " ... ", kClause = " .. ";
  const Gap wide{phrase.find(kSentence), kSentence.size(), false}, narrow{phrase.find(kClause), kClause.size(), true};
  return wide.begin < narrow.begin ? wide : narrow;
}

/// Where the lower-case words stand as whole words, in any case, from `from` on; npos when they do not. `end`: behind
/// them.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from, std::size_t& end) {
  const bool plain = is_ascii_letter(words.front());
  for (std::size_t at = from; at + words.size() <= text.size(); ++at) {
    if (plain && static_cast<char>(text[at] | 0x20) != words.front()) continue;  // nearly all places end here
    const std::size_t length = length_of(words, text.substr(at));
    if (length == 0 || letter_before(text, at) || letter_behind(text, at + length)) continue;
    end = at + length;
    return at;
  }
  return std::string_view::npos;
}

/// Behind the first spelling of `part` that follows `from`, near and before the sentence ends; npos when none does.
std::size_t follows(std::string_view text, const ContentPhrases::Part& part, std::size_t from) {
  constexpr std::size_t kNear = 90;
  const std::size_t stop = text.find_first_of(part.within_clause ? ".;:?!," : ".;:?!", from);
  const std::string_view near = text.substr(0, stop);
  for (const std::string& words : part.spellings) {
    std::size_t end = 0;
    const std::size_t at = find_words(near.substr(0, from + kNear + words.size()), words, from, end);
    if (at != std::string_view::npos) return end;
  }
  return std::string_view::npos;
}

bool ends_at(std::string_view text, std::size_t at) {
  return text.find_first_not_of(" .!\"", at) == std::string_view::npos;
}

}  // namespace

ContentPhrases::ContentPhrases(std::string_view content_stance_tsv, std::string_view stance_words_tsv) {
  const PhraseSets sets(stance_words_tsv);
  own_voice_ = sets.members("OWN_VOICE");
  const TsvTable table(content_stance_tsv, "content_stance.tsv");
  const std::size_t id = table.column("id"), stance = table.column("stance"), phrase = table.column("phrase");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Row entry;
    entry.id = table.cell(row, id);
    entry.stance = cue_stance(table.cell(row, stance));
    add_row(std::move(entry), table.cell(row, phrase), sets);
  }
  std::stable_sort(beginnings_.begin(), beginnings_.end(), [](const Beginning& a, const Beginning& b) {
    return a.slot != b.slot ? a.slot < b.slot : a.words < b.words;
  });
}

void ContentPhrases::add_row(Row row, std::string_view phrase, const PhraseSets& sets) {
  row.at_start = phrase.starts_with('^');
  row.own_voice = phrase.starts_with('+');
  row.at_end = phrase.ends_with('$');
  if (row.at_start || row.own_voice) phrase.remove_prefix(1);
  if (row.at_end) phrase.remove_suffix(1);
  Gap gap = find_gap(phrase);
  const std::string_view first = phrase.substr(0, gap.begin);
  while (gap.begin != std::string_view::npos) {
    phrase.remove_prefix(gap.begin + gap.size);
    const bool within_clause = gap.within_clause;
    gap = find_gap(phrase);
    row.then.push_back({sets.spell_out(phrase.substr(0, gap.begin)), within_clause});
  }
  const auto index = static_cast<std::uint32_t>(rows_.size());
  for (std::string& words : sets.spell_out(first)) {
    QL_CHECK(!words.empty());
    const std::uint32_t slot = words.size() < kBytes ? word_slot_of(words, 0) : slot_of(words.data());
    known_.set(slot);
    beginnings_.push_back({slot, index, std::move(words)});
  }
  rows_.push_back(std::move(row));
}

bool ContentPhrases::stands_at(const Beginning& beginning, std::string_view content, std::size_t at) const {
  const Row& row = rows_[beginning.row];
  if (row.at_start && at != 0) return false;
  const std::size_t length = length_of(beginning.words, content.substr(at));
  std::size_t end = at + length;
  if (length == 0 || letter_before(content, at) || letter_behind(content, end)) return false;
  for (const Part& then : row.then) {
    end = follows(content, then, end);
    if (end == std::string_view::npos) return false;
  }
  return (!row.at_end || ends_at(content, end)) && (!row.own_voice || speaks_of_itself(content));
}

bool ContentPhrases::speaks_of_itself(std::string_view content) const {
  std::size_t end = 0;
  return std::any_of(own_voice_.begin(), own_voice_.end(), [&](const std::string& word) {
    return find_words(content, word, 0, end) != std::string_view::npos;
  });
}

void ContentPhrases::compare_slot(std::uint32_t slot, std::string_view content, std::size_t at,
                                  std::uint32_t& best) const {
  if (!known_.test(slot)) return;
  auto i = std::lower_bound(beginnings_.begin(), beginnings_.end(), slot,
                            [](const Beginning& b, std::uint32_t wanted) { return b.slot < wanted; });
  const Beginning* failed = nullptr;  // the latest that is not there, from its byte `stood` on
  std::size_t stood = 0;
  for (; i != beginnings_.end() && i->slot == slot; ++i) {
    if (failed != nullptr && i->words.compare(0, stood + 1, failed->words, 0, stood + 1) == 0) continue;
    std::size_t length = 0;
    stood = match(i->words, content.substr(at), length);
    failed = stood < i->words.size() ? &*i : nullptr;
    if (failed == nullptr && i->row < best && stands_at(*i, content, at)) best = i->row;
  }
}

const ContentPhrases::Row* ContentPhrases::find(std::string_view content) const {
  auto best = static_cast<std::uint32_t>(rows_.size());
  bool inside_word = false;
  for (std::size_t at = 0; at < content.size(); ++at) {
    const bool begins = !inside_word;
    inside_word = is_ascii_letter(content[at]);
    if (!begins) continue;
    compare_slot(word_slot_of(content, at), content, at, best);
    if (at + kBytes <= content.size()) compare_slot(slot_of(content.data() + at), content, at, best);
  }
  return best < rows_.size() ? &rows_[best] : nullptr;
}

}  // namespace ql::lang
