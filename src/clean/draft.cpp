// SPDX-License-Identifier: Apache-2.0
// Copies stretches without white space, references or soft hyphens as a whole; everything else becomes a unit of the
// offset map. A single ASCII blank is copied, so that ordinary text stays one run. Tested by clean_test.cpp and the
// property tests of clean.
#include "clean/draft.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lang/html_entities.h"

namespace ql::clean {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kByteOrderMark = 0xFEFF;

/// What to do with the character at a position.
enum class Act : std::uint8_t { Copy, Blank, Drop, Resolve };

struct Step {
  Act act;
  std::uint32_t size_bytes;
};

Step step_at(std::string_view text, std::size_t position, bool resolve_references) {
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x80) {
    if (byte == ' ' || (byte >= 9 && byte <= 13)) return {Act::Blank, 1};
    return {resolve_references && byte == '&' ? Act::Resolve : Act::Copy, 1};
  }
  if (byte != 0xC2 && (byte < 0xE1 || byte > 0xE3) && byte != 0xEF) return {Act::Copy, 1};
  const CodePoint point = decode_utf8(text, position);
  if (point.value == kSoftHyphen || point.value == kByteOrderMark) return {Act::Drop, point.size_bytes};
  return {is_space(point.value) ? Act::Blank : Act::Copy, point.size_bytes};
}

/// Bytes of ASCII that step_at() copies whatever it is asked.
constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) plain[byte] = byte != ' ' && (byte < 9 || byte > 13) && byte != '&';
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

}  // namespace

void DraftWriter::literal(std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return;
  flush_blank(begin);
  draft_.text.append(source_.text, begin, end - begin);
  last_source_ = end;
  if (source_.identical) {
    draft_.offsets.append_literal(begin, end - begin);
    return;
  }
  source_.map.for_each_run({begin, end}, [this](const OffsetRun& run) {
    const std::uint32_t size = run.text_end - run.text_begin;
    if (run.literal) {
      draft_.offsets.append_literal(run.source_begin, size);
    } else {
      draft_.offsets.append_unit(size, {run.source_begin, run.source_end});
    }
  });
}

void DraftWriter::flush_blank(std::uint32_t at) {
  if (blank_pending_ && !block_is_empty()) {
    draft_.text.push_back(' ');
    const char gap = last_source_ < at ? source_.text[last_source_] : '\0';
    const bool ascii_blank = gap == ' ' || (gap >= 9 && gap <= 13);
    if (source_.identical && gap == ' ' && last_source_ + 1 == at) {
      draft_.offsets.append_literal(source_.to_source(last_source_, at).begin, 1);
    } else if (ascii_blank) {
      draft_.offsets.append_unit(1, source_.to_source(last_source_, last_source_ + 1));
    } else {
      const std::uint32_t end = draft_.offsets.runs().back().source_end;
      draft_.offsets.append_unit(1, {end, end});
    }
  }
  blank_pending_ = false;
}

void DraftWriter::append(std::uint32_t begin, std::uint32_t end, bool resolve_references) {
  const std::string_view text(source_.text);
  std::uint32_t copied = begin;
  for (std::uint32_t position = begin; position < end;) {
    while (position < end && kPlain[static_cast<unsigned char>(text[position])]) ++position;
    if (position == end) break;
    const Step step = step_at(text, position, resolve_references);
    if (step.act == Act::Copy) {
      position += step.size_bytes;
      continue;
    }
    literal(copied, position);
    copied = position + step.size_bytes;
    if (step.act == Act::Blank) blank_pending_ = true;
    if (step.act == Act::Resolve) {
      const lang::Reference reference = lang::resolve_reference(text.substr(0, end), position);
      copied = position + std::max(1U, reference.size_bytes);
      append_unit(reference.size_bytes > 0 ? std::string_view(reference.text) : "&", position, copied);
    }
    position = copied;
  }
  literal(copied, end);
}

void DraftWriter::append_unit(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const Step step = step_at(text, 0, false);
  if (step.act == Act::Blank) blank_pending_ = true;
  if (step.act != Act::Copy) return;
  flush_blank(begin);
  draft_.text.append(text);
  draft_.offsets.append_unit(static_cast<std::uint32_t>(text.size()), source_.to_source(begin, end));
  last_source_ = end;
}

void DraftWriter::append_field(std::string_view text, Field field) {
  const auto size = static_cast<std::uint32_t>(text.size());
  draft_.text.append(text);
  draft_.offsets.append_literal(0, size, field);
  DraftBlock block;
  block.field = field;
  block.text = {block_begin_, text_size()};
  block.heading_level = 1;
  draft_.blocks.push_back(block);
  end_line();
}

void DraftWriter::end_block(DraftBlock properties) {
  blank_pending_ = false;
  if (block_is_empty()) return;
  properties.text = {block_begin_, text_size()};
  draft_.blocks.push_back(properties);
  end_line();
}

void DraftWriter::end_line() {
  const OffsetRun last = draft_.offsets.runs().back();
  draft_.text.push_back('\n');
  draft_.offsets.append_unit(1, {last.source_end, last.source_end}, last.field);
  block_begin_ = text_size();
  blank_pending_ = false;
}

}  // namespace ql::clean
