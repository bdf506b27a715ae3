// SPDX-License-Identifier: Apache-2.0
// Chains are read from three places in the clause of a cue: its object ("zitiert die Zeitung die Ministerin"), its
// addressee, if that is a medium other than the report's own ("sagte sie dem Anzeiger"), and "unter Berufung auf".
// The chain ends with the speaker; a report that has it from the speaker has no chain. Cost: linear in the clause.
// Tested by chains_test.cpp.
#include "claims/chains.h"

#include <algorithm>

#include "base/utf8.h"

namespace ql::claims {
namespace {

/// The phrase behind "unter Berufung auf" and its like between two elements; empty when there is none.
Phrase relied_on(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end, Cue& marker) {
  for (std::uint32_t e = begin; e + 3 < end; ++e) {
    if (unit.elements[e].is_quotation() || !r.is(unit.elements[e].first, "unter")) continue;
    const std::uint32_t noun = unit.elements[e + 1].first;
    if (!r.is(noun, "berufung") && !r.is(noun, "verweis") && !r.is(noun, "hinweis")) continue;
    marker.elements = {e, e + 1, e + 2};
    return read_phrase(r, unit, e + 3, end, PhraseUse::Any);
  }
  return {};
}

/// "LFM" for "Landesfunk Mitte": the initials of the outlet's words appear in order.
bool abbreviates(std::string_view name, std::string_view outlet) {
  std::size_t at = 0;
  for (const char c : to_lower_utf8(outlet)) {
    if (at < name.size() && to_lower_utf8(name)[at] == c) ++at;
  }
  return name.size() <= 4 && name.size() >= 2 && at == name.size();
}

bool is_own(const Reading& r, std::string_view name) {
  const std::string lower = to_lower_utf8(name);
  if (r.report.outlet) {
    const std::string outlet = to_lower_utf8(*r.report.outlet);
    if (lower.find(outlet) != std::string::npos || (lower.size() > 3 && outlet.find(lower) != std::string::npos) ||
        abbreviates(name, *r.report.outlet)) {
      return true;
    }
  }
  return std::any_of(r.report.agencies.begin(), r.report.agencies.end(), [&](const std::string& agency) {
    return lower.find(to_lower_utf8(agency)) != std::string::npos ||
           (agency == "dpa" && lower.find("deutschen presse-agentur") != std::string::npos);
  });
}

/// A noun or name of a medium: by the word itself or by its last part ("Kreisbote", "Lokalanzeiger").
bool names_medium(const Reading& r, std::uint32_t token) {
  if (r.has(token, lang::kRelayNoun)) return true;
  const std::string lower = to_lower_utf8(r.text(token));
  for (std::size_t size = 4; size <= 10 && size < lower.size(); ++size) {
    const std::string_view tail = std::string_view(lower).substr(lower.size() - size);
    if ((static_cast<unsigned char>(tail[0]) & 0xC0U) != 0x80U &&
        (r.lexicon.clause_word(tail) & lang::kRelaySuffix) != 0)
      return true;
  }
  return false;
}

ChainLink link_of(const Speaker& speaker) { return {speaker.entity, speaker.text}; }

}  // namespace

bool is_foreign_medium(const Reading& r, const Unit& unit, Phrase phrase) {
  if (phrase.empty()) return false;
  bool medium = false;
  for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
    const std::uint32_t t = unit.elements[e].first;
    medium = medium || (r.words[t].capitalised && names_medium(r, t));
  }
  if (!medium || r.text(unit.elements[phrase.begin].first).starts_with("unser")) return false;
  return !is_own(r, slice(r.report.text, r.range(unit, phrase.begin, phrase.end)));
}

void add_relay(const Reading& r, const Unit& unit, Phrase relay, Draft& draft) {
  const Speaker medium = make_speaker(r, unit, relay);
  Statement& s = draft.statement;
  if (medium.text.empty() || (medium.entity.valid() && medium.entity == s.speaker.entity)) return;
  const bool known = std::any_of(s.chain.begin(), s.chain.end(), [&](const ChainLink& link) {
    return link.text == medium.text || (link.entity.valid() && link.entity == medium.entity);
  });
  if (known) return;
  if (s.chain.empty() && !s.speaker.text.empty()) s.chain.push_back(link_of(s.speaker));
  s.chain.insert(s.chain.begin(), link_of(medium));
}

