// SPDX-License-Identifier: Apache-2.0
// Forms that were read before: most tokens of a report repeat forms of the reports before it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"
#include "annotate/word_info.h"
#include "lang/language.h"

namespace ql::annotate {

/// Keeps WordInfos by form, below 40 MB unless one report alone has more forms. For one thread. What it answers does
/// not depend on what was asked before.
class WordCache {
 public:
  /// The language must outlive the cache.
  explicit WordCache(const lang::Language& language) : language_(language) {}

  /// Forgets what was not asked for lately. All words given out before become invalid.
  void start_report();
  /// The words of one sentence's tokens. O(1) per known form.
  void look_up(std::string_view text, std::span<const Token> tokens, std::vector<const WordInfo*>& words);
  /// One word inside a sentence.
  const WordInfo& find(std::string_view raw, bool capitalised);

 private:
  struct Entry {
    std::uint64_t key = 0;
    WordInfo info;
  };
  /// Entries by key; they never move.
  class Table {
   public:
    [[nodiscard]] std::size_t size() const { return size_; }
    /// Asks for the memory that find() will read first.
    void prefetch(std::uint64_t key) const {
      if (!slots_.empty()) __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
    }
    /// The entry with this key and form, or none.
    [[nodiscard]] Entry* find(std::uint64_t key, std::string_view raw);
    /// Adds an entry whose key and form are new.
    Entry& add(Entry&& entry);

   private:
    struct Slot {
      std::uint32_t check = 0;
      std::uint32_t entry = 0;  ///< Index + 1; 0 = free.
    };
    static constexpr std::size_t kBlock = 256;
    Entry& at(std::size_t index) { return blocks_[index / kBlock][index % kBlock]; }
    void grow();

    std::vector<std::unique_ptr<Entry[]>> blocks_;
    std::vector<Slot> slots_;  ///< A power of two.
    std::size_t size_ = 0;
  };

  const WordInfo& find(std::uint64_t key, std::string_view raw, bool capitalised, bool first);

  const lang::Language& language_;
  Table young_, old_;  ///< Asked for since the last change of generations; before it.
  std::vector<std::uint64_t> keys_;
};

}  // namespace ql::annotate
