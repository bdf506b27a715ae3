// SPDX-License-Identifier: Apache-2.0
// Reads the cue lexicon and spreads every verb into the forms that reports use: third person present and past,
// both numbers, subjunctive I, participle, infinitive with and without zu, with the separable prefix apart and
// fused. Weak verbs are formed by rule ("-"), strong ones bring their principal parts ("weist wies gewiesen").
// Cost: linear in the tables, once per run. Tested by cue_lexicon_test.cpp.
#include "lang/cue_lexicon.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "base/check.h"
#include "base/utf8.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

template <class Value>
using Name = std::pair<std::string_view, Value>;

constexpr std::array kClasses{Name<CueClass>{"verb", CueClass::Verb},
                              Name<CueClass>{"noun", CueClass::Noun},
                              Name<CueClass>{"preposition", CueClass::Preposition},
                              Name<CueClass>{"postposition", CueClass::Postposition},
                              Name<CueClass>{"adverb", CueClass::Adverb},
                              Name<CueClass>{"construction", CueClass::Construction},
                              Name<CueClass>{"label", CueClass::Label}};
constexpr std::array kFrames{Name<CueFrame>{"quote", kFrameQuote},
                             Name<CueFrame>{"dass", kFrameDass},
                             Name<CueFrame>{"ob", kFrameOb},
                             Name<CueFrame>{"w", kFrameW},
                             Name<CueFrame>{"v2", kFrameVerbSecond},
                             Name<CueFrame>{"np", kFrameNounPhrase},
                             Name<CueFrame>{"zu-inf", kFrameInfinitive},
                             Name<CueFrame>{"pred", kFramePredicate},
                             Name<CueFrame>{"passive", kFramePassive},
                             Name<CueFrame>{"speech", kFrameSpeechNoun}};
constexpr std::array kSlots{
    Name<SpeakerSlot>{"subject", SpeakerSlot::Subject}, Name<SpeakerSlot>{"object", SpeakerSlot::Object},
    Name<SpeakerSlot>{"genitive", SpeakerSlot::Genitive}, Name<SpeakerSlot>{"agentless", SpeakerSlot::Agentless}};
constexpr std::array kWords{Name<ClauseWord>{"complementizer", kComplementizer},
                            Name<ClauseWord>{"w", kWWord},
                            Name<ClauseWord>{"subordinator", kSubordinator},
                            Name<ClauseWord>{"coordinator", kCoordinator},
                            Name<ClauseWord>{"determiner", kDeterminer},
                            Name<ClauseWord>{"oblique", kObliqueDeterminer},
                            Name<ClauseWord>{"pronoun", kPersonalPronoun},
                            Name<ClauseWord>{"reflexive", kReflexive},
                            Name<ClauseWord>{"preposition", kPreposition},
                            Name<ClauseWord>{"negation", kNegation},
                            Name<ClauseWord>{"auxiliary", kAuxiliaryWord},
                            Name<ClauseWord>{"subjunctive1", kSubjunctiveOne},
                            Name<ClauseWord>{"subjunctive2", kSubjunctiveTwo},
                            Name<ClauseWord>{"evidential", kEvidentialModal},
                            Name<ClauseWord>{"adverb", kAdverb},
                            Name<ClauseWord>{"time", kTimeNoun},
                            Name<ClauseWord>{"finite", kFiniteVerb},
                            Name<ClauseWord>{"genitive", kGenitiveDeterminer},
                            Name<ClauseWord>{"impersonal", kImpersonal},
                            Name<ClauseWord>{"factual_modal", kFactualModal},
                            Name<ClauseWord>{"not_speaker", kNotSpeaker},
                            Name<ClauseWord>{"modal", kModalWord},
                            Name<ClauseWord>{"relay", kRelayNoun},
                            Name<ClauseWord>{"relay_suffix", kRelaySuffix},
                            Name<ClauseWord>{"toll", kTollNoun},
                            Name<ClauseWord>{"conditional", kConditional},
                            Name<ClauseWord>{"sein_participle", kSeinParticiple},
                            Name<ClauseWord>{"claiming", kClaimingModal},
                            Name<ClauseWord>{"source_preposition", kSourcePreposition},
                            Name<ClauseWord>{"that", kThat},
                            Name<ClauseWord>{"linking", kLinkingWord},
                            Name<ClauseWord>{"source", kSourceNoun}};

