// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as what pdftotext printed. (pdftotext itself runs in a process of its own with limits.)
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "ingest/pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string printed(reinterpret_cast<const char*>(data), size);
  const std::string text = ql::ingest::pdf_text(printed);
  QL_CHECK(text.size() <= printed.size());
  QL_CHECK(text.find('\f') == std::string::npos);
  return 0;
}
