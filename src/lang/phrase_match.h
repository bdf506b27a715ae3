// SPDX-License-Identifier: Apache-2.0
// Lower-case phrases in a text of any case: the words of the text one by one, and whether a phrase stands at a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ql::lang {

/// Walks over the words of a text: runs of letters. Cost: a few cycles a byte; allocates nothing.
class WordWalk {
 public:
  explicit WordWalk(std::string_view text) : text_(text) {}
  /// Goes to the next word; false if there is none.
  bool next();
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return at_; }
  /// Of the word; the same in any case of ASCII and Latin-1 letters.
  [[nodiscard]] std::uint64_t hash() const { return hash_; }

 private:
  bool read_letter();

  std::string_view text_;
  std::size_t begin_ = 0, at_ = 0;
  std::uint64_t hash_ = 0;
};

/// How many bytes of the lower-case phrase stand at the start of the text, in any case of ASCII and Latin-1 letters;
/// quotation marks beside its blanks are passed over ("keine Rede" sein). If that is all of them, `length` is what they
/// take in the text.
std::size_t match_phrase(std::string_view phrase, std::string_view text, std::size_t& length);

/// Where the lower-case words stand as whole words, in [from, limit); npos if they do not. `end`: behind them. Requires
/// words. Cost: linear in the bytes looked at.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from, std::size_t limit,
                       std::size_t& end);

/// True if the lower-case words stand at `at` as whole words; `end` is then behind them.
bool words_stand_at(std::string_view text, std::string_view words, std::size_t at, std::size_t& end);

}  // namespace ql::lang
