// SPDX-License-Identifier: Apache-2.0
// Forms that were read before: most tokens of a report repeat forms of the reports before it.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/word_info.h"
#include "lang/language.h"

namespace ql::annotate {

/// Keeps WordInfos by form, some 30 MB at most. For one thread. What it answers does not depend on what was asked
/// before.
class WordCache {
 public:
  /// The language must outlive the cache.
  explicit WordCache(const lang::Language& language) : language_(language) { clear(); }

  /// The words of one sentence's tokens; they stay valid until the next call. O(1) per known form.
  void look_up(std::string_view text, std::span<const Token> tokens, std::vector<const WordInfo*>& words);

 private:
  struct Entry {
    std::string raw;
    bool capitalised, first;
    WordInfo info;
  };

  const WordInfo& find(std::string_view raw, bool capitalised, bool first);
  void clear();
  void grow();

  const lang::Language& language_;
  std::deque<Entry> entries_;
  std::vector<std::uint64_t> hashes_;  ///< Of entries_, in their order.
  std::vector<std::uint32_t> slots_;   ///< Index + 1, 0 = free; a power of two.
};

}  // namespace ql::annotate
