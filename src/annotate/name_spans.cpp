// SPDX-License-Identifier: Apache-2.0
// Names of one report: the tagger labels each sentence (those that a stray break cuts are one), the lexicon adds what
// it knows for sure (states, their people, first parts of compounds), the report decides doubtful cases: a family name
// that stands once with its first name is a person everywhere. Linear. Tested by names_test.cpp.
#include "annotate/name_spans.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "annotate/known_words.h"
#include "annotate/name_bodies.h"
#include "annotate/name_capitals.h"
#include "annotate/name_keys.h"
#include "annotate/name_tagger.h"
#include "base/utf8.h"

namespace ql::annotate {
namespace {

constexpr std::array kTypes = {EntityType::Person, EntityType::Place, EntityType::Organisation, EntityType::Other};
/// Votes of a sign that beats what the tagger says.
constexpr int kSure = 10;

class SpanFinder {
 public:
  SpanFinder(const clean::Report& report, const lang::Language& language, const NameReading& reading,
             const Annotations& notes)
      : text_(report.text), language_(language), notes_(notes), reading_(reading) {}

  std::vector<NameSpan> run() {
    for (const Sentence& sentence : notes_.sentences) tag(sentence.tokens);
    add_bodies();
    settle_types();
    add_report_names();
    return std::move(spans_);
  }

 private:
  std::string_view word(std::size_t token) const { return slice(text_, notes_.tokens[token].text); }
  void tag(TokenRange tokens);
  void add_tagged(TokenRange tokens, std::span<const std::uint8_t> labels);
  void add_name(std::size_t first, std::size_t last, EntityType type);
  void settle_known(NameSpan& span) const;
  bool is_free(std::size_t token) const;
  bool is_body_before(std::size_t token, bool family) const;
  WordInQuestion question(std::size_t token, std::size_t label) const;
  void settle_types();
  bool is_named_body(const NameSpan& span) const;
  void add_report_names();
  void add_bodies();
  void add_body(TokenRange tokens);
  void find_acronyms();
  void add_capitals(TokenRange tokens);
  void add_family_name(std::size_t token);
  bool add_known_part(std::size_t token);
  bool add_role_bearer(std::size_t token);
  void mark_taken();
  void collect_families();

  std::string_view text_;
  const lang::Language& language_;
  const Annotations& notes_;
  const NameReading& reading_;
  std::vector<const WordInfo*> rewritten_;
  std::vector<NameSpan> spans_;
  std::vector<TokenRange> capitals_;  ///< Sentences in capitals.
  std::vector<bool> taken_;           ///< Tokens of spans.
  std::set<std::string, std::less<>> families_, acronyms_, bodies_;
  std::map<std::string, EntityType, std::less<>> lone_names_;  ///< Names of one word.
};

void SpanFinder::tag(TokenRange tokens) {
  if (!is_in_capitals(text_, notes_, tokens)) {
    add_tagged(tokens, reading_.tagger.tag(reading_.words.part(tokens.begin, tokens.end)));
    return;
  }
  capitals_.push_back(tokens);
  rewritten_.clear();
  for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
    const std::string form = small_form(word(i), language_);
    rewritten_.push_back(&reading_.cache.find(form, starts_upper(form)));
  }
  add_tagged(tokens, reading_.tagger.tag(rewritten_));
}

void SpanFinder::add_tagged(TokenRange tokens, std::span<const std::uint8_t> labels) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t label = labels[i];
    if (label == lang::kOutsideLabel || label >= lang::kDerivedLabel) {
      const WordInfo& form = reading_.words[tokens.begin + i];
      if (auto span = known_word(form, question(tokens.begin + i, label), language_))
        spans_.push_back(std::move(*span));
      continue;
    }
    if (lang::name_opens(label)) first = i;
    if (lang::name_closed(label)) add_name(tokens.begin + first, tokens.begin + i, kTypes[(label - 1) / 4]);
  }
}

/// The lexicon's entry of a name, if its kind fits; a state or capital that nobody is called is a place.
void SpanFinder::settle_known(NameSpan& span) const {
  const std::string_view name = slice(text_, span.text);
  span.known = language_.name_lexicon.name(name);
  if (span.known == lang::kNoName) return;
  constexpr std::uint32_t kPersonName =
      lang::kListedSurname | lang::kMaleName | lang::kFemaleName | lang::kFirstName | lang::kSurname;
  const lang::KnownKind kind = language_.name_lexicon.known(span.known).kind;
  const bool place = kind == lang::KnownKind::State || kind == lang::KnownKind::Capital;
  const bool person_name = (language_.gazetteer.flags(lang::hash_word(name)) & kPersonName) != 0;
  const bool fits = span.type == EntityType::Place || span.type == EntityType::Organisation || (place && !person_name);
  if (!fits) span.known = lang::kNoName;
  if (fits && (kind == lang::KnownKind::State || (place && span.type == EntityType::Person))) {
    span.type = EntityType::Place;
  }
}

