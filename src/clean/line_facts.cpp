// SPDX-License-Identifier: Apache-2.0
// line -> words with case and class -> facts. Words are looked up in head_words.tsv. Tested by clean_test.cpp.
#include "clean/line_facts.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace ql::clean {
namespace {

using lang::HeadWord;

struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view lower;
  bool upper_start = false;
  bool all_upper = true;
  bool has_digit = false;
};

constexpr std::size_t kMostWords = 64;

/// True if the point is no letter or digit, but belongs to the word before and after it ("U-Bahn").
bool joins_words(std::string_view line, std::size_t position, const CodePoint& point, bool in_word) {
  return in_word && (point.value == U'-' || point.value == U'.') && position + 1 < line.size() &&
         is_letter(decode_utf8(line, position + 1).value);
}

/// The number of words, at most one more than kMostWords.
std::uint32_t count_words(std::string_view line) {
  std::uint32_t count = 0;
  bool in_word = false;
  for (std::size_t position = 0; position < line.size() && count <= kMostWords;) {
    const CodePoint point = decode_utf8(line, position);
    const bool part = is_letter(point.value) || is_digit(point.value) || joins_words(line, position, point, in_word);
    count += part && !in_word ? 1 : 0;
    in_word = part;
    position += point.size_bytes;
  }
  return count;
}

/// The words of a line; their lower case stands in one buffer, which never moves.
class Words {
 public:
  explicit Words(std::string_view line) {
    lower_.reserve(line.size() + kSlack);
    words_.reserve(std::min(line.size() / 4 + 1, kMostWords + 1));
    bool in_word = false;
    for (std::size_t position = 0; position < line.size() && words_.size() <= kMostWords;) {
      const CodePoint point = decode_utf8(line, position);
      const bool letter = is_letter(point.value);
      const bool digit = is_digit(point.value);
      const bool joins = joins_words(line, position, point, in_word);
      if (letter || digit || joins) add(point, position, in_word, letter, digit);
      in_word = letter || digit || joins;
      position += point.size_bytes;
    }
  }
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  [[nodiscard]] const std::vector<Word>& all() const { return words_; }

 private:
  static constexpr std::size_t kSlack = 16;  // no lower case is longer than its upper case

  void add(const CodePoint& point, std::size_t position, bool in_word, bool letter, bool digit) {
    if (!in_word) {
      words_.emplace_back();
      words_.back().begin = static_cast<std::uint32_t>(position);
      words_.back().upper_start = is_upper(point.value);
      lower_begin_ = lower_.size();
    }
    Word& word = words_.back();
    if (point.value < 0x80) {
      lower_.push_back(static_cast<char>(to_lower(point.value)));
    } else {
      append_utf8(lower_, to_lower(point.value));
    }
    word.lower = std::string_view(lower_).substr(lower_begin_);
    word.end = static_cast<std::uint32_t>(position + point.size_bytes);
    word.all_upper = word.all_upper && (!letter || is_upper(point.value));
    word.has_digit = word.has_digit || digit;
  }

  std::string lower_;
  std::vector<Word> words_;
  std::size_t lower_begin_ = 0;
};

HeadWord class_of(const lang::DocumentWords& words, std::string_view lower) {
  return static_cast<HeadWord>(words.head_words.find(lower));
}

/// True for "zeitung" and "Landeszeitung": a word that is, or a compound that ends in, the ending of an outlet's name.
bool is_outlet_word(const lang::DocumentWords& words, const Word& word) {
  if (!word.upper_start) return false;
  if (class_of(words, word.lower) == HeadWord::OutletEnding) return true;
  for (std::size_t cut = 3; cut + 4 <= word.lower.size(); ++cut) {
    if (class_of(words, word.lower.substr(cut)) == HeadWord::OutletEnding) return true;
  }
  return false;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const std::size_t last = previous_utf8(line, line.size());
    const char32_t c = decode_utf8(line, last).value;
    if (c == U'.' || c == U'!' || c == U'\u2026') return true;
    const bool closes = c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u00AB' || c == U'\u00BB' ||
                        c == U'\u2019' || c == U'\'' || c == U')' || c == U'*' || c == U']';
    if (!closes) return false;
    line = line.substr(0, last);
  }
  return false;
}

