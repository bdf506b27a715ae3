// SPDX-License-Identifier: Apache-2.0
// The names of stances in the tables. Tested by cue_lexicon_test.cpp.
#include "lang/cue_stance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"

namespace ql::lang {
namespace {

using Name = std::pair<std::string_view, CueStance>;

constexpr std::array kStances{Name{"asserts", CueStance::Asserts},   Name{"confirms", CueStance::Confirms},
                              Name{"denies", CueStance::Denies},     Name{"warns", CueStance::Warns},
                              Name{"suspects", CueStance::Suspects}, Name{"announces", CueStance::Announces},
                              Name{"demands", CueStance::Demands},   Name{"refuses", CueStance::Refuses}};

}  // namespace

CueStance cue_stance(std::string_view name) {
  const auto found = std::find_if(kStances.begin(), kStances.end(), [&](const Name& row) { return row.first == name; });
  QL_CHECK(found != kStances.end());
  return found->second;
}

}  // namespace ql::lang
