// SPDX-License-Identifier: Apache-2.0
// Finds attributing phrases by the patterns of the cue lexicon. Behind a preposition come the words of the pattern,
// with modifiers before the last one, which may end a compound ("Polizeiangaben"); then the source as a genitive or a
// phrase with von. A postposition looks for its phrase to the left. Tested by cues_test.cpp and traps_test.cpp.
#include "claims/source_phrases.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace ql::claims {
namespace {

constexpr std::uint32_t kMaxBefore = 9;     // elements of a phrase before a postposition
constexpr std::uint32_t kMaxModifiers = 3;  // "nach ersten bisherigen Angaben"

class PhraseFinder {
 public:
  PhraseFinder(const Reading& reading, const Unit& unit) : r_(reading), unit_(unit) {}

  std::vector<SourcePhrase> run() {
    for (std::uint32_t e = 0; e < unit_.elements.size(); ++e) {
      if (unit_.elements[e].is_quotation()) continue;
      SourcePhrase best;
      for (const lang::CueReading& pattern : r_.words[token(e)].patterns()) {
        const lang::CueEntry& entry = r_.lexicon.entry(pattern);
        if (entry.cue_class != lang::CueClass::Postposition && !may_match(entry, e)) continue;
        SourcePhrase phrase;
        phrase.entry = &entry;
        if (matches(phrase, e) && phrase.cue.size() > best.cue.size()) best = std::move(phrase);
      }
      if (best.entry == nullptr || (!found_.empty() && found_.back().end > best.begin)) continue;
      found_.push_back(best);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::uint32_t token(std::uint32_t e) const { return unit_.elements[e].first; }
  [[nodiscard]] bool open(std::uint32_t e) const {
    return e < unit_.elements.size() && !unit_.elements[e].is_quotation();
  }

  bool matches(SourcePhrase& phrase, std::uint32_t e) const {
    if (phrase.entry->cue_class == lang::CueClass::Postposition) return postposition(phrase, e);
    if (!words_match(phrase, e)) return false;
    phrase.begin = e;
    if (phrase.entry->cue_class == lang::CueClass::Adverb ||
        phrase.entry->speaker_slot == lang::SpeakerSlot::Agentless) {
      phrase.bound_to_subject = phrase.entry->lemma.find("eigen") != std::string::npos;
      return true;
    }
    if (!phrase.speaker_text.empty()) return true;
    if (possessive_source(phrase, e)) return true;
    if (source_behind(phrase) || relative_behind(phrase)) return true;
    if (!names_information(phrase)) return false;
    phrase.speaker = {phrase.begin + 1, phrase.end};
    return true;
  }

  /// "nach ersten Angaben", "nach Informationen vom Abend": the noun of information is source enough.
  [[nodiscard]] bool names_information(const SourcePhrase& phrase) const {
    if (phrase.entry->companions.size() < 2 || !phrase.entry->lemma.starts_with("nach ")) return false;
    if (open(phrase.begin + 1) && phrase.cue.back() > phrase.begin + 1) {  // "nach dem Bericht" is a time
      const std::uint32_t next = token(phrase.begin + 1);
      if (r_.is(next, "dem") || r_.is(next, "der") || r_.is(next, "den")) return false;
    }
    return phrase.cue.back() > phrase.cue.front() + 1 || r_.has(token(phrase.cue.back()), lang::kSourceNoun);
  }

  /// The entry's second word, if it has one, stands or ends a word among the elements that words_match() may look at.
  [[nodiscard]] bool may_match(const lang::CueEntry& entry, std::uint32_t e) const {
    if (entry.companions.size() < 2) return true;
    const std::string& wanted = entry.companions[1];
    for (std::uint32_t at = e + 1; at <= e + 1 + kMaxModifiers && open(at); ++at) {
      const std::string_view text = r_.text(token(at));
      if (text.size() >= wanted.size() && (text.back() | 0x20) == (wanted.back() | 0x20)) return true;
    }
    return false;
  }

  /// The entry's words from element `e` on; modifiers may stand before the last one, which may end a compound.
  bool words_match(SourcePhrase& phrase, std::uint32_t e) const {
    const auto& words = phrase.entry->companions;
    phrase.cue = {e};
    phrase.end = e + 1;
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::uint32_t at = phrase.end;
      const bool last = i + 1 == words.size();
      for (std::uint32_t skipped = 0;
           last && i == 1 && skipped < kMaxModifiers && may_stand_inside(at) && !r_.is(token(at), words[i]); ++skipped)
        ++at;
      if (!open(at)) return false;
      if (!r_.is(token(at), words[i]) && !(last && compound(phrase, at, words[i]))) return false;
      phrase.cue.push_back(at);
      phrase.end = at + 1;
    }
    return true;
  }

  /// Between preposition and noun: "nach ersten Angaben", "nach einem Bericht", "nach Celebis Angaben".
  [[nodiscard]] bool may_stand_inside(std::uint32_t at) const {
    if (!open(at) || !r_.words[token(at)].word || r_.words[token(at)].finite) return false;
    return !r_.words[token(at)].capitalised || is_genitive_name(at);
  }

  [[nodiscard]] bool is_genitive_name(std::uint32_t at) const {
    const std::string_view text = r_.text(token(at));
    const bool named = r_.mention_at[token(at)] != Reading::kNone;
    if (!open(at + 1)) return false;
    const bool part = named && r_.mention_at[token(at + 1)] == r_.mention_at[token(at)];
    return part || (text.ends_with("s") && (named || r_.has(token(at + 1), lang::kSourceNoun)));
  }

  /// "Polizeiangaben" for "angaben": the first part is the source.
  bool compound(SourcePhrase& phrase, std::uint32_t at, std::string_view word) const {
    const std::string_view text = r_.text(token(at));
    if (text.size() < word.size() + 2 || (text.back() | 0x20) != (word.back() | 0x20)) return false;
    if (!text.ends_with(word) && to_lower_utf8(text.substr(text.size() - word.size())) != word) return false;
    std::string_view first = text.substr(0, text.size() - word.size());
    const bool hyphen = first.ends_with('-');
    if (hyphen) first.remove_suffix(1);
    if (!hyphen && first.size() < 4) return false;  // "Aus|wertung"
    if (first.ends_with('s') && first.size() > 4) first.remove_suffix(1);
    phrase.speaker_text = std::string(first);
    const TextRange whole = r_.notes.tokens[token(at)].text;
    phrase.speaker_range = {whole.begin, whole.end};
    return true;
  }

  /// "nach seinen Angaben", "nach Celebis Angaben".
  bool possessive_source(SourcePhrase& phrase, std::uint32_t e) const {
    for (std::uint32_t at = e + 1; at < phrase.cue.back(); ++at) {
      const std::string_view text = r_.text(token(at));
      if (text.starts_with("sein") || text.starts_with("ihre") || text.starts_with("deren") ||
          text.starts_with("dessen")) {
        phrase.speaker = {at, at + 1};
        return true;
      }
      if (is_genitive_name(at)) {
        phrase.speaker = {at, phrase.cue.back()};
        return true;
      }
    }
    return false;
  }

  /// Genitive, von-phrase, or for "laut" any phrase.
  bool source_behind(SourcePhrase& phrase) const {
    std::uint32_t at = phrase.end;
    if (open(at) && phrase.entry->companions.size() > 1 &&
        (r_.is(token(at), "von") || r_.is(token(at), "vom") || r_.is(token(at), "aus"))) {
      ++at;
    }
    const Phrase source = read_phrase(r_, unit_, at, static_cast<std::uint32_t>(unit_.elements.size()), PhraseUse::Any);
    if (source.empty() || !capitalised_head(source)) return false;
    if (!can_speak(r_, unit_, source) && !is_determined(source)) return false;
    phrase.speaker = unwrapped(source, phrase);
    phrase.end = source.end;
    return true;
  }

  /// "ein Gutachten, laut dem die Brücke rostet": a relative pronoun as source.
  [[nodiscard]] bool relative_behind(SourcePhrase& phrase) const {
    if (phrase.entry->companions.size() > 1 || phrase.begin == 0 || !open(phrase.end)) return false;
    const bool comma = open(phrase.begin - 1) && r_.is(token(phrase.begin - 1), Mark::Comma);
    const std::uint32_t t = token(phrase.end);
    if (!comma || !(r_.is(t, "dem") || r_.is(t, "der") || r_.is(t, "denen") || r_.is(t, "deren"))) return false;
    phrase.speaker = {phrase.end, phrase.end + 1};
    ++phrase.end;
    return true;
  }

  /// "laut vorläufigem Ergebnis", "laut dem Gespräch": with "laut" any phrase that does not begin with its noun.
  [[nodiscard]] bool is_determined(Phrase phrase) const {
    for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
      if (r_.has(token(e), lang::kTimeNoun)) return false;
    }
    return !r_.words[token(phrase.begin)].capitalised && r_.text(token(phrase.begin)).ends_with("m");
  }

