// SPDX-License-Identifier: Apache-2.0
// Product of annotate: one report read closely. Tokens, sentences, clauses, names, times and quantities, each
// with its bytes in Report::text. Layers refer to one another by typed ids; nothing here is a pointer or view.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "base/text_pool.h"
#include "base/time_value.h"

namespace ql::annotate {

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class WordClass : std::uint8_t {
  Adj,
  Adp,
  Adv,
  Aux,
  Cconj,
  Det,
  Intj,
  Noun,
  Num,
  Part,
  Pron,
  Propn,
  Punct,
  Sconj,
  Sym,
  Verb,
  X
};
/// Finer tags of the Stuttgart-Tuebingen tag set (STTS 1999); Pav = Pronominaladverb (PROAV).
enum class Stts : std::uint8_t {
  None,
  Adja,
  Adjd,
  Adv,
  Appr,
  Apprart,
  Appo,
  Apzr,
  Art,
  Card,
  Fm,
  Itj,
  Koui,
  Kous,
  Kon,
  Kokom,
  Nn,
  Ne,
  Pds,
  Pdat,
  Pis,
  Piat,
  Pidat,
  Pper,
  Pposs,
  Pposat,
  Prels,
  Prelat,
  Prf,
  Pws,
  Pwat,
  Pwav,
  Pav,
  Ptkzu,
  Ptkneg,
  Ptkvz,
  Ptkant,
  Ptka,
  Trunc,
  Vvfin,
  Vvimp,
  Vvinf,
  Vvizu,
  Vvpp,
  Vafin,
  Vaimp,
  Vainf,
  Vapp,
  Vmfin,
  Vminf,
  Vmpp,
  Xy,
  SentenceEnd,      ///< $.
  Comma,            ///< $,
  OtherPunctuation  ///< $(
};
enum class Case : std::uint8_t { None, Nom, Acc, Dat, Gen };
enum class Number : std::uint8_t { None, Sing, Plur };
enum class Gender : std::uint8_t { None, Masc, Fem, Neut };
/// Mood of a finite verb. SubjunctiveI is the mood of reported speech (sei, habe), SubjunctiveII wäre, hätte;
/// Ambiguous: the form serves indicative and Konjunktiv I alike (sagen, kommen).
enum class Mood : std::uint8_t { None, Indicative, SubjunctiveI, SubjunctiveII, Imperative, Ambiguous };
enum class Tense : std::uint8_t { None, Present, Past };
enum class VerbForm : std::uint8_t { None, Finite, Infinitive, InfinitiveZu, Participle };

/// Features of one token; None = does not apply or not decided. 8 bytes.
struct Morphology {
  Case grammatical_case = Case::None;
  Number number = Number::None;
  Gender gender = Gender::None;
  std::uint8_t person = 0;  ///< 1..3, 0 = none
  Mood mood = Mood::None;
  Tense tense = Tense::None;
  VerbForm verb_form = VerbForm::None;
  std::uint8_t reserved = 0;
};

/// One token: a word, number, punctuation mark, URL. Contractions (zum, im) stay one token.
struct Token {
  TextRange text;
  std::uint32_t lemma = 0;  ///< Id in Annotations::lemmas; separable verbs carry the particle (zurückweisen).
  WordClass word_class = WordClass::X;
  Stts stts = Stts::None;
  Morphology morphology;
  bool space_before = true;
  bool capitalised = false;  ///< Starts with an upper-case letter.
  TokenId particle;          ///< Of a finite verb: its separated particle (wies -> zurück); else none.
};

/// A sentence; a heading or list item without full stop is one too. Sentences tile the tokens of body and title; one
/// that a stray paragraph break cuts reaches into the next block.
struct Sentence {
  TextRange text;
  TokenRange tokens;
  BlockId block;
};

enum class ClauseKind : std::uint8_t {
  Main,         ///< Verb second or first.
  Subordinate,  ///< Introduced by dass, ob, weil, w-word; verb last.
  Relative,
  Infinitive,
  Fragment  ///< No finite verb: headlines, bullet points.
};

/// A clause: a run of tokens with at most one finite verb. Clauses tile each sentence except for nesting:
/// an embedded clause lies inside its parent's run.
struct Clause {
  TokenRange tokens;
  ClauseKind kind = ClauseKind::Main;
  SentenceId sentence;
  ClauseId parent;     ///< The clause that this one is embedded in; none for main clauses.
  TokenId introducer;  ///< dass, ob, weil, wie, der ...
  TokenId finite_verb;
  TokenId main_verb;            ///< Lexical verb of the verb complex (infinitive, participle or the finite verb).
  TokenRange subject;           ///< Noun phrase; empty when not found. A shared subject is repeated here.
  TokenId subject_head;         ///< Noun or pronoun that heads the subject; none when not found.
  bool subject_shared = false;  ///< Subject taken over from the coordinated clause before.
};

enum class EntityType : std::uint8_t { Person, Organisation, Place, Group, Document, Other };
/// Name, Adjective (nordkoreanisch), Part of a compound (US- in US-Minister), Demonym (Nordkoreaner),
/// Description (der Pentagon-Chef), Pronoun.
enum class MentionForm : std::uint8_t { Name, Adjective, Part, Demonym, Description, Pronoun };

/// One place where an entity is spoken of.
struct Mention {
  TextRange text;     ///< The name without title; for descriptions the whole phrase.
  TextRange phrase;   ///< The whole noun phrase with title, role and apposition.
  TokenRange tokens;  ///< Tokens of `phrase`.
  EntityType type = EntityType::Other;
  MentionForm form = MentionForm::Name;
  EntityId entity;  ///< None when left open.
};

/// One person, organisation, place or group of this report; its mentions merged.
struct Entity {
  EntityType type = EntityType::Other;
  std::string name;  ///< The longest or most official name form in the report, nominative.
  std::vector<std::string> aliases;
  std::string role;   ///< "Verteidigungsminister", "Sprecherin"; "" when none is stated.
  EntityId acts_for;  ///< A seat, office or spokesperson -> whom they speak for.
  bool named = true;  ///< False: known by description only ("ein Vertreter des Außenministeriums").
};

enum class TimexType : std::uint8_t { Date, Time, Duration, Set };

/// A time expression with its value as far as the text carries it.
struct TimeExpression {
  TextRange text;
  TokenRange tokens;
  SentenceId sentence;
  TimexType type = TimexType::Date;
  TimeValue time;
};

enum class Hedge : std::uint8_t { Exact, About, AtLeast, AtMost, MoreThan, LessThan, Between, Vague };

/// What a number-like expression is. Only Quantity can become a figure; the others are traps (ages, dates ...).
enum class QuantityKind : std::uint8_t {
  Quantity,
  Age,
  Date,
  Duration,
  ClockTime,
  Ordinal,
  Score,
  Rank,
  HouseNumber,
  PhoneNumber,
  Paragraph,
  ModelName,
  Identifier,
  Year,
  Other
};

/// A number expression, in digits or words, with hedge and unit.
struct Quantity {
  TextRange text;     ///< Number with hedge, markers and unit: "rund 10.000 Soldaten".
  TextRange number;   ///< The number alone: "10.000".
  TokenRange tokens;  ///< Tokens of `text`.
  SentenceId sentence;
  QuantityKind kind = QuantityKind::Quantity;
  Hedge hedge = Hedge::Exact;
  std::optional<double> value, min, max;
  std::string unit;       ///< "EUR", "%", "m", "share" ... or the counted noun's lemma; "" = none found.
  bool measured = false;  ///< The unit is a measure or a currency of lexicons/xx/units.tsv, not a counted noun.
  TextRange counted;      ///< The counted noun with its adjectives as written: "nordkoreanische Soldaten"; or empty.
  std::string per;        ///< What a rate is related to: "Stunde", "100.000 Einwohner"; "" for none.
  QuantityId whole;       ///< "3.000 von 10.000 Stellen": what this one is a part of; none otherwise.
  double si_factor = 0;   ///< value * si_factor + si_offset is in `si_unit`; 0 = no conversion.
  double si_offset = 0;
  std::string si_unit;  ///< "m", "kg", "K" ...; "" for money, shares and counted nouns.
};

/// Everything that annotate says about one report. Records of each layer are in text order.
struct Annotations {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Mention> mentions;
  std::vector<Entity> entities;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
  TextPool lemmas;
  std::optional<TimeValue> document_time;  ///< What weekdays are resolved against; metadata or inferred.
};

}  // namespace ql::annotate
