// SPDX-License-Identifier: Apache-2.0
// Everything that is known about one language, compiled once from lexicons/xx and models/xx and then shared
// by all threads. Each member is one reader in this folder; stages take `const Language&`.
#pragma once

#include <string>

#include "lang/body_nouns.h"
#include "lang/closed_lemmas.h"
#include "lang/concept_lexicon.h"
#include "lang/counted_words.h"
#include "lang/cue_lexicon.h"
#include "lang/denial_weights.h"
#include "lang/document_words.h"
#include "lang/figure_roles.h"
#include "lang/form_lexicon.h"
#include "lang/gazetteer.h"
#include "lang/hedges.h"
#include "lang/lexeme_lexicon.h"
#include "lang/linear_model.h"
#include "lang/name_lexicon.h"
#include "lang/name_model.h"
#include "lang/noun_phrase_words.h"
#include "lang/number_traps.h"
#include "lang/number_words.h"
#include "lang/relay_words.h"
#include "lang/succession_words.h"
#include "lang/time_grammar.h"
#include "lang/token_rules.h"
#include "lang/units.h"
#include "lang/word_frequency.h"

namespace ql::lang {

struct Language {
  std::string code;  ///< "de", "en"
  TokenRules token_rules;
  Gazetteer gazetteer;
  NameModel name_model;
  NameLexicon name_lexicon;
  NounPhraseWords noun_phrase_words;
  BodyNouns body_nouns;
  CueLexicon cues;
  FormLexicon forms;
  ClosedLemmas closed_lemmas;
  LinearModel tagger, subjects;
  ConceptLexicon concepts;
  SuccessionWords successions;
  TimeGrammar times;
  NumberWords number_words;
  DenialWeights denial_weights;
  Hedges hedges;
  Units units;
  NumberTraps number_traps;
  CountedWords counted_words;
  FigureRoles figure_roles;
  LexemeLexicon lexemes;
  DocumentWords document_words;
  RelayWords relay_words;
  WordFrequency word_frequency;
};

/// Compiles the tables of a language from the embedded files. Requires a supported code ("de").
Language load_language(const std::string& code);

}  // namespace ql::lang
