// SPDX-License-Identifier: Apache-2.0
// "VERBAND FREIER GAERTNER e. V. - PRESSEMITTEILUNG" above a report that speaks of the VFG: the line says who speaks,
// but is no sentence, so it is not tokenised; its first words are compared with the organisations that the report
// names. Tested by identity_test.cpp.
#include "annotate/name_lines.h"

#include <algorithm>
#include <string>

#include "annotate/name_bodies.h"
#include "annotate/name_keys.h"

namespace ql::annotate {
namespace {

constexpr std::size_t kLongestLine = 160, kMostWords = 9;

using Words = std::vector<std::string>;

bool may_head_a_release(const clean::Block& block) {
  using clean::FurnitureKind;
  const FurnitureKind kind = block.furniture;
  return block.kind == clean::BlockKind::Furniture && kind != FurnitureKind::Teaser &&
         kind != FurnitureKind::Navigation && kind != FurnitureKind::Caption && kind != FurnitureKind::Prompt;
}

TextRange first_line(std::string_view text, TextRange block) {
  const std::size_t end = text.substr(block.begin, block.size()).find('\n');
  if (end != std::string_view::npos) block.end = block.begin + static_cast<std::uint32_t>(end);
  return block;
}

/// A start of the line, at a word's end, with its folded words less legal forms and years.
struct Start {
  std::uint32_t end = 0;
  Words words;
  bool bare = false;  ///< No legal form at its end.
};

std::vector<Start> starts_of(std::string_view text, TextRange line) {
  std::vector<Start> starts;
  Words words;
  for (std::uint32_t at = line.begin; at < line.end && words.size() < kMostWords;) {
    const std::uint32_t end =
        std::min(static_cast<std::uint32_t>(text.find(' ', at)), line.end);  // npos is cut to the line's end
    const std::string folded = fold_name(text.substr(at, end - at));
    if (folded.empty() && end > at) break;  // a dash or bar
    if (!folded.empty()) {
      split_folded(folded, words);
      Start start{end, words, false};
      drop_legal_form(start.words);
      start.bare = start.words.size() == words.size();
      starts.push_back(std::move(start));
    }
    at = end + 1;
  }
  return starts;
}

/// The longest start of the line that names the entity; 0 when none does.
std::uint32_t named_until(const Entity& entity, std::string_view text, TextRange line, const std::vector<Start>& starts,
                          bool& spelt_out) {
  std::uint32_t end = 0;
  const auto compare = [&](const std::string& name) {
    Words words;
    split_folded(fold_name(name), words);
    drop_legal_form(words);
    for (const Start& start : starts) {
      if (words.size() > 1 && start.words == words) end = std::max(end, start.end);
    }
    const auto bare = std::find_if(starts.rbegin(), starts.rend(), [](const Start& start) { return start.bare; });
    const bool whole = bare != starts.rend() && bare->words.size() > 1 && looks_like_acronym(name) && name.size() > 2;
    if (end == 0 && whole && abbreviates(name, text.substr(line.begin, bare->end - line.begin))) {
      end = bare->end;
      spelt_out = true;
    }
  };
  compare(entity.name);
  for (const std::string& alias : entity.aliases) compare(alias);
  return end;
}

}  // namespace

void find_names_in_lines(const clean::Report& report, Annotations& notes) {
  const auto behind_all = static_cast<std::uint32_t>(notes.tokens.size());
  for (const clean::Block& block : report.blocks) {
    if (!may_head_a_release(block)) continue;
    const TextRange line = first_line(report.text, block.text);
    if (line.size() > kLongestLine) continue;
    const std::vector<Start> starts = starts_of(report.text, line);
    for (std::size_t e = 0; e < notes.entities.size(); ++e) {
      Entity& entity = notes.entities[e];
      if (entity.type == EntityType::Person || !entity.named) continue;
      bool spelt_out = false;
      const std::uint32_t end = named_until(entity, report.text, line, starts, spelt_out);
      if (end == 0) continue;
      Mention mention;
      mention.text = mention.phrase = {line.begin, end};
      mention.tokens = {behind_all, behind_all};
      mention.type = EntityType::Organisation;
      mention.entity = EntityId(e);
      notes.mentions.push_back(mention);
      entity.type = EntityType::Organisation;
      if (spelt_out) entity.aliases.emplace_back(slice(report.text, mention.text));
      break;
    }
  }
}

}  // namespace ql::annotate
