// SPDX-License-Identifier: Apache-2.0
// bytes -> ingest -> clean -> annotate -> claims | actors -> stories -> compare -> dossier
//
// The stages left of the bar see one report at a time and run on all threads, in batches whose results are put
// back in input order (ingest reads in the order of paths and records); the stages right of it see all reports.
// Tested by tests/cli.
#include "engine/engine.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "annotate/annotate.h"
#include "annotate/second_reading.h"
#include "base/parallel.h"
#include "claims/claims.h"
#include "claims/drop_claims.h"
#include "clean/clean.h"
#include "compare/chronology.h"
#include "compare/compare.h"
#include "compare/words.h"
#include "engine/ordered_pool.h"
#include "lang/language.h"
#include "stories/house_text.h"
#include "stories/stories.h"

namespace ql::engine {
namespace {

/// What the per-report stages make of one report.
struct Analysis {
  std::optional<AnalysedReport> report;
  std::optional<ingest::ItemState> withdrawal;  ///< Of an item that its sender took back; then there is no report.
  Diagnostics diagnostics;
  StageTimes times;
};

/// Gives back what vectors hold beyond their contents: a report is kept until the end of the run, and there are many.
void shrink_to_fit(AnalysedReport& analysed) {
  const auto shrink = [](auto&... vectors) { (vectors.shrink_to_fit(), ...); };
  annotate::Annotations& notes = analysed.notes;
  shrink(notes.tokens, notes.sentences, notes.clauses, notes.mentions, notes.entities, notes.times, notes.quantities,
         notes.lemmas);
  shrink(analysed.report.text, analysed.report.blocks, analysed.report.cells, analysed.report.offsets);
  shrink(analysed.claims.statements, analysed.claims.figures);
}

Diagnostic unsupported_language(const clean::Report& report) {
  return {report.origin.path, Severity::Note, "language.unsupported", std::nullopt,
          "is written in '" + report.language + "', for which there are no lexicons; its statements are not read"};
}

/// True if the report is known to be older than `since` ("" = no report is).
bool is_before(const clean::Report& report, const std::string& since) {
  return !since.empty() && report.published && report.published->value.substr(0, since.size()) < since;
}

/// Workspaces that no thread uses at the moment: as many as there are threads, kept over all reports.
class Workspaces {
 public:
  explicit Workspaces(const lang::Language& language) : language_(language) {}

  std::unique_ptr<annotate::Workspace> take() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return std::make_unique<annotate::Workspace>(language_);
    std::unique_ptr<annotate::Workspace> workspace = std::move(spare_.back());
    spare_.pop_back();
    return workspace;
  }
  void give_back(std::unique_ptr<annotate::Workspace> workspace) {
    const std::lock_guard lock(mutex_);
    spare_.push_back(std::move(workspace));
  }

 private:
  const lang::Language& language_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<annotate::Workspace>> spare_;
};

Analysis analyse(ingest::RawReport&& raw, const lang::Language& language, const std::string& since,
                 Workspaces& workspaces) {
  Analysis result;
  if (raw.item.withdrawn) {
    result.withdrawal = std::move(raw.item);
    return result;
  }
  std::optional<clean::Report> report =
      timed(result.times, Stage::Clean, [&] { return clean::clean(std::move(raw), language, result.diagnostics); });
  if (!report || is_before(*report, since)) {
    return result;
  }
  result.report.emplace();
  AnalysedReport& analysed = *result.report;
  analysed.report = std::move(*report);
  if (!analysed.report.language.empty() && analysed.report.language != language.code) {
    result.diagnostics.push_back(unsupported_language(analysed.report));
    return result;
  }
  std::unique_ptr<annotate::Workspace> workspace = workspaces.take();
  analysed.notes =
      timed(result.times, Stage::Annotate, [&] { return annotate::annotate(analysed.report, language, *workspace); });
  workspaces.give_back(std::move(workspace));
  analysed.claims = timed(result.times, Stage::Claims,
                          [&] { return claims::extract_claims(analysed.report, analysed.notes, language); });
  shrink_to_fit(analysed);
  return result;
}

void append(Diagnostics& all, Diagnostics&& some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

/// In the order of the paths; what different stages say of one path stays in the order of the stages.
void sort_by_path(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.path < b.path; });
}