  [[nodiscard]] bool capitalised_head(Phrase phrase) const {
    for (std::uint32_t e = phrase.begin; e < phrase.end; ++e) {
      if (r_.words[token(e)].capitalised || r_.mention_at[token(e)] != Reading::kNone) return true;
    }
    return false;
  }

  /// "laut Informationen aus US-Quellen": the source stands behind the noun of information.
  Phrase unwrapped(Phrase source, SourcePhrase& phrase) const {
    for (std::uint32_t e = source.begin; e + 1 < source.end; ++e) {
      if (!r_.has(token(e), lang::kSourceNoun)) continue;
      std::uint32_t at = e + 1;
      if (r_.is(token(at), "von") || r_.is(token(at), "aus") || r_.is(token(at), "vom")) ++at;
      if (at >= source.end || r_.has(token(at), lang::kTimeNoun)) return source;
      for (std::uint32_t inner = at; inner < source.end; ++inner) {
        if (r_.has(token(inner), lang::kTimeNoun)) return {source.begin, e + 1};  // "ersten Angaben vom Mittwoch"
      }
      for (std::uint32_t c = source.begin; c < at; ++c) phrase.cue.push_back(c);
      return {at, source.end};
    }
    return source;
  }

  bool postposition(SourcePhrase& phrase, std::uint32_t e) const {
    phrase.cue = {e};
    phrase.end = e + 1;
    const std::uint32_t low = e > kMaxBefore ? e - kMaxBefore : 0;
    for (std::uint32_t at = low; at < e; ++at) {
      if (!open(at)) continue;
      const Phrase source = read_phrase(r_, unit_, at, e, PhraseUse::Any);
      if (source.end != e || source.empty() || !capitalised_head(source)) continue;
      phrase.begin = at;
      phrase.speaker = unwrapped(source, phrase);
      std::sort(phrase.cue.begin(), phrase.cue.end());
      return true;
    }
    return false;
  }

  const Reading& r_;
  const Unit& unit_;
  std::vector<SourcePhrase> found_;
};

}  // namespace

std::vector<SourcePhrase> find_source_phrases(const Reading& reading, const Unit& unit) {
  return PhraseFinder(reading, unit).run();
}

}  // namespace ql::claims
