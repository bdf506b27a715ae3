// SPDX-License-Identifier: Apache-2.0
// Report -> WordList. Bytes become bits first: which of 64 bytes in a row belong to letters or digits. Words are the
// runs of ones, so their ends are found without asking byte by byte. What a form is (hashes, rarity, capitals) is then
// looked up by its bytes; numbers are read each time.
// Tested by words_test.cpp.
#include "stories/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/utf8.h"
#include "stories/spelling.h"

namespace ql::stories {
namespace {

/// What 64 bytes are, a bit for each.
struct ByteBits {
  std::uint64_t letters = 0;  ///< ASCII letters and digits.
  std::uint64_t beyond = 0;   ///< Bytes of code points beyond ASCII.
};

#ifdef __SSE2__
ByteBits bits_of(const char* bytes) {
  const auto up_to = [](__m128i values, char most) {
    return _mm_cmpeq_epi8(_mm_min_epu8(values, _mm_set1_epi8(most)), values);
  };
  const auto mask_of = [](__m128i lanes) {
    return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(lanes))};
  };
  ByteBits bits;
  for (unsigned at = 0; at < 64; at += 16) {
    const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    const __m128i letter = _mm_sub_epi8(_mm_or_si128(part, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    const __m128i digit = _mm_sub_epi8(part, _mm_set1_epi8('0'));
    bits.letters |= mask_of(_mm_or_si128(up_to(letter, 'z' - 'a'), up_to(digit, 9))) << at;
    bits.beyond |= mask_of(part) << at;
  }
  return bits;
}
#else
ByteBits bits_of(const char* bytes) {
  ByteBits bits;
  for (unsigned at = 0; at < 64; ++at) {
    const char byte = bytes[at];
    const char small = static_cast<char>(byte | 0x20);
    const bool letter = (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9');
    bits.letters |= std::uint64_t{letter} << at;
    bits.beyond |= std::uint64_t{static_cast<unsigned char>(byte) >= 0x80} << at;
  }
  return bits;
}
#endif

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool ends_sentence(char byte) {
  static constexpr std::array<bool, 256> kStops = [] {
    std::array<bool, 256> stops{};
    for (const unsigned char stop : {'.', '!', '?', ':'}) stops[stop] = true;
    return stops;
  }();
  return kStops[static_cast<unsigned char>(byte)];
}

/// Digits between the zeros at both ends that make a number telling: 1.450, but not 100.000.
constexpr std::uint32_t kTellingDigits = 3;

/// Finds where runs of letters and digits begin and end in a piece of text.
class RunFinder {
 public:
  /// Begin and end of each run, in text order, written to `bounds`, which grows if needed. `range` begins and ends
  /// between code points.
  static std::span<const std::uint32_t> find(std::string_view text, TextRange range,
                                             std::vector<std::uint32_t>& bounds) {
    RunFinder finder(text);
    std::size_t count = 0;
    if (const std::size_t most = range.end - range.begin + 2U; bounds.size() < most) bounds.resize(most);
    std::uint64_t before = 0;  // 1 if the byte before is part of a run
    for (std::uint32_t at = range.begin; at < range.end; at += kBits) {
      const std::uint64_t run = finder.bits(at, std::min(kBits, range.end - at));
      for (std::uint64_t turns = run ^ (run << 1U | before); turns != 0; turns &= turns - 1) {
        bounds[count++] = at + static_cast<std::uint32_t>(std::countr_zero(turns));
      }
      before = run >> 63U;
    }
    if (before != 0) bounds[count++] = range.end;
    return {bounds.data(), count};
  }

 private:
  static constexpr std::uint32_t kBits = 64;

  explicit RunFinder(std::string_view text) : text_(text) {}

  /// One bit for each of `size` bytes from `at` on, set for letters and digits.
  std::uint64_t bits(std::uint32_t at, std::uint32_t size) {
    std::array<char, kBits> rest{};
    const char* bytes = text_.data() + at;
    if (size < kBits) bytes = static_cast<const char*>(std::memcpy(rest.data(), bytes, size));
    const ByteBits all = bits_of(bytes);
    std::uint64_t run = all.letters | carried_, beyond = all.beyond & ~seen_;
    carried_ = seen_ = 0;
    while (beyond != 0) beyond &= ~add_long(at, static_cast<std::uint32_t>(std::countr_zero(beyond)), run);
    return run;
  }

  /// Adds the code point beyond ASCII at a bit, if it is a letter; returns its bits. What of it lies behind the last
  /// bit is carried over.
  std::uint64_t add_long(std::uint32_t at, std::uint32_t bit, std::uint64_t& run) {
    const CodePoint point = decode_utf8(text_, at + bit);
    const std::uint64_t size = (std::uint64_t{1} << point.size_bytes) - 1;
    const std::uint64_t behind = bit + point.size_bytes > kBits ? size >> (kBits - bit) : 0;
    seen_ |= behind;
    if (is_letter(point.value)) {
      run |= size << bit;
      carried_ |= behind;
    }
    return size << bit;
  }

  std::string_view text_;
  std::uint64_t carried_ = 0;  // letters that began before
  std::uint64_t seen_ = 0;     // bytes of code points that began before
};

NameKind kind_of(const annotate::Mention& mention) {
  using annotate::EntityType;
  using annotate::MentionForm;
  if (mention.form != MentionForm::Name && mention.form != MentionForm::Part) return NameKind::None;
  if (mention.type == EntityType::Person) return NameKind::Person;
  if (mention.type == EntityType::Organisation) return NameKind::Organisation;
  return mention.type == EntityType::Place ? NameKind::Place : NameKind::None;
}

}  // namespace

/// Cuts the runs of one block into words, in two passes: the first one only takes the spellings, so that the forms can
/// be fetched while it goes on.
class WordReader::BlockReader {
 public:
  BlockReader(std::string_view text, TextRange range) : text_(text), range_(range) {}

  void find_words(std::span<const std::uint32_t> bounds, const WordForms& forms, std::vector<Spelled>& out) const {
    std::uint32_t last_end = range_.begin;
    for (std::size_t i = 0; i < bounds.size(); i += 2) {
      const std::uint32_t begin = std::max(bounds[i], last_end);  // a number may have gone beyond its run
      const std::uint32_t end = bounds[i + 1];
      if (begin >= end) continue;
      last_end = is_digit(text_[begin]) ? end_of_number(begin, end) : begin;
      if (last_end != begin) {
        out.push_back({kNumber, begin, last_end});
        continue;
      }
      last_end = end;
      out.push_back({Spelling::of(text_, begin, end), begin, end});
      forms.fetch(out.back().spelling);
    }
  }

  void read_words(std::span<const Spelled> spelled, WordForms& forms, WordList& out) const {
    out.words.reserve(out.words.size() + spelled.size());
    std::uint32_t last_end = range_.begin;
    bool first = true;
    for (const Spelled& each : spelled) {
      const bool begins = first || stops_between(last_end, each.begin);
      out.words.push_back(each.spelling == kNumber ? read_number(each.begin, each.end, begins, first)
                                                   : read_form(each, begins, first, forms, out));
      last_end = each.end;
      first = false;
    }
  }

 private:
  static constexpr std::uint64_t kNumber = 0;  // in place of a spelling

  /// The end of the number that begins at `begin`: digits with points and commas between them are one word ("22.657",
  /// "1,5"). It is `begin` if letters go on in the run ("5G"), and nothing before the end of the run else.
  [[nodiscard]] std::uint32_t end_of_number(std::uint32_t begin, std::uint32_t run_end) const {
    bool marks = false;
    std::uint32_t at = begin;
    for (; at < range_.end; ++at) {
      if (is_digit(text_[at])) continue;
      const bool mark = text_[at] == '.' || text_[at] == ',';
      if (!mark || at + 1 >= range_.end || !is_digit(text_[at + 1])) break;
      marks = true;
    }
    return at < run_end && !marks ? begin : at;
  }

  /// A Word is made at once, so that it goes from registers to its place.
  [[nodiscard]] Word read_form(const Spelled& each, bool sentence_start, bool block_start, WordForms& forms,
                               WordList& out) const {
    const WordForm& form = forms.of(each.spelling, {text_.data() + each.begin, each.end - each.begin});
    if (form.parts != 0) {
      out.compounds.push_back({static_cast<std::uint32_t>(out.words.size()), forms.parts(form.parts)});
    }
    return Word{.key = form.key,
                .stem = form.stem,
                .text = TextRange{each.begin, each.end},
                .length = form.length,
                .rarity = form.rarity,
                .capitalised = form.capitalised,
                .digit = is_digit(text_[each.begin]),
                .sentence_start = sentence_start,
                .block_start = block_start,
                .relayed = form.relayed};
  }

  /// Points do not count, so that 22657 is the same number as 22.657.
  [[nodiscard]] Word read_number(std::uint32_t begin, std::uint32_t end, bool sentence_start, bool block_start) const {
    WordHash hash;
    std::uint32_t digits = 0, last_other = 0, leading = 0;
    bool comma = false;
    for (std::uint32_t at = begin; at < end; ++at) {
      const char byte = text_[at];
      if (is_digit(byte)) {
        leading += byte == '0' && leading == digits ? 1 : 0;
        ++digits;
        if (byte != '0') last_other = digits;
      }
      comma |= byte == ',';
      if (byte != '.' && hash.letters() < kMostLetters) hash.add(static_cast<unsigned char>(byte));
    }
    const std::string_view century = text_.substr(begin, 2);
    const bool year = end - begin == 4 && digits == 4 && (century == "19" || century == "20");
    const std::uint32_t telling_digits = last_other > leading ? last_other - leading : 0;
    return Word{.key = hash.key(),
                .stem = hash.stem(),
                .text = TextRange{begin, end},
                .length = static_cast<std::uint8_t>(hash.letters()),
                .rarity = kUnknownRarity,
                .digit = true,
                .telling = (telling_digits >= kTellingDigits || comma) && !year,
                .sentence_start = sentence_start,
                .block_start = block_start};
  }

  /// True if a sentence ends between two words.
  [[nodiscard]] bool stops_between(std::uint32_t end, std::uint32_t begin) const {
    for (std::uint32_t at = end; at < begin; ++at) {
      if (ends_sentence(text_[at])) return true;
    }
    return false;
  }

  std::string_view text_;
  TextRange range_;
};

void WordReader::read(const clean::Report& report, WordList& out) {
  forms_.make_room();
  out.words.clear();
  out.compounds.clear();
  const auto read_block = [&](std::size_t block) {
    const BlockReader reader(report.text, report.blocks[block].text);
    spelled_.clear();
    reader.find_words(RunFinder::find(report.text, report.blocks[block].text, bounds_), forms_, spelled_);
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
    const NameKind kind = kind_of(mention);
    if (kind == NameKind::None) continue;
    for (const std::span<Word> part : parts) {
      auto word = std::lower_bound(part.begin(), part.end(), mention.text.begin,
                                   [](const Word& w, std::uint32_t begin) { return w.text.begin < begin; });
      for (; word != part.end() && word->text.end <= mention.text.end; ++word) {
        if (word->capitalised) word->name = kind;
      }
    }
  }
}

}  // namespace ql::stories
