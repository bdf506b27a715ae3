// SPDX-License-Identifier: Apache-2.0
#include "lang/language.h"

namespace ql::lang {

Language load_language(const std::string& code) {
  Language language;
  language.code = code;
  language.token_rules = TokenRules::load(code);
  return language;
}

}  // namespace ql::lang