/// Reads all paths, works on every report with `work` on all threads, and hands the results to `sink` in order until it
/// was given Options::limit results with a report. Returns what ingest could not read.
template <class Out>
Diagnostics for_each_report(const std::vector<std::string>& paths, const Options& options, StageTimes& times,
                            const std::function<Out(ingest::RawReport&&)>& work,
                            const std::function<void(Out&&)>& sink) {
  Diagnostics unreadable;
  Progress progress;
  double seconds_in_pool = 0;
  std::uint64_t left = options.limit.value_or(~std::uint64_t{0});
  bool enough = left == 0;
  BatchLimits limits;
  limits.inputs = static_cast<std::size_t>(std::min<std::uint64_t>(limits.inputs, std::max<std::uint64_t>(left, 1)));
  OrderedPool<ingest::RawReport, Out> pool(options.threads, limits, work, [&](Out&& result) {
    if (enough) return;
    if (result.report && --left == 0) enough = true;
    sink(std::move(result));
    ++progress.reports_done;
    if (options.on_progress) options.on_progress(progress);
  });
  ingest::Options reading = options.ingest;
  reading.file_bytes_read = &progress.file_bytes_done;
  reading.stop = &enough;
  const auto in_pool = [&seconds_in_pool](const auto& step) {
    const double begin = seconds_of(kThisThread);
    step();
    seconds_in_pool += seconds_of(kThisThread) - begin;
  };
  timed(times, Stage::Read, [&] {
    const auto add = [&](ingest::RawReport&& raw) {
      const std::uint64_t bytes = raw.bytes.size();
      in_pool([&] { pool.add(std::move(raw), bytes); });
    };
    ingest::read_reports(paths, reading, add, unreadable);
  });
  pool.finish();
  times[Stage::Read] -= seconds_in_pool;
  return unreadable;
}

/// The note or warning on a version that was replaced or withdrawn.
Diagnostic no_longer_speaks(const clean::Report& report, clean::VersionStatus status) {
  const std::string version = "version " + std::to_string(report.item.version) + " of " + report.item.item;
  const auto& byte = report.origin.container_begin_byte;
  if (status == clean::VersionStatus::Withdrawn) {
    return {report.origin.path, Severity::Warning, "report.taken_back", byte,
            version + " was withdrawn by its sender later"};
  }
  return {report.origin.path, Severity::Note, "report.superseded", byte, version + " was replaced by a later version"};
}

/// Which versions of an agency's items still speak, and a diagnostic for each that does not.
void link_versions(std::vector<AnalysedReport>& reports, const std::vector<ingest::ItemState>& withdrawals,
                   Diagnostics& diagnostics) {
  std::vector<const ingest::ItemState*> items;
  for (const AnalysedReport& report : reports) items.push_back(&report.report.item);
  for (const ingest::ItemState& withdrawal : withdrawals) items.push_back(&withdrawal);
  const std::vector<clean::VersionLink> links = clean::link_versions(items);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    reports[i].version = links[i];
    const clean::Report& report = reports[i].report;
    if (links[i].status == clean::VersionStatus::Current) continue;
    diagnostics.push_back(no_longer_speaks(report, links[i].status));
  }
}

present::Dossier read_and_analyse(const std::vector<std::string>& paths, const Options& options,
                                  const lang::Language& language, StageTimes& times) {
  present::Dossier dossier;
  Workspaces workspaces(language);
  std::vector<ingest::ItemState> withdrawals;
  Diagnostics unreadable = for_each_report<Analysis>(
      paths, options, times,
      [&](ingest::RawReport&& raw) { return analyse(std::move(raw), language, options.since, workspaces); },
      [&](Analysis&& analysis) {
        times.add(analysis.times);
        append(dossier.diagnostics, std::move(analysis.diagnostics));
        if (analysis.report) dossier.reports.push_back(std::move(*analysis.report));
        if (analysis.withdrawal) withdrawals.push_back(std::move(*analysis.withdrawal));
      });
  link_versions(dossier.reports, withdrawals, dossier.diagnostics);
  append(unreadable, std::move(dossier.diagnostics));
  dossier.diagnostics = std::move(unreadable);
  sort_by_path(dossier.diagnostics);
  return dossier;
}

