// SPDX-License-Identifier: Apache-2.0
// JSON -> DOM (simdjson) -> list of sources; sources -> files through ingest, so that records, compression and
// formats are read exactly as they were the first time. Cost: linear. Tested by verify_test.cpp and tests/cli.
#include "engine/dossier_file.h"

#include <algorithm>
#include <map>

#include "ingest/ingest.h"
#include "present/words.h"

namespace ql::engine {
namespace {

using simdjson::dom::element;

std::optional<std::uint64_t> integer_at(element object, std::string_view key) {
  std::uint64_t value = 0;
  if (object[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

ingest::MediaType media_type_of(std::string_view word) {
  using ingest::MediaType;
  for (const MediaType type : {MediaType::Markdown, MediaType::Html, MediaType::Record}) {
    if (present::word(type) == word) return type;
  }
  return MediaType::PlainText;
}

SourceEntry source_entry(element report) {
  SourceEntry entry;
  entry.id = string_at(report, "id");
  element source;
  if (report["source"].get(source) != simdjson::SUCCESS) return entry;
  const std::string_view container = string_at(source, "container");
  entry.path = container.empty() ? string_at(report, "path") : container;
  entry.record = integer_at(source, "record");
  element range;
  if (source["container_range"].get(range) == simdjson::SUCCESS) {
    entry.container_begin_byte = integer_at(range, "begin");
    entry.container_end_byte = integer_at(range, "end");
  }
  entry.sha256 = string_at(source, "sha256");
  entry.bytes = integer_at(source, "bytes").value_or(0);
  entry.media_type = media_type_of(string_at(source, "media_type"));
  entry.encoding = string_at(source, "encoding");
  return entry;
}

constexpr std::uint64_t kNoRecord = ~0ULL;

/// How the sources were read the first time: "text=inhalt,title=kopf" of --map.
ingest::Options reading_options(element root) {
  ingest::Options options;
  element said;
  if (root["generator"]["options"].get(said) != simdjson::SUCCESS) return options;
  std::string_view map = string_at(said, "map");
  while (!map.empty()) {
    const std::string_view pair = map.substr(0, map.find(','));
    map.remove_prefix(std::min(pair.size() + 1, map.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    options.field_map.emplace_back(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
  }
  return options;
}

}  // namespace

std::string path_below(const std::string& root, const std::string& path) {
  const bool as_it_is = path.starts_with('/') || root.empty() || root == ".";
  return as_it_is ? path : root + "/" + path;
}

std::string_view string_at(element object, std::string_view key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? value : std::string_view();
}

std::vector<element> items_at(element object, std::string_view key) {
  std::vector<element> items;
  simdjson::dom::array array;
  if (object[key].get(array) == simdjson::SUCCESS) items.assign(array.begin(), array.end());
  return items;
}

Result<DossierFile> DossierFile::checked(DossierFile file) {
  std::uint64_t version = 0;
  const bool known = string_at(file.root_, "format") == "quellenlage-dossier" &&
                     file.root_["version"].get(version) == simdjson::SUCCESS && version == 1;
  if (!known) return Error{"dossier.malformed", "format or version", ""};
  for (const element report : items_at(file.root_, "reports")) file.sources_.push_back(source_entry(report));
  return file;
}

Result<DossierFile> DossierFile::load(const std::string& path) {
  DossierFile file;
  const auto error = file.parser_->load(path).get(file.root_);
  if (error == simdjson::IO_ERROR) return Error{"dossier.unreadable", simdjson::error_message(error), path};
  if (error != simdjson::SUCCESS) return Error{"dossier.malformed", simdjson::error_message(error), path};
  return checked(std::move(file));
}

Result<DossierFile> DossierFile::parse(std::string_view json) {
  DossierFile file;
  const auto error = file.parser_->parse(json.data(), json.size()).get(file.root_);
  if (error != simdjson::SUCCESS) return Error{"dossier.malformed", simdjson::error_message(error), ""};
  return checked(std::move(file));
}

void read_sources(const DossierFile& dossier, const std::vector<SourceEntry>& sources, const std::string& root,
                  const SourceSink& sink, Diagnostics& diagnostics) {
  const ingest::Options options = reading_options(dossier.root());
  std::map<std::string, std::map<std::uint64_t, std::size_t>> files;  // file -> record -> index of the source
  for (std::size_t i = 0; i < sources.size(); ++i) {
    files[path_below(root, sources[i].path)].emplace(sources[i].record.value_or(kNoRecord), i);
  }
  for (const auto& [path, records] : files) {
    const auto visit = [&wanted = records, &sink](ingest::RawReport&& raw) {
      const auto found = wanted.find(raw.origin.record.value_or(kNoRecord));
      if (found != wanted.end()) sink(found->second, raw);
    };
    ingest::read_reports({path}, options, visit, diagnostics);
  }
}

}  // namespace ql::engine
