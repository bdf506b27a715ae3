// SPDX-License-Identifier: Apache-2.0
#include "lang/language.h"

#include "lang/embedded.h"

namespace ql::lang {

Language load_language(const std::string& code) {
  Language language;
  language.code = code;
  language.token_rules = TokenRules::load(code);
  language.cues = CueLexicon(embedded_file("lexicons/" + code + "/cues.tsv"),
                             embedded_file("lexicons/" + code + "/clause_words.tsv"));
  language.forms = FormLexicon(embedded_file("models/" + code + "-forms.bin"));
  language.tagger = LinearModel(embedded_file("models/" + code + "-tagger.bin"));
  language.concepts = ConceptLexicon::load(code);
  language.times = TimeGrammar(code);
  return language;
}

}  // namespace ql::lang
