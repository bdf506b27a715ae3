// SPDX-License-Identifier: Apache-2.0
#include "ingest/decompress.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include "ingest/byte_stream.h"
#include "ingest/http_message.h"
#include "ingest/test_packing.h"
#include "ingest/test_reading.h"

namespace ql::ingest {
namespace {

std::string zstandard(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

struct Unpacked {
  std::string bytes;
  SourceFault fault;
};
Unpacked unpacked(const std::string& packed) {
  ByteStream stream(decompressed(from_memory(packed)));
  std::string bytes = stream.read_rest(1U << 30);
  return {std::move(bytes), stream.fault()};
}

TEST(Decompress, ReadsMembersAndFramesAsOneStream) {
  const std::string a = "Die Br\xC3\xBC"
                        "cke.",
                    b(700000, 'b');
  EXPECT_EQ(unpacked(a).bytes, a);
  EXPECT_EQ(unpacked("").bytes, "");
  EXPECT_EQ(unpacked(gzipped(a) + gzipped(b)).bytes, a + b);
  EXPECT_EQ(unpacked(gzipped(a) + std::string(512, '\0') + gzipped(b)).bytes, a + b);
  EXPECT_EQ(unpacked(gzipped(a) + "junk").bytes, a);
  EXPECT_EQ(unpacked(gzipped(a) + "junk").fault, SourceFault::None);
  EXPECT_EQ(unpacked(zstandard(a) + zstandard(b)).bytes, a + b);
  EXPECT_EQ(unpacked(zstandard(b)).fault, SourceFault::None);
}

TEST(Decompress, NamesDamageAndGoesOnBehindIt) {
  const std::string text(5000, 'x');
  for (const bool gzip : {true, false}) {
    const std::string good = gzip ? gzipped("gut") : zstandard("gut");
    std::string cut = gzip ? gzipped(text) : zstandard(text);
    cut.resize(cut.size() - 6);
    EXPECT_EQ(unpacked(cut).fault, SourceFault::Damaged) << gzip;
    ByteStream stream(decompressed(from_memory(cut + good)));
    std::string all;
    stream.read(1U << 20, all);
    EXPECT_TRUE(stream.resume()) << gzip;
    std::string rest;
    stream.read(100, rest);
    EXPECT_EQ(rest, "gut") << gzip;
  }
}

TEST(Decompress, StopsAtBombs) {
  const std::string bomb = zstandard(std::string(270U << 20, '\0'));
  const Unpacked result = unpacked(bomb);
  EXPECT_EQ(result.fault, SourceFault::Bomb);
  EXPECT_LE(result.bytes.size(), 260U << 20);
}

TEST(Decompress, UsesTheDictionaryOfAWarc) {
  std::string dictionary("Content-Type: text/html; charset=utf-8 WARC-Type: response ");
  for (int i = 0; i < 5; ++i) dictionary += dictionary;
  ZSTD_CCtx* state = ZSTD_createCCtx();
  const std::string text = dictionary.substr(0, 200);
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress_usingDict(state, frame.data(), frame.size(), text.data(), text.size(), dictionary.data(),
                                       dictionary.size(), 3));
  ZSTD_freeCCtx(state);
  std::string head("\x5D\x2A\x4D\x18", 4);
  for (unsigned shift = 0; shift < 32; shift += 8) head += static_cast<char>(dictionary.size() >> shift & 0xFFU);
  EXPECT_EQ(unpacked(head + dictionary + frame).bytes, text);
}

TEST(Decompress, UnpacksWhatAHeaderNames) {
  const std::string text(3000, 't');
  const std::string stored("\x0B\x02\x80hello\x03", 9);  // Brotli of "hello"
  std::string hello;
  EXPECT_TRUE(unpack(stored, "br", 100, hello));
  EXPECT_EQ(hello, "hello");
  const std::pair<std::string, std::string> cases[] = {
      {"gzip", gzipped(text)},          {"x-gzip", text},          {"deflate", deflated(text, 15)},
      {"deflate", deflated(text, -15)}, {"zstd", zstandard(text)}, {"identity", text}};
  for (const auto& [name, packed] : cases) {
    std::string out;
    EXPECT_TRUE(unpack(packed, name, 1U << 20, out)) << name;
    EXPECT_EQ(out, text) << name;
    unpack(packed, name, 100, out);
    EXPECT_EQ(out.size(), 101U) << name;
  }
  std::string out;
  EXPECT_FALSE(unpack(text, "unheard-of", 100, out));
}

TEST(HttpMessage, UndoesFewEncodingsOnly) {
  const auto response = [](unsigned layers) {
    std::string body = "text", names;
    for (unsigned i = 0; i < layers; ++i) {
      body = gzipped(body);
      names += i == 0 ? "gzip" : ", gzip";
    }
    return read_http_response("HTTP/1.1 200 OK\r\nContent-Encoding: " + names + "\r\n\r\n" + body, 1 << 20);
  };
  EXPECT_EQ(response(2).body, "text");
  EXPECT_FALSE(response(2).damaged);
  EXPECT_TRUE(response(9).damaged);
}

}  // namespace
}  // namespace ql::ingest
