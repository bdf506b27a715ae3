// SPDX-License-Identifier: Apache-2.0
// Compiles the name lexicons: each row becomes all its inflected forms in hash tables, so that a look-up at run time is
// one probe and no rule. Input: TSV files; output: tables. Cost: a few thousand insertions at start-up.
// Tested by name_lexicon_test.cpp.
#include "lang/name_lexicon.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::size_t kShortestRole = 3;

std::string capitalised(std::string_view word) {
  if (word.empty()) return {};
  const CodePoint first = decode_utf8(word, 0);
  // The lexicons' initial letters are ASCII or Latin-1, where upper case is 32 below.
  const bool lower = (first.value >= U'a' && first.value <= U'z') || (first.value >= 0xE0 && first.value <= 0xFE);
  std::string out;
  append_utf8(out, lower ? first.value - 32 : first.value);
  out += word.substr(first.size_bytes);
  return out;
}

void add_all(ViewIndex& index, std::string_view stem, std::initializer_list<std::string_view> endings,
             std::uint32_t value) {
  for (const std::string_view ending : endings) {
    index.emplace(std::string(stem) + std::string(ending), value);
  }
}

void add_adjective(ViewIndex& index, std::string_view stem, std::uint32_t value) {
  for (const std::string& form : {std::string(stem), capitalised(stem)}) {
    add_all(index, form, {"", "e", "er", "en", "em", "es"}, value);
  }
}

void add_people(ViewIndex& index, std::string_view noun, std::uint32_t value) {
  if (noun.ends_with("in")) {
    add_all(index, noun, {"", "nen"}, value);
  } else if (noun.ends_with("e")) {
    add_all(index, noun, {"", "n"}, value);
    add_all(index, noun.substr(0, noun.size() - 1), {"in", "innen"}, value);
  } else if (noun.ends_with("er")) {
    add_all(index, noun, {"", "s", "n", "in", "innen"}, value);
  } else if (noun.ends_with("i")) {
    add_all(index, noun, {"", "s", "n", "nnen"}, value);
  } else {
    add_all(index, noun, {"", "n", "en", "in", "innen"}, value);
  }
}

RoleKind role_kind(std::string_view name) {
  constexpr std::array<std::string_view, 7> kKinds = {"office", "speaks", "member", "work", "kin", "title", "person"};
  const auto found = std::find(kKinds.begin(), kKinds.end(), name);
  return static_cast<RoleKind>(found - kKinds.begin());
}

NounGender gender_of(std::string_view name) {
  return name == "f" ? NounGender::Feminine : name == "n" ? NounGender::Neuter : NounGender::Masculine;
}

}  // namespace

NameLexicon::NameLexicon(const std::string& language_code) {
  const std::string folder = "lexicons/" + language_code + "/";
  load_states(folder);
  load_places(folder);
  load_institutions(folder);
  load_roles(folder);
  load_takeups(folder);
}

std::uint32_t NameLexicon::find(const ViewIndex& index, std::string_view form) {
  const auto found = index.find(form);
  return found == index.end() ? kNoName : found->second;
}

void NameLexicon::add_name(std::string_view form, std::uint32_t index) {
  forms_.emplace(form, index);
  const bool sibilant = form.ends_with("s") || form.ends_with("z") || form.ends_with("x");
  forms_.emplace(std::string(form) + (sibilant ? "'" : "s"), index);
  if (sibilant) forms_.emplace(std::string(form) + "\u2019", index);
}

void NameLexicon::load_states(const std::string& folder) {
  const TsvTable table(embedded_file(folder + "states.tsv"), "states.tsv");
  const std::size_t name = table.column("name"), adjective = table.column("adjective"), people = table.column("people");
  const std::size_t capital = table.column("capital"), seats = table.column("seats"),
                    other = table.column("other_names");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto state = static_cast<std::uint32_t>(names_.size());
    names_.push_back({std::string(table.cell(row, name)), KnownKind::State, "", kNoName});
    add_name(table.cell(row, name), state);
    for (const auto form : split(table.cell(row, other), '|')) add_name(form, state);
    for (const auto stem : split(table.cell(row, adjective), '|')) add_adjective(adjectives_, stem, state);
    for (const auto noun : split(table.cell(row, people), '|')) add_people(people_, noun, state);
    const auto add_place = [&](std::string_view form, KnownKind kind) {
      if (forms_.contains(form)) return;
      names_.push_back({std::string(form), kind, "", state});
      add_name(form, static_cast<std::uint32_t>(names_.size() - 1));
    };
    for (const auto forms : split(table.cell(row, capital), '|')) {
      const auto spellings = split(forms, '=');
      for (const auto form : spellings) {
        if (form == spellings[0]) add_place(form, KnownKind::Capital);
        if (form != spellings[0]) add_name(form, this->name(spellings[0]));
      }
    }
    for (const auto form : split(table.cell(row, seats), '|')) add_place(form, KnownKind::Seat);
  }
}

void NameLexicon::load_places(const std::string& folder) {
  const TsvTable table(embedded_file(folder + "place_adjectives.tsv"), "place_adjectives.tsv");
  const std::size_t name = table.column("name"), adjective = table.column("adjective"), people = table.column("people");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    std::uint32_t place = this->name(table.cell(row, name));
    if (place == kNoName) {
      place = static_cast<std::uint32_t>(names_.size());
      names_.push_back({std::string(table.cell(row, name)), KnownKind::State, "", kNoName});
      add_name(table.cell(row, name), place);
    }
    for (const auto stem : split(table.cell(row, adjective), '|')) add_adjective(adjectives_, stem, place);
    for (const auto noun : split(table.cell(row, people), '|')) add_people(people_, noun, place);
  }
  const TsvTable acronyms(embedded_file(folder + "plain_acronyms.tsv"), "plain_acronyms.tsv");
  const std::size_t form = acronyms.column("form");
  for (std::size_t row = 0; row < acronyms.row_count(); ++row) plain_acronyms_.emplace(acronyms.cell(row, form));
}

