// SPDX-License-Identifier: Apache-2.0
// Thousands of spellings are looked for in everything that is said, and hardly any is there. So each spelling is filed
// under its rarest word together with a neighbour, or under its only word, and one walk over the words of a text asks
// for each word and each pair of words whether anything is filed there; only that is compared. A row whose first part
// is made of common words ("{kann|können} ... überhitzen") is filed under the words of another part, and looked for
// only in a text that holds them. Tested by content_phrases_test.cpp.
#include "lang/content_phrases.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/utf8.h"
#include "lang/phrase_match.h"
#include "lang/tsv.h"
#include "lang/word_key.h"

namespace ql::lang {
namespace {

constexpr std::size_t kNear = 90;  // bytes between two parts

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

/// Behind the first spelling of `part` that follows `from`, near and before the sentence ends; npos when none does.
std::size_t follows(std::string_view text, const ContentPhrases::Part& part, std::size_t from) {
  const std::size_t stop = text.find_first_of(part.within_clause ? ".;:?!," : ".;:?!", from);
  const std::string_view near = text.substr(0, stop);
  for (const std::string& words : part.spellings) {
    std::size_t end = 0;
    const std::size_t at = find_words(near, words, from, from + kNear + 1, end);
    if (at != std::string_view::npos) return end;
  }
  return std::string_view::npos;
}

bool ends_at(std::string_view text, std::size_t at) {
  return text.find_first_not_of(" .!\"", at) == std::string_view::npos;
}

std::uint32_t hash_of(std::uint64_t word) { return static_cast<std::uint32_t>(word * 0x9E3779B97F4A7C15U >> 32U); }
std::uint32_t hash_of(std::uint64_t word, std::uint64_t next) { return hash_of(word * 0xC2B2AE3D27D4EB4FU ^ next); }

/// The place of a key within its spelling.
struct KeyPlace {
  std::uint32_t hash = 0, words_before = 0;
  double frequency = 0;  ///< Of its rarest word.
};

/// The rarest word with the rarer of its neighbours; of equal ones the longest.
KeyPlace key_of(std::string_view words, const WordFrequency& frequency) {
  struct Word {
    std::uint64_t hash = 0;
    double frequency = 0;
    std::size_t size = 0;
    bool operator<(const Word& other) const {
      return std::tie(frequency, other.size) < std::tie(other.frequency, size);
    }
  };
  std::vector<Word> found;
  for (WordWalk walk(words); walk.next();) {
    const std::string_view word = words.substr(walk.begin(), walk.end() - walk.begin());
    const auto stem = static_cast<std::uint32_t>(word_key(fold_word(word)).stem >> 32U);
    found.push_back({walk.hash(), frequency.of(stem), word.size()});
  }
  QL_CHECK(!found.empty());
  const auto rarest = std::min_element(found.begin(), found.end());
  if (found.size() == 1) return {hash_of(rarest->hash), 0, rarest->frequency};
  const bool last = rarest + 1 == found.end();
  const bool backward = last || (rarest != found.begin() && *(rarest - 1) < *(rarest + 1));
  const auto second = backward ? rarest : rarest + 1;
  return {hash_of((second - 1)->hash, second->hash), static_cast<std::uint32_t>(second - found.begin()),
          rarest->frequency};
}

}  // namespace

/// A walk over a text, and what it has found.
struct ContentPhrases::Search {
  std::string_view content;
  std::uint32_t best;                              ///< The first row that fits; the number of rows if none does.
  std::size_t words = 0;                           ///< Before the one that is looked at.
  std::array<std::size_t, kMaxWords> begins = {};  ///< Of the latest words; word i stands at i % kMaxWords.
  std::bitset<kMaxRows> keyed_elsewhere = {};      ///< Rows whose key in another part was met.
};

ContentPhrases::ContentPhrases(std::string_view content_stance_tsv, std::string_view stance_words_tsv,
                               const WordFrequency& frequency) {
  const PhraseSets sets(stance_words_tsv);
  own_voice_ = sets.members("OWN_VOICE");
  const TsvTable table(content_stance_tsv, "content_stance.tsv");
  const std::size_t id = table.column("id"), stance = table.column("stance"), phrase = table.column("phrase");
  QL_CHECK(table.row_count() <= kMaxRows);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Row entry;
    entry.id = table.cell(row, id);
    entry.stance = cue_stance(table.cell(row, stance));
    add_row(std::move(entry), table.cell(row, phrase), sets);
    add_keys(static_cast<std::uint32_t>(row), frequency);
  }
  std::sort(keys_.begin(), keys_.end(), [this](const Key& a, const Key& b) {
    return std::tuple(a.hash, a.words_before, words_of(a), a.row) <
           std::tuple(b.hash, b.words_before, words_of(b), b.row);
  });
}

void ContentPhrases::add_row(Row row, std::string_view phrase, const PhraseSets& sets) {
  row.at_start = phrase.starts_with('^');
  row.own_voice = phrase.starts_with('+');
  row.at_end = phrase.ends_with('$');
  if (row.at_start || row.own_voice) phrase.remove_prefix(1);
  if (row.at_end) phrase.remove_suffix(1);
  bool within_clause = false;
  for (Gap gap = find_gap(phrase);; gap = find_gap(phrase)) {
    row.parts.push_back({sets.spell_out(phrase.substr(0, gap.begin)), within_clause});
    if (gap.begin == std::string_view::npos) break;
    phrase.remove_prefix(gap.begin + gap.size);
    within_clause = gap.within_clause;
  }
  rows_.push_back(std::move(row));
}