void SpanFinder::add_name(std::size_t first, std::size_t last, EntityType type) {
  while (type == EntityType::Person && first < last && is_role_only(reading_.words[first], language_)) ++first;
  if (first == last) {
    if (auto part = known_part(question(first, lang::kOutsideLabel), language_)) {
      spans_.push_back(std::move(*part));
      return;
    }
  }
  // "das Rollo": nobody has a neuter article.
  if (type == EntityType::Person && first == last && first > 0 &&
      (word(first - 1) == "das" || word(first - 1) == "Das"))
    return;
  const auto before = first > 0 ? phrase_word(reading_.words[first - 1], language_) : lang::PhraseWord::None;
  if (before == lang::PhraseWord::PlaceStart && is_free(first - 1)) {
    --first;  // "Sankt Leonhard"
    type = EntityType::Place;
  }
  const bool family = type == EntityType::Person && first == last && without_genitive(word(first)).empty();
  if ((type == EntityType::Place || family) && first > 0 && is_body_before(first - 1, family)) {
    --first;  // "Wasserverband Nordheide", "Ingenieurbuero Vogt": the name is part of the body's name
    type = EntityType::Organisation;
  }
  NameSpan span;
  span.tokens = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
  span.text = notes_.tokens[first].text.hull(notes_.tokens[last].text);
  span.type = type;
  settle_known(span);
  spans_.push_back(span);
}

/// No span holds this token, which lies before the one being added.
bool SpanFinder::is_free(std::size_t token) const {
  if (!taken_.empty()) return !taken_[token];
  return spans_.empty() || spans_.back().tokens.end <= token;
}

/// A compound for a body directly before a place, any proper noun for one before a family name (Reederei Vogt).
bool SpanFinder::is_body_before(std::size_t token, bool family) const {
  if (!notes_.tokens[token].capitalised || notes_.tokens[token + 1].text.begin == notes_.tokens[token].text.end)
    return false;
  const auto noun = body_noun_of(reading_.words[token], language_);
  return noun && (noun->modifier_bytes > 0 || family || noun->speaks) && noun->proper && is_free(token);
}

WordInQuestion SpanFinder::question(std::size_t token, std::size_t label) const {
  const Token& entry = notes_.tokens[token];
  return {word(token),
          entry.text,
          static_cast<std::uint32_t>(token),
          entry.capitalised,
          label == lang::kDerivedLabel,
          label == lang::kCompoundLabel};
}

/// "der Maschinenbauer Brandauer": the noun before the name says what it is, unless the name is a genitive.
bool SpanFinder::is_named_body(const NameSpan& span) const {
  const std::size_t first = span.tokens.begin;
  if (first == 0 || !notes_.tokens[first - 1].capitalised) return false;
  if (notes_.tokens[first - 1].text.end == span.text.begin) return false;
  const auto noun = body_noun_of(reading_.words[first - 1], language_);
  if (!noun || noun->body.empty() || (span.type == EntityType::Place && noun->proper)) return false;
  // A Maschinenbauer is no Bauer; a Haendler may be a person, an Onlinehaendler with one name is a firm.
  const auto role = role_of(reading_.words[first - 1], language_);
  const bool alike = role && role->noun.size() == noun->noun.size();
  if (role && role->noun.size() > noun->noun.size()) return false;
  if (alike && (noun->modifier_bytes == 0 || span.tokens.size() > 1)) return false;
  const std::string_view stem = without_genitive(word(span.tokens.end - 1));
  return stem.empty() || language_.gazetteer.flags(lang::hash_word(stem)) == 0;
}

/// One word, one type: the type that most of its mentions have.
void SpanFinder::settle_types() {
  std::map<std::string, std::array<int, kTypes.size()>> votes;
  const auto key_of = [&](const NameSpan& span) {
    const std::string_view name = slice(text_, span.text);
    const std::string_view stem = without_genitive(name);
    return fold_name(stem.empty() ? name : stem);
  };
  const auto index_of = [](EntityType type) {
    return static_cast<std::size_t>(std::find(kTypes.begin(), kTypes.end(), type) - kTypes.begin());
  };
  for (const NameSpan& span : spans_) {
    if (span.form != MentionForm::Name) continue;
    ++votes[key_of(span)][index_of(span.type)];
    if (is_named_body(span)) votes[key_of(span)][index_of(EntityType::Organisation)] += kSure;
    if (span.tokens.size() < 2) continue;
    if (span.type == EntityType::Person) {
      const std::string_view family = word(span.tokens.end - 1);
      const std::string_view stem = without_genitive(family);
      // "Ulla von Rehden": "von Rehden" alone looks like a place.
      const bool particle = !notes_.tokens[span.tokens.end - 2].capitalised;
      votes[fold_name(stem.empty() ? family : stem)][index_of(EntityType::Person)] += particle ? kSure : 2;
    }
    if (span.type == EntityType::Organisation)
      votes[first_of_firm(slice(text_, span.text))][index_of(span.type)] += kSure;
  }
  for (NameSpan& span : spans_) {
    const bool named = span.form == MentionForm::Name || span.form == MentionForm::Part;
    if (!named || span.known != lang::kNoName) continue;
    const auto& counts = votes[key_of(span)];
    const auto best = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    if (counts[best] <= counts[index_of(span.type)]) continue;
    span.type = kTypes[best];
    if (span.form == MentionForm::Name) settle_known(span);
  }
}