/// True if what stands beside the date is little: fillers, or a few words without a sentence.
bool is_date_line(std::string_view line, const LineFacts& facts, const std::vector<Word>& all,
                  const lang::DocumentWords& words) {
  if (!facts.date || facts.date->day == 0 || facts.is_text) return false;
  std::size_t other = 0;
  std::size_t other_lower = 0;
  for (const Word& word : all) {
    const bool in_date = word.begin >= facts.date->begin && word.begin < facts.date->end;
    if (in_date || class_of(words, word.lower) == HeadWord::DateFiller) continue;
    ++other;
    other_lower += word.upper_start || word.has_digit ? 0 : 1;
  }
  if (facts.has_columns) return other <= 10;
  return other <= 6 && other_lower <= 2 && line.size() <= 140;
}

/// Words that only join others, so that they do not make a by-line of a line.
bool is_joiner(std::string_view lower) { return lower.size() <= 3; }

bool is_by_line(const std::vector<Word>& all, const lang::DocumentWords& words) {
  if (all.size() < 2 || all.size() > 14) return false;
  if (class_of(words, all.front().lower) != HeadWord::ByLine || !all.front().upper_start) return false;
  std::size_t names = 0;
  bool full_name = false;  // two words of a name in a row
  bool says_so = false;    // a role, a desk, an agency, a number
  bool name_before = false;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const HeadWord kind = class_of(words, all[i].lower);
    const bool filler = kind == HeadWord::ByLineFiller || kind == HeadWord::DateFiller || kind == HeadWord::ByLine;
    const bool agency = words.agencies.find(all[i].lower) != words.agencies.end();
    if (!filler && !all[i].upper_start && !all[i].has_digit && !agency) return false;
    const bool name = !filler && all[i].upper_start;
    names += name ? 1 : 0;
    full_name = full_name || (name && name_before);
    says_so =
        says_so || agency || all[i].has_digit || kind == HeadWord::DeskWord || (filler && !is_joiner(all[i].lower));
    name_before = name;
  }
  return names == 1 || (names > 1 && (full_name || says_so));  // "Von Dichtern und Denkern" is a title
}

/// "Pressemitteilung", "Medieninformation Nr. 12", "Presseinformation vom 3. Mai"
bool is_press_line(const std::vector<Word>& all, const lang::DocumentWords& words) {
  constexpr std::size_t kMostPressWords = 8;
  if (all.size() > kMostPressWords || class_of(words, all.front().lower) != HeadWord::Publisher) return false;
  return all.size() == 1 || std::any_of(all.begin(), all.end(), [](const Word& word) { return word.has_digit; });
}

/// A page of the paper at the end of a few words.
bool is_page_line(const std::vector<Word>& all) {
  constexpr std::size_t kMostPageWords = 10;
  return all.size() >= 2 && all.size() <= kMostPageWords && all.back().has_digit &&
         all[all.size() - 2].lower == "seite";
}

/// Two keywords without blanks, or three and more of two words at most: "Feuer/Altstadt/", "Sport/2. Liga/Musterstadt".
/// A headline seldom has two slashes, and hardly ever so few words between them.
bool is_slug(std::string_view line) {
  constexpr std::size_t kShortestSlug = 8, kMostBlanks = 1;
  if (line.size() < kShortestSlug || !is_upper(decode_utf8(line, 0).value)) return false;
  if (line.find_first_of(":,!?\"") != std::string_view::npos || line.ends_with('.')) return false;
  std::size_t slashes = 0, blanks = 0, most_blanks = 0;
  bool has_digit = false;
  for (const char c : line) {
    slashes += c == '/' ? 1 : 0;
    blanks = c == '/' ? 0 : blanks + (c == ' ' ? 1 : 0);
    most_blanks = std::max(most_blanks, blanks);
    has_digit = has_digit || (c >= '0' && c <= '9') || c == '.';
  }
  if (line.find(" /") != std::string_view::npos || line.find("/ ") != std::string_view::npos) return false;
  const bool bare = most_blanks == 0 && !has_digit;
  return slashes >= (bare ? 1U : 2U) && most_blanks <= kMostBlanks;
}

/// "dpa", "dpa-lno", "sid0712": an agency, alone or with its service or number.
bool begins_with_agency(std::string_view lower, const lang::DocumentWords& words) {
  const std::size_t end = std::min(lower.find_first_of("-0123456789"), lower.size());
  return words.agencies.find(lower.substr(0, end)) != words.agencies.end();
}

bool is_wire_head(const std::vector<Word>& all, const lang::DocumentWords& words) {
  if (all.size() < 3 || all.size() > 9) return false;
  std::size_t digits = 0;
  bool agency = false;
  for (const Word& word : all) {
    digits += word.has_digit ? 1 : 0;
    agency = agency || begins_with_agency(word.lower, words);
    if (word.lower.size() > 8) return false;
  }
  return agency && digits >= 2;
}

