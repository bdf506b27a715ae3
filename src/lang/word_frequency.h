// SPDX-License-Identifier: Apache-2.0
// How common is a word in the language at large? Read from models/<language>-wordfreq.bin (wordfreq by Robyn Speer,
// CC BY-SA 4.0; see models/de-wordfreq.md).
#pragma once

#include <cstdint>
#include <string_view>

namespace ql::lang {

/// Relative frequencies of stems. A view into embedded bytes; cheap to copy.
class WordFrequency {
 public:
  WordFrequency() = default;
  /// Reads the head of the file. Requires a well-formed file (it is part of the build).
  explicit WordFrequency(std::string_view file);

  /// Share of running words that have this stem (upper half of lang::WordKey::stem); kUnknown for stems that the list
  /// lacks. Cost: one binary search.
  [[nodiscard]] double of(std::uint32_t stem) const;
  [[nodiscard]] std::uint32_t size() const { return count_; }
  /// The stems of the list, ascending, and -20 log10 of their frequencies, rounded. Require index < size().
  [[nodiscard]] std::uint32_t stem_at(std::uint32_t index) const;
  [[nodiscard]] std::uint8_t rarity_at(std::uint32_t index) const { return static_cast<std::uint8_t>(values_[index]); }

  static constexpr double kUnknown = 1e-8;

 private:
  const char* keys_ = nullptr;
  const char* values_ = nullptr;
  std::uint32_t count_ = 0;
};

}  // namespace ql::lang
