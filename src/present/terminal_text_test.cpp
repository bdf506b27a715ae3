// SPDX-License-Identifier: Apache-2.0
#include "present/terminal_text.h"

#include <gtest/gtest.h>

namespace ql::present {
namespace {

TEST(TerminalText, FitsByColumnsNotBytes) {
  EXPECT_EQ(fitted("Gr\u00f6\u00dfe", 5), "Gr\u00f6\u00dfe");
  EXPECT_EQ(fitted("Gr\u00f6\u00dfenordnung", 5), "Gr\u00f6\u00df\u2026");
  EXPECT_EQ(columns(padded("\u00dc", 4)), 4U);
  EXPECT_EQ(fitted("  eins \n\t zwei ", 20), "eins zwei");
}

TEST(TerminalText, RemovesWhatSteersATerminal) {
  EXPECT_EQ(fitted("rot\x1b[31m und \u202egedreht", 40), "rot[31m und gedreht");
  EXPECT_EQ(fitted(std::string("Null\0byte", 9), 40), "Nullbyte");
}

}  // namespace
}  // namespace ql::present
