// SPDX-License-Identifier: Apache-2.0
// Reads the table that cmake/embed.cmake generates. Tested by embedded_test.cpp.
#include "lang/embedded.h"

#include <algorithm>

#include "base/check.h"
#include "lang/embedded_models.h"
#include "lang/embedded_table.h"

namespace ql::lang {

std::string_view embedded_file(std::string_view path) {
  for (std::size_t i = 0; i < kEmbeddedFileCount; ++i) {
    const EmbeddedFile& file = kEmbeddedFiles[i];
    if (path == file.path) {
      return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
    }
  }
  check_failed("embedded file exists", path.data(), 0);
}

std::vector<std::string_view> embedded_paths() {
  std::vector<std::string_view> paths;
  for (std::size_t i = 0; i < kEmbeddedFileCount; ++i) {
    paths.emplace_back(kEmbeddedFiles[i].path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<EmbeddedModel> embedded_models() {
  std::vector<EmbeddedModel> models;
  for (std::size_t i = 0; i < kEmbeddedFileCount; ++i) {
    const EmbeddedFile& file = kEmbeddedFiles[i];
    if (file.sha256[0] != '\0') models.push_back({file.path, file.sha256});
  }
  std::sort(models.begin(), models.end(),
            [](const EmbeddedModel& a, const EmbeddedModel& b) { return a.path < b.path; });
  return models;
}

}  // namespace ql::lang
