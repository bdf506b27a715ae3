// SPDX-License-Identifier: Apache-2.0
// Report -> "retells outlet X", or nothing. A retelling says so again and again: many of its sentences speak of the
// paper, the report or the outlet's name. A report that quotes another outlet once or twice among its own findings
// stays below the share. The outlet is the name that occurs most of those that stand as an outlet's at least once: a
// word with the ending of outlet names (Landkurier), such a word after capitalised ones (Norder Anzeiger), a name
// behind the word for an outlet (das Magazin Lagebild), or a quoted one that reports or is cited (laut "Lagebild", das
// "Lagebild" schreibt). Tested by relays_test.cpp.
#include "stories/relays.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace ql::stories {
namespace {

constexpr std::uint32_t kLeastRelayingSentences = 3;
constexpr std::uint32_t kLeastCuedSentences = 2;
constexpr double kLeastShare = 0.25;
constexpr std::uint32_t kLeastNamings = 2;
constexpr std::uint32_t kMostNameWords = 3;
constexpr std::size_t kShortestEnding = 4, kLongestEnding = 12;

constexpr auto kOutletEnding = static_cast<std::uint8_t>(lang::HeadWord::OutletEnding);

/// Of the last letters of a word of at least that many, in lower case if they are ASCII.
std::uint32_t hash_of_last(std::string_view word) {
  constexpr unsigned kHashBits = 11;
  std::array<char, kShortestEnding> last{};
  std::copy(word.end() - kShortestEnding, word.end(), last.begin());
  static_assert(kShortestEnding == sizeof(std::uint32_t));
  std::uint32_t letters = 0;
  std::memcpy(&letters, last.data(), sizeof letters);
  return (letters | 0x20202020U) * 0x9E3779B1U >> (32U - kHashBits);
}

bool has_beyond_ascii(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
}

struct Sentence {
  std::uint32_t begin = 0, end = 0;  // words
};

std::vector<Sentence> sentences_of(const WordList& list) {
  std::vector<Sentence> sentences;
  sentences.reserve(list.words.size() / 8);
  for (std::uint32_t i = list.title_words; i < list.words.size(); ++i) {
    const Word& word = list.words[i];
    if (sentences.empty() || word.sentence_start || word.block_start) sentences.push_back({i, i});
    sentences.back().end = i + 1;
  }
  return sentences;
}

/// A name of an outlet and how often it is used, short forms (the last word alone) included.
struct Naming {
  std::string longest;
  std::uint32_t count = 0;
};

/// Quotation marks in UTF-8, of either side: German texts use them both ways.
constexpr std::array<std::string_view, 10> kQuotes{"\"",           "\xE2\x80\x9E", "\xE2\x80\x9C", "\xE2\x80\x9D",
                                                   "\xE2\x80\x9A", "\xE2\x80\x98", "\xC2\xAB",     "\xC2\xBB",
                                                   "\xE2\x80\xB9", "\xE2\x80\xBA"};
constexpr std::string_view kQuoteStarts = "\"\xE2\xC2";  ///< Their first bytes.
/// Lower-case words before a quoted name that are passed over: articles, also with a preposition (vom, beim).
constexpr std::uint8_t kMostArticleLetters = 4;

class RelayReader {
 public:
  RelayReader(const clean::Report& report, const WordList& list, const OutletEndings& endings)
      : report_(report), list_(list), endings_(endings) {}

  /// Name of the outlet that the report retells; empty if it is none.
  std::string outlet() {
    if (list_.relayed_words < kLeastCuedSentences || list_.cue_words < kLeastCuedSentences) return "";
    const std::vector<Sentence> sentences = sentences_of(list_);
    const auto all_cued =
        std::count_if(sentences.begin(), sentences.end(), [&](const Sentence& s) { return has_cue(s); });
    if (all_cued < static_cast<std::ptrdiff_t>(kLeastCuedSentences)) return "";
    for (std::uint32_t i = list_.title_words; i < list_.words.size(); ++i) note_name(i);
    if (namings_.empty()) return "";
    std::uint32_t relaying = 0, cued = 0;
    for (const Sentence& sentence : sentences) {
      if (!speaks_of_report(sentence)) continue;
      ++relaying;
      cued += has_cue(sentence) ? 1 : 0;
    }
    if (relaying < kLeastRelayingSentences || cued < kLeastCuedSentences) return "";
    if (relaying < kLeastShare * static_cast<double>(sentences.size())) return "";
    return most_named();
  }

