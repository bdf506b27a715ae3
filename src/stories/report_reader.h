// SPDX-License-Identifier: Apache-2.0
// One report -> all that the stage keeps of it; on as many threads as there are. Private to stories.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "annotate/annotations.h"
#include "base/parallel.h"
#include "clean/report.h"
#include "lang/language.h"
#include "stories/features.h"
#include "stories/publication.h"
#include "stories/relays.h"
#include "stories/report_form.h"
#include "stories/story_table.h"
#include "stories/words.h"

namespace ql::stories {

/// A report and what annotate says of it. `mentions` say which words name persons, organisations and places; none is
/// fine, but tells stories apart less well.
struct ReadableReport {
  const clean::Report* report = nullptr;
  std::span<const annotate::Mention> mentions;
};

/// What one reading gives. It depends on the report alone.
struct ReadReport {
  static constexpr std::size_t kMostAgencies = 4;

  Features features;
  std::array<std::uint32_t, kMostAgencies> agencies{};  ///< Credited, in numbers as of outlets; 0 = no more.
  std::uint32_t outlet = 0;                             ///< Tells outlets apart; 0 = unknown.
  std::optional<PublicationTime> time;
  ReportForm form = ReportForm::Plain;
  bool has_title = false;
  std::optional<Reuse> relay;  ///< The report retells another outlet's; `to` is none.
};

/// Reads reports one after the other and remembers the forms of the latest words. One for each thread.
class ReportReader {
 public:
  /// Both must outlive the reader.
  ReportReader(const lang::Language& language, const Rarities& rarities);
  /// Cost: linear in the report's words.
  ReadReport read(const ReadableReport& readable);
  WordReader& words() { return word_reader_; }

 private:
  const lang::Language& language_;
  WordReader word_reader_;
  FeatureReader feature_reader_;
  OutletEndings endings_;
  FormReader forms_;
  WordList words_;
};

/// Threads that share pieces of work, each with a reader of its own that stays warm from call to call.
class ReaderPool {
 public:
  /// `language` must outlive the pool.
  ReaderPool(const lang::Language& language, unsigned threads);
  ReaderPool(const ReaderPool&) = delete;  // the readers look at the rarities
  ReaderPool& operator=(const ReaderPool&) = delete;

  /// As ql::for_each_index; make_state(ReportReader&) makes the state of a thread.
  template <class MakeState, class Work>
  void for_each(std::size_t count, const MakeState& make_state, const Work& work) {
    std::atomic<std::size_t> next{0};
    for_each_index(threads(), count, [&] { return make_state(*readers_[next.fetch_add(1)]); }, work);
  }
  [[nodiscard]] unsigned threads() const { return static_cast<unsigned>(readers_.size()); }

 private:
  Rarities rarities_;
  std::vector<std::unique_ptr<ReportReader>> readers_;
};

}  // namespace ql::stories
