// SPDX-License-Identifier: Apache-2.0
// Maximum likelihood with margins (softmax-margin, Gimpel and Smith 2010), AdaGrad steps a sentence, weights averaged
// over the epochs. Words that the tagger does not look at are fixed to "outside". The order of sentences comes from a
// generator with a fixed seed, sums are taken in one thread: the result is the same on every run of one machine type.
// Input: labelled sentences; output: model bytes with weights rounded to 1 / 32.
#include "crf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <random>
#include <string_view>

#include "annotate/name_features.h"
#include "lang/name_model.h"

namespace ql::train {
namespace {

constexpr std::size_t kLabels = lang::kNameLabels;
constexpr std::size_t kRow = lang::kNameRow;
constexpr float kUnit = 32.0F;
constexpr float kNegligible = 1e-4F;
using Row = std::array<float, kRow>;

struct Example {
  std::vector<std::uint8_t> labels;
  std::vector<std::vector<std::uint32_t>> rows;  ///< Row indices of each word; none for words not looked at.
  std::vector<bool> candidate;
};

class Trainer {
 public:
  Trainer(const std::vector<LabelledSentence>& corpus, const lang::Gazetteer& gazetteer, const CrfOptions& options)
      : options_(options) {
    read_examples(corpus, gazetteer);
  }
  std::string run();

 private:
  void read_examples(const std::vector<LabelledSentence>& corpus, const lang::Gazetteer& gazetteer);
  void keep_frequent();
  void learn(const Example& example);
  void emissions(const Example& example);
  void forward(const Example& example);
  void backward(const Example& example);
  void update_rows(const Example& example);
  void update_transitions(const Example& example);
  std::string write() const;

  CrfOptions options_;
  std::vector<Example> examples_;
  std::vector<std::uint32_t> features_;  ///< Feature hash of each row.
  std::vector<Row> weights_, squares_, sums_;
  std::array<Row, kLabels> transitions_{}, transition_squares_{}, transition_sums_{}, factors_{};
  std::vector<Row> scores_, alpha_, beta_;
  std::vector<float> scale_;
  std::size_t averaged_ = 0;
};

void Trainer::read_examples(const std::vector<LabelledSentence>& corpus, const lang::Gazetteer& gazetteer) {
  std::vector<annotate::WordFacts> facts;
  std::vector<annotate::PlacedWord> placed;
  annotate::FeatureList list;
  for (const LabelledSentence& sentence : corpus) {
    const std::vector<std::string_view> words(sentence.words.begin(), sentence.words.end());
    facts.clear();
    for (const std::string_view word : words) facts.push_back(annotate::read_name_word(word, gazetteer));
    placed.clear();
    for (std::size_t i = 0; i < words.size(); ++i) placed.push_back({words[i], &facts[i], 0, false, false});
    annotate::place_words(gazetteer, placed);
    Example& example = examples_.emplace_back();
    example.labels = sentence.labels;
    example.rows.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      example.candidate.push_back(placed[i].candidate || sentence.labels[i] != lang::kOutsideLabel);
      if (!example.candidate.back()) continue;
      annotate::name_features(placed, i, list);
      example.rows[i].assign(list.hashes.begin(), list.hashes.begin() + static_cast<std::ptrdiff_t>(list.count));
    }
  }
  keep_frequent();
}

void Trainer::keep_frequent() {
  std::vector<std::uint32_t> all;
  for (const Example& example : examples_) {
    for (const auto& rows : example.rows) all.insert(all.end(), rows.begin(), rows.end());
  }
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0; i < all.size();) {
    const auto end = static_cast<std::size_t>(
        std::upper_bound(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(), all[i]) - all.begin());
    if (end - i >= options_.min_count && all[i] != 0) features_.push_back(all[i]);
    i = end;
  }
  for (Example& example : examples_) {
    for (auto& rows : example.rows) {
      std::vector<std::uint32_t> kept;
      for (const std::uint32_t feature : rows) {
        const auto found = std::lower_bound(features_.begin(), features_.end(), feature);
        if (found != features_.end() && *found == feature) {
          kept.push_back(static_cast<std::uint32_t>(found - features_.begin()));
        }
      }
      rows = std::move(kept);
    }
  }
  weights_.resize(features_.size());
  squares_.resize(features_.size());
  sums_.resize(features_.size());
}

