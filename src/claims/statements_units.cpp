// SPDX-License-Identifier: Apache-2.0
// Sentences become units: one that breaks inside a quotation is joined with the next. A quotation is an element of
// its own if it stands for a clause (it holds a sentence end, follows a colon, or fills a place between commas);
// otherwise its words are ordinary words of the sentence around it ("sagte, dass <<10.000>> Soldaten"). Brackets are
// passed over. Cost: linear. Tested by cues_test.cpp and traps_test.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "claims/statements_passes.h"

namespace ql::claims {
namespace {

constexpr std::uint32_t kMinClauseTokens = 3;
constexpr std::size_t kMaxUnitElements = 600;  // text without full stops: recognisers look around in a unit

constexpr std::uint32_t kMinBrokenTokens = 6;  // shorter lines without a stop are headings

/// Cuts tokens into units and elements.
class UnitBuilder {
 public:
  explicit UnitBuilder(Reading& reading) : r_(reading) {
    r_.elements.reserve(r_.notes.tokens.size());
    place_quotations();
  }

  void run() {
    const auto& sentences = r_.notes.sentences;
    for (std::size_t i = 0; i < sentences.size();) {
      std::uint32_t begin = sentences[i].tokens.begin;
      std::uint32_t end = sentences[i].tokens.end;
      const std::size_t first = i++;
      while (i < sentences.size() && begin < end && joins(end, sentences[i - 1], sentences[i]))
        end = sentences[i++].tokens.end;
      if (begin < end) add_units(SentenceId(first), begin, end);
    }
  }

 private:
  /// Marks the tokens of top-level quotations: opener_[t] = its quotation, inside_[t] = it lies in one.
  void place_quotations() {
    const auto& tokens = r_.notes.tokens;
    top_of_.assign(tokens.size(), Quotation::kNone);
    std::size_t token = 0;
    for (std::size_t q = 0; q < r_.quotations.size(); ++q) {
      const Quotation& quotation = r_.quotations[q];
      if (quotation.parent != Quotation::kNone) continue;
      while (token < tokens.size() && tokens[token].text.begin < quotation.outer.begin) ++token;
      for (; token < tokens.size() && tokens[token].text.begin < quotation.outer.end; ++token) {
        top_of_[token] = static_cast<std::uint32_t>(q);
      }
    }
  }

  /// The sentence that ends before token `end` goes on in `next`.
  [[nodiscard]] bool joins(std::uint32_t end, const annotate::Sentence& last, const annotate::Sentence& next) const {
    if (next.tokens.empty() || end == 0) return true;
    const std::uint32_t before = end - 1, after = next.tokens.begin;
    if (top_of_[before] != Quotation::kNone && top_of_[before] == top_of_[after]) return true;
    if (breaks_off(last, next)) return true;
    if (r_.is(before, Mark::Colon) && top_of_[after] != Quotation::kNone) return true;
    if (last.block != next.block) return false;
    if (top_of_[before] != Quotation::kNone) return !r_.words[after].capitalised && top_of_[after] == Quotation::kNone;
    return false;
  }

  /// A paragraph that ends without a stop in the middle of a sentence, by a stray break.
  [[nodiscard]] bool breaks_off(const annotate::Sentence& last, const annotate::Sentence& next) const {
    if (!last.block.valid() || !next.block.valid() || next.block.index() != last.block.index() + 1) return false;
    const bool paragraphs = r_.report.blocks[last.block.index()].kind == clean::BlockKind::Paragraph &&
                            r_.report.blocks[next.block.index()].kind == clean::BlockKind::Paragraph;
    const std::uint32_t size = last.tokens.end - last.tokens.begin;
    return paragraphs && size >= kMinBrokenTokens && r_.words[last.tokens.end - 1].word &&
           !r_.is(last.tokens.end - 1, Mark::Terminator);
  }

  void add_units(SentenceId sentence, std::uint32_t begin, std::uint32_t end) {
    Unit unit = fresh(sentence, begin);
    std::uint32_t depth = 0;
    for (std::uint32_t t = begin; t < end;) {
      const std::uint32_t q = top_of_[t];
      const bool begins = t == begin || top_of_[t - 1] != q;
      if (q != Quotation::kNone && depth == 0 && begins && stands_alone(q, t, end, unit)) {
        std::uint32_t last = t;
        while (last + 1 < end && top_of_[last + 1] == q) ++last;
        add(unit, {t, last, q});
        t = last + 1;
        if (t < end && ends_sentence(q) && starts_sentence(t)) {
          finish(std::move(unit));
          sentence = sentence_of(t, sentence);
          unit = fresh(sentence, t);
        }
        continue;
      }
      if (unit.elements.size() >= kMaxUnitElements) {
        finish(std::move(unit));
        sentence = sentence_of(t, sentence);
        unit = fresh(sentence, t);
        depth = 0;
      }
      const Mark mark = r_.words[t].mark;
      if (mark == Mark::Opening) ++depth;
      if (depth == 0 && mark != Mark::Quote) add(unit, {t, t, Quotation::kNone});
      if (mark == Mark::Closing && depth > 0) --depth;
      ++t;
    }
    finish(std::move(unit));
  }

