// SPDX-License-Identifier: Apache-2.0
// Tested by tests/cli/cli_test.py (a full device, a folder that is not there).
#include "output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace ql::cli {

Output::Output(std::string path) : path_(std::move(path)) {
  if (path_.empty()) {
    file_ = stdout;
    return;
  }
  // Devices and pipes are written in place; only a regular file can be replaced.
  std::error_code ignored;
  const auto status = std::filesystem::status(path_, ignored);
  const bool in_place = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
  partial_path_ = in_place ? path_ : path_ + ".part";
  file_ = std::fopen(partial_path_.c_str(), "wb");
  if (file_ == nullptr) fail();
}

Output::~Output() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  if (partial_path_ != path_) std::remove(partial_path_.c_str());
}

void Output::fail() {
  if (error_.empty()) error_ = std::strerror(errno);
}

void Output::write(std::string_view bytes) {
  if (!error_.empty() || bytes.empty()) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
}

bool Output::close() {
  if (file_ == nullptr) return false;
  if (std::fflush(file_) != 0) fail();
  if (file_ == stdout) return error_.empty();
  if (std::fclose(std::exchange(file_, nullptr)) != 0) fail();
  if (partial_path_ == path_) return error_.empty();
  if (error_.empty() && std::rename(partial_path_.c_str(), path_.c_str()) != 0) fail();
  if (!error_.empty()) std::remove(partial_path_.c_str());
  return error_.empty();
}

unsigned terminal_columns() {
  constexpr unsigned kDefaultColumns = 80;
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kDefaultColumns;
  }
  return std::clamp<unsigned>(size.ws_col, 40, 120);
}

}  // namespace ql::cli
