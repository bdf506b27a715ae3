// SPDX-License-Identifier: Apache-2.0
// WordList -> Features, in one pass over the words.
//
// A term's mass grows with its places (title and opening count more) and their logarithm; names and nouns weigh more
// than other words, rare words more than common ones. Masses do not depend on other reports, so a report's features are
// computed once and never change; how many reports share a word comes in when reports are compared (neighbours.cpp).
// Tested by features_test.cpp.
#include "stories/features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace ql::stories {
namespace {

/// Words of a typical report, for turning a word's frequency into the share of reports that use it.
constexpr double kTypicalWords = 300;
/// Frequency up to which a word counts as rare.
constexpr double kRareFrequency = 2e-7;
/// Rarity in the language counts by less than its size: else the rarest names drown what happened.
constexpr double kRarityPower = 0.7;
constexpr std::size_t kRaritySlots = 1U << 16U;

constexpr std::uint32_t kTitleCount = 4, kOpeningCount = 3, kBodyCount = 1;
constexpr std::uint32_t kOpeningWords = 90;
constexpr float kNameShape = 1.7F, kStartShape = 0.9F, kLowerShape = 0.5F, kNumberShape = 0.5F;
constexpr std::uint32_t kLeastLetters = 2;

constexpr float kSmallestMass = 0.02F;
constexpr float kMassStep = 0.05F;  // of the natural logarithm
constexpr int kMassSteps = 128;

float shape_of(const Word& word) {
  if (word.digit) return kNumberShape;
  if (!word.capitalised) return kLowerShape;
  return word.sentence_start ? kStartShape : kNameShape;
}

std::array<float, kMassSteps> mass_values() {
  std::array<float, kMassSteps> values{};
  for (int i = 1; i < kMassSteps; ++i) {
    values[static_cast<std::size_t>(i)] = kSmallestMass * std::exp(kMassStep * static_cast<float>(i));
  }
  return values;
}

std::size_t slot_hash(std::uint32_t stem) { return stem * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U; }

WordRarity rarity_of(double frequency) {
  static const double kMost = std::log(1 / (kTypicalWords * lang::WordFrequency::kUnknown));
  const double expected = 1 - std::exp(-frequency * kTypicalWords);
  WordRarity rarity;
  rarity.weight = static_cast<float>(std::pow(std::max(0.0, -std::log(expected) / kMost), kRarityPower));
  rarity.expected = static_cast<float>(expected);
  rarity.rare = frequency <= kRareFrequency;
  return rarity;
}

/// 1 + log of a count; counts are small numbers.
float dwelling(std::uint32_t count) {
  static const std::array<float, 256> kLogs = [] {
    std::array<float, 256> logs{};
    for (std::size_t i = 1; i < logs.size(); ++i) logs[i] = 1 + std::log(static_cast<float>(i));
    return logs;
  }();
  return kLogs[std::min<std::size_t>(count, kLogs.size() - 1)];
}

}  // namespace

RarityTable::RarityTable(const lang::WordFrequency& frequency)
    : frequency_(frequency), unknown_(rarity_of(lang::WordFrequency::kUnknown)), slots_(kRaritySlots) {}

const WordRarity& RarityTable::of(std::uint32_t stem) {
  Slot& slot = slots_[stem % kRaritySlots];
  if (slot.filled && slot.stem == stem) return slot.rarity;
  const double frequency = frequency_.of(stem);
  slot = {stem, true, frequency == lang::WordFrequency::kUnknown ? unknown_ : rarity_of(frequency)};
  return slot.rarity;
}

Mass Mass::of(float value, bool rare_name) {
  const float steps = value > kSmallestMass ? std::log(value / kSmallestMass) / kMassStep : 0;
  Mass mass;
  mass.bits_ = static_cast<std::uint8_t>(std::min(kMassSteps - 1, static_cast<int>(std::lround(steps))));
  if (rare_name) mass.bits_ |= kRareBit;
  return mass;
}

float Mass::value() const {
  static const std::array<float, kMassSteps> kValues = mass_values();
  return kValues[bits_ & (kMassSteps - 1)];
}

