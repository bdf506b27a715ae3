// SPDX-License-Identifier: Apache-2.0
// Promise 1, checked: does everything that a dossier shows stand in the files, at the bytes that it names?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/dossier_file.h"

namespace ql::engine {

enum class Fault : std::uint8_t {
  MissingSource,  ///< The file or record cannot be read any more.
  WrongHash,      ///< It is there, with other bytes.
  OutsideFile,    ///< A range is empty or ends after the source.
  WrongText,      ///< The range holds other text than the dossier says.
  UnknownId,      ///< A reference leads nowhere.
  RepeatedId,     ///< Two items share an id.
  UnknownReport   ///< An item with ranges names no report.
};

struct VerifyFailure {
  Fault fault = Fault::WrongText;
  std::string path;                   ///< The report's file; "" when there is none.
  std::optional<std::uint64_t> byte;  ///< Where in the report's source.
  std::string id;                     ///< The item in the dossier.
  std::string said, found;            ///< What the dossier says and what is there, where that helps.
};

struct Verification {
  std::size_t sources = 0;
  std::size_t ranges = 0;
  std::size_t references = 0;
  std::vector<VerifyFailure> failures;  ///< Ids first, then by report and position.
};

/// Checks every SHA-256, every range, every span's text and every id of a dossier against the files below `root`.
/// Cost: linear in the dossier and the files, plus sorting.
Verification verify(const DossierFile& dossier, const std::string& root);

}  // namespace ql::engine
