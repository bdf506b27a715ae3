// SPDX-License-Identifier: Apache-2.0
// The dates that formats prescribe, brought to ISO 8601. What is printed in texts is read by clean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ql::ingest {

/// "Fri, 07 Mar 2025 10:00:00 +0100" (RFC 5322, with one-digit days and two-digit years too) as
/// "2025-03-07T10:00:00+01:00"; compact "20250307T100000+0100" likewise; Unix seconds or milliseconds as UTC; anything
/// else stays as it is. The time stays in the zone in which it was stated.
std::string iso_time(std::string_view text);
std::optional<std::string> iso_time_if(const std::optional<std::string>& text);

}  // namespace ql::ingest
