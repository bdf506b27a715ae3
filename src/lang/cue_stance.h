// SPDX-License-Identifier: Apache-2.0
// The stance towards a content that a word or phrase shows.
#pragma once

#include <cstdint>
#include <string_view>

namespace ql::lang {

/// Stance of the speaker; same order as claims::Commitment.
enum class CueStance : std::uint8_t { Asserts, Confirms, Denies, Warns, Suspects, Announces, Demands, Refuses };

/// The stance that a table calls by this name ("denies"). Requires one of the eight names.
CueStance cue_stance(std::string_view name);

}  // namespace ql::lang
