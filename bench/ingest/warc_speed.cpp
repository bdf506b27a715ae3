// SPDX-License-Identifier: Apache-2.0
// How fast is a web archive read, against plain decompression in the same run?
//
//     warc_speed FILE.warc.gz...
//
// Prints per file: unpacked megabytes, CPU seconds for unpacking with zlib or zstd alone (the libraries' own loop,
// nothing kept), for reading all reports, and the ratio of the two speeds. Best of five.
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace {

constexpr int kRounds = 5;
constexpr std::size_t kOutBytes = 1U << 18;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Step>
double best_seconds(const Step& step) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const double begin = cpu_seconds();
    step();
    best = std::min(best, cpu_seconds() - begin);
  }
  return best;
}

std::size_t unpack_gzip(const std::string& bytes, std::vector<char>& out) {
  z_stream stream{};
  inflateInit2(&stream, 16 + MAX_WBITS);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::size_t total = 0;
  while (stream.avail_in > 0) {
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream, Z_NO_FLUSH);
    total += out.size() - stream.avail_out;
    if (result == Z_STREAM_END) inflateReset(&stream);
    if (result != Z_OK && result != Z_STREAM_END) break;
  }
  inflateEnd(&stream);
  return total;
}

std::size_t unpack_zstd(const std::string& bytes, std::vector<char>& out) {
  ZSTD_DCtx* state = ZSTD_createDCtx();
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t total = 0;
  while (in.pos < in.size) {
    ZSTD_outBuffer piece{out.data(), out.size(), 0};
    if (ZSTD_isError(ZSTD_decompressStream(state, &piece, &in)) != 0) break;
    total += piece.pos;
  }
  ZSTD_freeDCtx(state);
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string path = argv[i];
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::vector<char> out(kOutBytes);
    const bool gzip = bytes.starts_with("\x1F\x8B");
    std::size_t unpacked = 0, reports = 0, payload = 0;
    const double plain = best_seconds([&] { unpacked = gzip ? unpack_gzip(bytes, out) : unpack_zstd(bytes, out); });
    const double reading = best_seconds([&] {
      ql::Diagnostics diagnostics;
      reports = payload = 0;
      ql::ingest::read_reports(
          {path}, {},
          [&](ql::ingest::RawReport&& raw) {
            ++reports;
            payload += raw.bytes.size();
          },
          diagnostics);
    });
    const double megabytes = static_cast<double>(unpacked) / 1e6;
    std::printf(
        "%s: %.1f MB unpacked, %zu reports (%.1f MB); unpacking %.3f s (%.0f MB/s), reading %.3f s (%.0f MB/s), "
        "ratio %.2f\n",
        path.c_str(), megabytes, reports, static_cast<double>(payload) / 1e6, plain, megabytes / plain, reading,
        megabytes / reading, plain / reading);
  }
  return 0;
}
