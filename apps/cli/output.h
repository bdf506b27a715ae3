// SPDX-License-Identifier: Apache-2.0
// Where results go: a file or standard output, with every write checked.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace ql::cli {

/// An output file, or standard output for "". A file is written beside its place and moved there by close(), so that a
/// failed run leaves an older file as it was.
class Output {
 public:
  explicit Output(std::string path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);
  /// Flushes and puts the file in its place. False when anything since the constructor failed; see error().
  bool close();
  /// The system's words for the first failure.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void fail();

  std::string path_;
  std::string partial_path_;
  std::FILE* file_ = nullptr;
  std::string error_;
};

/// Columns of the terminal on standard output, 80 when it is none.
unsigned terminal_columns();

}  // namespace ql::cli
