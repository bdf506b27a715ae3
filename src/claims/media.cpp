// SPDX-License-Identifier: Apache-2.0
// A medium is known by its own name ("Kreisbote", "dpa") or by the noun before it ("das Magazin <<Lagebild>>"). Nouns
// for a medium without a name of their own take up the last one named before; "die Agentur" only an agency, the others
// none. Tested by media_test.cpp.
#include "claims/media.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace ql::claims {
namespace {

using annotate::Mention;
using annotate::MentionForm;

constexpr std::size_t kMaxBack = 12;        // statements that may hold a source's chain
constexpr std::uint32_t kMaxSentences = 3;  // between a retold medium and "wird zitiert"

/// A place where another outlet is named.
struct Named {
  std::uint32_t at = 0;
  std::string key;  ///< Lower case, without the ending of a case.
  EntityId entity;  ///< None where the names layer did not find it.
};

/// "Sportkuriers" and "Sportkurier" have one key.
std::string key_of(std::string_view word) {
  std::string key = to_lower_utf8(word);
  if (key.size() > 4 && (key.ends_with('s') || key.ends_with('n'))) key.pop_back();
  if (key.size() > 4 && key.ends_with('e')) key.pop_back();
  return key;
}

class MediaResolver {
 public:
  MediaResolver(const clean::Report& report, annotate::Annotations& notes, const lang::Language& language)
      : report_(report), notes_(notes), language_(language) {}

