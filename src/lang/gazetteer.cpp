// SPDX-License-Identifier: Apache-2.0
// Look-up tables with open addressing: each slot holds 16 bits of fingerprint and 16 bits of flags; the slot index is
// the upper part of the hash. The words themselves are not stored: what a tagger needs is the flags.
// Input: bytes of a table; output: flags. Cost: one or two cache lines a look-up, nothing at start-up.
// Tested by gazetteer_test.cpp.
#include "lang/gazetteer.h"

#include <cstring>

#include "base/check.h"

namespace ql::lang {
namespace {

constexpr std::size_t kHeaderBytes = 16;
constexpr std::uint32_t kFrequencyShift = 8;

std::uint32_t read_u32(const unsigned char* bytes) {
  return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8U |
         static_cast<std::uint32_t>(bytes[2]) << 16U | static_cast<std::uint32_t>(bytes[3]) << 24U;
}

}  // namespace

std::uint64_t hash_word(std::string_view word) {
  std::uint64_t state = kHashStart;
  for (const char byte : word) {
    state = hash_byte(state, byte);
  }
  return hash_end(state);
}

Gazetteer::Gazetteer(std::string_view open_table, std::string_view sharealike_table, std::string_view classes_table)
    : open_(open(open_table)), sharealike_(open(sharealike_table)), classes_(open(classes_table)) {}

Gazetteer::Table Gazetteer::open(std::string_view bytes) {
  QL_CHECK(bytes.size() > kHeaderBytes && bytes.substr(0, 4) == "QLGZ");
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::uint32_t bits = read_u32(data + 8);
  QL_CHECK(bits < 32 && bytes.size() == kHeaderBytes + (std::size_t{4} << bits));
  return {data + kHeaderBytes, bits};
}

std::uint32_t Gazetteer::Table::find(std::uint64_t hash) const {
  if (slots == nullptr) {
    return 0;
  }
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  for (std::uint64_t at = hash >> (64U - bits);; at = (at + 1) & mask) {
    const std::uint32_t entry = read_u32(slots + 4 * at);
    if (entry == 0) {
      return 0;
    }
    if (entry >> 16U == (hash & 0xFFFFU)) {
      return entry & 0xFFFFU;
    }
  }
}

std::uint32_t Gazetteer::flags(std::uint64_t hash) const {
  return open_.find(hash) | (sharealike_.find(hash) & 0xFFU) << 16U;
}

std::uint32_t Gazetteer::frequency(std::uint64_t hash_of_lower_case) const {
  return sharealike_.find(hash_of_lower_case) >> kFrequencyShift;
}

std::uint32_t Gazetteer::word_class(std::uint64_t hash) const { return classes_.find(hash); }

}  // namespace ql::lang
