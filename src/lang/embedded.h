// SPDX-License-Identifier: Apache-2.0
// Lexicons, models and the page's assets, embedded in the binary at build time (.incbin, so they are mapped
// from the executable and cost no start-up). Users need no data folder.
#pragma once

#include <string_view>
#include <vector>

namespace ql::lang {

/// The bytes of a file by its path in the repository, for example "lexicons/de/cues.tsv". Valid for the whole
/// run. Requires that the build embedded it: a missing file is a programmer error.
std::string_view embedded_file(std::string_view path);

/// All embedded paths, sorted.
std::vector<std::string_view> embedded_paths();

}  // namespace ql::lang
