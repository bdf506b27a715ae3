// SPDX-License-Identifier: Apache-2.0
// Pairs worth a look are figures of one key (dimension and thing counted), of nouns with one ending, of one telling
// value, and, where one does not say what it counts, of sentences that share rare words. figure_likeness.cpp judges
// them. Tested by figure_groups_test.cpp.
#include "compare/figure_groups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/hash.h"
#include "compare/clusters.h"
#include "compare/counted.h"
#include "compare/figure_likeness.h"

namespace ql::compare {
namespace {

constexpr std::size_t kMostPairs = 100;    // figures of one key that each figure is compared with
constexpr std::size_t kMostOfEnding = 60;  // the same, of nouns with one ending or of one value
constexpr std::size_t kMostOfTerm = 24;    // figures whose sentences hold a term that still tells something
constexpr std::size_t kEnding = 4;         // bytes
constexpr float kWeak = 0.15F;             // likeness below says nothing
constexpr float kMeanOfGroups = 0.25F;     // likeness of two groups, on average

using Pair = std::uint64_t;  // one << 32 | other

class MeasureGrouping {
 public:
  MeasureGrouping(const Context& context, const std::vector<Measure>& measures)
      : measures_(measures), likeness_(context, measures) {}

  std::vector<std::vector<std::uint32_t>> run() {
    add_candidates();
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    std::vector<SimilarPair> pairs;
    for (const Pair candidate : candidates_) {
      const auto one = static_cast<std::uint32_t>(candidate >> 32), other = static_cast<std::uint32_t>(candidate);
      if (!likeness_.may_be_one(one, other)) continue;
      const float value = likeness_.likeness(one, other);
      if (value >= kWeak || value < 0) pairs.push_back({one, other, value});
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const SimilarPair& a, const SimilarPair& b) { return a.similarity > b.similarity; });
    return cluster(measures_.size(), pairs, kSameMeasure, kMeanOfGroups,
                   [this](std::uint32_t a, std::uint32_t b) { return likeness_.may_be_one(a, b); });
  }

 private:
  void add_candidates() {
    std::map<std::string, std::vector<std::uint32_t>> by_counted, by_ending, by_value;
    std::map<std::uint64_t, std::vector<std::uint32_t>> by_term;
    for (std::uint32_t i = 0; i < measures_.size(); ++i) {
      const Measure& m = measures_[i];
      if (!m.counted.empty()) {
        by_counted[m.dimension + '|' + (m.counted == kJob ? std::string(kPeople) : m.counted)].push_back(i);
        by_ending[m.dimension + '|' + m.counted.substr(m.counted.size() - std::min(m.counted.size(), kEnding))]
            .push_back(i);
      }
      add_value_keys(m, i, by_value);
      const std::uint64_t dimension = hash64(m.dimension);
      for (const Term& term : m.context_terms) by_term[term.key ^ dimension].push_back(i);
    }
    for (const auto& [key, members] : by_counted) add_pairs(members, kMostPairs);
    for (const auto& [key, members] : by_ending) add_pairs(members, kMostOfEnding);
    for (const auto& [key, members] : by_value) add_pairs(members, kMostOfEnding);
    for (const auto& [key, members] : by_term) {
      if (members.size() <= kMostOfTerm) add_open_pairs(members);
    }
  }

  /// Values of one eighth of an order of magnitude, or of two next to each other, may be one value, rounded.
  static void add_value_keys(const Measure& measure, std::uint32_t index,
                             std::map<std::string, std::vector<std::uint32_t>>& by_value) {
    constexpr double kStepsOfOrder = 8;
    const double value = measure.bounds.known ? std::abs(middle(measure.bounds)) : 0;
    if (value <= 0) return;
    const auto step = static_cast<std::int64_t>(std::floor(kStepsOfOrder * std::log10(value)));
    for (const std::int64_t near : {step, step + 1}) {
      by_value[measure.dimension + '|' + std::to_string(near)].push_back(index);
    }
  }

  void add_pairs(const std::vector<std::uint32_t>& members, std::size_t most) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(members.size(), i + most); ++j) add(members[i], members[j]);
    }
  }

  void add_open_pairs(const std::vector<std::uint32_t>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const bool open = measures_[members[i]].counted.empty() || measures_[members[j]].counted.empty();
        if (open) add(members[i], members[j]);
      }
    }
  }

  void add(std::uint32_t one, std::uint32_t other) { candidates_.push_back(static_cast<Pair>(one) << 32 | other); }

  const std::vector<Measure>& measures_;
  FigureLikeness likeness_;
  std::vector<Pair> candidates_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_measures(const Context& context, const std::vector<Measure>& measures) {
  return MeasureGrouping(context, measures).run();
}

}  // namespace ql::compare
