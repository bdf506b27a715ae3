// SPDX-License-Identifier: Apache-2.0
// Single link would chain "two dead" to "two injured" through one sentence that says both; average link with
// must-not-link pairs does not. Two groups are asked once for each size that they have: a report with thousands of
// figures of one kind would otherwise compare the same groups again for each pair of their members. Tested by
// compare_test.cpp.
#include "compare/clusters.h"

#include <algorithm>
#include <unordered_map>

namespace ql::compare {
namespace {

class Clustering {
 public:
  Clustering(std::size_t count, const std::vector<SimilarPair>& pairs) : group_of_(count), members_(count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      group_of_[i] = i;
      members_[i] = {i};
    }
    for (const SimilarPair& pair : pairs) {
      similarity_[key(pair.one, pair.other)] = pair.similarity;
    }
  }

  [[nodiscard]] std::uint32_t group_of(std::uint32_t item) const { return group_of_[item]; }

  /// Asks may_join(), unless it refused these groups before and they have not grown since.
  [[nodiscard]] bool ask_to_join(std::uint32_t one, std::uint32_t other, float mean_at_least,
                                 const std::function<bool(std::uint32_t, std::uint32_t)>& may_link) {
    const std::size_t members = members_[one].size() + members_[other].size();
    std::size_t& refused_at = refused_at_[key(one, other)];
    if (refused_at == members || refused_at == kForever) {
      return false;
    }
    const Answer answer = may_join(one, other, mean_at_least, may_link);
    refused_at = answer == Answer::Never ? kForever : members;
    return answer == Answer::Yes;
  }

  void join(std::uint32_t one, std::uint32_t other) {
    for (const std::uint32_t item : members_[other]) {
      group_of_[item] = one;
    }
    members_[one].insert(members_[one].end(), members_[other].begin(), members_[other].end());
    members_[other].clear();
  }

  std::vector<std::vector<std::uint32_t>> take() {
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::vector<std::uint32_t>& members : members_) {
      if (!members.empty()) {
        std::sort(members.begin(), members.end());
        groups.push_back(std::move(members));
      }
    }
    std::sort(groups.begin(), groups.end());
    return groups;
  }

 private:
  enum class Answer : std::uint8_t { Yes, NotNow, Never };
  static constexpr std::size_t kForever = static_cast<std::size_t>(-1);

  /// Never if two members may not be linked: groups only grow, so that stays true.
  [[nodiscard]] Answer may_join(std::uint32_t one, std::uint32_t other, float mean_at_least,
                                const std::function<bool(std::uint32_t, std::uint32_t)>& may_link) const {
    constexpr std::size_t kAsked = 32;  // members of a group that speak for all of a larger one
    const std::vector<std::uint32_t>&ones = members_[one], &others = members_[other];
    const std::size_t step = 1 + ones.size() / kAsked, other_step = 1 + others.size() / kAsked;
    float total = 0;
    std::size_t asked = 0;
    for (std::size_t i = 0; i < ones.size(); i += step) {
      for (std::size_t j = 0; j < others.size(); j += other_step) {
        const std::uint32_t a = ones[i], b = others[j];
        ++asked;
        if (!may_link(a, b)) {
          return Answer::Never;
        }
        const auto found = similarity_.find(key(std::min(a, b), std::max(a, b)));
        total += found == similarity_.end() ? 0 : found->second;
      }
    }
    const float wanted = mean_at_least * static_cast<float>(asked);
    return total >= wanted ? Answer::Yes : Answer::NotNow;
  }

  static std::uint64_t key(std::uint32_t one, std::uint32_t other) {
    return static_cast<std::uint64_t>(one) << 32 | other;
  }

  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::unordered_map<std::uint64_t, float> similarity_;        // looked up only, never walked
  std::unordered_map<std::uint64_t, std::size_t> refused_at_;  // members of both groups when they were refused
};

}  // namespace

std::vector<std::vector<std::uint32_t>> cluster(std::size_t count, const std::vector<SimilarPair>& pairs,
                                                float link_at_least, float mean_at_least,
                                                const std::function<bool(std::uint32_t, std::uint32_t)>& may_link) {
  Clustering clustering(count, pairs);
  for (const SimilarPair& pair : pairs) {
    if (pair.similarity < link_at_least) break;
    const std::uint32_t one = std::min(clustering.group_of(pair.one), clustering.group_of(pair.other));
    const std::uint32_t other = std::max(clustering.group_of(pair.one), clustering.group_of(pair.other));
    if (one != other && clustering.ask_to_join(one, other, mean_at_least, may_link)) {
      clustering.join(one, other);
    }
  }
  return clustering.take();
}

}  // namespace ql::compare