template <class Table>
auto value_of(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
  if (found == table.end()) {
    std::fprintf(stderr, "cues.tsv: unknown value '%.*s'\n", static_cast<int>(name.size()), name.data());
  }
  QL_CHECK(found != table.end());
  return found->second;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return text.ends_with(e); });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return text.starts_with(b); });
}

/// Stem of an infinitive: sagen -> sag, äußern -> äußer.
std::string stem_of(std::string_view infinitive) {
  const bool only_n = ends_with_any(infinitive, {"ern", "eln"}) || !infinitive.ends_with("en");
  return std::string(infinitive.substr(0, infinitive.size() - (only_n ? 1 : 2)));
}

/// True if the stem needs an e before t: fürcht-et, rechn-et.
bool needs_e(std::string_view stem) { return ends_with_any(stem, {"t", "d", "chn", "dn", "ffn", "gn", "dm", "tm"}); }

struct PrincipalParts {
  std::string present, past, participle;
};

PrincipalParts weak_parts(std::string_view infinitive) {
  const std::string stem = stem_of(infinitive);
  const std::string t = needs_e(stem) ? "et" : "t";
  const bool without_ge = infinitive.ends_with("ieren") ||
                          starts_with_any(infinitive, {"be", "ver", "er", "ent", "zer", "miss", "emp", "wider",
                                                       "prophe", "offenb", "über", "unter", "hinter"});
  return {stem + t, stem + t + "e", (without_ge ? "" : "ge") + stem + t};
}

}  // namespace

CueLexicon::CueLexicon(std::string_view cues_tsv, std::string_view clause_words_tsv,
                       std::string_view content_stance_tsv, std::string_view stance_words_tsv,
                       std::string_view other_senses_tsv, const WordFrequency& frequency)
    : content_phrases_(content_stance_tsv, stance_words_tsv, frequency) {
  read_cues(cues_tsv);
  read_clause_words(clause_words_tsv);
  read_other_senses(other_senses_tsv);
}

void CueLexicon::add_form(const std::string& form, std::uint16_t entry, unsigned forms) {
  constexpr std::string_view kSharpS = "\u00DF";
  if (const std::size_t at = form.find(kSharpS); at != std::string::npos) {  // Swiss: "hiess"
    add_form(form.substr(0, at) + "ss" + form.substr(at + kSharpS.size()), entry, forms);
  }
  std::vector<CueReading>& readings = words_[form].readings;
  for (CueReading& reading : readings) {
    if (reading.entry == entry && ((reading.forms ^ forms) & kFormFused) == 0) {
      reading.forms = static_cast<std::uint8_t>(reading.forms | forms);
      return;
    }
  }
  readings.push_back({entry, static_cast<std::uint8_t>(forms)});
}

void CueLexicon::add_verb(std::uint16_t entry, std::string_view head, std::string_view forms) {
  const std::string infinitive(head);
  PrincipalParts parts;
  if (forms == "-") {
    parts = weak_parts(infinitive);
  } else {
    const std::vector<std::string_view> cells = split(forms, ' ');
    QL_CHECK(cells.size() >= 3);
    parts = {std::string(cells[0]), std::string(cells[1]), std::string(cells[2])};
    for (std::size_t i = 3; i < cells.size(); ++i) add_form(std::string(cells[i]), entry, kFormFinite);
  }
  const std::string past_plural = parts.past + (parts.past.ends_with("e") ? "n" : "en");
  const std::string subjunctive = stem_of(infinitive) + "e";
  const std::string& particle = entries_[entry].particle;
  for (const std::string& finite : {parts.present, parts.past, past_plural, subjunctive, infinitive}) {
    add_form(finite, entry, kFormFinite);
    if (!particle.empty()) add_form(particle + finite, entry, kFormFinite | kFormFused);
  }
  const unsigned fused = particle.empty() ? 0U : static_cast<unsigned>(kFormFused);
  add_form(particle + infinitive, entry, kFormInfinitive | fused);
  add_form(particle + parts.participle, entry, kFormParticiple | fused);
  if (!particle.empty()) add_form(particle + "zu" + infinitive, entry, kFormInfinitiveZu | fused);
}

