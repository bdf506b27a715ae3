// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as a compressed file and as an archive of files.
#include "ingest/fuzz_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ql::ingest::read_fuzzed("a.zip", data, size, true);
  return 0;
}
