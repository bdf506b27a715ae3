// SPDX-License-Identifier: Apache-2.0
// One walk over expressions and tokens. Tested by times_test.cpp.
#include "annotate/times_tokens.h"

#include <algorithm>

namespace ql::annotate {

void sort_and_set_tokens(Annotations& notes) {
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(notes.tokens.size());
  std::sort(notes.times.begin(), notes.times.end(), [](const TimeExpression& a, const TimeExpression& b) {
    return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end < b.text.end;
  });
  for (TimeExpression& time : notes.times) {
    while (token < count && notes.tokens[token].text.end <= time.text.begin) ++token;
    time.tokens = {token, token};
    while (time.tokens.end < count && notes.tokens[time.tokens.end].text.begin < time.text.end) ++time.tokens.end;
  }
}

}  // namespace ql::annotate
