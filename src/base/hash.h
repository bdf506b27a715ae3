// SPDX-License-Identifier: Apache-2.0
// The two hashes that we use: XXH3 for tables and fingerprints, SHA-256 for identity of sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ql {

/// XXH3-64 of the bytes; the same on every machine, so it may decide an order or a fingerprint.
std::uint64_t hash64(std::string_view bytes);

/// SHA-256 (FIPS 180-4) of the bytes as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace ql
