// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as a web archive, WARC and ARC.
#include "ingest/fuzz_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ql::ingest::read_fuzzed("a.warc", data, size, size >= 4 && data[0] != 'W' && data[0] != 'f');
  return 0;
}
