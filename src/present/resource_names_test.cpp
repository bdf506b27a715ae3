// SPDX-License-Identifier: Apache-2.0
#include "present/resource_names.h"

#include <gtest/gtest.h>

namespace ql::present {
namespace {

TEST(ResourceNames, NameBytesByRfc6920) {
  clean::Report report;
  // The example of RFC 6920, section 8.1: "Hello World!".
  report.sha256 = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069";
  EXPECT_EQ(bytes_iri(report), "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
}

TEST(ResourceNames, PreferTheUrlAndEncodePaths) {
  clean::Report report;
  report.origin.path = "b\u00f6rse/ein bericht#1.txt";
  report.origin.record = 3;
  EXPECT_EQ(report_iri(report), "b%C3%B6rse/ein%20bericht%231.txt#record=3");
  report.url = "https://blatt.example/a";
  EXPECT_EQ(report_iri(report), "https://blatt.example/a");
}

}  // namespace
}  // namespace ql::present
