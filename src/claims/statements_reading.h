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

/// What the lexicons and tags say about one token.
struct Word {
  std::uint32_t classes = 0;               ///< lang::ClauseWord bits.
  std::span<const lang::CueReading> cues;  ///< Readings as reporting verb, noun or label.
  std::span<const lang::CueReading> patterns;
  bool capitalised = false;
  bool finite = false;  ///< Finite verb by tag, or by lexicon where there is no tag.
  bool word = false;    ///< Letters or digits, no mark.
  annotate::Mood mood = annotate::Mood::None;
};

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

/// A sentence; one that breaks inside a quotation is a single unit.
struct Unit {
  SentenceId sentence;
  BlockId block;
  bool title = false;
  std::vector<Element> elements;
  std::vector<Segment> segments;
};

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
  std::vector<Unit> units;
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    return slice(report.text, notes.tokens[token].text);
  }
  /// True if the token is this word; its first letter may be upper case.
  [[nodiscard]] bool is(std::uint32_t token, std::string_view lower_case_word) const;
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
