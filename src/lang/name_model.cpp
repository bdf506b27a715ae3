// SPDX-License-Identifier: Apache-2.0
// Reads the name tagger's weights in place. Rows are found by open addressing. Half of the features of a word have no
// row; 16 bits of each slot's feature, side by side in a table that fits the second-level cache, tell so without a
// look at the rows, and let those that are there be asked for together. Tested by annotate/names_test.cpp.
#include "lang/name_model.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/check.h"

namespace ql::lang {
namespace {

constexpr std::int32_t kForbidden = -1'000'000;

std::uint32_t read_u32(const unsigned char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, sizeof value);  // files and all supported machines are little-endian
  return value;
}

/// Never 0. The slot comes from other bits (name_slot multiplies).
std::uint16_t check_of(std::uint32_t feature) { return static_cast<std::uint16_t>(std::max(feature & 0xFFFFU, 1U)); }

}  // namespace

NameModel::NameModel(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  QL_CHECK(bytes.size() > kNameHeaderBytes && bytes.substr(0, 4) == "QLNM");
  bits_ = read_u32(data + 8);
  QL_CHECK(bits_ > 0 && bits_ < 30 && bytes.size() == kNameHeaderBytes + (kNameSlotBytes << bits_));
  slots_ = data + kNameHeaderBytes;
  std::vector<std::uint16_t> checks(std::size_t{1} << bits_);
  for (std::size_t at = 0; at < checks.size(); ++at) {
    const std::uint32_t feature = read_u32(slot(at));
    checks[at] = feature == 0 ? std::uint16_t{0} : check_of(feature);
  }
  checks_ = std::make_shared<const std::vector<std::uint16_t>>(std::move(checks));
  for (std::size_t from = 0; from < kNameLabels; ++from) {
    for (std::size_t to = 0; to < kNameLabels; ++to) {
      std::int16_t weight = 0;
      std::memcpy(&weight, data + 12 + 2 * (from * kNameRow + to), sizeof weight);
      transitions_[from * kNameRow + to] = name_may_follow(from, to) ? weight : kForbidden;
    }
    transitions_[from * kNameRow + kNameLabels] = kForbidden;
  }
}

std::size_t NameModel::find_check(std::uint32_t feature, std::size_t at) const {
  const std::vector<std::uint16_t>& checks = *checks_;
  const std::uint16_t wanted = check_of(feature);
  while (checks[at] != wanted && checks[at] != 0) at = (at + 1) & (checks.size() - 1);
  return at;
}

std::size_t NameModel::find_rows(std::span<const std::uint32_t> features, const std::int8_t** rows) const {
  constexpr std::size_t kAtOnce = 64;
  const std::vector<std::uint16_t>& checks = *checks_;
  std::array<std::pair<std::uint32_t, std::size_t>, kAtOnce> likely;  // feature, slot
  std::size_t found = 0;
  for (; !features.empty(); features = features.subspan(std::min(kAtOnce, features.size()))) {
    const auto some = features.first(std::min(kAtOnce, features.size()));
    for (const std::uint32_t feature : some) __builtin_prefetch(&checks[name_slot(feature, bits_)]);
    std::size_t count = 0;
    for (const std::uint32_t feature : some) {
      const std::size_t at = find_check(feature, name_slot(feature, bits_));
      __builtin_prefetch(slot(at));
      likely[count] = {feature, at};
      count += checks[at] != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < count; ++i) {
      auto [feature, at] = likely[i];
      while (checks[at] != 0 && read_u32(slot(at)) != feature) at = find_check(feature, (at + 1) & (checks.size() - 1));
      if (checks[at] != 0) rows[found++] = reinterpret_cast<const std::int8_t*>(slot(at) + 4);
    }
  }
  return found;
}

}  // namespace ql::lang
