// SPDX-License-Identifier: Apache-2.0
// Source chains as statements name them: through annotate and extract_statements.
#include "claims/chains.h"

#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "claims/claims.h"

namespace ql::claims {
namespace {

/// The chain of the first statement as written, outermost first: "a < b"; "none" without a statement.
std::string chain_of(std::string_view text, const char* outlet = nullptr) {
  static const lang::Language language = lang::load_language("de");
  clean::Report report = annotate::test_report({text});
  if (outlet != nullptr) report.outlet = outlet;
  const auto statements = extract_statements(report, annotate::annotate(report, language), language);
  if (statements.empty()) return "none";
  std::string chain;
  for (const ChainLink& link : statements[0].chain) chain.append(chain.empty() ? "" : " < ").append(link.text);
  return chain;
}

TEST(Chains, ARelayComesBeforeWhomItReliesOn) {
  EXPECT_EQ(chain_of("Der Norder Anzeiger berichtete unter Berufung auf Werftkreise, dass die Werft verkauft wird."),
            "Der Norder Anzeiger < Werftkreise");
}

TEST(Chains, AMediumThatWasSpokenToIsARelayUnlessItIsTheReportsOwn) {
  const char* text = "„Die Werft bleibt“, sagte Ruth Amelung dem Norder Anzeiger.";
  EXPECT_EQ(chain_of(text, "Hafenfunk"), "dem Norder Anzeiger < Ruth Amelung");
  EXPECT_EQ(chain_of(text, "Norder Anzeiger"), "");
}

TEST(Chains, WhoSpeaksForItselfHasNone) {
  EXPECT_EQ(chain_of("Die Ministerin sagte, dass die Brücke gesperrt bleibt."), "");
}

}  // namespace
}  // namespace ql::claims