void Trainer::emissions(const Example& example) {
  const std::size_t size = example.labels.size();
  scores_.assign(size, Row{});
  for (std::size_t i = 0; i < size; ++i) {
    if (!example.candidate[i]) {
      scores_[i].fill(-1e9F);
      scores_[i][lang::kOutsideLabel] = 0;
      continue;
    }
    for (const std::uint32_t row : example.rows[i]) {
      for (std::size_t l = 0; l < kRow; ++l) scores_[i][l] += weights_[row][l];
    }
    const std::size_t gold = example.labels[i];
    for (std::size_t l = 0; l < kLabels; ++l) {
      if (l != gold) scores_[i][l] += l == lang::kOutsideLabel ? options_.miss_cost : options_.other_cost;
    }
  }
}

void Trainer::forward(const Example& example) {
  const std::size_t size = example.labels.size();
  alpha_.assign(size, Row{});
  scale_.assign(size, 0);
  for (std::size_t from = 0; from < kLabels; ++from) {
    for (std::size_t to = 0; to < kLabels; ++to) {
      factors_[from][to] = lang::name_may_follow(from, to) ? std::exp(transitions_[from][to]) : 0;
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    const float top = *std::max_element(scores_[i].begin(), scores_[i].begin() + kLabels);
    for (std::size_t l = 0; l < kLabels; ++l) scores_[i][l] = std::exp(scores_[i][l] - top);
    for (std::size_t from = 0; from < kLabels; ++from) {
      const float mass = i > 0 ? alpha_[i - 1][from] : from == lang::kOutsideLabel ? 1.0F : 0.0F;
      for (std::size_t to = 0; to < kLabels; ++to) alpha_[i][to] += mass * factors_[from][to];
    }
    for (std::size_t l = 0; l < kLabels; ++l) {
      alpha_[i][l] *= scores_[i][l];
      scale_[i] += alpha_[i][l];
    }
    for (std::size_t l = 0; l < kLabels; ++l) alpha_[i][l] /= scale_[i];
  }
}

void Trainer::backward(const Example& example) {
  const std::size_t size = example.labels.size();
  beta_.assign(size, Row{});
  float end = 0;
  for (std::size_t l = 0; l < kLabels; ++l) end += lang::name_closed(l) ? alpha_[size - 1][l] : 0;
  for (std::size_t l = 0; l < kLabels; ++l) beta_[size - 1][l] = lang::name_closed(l) ? 1 / end : 0;
  for (std::size_t i = size - 1; i-- > 0;) {
    for (std::size_t from = 0; from < kLabels; ++from) {
      float sum = 0;
      for (std::size_t to = 0; to < kLabels; ++to) sum += factors_[from][to] * scores_[i + 1][to] * beta_[i + 1][to];
      beta_[i][from] = sum / scale_[i + 1];
    }
  }
}

void Trainer::update_rows(const Example& example) {
  for (std::size_t i = 0; i < example.labels.size(); ++i) {
    Row slope{};
    float largest = 0;
    for (std::size_t l = 0; l < kLabels; ++l) {
      slope[l] = (l == example.labels[i] ? 1.0F : 0.0F) - alpha_[i][l] * beta_[i][l];
      largest = std::max(largest, std::fabs(slope[l]));
    }
    if (!example.candidate[i] || largest < kNegligible) continue;
    for (const std::uint32_t row : example.rows[i]) {
      Row &weight = weights_[row], &square = squares_[row];
      for (std::size_t l = 0; l < kRow; ++l) {
        const float gradient = slope[l] - options_.decay * weight[l];
        square[l] += gradient * gradient;
        weight[l] += options_.step * gradient / std::sqrt(square[l] + 1e-2F);
      }
    }
  }
}

void Trainer::update_transitions(const Example& example) {
  std::array<Row, kLabels> slope{};
  for (std::size_t i = 0; i < example.labels.size(); ++i) {
    const std::size_t gold = i > 0 ? example.labels[i - 1] : lang::kOutsideLabel;
    for (std::size_t from = 0; from < kLabels; ++from) {
      const float mass = i > 0 ? alpha_[i - 1][from] : from == lang::kOutsideLabel ? 1.0F : 0.0F;
      if (mass < 1e-7F) continue;
      for (std::size_t to = 0; to < kLabels; ++to) {
        slope[from][to] -= mass * factors_[from][to] * scores_[i][to] * beta_[i][to] / scale_[i];
      }
    }
    slope[gold][example.labels[i]] += 1;
  }
  for (std::size_t from = 0; from < kLabels; ++from) {
    for (std::size_t to = 0; to < kLabels; ++to) {
      if (!lang::name_may_follow(from, to)) continue;
      float& square = transition_squares_[from][to];
      square += slope[from][to] * slope[from][to];
      transitions_[from][to] += options_.step * slope[from][to] / std::sqrt(square + 1e-2F);
    }
  }
}

void Trainer::learn(const Example& example) {
  if (example.labels.empty()) return;
  emissions(example);
  forward(example);
  backward(example);
  update_rows(example);
  update_transitions(example);
}

std::string Trainer::run() {
  std::mt19937 random(options_.seed);
  std::vector<std::size_t> order(examples_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t epoch = 0; epoch < options_.epochs; ++epoch) {
    for (std::size_t i = order.size(); i-- > 1;) std::swap(order[i], order[random() % (i + 1)]);
    for (const std::size_t i : order) learn(examples_[i]);
    std::fprintf(stderr, "epoch %zu of %zu\n", epoch + 1, options_.epochs);
    if (epoch < options_.first_averaged_epoch) continue;
    ++averaged_;
    for (std::size_t row = 0; row < weights_.size(); ++row) {
      for (std::size_t l = 0; l < kRow; ++l) sums_[row][l] += weights_[row][l];
    }
    for (std::size_t from = 0; from < kLabels; ++from) {
      for (std::size_t to = 0; to < kLabels; ++to) transition_sums_[from][to] += transitions_[from][to];
    }
  }
  return write();
}

template <class Integer>
Integer rounded(float value) {
  const float limit = static_cast<float>(std::numeric_limits<Integer>::max());
  return static_cast<Integer>(std::lround(std::clamp(value * kUnit, -limit, limit)));
}

std::string Trainer::write() const {
  const float share = 1 / static_cast<float>(std::max<std::size_t>(averaged_, 1));
  std::vector<std::size_t> kept;
  for (std::size_t row = 0; row < sums_.size(); ++row) {
    float largest = 0;
    for (const float sum : sums_[row]) largest = std::max(largest, std::fabs(sum * share));
    if (largest >= options_.prune_below) kept.push_back(row);
  }
  std::uint32_t bits = 10;
  while (static_cast<double>(std::size_t{1} << bits) * 0.75 < static_cast<double>(kept.size())) ++bits;
  std::string out(lang::kNameHeaderBytes + (lang::kNameSlotBytes << bits), '\0');
  const std::uint32_t version = 1;
  std::memcpy(out.data(), "QLNM", 4);
  std::memcpy(out.data() + 4, &version, 4);
  std::memcpy(out.data() + 8, &bits, 4);
  for (std::size_t from = 0; from < kLabels; ++from) {
    for (std::size_t to = 0; to < kLabels; ++to) {
      const auto weight = rounded<std::int16_t>(transition_sums_[from][to] * share);
      std::memcpy(out.data() + 12 + 2 * (from * kRow + to), &weight, 2);
    }
  }
  const std::uint32_t mask = (1U << bits) - 1;
  for (const std::size_t row : kept) {
    std::uint32_t at = lang::name_slot(features_[row], bits);
    std::uint32_t key = 0;
    while (std::memcpy(&key, out.data() + lang::kNameHeaderBytes + at * lang::kNameSlotBytes, 4), key != 0) {
      at = (at + 1) & mask;
    }
    char* slot = out.data() + lang::kNameHeaderBytes + at * lang::kNameSlotBytes;
    std::memcpy(slot, &features_[row], 4);
    for (std::size_t l = 0; l < kRow; ++l) {
      slot[4 + l] = static_cast<char>(rounded<std::int8_t>(sums_[row][l] * share));
    }
  }
  std::fprintf(stderr, "%zu of %zu features kept, %zu bytes\n", kept.size(), features_.size(), out.size());
  return out;
}

}  // namespace

std::string train_crf(const std::vector<LabelledSentence>& corpus, const lang::Gazetteer& gazetteer,
                      const CrfOptions& options) {
  return Trainer(corpus, gazetteer, options).run();
}

}  // namespace ql::train
