// SPDX-License-Identifier: Apache-2.0
// Report -> WordList. What a form is (hashes, rarity, capitals) is looked up by its bytes; numbers are read each time.
// Tested by words_test.cpp.
#include "stories/words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "stories/spelling.h"

namespace ql::stories {
namespace {

/// Digits between the zeros at both ends that make a number telling: 1.450, but not 100.000.
constexpr std::uint32_t kTellingDigits = 3;

/// The kind of what a mention names; Lower for what is no name.
WordKind kind_of(const annotate::Mention& mention) {
  using annotate::EntityType;
  using annotate::MentionForm;
  if (mention.form != MentionForm::Name && mention.form != MentionForm::Part) return WordKind::Lower;
  if (mention.type == EntityType::Person) return WordKind::Person;
  if (mention.type == EntityType::Organisation) return WordKind::Organisation;
  return mention.type == EntityType::Place ? WordKind::Place : WordKind::Lower;
}

/// The kind of a word by its letters and its place.
WordKind kind_of(bool digit, bool capitalised, bool sentence_start) {
  using enum WordKind;
  static constexpr std::array<WordKind, 8> kKinds{Lower,       Lower,       Noun,        Start,
                                                  SmallNumber, SmallNumber, SmallNumber, SmallNumber};
  return kKinds[(digit ? 4U : 0U) | (capitalised ? 2U : 0U) | (sentence_start ? 1U : 0U)];
}

}  // namespace

/// Cuts the runs of one block into words, in two passes: the first one only takes the spellings, so that the second one
/// can have the next forms fetched while it goes on.
class WordReader::BlockReader {
 public:
  BlockReader(std::string_view text, TextRange range) : text_(text), range_(range) {}

  void find_words(const TextRuns& runs, std::vector<Spelled>& out) const {
    const std::span<const std::uint32_t> bounds = runs.bounds();
    std::uint32_t last_end = range_.begin;
    for (std::size_t i = 0; i < bounds.size(); i += 2) {
      const std::uint32_t begin = std::max(bounds[i], last_end);  // a number may have gone beyond its run
      const std::uint32_t end = bounds[i + 1];
      if (begin >= end) continue;
      const bool starts = i == 0 || (begin == bounds[i] && runs.follows_stop(begin));
      const bool digit = is_ascii_digit(text_[begin]);
      last_end = digit ? end_of_number(begin, end) : begin;
      if (last_end != begin) {
        out.push_back({kNumber, begin, last_end, true, starts});
        continue;
      }
      last_end = end;
      out.push_back({Spelling::of(text_, begin, end), begin, end, digit, starts});
    }
  }

  void read_words(std::span<const Spelled> spelled, WordForms& forms, WordList& out) const {
    out.words.reserve(out.words.size() + spelled.size());
    const std::size_t first = out.words.size();
    for (std::size_t i = 0; i < spelled.size(); ++i) {
      const Spelled& each = spelled[i];
      forms.fetch(spelled[std::min(i + kFetchAhead, spelled.size() - 1)].spelling);
      out.words.push_back(each.spelling == kNumber ? read_number(each) : read_form(each, forms, out));
      out.relayed_words += out.words.back().facts.relayed() ? 1U : 0U;
    }
    if (!spelled.empty()) out.words[first].block_start = true;
  }

 private:
  static constexpr std::uint64_t kNumber = 0;  // in place of a spelling
  static constexpr std::size_t kFetchAhead = 12;

  /// The end of the number that begins at `begin`: digits with points and commas between them are one word ("22.657",
  /// "1,5"). It is `begin` if letters go on in the run ("5G"), and nothing before the end of the run else.
  [[nodiscard]] std::uint32_t end_of_number(std::uint32_t begin, std::uint32_t run_end) const {
    bool marks = false;
    std::uint32_t at = begin;
    for (; at < range_.end; ++at) {
      if (is_ascii_digit(text_[at])) continue;
      const bool mark = text_[at] == '.' || text_[at] == ',';
      if (!mark || at + 1 >= range_.end || !is_ascii_digit(text_[at + 1])) break;
      marks = true;
    }
    return at < run_end && !marks ? begin : at;
  }

