// SPDX-License-Identifier: Apache-2.0
// Collects from a dossier's JSON every range, every id and every reference to an id; private to verify.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/dossier_file.h"

namespace ql::engine {

/// A range (or span) of a report's source.
struct RangeClaim {
  static constexpr std::uint32_t kNoReport = 0xFFFFFFFFU;
  std::uint32_t report = kNoReport;  ///< Index into DossierFile::sources().
  bool in_title = false;             ///< Counts in the record's title.
  bool has_text = false;
  std::uint64_t begin = 0, end = 0;
  std::string_view text;
  std::string_view item;  ///< Id of the item that it belongs to.
};

struct Reference {
  std::string_view item;    ///< Where it stands.
  std::string_view target;  ///< The id that it names.
  std::string_view kinds;   ///< First letters that the id may have.
};

struct DossierContents {
  std::vector<std::string_view> ids;
  std::vector<Reference> references;
  std::vector<RangeClaim> ranges;
};

DossierContents collect(const DossierFile& dossier);

}  // namespace ql::engine
