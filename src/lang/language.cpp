// SPDX-License-Identifier: Apache-2.0
#include "lang/language.h"

#include "lang/embedded.h"

namespace ql::lang {

Language load_language(const std::string& code) {
  Language language;
  language.code = code;
  language.token_rules = TokenRules::load(code);
  const auto lexicon = [&code](const char* name) { return embedded_file("lexicons/" + code + "/" + name); };
  language.number_words = NumberWords(lexicon("number_words.tsv"));
  language.hedges = Hedges(lexicon("hedges.tsv"));
  language.units = Units(lexicon("units.tsv"), lexicon("currencies.tsv"));
  language.number_traps = NumberTraps(lexicon("number_traps.tsv"));
  return language;
}

}  // namespace ql::lang
