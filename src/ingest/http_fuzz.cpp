// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any bytes as an HTTP response of an archive: head, chunks, content encodings.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "ingest/http_message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 1U << 20;
  const std::string bytes = "HTTP/1.1 200 OK\r\n" + std::string(reinterpret_cast<const char*>(data), size);
  const ql::ingest::HttpResponse response = ql::ingest::read_http_response(bytes, kMost);
  QL_CHECK(response.body.size() <= kMost + 1 || response.body.size() <= bytes.size());
  return 0;
}
