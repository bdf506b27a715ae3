// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as a message and as a mailbox.
#include "ingest/fuzz_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ql::ingest::read_fuzzed("a.eml", data, size, true);
  return 0;
}
