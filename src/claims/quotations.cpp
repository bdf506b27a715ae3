// SPDX-License-Identifier: Apache-2.0
// Quotation marks in two passes. Pass 1 lists every mark with what its neighbours say about its side (letters to
// the right only: it opens; to the left only: it closes). Pass 2 pairs them with a stack of bounded depth. A mark
// that serves both sides (U+201C, ASCII, guillemets) closes if a partner is open and its neighbours allow it.
// At the end of a paragraph an open double quotation goes on only if the next mark in the text closes it and stands
// in one of the next paragraphs, or if the next paragraph opens it again; otherwise it ends there.
// Cost: linear; the stack is at most kMaxDepth deep. Tested by quotations_test.cpp.
#include "claims/quotations.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace ql::claims {
namespace {

constexpr std::size_t kMaxDepth = 6;
constexpr std::size_t kMaxBlocksCrossed = 3;

struct Mark {
  std::uint32_t begin = 0, end = 0;
  char32_t sign = 0;
  std::size_t block = 0;
  bool space_left = true, space_right = true;  ///< White space, start, end or a bracket on that side.
  bool letter_left = false, letter_right = false;
};

bool is_mark(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U'\u201E':
    case U'\u201C':
    case U'\u201D':
    case U'\u201F':
    case U'\u201A':
    case U'\u2018':
    case U'\u2019':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2039':
    case U'\u203A':
      return true;
    default:
      return false;
  }
}

bool is_single(char32_t c) {
  return c == U'\'' || c == U'\u201A' || c == U'\u2018' || c == U'\u2019' || c == U'\u2039' || c == U'\u203A';
}

/// True if `close` can end what `open` began.
bool pairs_with(char32_t open, char32_t close) {
  switch (open) {
    case U'\u201E':
    case U'\u201C':
    case U'\u201D':
    case U'\u201F':
      return close == U'\u201C' || close == U'\u201D' || close == U'"' || close == U'\u201F';
    case U'"':
      return close == U'"' || close == U'\u201C' || close == U'\u201D';
    case U'\u00AB':
      return close == U'\u00BB';
    case U'\u00BB':
      return close == U'\u00AB' || close == U'\u00BB';
    case U'\u201A':
    case U'\u2018':
      return close == U'\u2018' || close == U'\u2019' || close == U'\'';
    case U'\'':
      return close == U'\'' || close == U'\u2019';
    case U'\u2039':
      return close == U'\u203A';
    case U'\u203A':
      return close == U'\u2039';
    default:
      return false;
  }
}

bool opens_side(char32_t c) {
  return is_space(c) || c == U'(' || c == U'[' || c == U'/' || c == U'-' || c == U'\u2013' || c == U'\u2014' ||
         c == U'*' || c == U'_';
}

/// Describes the mark at `position`; neighbours outside the block count as space.
Mark describe(std::string_view text, TextRange block, std::uint32_t position, CodePoint sign) {
  Mark mark;
  mark.begin = position;
  mark.end = position + sign.size_bytes;
  mark.sign = sign.value;
  if (position > block.begin) {
    const CodePoint left = decode_utf8(text, previous_utf8(text, position));
    mark.letter_left = is_letter(left.value) || is_digit(left.value);
    mark.space_left =
        opens_side(left.value) || (is_mark(left.value) && !is_single(left.value) && is_single(sign.value));
  }
  if (mark.end < block.end) {
    const CodePoint right = decode_utf8(text, mark.end);
    mark.letter_right = is_letter(right.value) || is_digit(right.value);
    mark.space_right = is_space(right.value);
  }
  return mark;
}

/// The first byte from `begin` on, or the end, that may begin a mark: ASCII quotes, and the lead bytes of the others.
/// Blocks of bytes without any are passed over at once.
std::uint32_t next_candidate(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kBlock = 32;
  const auto may_begin = [&](std::uint32_t at) {
    const char c = text[at];
    return c == '"' || c == '\'' || c == '\xC2' || c == '\xE2';
  };
  for (; begin + kBlock <= end; begin += kBlock) {
    unsigned found = 0;
    for (std::uint32_t i = 0; i < kBlock; ++i) found |= may_begin(begin + i) ? 1U : 0U;
    if (found != 0) break;
  }
  while (begin < end && !may_begin(begin)) ++begin;
  return begin;
}

