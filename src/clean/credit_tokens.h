// SPDX-License-Identifier: Apache-2.0
// The words of a credit and what each may be. Private to clean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/document_words.h"

namespace ql::clean {

/// A run of letters, digits, '-' and inner dots ("ntv.de").
struct CreditToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string lower;
  bool all_upper = true;
  bool all_lower = true;
};

/// The tokens of a text, at most one more than `most`. Linear.
std::vector<CreditToken> credit_tokens(std::string_view text, std::size_t most);

/// The agency that token `i` names, alone or with the next one ("Dow Jones"), or as a compound ("dpa-Material").
struct AgencyAt {
  const std::string* name = nullptr;  ///< None when no agency stands there.
  std::size_t tokens = 0;
};
AgencyAt agency_at(const std::vector<CreditToken>& tokens, std::size_t i, const lang::DocumentWords& words);

/// Initials of an editor or a desk, an outlet's abbreviation, a web site, a number of a wire report.
bool is_desk_code(const CreditToken& token);

/// Appends `name` if it is not there yet.
void add_once(std::vector<std::string>& names, const std::string& name);

}  // namespace ql::clean