 private:
  [[nodiscard]] std::string_view text_of(std::uint32_t word) const {
    return slice(report_.text, list_.words[word].text);
  }

  /// Remembers the name that ends at `at` if it stands as an outlet's.
  void note_name(std::uint32_t at) {
    const std::uint32_t length = name_length(at);
    if (length == 0 || is_own_name(at)) return;
    std::string name(slice(report_.text, {list_.words[at + 1 - length].text.begin, list_.words[at].text.end}));
    Naming& naming = namings_[list_.words[at].stem];
    if (name.size() > naming.longest.size()) naming.longest = std::move(name);
  }

  /// Words of the outlet's name that ends at `at`, 0 if none does.
  [[nodiscard]] std::uint32_t name_length(std::uint32_t at) const {
    const Word& word = list_.words[at];
    if (!word.facts.capitalised() || word.facts.relayed()) return 0;
    const OutletEndings::Answer ending = endings_.of(text_of(at));
    if (!ending.compound && !ending.whole) {
      if (const std::uint32_t quoted = quoted_length(at); quoted > 0)
        return acts_as_outlet(at + 1 - quoted, at) ? quoted : 0;
      return !word.sentence_start && follows_outlet_noun(at) && joins(at - 1, at) ? 1 : 0;
    }
    std::uint32_t before = 0;
    while (before + 1 < kMostNameWords && at > before && joins_name(at - before - 1, at - before)) ++before;
    if (before > 0) return before + 1;
    return ending.compound ? 1 : 0;
  }

  /// Words of the quoted name that ends at `at`: few capitalised ones between two quotation marks; else 0.
  [[nodiscard]] std::uint32_t quoted_length(std::uint32_t at) const {
    const std::string_view text = report_.text;
    const std::string_view behind = text.substr(list_.words[at].text.end);
    if (behind.empty() || kQuoteStarts.find(behind.front()) == std::string_view::npos) return 0;
    if (std::none_of(kQuotes.begin(), kQuotes.end(), [&](auto quote) { return behind.starts_with(quote); })) return 0;
    for (std::uint32_t length = 1; length <= kMostNameWords && length <= at; ++length) {
      const std::uint32_t first = at + 1 - length;
      if (!list_.words[first].facts.capitalised()) return 0;
      const std::string_view ahead = text.substr(0, list_.words[first].text.begin);
      if (std::any_of(kQuotes.begin(), kQuotes.end(), [&](auto quote) { return ahead.ends_with(quote); }))
        return length;
      if (!joins(first - 1, first)) return 0;
    }
    return 0;
  }

  /// True if the quoted name from `first` to `last` stands where a source does: behind the word for an outlet, behind
  /// or before a word that says that something is retold, an article apart.
  [[nodiscard]] bool acts_as_outlet(std::uint32_t first, std::uint32_t last) const {
    if (follows_outlet_noun(first)) return true;
    if (first == list_.title_words) return false;
    const auto is_cue = [&](std::uint32_t at) { return list_.words[at].facts.cue(); };
    const Word& before = list_.words[first - 1];
    if (is_cue(first - 1) && !list_.words[first].sentence_start) return true;
    if (before.facts.letters() > kMostArticleLetters || before.digit || list_.words[first].block_start) return false;
    if (last + 1 < list_.words.size() && !list_.words[last + 1].sentence_start && is_cue(last + 1)) return true;
    return first >= list_.title_words + 2 && !before.sentence_start && is_cue(first - 2);
  }

  /// True if the word before is one for an outlet ("Magazin", "Fachblatt") rather than for its report.
  [[nodiscard]] bool follows_outlet_noun(std::uint32_t at) const {
    if (at == list_.title_words || list_.words[at].block_start) return false;
    const Word& before = list_.words[at - 1];
    if (!before.facts.relayed() || !before.facts.capitalised()) return false;
    const OutletEndings::Answer ending = endings_.of(text_of(at - 1));
    return ending.compound || ending.whole;
  }