Features::Features(std::span<const std::uint32_t> fingerprints, std::span<const std::uint32_t> stems,
                   std::span<const Mass> masses)
    : numbers_(new std::uint32_t[fingerprints.size() + stems.size() + (stems.size() + 3) / 4]()),
      fingerprints_(static_cast<std::uint32_t>(fingerprints.size())),
      terms_(static_cast<std::uint32_t>(stems.size())) {
  std::copy(fingerprints.begin(), fingerprints.end(), numbers_.get());
  std::copy(stems.begin(), stems.end(), numbers_.get() + fingerprints_);
  if (!masses.empty()) std::memcpy(numbers_.get() + fingerprints_ + terms_, masses.data(), masses.size());
}

std::span<const Mass> Features::masses() const {
  static_assert(sizeof(Mass) == 1);
  return {reinterpret_cast<const Mass*>(numbers_.get() + fingerprints_ + terms_), terms_};
}

std::size_t Features::heap_bytes() const {
  return (fingerprints_ + terms_ + (terms_ + std::size_t{3}) / 4) * sizeof(std::uint32_t);
}

void FeatureReader::tally(const WordList& list) {
  for (const std::uint32_t slot : filled_) tallies_[slot].count = 0;
  filled_.clear();
  const std::size_t least = std::bit_ceil(2 * list.words.size() + 16);
  if (tallies_.size() < least) tallies_.assign(least, Tally());
  const std::size_t mask = tallies_.size() - 1;
  const std::size_t opening = list.title_words + kOpeningWords;
  for (std::size_t i = 0; i < list.words.size(); ++i) {
    const Word& word = list.words[i];
    if (word.length < kLeastLetters) continue;
    std::size_t slot = slot_hash(word.stem) & mask;
    while (tallies_[slot].count != 0 && tallies_[slot].stem != word.stem) slot = (slot + 1) & mask;
    Tally& tally = tallies_[slot];
    if (tally.count == 0) {
      filled_.push_back(static_cast<std::uint32_t>(slot));
      tally.stem = word.stem;
      tally.shape = 0;
    }
    tally.count += i < list.title_words ? kTitleCount : i < opening ? kOpeningCount : kBodyCount;
    tally.shape = std::max(tally.shape, shape_of(word));
  }
}

void FeatureReader::weigh() {
  weighed_.clear();
  for (const std::uint32_t slot : filled_) {
    const Tally& tally = tallies_[slot];
    const WordRarity& rarity = rarity_.of(tally.stem);
    const float mass = dwelling(tally.count) * tally.shape * rarity.weight;
    if (mass > kSmallestMass) weighed_.push_back({tally.stem, mass, rarity.rare && tally.shape == kNameShape});
  }
  const auto heavier = [](const Weighed& x, const Weighed& y) {
    return x.mass != y.mass ? x.mass > y.mass : x.stem < y.stem;
  };
  if (weighed_.size() > Features::kMostTerms) {
    std::nth_element(weighed_.begin(), weighed_.begin() + Features::kMostTerms, weighed_.end(), heavier);
    weighed_.resize(Features::kMostTerms);
  }
  std::sort(weighed_.begin(), weighed_.end(), [](const Weighed& x, const Weighed& y) { return x.stem < y.stem; });
}

Features FeatureReader::read(const WordList& list) {
  winnow(list, winnowed_);
  fingerprints_.clear();
  for (const Fingerprint& fingerprint : winnowed_) fingerprints_.push_back(fingerprint.value);
  std::sort(fingerprints_.begin(), fingerprints_.end());
  fingerprints_.erase(std::unique(fingerprints_.begin(), fingerprints_.end()), fingerprints_.end());
  tally(list);
  weigh();
  stems_.clear();
  masses_.clear();
  for (const Weighed& term : weighed_) {
    stems_.push_back(term.stem);
    masses_.push_back(Mass::of(term.mass, term.rare_name));
  }
  return {fingerprints_, stems_, masses_};
}

}  // namespace ql::stories
