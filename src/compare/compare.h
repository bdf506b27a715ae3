// SPDX-License-Identifier: Apache-2.0
// compare: Where do the reports agree, differ, or get overtaken? StoryTable + claims -> Findings.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "annotate/actor_table.h"
#include "claims/analysed_report.h"
#include "compare/chronology.h"
#include "compare/findings.h"
#include "lang/language.h"
#include "stories/story_table.h"

namespace ql::compare {

struct Context;
class WordMemo;

/// Compares the stories of a run, topic by topic. Every relation names its rule and the slots compared. Order in time
/// rests on the chronology where reports do not say it. Refers to what it is made of.
class Comparer {
 public:
  Comparer(std::span<const AnalysedReport> reports, const annotate::ActorTable& actors,
           const stories::StoryTable& stories, const Chronology& chronology, const lang::Language& language);

  /// Findings with an empty entry for every story and topic, to be filled by compare_topic().
  [[nodiscard]] Findings no_findings() const;

  /// Compares statements and figures within every story of the topic and across its stories, and writes their entries
  /// in `findings`. `words` helps from topic to topic. Different topics may be compared at the same time, each with
  /// words of its own. Near-linear through blocking keys.
  void compare_topic(TopicId topic, WordMemo& words, Findings& findings) const;

 private:
  [[nodiscard]] Context context(WordMemo& words) const;

  std::span<const AnalysedReport> reports_;
  const annotate::ActorTable& actors_;
  const stories::StoryTable& stories_;
  const Chronology& chronology_;
  const lang::Language& language_;
  std::vector<StoryId> story_of_;  ///< By ReportId.
  std::vector<std::uint32_t> origin_of_;
  std::vector<std::vector<std::uint64_t>> institutions_;  ///< Context::institutions
};

}  // namespace ql::compare