  /// True if two neighbouring words are only a blank apart.
  [[nodiscard]] bool joins(std::uint32_t first, std::uint32_t second) const {
    return !list_.words[second].block_start && list_.words[first].text.end + 1 == list_.words[second].text.begin;
  }
  [[nodiscard]] bool joins_name(std::uint32_t first, std::uint32_t second) const {
    const Word& word = list_.words[first];
    return word.facts.capitalised() && !word.sentence_start && joins(first, second);
  }

  [[nodiscard]] bool is_own_name(std::uint32_t at) const {
    if (!report_.outlet) return false;
    return to_lower_utf8(*report_.outlet).find(to_lower_utf8(text_of(at))) != std::string::npos;
  }

  bool speaks_of_report(const Sentence& sentence) {
    bool found = false;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Word& word = list_.words[i];
      found |= word.facts.relayed();
      if (!word.facts.capitalised()) continue;
      const auto naming = namings_.find(word.stem);
      if (naming == namings_.end()) continue;
      ++naming->second.count;
      found = true;
    }
    return found;
  }

  [[nodiscard]] bool has_cue(const Sentence& sentence) const {
    return std::any_of(list_.words.begin() + sentence.begin, list_.words.begin() + sentence.end,
                       [](const Word& word) { return word.facts.cue(); });
  }

  [[nodiscard]] std::string most_named() const {
    const Naming* best = nullptr;
    for (const auto& [stem, naming] : namings_) {
      if (best == nullptr || naming.count > best->count ||
          (naming.count == best->count && naming.longest < best->longest)) {
        best = &naming;
      }
    }
    return best != nullptr && best->count >= kLeastNamings ? best->longest : "";
  }

  const clean::Report& report_;
  const WordList& list_;
  const OutletEndings& endings_;
  std::map<std::uint32_t, Naming> namings_;  // by stem of the last word
};

}  // namespace

OutletEndings::OutletEndings(const lang::Language& language) : language_(language) {
  language.document_words.head_words.for_each([&](std::string_view ending, std::uint8_t label) {
    if (label != kOutletEnding || ending.size() < kShortestEnding) return;
    beyond_ascii_ |= has_beyond_ascii(ending);
    const std::uint32_t hash = hash_of_last(ending);
    bits_[hash / 64] |= std::uint64_t{1} << hash % 64;
  });
}

bool OutletEndings::may_end(std::string_view word) const {
  const auto known = [&](std::string_view stem) {
    const std::uint32_t hash = hash_of_last(stem);
    return (bits_[hash / 64] >> hash % 64 & 1U) != 0;
  };
  if (word.size() < kShortestEnding) return false;
  if (beyond_ascii_ && has_beyond_ascii(word)) return true;
  return known(word) || (word.size() > kShortestEnding && known(word.substr(0, word.size() - 1)));
}

OutletEndings::Answer OutletEndings::of(std::string_view word) const {
  return may_end(word) ? look_up(word) : Answer();
}

OutletEndings::Answer OutletEndings::look_up(std::string_view word) const {
  const std::string lower = to_lower_utf8(word);
  const std::string_view full = lower;
  Answer answer;
  for (const std::size_t cut : {std::size_t{0}, std::size_t{1}}) {  // with and without the letter of a case ending
    if (full.size() <= cut) break;
    const std::string_view stem = full.substr(0, full.size() - cut);
    for (std::size_t size = kShortestEnding; size <= std::min(kLongestEnding, stem.size()); ++size) {
      const std::uint8_t label = language_.document_words.head_words.find(stem.substr(stem.size() - size));
      if (label != kOutletEnding) continue;
      answer.compound |= size + 3 <= stem.size();
      answer.whole |= size == stem.size();
    }
  }
  return answer;
}

std::optional<Reuse> find_relay(const clean::Report& report, ReportId id, const WordList& list,
                                const OutletEndings& endings) {
  std::string outlet = RelayReader(report, list, endings).outlet();
  if (outlet.empty()) return std::nullopt;
  Reuse relay;
  relay.to = id;
  relay.outlet = std::move(outlet);
  relay.type = ReuseType::Repeats;
  relay.direction_known = true;
  return relay;
}

}  // namespace ql::stories
