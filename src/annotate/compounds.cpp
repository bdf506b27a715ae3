// SPDX-License-Identifier: Apache-2.0
// Hyphens part first; what stands between them is then covered with words of the lexicon from left to right, fewest
// parts first, the longest head among equals. A modifier is a noun in any form (Truppen-, Bundes-), a noun that lost
// its e (Schul-), a verb's stem (Fahr-) or an adjective (Gross-), with or without a linking s; the head is a noun whose
// paradigm cells are those of the whole, if the lexicon lists the whole. Tested by compounds_test.cpp.
#include "annotate/compounds.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::FormClass;
using lang::Reading;

constexpr std::size_t kLongest = 60, kShortestModifier = 3, kShortestHead = 4;
constexpr std::uint8_t kDerived = lang::form_flag::kInfinitival;

std::string capitalised(std::string_view word) {
  const CodePoint first = decode_utf8(word, 0);
  char32_t upper = first.value;
  if ((upper >= U'a' && upper <= U'z') || (upper >= 0xE0 && upper <= 0xFE)) upper -= 32;
  std::string out;
  append_utf8(out, upper);
  out += word.substr(first.size_bytes);
  return out;
}

class Splitter {
 public:
  Splitter(std::string_view word, const lang::FormLexicon& lexicon) : word_(word), lexicon_(lexicon) {
    whole_ = cells(lexicon.find(capitalised(word)));
  }

  /// The parts of the word; one if it cannot be split, none if nothing is known about it.
  std::vector<CompoundPart> run() {
    best_.resize(word_.size() + 1);
    known_.assign(word_.size() + 1, false);
    std::vector<CompoundPart> parts = cover(0);
    return parts;
  }

 private:
  static lang::Agreement cells(std::span<const Reading> readings) {
    lang::Agreement all = 0;
    for (const Reading& reading : readings) {
      if (reading.form_class == FormClass::Noun) all |= reading.agreement();
    }
    return all;
  }

  [[nodiscard]] const Reading* find(const std::string& form, FormClass wanted) const {
    const auto readings = lexicon_.find(form);
    const auto at = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) {
      return reading.form_class == wanted && (wanted != FormClass::Noun || (reading.flags & kDerived) == 0);
    });
    return at == readings.end() ? nullptr : &*at;
  }

  [[nodiscard]] std::string lemma(const std::string& form, const Reading& reading) const {
    std::string out;
    lexicon_.append_lemma(form, reading, out);
    return out;
  }

  [[nodiscard]] std::optional<std::string> head(std::string_view text) const {
    const std::string form = capitalised(text);
    const auto readings = lexicon_.find(form);
    if (whole_ != 0 && (cells(readings) & whole_) != whole_) return std::nullopt;
    for (const Reading& reading : readings) {
      if (reading.form_class == FormClass::Noun) return lemma(form, reading);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> modifier(std::string_view text) const {
    const std::string form = capitalised(text);
    if (const Reading* noun = find(form, FormClass::Noun)) return lemma(form, *noun);
    if (const Reading* noun = find(form + "e", FormClass::Noun); noun != nullptr && text.size() > kShortestModifier) {
      return lemma(form + "e", *noun);
    }
    if (const Reading* name = find(form, FormClass::Name); name != nullptr && text.size() > kShortestModifier) {
      return lemma(form, *name);
    }
    const std::string lower = to_lower_utf8(text);
    if (const Reading* verb = find(lower + "en", FormClass::Verb); verb != nullptr && text.size() > kShortestModifier) {
      return lower + "en";
    }
    if (const Reading* adjective = find(lower, FormClass::Adjective);
        adjective != nullptr && text.size() > kShortestModifier) {
      return lemma(lower, *adjective);
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_boundary(std::size_t at) const {
    return at == word_.size() || (static_cast<unsigned char>(word_[at]) & 0xC0U) != 0x80U;
  }

  /// The best cover of word_[begin...]; empty if there is none.
  const std::vector<CompoundPart>& cover(std::size_t begin) {
    if (known_[begin]) return best_[begin];
    known_[begin] = true;
    std::vector<CompoundPart> best;
    const std::string_view rest = word_.substr(begin);
    if (rest.size() >= kShortestHead && begin > 0) {
      if (std::optional<std::string> found = head(rest)) best.push_back(part(begin, word_.size(), std::move(*found)));
    }
    for (std::size_t end = begin + kShortestModifier; best.empty() && end + kShortestHead <= word_.size(); ++end) {
      try_cut(begin, end, best);
    }
    for (std::size_t end = begin + kShortestModifier; best.size() > 2 && end + kShortestHead <= word_.size(); ++end) {
      try_cut(begin, end, best);
    }
    best_[begin] = std::move(best);
    return best_[begin];
  }

  void try_cut(std::size_t begin, std::size_t end, std::vector<CompoundPart>& best) {
    if (!is_boundary(end)) return;
    std::optional<std::string> found = modifier(word_.substr(begin, end - begin));
    if (!found) return;
    for (const std::size_t linked : {std::size_t{0}, std::size_t{1}}) {
      if (linked == 1 && word_[end] != 's') break;
      if (end + linked + kShortestHead > word_.size()) break;
      const std::vector<CompoundPart>& tail = cover(end + linked);
      if (tail.empty() || (!best.empty() && tail.size() + 1 >= best.size())) continue;
      best.assign(1, part(begin, end, *found));
      best.insert(best.end(), tail.begin(), tail.end());
    }
  }

  static CompoundPart part(std::size_t begin, std::size_t end, std::string lemma) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(lemma)};
  }

  std::string_view word_;
  const lang::FormLexicon& lexicon_;
  lang::Agreement whole_ = 0;
  std::vector<std::vector<CompoundPart>> best_;
  std::vector<bool> known_;
};

/// The piece between hyphens: its own parts, or itself.
void add_piece(std::string_view form, std::size_t begin, std::size_t end, const lang::FormLexicon& lexicon,
               std::vector<CompoundPart>& parts) {
  if (begin == end) return;
  const std::string_view piece = form.substr(begin, end - begin);
  std::vector<CompoundPart> own = Splitter(piece, lexicon).run();
  if (own.empty()) {
    CompoundPart whole{0, static_cast<std::uint32_t>(piece.size()), std::string(piece)};
    for (const Reading& reading : lexicon.find(piece)) {
      if (reading.form_class != FormClass::Noun && reading.form_class != FormClass::Name) continue;
      whole.lemma.clear();
      lexicon.append_lemma(piece, reading, whole.lemma);
      break;
    }
    own.push_back(std::move(whole));
  }
  for (CompoundPart& part : own) {
    part.begin += static_cast<std::uint32_t>(begin);
    part.end += static_cast<std::uint32_t>(begin);
    parts.push_back(std::move(part));
  }
}

}  // namespace

std::vector<CompoundPart> split_compound(std::string_view form, const lang::FormLexicon& lexicon) {
  std::vector<CompoundPart> parts;
  if (form.size() > kLongest) return parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= form.size(); ++at) {
    if (at < form.size() && form[at] != '-') continue;
    add_piece(form, begin, at, lexicon, parts);
    begin = at + 1;
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

}  // namespace ql::annotate
