// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as the dossier of `verify`, `explain` and `new --against`. No file that it names is read.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "engine/dossier_file.h"
#include "engine/dossier_walk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto dossier = ql::engine::DossierFile::parse({reinterpret_cast<const char*>(data), size});
  if (!dossier) {
    QL_CHECK(!dossier.error().code.empty());
    return 0;
  }
  const ql::engine::DossierContents contents = ql::engine::collect(dossier.value());
  for (const ql::engine::RangeClaim& range : contents.ranges) {
    QL_CHECK(range.report == ql::engine::RangeClaim::kNoReport || range.report < dossier.value().sources().size());
  }
  return 0;
}
