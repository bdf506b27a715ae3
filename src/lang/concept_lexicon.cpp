// SPDX-License-Identifier: Apache-2.0
// One table row per concept; a dictionary per use, because a word may count in one and say a state in another (Fall).
// Tested by concept_lexicon_test.cpp.
#include "lang/concept_lexicon.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/stem.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

ConceptKind parse_kind(std::string_view text) {
  static constexpr std::array<std::string_view, 15> kNames = {"people",  "counted",    "state", "modal",   "evidence",
                                                              "topic",   "side",       "fault", "account", "doubt",
                                                              "earlier", "withdrawal", "light", "hollow",  "particle"};
  const auto name = std::find(kNames.begin(), kNames.end(), text);
  QL_CHECK(name != kNames.end());
  return static_cast<ConceptKind>(name - kNames.begin());
}

/// What the column "implies" says depends on the kind.
void read_implied(Concept& entry, std::string_view implies) {
  if (entry.kind == ConceptKind::Evidence) {
    entry.strength = implies.front() - '0';
  } else if (entry.kind == ConceptKind::State) {
    for (const std::string_view word : split(implies, ' ')) {
      if (word == "accumulates") entry.accumulates = true;
      if (word.starts_with("not:")) entry.complement = word.substr(4);
      if (word.starts_with("is:")) entry.implied_state = word.substr(3);
    }
  } else {
    entry.implied_state = implies;
  }
}

}  // namespace

ConceptLexicon ConceptLexicon::load(const std::string& code) {
  const std::string path = "lexicons/" + code + "/concepts.tsv";
  const TsvTable table(embedded_file(path), path);
  ConceptLexicon lexicon;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const ConceptKind kind = parse_kind(table.cell(row, table.column("kind")));
    Concept& entry = lexicon.concepts_.emplace_back();
    entry.name = table.cell(row, table.column("concept"));
    entry.kind = kind;
    read_implied(entry, table.cell(row, table.column("implies")));
    Words& words = lexicon.words_of(kind);
    for (const std::string_view word : split(table.cell(row, table.column("words")), '|')) {
      if (kind == ConceptKind::Doubt || kind == ConceptKind::Earlier ||
          kind == ConceptKind::Particle) {  // a stem would not tell "könnte" from "konnte"
        words.emplace(to_lower_utf8(word), row);
        continue;
      }
      const std::size_t blank = word.find(' ');
      const bool is_pair = blank != std::string_view::npos;
      words.emplace(is_pair ? stem(word.substr(0, blank)) + ' ' + stem(word.substr(blank + 1)) : stem(word), row);
    }
  }
  return lexicon;
}

ConceptLexicon::Words& ConceptLexicon::words_of(ConceptKind kind) {
  switch (kind) {
    case ConceptKind::People:
    case ConceptKind::Counted:
      return counted_;
    case ConceptKind::State:
    case ConceptKind::Modal:
      return states_;
    case ConceptKind::Evidence:
      return evidence_;
    case ConceptKind::Topic:
      return topics_;
    case ConceptKind::Side:
      return sides_;
    case ConceptKind::Fault:
      return faults_;
    case ConceptKind::Account:
      return accounts_;
    case ConceptKind::Doubt:
      return doubts_;
    case ConceptKind::Earlier:
      return earlier_;
    case ConceptKind::LightVerb:
      return light_verbs_;
    case ConceptKind::Hollow:
      return hollow_;
    case ConceptKind::Particle:
      return particles_;
    case ConceptKind::Withdrawal:
      break;
  }
  return withdrawals_;
}

const Concept* ConceptLexicon::find(const Words& words, std::string_view stem) const {
  const auto found = words.find(stem);
  return found == words.end() ? nullptr : &concepts_[found->second];
}

const Concept* ConceptLexicon::by_last_part(const Words& words, std::string_view stem) const {
  constexpr std::size_t kShortestPart = 4;
  if (const Concept* whole = find(words, stem)) {
    return whole;
  }
  for (std::size_t cut = 3; cut + kShortestPart <= stem.size(); ++cut) {
    if (const Concept* part = find(words, stem.substr(cut))) {
      return part;
    }
  }
  return nullptr;
}

const Concept* ConceptLexicon::by_first_part(const Words& words, std::string_view stem) const {
  constexpr std::size_t kShortestPart = 4, kShortestRest = 3;
  if (stem.size() < kShortestPart + kShortestRest) return nullptr;
  for (std::size_t length = stem.size() - kShortestRest; length >= kShortestPart; --length) {
    if (const Concept* part = find(words, stem.substr(0, length))) {
      return part;
    }
  }
  return nullptr;
}

const Concept* ConceptLexicon::counted(std::string_view stem) const {
  const Concept* whole = find(counted_, stem);
  return whole != nullptr || find(states_, stem) != nullptr ? whole
                                                            : by_last_part(counted_, stem);  // "Ausfall" is no "Fall"
}

const Concept* ConceptLexicon::topic(std::string_view stem) const { return by_last_part(topics_, stem); }

const Concept* ConceptLexicon::topic_of_first_part(std::string_view stem) const { return by_first_part(topics_, stem); }

const Concept* ConceptLexicon::side(std::string_view stem) const {
  const Concept* last = by_last_part(sides_, stem);
  return last != nullptr ? last : by_first_part(sides_, stem);
}

const Concept* ConceptLexicon::state(std::string_view stem) const { return find(states_, stem); }

std::string_view ConceptLexicon::complement(std::string_view state_name) const {
  for (const Concept& entry : concepts_) {
    if (entry.kind == ConceptKind::State && entry.name == state_name) return entry.complement;
  }
  return {};
}

bool ConceptLexicon::accumulates(std::string_view state_name) const {
  return std::any_of(concepts_.begin(), concepts_.end(), [state_name](const Concept& entry) {
    return entry.kind == ConceptKind::State && entry.name == state_name && entry.accumulates;
  });
}

std::string_view ConceptLexicon::without_particle(std::string_view stem) const {
  constexpr std::size_t kLongest = 8, kShortestVerb = 3;
  for (std::size_t length = std::min(kLongest, stem.size()); length >= 2; --length) {
    if (stem.size() >= length + kShortestVerb && find(particles_, stem.substr(0, length)) != nullptr) {
      return stem.substr(length);
    }
  }
  return stem;
}

const Concept* ConceptLexicon::evidence(std::string_view stem) const { return find(evidence_, stem); }

}  // namespace ql::lang
