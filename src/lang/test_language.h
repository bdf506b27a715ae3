// SPDX-License-Identifier: Apache-2.0
// For tests: the German lexicons and models, loaded once per test program.
#pragma once

#include "lang/language.h"

namespace ql::lang {

inline const Language& german() {
  static const Language language = load_language("de");
  return language;
}

}  // namespace ql::lang
