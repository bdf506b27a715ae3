// SPDX-License-Identifier: Apache-2.0
// "nach Angaben des Landkreises", "die Wirtin rechnet mit ...", "eine Sprecherin": the phrase's head noun decides. A
// named entity that alone holds it in name or role is meant by a definite phrase; a second definite phrase with the
// same head takes up the first. All others become entities of their own, known by description only, with the type that
// the lexicons give the noun. A spokesperson of nobody in particular speaks for the organisation that spoke last.
// Tested by sources_test.cpp.
#include "claims/sources.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "lang/lexemes.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

using annotate::Entity;
using annotate::EntityType;
using annotate::WordClass;
using lang::PhraseWord;

constexpr std::size_t kMaxNameTokens = 9;
constexpr std::uint32_t kSpeaksForSentences = 3;
constexpr std::size_t kMinCompoundEnd = 5;
constexpr std::size_t kMaxBack = 32;  // described sources that may be taken up

std::string lowered(std::string_view text) {
  std::string result(text);
  lang::lower_in_place(result);
  return result;
}

/// Kasse is the last part of Krankenkasse; both in lower case.
bool is_last_part(std::string_view word, std::string_view part) {
  return part.size() >= kMinCompoundEnd && word.size() > part.size() && word.ends_with(part);
}

/// What a word and its last part have in common.
std::string_view key_of(std::string_view word) {
  return word.size() > kMinCompoundEnd ? word.substr(word.size() - kMinCompoundEnd) : word;
}

}  // namespace

/// A described speaker, read from left to right.
struct Description {
  bool definite = false;       ///< With a definite article, or a bare noun ("laut Polizei").
  bool own_voice = false;      ///< "wir", "unserer Zeitung"
  bool earlier_words = false;  ///< "den Angaben zufolge": what was said before.
  bool complemented = false;   ///< More follows the head: "Sprecher der Werft".
  std::string head;            ///< Lemma in lower case; "" = nothing that could be an entity.
  std::string name;            ///< Without determiner; the head in the nominative when it stands alone.
  std::string_view written;    ///< The head as it stands.
};

namespace {

/// A single noun without article.
Description bare(const std::string& noun) {
  Description described;
  described.definite = true;
  described.name = noun;
  described.head = lowered(noun);
  described.written = noun;
  return described;
}

}  // namespace

void Sources::index(std::string_view text, EntityId entity, bool compound) {
  const std::string lower = lowered(text);
  const auto add = [&](std::string_view word) {
    if (word.empty()) return;
    std::vector<NamedWord>& bucket = words_[std::string(key_of(word))];
    const bool again = !bucket.empty() && bucket.back().entity == entity && bucket.back().word == word;
    if (!again) bucket.push_back({std::string(word), entity, compound});
  };
  for (const std::string_view word : lang::split(lower, ' ')) {
    add(word);
    if (word.find('-') == std::string_view::npos) continue;
    for (const std::string_view part : lang::split(word, '-')) add(part);
  }
}

void Sources::index_entities() {
  for (std::size_t e = 0; e < notes_.entities.size(); ++e) {
    const Entity& entity = notes_.entities[e];
    if (!entity.named || entity.type == EntityType::Other || entity.type == EntityType::Document) continue;
    const bool organisation = entity.type == EntityType::Organisation;
    index(entity.name, EntityId(e), organisation);
    for (const std::string& alias : entity.aliases) index(alias, EntityId(e), organisation);
    if (entity.type != EntityType::Place) index(entity.role, EntityId(e), true);
  }
}

/// What stands before a name says what it is: "die Reederei Nordlicht", "das Magazin <<Spiegelei>>".
void Sources::index_titles() {
  for (const annotate::Mention& mention : notes_.mentions) {
    if (!mention.entity.valid() || mention.form != annotate::MentionForm::Name || mention.tokens.empty()) continue;
    const Entity& entity = notes_.entities[mention.entity.index()];
    if (!entity.named || entity.type == EntityType::Place) continue;
    std::uint32_t i = mention.tokens.begin;
    if (i > 0 && context_.token(i).text.begin == mention.text.begin) --i;  // the name opens the phrase
    if (i > 0 && context_.token(i).word_class == WordClass::Punct) --i;    // its quotation mark
    for (; context_.token(i).text.end <= mention.text.begin; ++i) {
      if (context_.is_noun(i)) index(context_.lemma(i), mention.entity, true);
    }
  }
}