bool has_columns(std::string_view line) {
  return line.find(" | ") != std::string_view::npos || line.find("\xC2\xB7") != std::string_view::npos ||
         line.find(" // ") != std::string_view::npos;
}

}  // namespace

LineFacts line_facts(std::string_view line, const lang::DocumentWords& words) {
  constexpr std::size_t kLongestHeadLine = 260;
  LineFacts facts;
  facts.ends_sentence = ends_sentence(line);
  if (line.size() > kLongestHeadLine) {
    facts.word_count = count_words(line.substr(0, 2 * kLongestHeadLine));
    facts.is_text = true;
    return facts;
  }
  const Words words_of_line(line);
  const std::vector<Word>& all = words_of_line.all();
  facts.word_count = static_cast<std::uint32_t>(all.size());
  facts.is_text = facts.ends_sentence && facts.word_count >= 9;
  if (all.empty()) return facts;
  facts.has_columns = has_columns(line);
  facts.in_brackets = line.front() == '(' && line.back() == ')' && line.find(')') >= line.size() - 2;
  facts.all_capitalised =
      std::all_of(all.begin(), all.end(), [](const Word& word) { return word.upper_start && !word.has_digit; });
  facts.all_capitals = std::all_of(all.begin(), all.end(), [](const Word& word) { return word.all_upper; });
  facts.date = find_date(line, 0, words.months);
  facts.is_date_line = is_date_line(line, facts, all, words);
  facts.is_by_line = !facts.is_text && is_by_line(all, words);
  facts.is_press_line = is_press_line(all, words);
  facts.is_page_line = !facts.ends_sentence && is_page_line(all);
  facts.is_slug = is_slug(line);
  facts.is_wire_head = is_wire_head(all, words);
  facts.is_letter_head = !facts.is_text && std::any_of(all.begin(), all.end(), [&](const Word& word) {
    return is_outlet_word(words, word) || (class_of(words, word.lower) == HeadWord::Publisher && word.all_upper);
  });
  return facts;
}

std::vector<NamedAuthor> by_line_authors(std::string_view line, const lang::DocumentWords& words) {
  std::vector<NamedAuthor> authors;
  const Words words_of_line(line);
  const std::vector<Word>& all = words_of_line.all();
  std::size_t count = 0;
  NamedAuthor current;
  const auto flush = [&] {
    if (count >= 2 && count <= 4) authors.push_back(current);
    count = 0;
  };
  bool places_follow = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const HeadWord kind = class_of(words, all[i].lower);
    const std::string_view gap =
        i == 0 ? std::string_view() : line.substr(all[i - 1].end, all[i].begin - all[i - 1].end);
    if (gap.find_first_of(",/|;(") != std::string_view::npos || all[i].lower == "und" || all[i].lower == "and") flush();
    if (all[i].lower == "in" || all[i].lower == "aus") places_follow = true;
    const bool particle =
        count > 0 && (all[i].lower == "de" || all[i].lower == "van" || all[i].lower == "von" || all[i].lower == "zu");
    const bool name = all[i].upper_start && !all[i].has_digit && kind != HeadWord::ByLine &&
                      kind != HeadWord::ByLineFiller && kind != HeadWord::DateFiller && kind != HeadWord::DeskWord &&
                      !is_outlet_word(words, all[i]) && words.agencies.find(all[i].lower) == words.agencies.end();
    if (places_follow || (!name && !particle)) {
      if (!particle) flush();
      continue;
    }
    if (count == 0) current.begin = all[i].begin;
    current.end = all[i].end;
    ++count;
  }
  flush();
  return authors;
}

std::string outlet_of_line(std::string_view line, const lang::DocumentWords& words) {
  std::size_t end = line.size();
  for (const std::string_view separator :
       {" | ", " \xC2\xB7", "  \xC2\xB7", " \xE2\x80\x93 ", " - ", ", ", " vom ", " ("}) {
    end = std::min(end, line.find(separator));
  }
  const std::string_view segment = line.substr(0, end);
  const Words words_of_segment(segment);
  const std::vector<Word>& all = words_of_segment.all();
  const bool named = std::any_of(all.begin(), all.end(), [&](const Word& word) {
    return is_outlet_word(words, word) || class_of(words, word.lower) == HeadWord::Publisher;
  });
  if (all.empty() || all.size() > 6 || !named || find_date(segment, 0, words.months)) return {};
  return std::string(segment);
}

}  // namespace ql::clean