std::vector<Mark> list_marks(const clean::Report& report, const std::vector<std::size_t>& blocks) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const TextRange range = report.blocks[blocks[i]].text;
    for (std::uint32_t at = next_candidate(report.text, range.begin, range.end); at < range.end;) {
      const CodePoint sign = decode_utf8(report.text, at);
      if (is_mark(sign.value)) {
        marks.push_back(describe(report.text, range, at, sign));
        marks.back().block = i;
      }
      at = next_candidate(report.text, at + sign.size_bytes, range.end);
    }
  }
  return marks;
}

/// The pairing pass: one object for one report.
class Pairing {
 public:
  Pairing(const clean::Report& report, std::vector<std::size_t> blocks)
      : report_(report), blocks_(std::move(blocks)), marks_(list_marks(report, blocks_)) {}

  std::vector<Quotation> run() {
    std::size_t block = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      for (; block < marks_[i].block; ++block) leave_block(block, i);
      read(marks_[i]);
    }
    for (; block < blocks_.size() && !open_.empty(); ++block) leave_block(block, marks_.size());
    finish();
    return std::move(found_);
  }

 private:
  struct Open {
    Mark mark;
    std::uint32_t index = 0;  ///< In found_.
  };

  [[nodiscard]] const clean::Block& block_at(std::size_t i) const { return report_.blocks[blocks_[i]]; }

  void read(const Mark& mark) {
    if (closes_open(mark)) return;
    if (can_open(mark)) open(mark);
  }

  /// Could this mark open something, seen from its neighbours and its sign?
  [[nodiscard]] bool can_open(const Mark& mark) const {
    if (open_.size() >= kMaxDepth) return false;
    if (mark.sign == U'\u201E') return !mark.space_right || mark.space_left;
    if (is_single(mark.sign)) {
      const bool side = mark.space_left && mark.letter_right;
      return side && mark.sign != U'\u2019' && (mark.sign != U'\'' || !open_.empty());
    }
    return mark.space_left && !mark.space_right;
  }

  [[nodiscard]] static bool can_close(const Mark& mark) {
    if (mark.sign == U'\u201E' || mark.sign == U'\u201A') return false;
    if (is_single(mark.sign)) return !mark.space_left && !mark.letter_right;
    return !mark.space_left || mark.space_right;
  }

  bool closes_open(const Mark& mark) {
    if (!can_close(mark)) return false;
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      if (!pairs_with(open_[depth].mark.sign, mark.sign)) continue;
      for (std::size_t inner = open_.size(); inner-- > depth + 1;) drop_or_end(mark.begin);
      close(mark);
      return true;
    }
    return false;
  }

  void open(const Mark& mark) {
    // ASCII marks do not nest: a second opener means that the first was never closed.
    if (mark.sign == U'"' && !open_.empty() && open_.back().mark.sign == mark.sign) drop_or_end(mark.begin);
    Quotation quotation;
    quotation.outer = {mark.begin, mark.end};
    quotation.parent = open_.empty() ? Quotation::kNone : open_.back().index;
    open_.push_back({mark, static_cast<std::uint32_t>(found_.size())});
    found_.push_back(quotation);
  }

  void close(const Mark& mark) {
    Quotation& quotation = found_[open_.back().index];
    quotation.inner = trimmed({quotation.outer.end, mark.begin});
    quotation.outer.end = mark.end;
    open_.pop_back();
  }

  /// Ends the innermost open quotation without a closer at `end`; single marks without closer were none.
  void drop_or_end(std::uint32_t end) {
    Quotation& quotation = found_[open_.back().index];
    quotation.closed = false;
    quotation.inner = is_single(open_.back().mark.sign) ? TextRange{} : trimmed({quotation.outer.end, end});
    quotation.outer.end = std::max(quotation.outer.end, quotation.inner.end);
    open_.pop_back();
  }

  void leave_block(std::size_t block, std::size_t next_mark) {
    while (!open_.empty()) {
      if (open_.size() == 1 && !is_single(open_.back().mark.sign) && goes_on(block, next_mark)) return;
      const Open last = open_.back();
      drop_or_end(block_at(block).text.end);
      if (open_.empty()) remember_reopening(last, block, next_mark);
    }
  }

  /// The next mark closes the open quotation and stands within the next few paragraphs.
  [[nodiscard]] bool goes_on(std::size_t block, std::size_t next_mark) const {
    if (next_mark >= marks_.size()) return false;
    for (std::size_t i = next_mark; i < marks_.size() && marks_[i].block <= block + kMaxBlocksCrossed; ++i) {
      if (is_single(marks_[i].sign)) continue;
      const bool ambiguous = marks_[i].sign == open_.back().mark.sign && !marks_[i].letter_left && marks_[i].space_left;
      return can_close(marks_[i]) && !ambiguous && pairs_with(open_.back().mark.sign, marks_[i].sign);
    }
    return false;
  }

  /// A paragraph that begins with the same opener right after an unclosed one continues that quotation.
  void remember_reopening(const Open& last, std::size_t block, std::size_t next_mark) {
    if (next_mark >= marks_.size()) return;
    const Mark& next = marks_[next_mark];
    if (next.block == block + 1 && next.sign == last.mark.sign && next.begin == block_at(next.block).text.begin) {
      reopened_.emplace_back(next.begin, last.index);
    }
  }

  [[nodiscard]] TextRange trimmed(TextRange range) const {
    while (range.begin < range.end) {
      const CodePoint first = decode_utf8(report_.text, range.begin);
      if (!is_space(first.value)) break;
      range.begin += first.size_bytes;
    }
    while (range.begin < range.end) {
      const auto last = static_cast<std::uint32_t>(previous_utf8(report_.text, range.end));
      if (!is_space(decode_utf8(report_.text, last).value)) break;
      range.end = last;
    }
    return range;
  }

  /// Drops what has no content, keeps the links between the rest right.
  void finish() {
    std::vector<std::uint32_t> new_index(found_.size(), Quotation::kNone);
    std::vector<Quotation> kept;
    std::size_t reopening = 0;  // both lists are in text order
    for (std::size_t i = 0; i < found_.size(); ++i) {
      Quotation quotation = found_[i];
      if (quotation.parent != Quotation::kNone) {
        const std::uint32_t parent = quotation.parent;
        quotation.parent = new_index[parent] != Quotation::kNone && found_[parent].outer.contains(quotation.outer)
                               ? new_index[parent]
                               : Quotation::kNone;
      }
      if (quotation.inner.empty()) continue;
      while (reopening < reopened_.size() && reopened_[reopening].first < quotation.outer.begin) ++reopening;
      if (reopening < reopened_.size() && reopened_[reopening].first == quotation.outer.begin) {
        quotation.continues = new_index[reopened_[reopening].second];
      }
      new_index[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(quotation);
    }
    found_ = std::move(kept);
  }

  const clean::Report& report_;
  std::vector<std::size_t> blocks_;
  std::vector<Mark> marks_;
  std::vector<Open> open_;
  std::vector<Quotation> found_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> reopened_;  // begin of the new one, index of the old one
};

}  // namespace

std::vector<Quotation> find_quotations(const clean::Report& report) {
  std::vector<std::size_t> blocks;
  for (std::size_t i = 0; i < report.blocks.size(); ++i) {
    const clean::BlockKind kind = report.blocks[i].kind;
    if (clean::is_body(kind) || kind == clean::BlockKind::Title) blocks.push_back(i);
  }
  return Pairing(report, std::move(blocks)).run();
}

}  // namespace ql::claims