void NameLexicon::load_institutions(const std::string& folder) {
  const TsvTable table(embedded_file(folder + "institutions.tsv"), "institutions.tsv");
  const std::size_t name = table.column("name"), kind = table.column("kind"), acts_for = table.column("acts_for");
  const std::size_t other = table.column("other_names");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto index = static_cast<std::uint32_t>(names_.size());
    names_.push_back({std::string(table.cell(row, name)), KnownKind::Institution, std::string(table.cell(row, kind)),
                      this->name(table.cell(row, acts_for))});
    add_name(table.cell(row, name), index);
    for (const auto form : split(table.cell(row, other), '|')) add_name(form, index);
  }
}

void NameLexicon::add_role_form(const std::string& form, RoleShape shape) {
  const std::string lower = to_lower_utf8(form);
  longest_role_ = std::max(longest_role_, lower.size());
  const auto [at, added] = role_forms_.emplace(lower, shape);
  if (!added && at->second.gender != shape.gender) {
    at->second.gender = NounGender::Unknown;
  }
}

void NameLexicon::add_role(std::string_view noun, NounGender gender, std::string_view declension, std::uint32_t entry) {
  const std::string base(noun);
  const RoleShape shape{entry, gender, false};
  if (declension == "adjective") {
    const std::string stem = base.ends_with("r") ? base.substr(0, base.size() - 1) : base;
    add_role_form(stem + "r", {entry, NounGender::Unknown, false});
    for (const char* ending : {"", "n", "m", "s"}) add_role_form(stem + ending, {entry, NounGender::Unknown, false});
    return;
  }
  add_role_form(base, shape);
  if (gender == NounGender::Feminine) {
    if (base.ends_with("in")) add_role_form(base + "nen", {entry, gender, true});
    return;
  }
  if (declension == "weak") {
    for (const char* ending : {"n", "en"}) add_role_form(base + ending, shape);
  } else {
    for (const char* ending : {"s", "es", "n", "e", "en"}) add_role_form(base + ending, shape);
  }
}

void NameLexicon::load_roles(const std::string& folder) {
  const TsvTable table(embedded_file(folder + "roles.tsv"), "roles.tsv");
  const std::size_t noun = table.column("noun"), kind = table.column("kind"), gender = table.column("gender");
  const std::size_t feminine = table.column("feminine"), declension = table.column("declension");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto entry = static_cast<std::uint32_t>(role_entries_.size());
    role_entries_.push_back({to_lower_utf8(table.cell(row, noun)), role_kind(table.cell(row, kind))});
    add_role(table.cell(row, noun), gender_of(table.cell(row, gender)), table.cell(row, declension), entry);
    if (!table.cell(row, feminine).empty() && table.cell(row, declension) != "adjective") {
      add_role(table.cell(row, feminine), NounGender::Feminine, "strong", entry);
    }
  }
}

void NameLexicon::load_takeups(const std::string& folder) {
  const TsvTable table(embedded_file(folder + "role_takeups.tsv"), "role_takeups.tsv");
  const std::size_t noun = table.column("noun"), others = table.column("taken_up_by");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const std::string stated = to_lower_utf8(table.cell(row, noun)) + ' ';
    for (const auto other : split(table.cell(row, others), '|')) takeups_.insert(stated + to_lower_utf8(other));
  }
}

bool NameLexicon::takes_up(std::string_view stated, std::string_view described) const {
  const auto of_stated = role(stated), of_described = role(described);
  if (!of_described) return false;
  const std::string described_noun(of_described->noun);
  const std::string_view modifier = described.substr(0, of_described->modifier_bytes);
  if (stated == "*" || stated == "?" || stated == "!")
    return takeups_.contains(std::string(stated) + ' ' + described_noun);
  if (!of_stated) return false;
  // "der SPD-Politiker" takes up whom "der Politiker" does.
  const bool party = modifier.ends_with('-') && described_noun == "politiker";
  const std::string to = ' ' + std::string(party ? "" : modifier) + described_noun;
  const std::string noun(of_stated->noun);
  return takeups_.contains(noun + to) ||
         takeups_.contains(std::string(stated.substr(0, of_stated->modifier_bytes)) + noun + to);
}

std::optional<RoleForm> NameLexicon::role(std::string_view word) const {
  if (word.size() < kShortestRole) return std::nullopt;
  const std::string lower = to_lower_utf8(word);
  const std::size_t first = lower.size() > longest_role_ ? lower.size() - longest_role_ : 0;
  for (std::size_t begin = first; begin + kShortestRole <= lower.size(); ++begin) {
    const auto found = role_forms_.find(std::string_view(lower).substr(begin));
    if (found == role_forms_.end() || (begin > 0 && begin < kShortestRole - 1)) continue;
    const bool short_noun = lower.size() - begin < 5 && begin > 0 && lower[begin - 1] != '-';
    const RoleShape& shape = found->second;
    // A short noun inside a word may be an accident (Ursprungsherr is rare, but -chef and -frau are common).
    if (short_noun && lower.size() - begin < 4) continue;
    const RoleEntry& entry = role_entries_[shape.entry];
    return RoleForm{entry.noun, entry.kind, shape.gender, shape.plural, begin};
  }
  return std::nullopt;
}

}  // namespace ql::lang
