// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as an XML file: feeds, news formats, lists.
#include "ingest/fuzz_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ql::ingest::read_fuzzed("a.xml", data, size, size >= 2 && data[0] < 0x20);
  return 0;
}