void SpanFinder::mark_taken() {
  taken_.assign(notes_.tokens.size(), false);
  for (const NameSpan& span : spans_) {
    for (std::size_t i = span.tokens.begin; i < span.tokens.end; ++i) taken_[i] = true;
  }
}

/// Words by which the report may name again whom it named before.
void SpanFinder::collect_families() {
  for (const NameSpan& span : spans_) {
    const bool firm = span.type == EntityType::Organisation && span.known == lang::kNoName;
    if (firm && span.form == MentionForm::Part) bodies_.emplace(slice(text_, span.text));
    if (span.form != MentionForm::Name) continue;
    const std::string_view last = word(span.tokens.end - 1);
    if (span.type == EntityType::Person && span.tokens.size() > 1) {
      families_.emplace(last);
      if (const auto stem = without_genitive(last); !stem.empty()) families_.emplace(stem);
      lone_names_.emplace(last, EntityType::Person);
    }
    if (span.type == EntityType::Organisation && span.tokens.size() == 1) lone_names_[std::string(last)] = span.type;
  }
}

/// A body's name in place of the spans inside it; a span that reaches beyond it is left alone.
void SpanFinder::add_body(TokenRange tokens) {
  const auto overlaps = [&](const NameSpan& span) {
    return span.tokens.begin < tokens.end && tokens.begin < span.tokens.end;
  };
  const auto first = std::find_if(spans_.begin(), spans_.end(), overlaps);
  const auto last = std::find_if_not(first, spans_.end(), overlaps);
  for (auto span = first; span != last; ++span) {
    if (span->tokens.begin < tokens.begin || span->tokens.end > tokens.end || span->tokens == tokens) return;
  }
  NameSpan body;
  body.tokens = tokens;
  body.text = notes_.tokens[tokens.begin].text.hull(notes_.tokens[tokens.end - 1].text);
  body.type = EntityType::Organisation;
  const auto at = spans_.erase(first, last);
  const auto place =
      std::find_if(at, spans_.end(), [&](const NameSpan& span) { return span.text.begin > body.text.begin; });
  spans_.insert(place, body);
}

/// Bodies that are known by the build of their names: see name_bodies.h.
void SpanFinder::add_bodies() {
  const BodyText view{text_, language_, notes_};
  for (std::size_t i = 0; i < notes_.tokens.size(); ++i) {
    const Token& token = notes_.tokens[i];
    if (i > 0 && i + 2 < notes_.tokens.size() && word(i) == "(" && word(i + 2) == ")" &&
        looks_like_acronym(word(i + 1))) {
      if (const auto body = body_before_bracket(view, i)) {
        add_body(*body);
        acronyms_.emplace(word(i + 1));
        lone_names_[std::string(word(i + 1))] = EntityType::Organisation;
      }
    }
    if (!token.capitalised) continue;
    auto body = body_with_matter(view, i);
    if (!body) body = body_with_place(view, i);
    if (body) add_body(*body);
    if (i == 0 || !looks_like_acronym(word(i)) || word(i).size() < 3) continue;
    const auto noun = body_noun_of(reading_.words[i - 1], language_);
    if (noun && !noun->body.empty() && notes_.tokens[i - 1].capitalised)
      add_body({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)});
  }
}

/// "Gewerkschaft der Kraftfahrer (GdK)": the acronym is a name, here and wherever it stands.
void SpanFinder::find_acronyms() {
  const std::size_t size = spans_.size();
  for (std::size_t s = 0; s < size; ++s) {
    const std::size_t open = spans_[s].tokens.end;
    const bool brackets = open + 2 < notes_.tokens.size() && word(open) == "(" && word(open + 2) == ")";
    const bool name = spans_[s].form == MentionForm::Name && spans_[s].type != EntityType::Person;
    if (!brackets || !name || !abbreviates(word(open + 1), slice(text_, spans_[s].text))) continue;
    spans_[s].type = EntityType::Organisation;
    acronyms_.emplace(word(open + 1));
    lone_names_[std::string(word(open + 1))] = EntityType::Organisation;
  }
  for (NameSpan& span : spans_) {
    if (span.form == MentionForm::Name && acronyms_.contains(slice(text_, span.text)))
      span.type = EntityType::Organisation;
  }
}