/// "die Werft, die nach eigenen Angaben ...": whom a relative pronoun refers to, if a name stands before its comma.
EntityId Sources::antecedent(TextRange pronoun) const {
  const auto& tokens = notes_.tokens;
  const auto at = std::partition_point(tokens.begin(), tokens.end(),
                                       [&](const annotate::Token& t) { return t.text.end <= pronoun.begin; });
  const auto index = static_cast<std::uint32_t>(at - tokens.begin());
  if (index < 2 || at == tokens.end() || at->text.end < pronoun.end || context_.written(index - 1) != ",") return {};
  const std::string word = context_.lower(index);
  if (word != "der" && word != "die" && word != "das") return {};
  const std::uint32_t comma = context_.token(index - 1).text.begin;
  auto mention = std::partition_point(notes_.mentions.begin(), notes_.mentions.end(),
                                      [&](const annotate::Mention& m) { return m.text.begin < comma; });
  for (int back = 0; back < 4 && mention != notes_.mentions.begin(); ++back) {
    --mention;
    if (mention->text.end == comma && mention->entity.valid()) return mention->entity;
  }
  return {};
}

EntityId Sources::of(TextRange phrase) {
  if (const EntityId entity = antecedent(phrase); entity.valid()) return entity;
  return behind(read(phrase));
}

EntityId Sources::of_subject(TextRange phrase) {
  const Description described = read(phrase);
  const bool speaks = described.own_voice || language_.name_lexicon.role(described.written) ||
                      language_.body_nouns.find(described.written);
  return speaks ? behind(described) : EntityId();
}

EntityId Sources::behind(const Description& described) {
  if (described.own_voice) return issuer_;
  if (described.head.empty() || described.earlier_words) return {};
  if (described.definite) {
    if (const EntityId entity = taken_up(described); entity.valid()) return entity;
    if (!described.complemented) {
      if (const EntityId entity = named(described.head); entity.valid()) return entity;
      if (is_part_of_issuer(described.written)) return issuer_;
    }
  }
  return add(described);
}

void Sources::resolve(std::vector<Statement>& statements) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    Speaker& speaker = statements[i].speaker;
    if (statements[i].kind == StatementKind::Author) continue;
    if (!speaker.entity.valid() && !speaker.span.empty() && read(speaker.span).earlier_words) {
      const bool close =
          i > 0 && statements[i - 1].sentence.value + kSpeaksForSentences >= statements[i].sentence.value;
      if (close) speaker.entity = statements[i - 1].speaker.entity;
    } else if (!speaker.entity.valid() && !speaker.span.empty()) {
      const bool compound = slice(report_.text, speaker.span) != speaker.text;  // "nach Gewerkschaftsangaben"
      speaker.entity = compound ? behind(bare(speaker.text)) : of(speaker.span);
    }
    if (speaker.entity.valid()) set_side(statements, i);
  }
}

Description Sources::read(TextRange phrase) const {
  const auto& tokens = notes_.tokens;
  Description d;
  auto first = static_cast<std::uint32_t>(
      std::partition_point(tokens.begin(), tokens.end(),
                           [&](const annotate::Token& t) { return t.text.end <= phrase.begin; }) -
      tokens.begin());
  std::uint32_t end = first;
  while (end < tokens.size() && tokens[end].text.begin < phrase.end) ++end;
  if (end == first) return d;
  const std::string opening = context_.lower(first);
  d.own_voice = opening == "wir" || opening == "uns" || opening.starts_with("unser");
  const bool amount = opening[0] >= '0' && opening[0] <= '9';
  if (d.own_voice || amount || context_.token(first).word_class == WordClass::Adp) return d;
  const PhraseWord kind = language_.noun_phrase_words.find(context_.written(first));
  d.definite = kind == PhraseWord::Definite || (end == first + 1 && context_.is_noun(first));
  if (is_determiner(kind)) ++first;
  std::uint32_t head = first;
  while (head < end && !context_.is_noun(head)) {
    const WordClass word_class = context_.token(head).word_class;
    if (word_class == WordClass::Propn) break;
    if (word_class == WordClass::Pron || word_class == WordClass::Adv) return d;
    ++head;
  }
  if (head >= end || end - first > kMaxNameTokens) return d;
  if (context_.lower(head).find("-j\u00E4hrig") != std::string::npos) return d;  // "die 71-Jährige" has a name
  d.head = context_.lemma(head);
  d.written = context_.written(head);
  d.complemented = head + 1 < end;
  const bool alone = first == head && !d.complemented;
  const bool article = kind == PhraseWord::Definite;
  const bool plural = context_.token(head).morphology.number == annotate::Number::Plur;
  d.earlier_words = article && alone && plural && context_.is_source_noun(head);
  d.definite = d.definite && !plural;
  d.name = alone && !plural ? nominative(head) : context_.words({first, end});
  return d;
}

