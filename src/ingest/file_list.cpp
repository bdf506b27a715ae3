// SPDX-License-Identifier: Apache-2.0
// A walk with an explicit list of folders to do. Identity of a file or folder is its canonical path: a folder that
// was seen before is not entered again, which ends loops of symbolic links. Order: all paths are sorted at the end,
// so neither the file system's order nor the order of arguments can show. Tested by ingest_test.cpp.
#include "ingest/file_list.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace ql::ingest {
namespace {

namespace fs = std::filesystem;

class Walk {
 public:
  explicit Walk(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// A path from the command line.
  void add_argument(const std::string& path) {
    if (path == "-") {
      files_.push_back(path);
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      enter(path);
    } else if (fs::is_regular_file(status) || fs::is_fifo(status) || fs::is_character_file(status)) {
      files_.push_back(path);
    } else {
      report(path, Severity::Error, "file.unreadable", "is no file or folder that can be read; check the path");
    }
  }

  std::vector<std::string> finish() {
    while (!folders_.empty()) {
      const fs::path folder = std::move(folders_.back());
      folders_.pop_back();
      list(folder);
    }
    std::sort(files_.begin(), files_.end());
    std::set<fs::path> seen;
    std::erase_if(files_, [&seen](const std::string& file) {
      std::error_code error;
      return file != "-" && !seen.insert(fs::weakly_canonical(file, error)).second;
    });
    files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
    return std::move(files_);
  }

 private:
  void report(const fs::path& path, Severity severity, std::string code, std::string message) {
    diagnostics_.push_back({path.string(), severity, std::move(code), std::nullopt, std::move(message)});
  }

  void enter(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) {
      report(folder, Severity::Error, "file.unreadable", "cannot be opened: " + error.message());
    } else if (entered_.insert(real).second) {
      folders_.push_back(folder);
    } else {
      report(folder, Severity::Note, "folder.seen_before", "was read already under another name and is skipped");
    }
  }

  void list(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
      report(folder, Severity::Error, "file.unreadable", "folder cannot be opened: " + error.message());
      return;
    }
    for (const fs::directory_entry& entry : entries) {
      add_entry(entry.path());
    }
  }

  void add_entry(const fs::path& path) {
    if (path.filename().string().starts_with('.')) {
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      enter(path);
    } else if (fs::is_regular_file(status)) {
      files_.push_back(path.string());
    } else {
      report(path, Severity::Warning, "file.unreadable", "is neither a file nor a folder; skipped");
    }
  }

  Diagnostics& diagnostics_;
  std::vector<std::string> files_;
  std::vector<fs::path> folders_;
  std::set<fs::path> entered_;
};

}  // namespace

std::vector<std::string> list_files(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<std::string> sorted = paths;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  Walk walk(diagnostics);
  for (const std::string& path : sorted) {
    walk.add_argument(path);
  }
  return walk.finish();
}

}  // namespace ql::ingest