  void run(std::vector<Statement>& statements) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
      Statement& s = statements[i];
      name_speaker(statements, s);
      for (ChainLink& link : s.chain) name_link(statements, s, link);
      if (!s.chain.empty() && !s.chain.back().entity.valid() && s.chain.back().text == s.speaker.text)
        s.chain.back().entity = s.speaker.entity;
      if (s.chain.empty()) take_up_chain(statements, i);
      if (s.chain.empty()) relay_cited(statements, i);
    }
  }

 private:
  /// The other outlets that the report names; looked for when the first statement asks.
  std::vector<Named>& media() {
    if (looked_) return media_;
    looked_ = true;
    for (const Mention& mention : notes_.mentions) {
      if (mention.form != MentionForm::Name || !mention.entity.valid() || !is_medium(mention)) continue;
      const std::string& name = notes_.entities[mention.entity.index()].name;
      if (!is_own(name)) media_.push_back({mention.text.begin, key_of(name), mention.entity});
    }
    const std::size_t by_mention = media_.size();
    for (std::uint32_t t = 0; t < notes_.tokens.size(); ++t) add_token(t, by_mention);
    std::stable_sort(media_.begin(), media_.end(), [](const Named& a, const Named& b) { return a.at < b.at; });
    return media_;
  }

  [[nodiscard]] std::string_view text_of(TextRange range) const { return slice(report_.text, range); }

  [[nodiscard]] bool holds_class(std::string_view name, std::uint32_t clause_word) const {
    const std::string lower = to_lower_utf8(name);
    if ((language_.cues.clause_word(lower) & clause_word) != 0) return true;
    for (std::size_t at = lower.find(' '); at != std::string::npos; at = lower.find(' ', at + 1)) {
      if ((language_.cues.clause_word(std::string_view(lower).substr(at + 1)) & clause_word) != 0) return true;
    }
    return false;
  }

  /// "Kreisbote": ends in a last part of names of media.
  [[nodiscard]] bool has_suffix(std::string_view name) const {
    constexpr std::size_t kMinBytes = 4, kMaxBytes = 10;
    const std::string lower = to_lower_utf8(name);
    for (std::size_t size = kMinBytes; size <= kMaxBytes && size < lower.size(); ++size) {
      if ((language_.cues.clause_word(std::string_view(lower).substr(lower.size() - size)) & lang::kRelaySuffix) != 0)
        return true;
    }
    return false;
  }

  [[nodiscard]] bool is_media_noun(std::string_view noun) const {
    const auto body = language_.body_nouns.find(noun);
    return body && body->body == "media";
  }

  /// The noun before a name says what it is: "das Magazin <<Lagebild>>".
  [[nodiscard]] bool follows_media_noun(std::uint32_t token) const {
    for (std::uint32_t back = 0; back < 2 && token > 0; ++back) {
      const std::string_view word = text_of(notes_.tokens[--token].text);
      if (is_media_noun(word)) return true;
      if (notes_.tokens[token].word_class != annotate::WordClass::Punct || word == "." || word == ",") return false;
    }
    return false;
  }

  [[nodiscard]] bool is_medium(const Mention& mention) const {
    const annotate::Entity& entity = notes_.entities[mention.entity.index()];
    const bool person = entity.type == annotate::EntityType::Person && entity.name.find(' ') != std::string::npos;
    if (!entity.named || person || entity.type == annotate::EntityType::Place) return false;
    return holds_class(entity.name, lang::kRelayNoun) || has_suffix(entity.name) || has_suffix(text_of(mention.text)) ||
           (!mention.tokens.empty() && follows_media_noun(mention.tokens.begin));
  }

  [[nodiscard]] bool is_own(std::string_view name) const {
    return report_.outlet && to_lower_utf8(*report_.outlet).find(key_of(name)) != std::string::npos;
  }

  /// A word that names a medium although no mention covers it: by its last part, or behind a noun for one.
  void add_token(std::uint32_t token, std::size_t mentions) {
    const std::string_view word = text_of(notes_.tokens[token].text);
    const auto first = static_cast<unsigned char>(word.front());
    if (first < 'A' || (first > 'Z' && first < 0x80)) return;  // not capitalised
    if (is_media_noun_alone(word) || is_own(word)) return;
    if (!has_suffix(word) && !follows_media_noun(token)) return;
    const std::uint32_t at = notes_.tokens[token].text.begin;
    const bool known = std::any_of(media_.begin(), media_.begin() + static_cast<std::ptrdiff_t>(mentions),
                                   [&](const Named& m) { return m.at <= at && at < m.at + m.key.size() + 2; });
    if (!known) media_.push_back({at, key_of(word), {}});
  }

  /// "Zeitung", "Nachrichtenmagazin": the noun, not the name of one.
  [[nodiscard]] bool is_media_noun_alone(std::string_view word) const {
    return (language_.cues.clause_word(to_lower_utf8(word)) & lang::kRelayNoun) != 0 || is_media_noun(word);
  }

  [[nodiscard]] bool is_agency(const Named& medium) const {
    return medium.key.size() <= 4 || medium.key.find("agentur") != std::string::npos ||
           std::any_of(report_.agencies.begin(), report_.agencies.end(),
                       [&](const std::string& agency) { return key_of(agency) == medium.key; });
  }

  /// "das Blatt", "der Zeitung", "Magazin": the noun, if the phrase is nothing but that and no name.
  [[nodiscard]] std::optional<std::string_view> bare_medium(std::string_view phrase,
                                                            std::uint32_t further_class = 0) const {
    const std::size_t space = phrase.find(' ');
    if (space != std::string_view::npos) {
      const std::string first = to_lower_utf8(phrase.substr(0, space));
      if ((language_.cues.clause_word(first) & (lang::kDeterminer | lang::kObliqueDeterminer)) == 0) return {};
      if (language_.noun_phrase_words.find(first) != lang::PhraseWord::Definite) return {};
      phrase.remove_prefix(space + 1);
    }
    if (phrase.find(' ') != std::string_view::npos) return {};
    const bool further = (language_.cues.clause_word(to_lower_utf8(phrase)) & further_class) != 0;
    return is_media_noun(phrase) || further ? std::optional(phrase) : std::nullopt;
  }

  bool is_name_at(TextRange phrase) {
    return std::any_of(media().begin(), media().end(),
                       [&](const Named& m) { return phrase.begin <= m.at && m.at < phrase.end; });
  }

  /// The medium that was named last before `at`, an agency or none.
  EntityId named_before(const std::vector<Statement>& statements, std::uint32_t at, bool agency) {
    for (auto it = std::partition_point(media().begin(), media().end(), [&](const Named& m) { return m.at < at; });
         it != media_.begin();) {
      --it;
      if (is_agency(*it) == agency) return entity_of(statements, *it);
    }
    return {};
  }

  /// The entity of a medium: of a mention, of a statement whose speaker it is, or a new one.
  EntityId entity_of(const std::vector<Statement>& statements, const Named& medium) {
    if (medium.entity.valid()) return medium.entity;
    for (const Named& other : media_) {
      if (other.entity.valid() && other.key == medium.key) return other.entity;
    }
    for (const Statement& s : statements) {
      const bool same = s.speaker.span.begin <= medium.at && medium.at < s.speaker.span.end;
      if (same && s.speaker.entity.valid()) return remember(medium.key, s.speaker.entity);
    }
    annotate::Entity entity;
    const auto token = std::partition_point(notes_.tokens.begin(), notes_.tokens.end(),
                                            [&](const annotate::Token& t) { return t.text.end <= medium.at; });
    entity.name = std::string(text_of(token->text));
    entity.named = false;
    entity.type = annotate::EntityType::Organisation;
    notes_.entities.push_back(std::move(entity));
    return remember(medium.key, EntityId(notes_.entities.size() - 1));
  }

  EntityId remember(const std::string& key, EntityId entity) {
    for (Named& other : media_) {
      if (other.key == key && !other.entity.valid()) other.entity = entity;
    }
    return entity;
  }

  void name_speaker(const std::vector<Statement>& statements, Statement& s) {
    if (s.speaker.span.empty()) return;
    const auto noun = bare_medium(s.speaker.text);
    if (!noun || is_name_at(s.speaker.span)) return;
    const EntityId medium = named_before(statements, s.speaker.span.begin, is_agency_noun(*noun));
    if (medium.valid()) s.speaker.entity = medium;
  }

  [[nodiscard]] bool is_agency_noun(std::string_view noun) const {
    return to_lower_utf8(noun).find("agentur") != std::string::npos;
  }

  void name_link(const std::vector<Statement>& statements, const Statement& s, ChainLink& link) {
    const auto noun = bare_medium(link.text, lang::kSourceNoun);
    if (!noun || s.content.empty() || link.entity == s.speaker.entity) return;
    const EntityId medium = named_before(statements, s.content.back().end, is_agency_noun(*noun));
    if (medium.valid()) link.entity = medium;
  }

  [[nodiscard]] bool is_described(EntityId entity) const {
    return entity.valid() && !notes_.entities[entity.index()].named;
  }

  /// The last capitalised word of a phrase, without the ending of a case.
  static std::string head_of(std::string_view phrase) {
    std::string head;
    for (std::size_t begin = 0; begin < phrase.size();) {
      const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
      const std::string_view word = phrase.substr(begin, end - begin);
      if (!word.empty() && to_lower_utf8(word) != word && begin > 0) {
        head = to_lower_utf8(word);
        break;
      }
      begin = end + 1;
    }
    while (head.size() > 4 && (head.ends_with('n') || head.ends_with('s') || head.ends_with('m'))) head.pop_back();
    return head;
  }

  /// "Den Beamten zufolge ...": the source of an earlier statement is taken up by its noun, with its relays.
  void take_up_chain(std::vector<Statement>& statements, std::size_t index) const {
    Statement& s = statements[index];
    if (!is_described(s.speaker.entity) || s.speaker.span.empty()) return;
    const std::size_t space = s.speaker.text.find(' ');
    if (space == std::string::npos) return;
    const std::string first = to_lower_utf8(std::string_view(s.speaker.text).substr(0, space));
    if (language_.noun_phrase_words.find(first) != lang::PhraseWord::Definite) return;
    const std::string head = head_of(s.speaker.text);
    for (std::size_t back = 1; back <= kMaxBack && back <= index && !head.empty(); ++back) {
      const Statement& earlier = statements[index - back];
      if (earlier.chain.size() < 2 || head_of("x " + earlier.speaker.text) != head) continue;
      s.speaker.entity = earlier.speaker.entity;
      s.chain.assign(earlier.chain.begin(), earlier.chain.end() - 1);
      s.chain.push_back({s.speaker.entity, s.speaker.text});
      return;
    }
  }

  /// "wird die Person zitiert": by the medium that the statements right before retell.
  void relay_cited(std::vector<Statement>& statements, std::size_t index) {
    Statement& s = statements[index];
    const bool cited = std::any_of(s.cue.begin(), s.cue.end(), [&](TextRange cue) {
      const auto& readings = language_.cues.word(to_lower_utf8(text_of(cue))).readings;
      return std::any_of(readings.begin(), readings.end(), [&](const lang::CueReading& r) {
        return language_.cues.entry(r).lemma == "zitieren" && (r.forms & lang::kFormParticiple) != 0;
      });
    });
    if (!cited || s.speaker.text.empty()) return;
    for (std::size_t back = 1; back <= index; ++back) {
      const Statement& earlier = statements[index - back];
      if (earlier.sentence.value + kMaxSentences < s.sentence.value) return;
      const EntityId medium = earlier.chain.size() > 1 ? earlier.chain.front().entity : earlier.speaker.entity;
      const bool known = medium.valid() && std::any_of(media().begin(), media().end(),
                                                       [&](const Named& m) { return m.entity == medium; });
      if (!known || medium == s.speaker.entity) continue;
      s.chain = {{medium, notes_.entities[medium.index()].name}, {s.speaker.entity, s.speaker.text}};
      return;
    }
  }

  const clean::Report& report_;
  annotate::Annotations& notes_;
  const lang::Language& language_;
  std::vector<Named> media_;  ///< Other outlets by name, in text order.
  bool looked_ = false;
};

}  // namespace

void resolve_media(const clean::Report& report, annotate::Annotations& notes, const lang::Language& language,
                   std::vector<Statement>& statements) {
  MediaResolver(report, notes, language).run(statements);
}

}  // namespace ql::claims
