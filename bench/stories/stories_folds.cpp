// SPDX-License-Identifier: Apache-2.0
// Are the rules of stories fitted to some days? Runs ingest to annotate on each window of days once and groups it with
// a grid of rules. Prints pair precision, recall and F1 of each window with the rules of the program; then, for each
// window, the rules that are best on the other windows and what they give on this one.
//
//     stories_folds [--weights CONSTANT,WEIGHT,...] WINDOW.jsonl GOLD.jsonl [WINDOW.jsonl GOLD.jsonl]...
//
// With --weights only the first lines, by another model of links (fit_links.py). GOLD: story_gold.h.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "stories/story_index.h"
#include "story_gold.h"

namespace {

using namespace ql;

struct Window {
  std::string name;
  present::Dossier dossier;
  std::vector<std::optional<std::string>> gold;  // by report
};

struct Scores {
  double precision = 0, recall = 0, f1 = 0;
};

Window read_window(const char* reports, const char* gold_path) {
  Window window;
  window.name = reports;
  window.name = window.name.substr(window.name.find_last_of('/') + 1);
  window.dossier = engine::run({reports}, engine::Options());
  const bench::StoryGold gold = bench::read_story_gold(gold_path);
  for (const AnalysedReport& report : window.dossier.reports) {
    const std::string story = bench::story_of(report.report, gold);
    window.gold.push_back(story.empty() ? std::nullopt : std::optional(story));
  }
  return window;
}

double pairs_of(const auto& counts) {
  double pairs = 0;
  for (const auto& [key, count] : counts) pairs += count * (count - 1) / 2;
  return pairs;
}

Scores score(const Window& window, const lang::Language& language, const stories::StoryRules& rules) {
  stories::StoryIndex index(language, rules);
  std::vector<stories::ReportKey> order;
  for (const AnalysedReport& report : window.dossier.reports) {
    order.push_back(index.add(report.report, report.notes.mentions));
  }
  const stories::StoryTable table = index.table(order, [&](stories::ReportKey key) {
    return std::shared_ptr<const clean::Report>(std::shared_ptr<void>(), &window.dossier.reports[key.index()].report);
  });
  std::map<std::string, double> wanted;
  std::map<std::size_t, double> said;
  std::map<std::pair<std::string, std::size_t>, double> right;
  for (std::size_t story = 0; story < table.stories.size(); ++story) {
    for (const ReportId id : table.stories[story].reports) {
      const auto& gold = window.gold[id.index()];
      if (!gold) continue;
      ++wanted[*gold];
      ++said[story];
      ++right[{*gold, story}];
    }
  }
  Scores scores;
  scores.precision = said.empty() ? 0 : pairs_of(right) / std::max(1.0, pairs_of(said));
  scores.recall = pairs_of(right) / std::max(1.0, pairs_of(wanted));
  const double sum = scores.precision + scores.recall;
  scores.f1 = sum > 0 ? 2 * scores.precision * scores.recall / sum : 0;
  return scores;
}

std::vector<stories::StoryRules> grid() {
  std::vector<stories::StoryRules> rules;
  for (const float breadth : {0.5F, 0.7F, 0.9F}) {
    for (const float least : {0.27F, 0.31F, 0.35F, 0.39F, 0.43F}) {
      for (const float attach : {0.4F, 0.5F, 0.65F}) {
        stories::StoryRules& rule = rules.emplace_back();
        rule.join = {stories::Measure::OneStory, least, breadth};
        rule.attach_least = attach * least;
      }
    }
  }
  return rules;
}

void print_folds(const std::vector<Window>& windows, const std::vector<stories::StoryRules>& rules,
                 const std::vector<std::vector<double>>& f1) {
  double held_out_sum = 0, best_sum = 0;
  for (std::size_t w = 0; w < windows.size(); ++w) {
    std::size_t best = 0;
    double best_others = -1;
    for (std::size_t r = 0; r < rules.size(); ++r) {
      double others = 0;
      for (std::size_t v = 0; v < windows.size(); ++v) others += v == w ? 0 : f1[r][v];
      if (others <= best_others) continue;
      best_others = others;
      best = r;
    }
    std::printf("held out %-12s best elsewhere: least %.2f breadth %.1f attach %.3f (mean there %.3f)  F1 here %.3f\n",
                windows[w].name.c_str(), rules[best].join.least, rules[best].join.breadth, rules[best].attach_least,
                best_others / static_cast<double>(windows.size() - 1), f1[best][w]);
    held_out_sum += f1[best][w];
  }
  for (const std::vector<double>& row : f1) {
    double sum = 0;
    for (const double value : row) sum += value;
    best_sum = std::max(best_sum, sum);
  }
  const auto count = static_cast<double>(windows.size());
  std::printf("mean held out %.3f; mean of the rules that are best on all of them %.3f\n", held_out_sum / count,
              best_sum / count);
}

/// The weights of a model, separated by commas; nothing if they are not as many as the model has.
std::optional<stories::LinkModel> parse_weights(std::string_view text) {
  std::vector<float> numbers;
  for (const char* at = text.data(); at < text.data() + text.size();) {
    char* end = nullptr;
    numbers.push_back(std::strtof(at, &end));
    if (end == at) return std::nullopt;
    at = *end == ',' ? end + 1 : end;
  }
  stories::LinkModel model;
  if (numbers.size() != model.weights.size() + 1) return std::nullopt;
  model.constant = numbers.front();
  std::copy(numbers.begin() + 1, numbers.end(), model.weights.begin());
  return model;
}

void print_scores(const std::vector<Window>& windows, const lang::Language& language,
                  const stories::StoryRules& rules) {
  double sum = 0;
  for (const Window& window : windows) {
    const Scores scores = score(window, language, rules);
    std::printf("%-12s P %.3f R %.3f F1 %.3f\n", window.name.c_str(), scores.precision, scores.recall, scores.f1);
    sum += scores.f1;
  }
  std::printf("mean F1 %.3f\n", sum / static_cast<double>(windows.size()));
}

}  // namespace

int main(int argc, char** argv) {
  stories::StoryRules program;
  const bool other_model = argc > 2 && std::string_view(argv[1]) == "--weights";
  const std::optional<stories::LinkModel> model = other_model ? parse_weights(argv[2]) : program.links;
  const int first = other_model ? 3 : 1;
  if (!model || argc < first + 2 || (argc - first) % 2 != 0) {
    std::fprintf(stderr, "usage: stories_folds [--weights CONSTANT,WEIGHT,...] REPORTS GOLD [REPORTS GOLD]...\n");
    return 2;
  }
  program.links = *model;
  std::vector<Window> windows;
  for (int i = first; i + 1 < argc; i += 2) windows.push_back(read_window(argv[i], argv[i + 1]));
  const lang::Language language = lang::load_language("de");
  print_scores(windows, language, program);
  if (windows.size() < 2 || other_model) return 0;
  const std::vector<stories::StoryRules> rules = grid();
  std::vector<std::vector<double>> f1;
  for (const stories::StoryRules& rule : rules) {
    std::vector<double>& row = f1.emplace_back();
    for (const Window& window : windows) row.push_back(score(window, language, rule).f1);
  }
  print_folds(windows, rules, f1);
  return 0;
}
