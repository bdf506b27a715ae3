// SPDX-License-Identifier: Apache-2.0
// WordList -> sparse vector. A term's mass grows with its places (title and opening count more) and their logarithm;
// names and nouns weigh more than other words. Its rarity is measured twice: against the reports of the run, smoothed
// with what the language lets expect for kPriorReports reports, so that five reports behave as sensibly as a million;
// and against the language alone, so that the words of a topic that fills the whole run do not drown the names.
// Cost: two table look-ups per word. Tested by stories_test.cpp.
#include "stories/terms.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace ql::stories {
namespace {

/// Strength of the language's expectation, in reports.
constexpr double kPriorReports = 300;
/// Words of a typical report, for turning a word's frequency into the share of reports that use it.
constexpr double kTypicalWords = 300;
constexpr double kUnseenReports = 0.5;
/// Frequency up to which a word counts as rare, and in how many reports of the run it may stand.
constexpr double kRareFrequency = 2e-7;
constexpr std::uint32_t kRareReports = 12;

constexpr float kTitleMass = 3, kOpeningMass = 3, kBodyMass = 1;
constexpr std::uint32_t kOpeningWords = 80;
constexpr float kNameShape = 1.5F, kStartShape = 0.95F, kLowerShape = 0.4F, kNumberShape = 0.8F;
constexpr std::uint32_t kLeastLetters = 2;

float shape_of(const Word& word) {
  if (word.digit) return kNumberShape;
  if (!word.capitalised) return kLowerShape;
  return word.sentence_start ? kStartShape : kNameShape;
}

}  // namespace

std::size_t TermTable::slot_of(std::uint32_t stem) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (stem * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U) & mask;
  while (slots_[slot] != 0 && terms_[slots_[slot] - 1].stem != stem) slot = (slot + 1) & mask;
  return slot;
}

void TermTable::grow() {
  slots_.assign(slots_.empty() ? 4096 : slots_.size() * 2, 0);
  for (std::uint32_t i = 0; i < terms_.size(); ++i) slots_[slot_of(terms_[i].stem)] = i + 1;
}

void TermTable::count(const WordList& list) {
  ++reports_;
  for (const Word& word : list.words) {
    if (word.length < kLeastLetters) continue;
    if (2 * (terms_.size() + 1) > slots_.size()) grow();
    const std::size_t slot = slot_of(word.stem);
    if (slots_[slot] == 0) {
      terms_.push_back({word.stem, 0, 0, 0, false});
      slots_[slot] = static_cast<std::uint32_t>(terms_.size());
    }
    Term& term = terms_[slots_[slot] - 1];
    if (term.last_report == reports_) continue;
    term.last_report = reports_;
    ++term.reports;
  }
}

void TermTable::weigh() {
  const double most = std::log(1 / (kTypicalWords * lang::WordFrequency::kUnknown));
  for (Term& term : terms_) {
    const double frequency = frequency_.of(term.stem);
    const double expected = 1 - std::exp(-frequency * kTypicalWords);
    const double in_run =
        std::log((reports_ + kPriorReports) / (term.reports + kPriorReports * expected + kUnseenReports));
    term.weight = in_run <= 0 ? 0 : static_cast<float>(in_run * -std::log(expected) / most);
    term.rare = frequency <= kRareFrequency && term.reports <= kRareReports;
  }
}

std::uint32_t TermTable::index_of(std::uint32_t stem) const {
  const std::size_t slot = slot_of(stem);
  QL_CHECK(slots_[slot] != 0);
  return slots_[slot] - 1;
}

void Vectoriser::add(const WordList& list) {
  masses_.resize(terms_.size());
  for (const std::uint32_t term : touched_) masses_[term] = Mass();
  touched_.clear();
  for (std::size_t i = 0; i < list.words.size(); ++i) {
    const Word& word = list.words[i];
    if (word.length < kLeastLetters) continue;
    const std::uint32_t term = terms_.index_of(word.stem);
    Mass& mass = masses_[term];
    if (mass.frequency == 0) touched_.push_back(term);
    const bool opening = i < list.title_words + kOpeningWords;
    mass.frequency += i < list.title_words ? kTitleMass : opening ? kOpeningMass : kBodyMass;
    mass.shape = std::max(mass.shape, shape_of(word));
  }
}

std::span<const Weighted> Vectoriser::vector_of(const WordList& list) {
  add(list);
  vector_.clear();
  for (const std::uint32_t term : touched_) {
    const Mass& mass = masses_[term];
    const float weight = (1 + std::log(mass.frequency)) * mass.shape * terms_.weight(term);
    if (weight > 0) vector_.push_back({term, weight, terms_.is_rare(term) && mass.shape == kNameShape});
  }
  const auto heavier = [](const Weighted& x, const Weighted& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.term < y.term;
  };
  if (vector_.size() > kMostTerms) {
    std::nth_element(vector_.begin(), vector_.begin() + kMostTerms, vector_.end(), heavier);
    vector_.resize(kMostTerms);
  }
  std::sort(vector_.begin(), vector_.end(), [](const Weighted& x, const Weighted& y) { return x.term < y.term; });
  double square = 0;
  for (const Weighted& w : vector_) square += static_cast<double>(w.weight) * w.weight;
  const auto length = static_cast<float>(std::sqrt(square));
  std::erase_if(vector_, [&](const Weighted& w) { return terms_.reports_with(w.term) < 2; });
  for (Weighted& w : vector_) w.weight /= length;
  return vector_;
}

}  // namespace ql::stories
