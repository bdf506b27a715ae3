// SPDX-License-Identifier: Apache-2.0
// Fingerprints are hashes: n of them cut the numbers into n gaps of about 2^32 / n, and no code takes much less than
// the logarithm of a gap. The distance is written as so many zeros as it holds powers of two, a one, and the low bits.
// Tested by packed_numbers_test.cpp.
#include "stories/packed_numbers.h"

namespace ql::stories {
namespace {

class BitWriter {
 public:
  explicit BitWriter(std::vector<std::uint32_t>& out) : out_(out) {}
  /// The lowest `bits` bits of `value`; at most 32.
  void write(std::uint64_t value, unsigned bits) {
    pending_ |= value << filled_;
    filled_ += bits;
    if (filled_ < PackedNumbers::kWordBits) return;
    out_.push_back(static_cast<std::uint32_t>(pending_));
    pending_ >>= PackedNumbers::kWordBits;
    filled_ -= PackedNumbers::kWordBits;
  }
  void finish() {
    if (filled_ > 0) out_.push_back(static_cast<std::uint32_t>(pending_));
  }

 private:
  std::vector<std::uint32_t>& out_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;  // below 32
};

}  // namespace

void PackedNumbers::append(std::span<const std::uint32_t> numbers, std::vector<std::uint32_t>& out) {
  const unsigned low_bits = low_bits_of(numbers.size());
  BitWriter writer(out);
  std::uint64_t before = ~std::uint64_t{0};
  for (const std::uint32_t number : numbers) {
    const std::uint64_t distance = number - before - 1;
    before = number;
    std::uint64_t high = distance >> low_bits;
    for (; high >= kWordBits; high -= kWordBits) writer.write(0, kWordBits);
    writer.write(std::uint64_t{1} << high, static_cast<unsigned>(high) + 1);
    writer.write(distance & ((std::uint64_t{1} << low_bits) - 1), low_bits);
  }
  writer.finish();
}

}  // namespace ql::stories
