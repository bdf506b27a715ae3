// SPDX-License-Identifier: Apache-2.0
// Words that attribute speech: reporting verbs, nouns, prepositions, labels, with what they say about the
// speaker's stance. Source: lexicons/<language>/cues.tsv, clause_words.tsv and other_senses.tsv (reviewed, with
// examples).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_map.h"
#include "lang/content_phrases.h"
#include "lang/cue_stance.h"

namespace ql::lang {

enum class CueClass : std::uint8_t { Verb, Noun, Preposition, Postposition, Adverb, Construction, Label };

/// What may follow a cue, as bits.
enum CueFrame : std::uint16_t {
  kFrameQuote = 1,
  kFrameDass = 2,
  kFrameOb = 4,
  kFrameW = 8,
  kFrameVerbSecond = 16,
  kFrameNounPhrase = 32,
  kFrameInfinitive = 64,
  kFramePredicate = 128,  ///< "X als Y", "X Y": bezeichnen, nennen.
  kFramePassive = 256,    ///< Its passive says its subject: "ihm wird Betrug vorgeworfen".
  kFrameSpeechNoun = 512  ///< An object that names something said: "nahm die Aussage zurück", not "die Ware".
};

enum class SpeakerSlot : std::uint8_t { Subject, Object, Genitive, Agentless };

/// One row of the cue lexicon. Strings live as long as the lexicon.
struct CueEntry {
  std::string lemma;  ///< As in the table: "zurück|weisen", "in Abrede stellen", "nach Angaben".
  CueClass cue_class = CueClass::Verb;
  std::uint16_t frames = 0;
  CueStance stance = CueStance::Asserts;
  bool factive = false;
  SpeakerSlot speaker_slot = SpeakerSlot::Subject;
  std::vector<std::string> companions;    ///< Words that belong to the cue beside its head, lower case, in order.
  std::string preposition;                ///< Of the object: "sprechen +von"; "" when there is none.
  std::string particle;                   ///< Separable prefix of a verb, lower case; "" when there is none.
  std::vector<std::string> other_senses;  ///< Nouns beside which the verb says nothing: "bestritt das Spiel".
};

/// Shapes that one written form may stand for, as bits.
enum CueForm : std::uint8_t {
  kFormFinite = 1,
  kFormInfinitive = 2,
  kFormParticiple = 4,
  kFormInfinitiveZu = 8,
  kFormFused = 16  ///< The separable prefix is part of the form.
};

/// One reading of a written form.
struct CueReading {
  std::uint16_t entry = 0;  ///< Index into CueLexicon::entries().
  std::uint8_t forms = 0;
};

/// Classes of closed-class words that sentence patterns ask for, as bits.
enum ClauseWord : std::uint32_t {
  kComplementizer = 1U << 0,  ///< dass, ob
  kWWord = 1U << 1,
  kSubordinator = 1U << 2,
  kCoordinator = 1U << 3,
  kDeterminer = 1U << 4,
  kObliqueDeterminer = 1U << 5,  ///< Cannot begin a subject: dem, einem, den.
  kPersonalPronoun = 1U << 6,
  kReflexive = 1U << 7,
  kPreposition = 1U << 8,
  kNegation = 1U << 9,
  kAuxiliaryWord = 1U << 10,
  kSubjunctiveOne = 1U << 11,
  kSubjunctiveTwo = 1U << 12,
  kEvidentialModal = 1U << 13,
  kAdverb = 1U << 14,
  kTimeNoun = 1U << 15,
  kFiniteVerb = 1U << 16,
  kGenitiveDeterminer = 1U << 17,
  kImpersonal = 1U << 18,
  kNotSpeaker = 1U << 19,  ///< Nouns that never speak: Ende, Mitte, Rande.
  kModalWord = 1U << 20,
  kRelayNoun = 1U << 21,          ///< Nouns of media as sources: Zeitung, Magazin, Sender, Agentur.
  kTollNoun = 1U << 24,           ///< Todesopfer: what a disaster "demands".
  kRelaySuffix = 1U << 23,        ///< Last parts of names of media: -bote, -anzeiger.
  kSeinParticiple = 1U << 26,     ///< gekommen: perfect with "sein".
  kClaimingModal = 1U << 27,      ///< will: with a perfect infinitive the subject's own claim.
  kConditional = 1U << 25,        ///< wenn, falls, sofern.
  kFactualModal = 1U << 28,       ///< musste, ließ: the act of the infinitive took place.
  kSourceNoun = 1U << 22,         ///< Nouns of information: Angaben, Bericht, Informationen.
  kSourcePreposition = 1U << 29,  ///< Before the source of an impersonal cue: aus, in, seitens.
  kThat = 1U << 30,               ///< das, dies: what was said or done.
  kLinkingWord = 1U << 31         ///< W-words that may also link to the noun or clause before: was, wo, womit.
};

/// All that the tables know about one written form.
struct CueWord {
  std::uint32_t classes = 0;         ///< ClauseWord bits.
  std::vector<CueReading> readings;  ///< As verb, noun or label.
  std::vector<CueReading> patterns;  ///< Word patterns (prepositions, postpositions, adverbs) that begin with it.
};

/// The compiled tables of one language.
class CueLexicon {
 public:
  CueLexicon() = default;
  /// Parses the tables; malformed rows are programmer errors. Cost: linear, once per run.
  CueLexicon(std::string_view cues_tsv, std::string_view clause_words_tsv, std::string_view content_stance_tsv,
             std::string_view stance_words_tsv, std::string_view other_senses_tsv, const WordFrequency& frequency = {});

  [[nodiscard]] const std::vector<CueEntry>& entries() const { return entries_; }
  [[nodiscard]] const CueEntry& entry(const CueReading& reading) const { return entries_[reading.entry]; }
  /// What is known about a lower-case form; lives as long as the lexicon. Cost: one hash look-up.
  [[nodiscard]] const CueWord& word(std::string_view lower_case_form) const;
  /// Closed-class bits (ClauseWord) of a lower-case word, 0 when it is none.
  [[nodiscard]] std::uint32_t clause_word(std::string_view lower_case_word) const {
    return word(lower_case_word).classes;
  }
  /// Phrases inside what is said that show a stance.
  [[nodiscard]] const ContentPhrases& content_phrases() const { return content_phrases_; }
  /// True if beside this lower-case noun, or a compound that ends in it, the entry's verb reports nothing.
  [[nodiscard]] static bool has_other_sense(const CueEntry& entry, std::string_view lower_case_noun);

 private:
  void add_verb(std::uint16_t entry, std::string_view head, std::string_view forms);
  void add_form(const std::string& form, std::uint16_t entry, unsigned forms);
  void read_cues(std::string_view tsv);
  void read_clause_words(std::string_view tsv);
  void read_other_senses(std::string_view tsv);

  std::vector<CueEntry> entries_;
  StringMap<CueWord> words_;
  CueWord unknown_;  ///< What is known about a form in no table.
  ContentPhrases content_phrases_;
};

}  // namespace ql::lang
