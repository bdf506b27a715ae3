// SPDX-License-Identifier: Apache-2.0
// Words that say that one number of a sentence replaces another (von 43 auf 61). From lexicons/xx/successions.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ql::lang {

/// A short list; looked up for pairs of numbers only.
class SuccessionWords {
 public:
  /// Requires that the file is embedded for the language `code`.
  static SuccessionWords load(const std::string& code);

  /// True if these lower-case words, each directly before its number (a hedge between them left out), say that the
  /// later number of the sentence replaces the earlier.
  [[nodiscard]] bool replaces(std::string_view before_earlier, std::string_view before_later) const;
  /// True if they also say that the earlier number was wrong ("nicht 43, sondern 38").
  [[nodiscard]] bool corrects(std::string_view before_earlier, std::string_view before_later) const;

 private:
  struct Pair {
    std::string_view before_earlier, before_later;
    bool corrects = false;
  };
  [[nodiscard]] const Pair* find(std::string_view before_earlier, std::string_view before_later) const;
  std::vector<Pair> pairs_;
};

}  // namespace ql::lang
