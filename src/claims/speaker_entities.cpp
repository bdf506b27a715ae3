// SPDX-License-Identifier: Apache-2.0
// The entities behind a phrase that speaks: among the mentions in it the one that stands for its head, names first, and
// the second halves of joint speakers. Cost: linear in the phrase. Tested by speakers_test.cpp and phenomena_test.cpp.
#include "claims/speakers.h"

namespace ql::claims {
namespace {

using annotate::MentionForm;

/// "Thalhoffs Anwalt": a person's name in the genitive before a role.
bool owns_role(const Reading& r, const annotate::Mention& mention, TextRange heads) {
  if (mention.text.end + 1 >= heads.end || mention.text.begin > heads.begin || !mention.entity.valid()) return false;
  const std::string_view name = r.notes.entities[mention.entity.index()].name;
  const std::string_view written = slice(r.report.text, mention.text);
  const std::string_view rest = slice(r.report.text, {mention.text.end + 1, heads.end});
  const bool genitive = !name.ends_with(written.substr(written.rfind(' ') + 1));
  return genitive && r.language.name_lexicon.role(rest.substr(0, rest.find(' '))).has_value();
}

/// "Hallwedes Sportchef Niels Ahrendt", "die Ministerin Bayerns": a genitive before a person or behind a role.
bool is_owner(const Reading& r, const annotate::Mention& mention, TextRange heads) {
  if (!slice(r.report.text, mention.text).ends_with('s')) return false;
  if (mention.type == annotate::EntityType::Person) return owns_role(r, mention, heads);
  const std::string_view first = slice(r.report.text, heads).substr(0, slice(r.report.text, heads).find(' '));
  const bool before = mention.text.begin <= heads.begin && mention.text.end < heads.end;
  const bool behind_role = mention.text.begin > heads.begin && r.language.name_lexicon.role(first).has_value();
  return before || behind_role;
}

/// How well a mention stands for the head of a phrase; higher is better, 0 = not at all.
int fitness(const Reading& r, const annotate::Mention& mention, TextRange heads) {
  if (!mention.text.overlaps(heads) && !mention.phrase.overlaps(heads)) return 0;
  switch (mention.form) {
    case MentionForm::Name:
      if (!mention.text.overlaps(heads)) return 0;
      return is_owner(r, mention, heads) ? 0 : 5;
    case MentionForm::Description:
      return 4;
    case MentionForm::Demonym:
      return 3;
    case MentionForm::Pronoun:
      return 4;
    case MentionForm::Part:
    case MentionForm::Adjective:
      return 0;
  }
  return 0;
}

/// The first run of capitalised words of a phrase, or the pronoun.
TextRange head_range(const Reading& r, const Unit& unit, Phrase phrase) {
  std::uint32_t first = phrase.begin;
  while (first < phrase.end && (!r.words[unit.elements[first].first].capitalised ||
                                r.has(unit.elements[first].first, lang::kDeterminer | lang::kObliqueDeterminer))) {
    ++first;
  }
  if (first == phrase.end) return r.range(unit, phrase.begin, phrase.end);
  std::uint32_t last = first;
  while (last + 1 < phrase.end && r.words[unit.elements[last + 1].first].capitalised) ++last;
  return r.range(unit, first, last + 1);
}

void add_entities(const Reading& r, const Unit& unit, Phrase phrase, Speaker& speaker) {
  const TextRange heads = head_range(r, unit, phrase);
  int best = 0;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const std::uint32_t at = r.mention_at[unit.elements[i].first];
    if (at == Reading::kNone) continue;
    for (std::size_t m = at; m < r.notes.mentions.size() && m < at + 4; ++m) {
      const annotate::Mention& mention = r.notes.mentions[m];
      if (mention.text.begin >= speaker.span.end) break;
      const int fit = fitness(r, mention, heads);
      if (mention.entity.valid() && fit > best) {
        best = fit;
        speaker.entity = mention.entity;
      }
    }
  }
}

/// Second halves of joint speakers: phrases behind "und", "sowie", "als auch", "noch".
void add_joint(const Reading& r, const Unit& unit, Phrase phrase, Speaker& speaker) {
  for (std::uint32_t i = phrase.begin + 1; i + 1 < phrase.end; ++i) {
    const std::uint32_t t = unit.elements[i].first;
    if (!r.is(t, "und") && !r.is(t, "sowie") && !r.is(t, "auch") && !r.is(t, "noch")) continue;
    Speaker other;
    const Phrase second{i + 1, phrase.end};
    other.span = r.range(unit, second.begin, second.end);
    add_entities(r, unit, second, other);
    if (other.entity.valid() && other.entity != speaker.entity) speaker.also.push_back(other.entity);
  }
}

}  // namespace

Speaker make_speaker(const Reading& reading, const Unit& unit, Phrase phrase) {
  Speaker speaker;
  if (phrase.empty()) return speaker;
  speaker.span = reading.range(unit, phrase.begin, phrase.end);
  speaker.text = std::string(slice(reading.report.text, speaker.span));
  add_entities(reading, unit, phrase, speaker);
  add_joint(reading, unit, phrase, speaker);
  return speaker;
}

}  // namespace ql::claims
