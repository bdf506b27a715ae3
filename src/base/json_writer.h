// SPDX-License-Identifier: Apache-2.0
// Writes JSON from front to back: keys in the order of the calls, numbers in their shortest exact form, no
// locale. The same calls give the same bytes on every machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace ql {

/// A JSON document under construction. Commas and colons come by themselves; that begin and end calls match is up
/// to the caller. Cost: linear in the output.
class JsonWriter {
 public:
  /// Receives finished pieces of the document, in order.
  using Sink = std::function<void(std::string_view)>;

  /// Collects the whole document for take().
  JsonWriter() = default;
  /// Hands pieces of about a megabyte to `sink`; call flush() at the end.
  explicit JsonWriter(Sink sink) : sink_(std::move(sink)) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// The name of the next value. `name` is an ASCII literal without characters that JSON escapes.
  void key(std::string_view name);

  /// A string value. Control characters are escaped; bytes that are not UTF-8 become U+FFFD.
  void text(std::string_view value);
  /// A string value of a one-letter prefix and a number: "r12".
  void id(char prefix, std::size_t number);
  /// An integer; a double as an integer if it is one below 2^53, else in the shortest form that reads back as the
  /// same number; not-a-number and infinity as null.
  void integer(std::uint64_t value);
  void number(double value);
  void number(float value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }

  /// Starts a new line before the next item; for documents that people compare line by line.
  void new_line() { break_line_ = true; }

  /// Ends the document with a line feed and hands the rest to the sink.
  void flush();
  /// Ends the document with a line feed and returns it. Requires the constructor without sink.
  [[nodiscard]] std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void raw(std::string_view value);
  template <class Number>
  void shortest(Number value);

  std::string out_;
  Sink sink_;
  bool needs_comma_ = false;
  bool break_line_ = false;
};

}  // namespace ql
