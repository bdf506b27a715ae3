// SPDX-License-Identifier: Apache-2.0
// Reads the name tagger's weights in place. Rows are found by open addressing; most features of a word that the
// training data did not have end at the first slot. Tested by annotate/names_test.cpp.
#include "lang/name_model.h"

#include <cstring>

#include "base/check.h"

namespace ql::lang {
namespace {

constexpr std::int32_t kForbidden = -1'000'000;

std::uint32_t read_u32(const unsigned char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, sizeof value);  // files and all supported machines are little-endian
  return value;
}

}  // namespace

NameModel::NameModel(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  QL_CHECK(bytes.size() > kNameHeaderBytes && bytes.substr(0, 4) == "QLNM");
  bits_ = read_u32(data + 8);
  QL_CHECK(bits_ > 0 && bits_ < 30 && bytes.size() == kNameHeaderBytes + (kNameSlotBytes << bits_));
  slots_ = data + kNameHeaderBytes;
  for (std::size_t from = 0; from < kNameLabels; ++from) {
    for (std::size_t to = 0; to < kNameLabels; ++to) {
      std::int16_t weight = 0;
      std::memcpy(&weight, data + 12 + 2 * (from * kNameRow + to), sizeof weight);
      transitions_[from * kNameRow + to] = name_may_follow(from, to) ? weight : kForbidden;
    }
    transitions_[from * kNameRow + kNameLabels] = kForbidden;
  }
}

const std::int8_t* NameModel::row(std::uint32_t feature) const {
  const std::uint32_t mask = (1U << bits_) - 1;
  for (std::uint32_t at = name_slot(feature, bits_);; at = (at + 1) & mask) {
    const unsigned char* slot = slots_ + std::size_t{at} * kNameSlotBytes;
    const std::uint32_t key = read_u32(slot);
    if (key == feature) {
      return reinterpret_cast<const std::int8_t*>(slot + 4);
    }
    if (key == 0) {
      return nullptr;
    }
  }
}

}  // namespace ql::lang