namespace {

/// "den namentlich nicht genannten Kontrolleur": an article, modifiers that no simple phrase has, and the noun.
Phrase modified_phrase(const Reading& r, const Unit& unit, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kMaxModifiers = 5;
  if (!r.has(unit.elements[begin].first, lang::kObliqueDeterminer | lang::kDeterminer)) return {};
  for (std::uint32_t e = begin + 1; e < end && e <= begin + kMaxModifiers + 1; ++e) {
    if (unit.elements[e].is_quotation() || !r.words[unit.elements[e].first].word) return {};
    if (r.words[unit.elements[e].first].capitalised) return {begin, e + 1};
  }
  return {};
}

/// "zitiert die Zeitung die 57-Jährige", "wird X in dem Bericht zitiert": the object speaks.
void swap_object(const Reading& r, const Unit& unit, const Cue& cue, Draft& draft) {
  const Segment& s = unit.segments[cue.segment];
  if (cue.passive) {
    draft.speaker = find_subject(r, unit, cue.segment, cue.verb);
    draft.statement.speaker = make_speaker(r, unit, draft.speaker);
    for (std::uint32_t e = s.begin; e + 1 < s.end; ++e) {  // "wird im Kreisboten zitiert"
      if (unit.elements[e].is_quotation() || !r.has(unit.elements[e].first, lang::kPreposition)) continue;
      const Phrase medium = read_phrase(r, unit, e + 1, s.end, PhraseUse::Any);
      if (is_foreign_medium(r, unit, medium)) add_relay(r, unit, medium, draft);
    }
    return;
  }
  const Phrase relay = draft.speaker;
  if (relay.empty()) return;
  const std::uint32_t from = std::max(relay.end, cue.verb + 1);
  for (std::uint32_t e = from; e < s.end; ++e) {
    if (unit.elements[e].is_quotation() || r.has(unit.elements[e].first, lang::kPreposition)) break;
    Phrase object = read_phrase(r, unit, e, s.end, PhraseUse::Any);
    if (object.empty()) object = modified_phrase(r, unit, e, s.end);
    if (object.empty() || !can_speak(r, unit, object)) continue;
    draft.speaker = object;
    draft.statement.speaker = make_speaker(r, unit, object);
    add_relay(r, unit, relay, draft);
    return;
  }
}

/// A dative phrase beside the subject: whom it was said to.
Phrase addressee(const Reading& r, const Unit& unit, const Cue& cue, const Draft& draft) {
  const Segment& s = unit.segments[cue.segment];
  for (std::uint32_t e = s.begin; e < s.end; ++e) {
    if (e >= draft.speaker.begin && e < draft.speaker.end) continue;
    if (unit.elements[e].is_quotation()) break;
    if (e > s.begin && r.has(unit.elements[e - 1].first, lang::kPreposition)) continue;
    const std::uint32_t t = unit.elements[e].first;
    const bool dative = r.is(t, "dem") || r.is(t, "der") || r.is(t, "einem") || r.is(t, "einer") || r.is(t, "den");
    const bool ours = e > s.begin && r.text(unit.elements[e - 1].first).starts_with("unser");
    const bool inside = e > s.begin && r.has(unit.elements[e - 1].first, lang::kDeterminer | lang::kObliqueDeterminer);
    const bool bare = r.words[t].capitalised && names_medium(r, t) && !ours && !inside;
    if (!dative && !bare) continue;
    const Phrase phrase = read_phrase(r, unit, e, s.end, PhraseUse::Any);
    if (!phrase.empty() && can_speak(r, unit, phrase)) return phrase;
  }
  return {};
}

}  // namespace

void relay_of_cue(const Reading& r, const Unit& unit, const Cue& cue, Draft& draft) {
  if (cue.entry->lemma == "zitieren" || cue.entry->speaker_slot == lang::SpeakerSlot::Object) {
    swap_object(r, unit, cue, draft);
    return;
  }
  const Segment& s = unit.segments[cue.segment];
  Cue marker;
  const Phrase source = relied_on(r, unit, s.begin, s.end, marker);
  if (!source.empty() && can_speak(r, unit, source)) {
    const Phrase relay = draft.speaker;
    draft.speaker = source;
    draft.statement.speaker = make_speaker(r, unit, source);
    std::vector<TextRange> words = cue_ranges(r, unit, marker.elements);
    draft.statement.cue.insert(draft.statement.cue.end(), words.begin(), words.end());
    std::sort(draft.statement.cue.begin(), draft.statement.cue.end());
    if (!relay.empty()) add_relay(r, unit, relay, draft);
    return;
  }
  const Phrase listener = addressee(r, unit, cue, draft);
  if (listener.empty()) return;
  draft.statement.addressee = r.range(unit, listener.begin, listener.end);
  if (is_foreign_medium(r, unit, listener)) add_relay(r, unit, listener, draft);
}

}  // namespace ql::claims