  /// A Word is made at once, so that it goes from registers to its place.
  [[nodiscard]] Word read_form(const Spelled& each, WordForms& forms, WordList& out) const {
    const WordForm form = forms.of(each.spelling, {text_.data() + each.begin, each.end - each.begin});
    if (form.facts.compound()) {
      out.compounds.push_back({static_cast<std::uint32_t>(out.words.size()), forms.parts(form.place)});
    }
    return Word{.key = form.key,
                .stem = form.stem,
                .text = TextRange{each.begin, each.end},
                .facts = form.facts,
                .kind = kind_of(each.digit, form.facts.capitalised(), each.sentence_start),
                .digit = each.digit,
                .sentence_start = each.sentence_start};
  }

  /// Points do not count, so that 22657 is the same number as 22.657.
  [[nodiscard]] Word read_number(const Spelled& each) const {
    WordHash hash;
    std::uint32_t digits = 0, last_other = 0, leading = 0;
    bool comma = false;
    for (std::uint32_t at = each.begin; at < each.end; ++at) {
      const char byte = text_[at];
      if (is_ascii_digit(byte)) {
        leading += byte == '0' && leading == digits ? 1 : 0;
        ++digits;
        if (byte != '0') last_other = digits;
      }
      comma |= byte == ',';
      if (byte != '.' && hash.letters() < kMostLetters) hash.add(static_cast<unsigned char>(byte));
    }
    const std::string_view century = text_.substr(each.begin, 2);
    const bool year = each.end - each.begin == 4 && digits == 4 && (century == "19" || century == "20");
    const std::uint32_t telling_digits = last_other > leading ? last_other - leading : 0;
    const bool telling = (telling_digits >= kTellingDigits || comma) && !year;
    return Word{.key = hash.key(),
                .stem = hash.stem(),
                .text = TextRange{each.begin, each.end},
                .facts = WordFacts(kUnknownRarity, hash.letters(), false, false, false),
                .kind = telling ? WordKind::Number : WordKind::SmallNumber,
                .digit = true,
                .sentence_start = each.sentence_start};
  }

  std::string_view text_;
  TextRange range_;
};

void WordReader::read(const clean::Report& report, WordList& out) {
  out.words.clear();
  out.compounds.clear();
  out.relayed_words = 0;
  const auto read_block = [&](std::size_t block) {
    const BlockReader reader(report.text, report.blocks[block].text);
    runs_.find(report.text, report.blocks[block].text);
    spelled_.clear();
    reader.find_words(runs_, spelled_);
    reader.read_words(spelled_, forms_, out);
  };
  if (report.title) read_block(report.title->index());
  out.title_words = static_cast<std::uint32_t>(out.words.size());
  for (std::size_t block = 0; block < report.blocks.size(); ++block) {
    if (clean::is_body(report.blocks[block].kind)) read_block(block);
  }
}

void mark_names(std::span<const annotate::Mention> mentions, WordList& list) {
  const std::span<Word> all(list.words);
  const std::array<std::span<Word>, 2> parts{all.subspan(0, list.title_words), all.subspan(list.title_words)};
  for (const annotate::Mention& mention : mentions) {
    const WordKind kind = kind_of(mention);
    if (!is_name(kind)) continue;
    for (const std::span<Word> part : parts) {
      auto word = std::lower_bound(part.begin(), part.end(), mention.text.begin,
                                   [](const Word& w, std::uint32_t begin) { return w.text.begin < begin; });
      for (; word != part.end() && word->text.end <= mention.text.end; ++word) {
        if (word->facts.capitalised()) word->kind = kind;
      }
    }
  }
}

}  // namespace ql::stories
