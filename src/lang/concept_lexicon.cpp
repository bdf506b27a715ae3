// SPDX-License-Identifier: Apache-2.0
// One table row per concept; three dictionaries, because a word may count in one and say a state in another (Fall).
// Tested by concept_lexicon_test.cpp.
#include "lang/concept_lexicon.h"

#include "base/check.h"
#include "lang/embedded.h"
#include "lang/stem.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

ConceptKind parse_kind(std::string_view text) {
  if (text == "people") return ConceptKind::People;
  if (text == "counted") return ConceptKind::Counted;
  if (text == "state") return ConceptKind::State;
  if (text == "modal") return ConceptKind::Modal;
  QL_CHECK(text == "evidence");
  return ConceptKind::Evidence;
}

}  // namespace

ConceptLexicon ConceptLexicon::load(const std::string& code) {
  const std::string path = "lexicons/" + code + "/concepts.tsv";
  const TsvTable table(embedded_file(path), path);
  ConceptLexicon lexicon;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const ConceptKind kind = parse_kind(table.cell(row, table.column("kind")));
    const std::string_view implies = table.cell(row, table.column("implies"));
    const bool is_evidence = kind == ConceptKind::Evidence;
    lexicon.concepts_.push_back({table.cell(row, table.column("concept")), kind, is_evidence ? "" : implies,
                                 is_evidence ? implies.front() - '0' : 0});
    Words& words = is_evidence                                                   ? lexicon.evidence_
                   : kind == ConceptKind::People || kind == ConceptKind::Counted ? lexicon.counted_
                                                                                 : lexicon.states_;
    for (const std::string_view word : split(table.cell(row, table.column("words")), '|')) {
      const std::size_t blank = word.find(' ');
      const bool is_pair = blank != std::string_view::npos;
      words.emplace(is_pair ? stem(word.substr(0, blank)) + ' ' + stem(word.substr(blank + 1)) : stem(word), row);
    }
  }
  return lexicon;
}

const Concept* ConceptLexicon::find(const Words& words, std::string_view stem) const {
  const auto found = words.find(std::string(stem));
  return found == words.end() ? nullptr : &concepts_[found->second];
}

const Concept* ConceptLexicon::counted(std::string_view stem) const {
  constexpr std::size_t kShortestPart = 4;
  if (const Concept* whole = find(counted_, stem)) {
    return whole;
  }
  for (std::size_t cut = 3; cut + kShortestPart <= stem.size(); ++cut) {
    if (const Concept* part = find(counted_, stem.substr(cut))) {
      return part;
    }
  }
  return nullptr;
}

const Concept* ConceptLexicon::state(std::string_view stem) const { return find(states_, stem); }

const Concept* ConceptLexicon::evidence(std::string_view stem) const { return find(evidence_, stem); }

}  // namespace ql::lang
