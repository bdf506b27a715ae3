// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as a JSONL file and as a JSON file.
#include "ingest/fuzz_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool packed = size >= 2 && (data[0] < 0x20 || data[0] >= 0x80 || data[0] == 'B' || data[0] == 'L' ||
                                    data[0] == '(' || data[0] == 'P' || data[0] == 'W');
  ql::ingest::read_fuzzed("a.jsonl", data, size, packed);
  ql::ingest::read_fuzzed("a.json", data, size, packed);
  return 0;
}
