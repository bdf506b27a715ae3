// SPDX-License-Identifier: Apache-2.0
// Report -> "retells outlet X", or nothing. A retelling says so again and again: many of its sentences speak of the
// paper, the report or the outlet's name. A report that quotes another outlet once or twice among its own findings
// stays below the share. The outlet is the name in such sentences that occurs most: a word with the ending of outlet
// names (Landkurier), or such a word after capitalised ones (Norder Anzeiger). Tested by relays_test.cpp.
#include "stories/relays.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"
#include "lang/word_key.h"

namespace ql::stories {
namespace {

constexpr std::uint32_t kLeastRelayingSentences = 3;
constexpr std::uint32_t kLeastCuedSentences = 2;
constexpr double kLeastShare = 0.25;
constexpr std::uint32_t kLeastNamings = 2;
constexpr std::uint32_t kMostNameWords = 3;
constexpr std::size_t kEndingSlots = 1U << 13U;
constexpr std::size_t kShortestEnding = 4, kLongestEnding = 12;

struct Sentence {
  std::uint32_t begin = 0, end = 0;  // words
};

std::vector<Sentence> sentences_of(const WordList& list) {
  std::vector<Sentence> sentences;
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

class RelayReader {
 public:
  RelayReader(const clean::Report& report, const WordList& list, const lang::Language& language, OutletEndings& endings)
      : report_(report), list_(list), language_(language), endings_(endings) {}

  /// Name of the outlet that the report retells; empty if it is none.
  std::string outlet() {
    const auto relayed = [](const Word& word) { return word.relayed; };
    if (std::count_if(list_.words.begin(), list_.words.end(), relayed) < kLeastCuedSentences) return "";
    const std::vector<Sentence> sentences = sentences_of(list_);
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

  /// Words of the name that ends at `at`, 0 if none does.
  [[nodiscard]] std::uint32_t name_length(std::uint32_t at) const {
    const Word& word = list_.words[at];
    if (!word.capitalised || word.relayed) return 0;
    const OutletEndings::Answer ending = endings_.of(word.key, text_of(at));
    if (!ending.compound && !ending.whole) return 0;
    std::uint32_t before = 0;
    while (before + 1 < kMostNameWords && at > before && joins_name(at - before - 1, at - before)) ++before;
    if (before > 0) return before + 1;
    return ending.compound ? 1 : 0;
  }

  /// True if the capitalised word `first` and the next one are only a blank apart.
  [[nodiscard]] bool joins_name(std::uint32_t first, std::uint32_t second) const {
    const Word& word = list_.words[first];
    return word.capitalised && !word.sentence_start && !list_.words[second].block_start &&
           word.text.end + 1 == list_.words[second].text.begin;
  }

  [[nodiscard]] bool is_own_name(std::uint32_t at) const {
    if (!report_.outlet) return false;
    return to_lower_utf8(*report_.outlet).find(to_lower_utf8(text_of(at))) != std::string::npos;
  }

  bool speaks_of_report(const Sentence& sentence) {
    bool found = false;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t length = name_length(i);
      if (length > 0 && !is_own_name(i)) {
        Naming& naming = namings_[list_.words[i].stem];
        ++naming.count;
        std::string name(slice(report_.text, {list_.words[i + 1 - length].text.begin, list_.words[i].text.end}));
        if (name.size() > naming.longest.size()) naming.longest = std::move(name);
        found = true;
      }
      found |= list_.words[i].relayed;
    }
    return found;
  }

  [[nodiscard]] bool has_cue(const Sentence& sentence) const {
    return std::any_of(list_.words.begin() + sentence.begin, list_.words.begin() + sentence.end,
                       [&](const Word& word) { return language_.relay_words.is_cue(word.stem); });
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
  const lang::Language& language_;
  OutletEndings& endings_;
  std::map<std::uint32_t, Naming> namings_;  // by stem of the last word
};

}  // namespace

OutletEndings::OutletEndings(const lang::Language& language) : language_(language), slots_(kEndingSlots) {}

OutletEndings::Answer OutletEndings::of(std::uint64_t key, std::string_view word) {
  Slot& slot = slots_[(key >> 32U) % kEndingSlots];
  if (!slot.filled || slot.key != key) slot = {key, true, look_up(word)};
  return slot.answer;
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
      if (label != static_cast<std::uint8_t>(lang::HeadWord::OutletEnding)) continue;
      answer.compound |= size + 3 <= stem.size();
      answer.whole |= size == stem.size();
    }
  }
  return answer;
}

std::optional<Reuse> find_relay(const clean::Report& report, ReportId id, const WordList& list,
                                const lang::Language& language, OutletEndings& endings) {
  std::string outlet = RelayReader(report, list, language, endings).outlet();
  if (outlet.empty()) return std::nullopt;
  Reuse relay;
  relay.to = id;
  relay.outlet = std::move(outlet);
  relay.type = ReuseType::Repeats;
  relay.direction_known = true;
  return relay;
}

}  // namespace ql::stories
