// SPDX-License-Identifier: Apache-2.0
// AnalysedReport -> quoted words, names behind the opening, telling figures. Of the text only the opening and what
// stands between quotation marks is split into words. Tested by traces_test.cpp.
#include "stories/trace_material.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "claims/quotations.h"
#include "lang/word_key.h"
#include "stories/rarities.h"
#include "stories/words.h"

namespace ql::stories {
namespace {

/// Names that the language hardly knows: -20 log10 of the frequency of their rarest word.
constexpr std::uint8_t kRareName = 134;
/// What stands here the report is about; an incidental name stands behind.
constexpr std::uint32_t kOpeningWords = 90;

bool is_word(char32_t point) { return is_letter(point) || is_digit(point); }

/// Calls `use(range, hash of the folded letters)` for each word of a range until it returns false.
void for_each_word(std::string_view text, TextRange range, const auto& use) {
  std::string folded;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const std::uint32_t begin = at;
    folded.clear();
    while (at < range.end) {
      const CodePoint point = decode_utf8(text, at);
      if (!is_word(point.value)) break;
      lang::append_folded(folded, to_lower(point.value));
      at += point.size_bytes;
    }
    if (at == begin) {
      at += decode_utf8(text, at).size_bytes;
    } else if (!use(TextRange{begin, at}, hash64(folded))) {
      return;
    }
  }
}

bool is_in_body(const clean::Report& report, TextRange range) {
  const auto after =
      std::upper_bound(report.blocks.begin(), report.blocks.end(), range.begin,
                       [](std::uint32_t at, const clean::Block& block) { return at < block.text.begin; });
  return after != report.blocks.begin() && clean::is_body(std::prev(after)->kind);
}

void read_quotations(const clean::Report& report, TraceMaterial& material) {
  for (const claims::Quotation& quotation : claims::find_quotations(report)) {
    if (quotation.parent != claims::Quotation::kNone || !is_in_body(report, quotation.inner)) continue;
    const std::size_t first = material.quoted.size();
    for_each_word(report.text, quotation.inner, [&](TextRange word, std::uint64_t key) {
      material.quoted.push_back({key, word, material.quoted.size() == first});
      return true;
    });
    if (material.quoted.size() - first < kLeastQuotedWords) material.quoted.resize(first);
  }
}

/// Where the opening of the body ends.
std::uint32_t end_of_opening(const clean::Report& report) {
  std::uint32_t words = 0, end = 0;
  for (const clean::Block& block : report.blocks) {
    if (words >= kOpeningWords) break;
    if (!clean::is_body(block.kind)) continue;
    for_each_word(report.text, block.text, [&](TextRange word, std::uint64_t) {
      end = word.end;
      return ++words < kOpeningWords;
    });
  }
  return end;
}

/// True for what can be a trace: a person by full name, an organisation, a place.
bool can_tell(const annotate::Entity& entity) {
  using annotate::EntityType;
  if (!entity.named) return false;
  if (entity.type == EntityType::Person) return entity.name.find(' ') != std::string::npos;
  return entity.type == EntityType::Organisation || entity.type == EntityType::Place;
}

void read_names(const AnalysedReport& report, const std::vector<ActorId>& actors, TraceMaterial& material) {
  if (report.notes.mentions.empty()) return;
  const std::uint32_t opening_end = end_of_opening(report.report);
  for (const annotate::Mention& mention : report.notes.mentions) {
    if (!mention.entity.valid() || mention.entity.index() >= actors.size()) continue;
    if (!can_tell(report.notes.entities[mention.entity.index()])) continue;
    NamePlace& place = material.names[actors[mention.entity.index()]];
    place.in_opening |= mention.text.begin < opening_end;
    if (place.text.end == 0 && mention.form == annotate::MentionForm::Name) place.text = mention.text;
  }
}

/// Three digits that count or a decimal point: a number that two reports hardly have by chance.
bool is_telling(const std::string& number) {
  if (number.find('.') != std::string::npos) return true;
  std::string digits = number;
  digits.erase(0, digits.find_first_not_of("-0"));
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits.size() >= 3;
}

void read_figures(const AnalysedReport& report, TraceMaterial& material) {
  for (const claims::Figure& figure : report.claims.figures) {
    if (!figure.quantity.valid()) continue;
    const annotate::Quantity& quantity = report.notes.quantities[figure.quantity.index()];
    if (!quantity.value || !std::isfinite(*quantity.value) || quantity.unit == "share") continue;
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.10g", *quantity.value);
    std::string number = buffer;
    if (!is_telling(number)) continue;
    if (quantity.measured) number.append(" ").append(quantity.unit);
    material.figures.try_emplace(std::move(number), quantity.text);
  }
}

}  // namespace

TraceMaterial read_trace_material(const AnalysedReport& report, const std::vector<ActorId>& actors) {
  TraceMaterial material;
  read_quotations(report.report, material);
  read_names(report, actors, material);
  read_figures(report, material);
  return material;
}

bool is_rare_name(const lang::WordFrequency& frequency, std::string_view name) {
  bool rare = false;
  for_each_word(name, {0, static_cast<std::uint32_t>(name.size())}, [&](TextRange word, std::uint64_t) {
    rare = rarity_of(frequency, stem_of(lang::fold_word(slice(name, word)))) >= kRareName;
    return !rare;
  });
  return rare;
}

}  // namespace ql::stories
