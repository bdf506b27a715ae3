// SPDX-License-Identifier: Apache-2.0
// A word as a feature of a report, in four bytes. Private to stories.
#pragma once

#include <array>
#include <cstdint>

namespace ql::stories {

/// Whom or where a term names.
enum class NamedKind : std::uint8_t { Nothing, Person, Organisation, Place };

/// What a report does with a term.
struct TermUse {
  bool in_title = false;
  bool in_opening = false;  ///< In its title or in the first words of its body.
  NamedKind names = NamedKind::Nothing;
};

/// A word of a report and how much the report dwells on it: 22 bits of the stem's hash, four bits of use, and the
/// weight in 64 logarithmic steps of five per cent from .019 on. The weights of a report's terms are a vector of about
/// length 1, more if it names actors or places that hardly any text knows.
class Term {
 public:
  static constexpr unsigned kKeyBits = 22, kSteps = 64;

  Term() = default;
  /// `key` has kKeyBits.
  Term(std::uint32_t key, float weight, TermUse use = {});
  [[nodiscard]] std::uint32_t key() const { return bits_ >> kKeyShift; }
  [[nodiscard]] float weight() const { return kWeights[step()]; }
  /// Weights in order, as a small number.
  [[nodiscard]] std::uint8_t step() const { return static_cast<std::uint8_t>(bits_ & (kSteps - 1)); }
  [[nodiscard]] bool in_title() const { return (bits_ & kTitleBit) != 0; }
  [[nodiscard]] bool in_opening() const { return (bits_ & kOpeningBit) != 0; }
  [[nodiscard]] NamedKind names() const { return static_cast<NamedKind>(bits_ >> kNamesShift & 3U); }
  static constexpr std::uint32_t key_of(std::uint32_t stem) { return stem >> kKeyShift; }

 private:
  static constexpr unsigned kKeyShift = 32 - kKeyBits, kNamesShift = 8;
  static constexpr std::uint32_t kTitleBit = 1U << 6U, kOpeningBit = 1U << 7U;
  static const std::array<float, kSteps> kWeights;  ///< Of each step.
  std::uint32_t bits_ = 0;
};

}  // namespace ql::stories
