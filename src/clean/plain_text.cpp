// SPDX-License-Identifier: Apache-2.0
// decoded text -> lines -> (joined where hard-wrapped) -> blocks without their marks
//
// A line is a continuation of the line before if the first word would not have fitted there (the file's width is that
// of its longest line in a group, if no such line is longer than 100 bytes), or if it starts in lower case. Tested by
// clean_test.cpp.
#include "clean/plain_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "clean/head_fields.h"

namespace ql::clean {
namespace {

struct Line {
  std::uint32_t begin = 0;  // without white space at the ends
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

constexpr std::uint32_t kWidestWrap = 100;
constexpr std::uint32_t kNarrowestWrap = 40;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (begin < text.size()) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t next = end + 1;
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = next;
  }
  return lines;
}

/// True for "- ", "* ", bullets; `size` is the mark's size with its blank. Numbers stay in the text.
bool list_mark(std::string_view line, std::uint32_t& size) {
  constexpr std::array<std::string_view, 7> kMarks{"- ",           "* ",           "+ ",          "\xE2\x80\xA2",
                                                   "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x96\xA0"};
  for (const std::string_view mark : kMarks) {
    if (line.starts_with(mark) && line.size() > mark.size()) {
      size = static_cast<std::uint32_t>(mark.size());
      return true;
    }
  }
  size = 0;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits <= 2 &&
         (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
}

std::string_view unquoted(std::string_view value) {
  while (!value.empty() && (is_blank(value.front()) || value.front() == '"' || value.front() == '\'')) {
    value.remove_prefix(1);
  }
  while (!value.empty() && (is_blank(value.back()) || value.back() == '"' || value.back() == '\'')) {
    value.remove_suffix(1);
  }
  return value;
}

class Cutter {
 public:
  Cutter(const DecodedText& source, DraftWriter& writer) : text_(source.text), writer_(writer) {}

  void cut(const std::vector<Line>& lines, std::size_t first) {
    width_ = wrap_width(lines, first);
    for (std::size_t i = first; i < lines.size();) {
      std::size_t end = i + 1;
      while (end < lines.size() && continues(lines[end - 1], lines[end])) ++end;
      block(lines, i, end);
      i = end;
    }
  }

  void furniture(const Line& line, FurnitureKind kind = FurnitureKind::Metadata) {
    writer_.append(line.begin, line.end, false);
    DraftBlock properties;
    properties.is_report = false;
    properties.furniture = kind;
    writer_.end_block(properties);
  }

  /// `title: "..."`: the text between the quotation marks is the title.
  void front_matter_title(const Line& line, std::uint32_t value_begin) {
    const std::string_view value = unquoted(view(line).substr(value_begin));
    if (value.empty()) return furniture(line);
    const auto begin = static_cast<std::uint32_t>(value.data() - text_.data());
    furniture({line.begin, line.begin + value_begin});
    title({begin, begin + static_cast<std::uint32_t>(value.size())});
  }

  /// A title that its line names as such.
  void title(const Line& line) {
    writer_.append(line.begin, line.end, false);
    DraftBlock properties;
    properties.heading_level = 1;
    writer_.end_block(properties);
  }

 private:
  [[nodiscard]] std::string_view view(const Line& line) const { return text_.substr(line.begin, line.size()); }

  /// The width at which lines were broken; 0 if the text is not hard-wrapped.
  static std::uint32_t wrap_width(const std::vector<Line>& lines, std::size_t first) {
    std::uint32_t width = 0;
    std::uint64_t all_bytes = 0, long_bytes = 0;
    for (std::size_t i = first; i < lines.size(); ++i) {
      all_bytes += lines[i].size();
      long_bytes += lines[i].size() > kWidestWrap ? lines[i].size() : 0;
    }
    if (2 * long_bytes > all_bytes) return 0;
    for (std::size_t i = first; i < lines.size(); ++i) {
      if (lines[i].size() > 2 * kWidestWrap) return 0;
      const bool grouped = i + 1 < lines.size() && lines[i].size() > 0 && lines[i + 1].size() > 0;
      if (grouped) width = std::max(width, lines[i].size());
    }
    return width <= kWidestWrap && width >= kNarrowestWrap ? width : 0;
  }

  [[nodiscard]] bool starts_block(const Line& line) const {
    std::uint32_t ignored = 0;
    const std::string_view text = view(line);
    return text.empty() || text.front() == '#' || text.front() == '>' || list_mark(text, ignored);
  }

  [[nodiscard]] bool continues(const Line& before, const Line& line) const {
    if (width_ == 0 || before.size() == 0 || starts_block(line) || view(before).front() == '#') return false;
    const std::string_view text = view(line);
    if (view(before).ends_with(text)) return false;  // A title twice, the first one glued to a breadcrumb or not.
    const char32_t start = decode_utf8(text, 0).value;
    // "... mehr als" / "35 Millionen Euro": an author keeps number and unit on one line.
    const bool goes_on = is_digit(start) && view(before).find_last_of(".!?:") != before.size() - 1;
    if (goes_on || (is_letter(start) && !is_upper(start))) return before.size() * 2 > width_;
    const std::size_t word = std::min(text.find(' '), text.size());
    return before.size() + 1 + word > width_ && before.size() >= kNarrowestWrap;
  }

  /// Takes marks off the edges of a block of lines and writes it.
  void block(const std::vector<Line>& lines, std::size_t first, std::size_t end) {
    DraftBlock properties;
    std::uint32_t begin = lines[first].begin;
    std::uint32_t stop = lines[end - 1].end;
    if (begin >= stop) return;
    take_marks(properties, begin, stop);
    if (begin >= stop) return;
    writer_.append(begin, stop, false);
    writer_.end_block(properties);
  }

  void skip_blanks(std::uint32_t& begin, std::uint32_t stop) const {
    while (begin < stop && is_blank(text_[begin])) ++begin;
  }

  void take_marks(DraftBlock& properties, std::uint32_t& begin, std::uint32_t& stop) const {
    while (begin < stop && text_[begin] == '>') {
      properties.quote = true;
      ++begin;
      skip_blanks(begin, stop);
    }
    std::uint32_t hashes = 0;
    while (begin + hashes < stop && hashes < 7 && text_[begin + hashes] == '#') ++hashes;
    if (hashes >= 1 && hashes <= 6 && begin + hashes < stop && is_blank(text_[begin + hashes])) {
      properties.heading_level = static_cast<std::uint8_t>(hashes);
      begin += hashes;
      while (stop > begin && (text_[stop - 1] == '#' || is_blank(text_[stop - 1]))) --stop;
    }
    std::uint32_t mark = 0;
    if (list_mark(text_.substr(begin, stop - begin), mark)) {
      properties.list_item = true;
      begin += mark;
    }
    skip_blanks(begin, stop);
    take_emphasis(properties, begin, stop);
  }

  /// "**all of it**": true emphasis only if no other mark of the kind stands inside.
  void take_emphasis(DraftBlock& properties, std::uint32_t& begin, std::uint32_t& stop) const {
    for (const std::string_view mark : {std::string_view("***"), std::string_view("**"), std::string_view("*"),
                                        std::string_view("__"), std::string_view("_")}) {
      const std::string_view text = text_.substr(begin, stop - begin);
      const auto size = static_cast<std::uint32_t>(mark.size());
      if (text.size() > 2 * size && text.starts_with(mark) && text.ends_with(mark) &&
          text.substr(size, text.size() - 2 * size).find(mark) == std::string_view::npos) {
        properties.emphasised = true;
        begin += size;
        stop -= size;
        return;
      }
    }
  }

  std::string_view text_;
  DraftWriter& writer_;
  std::uint32_t width_ = 0;
};

/// Takes the value of a field into `stated` where that is empty.
void take_field(HeadRole role, std::string_view value, ingest::StatedMetadata& stated) {
  value = unquoted(value);
  if (value.empty()) return;
  std::optional<std::string>* slot = role == HeadRole::Title       ? &stated.title
                                     : role == HeadRole::Published ? &stated.published
                                     : role == HeadRole::Modified  ? &stated.modified
                                     : role == HeadRole::Outlet    ? &stated.outlet
                                     : role == HeadRole::Url       ? &stated.url
                                     : role == HeadRole::Language  ? &stated.language
                                                                   : nullptr;
  if (slot != nullptr && !slot->has_value()) *slot = std::string(value);
  if (role == HeadRole::Authors) stated.authors.emplace_back(value);
}

/// The lines that scrapers leave above a text: fields, addresses, breadcrumbs, a date glued to the first sentence.
/// Returns the first line behind them; a line that is cut in two keeps its rest.
class HeadReader {
 public:
  HeadReader(std::string_view text, std::vector<Line>& lines, Cutter& cutter, ingest::StatedMetadata& stated)
      : text_(text), lines_(lines), cutter_(cutter), stated_(stated) {}

  std::size_t read(std::size_t first) {
    constexpr std::size_t kMostLines = 24;
    const bool fields = count_fields(first) >= 2;
    std::size_t i = first;
    for (; i < std::min(lines_.size(), first + kMostLines); ++i) {
      Line& line = lines_[i];
      if (line.size() == 0) continue;
      const auto field = head_field(view(line));
      if (field && (fields || field->role == HeadRole::Title)) {
        read_field(line, *field);
      } else if (is_address_line(view(line))) {
        take_field(HeadRole::Url, view(line), stated_);
        cutter_.furniture(line);
      } else if (is_breadcrumb(view(line))) {
        cutter_.furniture(line, FurnitureKind::Navigation);
      } else {
        break;
      }
    }
    if (i < lines_.size()) cut_date(lines_[i]);
    return i;
  }

 private:
  [[nodiscard]] std::string_view view(const Line& line) const { return text_.substr(line.begin, line.size()); }

  /// Fields on the lines from `first` on, blank lines between them allowed.
  [[nodiscard]] std::size_t count_fields(std::size_t first) const {
    std::size_t count = 0;
    for (std::size_t i = first; i < lines_.size(); ++i) {
      if (lines_[i].size() == 0) continue;
      if (!head_field(view(lines_[i]))) break;
      ++count;
    }
    return count;
  }

  void read_field(const Line& line, const HeadField& field) {
    const Line name{line.begin, line.begin + field.value_begin};
    const Line value{name.end, line.end};
    if (field.role == HeadRole::Title && value.size() > 0) {
      cutter_.furniture(name);
      cutter_.title(value);
      return;
    }
    take_field(field.role, view(value), stated_);
    cutter_.furniture(line);
  }

  void cut_date(Line& line) {
    const std::uint32_t end = glued_date_end(view(line));
    if (end == 0) return;
    const Line date{line.begin, line.begin + end};
    const std::string_view words = view(date);
    take_field(HeadRole::Published, words.substr(words.rfind(' ') + 1), stated_);
    cutter_.furniture(date);
    line.begin += end + 1;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  Cutter& cutter_;
  ingest::StatedMetadata& stated_;
};

/// The line after the closing "---" of a front matter, or 0 if there is none.
std::size_t front_matter_end(std::string_view text, const std::vector<Line>& lines) {
  const auto is_fence = [&](const Line& line) { return text.substr(line.begin, line.size()) == "---"; };
  if (lines.empty() || !is_fence(lines.front())) return 0;
  constexpr std::size_t kMostLines = 60;
  for (std::size_t i = 1; i < std::min(lines.size(), kMostLines); ++i) {
    if (is_fence(lines[i])) return i + 1;
  }
  return 0;
}

}  // namespace

void draft_plain_text(const DecodedText& source, DraftWriter& writer, ingest::StatedMetadata& stated) {
  const std::string_view text(source.text);
  std::vector<Line> lines = split_lines(text);
  Cutter cutter(source, writer);
  const std::size_t first = front_matter_end(text, lines);
  const bool has_heading = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(),
                                       [&](const Line& line) { return text.substr(line.begin).starts_with("# "); });
  for (std::size_t i = 1; i + 1 < first; ++i) {
    const std::string_view line = text.substr(lines[i].begin, lines[i].size());
    const auto field = head_field(line);
    if (field) take_field(field->role, line.substr(field->value_begin), stated);
    if (field && field->role == HeadRole::Title && !has_heading) {
      cutter.front_matter_title(lines[i], field->value_begin);
    } else {
      cutter.furniture(lines[i]);
    }
  }
  cutter.cut(lines, HeadReader(text, lines, cutter, stated).read(first));
}

}  // namespace ql::clean
