// SPDX-License-Identifier: Apache-2.0
// Reports that retell another outlet's report and have little of their own. Private to stories.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "clean/report.h"
#include "lang/language.h"
#include "stories/story_table.h"
#include "stories/words.h"

namespace ql::stories {

/// Which words end as names of outlets do. The last letters of most words say that they do not.
class OutletEndings {
 public:
  explicit OutletEndings(const lang::Language& language);
  struct Answer {
    bool compound = false;  ///< Ends with such a word and is more than it: "Landkurier".
    bool whole = false;     ///< Is such a word: "Kurier".
  };
  /// Of the word at these bytes of a text.
  [[nodiscard]] Answer of(std::string_view word) const;

 private:
  /// False for most words that end otherwise.
  [[nodiscard]] bool may_end(std::string_view word) const;
  [[nodiscard]] Answer look_up(std::string_view word) const;

  const lang::Language& language_;
  std::array<std::uint64_t, 32> bits_{};  // a bit for each hash of the last letters of an ending
  bool beyond_ascii_ = false;             // an ending has letters beyond ASCII
};

/// A Reuse of type Repeats if the report mostly retells one other outlet; `outlet` names it as written and `from` is
/// none: which of that outlet's reports it was is not said. `list` holds the words of the report. Linear in the words.
std::optional<Reuse> find_relay(const clean::Report& report, ReportId id, const WordList& list,
                                const OutletEndings& endings);

}  // namespace ql::stories