std::string Sources::nominative(std::uint32_t token) const {
  const std::string_view form = context_.written(token);
  if (notes_.lemmas.size() == 0) return std::string(form);
  const std::string_view lemma = notes_.lemmas.view(notes_.tokens[token].lemma);
  return lemma.empty() || lemma.size() > form.size() ? std::string(form) : std::string(lemma);
}

/// The only named entity whose name, role or other name holds the noun; none when there are several.
EntityId Sources::named(const std::string& head) {
  if (words_.empty()) {
    index_entities();
    index_titles();
  }
  const auto bucket = words_.find(std::string(key_of(head)));
  if (bucket == words_.end()) return {};
  EntityId found;
  for (const NamedWord& known : bucket->second) {
    const bool fits = known.word == head || (known.compound && is_last_part(known.word, head));
    if (!fits || known.entity == found) continue;
    if (found.valid()) return {};
    found = known.entity;
  }
  return found;
}

/// "eine Mitarbeiterin der Werft ... die Mitarbeiterin", "das Magazin <<Spiegelei>> ... das Magazin": the last one
/// described by this noun or a compound that ends in it; one with a complement only by the same words.
EntityId Sources::taken_up(const Description& described) const {
  const std::size_t from = described_.size() > kMaxBack ? described_.size() - kMaxBack : 0;
  for (std::size_t i = described_.size(); i-- > from;) {
    const auto& [head, entity] = described_[i];
    const bool same = described.complemented ? notes_.entities[entity.index()].name == described.name
                                             : head == described.head || is_last_part(head, described.head);
    if (same) return entity;
  }
  return {};
}

/// "das Unternehmen", "der Vorstand" in a firm's own publication: a noun for what it is, or for one of its organs.
bool Sources::is_part_of_issuer(std::string_view noun) const {
  if (!issuer_.valid()) return false;
  const auto body = language_.body_nouns.find(noun);
  return body && !body->speaks && (body->body.empty() || body->body == "company");
}

EntityId Sources::add(const Description& described) {
  Entity entity;
  entity.name = described.name;
  entity.named = false;
  if (const auto role = language_.name_lexicon.role(described.written)) {
    entity.role = std::string(described.written);
    entity.type = role->plural ? EntityType::Group : EntityType::Person;
  } else if (language_.body_nouns.find(described.written)) {
    entity.type = EntityType::Organisation;
  } else if ((language_.cues.clause_word(lowered(described.written)) & lang::kSourceNoun) != 0) {
    entity.type = EntityType::Document;
  }
  notes_.entities.push_back(std::move(entity));
  const EntityId id(notes_.entities.size() - 1);
  described_.emplace_back(described.head, id);
  return id;
}

/// "eine Sprecherin", behind what the works said: she speaks for the works.
void Sources::set_side(const std::vector<Statement>& statements, std::size_t statement) {
  Entity& entity = notes_.entities[statements[statement].speaker.entity.index()];
  if (entity.named || entity.acts_for.valid() || !context_.is_spokesperson(entity.role)) return;
  const std::uint32_t sentence = statements[statement].sentence.value;
  for (std::size_t i = statement; i-- > 0;) {
    if (statements[i].sentence.value + kSpeaksForSentences < sentence) return;
    const EntityId before = statements[i].speaker.entity;
    if (!before.valid()) continue;
    const EntityType type = notes_.entities[before.index()].type;
    if (type != EntityType::Organisation && type != EntityType::Other) continue;
    entity.acts_for = before;
    return;
  }
}

}  // namespace ql::claims
