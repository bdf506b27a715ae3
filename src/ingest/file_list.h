// SPDX-License-Identifier: Apache-2.0
// Which files do the given paths mean?
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace ql::ingest {

/// Files below `paths`, each once, sorted by path bytes; "-" stays as it is. Folders are walked recursively;
/// hidden names in them are left out, symbolic links are followed once. What cannot be read or loops becomes a
/// diagnostic. Paths keep the form in which they were given.
std::vector<std::string> list_files(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace ql::ingest
