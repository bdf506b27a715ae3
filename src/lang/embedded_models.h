// SPDX-License-Identifier: Apache-2.0
// Which models are embedded, by their hash.
#pragma once

#include <string_view>
#include <vector>

namespace ql::lang {

/// An embedded model file. Valid for the whole run.
struct EmbeddedModel {
  std::string_view path;    ///< "models/de-tagger.bin"
  std::string_view sha256;  ///< 64 hexadecimal digits, computed when the program was built.
};

/// All embedded models, sorted by path.
std::vector<EmbeddedModel> embedded_models();

}  // namespace ql::lang
