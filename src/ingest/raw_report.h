// SPDX-License-Identifier: Apache-2.0
// Product of ingest: one report as it lies in its file, before anybody has read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ql::ingest {

enum class MediaType : std::uint8_t { PlainText, Markdown, Html, Record };

/// Where the bytes of a report came from. For a file of its own, `container` is empty.
struct Origin {
  std::string path;  ///< As given on the command line; relative; or URL. For a record: the container's path.
  std::optional<std::string> given_id;   ///< The id that a record brings along.
  std::optional<std::string> container;  ///< File that holds many reports (JSONL, feed, WARC).
  std::optional<std::uint64_t> record;   ///< Counted from 0.
  std::optional<std::uint64_t> container_begin_byte, container_end_byte;  ///< The record's bytes in it.
};

/// Metadata that the container states beside the text (JSONL fields, feed elements). Unparsed.
struct StatedMetadata {
  std::optional<std::string> title, published, modified, outlet, url, language, section, licence;
  std::optional<bool> paywall;
  std::vector<std::string> authors;
};

/// What a sender says about an item that it sends in several versions (NewsML-G2, NewsML 1, ninjs).
struct ItemState {
  std::string item;                      ///< The id without its version; "" where no versions are told apart.
  std::uint64_t version = 0;             ///< 0: not stated.
  std::string created;                   ///< ISO 8601, of this version; "": not stated.
  std::optional<std::string> embargoed;  ///< ISO 8601: not to be published before.
  bool correction = false;               ///< It corrects an earlier version.
  bool withdrawn = false;                ///< Its sender took the item back: it is no report, whatever text it has.
};

/// One report: its own source bytes and what its container says about it.
/// `bytes` is what SourceRange counts in: the file, the WARC payload, or the decoded `text` value.
struct RawReport {
  Origin origin;
  MediaType media_type = MediaType::PlainText;
  std::optional<std::string> declared_encoding;  ///< HTTP header or container; lower priority than a BOM.
  std::string bytes;
  StatedMetadata stated;
  ItemState item;
};

}  // namespace ql::ingest
