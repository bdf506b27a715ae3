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

/// A word whose form is not looked up yet has its spelling in place of key and stem, and the kind of a lower-case word.
std::uint64_t spelling_of(const Word& word) { return std::uint64_t{word.stem} << 32U | word.key; }
Word spelled(std::uint64_t spelling, const CutWord& word) {
  return Word{.key = static_cast<std::uint32_t>(spelling),
              .stem = static_cast<std::uint32_t>(spelling >> 32U),
              .text = TextRange{word.begin, word.end},
              .facts = WordFacts(),
              .kind = WordKind::Lower,
              .digit = word.digit,
              .sentence_start = word.sentence_start,
              .block_start = false};
}
bool is_looked_up(const Word& word) { return word.kind == WordKind::Number || word.kind == WordKind::SmallNumber; }

void set_form(Word& word, const WordForm& form) {
  word.key = form.key;
  word.stem = form.stem;
  word.facts = form.facts;
  word.kind = kind_of(word.digit, form.facts.capitalised(), word.sentence_start);
}

/// Points do not count, so that 22657 is the same number as 22.657.
Word number_of(std::string_view number, const CutWord& word) {
  WordHash hash;
  std::uint32_t digits = 0, last_other = 0, leading = 0;
  bool comma = false;
  for (const char byte : number) {
    if (is_ascii_digit(byte)) {
      leading += byte == '0' && leading == digits ? 1 : 0;
      ++digits;
      if (byte != '0') last_other = digits;
    }
    comma |= byte == ',';
    if (byte != '.' && hash.letters() < kMostLetters) hash.add(static_cast<unsigned char>(byte));
  }
  const bool year = number.size() == 4 && digits == 4 && (number.starts_with("19") || number.starts_with("20"));
  const std::uint32_t telling_digits = last_other > leading ? last_other - leading : 0;
  const bool telling = (telling_digits >= kTellingDigits || comma) && !year;
  return Word{.key = hash.key(),
              .stem = hash.stem(),
              .text = TextRange{word.begin, word.end},
              .facts = WordFacts(kUnknownRarity, hash.letters()),
              .kind = telling ? WordKind::Number : WordKind::SmallNumber,
              .digit = true,
              .sentence_start = word.sentence_start,
              .block_start = false};
}

}  // namespace

/// In three passes: the first one only takes the spellings and has what is known of them fetched, the second one finds
/// it, and the third one reads the forms that are not remembered.
void WordReader::read(const clean::Report& report, WordList& out) {
  constexpr std::size_t kLongText = 1U << 16U;
  out.compounds.clear();
  out.digits.clear();
  out.relayed_words = out.cue_words = 0;
  count_ = 0;
  if (report.title) spell(report.text, report.blocks[report.title->index()].text, out);
  out.title_words = static_cast<std::uint32_t>(count_);
  for (const clean::Block& block : report.blocks) {
    if (clean::is_body(block.kind)) spell(report.text, block.text, out);
  }
  look_up(report.text, out);
  if (!missing_.empty()) read_missing(out);
  out.words.assign(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(count_));
  if (words_.size() > kLongText) words_ = {};
}

void WordReader::spell(std::string_view text, TextRange range, WordList& out) {
  const std::size_t most = cutter_.find(text, range);
  if (words_.size() < count_ + most) words_.resize(std::max(2 * words_.size(), count_ + most));
  const Spelling spelling(text);
  Word* const first = words_.data() + count_;
  Word* next = first;
  cutter_.for_each([&](const CutWord& word) {
    if (word.digit) [[unlikely]]
      out.digits.push_back(static_cast<std::uint32_t>(next - words_.data()));
    if (word.number) [[unlikely]] {
      *next++ = number_of(text.substr(word.begin, word.end - word.begin), word);
      return;
    }
    const std::uint64_t hash = spelling.of(word.begin, word.end);
    forms_.fetch(hash);
    *next++ = spelled(hash, word);
  });
  if (next != first) first->block_start = true;
  count_ += static_cast<std::size_t>(next - first);
}

/// What few words are, noted in the list.
void WordReader::note_rare_facts(std::size_t word, const WordForm& form, WordList& out) {
  if (form.facts.compound()) {
    forms_.fetch_parts(form.place);
    out.compounds.push_back({static_cast<std::uint32_t>(word), {}});
    compound_places_.push_back(form.place);
  }
  out.relayed_words += form.facts.relayed() ? 1U : 0U;
  out.cue_words += form.facts.cue() ? 1U : 0U;
}

void WordReader::look_up(std::string_view text, WordList& out) {
  missing_.clear();
  compound_places_.clear();
  Word* const words = words_.data();
  for (std::size_t i = 0; i < count_; ++i) {
    Word& word = words[i];
    if (is_looked_up(word)) [[unlikely]]
      continue;
    const WordForm form = forms_.find(spelling_of(word));
    if (form.place == WordForms::kMissing) [[unlikely]] {
      forms_.announce(text.substr(word.text.begin, word.text.end - word.text.begin));
      missing_.push_back(static_cast<std::uint32_t>(i));
      continue;
    }
    set_form(word, form);
    if (form.facts.is_rare()) [[unlikely]]
      note_rare_facts(i, form, out);
  }
  for (std::size_t i = 0; i < out.compounds.size(); ++i) out.compounds[i].parts = forms_.parts(compound_places_[i]);
}

void WordReader::read_missing(WordList& out) {
  const auto before = static_cast<std::ptrdiff_t>(out.compounds.size());
  for (const std::uint32_t i : missing_) {
    const WordForm form = forms_.read_next(spelling_of(words_[i]));
    set_form(words_[i], form);
    note_rare_facts(i, form, out);
    if (form.facts.compound()) out.compounds.back().parts = forms_.parts(form.place);
  }
  std::inplace_merge(out.compounds.begin(), out.compounds.begin() + before, out.compounds.end(),
                     [](const Compound& x, const Compound& y) { return x.word < y.word; });
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
