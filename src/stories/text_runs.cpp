// SPDX-License-Identifier: Apache-2.0
// Bytes become bits, 64 at a time: which belong to letters or digits, which are stops. Of the code points beyond ASCII
// the letters with two bytes from C3 on (all umlauts) and the general punctuation (E2 80) are told by bits as well;
// only others are decoded. Words are the runs of ones, so their ends are found without asking byte by byte.
// A run follows a stop if a stop lies between it and the run before. Gaps are runs of ones in the complement; adding
// the stops to them carries from the first stop of a gap to the bit behind the gap, which is the first one of the next
// run. Tested by words_test.cpp.
#include "stories/text_runs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/utf8.h"

namespace ql::stories {
namespace {

/// What 64 bytes are, a bit for each.
struct ByteBits {
  std::uint64_t letters = 0;      ///< ASCII letters and digits.
  std::uint64_t beyond = 0;       ///< Bytes of code points beyond ASCII,
  std::uint64_t followers = 0;    ///< all but the first one of each.
  std::uint64_t stops = 0;        ///< . ! ? :
  std::uint64_t latin = 0;        ///< C3, which begins letters but for two:
  std::uint64_t no_latin = 0;     ///< 97 and B7, the signs for times and division.
  std::uint64_t punctuation = 0;  ///< E2, which begins punctuation if 80 follows:
  std::uint64_t general = 0;      ///< 80.
};

#ifdef __SSE2__
ByteBits bits_of(const char* bytes) {
  const auto up_to = [](__m128i values, char most) {
    return _mm_cmpeq_epi8(_mm_min_epu8(values, _mm_set1_epi8(most)), values);
  };
  const auto same = [](__m128i values, unsigned char byte) {
    return _mm_cmpeq_epi8(values, _mm_set1_epi8(static_cast<char>(byte)));
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
    const __m128i ends = _mm_or_si128(same(part, '.'), same(part, '!'));
    bits.stops |= mask_of(_mm_or_si128(ends, _mm_or_si128(same(part, '?'), same(part, ':')))) << at;
    // No branch asks whether there are any: of 64 bytes of German every second time some are.
    bits.beyond |= mask_of(part) << at;
    bits.followers |= mask_of(_mm_cmplt_epi8(part, _mm_set1_epi8(static_cast<char>(0xC0)))) << at;
    bits.latin |= mask_of(same(part, 0xC3)) << at;
    bits.no_latin |= mask_of(_mm_or_si128(same(part, 0x97), same(part, 0xB7))) << at;
    bits.punctuation |= mask_of(same(part, 0xE2)) << at;
    bits.general |= mask_of(same(part, 0x80)) << at;
  }
  return bits;
}
#else
ByteBits bits_of(const char* bytes) {
  ByteBits bits;
  for (unsigned at = 0; at < 64; ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const unsigned small = byte | 0x20U;
    const auto set = [at](std::uint64_t& all, bool is) { all |= std::uint64_t{is} << at; };
    set(bits.letters, (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9'));
    set(bits.stops, byte == '.' || byte == '!' || byte == '?' || byte == ':');
    set(bits.beyond, byte >= 0x80);
    set(bits.followers, byte >= 0x80 && byte < 0xC0);
    set(bits.latin, byte == 0xC3);
    set(bits.no_latin, byte == 0x97 || byte == 0xB7);
    set(bits.punctuation, byte == 0xE2);
    set(bits.general, byte == 0x80);
  }
  return bits;
}
#endif

/// Which bytes of a text belong to words, 64 bytes after 64.
class RunBits {
 public:
  explicit RunBits(std::string_view text) : text_(text) {}

  /// One bit for each of the next `size` bytes, which begin at `at`.
  struct Bits {
    std::uint64_t run = 0;    ///< Letters and digits.
    std::uint64_t stops = 0;  ///< . ! ? :
  };
  Bits next(std::uint32_t at, std::uint32_t size) {
    std::array<char, kBits> rest{};
    const char* bytes = text_.data() + at;
    if (size < kBits) bytes = static_cast<const char*>(std::memcpy(rest.data(), bytes, size));
    const ByteBits all = bits_of(bytes);
    Bits bits{all.letters | carried_, all.stops};
    std::uint64_t beyond = all.beyond & ~seen_;
    carried_ = seen_ = 0;
    beyond &= ~tell_by_bits(all, beyond, bits.run);
    while (beyond != 0) beyond &= ~decode(at, static_cast<std::uint32_t>(std::countr_zero(beyond)), bits.run);
    return bits;
  }

 private:
  static constexpr std::uint32_t kBits = 64;

  /// Adds the letters with C3 and returns the bits of what needs no decoding. What goes beyond the last bit is left to
  /// decode().
  static std::uint64_t tell_by_bits(const ByteBits& all, std::uint64_t beyond, std::uint64_t& run) {
    const std::uint64_t latin = all.latin & (all.followers & ~all.no_latin) >> 1U & beyond;
    const std::uint64_t letters = latin | latin << 1U;
    run |= letters;
    const std::uint64_t signs = all.punctuation & all.general >> 1U & all.followers >> 2U & beyond;
    return letters | signs | signs << 1U | signs << 2U;
  }

  /// Adds the code point at a bit, if it is a letter; returns its bits. What of it lies behind the last bit is carried
  /// over.
  std::uint64_t decode(std::uint32_t at, std::uint32_t bit, std::uint64_t& run) {
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

/// So many ones are taken in a row; that many places behind the last one are written to.
constexpr std::size_t kTurnsAtOnce = 8;

/// Writes the places of the ones in `bits`, the first bit being `at`, and returns how many there are. How many nobody
/// can foresee, so no branch asks after each.
std::size_t append_ones(std::uint64_t bits, std::uint32_t at, std::uint32_t* out) {
  constexpr std::uint64_t kLast = std::uint64_t{1} << 63U;  // what is none is written, too, and then written over
  const auto count = static_cast<std::size_t>(std::popcount(bits));
  for (std::size_t done = 0; done < count; done += kTurnsAtOnce) {
    for (std::size_t i = 0; i < kTurnsAtOnce; ++i) {
      out[done + i] = at + static_cast<std::uint32_t>(std::countr_zero(bits | kLast));
      bits &= bits - 1;
    }
  }
  return count;
}

}  // namespace

void TextRuns::find(std::string_view text, TextRange range) {
  begin_ = range.begin;
  const std::size_t size = range.end - range.begin;
  if (bounds_.size() < size + 2 + kTurnsAtOnce) bounds_.resize(size + 2 + kTurnsAtOnce);
  stops_.resize(size / kBits + 1);
  bounds_size_ = 0;
  RunBits bits(text);
  std::uint64_t before = 0;  // 1 if the byte before is part of a run
  std::uint64_t stop = 0;    // 1 if there was a stop since the last run
  std::uint64_t* stops = stops_.data();
  for (std::uint32_t at = range.begin; at < range.end; at += std::min(kBits, range.end - at)) {
    const auto [run, marks] = bits.next(at, std::min(kBits, range.end - at));
    const std::uint64_t gap = ~run, sum = gap + marks;
    *stops++ = sum + stop;
    stop = static_cast<std::uint64_t>(sum < gap) | static_cast<std::uint64_t>(sum + stop < sum);
    bounds_size_ += append_ones(run ^ (run << 1U | before), at, bounds_.data() + bounds_size_);
    before = run >> 63U;
  }
  if (before != 0) bounds_[bounds_size_++] = range.end;
}

}  // namespace ql::stories