/// Under the part that makes the least work: how often its keys are met, times the bytes that are then compared.
void ContentPhrases::add_keys(std::uint32_t row, const WordFrequency& frequency) {
  constexpr double kContent = 300;  // bytes
  const std::vector<Part>& parts = rows_[row].parts;
  std::vector<KeyPlace> best;
  std::size_t of_part = 0;
  double least = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::vector<KeyPlace> places;
    double work = 0;
    for (const std::string& words : parts[part].spellings) {
      places.push_back(key_of(words, frequency));
      work += places.back().frequency;
    }
    const std::size_t next = parts.size() > 1 ? parts[1].spellings.size() : 1;
    work *= part == 0 ? static_cast<double>(kNear * next) : kContent * static_cast<double>(parts[0].spellings.size());
    if (part > 0 && work >= least) continue;
    least = work;
    of_part = part;
    best = std::move(places);
  }
  if (of_part > 0) keyed_elsewhere_.push_back(row);
  for (std::uint32_t spelling = 0; spelling < best.size(); ++spelling) {
    const KeyPlace& place = best[spelling];
    QL_CHECK(place.words_before < kMaxWords);
    known_.set(place.hash % kSlots);
    keys_.push_back({place.hash, row, of_part == 0 ? spelling : kElsewhere, place.words_before});
  }
}

/// The spelling that a key of a first part stands for; of others nothing.
std::string_view ContentPhrases::words_of(const Key& key) const {
  return key.spelling == kElsewhere ? std::string_view() : rows_[key.row].parts.front().spellings[key.spelling];
}

bool ContentPhrases::speaks_of_itself(std::string_view content) const {
  std::size_t end = 0;
  return std::any_of(own_voice_.begin(), own_voice_.end(), [&](const std::string& word) {
    return find_words(content, word, 0, content.size(), end) != std::string_view::npos;
  });
}

/// What the row asks for besides its first part, which ends at `end`.
bool ContentPhrases::fits_behind(const Row& row, std::string_view content, std::size_t end) const {
  for (std::size_t part = 1; part < row.parts.size(); ++part) {
    end = follows(content, row.parts[part], end);
    if (end == std::string_view::npos) return false;
  }
  return (!row.at_end || ends_at(content, end)) && (!row.own_voice || speaks_of_itself(content));
}

bool ContentPhrases::fits_anywhere(const Row& row, std::string_view content) const {
  return std::any_of(row.parts.front().spellings.begin(), row.parts.front().spellings.end(),
                     [&](const std::string& words) {
                       std::size_t end = 0;
                       std::size_t at = 0;
                       const std::size_t limit = row.at_start ? 1 : content.size();
                       while ((at = find_words(content, words, at, limit, end)) != std::string_view::npos) {
                         if (fits_behind(row, content, end)) return true;
                         ++at;
                       }
                       return false;
                     });
}

/// Compares what is filed under the latest word, or it and the one before. Spellings are sorted, so that those that
/// begin like one that failed fail together.
void ContentPhrases::try_keys(std::uint32_t hash, Search& search) const {
  auto key = std::lower_bound(keys_.begin(), keys_.end(), hash,
                              [](const Key& k, std::uint32_t wanted) { return k.hash < wanted; });
  std::string_view failed;  // up to its first byte that is not there
  std::uint32_t failed_before = kMaxWords;
  for (; key != keys_.end() && key->hash == hash; ++key) {
    if (key->row >= search.best || key->words_before > search.words) continue;
    if (key->spelling == kElsewhere) {
      search.keyed_elsewhere.set(key->row);
      continue;
    }
    const std::string_view words = words_of(*key);
    if (key->words_before == failed_before && words.starts_with(failed)) continue;
    const std::size_t at = search.begins[(search.words - key->words_before) % kMaxWords];
    const Row& row = rows_[key->row];
    if (row.at_start && at != 0) continue;
    std::size_t length = 0;
    if (const std::size_t stood = match_phrase(words, search.content.substr(at), length); stood < words.size()) {
      failed = words.substr(0, stood + 1);
      failed_before = key->words_before;
      continue;
    }
    std::size_t end = 0;
    if (words_stand_at(search.content, words, at, end) && fits_behind(row, search.content, end)) search.best = key->row;
  }
}

const ContentPhrases::Row* ContentPhrases::find(std::string_view content) const {
  Search search{content, static_cast<std::uint32_t>(rows_.size())};
  std::uint64_t before = 0;
  for (WordWalk walk(content); walk.next(); ++search.words) {
    search.begins[search.words % kMaxWords] = walk.begin();
    for (const std::uint32_t hash : {hash_of(walk.hash()), hash_of(before, walk.hash())}) {
      if (known_.test(hash % kSlots)) try_keys(hash, search);
    }
    before = walk.hash();
  }
  for (const std::uint32_t row : keyed_elsewhere_) {
    if (row >= search.best) break;
    if (search.keyed_elsewhere.test(row) && fits_anywhere(rows_[row], content)) search.best = row;
  }
  return search.best < rows_.size() ? &rows_[search.best] : nullptr;
}

}  // namespace ql::lang
