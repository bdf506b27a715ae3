// SPDX-License-Identifier: Apache-2.0
#include "present/csv.h"

#include <gtest/gtest.h>

namespace ql::present {
namespace {

std::string row_of(std::initializer_list<std::string_view> cells) {
  std::string row;
  for (const std::string_view cell : cells) append_csv_cell(cell, row);
  return row;
}

TEST(Csv, QuotesEveryCell) {
  EXPECT_EQ(row_of({"a,b", "", "sagt \"nein\"\n"}), "\"a,b\",\"\",\"sagt \"\"nein\"\"\n\"");
}

TEST(Csv, DisarmsFormulasButNotNumbers) {
  EXPECT_EQ(row_of({"=1+1", "@x", "-3.5", "-x"}), "\"'=1+1\",\"'@x\",\"-3.5\",\"'-x\"");
}

}  // namespace
}  // namespace ql::present
