// SPDX-License-Identifier: Apache-2.0
#include "lang/language.h"

#include "lang/embedded.h"

namespace ql::lang {

Language load_language(const std::string& code) {
  Language language;
  language.code = code;
  language.token_rules = TokenRules::load(code);
  language.word_frequency = WordFrequency(embedded_file("models/" + code + "-wordfreq.bin"));
  language.cues = CueLexicon(embedded_file("lexicons/" + code + "/cues.tsv"),
                             embedded_file("lexicons/" + code + "/clause_words.tsv"),
                             embedded_file("lexicons/" + code + "/content_stance.tsv"),
                             embedded_file("lexicons/" + code + "/stance_words.tsv"),
                             embedded_file("lexicons/" + code + "/other_senses.tsv"), language.word_frequency);
  language.closed_lemmas = ClosedLemmas::load(code);
  language.forms = FormLexicon(embedded_file("models/" + code + "-forms.bin"));
  language.tagger = LinearModel(embedded_file("models/" + code + "-tagger.bin"));
  language.subjects = LinearModel(embedded_file("models/" + code + "-subjects.bin"));
  language.concepts = ConceptLexicon::load(code);
  language.successions = SuccessionWords::load(code);
  language.times = TimeGrammar(code);
  const auto lexicon = [&code](const char* name) { return embedded_file("lexicons/" + code + "/" + name); };
  language.number_words = NumberWords(lexicon("number_words.tsv"));
  language.denial_weights = DenialWeights(lexicon("denial_weights.tsv"));
  language.hedges = Hedges(lexicon("hedges.tsv"));
  language.units = Units(lexicon("units.tsv"), lexicon("currencies.tsv"));
  language.number_traps = NumberTraps(lexicon("number_traps.tsv"));
  language.figure_roles = FigureRoles(lexicon("figure_roles.tsv"));
  language.counted_words = CountedWords(lexicon("counted_words.tsv"));
  language.lexemes = LexemeLexicon({language.times, language.number_words, language.counted_words, language.hedges,
                                    language.units, language.number_traps, language.figure_roles});
  language.document_words = load_document_words();
  language.relay_words = RelayWords(lexicon("relay_words.tsv"));
  const std::string models = "models/" + code + "/";
  language.gazetteer =
      Gazetteer(embedded_file(models + "gazetteer-open.bin"), embedded_file(models + "gazetteer-sharealike.bin"),
                embedded_file(models + "word-classes.bin"));
  language.name_model = NameModel(embedded_file(models + "names.bin"));
  language.name_lexicon = NameLexicon(code);
  language.noun_phrase_words = NounPhraseWords(code);
  language.body_nouns = BodyNouns(code);
  return language;
}

}  // namespace ql::lang
