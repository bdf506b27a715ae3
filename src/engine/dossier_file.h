// SPDX-License-Identifier: Apache-2.0
// A dossier (JSON) read back, and the files that it speaks of read again: what `verify` and `explain` start from.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "ingest/raw_report.h"

namespace ql::engine {

/// What a dossier says about the source of one report.
struct SourceEntry {
  std::string_view id;  ///< "r1"
  std::string path;     ///< Of the file that is read: the container, where there is one.
  std::optional<std::uint64_t> record;
  std::optional<std::uint64_t> container_begin_byte, container_end_byte;
  std::string_view sha256;
  std::uint64_t bytes = 0;
  ingest::MediaType media_type = ingest::MediaType::PlainText;
  std::string_view encoding;
};

/// A parsed dossier. Views and elements live as long as it does; it can be moved.
class DossierFile {
 public:
  /// Reads a file. Errors: "dossier.unreadable", "dossier.malformed" (no JSON, or not of our format and version).
  static Result<DossierFile> load(const std::string& path);
  /// Parses a text. Errors: "dossier.malformed".
  static Result<DossierFile> parse(std::string_view json);

  [[nodiscard]] simdjson::dom::element root() const { return root_; }
  /// The reports in the order of the dossier.
  [[nodiscard]] const std::vector<SourceEntry>& sources() const { return sources_; }

 private:
  DossierFile() : parser_(std::make_unique<simdjson::dom::parser>()) {}
  static Result<DossierFile> checked(DossierFile file);

  std::unique_ptr<simdjson::dom::parser> parser_;
  simdjson::dom::element root_;
  std::vector<SourceEntry> sources_;
};

/// Where a path of a dossier lies: below `root`, unless it is absolute or `root` is "." or empty.
std::string path_below(const std::string& root, const std::string& path);

/// Receives the index of a source and its bytes.
using SourceSink = std::function<void(std::size_t index, const ingest::RawReport& raw)>;

/// Reads the files of `sources` again, as the options of their dossier say, relative paths below `root`, each file
/// once, one report at a time; calls `sink` for every source that is still there. Files that cannot be read become
/// diagnostics.
void read_sources(const DossierFile& dossier, const std::vector<SourceEntry>& sources, const std::string& root,
                  const SourceSink& sink, Diagnostics& diagnostics);

/// The string at a key, or "".
std::string_view string_at(simdjson::dom::element object, std::string_view key);
/// The array at a key, or an empty list.
std::vector<simdjson::dom::element> items_at(simdjson::dom::element object, std::string_view key);

}  // namespace ql::engine