/// A family name, where the tagger passed over it.
void SpanFinder::add_family_name(std::size_t token) {
  const std::string_view stem = without_genitive(word(token));
  if (!families_.contains(word(token)) && (stem.empty() || !families_.contains(stem))) return;
  const bool common = (language_.gazetteer.flags(lang::hash_word(word(token))) & lang::kCommonNoun) != 0;  // Koch
  const auto previous = token > 0 ? phrase_word(reading_.words[token - 1], language_) : lang::PhraseWord::None;
  const bool article = is_determiner(previous) || previous == lang::PhraseWord::Contraction;
  if (!common || !article) add_name(token, token, EntityType::Person);
}

/// "Geschaeftsfuehrerin Keller": a family name that is also a noun, directly behind the role of one person.
bool SpanFinder::add_role_bearer(std::size_t token) {
  if (token == 0 || !notes_.tokens[token].space_before || !notes_.tokens[token - 1].capitalised) return false;
  constexpr std::uint32_t kFamily = lang::kListedSurname | lang::kSurname;
  const bool family = (language_.gazetteer.flags(lang::hash_word(word(token))) & kFamily) != 0;
  const auto role = family ? role_of(reading_.words[token - 1], language_) : std::nullopt;
  const bool before_name = token + 1 < taken_.size() && taken_[token + 1];  // "der Vorsitzende Richter Karl Roth"
  if (!role || role->plural || before_name || role_of(reading_.words[token], language_)) return false;
  add_name(token, token, EntityType::Person);
  return true;
}

/// "Brandauer-Chefin": the first part of a compound is a name of this report.
bool SpanFinder::add_known_part(std::size_t token) {
  const std::string_view form = word(token);
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 3 >= form.size()) return false;
  if (form[hyphen + 1] < 'A' || (form[hyphen + 1] > 'Z' && form[hyphen + 1] < '\x7f')) return false;
  const auto known = lone_names_.find(form.substr(0, hyphen));
  if (known == lone_names_.end()) return false;
  NameSpan span;
  span.tokens = {static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(token + 1)};
  span.text = {notes_.tokens[token].text.begin, notes_.tokens[token].text.begin + static_cast<std::uint32_t>(hyphen)};
  span.type = known->second;
  span.form = MentionForm::Part;
  spans_.push_back(span);
  return true;
}

/// A line in capitals names what the report names in small letters.
void SpanFinder::add_capitals(TokenRange tokens) {
  constexpr std::size_t kLongest = 6;
  std::map<std::string, EntityType> names;
  for (const NameSpan& span : spans_) {
    const bool inside = span.tokens.begin >= tokens.begin && span.tokens.end <= tokens.end;
    if (span.form == MentionForm::Name && !inside) names.emplace(fold_name(slice(text_, span.text)), span.type);
  }
  for (std::size_t first = tokens.begin; first < tokens.end; ++first) {
    for (std::size_t last = std::min<std::size_t>(first + kLongest, tokens.end); last-- > first;) {
      const auto found = names.find(fold_name(slice(text_, notes_.tokens[first].text.hull(notes_.tokens[last].text))));
      const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(first);
      const auto end = taken_.begin() + static_cast<std::ptrdiff_t>(last) + 1;
      if (found == names.end() || std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      add_name(first, last, found->second);
      break;
    }
  }
}

/// What the tagger passed over, but the report names elsewhere.
void SpanFinder::add_report_names() {
  find_acronyms();
  collect_families();
  mark_taken();
  const std::size_t before = spans_.size();
  for (const TokenRange& sentence : capitals_) add_capitals(sentence);
  for (std::size_t i = 0; i < notes_.tokens.size(); ++i) {
    const bool may_name = notes_.tokens[i].capitalised || word(i).find('-') != std::string_view::npos;  // al-Harbi
    if (taken_[i] || !may_name) continue;
    if (acronyms_.contains(word(i)) || bodies_.contains(word(i))) {
      add_name(i, i, EntityType::Organisation);
    } else if (!add_known_part(i) && !add_role_bearer(i)) {
      add_family_name(i);
    }
  }
  if (spans_.size() > before) {
    std::stable_sort(spans_.begin(), spans_.end(),
                     [](const NameSpan& a, const NameSpan& b) { return a.text.begin < b.text.begin; });
  }
}

}  // namespace

std::vector<NameSpan> find_name_spans(const clean::Report& report, const lang::Language& language,
                                      const NameReading& reading, const Annotations& notes) {
  return SpanFinder(report, language, reading, notes).run();
}

}  // namespace ql::annotate
