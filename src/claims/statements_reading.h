// SPDX-License-Identifier: Apache-2.0
// One report as the recognisers of statements see it: words with their cue readings, units (sentences that do not
// break inside quotations), elements (a word, or a whole quotation) and segments (runs between commas).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "claims/quotations.h"
#include "clean/report.h"
#include "lang/language.h"

namespace ql::claims {

/// What a token that is no word may be. Dashes between words and hyphens are one kind.
enum class Mark : std::uint8_t { None, Comma, Semicolon, Colon, Dash, Terminator, Quote, Opening, Closing };

/// What the lexicons and tags say about one token. 16 bytes: a report has one for each of its tokens.
struct Word {
  const lang::CueWord* known = nullptr;  ///< Never null in a Reading.
  std::uint32_t classes = 0;             ///< lang::ClauseWord bits.
  bool word : 1 = false;                 ///< Letters or digits, no mark.
  bool capitalised : 1 = false;
  bool finite : 1 = false;  ///< Finite verb by tag, or by lexicon where there is no tag.
  Mark mark = Mark::None;
  annotate::Mood mood = annotate::Mood::None;

  /// Readings as reporting verb, noun or label.
  [[nodiscard]] const std::vector<lang::CueReading>& cues() const { return known->readings; }
  /// Attributing phrases that begin with it.
  [[nodiscard]] const std::vector<lang::CueReading>& patterns() const { return known->patterns; }
};
static_assert(sizeof(Word) == 16);

/// One step through a unit: a word or mark, or a whole quotation that stands for a clause of its own.
struct Element {
  std::uint32_t first = 0, last = 0;  ///< Tokens, both inside.
  std::uint32_t quotation = Quotation::kNone;
  [[nodiscard]] bool is_quotation() const { return quotation != Quotation::kNone; }
};

enum class SegmentKind : std::uint8_t { Main, Dass, Ob, WClause, Wie, Relative, Subordinate, Infinitive, Fragment };

/// Elements between two separators (comma, semicolon, colon, dash).
struct Segment {
  std::uint32_t begin = 0, end = 0;  ///< Elements.
  char separator = 0;                ///< What stands before: , ; : - or 0 at the start.
  SegmentKind kind = SegmentKind::Fragment;
  std::uint32_t finite = kNone;  ///< Element of the finite verb.
  annotate::Mood mood = annotate::Mood::None;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
};

/// A sentence; one that breaks inside a quotation is a single unit. Its parts stand in the Reading.
struct Unit {
  SentenceId sentence;
  BlockId block;
  bool title = false;
  std::span<const Element> elements;
  std::span<const Segment> segments;
};

/// True if `word` is the lower-case word of the same size but for a capital at its start.
bool is_capitalised(std::string_view word, std::string_view lower_case_word);

/// Everything that the recognisers read. Refers to its sources, which must outlive it.
struct Reading {
  const clean::Report& report;
  const annotate::Annotations& notes;
  const lang::Language& language;
  const lang::CueLexicon& lexicon;  ///< Of the language.
  std::vector<Quotation> quotations;
  std::vector<Word> words;                    ///< One per token.
  std::vector<std::uint32_t> clause_of_verb;  ///< Token -> clause whose finite or main verb it is, or kNone.
  std::vector<std::uint32_t> mention_at;      ///< Token -> first mention that covers it, or kNone.
  std::vector<Element> elements;              ///< Of all units, one unit behind the other.
  std::vector<Segment> segments;
  std::vector<Unit> units;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    return slice(report.text, notes.tokens[token].text);
  }
  /// True if the token is this word; its first letter may be upper case.
  [[nodiscard]] bool is(std::uint32_t token, std::string_view lower_case_word) const {
    const std::string_view word = text(token);
    if (word.size() != lower_case_word.size() || word.empty()) return false;
    if (word.size() > 2 && word.back() != lower_case_word.back()) return false;  // most end here
    return word == lower_case_word || (words[token].capitalised && is_capitalised(word, lower_case_word));
  }
  [[nodiscard]] bool is(std::uint32_t token, Mark mark) const { return words[token].mark == mark; }
  [[nodiscard]] bool has(std::uint32_t token, std::uint32_t classes) const {
    return (words[token].classes & classes) != 0;
  }
  /// Bytes from the first to the last of these elements; quotation marks at both ends stay outside for quotations.
  [[nodiscard]] TextRange range(const Unit& unit, std::uint32_t begin, std::uint32_t end) const;
};

/// Builds the reading. Cost: linear in the tokens.
Reading read_for_statements(const clean::Report& report, const annotate::Annotations& notes,
                            const lang::Language& language);

}  // namespace ql::claims
