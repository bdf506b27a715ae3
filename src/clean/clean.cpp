// SPDX-License-Identifier: Apache-2.0
#include "clean/clean.h"

#include "base/hash.h"

namespace ql::clean {

std::optional<Report> clean(ingest::RawReport raw, Diagnostics&) {
  Report report;
  report.sha256 = sha256_hex(raw.bytes);
  report.source_bytes = raw.bytes.size();
  report.encoding = "UTF-8";
  report.language = "de";
  report.origin = std::move(raw.origin);
  report.text = std::move(raw.bytes);
  report.offsets.append_literal(0, static_cast<std::uint32_t>(report.text.size()));
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(report.text.size());
  for (std::uint32_t i = 0; i <= size; ++i) {
    if (i == size || report.text[i] == '\n') {
      if (i > begin) report.blocks.push_back({{begin, i}, BlockKind::Paragraph, FurnitureKind::Other, Field::Text, 0});
      begin = i + 1;
    }
  }
  return report;
}

}  // namespace ql::clean
