// SPDX-License-Identifier: Apache-2.0
// Three signs, the surest first: the lexicon's entry, the words of the name and its other forms, the nouns of the
// phrase before the name. The first sign found decides; later ones of the same rank must agree. Input: mentions and
// entities; output: a kind each. Cost: linear. Tested by descriptions_test.cpp.
#include "annotate/organisation_kinds.h"

#include <algorithm>
#include <string_view>

namespace ql::annotate {
namespace {

/// Keeps `kind` if it is the first of its rank; a second one that differs makes the rank useless ("-").
void note(std::string& sign, std::string_view kind) {
  if (kind.empty()) return;
  if (sign.empty()) {
    sign = kind;
  } else if (sign != kind) {
    sign = "-";
  }
}

std::string kind_of_words(const lang::BodyNouns& nouns, std::string_view name) {
  std::string sign;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (end > at) note(sign, nouns.kind_of_name_word(name.substr(at, end - at)));
    at = end + 1;
  }
  return sign;
}

}  // namespace

std::vector<std::string> organisation_kinds(std::string_view text, const lang::Language& language,
                                            const Annotations& notes) {
  std::vector<std::string> kinds(notes.entities.size()), before(notes.entities.size());
  for (std::size_t e = 0; e < kinds.size(); ++e) {
    const Entity& entity = notes.entities[e];
    if (entity.type != EntityType::Organisation || !entity.named) continue;
    const std::uint32_t known = language.name_lexicon.name(entity.name);
    if (known != lang::kNoName) kinds[e] = language.name_lexicon.known(known).body;
    if (kinds[e].empty()) kinds[e] = kind_of_words(language.body_nouns, entity.name);
    for (std::size_t a = 0; a < entity.aliases.size() && kinds[e].empty(); ++a) {
      kinds[e] = kind_of_words(language.body_nouns, entity.aliases[a]);
    }
  }
  for (const Mention& mention : notes.mentions) {
    if (!mention.entity.valid() || mention.form != MentionForm::Name || mention.type != EntityType::Organisation)
      continue;
    for (std::size_t i = mention.tokens.begin; notes.tokens[i].text.end <= mention.text.begin; ++i) {
      if (!notes.tokens[i].capitalised) continue;
      const auto noun = language.body_nouns.find(slice(text, notes.tokens[i].text));
      if (noun) note(before[mention.entity.index()], noun->body);
    }
  }
  for (std::size_t e = 0; e < kinds.size(); ++e) {
    if (kinds[e].empty()) kinds[e] = before[e];
    if (kinds[e] == "-") kinds[e].clear();
  }
  return kinds;
}

}  // namespace ql::annotate
