// SPDX-License-Identifier: Apache-2.0
// Open addressing by the low bits of the key, checked by its high 16 bits. Nine of ten features have at most two
// weights, which lie in the slot: a look-up is one cache line and the whole table of the tagger fits into the
// second-level cache. add_all() asks for all lines of a token's features first and only then reads them.
// Tested by linear_model_test.cpp.
#include "lang/linear_model.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "base/check.h"

namespace ql::lang {
namespace {

struct Header {
  char magic[8];
  std::uint32_t labels, slots, weights, reserved;
};

/// A slot as it is written; LinearModel::Slot reads it.
struct SlotRecord {
  std::uint16_t check;
  std::uint8_t label, rest;
  std::int16_t payload[2];
};
static_assert(sizeof(SlotRecord) == 8);
constexpr std::uint8_t kFreeSlot = 255, kManyWeights = 254;

constexpr char kMagic[] = "QLLINMD2";

std::uint16_t check_of(std::uint64_t key) { return static_cast<std::uint16_t>(key >> 48); }

std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

/// Copies `count` records to out[at...] and returns where the next section begins.
template <class T>
std::size_t put(std::vector<char>& out, std::size_t at, const T* data, std::size_t count) {
  if (count > 0) std::memcpy(out.data() + at, data, count * sizeof(T));
  return at + padded(count * sizeof(T));
}

}  // namespace

LinearModel::LinearModel(std::string_view bytes) {
  Header header{};
  QL_CHECK(bytes.size() >= sizeof(header));
  std::memcpy(&header, bytes.data(), sizeof(header));
  QL_CHECK(std::memcmp(header.magic, kMagic, 8) == 0 && header.labels <= kMaxLabels);
  QL_CHECK(reinterpret_cast<std::uintptr_t>(bytes.data()) % 4 == 0);
  const char* at = bytes.data() + sizeof(header);
  labels_ = {reinterpret_cast<const ModelLabel*>(at), header.labels};
  at += padded(header.labels * sizeof(ModelLabel));
  slots_ = reinterpret_cast<const Slot*>(at);
  mask_ = header.slots - 1;
  at += header.slots * sizeof(Slot);
  weights_ = reinterpret_cast<const std::int16_t*>(at);
  at += padded(header.weights * sizeof(std::int16_t));
  weight_labels_ = reinterpret_cast<const std::uint8_t*>(at);
  QL_CHECK(at + padded(header.weights) == bytes.data() + bytes.size());
}

const LinearModel::Slot& LinearModel::slot_of(std::uint64_t key) const {
  const std::uint16_t check = check_of(key);
  std::uint64_t slot = key & mask_;
  while (slots_[slot].label != Slot::kFree && slots_[slot].check != check) slot = (slot + 1) & mask_;
  return slots_[slot];
}

void LinearModel::add_slot(const Slot& slot, Scores& scores) const {
  if (slot.label < Slot::kMany) {
    scores[slot.label] += slot.weight;
    scores[slot.rest] += slot.second_weight;
  } else if (slot.label == Slot::kMany) {
    const std::uint32_t begin = slot.where(), end = begin + slot.rest;
    for (std::uint32_t i = begin; i < end; ++i) scores[weight_labels_[i]] += weights_[i];
  }
}

void LinearModel::add(std::uint64_t key, Scores& scores) const {
  if (slots_ != nullptr) add_slot(slot_of(key), scores);
}

void LinearModel::add_all(std::span<const std::uint64_t> keys, Scores& scores) const {
  if (slots_ == nullptr) return;
  for (const std::uint64_t key : keys) __builtin_prefetch(&slots_[key & mask_]);
  for (const std::uint64_t key : keys) add_slot(slot_of(key), scores);
}

std::size_t LinearModel::best(const Scores& scores) const {
  std::int32_t highest = scores[0];  // two plain passes: both are vectorised, std::max_element is not
  for (std::size_t label = 1; label < labels_.size(); ++label) highest = std::max(highest, scores[label]);
  return static_cast<std::size_t>(std::find(scores.begin(), scores.end(), highest) - scores.begin());
}

std::vector<char> write_linear_model(std::span<const ModelLabel> labels, std::span<const ModelFeature> features) {
  std::size_t slot_count = 64;
  while (slot_count < features.size() * 3 / 2) slot_count *= 2;
  std::vector<SlotRecord> slots(slot_count, SlotRecord{0, kFreeSlot, 0, {0, 0}});
  std::vector<std::int16_t> weights;
  std::vector<std::uint8_t> weight_labels;
  for (const ModelFeature& feature : features) {
    std::size_t slot = feature.key & (slot_count - 1);
    while (slots[slot].label != kFreeSlot) slot = (slot + 1) & (slot_count - 1);
    SlotRecord& record = slots[slot];
    record.check = check_of(feature.key);
    if (feature.weights.size() <= 2) {
      record.label = record.rest = feature.weights.front().first;
      record.payload[0] = feature.weights.front().second;
      if (feature.weights.size() == 2) std::tie(record.rest, record.payload[1]) = feature.weights.back();
      continue;
    }
    record.label = kManyWeights;
    record.rest = static_cast<std::uint8_t>(feature.weights.size());
    const auto begin = static_cast<std::uint32_t>(weights.size());
    std::memcpy(record.payload, &begin, sizeof begin);
    for (const auto& [label, weight] : feature.weights) {
      weights.push_back(weight);
      weight_labels.push_back(label);
    }
  }
  Header header{};
  std::memcpy(header.magic, kMagic, 8);
  header.labels = static_cast<std::uint32_t>(labels.size());
  header.slots = static_cast<std::uint32_t>(slot_count);
  header.weights = static_cast<std::uint32_t>(weights.size());
  std::vector<char> out(sizeof(header) + padded(labels.size_bytes()) + slots.size() * sizeof(SlotRecord) +
                        padded(weights.size() * 2) + padded(weight_labels.size()));
  std::size_t at = put(out, 0, &header, 1);
  at = put(out, at, labels.data(), labels.size());
  at = put(out, at, slots.data(), slots.size());
  at = put(out, at, weights.data(), weights.size());
  put(out, at, weight_labels.data(), weight_labels.size());
  return out;
}

}  // namespace ql::lang
