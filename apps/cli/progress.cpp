// SPDX-License-Identifier: Apache-2.0
// Time left comes from the bytes read so far; the sizes of the inputs are summed up once at the start, and only when
// somebody is there to read it.
#include "progress.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "ingest/file_list.h"

namespace ql::cli {
namespace {

std::uint64_t total_size_bytes(const std::vector<std::string>& paths) {
  Diagnostics ignored;  // The run itself reports them.
  std::uint64_t total = 0;
  for (const std::string& file : ingest::list_files(paths, ignored)) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace

ProgressLine::ProgressLine(const std::vector<std::string>& paths, bool quiet, const lang::Messages& messages)
    : messages_(messages), enabled_(!quiet && isatty(STDERR_FILENO) != 0) {
  if (enabled_) total_bytes_ = total_size_bytes(paths);
}

void ProgressLine::update(const engine::Progress& progress) {
  constexpr std::chrono::milliseconds kInterval(200);
  const Clock::time_point now = Clock::now();
  if (!enabled_ || now - last_ < kInterval) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double rate = static_cast<double>(progress.reports_done) / seconds;
  std::string line = messages_.format("progress.reports", {messages_.integer(progress.reports_done),
                                                           messages_.integer(static_cast<std::size_t>(rate))});
  constexpr std::uint64_t kMegabyte = 1'000'000;
  if (total_bytes_ >= kMegabyte) {
    line += messages_.format("progress.bytes", {messages_.integer(progress.file_bytes_done / kMegabyte),
                                                messages_.integer(total_bytes_ / kMegabyte)});
  }
  if (progress.file_bytes_done > 0 && progress.file_bytes_done < total_bytes_) {
    const double left = seconds * static_cast<double>(total_bytes_ - progress.file_bytes_done) /
                        static_cast<double>(progress.file_bytes_done);
    line += messages_.format("progress.left", {messages_.integer(static_cast<std::size_t>(left + 0.5))});
  }
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

}  // namespace ql::cli
