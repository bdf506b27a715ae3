// SPDX-License-Identifier: Apache-2.0
// bytes -> file in memory (memfd) -> pdftotext with limits -> pipe -> text
//
// PDF is a program's output more than a text: its readers are large and have a history of faults, so it is read by a
// separate process whose crash or hang costs one file. It gets no environment but PATH and LC_ALL=C. Tested by
// pdf_test.cpp.
#include "ingest/pdf.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"

namespace ql::ingest {
namespace {

constexpr int kNoProgram = 127;

/// How the process ended, and what it printed.
struct Printed {
  std::string text;
  int exit_code = -1;  ///< -1: it could not be started or ended by a signal.
  bool too_large = false;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor, bytes.data(), bytes.size());
    if (done < 0 && errno != EINTR) return false;
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(done, 0)));
  }
  return ::lseek(descriptor, 0, SEEK_SET) == 0;
}

/// In the child: limits, standard input and output, then the program. Only calls that are safe after fork().
[[noreturn]] void run_program(int input, int output, char* const* arguments, char* const* environment) {
  constexpr rlim_t kSeconds = 60, kBytes = rlim_t{2} << 30;
  const rlimit cpu{kSeconds, kSeconds}, memory{kBytes, kBytes}, no_files{0, 0}, no_core{0, 0};
  ::setrlimit(RLIMIT_CPU, &cpu);
  ::setrlimit(RLIMIT_AS, &memory);
  ::setrlimit(RLIMIT_FSIZE, &no_files);
  ::setrlimit(RLIMIT_CORE, &no_core);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (::dup2(input, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 && ::dup2(nowhere, STDERR_FILENO) >= 0) {
    ::execvpe("pdftotext", arguments, environment);
  }
  ::_exit(kNoProgram);
}

Printed read_output(int output, pid_t process, std::size_t max_bytes) {
  Printed printed;
  std::array<char, 1U << 16> buffer{};
  for (;;) {
    const ssize_t got = ::read(output, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    printed.text.append(buffer.data(), static_cast<std::size_t>(got));
    if (printed.text.size() > max_bytes) {
      printed.too_large = true;
      ::kill(process, SIGKILL);
      break;
    }
  }
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(state)) printed.exit_code = WEXITSTATUS(state);
  return printed;
}

Printed run_pdftotext(std::string_view pdf, std::size_t max_bytes) {
  std::array<int, 2> pipe_ends{-1, -1};
  const int input = ::memfd_create("quellenlage-pdf", MFD_CLOEXEC);
  if (input < 0 || !write_all(input, pdf) || ::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) {
    if (input >= 0) ::close(input);
    return {};
  }
  std::array<std::string, 7> words{"pdftotext", "-enc", "UTF-8", "-eol", "unix", "-", "-"};
  std::array<char*, 8> arguments{};
  std::transform(words.begin(), words.end(), arguments.begin(), [](std::string& word) { return word.data(); });
  const char* path = std::getenv("PATH");
  std::string path_setting = std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path);
  std::string locale_setting = "LC_ALL=C";
  std::array<char*, 3> environment{path_setting.data(), locale_setting.data(), nullptr};
  const pid_t process = ::fork();
  if (process == 0) run_program(input, pipe_ends[1], arguments.data(), environment.data());
  ::close(input);
  ::close(pipe_ends[1]);
  Printed printed;
  if (process > 0) printed = read_output(pipe_ends[0], process, max_bytes);
  ::close(pipe_ends[0]);
  return printed;
}

/// "Vor- und Nachteile": the hyphen stays before these.
bool is_joiner(std::string_view rest) {
  for (const std::string_view word : {"und", "oder", "bzw", "bis", "sowie", "beziehungsweise"}) {
    if (rest.starts_with(word) && rest.size() > word.size() && !is_letter(decode_utf8(rest, word.size()).value))
      return true;
  }
  return false;
}

bool divides_word(std::string_view text, std::size_t hyphen) {
  if (hyphen == 0 || hyphen + 2 >= text.size()) return false;
  std::size_t before = hyphen - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  const char32_t after = decode_utf8(text, hyphen + 2).value;
  return is_letter(decode_utf8(text, before).value) && is_letter(after) && !is_upper(after) &&
         !is_joiner(text.substr(hyphen + 2));
}

void report_failure(const Printed& printed, Container& file) {
  if (printed.too_large) {
    file.report(Severity::Error, "report.too_large", std::nullopt, "text layer is larger than one report may be");
  } else if (printed.exit_code == kNoProgram) {
    file.report(Severity::Error, "pdf.no_reader", std::nullopt, "needs the program pdftotext: install poppler-utils");
  } else if (printed.exit_code == 3) {
    file.report(Severity::Error, "pdf.protected", std::nullopt,
                "does not permit copying its text; ask for an open file");
  } else {
    file.report(Severity::Error, "pdf.broken", std::nullopt, "cannot be read as PDF (damaged, or it needs a password)");
  }
}

}  // namespace

std::string pdf_text(const std::string& printed) {
  std::string out;
  out.reserve(printed.size());
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const char c = printed[i];
    if (c == '-' && i + 1 < printed.size() && printed[i + 1] == '\n' && divides_word(printed, i)) {
      ++i;
      continue;
    }
    out += c == '\f' ? '\n' : c;
  }
  return out;
}

void read_pdf(ByteStream& stream, Container& file) {
  constexpr std::size_t kMostBytes = 256U << 20;
  const std::string pdf = stream.read_rest(kMostBytes);
  const std::uint64_t record = file.next_record();
  if (pdf.size() > kMostBytes) {
    file.report(Severity::Error, "report.too_large", std::nullopt, "PDF is larger than 256 MiB; split it");
    return;
  }
  const Printed printed = run_pdftotext(pdf, static_cast<std::size_t>(file.max_report_bytes()));
  if (printed.exit_code != 0 || printed.too_large) return report_failure(printed, file);
  RawReport raw;
  raw.bytes = pdf_text(printed.text);
  raw.declared_encoding = "utf-8";
  if (raw.bytes.find_first_not_of(" \n\r\t") == std::string::npos) {
    file.report(Severity::Warning, "pdf.no_text_layer", std::nullopt,
                "has no text layer (a scan?); run text recognition first, for example ocrmypdf");
    return;
  }
  file.deliver(std::move(raw), record, {0, pdf.size()});
}

}  // namespace ql::ingest
