// SPDX-License-Identifier: Apache-2.0
#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>

namespace ql {
namespace {

std::string written(const std::function<void(JsonWriter&)>& write) {
  JsonWriter out;
  write(out);
  return out.take();
}

std::string number(double value) {
  return written([=](JsonWriter& out) { out.number(value); });
}

std::string text(std::string_view value) {
  return written([=](JsonWriter& out) { out.text(value); });
}

TEST(JsonWriter, PutsCommasBetweenItemsOnly) {
  const std::string json = written([](JsonWriter& out) {
    out.begin_object();
    out.key("a");
    out.begin_array();
    out.integer(1);
    out.boolean(false);
    out.null();
    out.begin_object();
    out.end_object();
    out.end_array();
    out.key("b");
    out.id('r', 12);
    out.end_object();
  });
  EXPECT_EQ(json, "{\"a\":[1,false,null,{}],\"b\":\"r12\"}\n");
}

TEST(JsonWriter, WritesIntegersWithoutPoint) {
  EXPECT_EQ(number(10000), "10000\n");
  EXPECT_EQ(number(-3), "-3\n");
  EXPECT_EQ(number(0), "0\n");
  EXPECT_EQ(number(-0.0), "0\n");
  EXPECT_EQ(number(1e15), "1000000000000000\n");
}

TEST(JsonWriter, WritesTheShortestFormThatReadsBack) {
  EXPECT_EQ(number(7.8), "7.8\n");
  EXPECT_EQ(number(0.1 + 0.2), "0.30000000000000004\n");
  EXPECT_EQ(number(1e300), "1e+300\n");
  EXPECT_EQ(written([](JsonWriter& out) { out.number(0.93F); }), "0.93\n");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null\n");
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "null\n");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  EXPECT_EQ(text("Er sagte: \"Ja\\Nein\"\n"), "\"Er sagte: \\\"Ja\\\\Nein\\\"\\n\"\n");
  EXPECT_EQ(text(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\\u007f\"\n");
  EXPECT_EQ(text("Stra\u00dfe \u20ac"), "\"Stra\u00dfe \u20ac\"\n");
}

TEST(JsonWriter, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(text("gr\xFCn"), "\"gr\uFFFDn\"\n");
  EXPECT_EQ(text("\xE2\x82"), "\"\uFFFD\uFFFD\"\n");
}

TEST(JsonWriter, StreamsTheSameBytesThatItCollects) {
  const auto write = [](JsonWriter& out) {
    out.begin_array();
    for (int i = 0; i < 100000; ++i) {
      out.new_line();
      out.begin_object();
      out.key("text");
      out.text("Die Feuerwehr l\u00f6schte den Brand.");
      out.end_object();
    }
    out.new_line();
    out.end_array();
  };
  std::string streamed;
  int pieces = 0;
  JsonWriter out([&](std::string_view piece) {
    streamed += piece;
    ++pieces;
  });
  write(out);
  out.flush();
  EXPECT_GT(pieces, 2);
  EXPECT_EQ(streamed, written(write));
}

}  // namespace
}  // namespace ql
