// SPDX-License-Identifier: Apache-2.0
// One word at a time: the lexicon first, then the name lists as far as the tagger's label or the form of the word
// allows. Input: a word with its label; output: a span. Cost: a few look-ups. Tested by names_test.cpp.
#include "annotate/known_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

using lang::KnownKind;

NameSpan span_of(const WordInQuestion& word) {
  NameSpan span;
  span.tokens = {word.token, word.token + 1};
  span.text = word.text;
  span.type = EntityType::Place;
  return span;
}

bool has_lower(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool upper_at(std::string_view form, std::size_t at) {
  return at < form.size() && ((form[at] >= 'A' && form[at] <= 'Z') || static_cast<unsigned char>(form[at]) == 0xC3);
}

/// The town that a form in -er belongs to: Moorburger, Bremer, Muenchner. Only well-known towns without a label.
std::string town_of(std::string_view form, bool derived, const lang::Gazetteer& gazetteer) {
  const std::uint32_t towns = lang::kCity | lang::kKnownPlace | (derived ? lang::kTown | lang::kPlace : 0U);
  for (const std::string_view ending : {"erinnen", "erin", "ern", "ers", "er"}) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    for (const char* rest : {"", "en", "e"}) {
      if ((gazetteer.flags(lang::hash_word(stem + rest)) & towns) != 0) return stem + rest;
    }
    if (!stem.ends_with("n")) return {};
    const std::string short_stem = stem.substr(0, stem.size() - 1) + "en";
    return (gazetteer.flags(lang::hash_word(short_stem)) & towns) != 0 ? short_stem : std::string();
  }
  return {};
}

/// "deutsch-israelische": the last part says it.
std::uint32_t adjective(std::string_view form, const lang::NameLexicon& lexicon) {
  const std::uint32_t whole = lexicon.adjective(form);
  const std::size_t hyphen = form.rfind('-');
  if (whole != lang::kNoName || hyphen == std::string_view::npos || form.ends_with("-")) return whole;
  return lexicon.adjective(form.substr(hyphen + 1));
}

std::optional<NameSpan> known_name(const WordInQuestion& word, std::uint32_t known, const lang::NameLexicon& lexicon) {
  const KnownKind kind = lexicon.known(known).kind;
  const bool acronym = word.form.size() > 1 && !has_lower(word.form);
  const std::size_t hyphen = word.form.find('-');
  const bool hyphened = hyphen != std::string_view::npos && upper_at(word.form, hyphen + 1);  // EU-Kommission
  if (kind == KnownKind::Institution && !acronym && !hyphened) return std::nullopt;
  NameSpan span = span_of(word);
  span.known = known;
  if (kind == KnownKind::Institution || kind == KnownKind::Seat) span.type = EntityType::Organisation;
  return span;
}

/// "Halvorsen-Konzern", "Quantis-Chef": a word that German does not know, before a noun for a firm or an office in one.
bool names_body(std::string_view part, std::string_view noun, const lang::Language& language) {
  constexpr std::size_t kShortest = 5;
  if (part.size() < kShortest || !has_lower(part) || !upper_at(part, 0)) return false;
  const auto body = language.body_nouns.find(noun);
  const auto role = language.name_lexicon.role(noun);
  const bool firm = body && body->body == "company" && body->modifier_bytes == 0;
  const bool office = role && (role->kind == lang::RoleKind::Office || role->kind == lang::RoleKind::Speaks);
  if ((!firm && !office) || (language.gazetteer.flags(lang::hash_word(part)) & lang::kCommonNoun) != 0) return false;
  const auto known = [&](std::string_view word) {
    return !language.forms.find(word).empty() || !language.forms.find(to_lower_utf8(word)).empty();
  };
  return !known(part) && (!part.ends_with('s') || !known(part.substr(0, part.size() - 1)));  // Interims-Chef
}

/// The first part of a compound that the lexicon lacks: what the tagger labels so, acronyms, names of firms.
std::optional<NameSpan> likely_part(const WordInQuestion& word, const lang::Language& language) {
  const std::size_t hyphen = word.form.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || !upper_at(word.form, hyphen + 1)) return std::nullopt;
  const std::string_view part = word.form.substr(0, hyphen);
  const bool acronym =
      part.size() <= 6 && std::all_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (language.name_lexicon.plain_acronym(part)) return std::nullopt;
  const bool firm = !word.compound && !acronym && names_body(part, word.form.substr(hyphen + 1), language);
  if (!word.compound && !acronym && !firm) return std::nullopt;
  NameSpan span = span_of(word);
  span.text.end = span.text.begin + static_cast<std::uint32_t>(hyphen);
  const std::uint32_t places = lang::kCity | lang::kKnownPlace | lang::kCountry | lang::kRegion;
  const bool place = !acronym && !firm && (language.gazetteer.flags(lang::hash_word(part)) & places) != 0;
  if (!place) span.type = EntityType::Organisation;
  span.form = MentionForm::Part;
  return span;
}

}  // namespace

std::optional<NameSpan> known_word(const WordInQuestion& word, const lang::Language& language) {
  const lang::NameLexicon& lexicon = language.name_lexicon;
  NameSpan span = span_of(word);
  if (span.known = adjective(word.form, lexicon); span.known != lang::kNoName) {
    span.form = MentionForm::Adjective;
    return span;
  }
  if (!word.capitalised) {
    if (!word.derived) return std::nullopt;
    span.form = MentionForm::Adjective;  // of a place that nobody lists
    return span;
  }
  if (span.known = lexicon.people(word.form); span.known != lang::kNoName) {
    span.form = MentionForm::Demonym;
    return span;
  }
  if (const std::uint32_t known = lexicon.name(word.form); known != lang::kNoName)
    return known_name(word, known, lexicon);
  if (auto part = known_part(word, language)) return part;
  if (auto part = likely_part(word, language)) return part;
  const bool noun = (language.gazetteer.flags(lang::hash_word(word.form)) & lang::kCommonNoun) != 0;
  if (word.derived || !noun) span.base = town_of(word.form, word.derived, language.gazetteer);
  if (span.base.empty() && !word.derived) return std::nullopt;
  span.form = MentionForm::Adjective;
  span.known = span.base.empty() ? lang::kNoName : lexicon.name(span.base);
  return span;
}

std::optional<NameSpan> known_word(const WordInfo& form, const WordInQuestion& word, const lang::Language& language) {
  NameWord& kept = name_word(form, language);
  const bool plain = !word.derived && !word.compound;
  if (plain && kept.known == Asked::Nothing) return std::nullopt;
  auto span = known_word(word, language);
  if (plain) kept.known = span ? Asked::Something : Asked::Nothing;
  return span;
}

std::optional<NameSpan> known_part(const WordInQuestion& word, const lang::Language& language) {
  const std::size_t hyphen = word.form.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 2 >= word.form.size()) return std::nullopt;
  if (language.name_lexicon.name(word.form) != lang::kNoName) return std::nullopt;
  NameSpan span = span_of(word);
  span.known = language.name_lexicon.name(word.form.substr(0, hyphen));
  if (span.known == lang::kNoName) return std::nullopt;
  span.text.end = span.text.begin + static_cast<std::uint32_t>(hyphen);
  const KnownKind kind = language.name_lexicon.known(span.known).kind;
  const bool place = kind == KnownKind::State || kind == KnownKind::Capital;
  if (!place) span.type = EntityType::Organisation;
  span.form = MentionForm::Part;
  return span;
}

}  // namespace ql::annotate
