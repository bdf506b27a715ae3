// SPDX-License-Identifier: Apache-2.0
// What an agency says about an item besides its text: whether it may be used, until when it is held, what it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/container.h"
#include "ingest/raw_report.h"

namespace ql::ingest {

/// As NewsML-G2, NewsML 1 and ninjs state it; codes with or without their scheme ("stat:canceled").
struct NewsStatus {
  std::string status;
  std::optional<std::string> embargoed;
  std::vector<std::string> genres;  ///< Names, as people read them.
  bool correction = false;
};

/// True if the sender took the item back or holds it until further notice.
bool is_withdrawn(const NewsStatus& status);
/// Reports it, and hands on that its earlier versions no longer stand.
void withdraw(const NewsStatus& status, RawReport&& raw, std::uint64_t record, const RecordRange& range,
              Container& file);

/// False if the item is no report to be read but a table, calendar or note to editors; a diagnostic says which. An
/// embargo and a correction are reported and noted in `item`, and the item is read.
bool accept(const NewsStatus& status, std::uint64_t record, std::uint64_t begin_byte, Container& file, ItemState& item);

/// The number of a version; 0 if it is none.
std::uint64_t version_number(std::string_view text);

/// "picture", "audio", "event": a kind of item that holds no report.
bool is_other_medium(std::string_view kind);

/// "; it is at URL, which is not fetched"; "" without an address.
std::string place_of(const std::optional<std::string>& url);

}  // namespace ql::ingest