void CueLexicon::read_cues(std::string_view tsv) {
  const TsvTable table(tsv, "cues.tsv");
  const std::size_t cue = table.column("cue"), cue_class = table.column("class"), forms = table.column("forms"),
                    frame = table.column("frame"), commitment = table.column("commitment"),
                    factive = table.column("factivity"), slot = table.column("speaker_slot");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    CueEntry entry;
    entry.lemma = table.cell(row, cue);
    entry.cue_class = value_of(kClasses, table.cell(row, cue_class));
    entry.stance = cue_stance(table.cell(row, commitment));
    entry.factive = table.cell(row, factive) == "factive";
    entry.speaker_slot = value_of(kSlots, table.cell(row, slot));
    for (std::string_view name : split(table.cell(row, frame), ',')) {
      entry.frames = static_cast<std::uint16_t>(entry.frames | value_of(kFrames, name));
    }
    const std::string lower = to_lower_utf8(entry.lemma);
    std::vector<std::string_view> words = split(lower, ' ');
    if (words.size() > 1 && words.back().starts_with('+')) {
      entry.preposition = words.back().substr(1);
      words.pop_back();
    }
    std::string_view head = words.back();
    const auto index = static_cast<std::uint16_t>(entries_.size());
    const bool verbal = entry.cue_class == CueClass::Verb || entry.cue_class == CueClass::Construction;
    if (verbal) {
      words.pop_back();
      if (const std::size_t bar = head.find('|'); bar != std::string_view::npos) {
        entry.particle = head.substr(0, bar);
        head.remove_prefix(bar + 1);
      }
    }
    if (verbal || words.size() > 1) entry.companions.assign(words.begin(), words.end());
    entries_.push_back(std::move(entry));
    const CueClass kind = entries_.back().cue_class;
    if (verbal) {
      add_verb(index, head, table.cell(row, forms));
    } else if (kind == CueClass::Noun || kind == CueClass::Label) {
      add_form(lower, index, 0);
      if (table.cell(row, forms) != "-") {
        for (std::string_view form : split(table.cell(row, forms), ' ')) add_form(to_lower_utf8(form), index, 0);
      }
    } else {
      words_[words.front()].patterns.push_back({index, 0});
    }
  }
}

void CueLexicon::read_clause_words(std::string_view tsv) {
  const TsvTable table(tsv, "clause_words.tsv");
  const std::size_t classes = table.column("class"), words = table.column("words");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const ClauseWord bit = value_of(kWords, table.cell(row, classes));
    for (std::string_view word : split(table.cell(row, words), ' ')) words_[word].classes |= bit;
  }
}

void CueLexicon::read_other_senses(std::string_view tsv) {
  const TsvTable table(tsv, "other_senses.tsv");
  const std::size_t cue = table.column("cue"), words = table.column("nouns");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    bool known = false;
    for (CueEntry& entry : entries_) {
      if (entry.lemma != table.cell(row, cue)) continue;
      known = true;
      for (std::string_view word : split(table.cell(row, words), ' ')) entry.other_senses.emplace_back(word);
    }
    QL_CHECK(known);
  }
}

bool CueLexicon::has_other_sense(const CueEntry& entry, std::string_view lower_case_noun) {
  return std::any_of(entry.other_senses.begin(), entry.other_senses.end(),
                     [&](const std::string& noun) { return lower_case_noun.ends_with(noun); });
}

const CueWord& CueLexicon::word(std::string_view lower_case_form) const {
  const auto found = words_.find(lower_case_form);
  return found == words_.end() ? unknown_ : found->second;
}

}  // namespace ql::lang