/// Topics in the order in which they are begun: the largest first, so that no thread is left alone with one at the end.
std::vector<TopicId> largest_first(const stories::StoryTable& stories) {
  std::vector<std::pair<std::size_t, TopicId>> by_size;
  for (std::size_t topic = 0; topic < stories.topics.size(); ++topic) {
    std::size_t reports = 0;
    for (const StoryId story : stories.topics[topic].stories) reports += stories.stories[story.index()].reports.size();
    by_size.emplace_back(reports, TopicId(topic));
  }
  std::stable_sort(by_size.begin(), by_size.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<TopicId> order;
  for (const auto& [reports, topic] : by_size) order.push_back(topic);
  return order;
}

/// Notes that a report is a ticker or digest: why it stands alone, or what else its story holds.
void note_forms(present::Dossier& dossier) {
  for (std::size_t i = 0; i < dossier.reports.size(); ++i) {
    const std::string& path = dossier.reports[i].report.origin.path;
    switch (dossier.stories.forms[i]) {
      case stories::ReportForm::Ticker:
        dossier.diagnostics.push_back(
            {path, Severity::Note, "report.ticker", std::nullopt,
             "is a running account in entries stamped with the time; it joins only a story that dominates it"});
        break;
      case stories::ReportForm::Digest:
        dossier.diagnostics.push_back({path, Severity::Note, "report.digest", std::nullopt,
                                       "holds items about unlike things; it joins only a story that dominates it"});
        break;
      case stories::ReportForm::Plain:
        break;
    }
  }
  sort_by_path(dossier.diagnostics);
}

/// Drops the claims of sentences that an outlet prints under everything, and says so of each report.
void drop_house_text(present::Dossier& dossier) {
  const std::vector<std::vector<SentenceId>> house_text = stories::find_house_text(dossier.reports, dossier.stories);
  for (std::size_t i = 0; i < dossier.reports.size(); ++i) {
    if (house_text[i].empty()) continue;
    claims::drop_claims(house_text[i], dossier.reports[i].claims);
    const clean::Report& report = dossier.reports[i].report;
    dossier.diagnostics.push_back({report.origin.path, Severity::Note, "report.house_text",
                                   report.origin.container_begin_byte,
                                   "sentences that " + *report.outlet + " prints under reports of unlike topics: " +
                                       std::to_string(house_text[i].size()) + "; no claim is read from them"});
  }
}

compare::Findings compare_topics(const present::Dossier& dossier, const lang::Language& language, unsigned threads,
                                 StageTimes& times) {
  const compare::Comparer comparer = timed(times, Stage::Compare, [&] {
    return compare::Comparer(dossier.reports, dossier.actors, dossier.stories, dossier.chronology, language);
  });
  compare::Findings findings = comparer.no_findings();
  const std::vector<TopicId> order = largest_first(dossier.stories);
  std::vector<StageTimes> spent(order.size());
  const auto make_words = [&] { return compare::WordMemo(language); };
  for_each_index(threads, order.size(), make_words, [&](std::size_t i, compare::WordMemo& words) {
    timed(spent[i], Stage::Compare, [&] { comparer.compare_topic(order[i], words, findings); });
  });
  for (const StageTimes& topic : spent) times.add(topic);
  return findings;
}

/// Reports of a story tell what single ones leave open.
void read_stories_again(present::Dossier& dossier, const lang::Language& language, unsigned threads) {
  const std::vector<stories::Story>& found = dossier.stories.stories;
  for_each_index(threads, found.size(), [&](std::size_t s) {
    std::vector<annotate::ReadReport> story;
    for (const ReportId id : found[s].reports) {
      AnalysedReport& report = dossier.reports[id.index()];
      story.push_back({report.report.text, &report.notes});
    }
    annotate::read_again(story, language);
  });
}

/// A story is a context: what it calls by one name is one actor.
annotate::ActorTable link_actors(const present::Dossier& dossier) {
  std::vector<const annotate::Annotations*> notes;
  for (const AnalysedReport& report : dossier.reports) notes.push_back(&report.notes);
  return annotate::link_actors(notes, stories::story_of_reports(dossier.reports.size(), dossier.stories));
}

}  // namespace

present::Dossier run(const std::vector<std::string>& paths, const Options& options) {
  const lang::Language language = lang::load_language("de");
  StageTimes times;
  present::Dossier dossier = read_and_analyse(paths, options, language, times);

  dossier.stories = timed(
      times, Stage::Stories, [&] { return stories::group(dossier.reports, language, options.threads); }, kAllThreads);
  timed(times, Stage::Stories, [&] { drop_house_text(dossier); });
  timed(times, Stage::Actors, [&] { read_stories_again(dossier, language, options.threads); }, kAllThreads);
  dossier.actors = timed(times, Stage::Actors, [&] { return link_actors(dossier); });
  dossier.stories.traces = timed(times, Stage::Stories, [&] {
    return stories::find_traces(dossier.reports, dossier.actors, dossier.stories, language);
  });
  note_forms(dossier);
  dossier.chronology = compare::infer_chronology(dossier.reports, dossier.stories);
  dossier.findings = compare_topics(dossier, language, options.threads, times);
  if (options.stage_times != nullptr) options.stage_times->add(times);
  return dossier;
}

Diagnostics extract(const std::vector<std::string>& paths, const Options& options,
                    const std::function<void(const clean::Report&)>& sink) {
  struct Extract {
    std::optional<clean::Report> report;
    Diagnostics diagnostics;
    StageTimes times;
  };
  const lang::Language language = lang::load_language("de");
  StageTimes times;
  Diagnostics found;
  Diagnostics diagnostics = for_each_report<Extract>(
      paths, options, times,
      [&](ingest::RawReport&& raw) {
        Extract extract;
        if (raw.item.withdrawn) return extract;
        extract.report = timed(extract.times, Stage::Clean,
                               [&] { return clean::clean(std::move(raw), language, extract.diagnostics); });
        if (extract.report && is_before(*extract.report, options.since)) extract.report.reset();
        return extract;
      },
      [&](Extract&& extract) {
        times.add(extract.times);
        append(found, std::move(extract.diagnostics));
        if (extract.report) sink(*extract.report);
      });
  append(diagnostics, std::move(found));
  sort_by_path(diagnostics);
  if (options.stage_times != nullptr) options.stage_times->add(times);
  return diagnostics;
}

}  // namespace ql::engine
