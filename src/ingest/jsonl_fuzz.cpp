// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as a JSONL file and as a JSON file. Records lie in the file, in order, and nothing is
// lost silently.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/check.h"
#include "ingest/ingest.h"

namespace {

void read_as(const std::string& extension, const std::uint8_t* data, std::size_t size) {
  const std::string path = "/tmp/ql_fuzz_" + std::to_string(getpid()) + extension;
  std::FILE* file = std::fopen(path.c_str(), "wb");
  QL_CHECK(file != nullptr);
  std::fwrite(data, 1, size, file);
  std::fclose(file);
  ql::Diagnostics diagnostics;
  std::uint64_t last_end = 0;
  std::size_t reports = 0;
  ql::ingest::read_reports(
      {path}, {},
      [&](ql::ingest::RawReport&& raw) {
        QL_CHECK(*raw.origin.container_begin_byte >= last_end);
        last_end = *raw.origin.container_end_byte;
        ++reports;
      },
      diagnostics);
  std::remove(path.c_str());
  const bool gzip = size >= 2 && data[0] == 0x1F && data[1] == 0x8B;
  QL_CHECK(gzip || last_end <= size);
  bool blank = true;
  for (std::size_t i = 0; i < size; ++i) blank = blank && (data[i] == ' ' || (data[i] >= 9 && data[i] <= 13));
  const bool bom = size == 3 && data[0] == 0xEF;
  QL_CHECK(blank || bom || reports > 0 || !diagnostics.empty() || gzip);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_as(".jsonl", data, size);
  read_as(".json", data, size);
  return 0;
}