  [[nodiscard]] SentenceId sentence_of(std::uint32_t token, SentenceId from) const {
    std::size_t i = from.index();
    while (i + 1 < r_.notes.sentences.size() && r_.notes.sentences[i].tokens.end <= token) ++i;
    return SentenceId(i);
  }

  [[nodiscard]] Unit fresh(SentenceId sentence, std::uint32_t token) const {
    Unit unit;
    unit.sentence = sentence_of(token, sentence);
    unit.block = r_.notes.sentences[unit.sentence.index()].block;
    unit.title = unit.block.valid() && unit.block.index() < r_.report.blocks.size() &&
                 r_.report.blocks[unit.block.index()].kind == clean::BlockKind::Title;
    return unit;
  }

  [[nodiscard]] bool ends_sentence(std::uint32_t q) const {
    const TextRange inner = r_.quotations[q].inner;
    if (!r_.quotations[q].closed) return true;
    const std::string_view text = slice(r_.report.text, inner);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\u2026");
  }

  /// The token after a quotation with its own full stop begins a new sentence.
  [[nodiscard]] bool starts_sentence(std::uint32_t t) const {
    if (top_of_[t] != Quotation::kNone) return true;
    return r_.words[t].capitalised || is_digit(decode_utf8(r_.text(t), 0).value);
  }

  /// A quotation that fills the place of a clause.
  [[nodiscard]] bool stands_alone(std::uint32_t q, std::uint32_t t, std::uint32_t end, const Unit& unit) const {
    std::uint32_t last = t, words = 0;
    bool finite = false;
    for (; last < end && top_of_[last] == q; ++last) {
      words += r_.words[last].word ? 1 : 0;
      finite = finite || r_.words[last].finite;
    }
    if (inside_clause(unit, t)) return false;
    const bool at_start = unit.elements.empty();
    const Mark before = at_start ? Mark::None : r_.words[unit.elements.back().last].mark;
    const bool at_end = last >= end || r_.is(last, Mark::Terminator);
    const bool comma_after = last < end && (r_.is(last, Mark::Comma) || r_.is(last, Mark::Dash));
    if (before == Mark::Colon) return words >= kMinClauseTokens || at_end;
    if (ends_sentence(q) && words >= 2 && (at_start || before == Mark::Comma || before == Mark::Terminator || finite))
      return true;
    if (at_start) return comma_after || at_end || (finite && last < end && r_.words[last].finite);
    if (before == Mark::Comma || before == Mark::Dash)
      return (at_end || comma_after) && (finite || words > kMinClauseTokens);
    return false;
  }

  /// The quotation is a part of the clause before it: "sie seien <<sehr geeignet>>", "dass <<viele kommen>>". A clause
  /// that holds a reporting verb waits for a quotation; one with another finite verb or a complementizer does not.
  [[nodiscard]] bool inside_clause(const Unit& unit, std::uint32_t t) const {
    if (unit.elements.empty()) return false;
    std::size_t at = unit.elements.size();
    const auto is_break = [&](std::size_t e) {
      const std::string_view text = r_.text(unit.elements[e].first);
      return unit.elements[e].is_quotation() || !r_.words[unit.elements[e].first].word || text == "und";
    };
    const bool comma = r_.is(unit.elements.back().first, Mark::Comma);
    if (comma) return at >= 2 && r_.has(unit.elements[at - 2].first, lang::kComplementizer);
    if (is_break(at - 1)) return false;
    if (goes_on_small(unit, t)) return true;
    bool other_verb = false, cue = false;
    while (at > 0 && !is_break(at - 1)) {
      const Word& word = r_.words[unit.elements[--at].first];
      const bool reports = std::any_of(word.cues().begin(), word.cues().end(), [&](const lang::CueReading& c) {
        return (r_.lexicon.entry(c).frames & lang::kFrameQuote) != 0;
      });
      cue = cue || (reports && !word.capitalised);
      other_verb = other_verb || (word.finite && !reports);
    }
    return !cue && (other_verb || r_.has(unit.elements[at].first, lang::kComplementizer | lang::kSubordinator));
  }

  /// "meinte, der Mann <<konnte nicht anders>>": the quotation brings the verb of the clause that a phrase began.
  [[nodiscard]] bool goes_on_small(const Unit& unit, std::uint32_t t) const {
    while (t < r_.words.size() && !r_.words[t].word) ++t;
    if (t >= r_.words.size() || r_.words[t].capitalised || !r_.words[t].finite) return false;
    for (std::size_t at = unit.elements.size(); at-- > 0;) {
      const Element& e = unit.elements[at];
      if (e.is_quotation()) return false;
      if (!r_.words[e.first].word) return r_.is(e.first, Mark::Comma) && at > 0;
      if (r_.words[e.first].finite) return false;
    }
    return false;
  }

  /// Elements of a unit follow one another in Reading::elements, which never grows beyond what was reserved.
  void add(Unit& unit, Element element) {
    r_.elements.push_back(element);
    const std::size_t size = unit.elements.size() + 1;
    unit.elements = std::span<const Element>(r_.elements).last(size);
  }

  void finish(Unit&& unit) {
    if (!unit.elements.empty()) r_.units.push_back(std::move(unit));
  }

  Reading& r_;
  std::vector<std::uint32_t> top_of_;
};

}  // namespace

void build_units(Reading& reading) { UnitBuilder(reading).run(); }

}  // namespace ql::claims
