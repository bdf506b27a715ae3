// SPDX-License-Identifier: Apache-2.0
// Shape of the table that cmake/embed.cmake generates; private to embedded.cpp and the generated source.
#pragma once

#include <cstddef>

namespace ql::lang {

struct EmbeddedFile {
  const char* path;
  const char* begin;
  const char* end;
  const char* sha256;  ///< Of models, as 64 hexadecimal digits; "" of other files.
};

extern const EmbeddedFile kEmbeddedFiles[];
extern const std::size_t kEmbeddedFileCount;

}  // namespace ql::lang
