// SPDX-License-Identifier: Apache-2.0
// bytes -> which encoding? -> UTF-8 + OffsetMap
//
// Nearly all input is valid UTF-8 and is moved, not copied. Text that is valid UTF-8 with umlauts is taken as such
// whatever it declares: no other encoding yields it by accident, and wrong declarations are common in saved pages. Text
// that was encoded twice on its way is undone once.
// Tested by decode_test.cpp and the property tests of clean.
#include "clean/decode.h"

#include <algorithm>

#include "base/utf8.h"
#include "clean/encodings.h"

namespace ql::clean {
namespace {

/// Appends decoded code points to a text and its map; joins runs of invalid input into one U+FFFD.
class Decoder {
 public:
  void literal(std::string_view bytes, std::uint32_t source_begin) {
    if (bytes.empty()) return;
    text_.append(bytes);
    map_.append_literal(source_begin, static_cast<std::uint32_t>(bytes.size()));
    invalid_end_ = kNone;
  }
  void unit(char32_t point, SourceRange source) {
    const std::size_t before = text_.size();
    append_utf8(text_, point);
    map_.append_unit(static_cast<std::uint32_t>(text_.size() - before), source);
    invalid_end_ = kNone;
  }
  void invalid(SourceRange source) {
    ++invalid_count_;
    first_invalid_ = std::min(first_invalid_, source.begin);
    if (invalid_end_ == source.begin) {
      map_.extend_last_unit(source.end);
    } else {
      append_utf8(text_, U'\uFFFD');
      map_.append_unit(3, source);
    }
    invalid_end_ = source.end;
  }

  DecodedText finish(std::string encoding, const std::string& path, Diagnostics& diagnostics) {
    if (invalid_count_ > 0) {
      diagnostics.push_back({path, Severity::Warning, "encoding.invalid_byte", first_invalid_,
                             std::to_string(invalid_count_) + " byte(s) are no " + encoding +
                                 " text and read as U+FFFD; check the file's encoding"});
    }
    return {std::move(text_), std::move(encoding), false, std::move(map_)};
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  std::string text_;
  OffsetMap map_;
  std::uint32_t invalid_end_ = kNone;
  std::uint32_t first_invalid_ = kNone;
  std::uint64_t invalid_count_ = 0;
};

void decode_utf8_into(Decoder& decoder, std::string_view bytes) {
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  for (std::uint32_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 1 && byte < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(bytes, i);
    if (!point.valid || byte == 0) {
      decoder.literal(bytes.substr(begin, i - begin), begin);
      decoder.invalid({i, i + 1});
      begin = i + 1;
    }
    i += point.size_bytes;
  }
  decoder.literal(bytes.substr(begin), begin);
}

void decode_single_byte_into(Decoder& decoder, std::string_view bytes, const ByteTable& table) {
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 1 && byte < 0x80) {
      continue;
    }
    decoder.literal(bytes.substr(begin, i - begin), begin);
    begin = i + 1;
    if (byte == 0 || table[byte] == U'\uFFFD') {
      decoder.invalid({i, i + 1});
    } else {
      decoder.unit(table[byte], {i, i + 1});
    }
  }
  decoder.literal(bytes.substr(begin), begin);
}

void decode_utf16_into(Decoder& decoder, std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::uint32_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  const auto size = static_cast<std::uint32_t>(bytes.size());
  for (std::uint32_t i = 0; i < size; i += 2) {
    if (i + 1 >= size) {
      decoder.invalid({i, size});
      break;
    }
    const char32_t unit = unit_at(i);
    const bool high = unit >= 0xD800 && unit < 0xDC00 && i + 3 < size;
    const char32_t low = high ? unit_at(i + 2) : 0;
    if (high && low >= 0xDC00 && low < 0xE000) {
      decoder.unit(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), {i, i + 4});
      i += 2;
    } else if (unit == 0 || (unit >= 0xD800 && unit < 0xE000)) {
      decoder.invalid({i, i + 2});
    } else {
      decoder.unit(unit, {i, i + 2});
    }
  }
}

constexpr std::string_view kTwice = "UTF-8 twice";

/// The byte that windows-1252 (or, for what it leaves free, ISO 8859-1) writes for a code point; nothing if none.
std::optional<unsigned char> single_byte_of(char32_t point, const ByteTable& windows) {
  if (point >= 0xA0 && point <= 0xFF) return static_cast<unsigned char>(point);
  for (std::size_t byte = 0x80; byte < 0xA0; ++byte) {
    if (windows[byte] == point || point == byte) return static_cast<unsigned char>(byte);
  }
  return std::nullopt;
}

/// A character that was written as UTF-8, read as windows-1252 and written as UTF-8 once more ("Ã¼" for an u
/// umlaut), with the bytes that it takes; size_bytes 0 if none begins at `position`.
CodePoint twice_encoded_at(std::string_view bytes, std::size_t position, const ByteTable& windows) {
  std::string once;
  std::size_t at = position;
  for (std::size_t wanted = 1; once.size() < wanted && at < bytes.size();) {
    const CodePoint point = decode_utf8(bytes, at);
    const auto byte = point.value < 0x80 ? std::nullopt : single_byte_of(point.value, windows);
    if (!byte) return {0, 0, false};
    if (once.empty()) wanted = *byte >= 0xF0 ? 4 : *byte >= 0xE0 ? 3 : *byte >= 0xC2 ? 2 : 99;
    if (wanted == 99) return {0, 0, false};
    once.push_back(static_cast<char>(*byte));
    at += point.size_bytes;
  }
  const CodePoint point = once.empty() ? CodePoint{0, 0, false} : decode_utf8(once, 0);
  if (!point.valid || point.size_bytes != once.size()) return {0, 0, false};
  return {point.value, static_cast<std::uint32_t>(at - position), true};
}

void decode_twice_into(Decoder& decoder, std::string_view bytes, const ByteTable& windows) {
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < bytes.size();) {
    const bool ascii = static_cast<unsigned char>(bytes[i]) < 0x80;
    const CodePoint twice = ascii ? CodePoint{0, 0, false} : twice_encoded_at(bytes, i, windows);
    if (twice.size_bytes == 0) {
      i += ascii ? 1 : decode_utf8(bytes, i).size_bytes;
      continue;
    }
    decoder.literal(bytes.substr(begin, i - begin), begin);
    decoder.unit(twice.value, {i, i + twice.size_bytes});
    i += twice.size_bytes;
    begin = i;
  }
  decoder.literal(bytes.substr(begin), begin);
}

/// True if valid UTF-8 is UTF-8 of UTF-8: its characters beyond ASCII make sense when taken as bytes, but for a few. A
/// text that quotes such a word has others, too.
bool is_encoded_twice(std::string_view bytes) {
  if (bytes.find("\xC3\x83") == std::string_view::npos) return false;  // every umlaut begins with it
  const auto windows = byte_table("windows-1252");
  if (!windows) return false;
  std::size_t twice = 0, once = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = twice_encoded_at(bytes, i, *windows);
    ++(point.size_bytes > 0 ? twice : once);
    i += point.size_bytes > 0 ? point.size_bytes : decode_utf8(bytes, i).size_bytes;
  }
  constexpr std::size_t kEnough = 3;
  return twice >= kEnough && twice > 4 * once;
}

/// UTF-16 without a BOM shows in ASCII text as NULs in every second byte.
std::optional<std::string> utf16_by_nuls(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 1024);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (start[i] == '\0') ++nuls[i % 2];
  }
  const std::size_t half = start.size() / 2;
  if (half < 4 || nuls[0] + nuls[1] < half / 2) {
    return std::nullopt;
  }
  if (nuls[0] <= half / 16) return "UTF-16LE";
  if (nuls[1] <= half / 16) return "UTF-16BE";
  return std::nullopt;
}

/// True if there are more valid multi-byte sequences than invalid bytes.
bool mostly_utf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = decode_utf8(bytes, i);
    invalid += point.valid ? 0 : 1;
    valid += point.valid && point.size_bytes > 1 ? 1 : 0;
    i += point.size_bytes;
  }
  return valid > invalid;
}

std::string choose_encoding(std::string_view bytes, bool is_utf8, bool has_nul,
                            const std::optional<std::string>& declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (const auto utf16 = has_nul ? utf16_by_nuls(bytes) : std::nullopt) return *utf16;
  if (is_utf8) return is_encoded_twice(bytes) ? std::string(kTwice) : "UTF-8";
  const auto canonical = declared ? canonical_encoding(*declared) : std::nullopt;
  if (canonical && *canonical != "UTF-8" && !canonical->starts_with("UTF-16")) return *canonical;
  return mostly_utf8(bytes) ? "UTF-8" : "windows-1252";
}

void decode_into(Decoder& decoder, std::string_view bytes, std::string& encoding) {
  if (encoding == "UTF-16LE" || encoding == "UTF-16BE") {
    decode_utf16_into(decoder, bytes, encoding == "UTF-16BE");
    return;
  }
  if (encoding == kTwice) {
    if (const auto windows = byte_table("windows-1252")) return decode_twice_into(decoder, bytes, *windows);
  }
  if (encoding != "UTF-8" && encoding != kTwice) {
    auto table = byte_table(encoding);
    if (!table) {
      encoding = "windows-1252";
      table = byte_table(encoding);
    }
    if (table) {
      decode_single_byte_into(decoder, bytes, *table);
      return;
    }
  }
  decode_utf8_into(decoder, bytes);
}

}  // namespace

SourceRange DecodedText::to_source(std::uint32_t begin, std::uint32_t end) const {
  return identical ? SourceRange{begin, end} : map.to_source({begin, end});
}

DecodedText decode(std::string bytes, const std::optional<std::string>& declared, const std::string& path,
                   Diagnostics& diagnostics) {
  const bool is_utf8 = first_invalid_utf8(bytes) == bytes.size();
  const bool has_nul = bytes.find('\0') != std::string_view::npos;
  std::string encoding = choose_encoding(bytes, is_utf8, has_nul, declared);
  if (encoding == "UTF-8" && is_utf8 && !has_nul) {
    DecodedText identical;
    identical.text = std::move(bytes);
    identical.encoding = std::move(encoding);
    return identical;
  }
  Decoder decoder;
  decode_into(decoder, bytes, encoding);
  return decoder.finish(std::move(encoding), path, diagnostics);
}

std::optional<std::string> declared_in_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  for (char& c : head) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const std::string_view mark : {"charset=", "encoding="}) {
    std::size_t begin = head.find(mark);
    if (begin == std::string::npos) continue;
    begin = head.find_first_not_of(" \"'", begin + mark.size());
    if (begin == std::string::npos) continue;
    const std::size_t end = head.find_first_of(" \"';>?/", begin);
    return head.substr(begin, end == std::string::npos ? end : end - begin);
  }
  return std::nullopt;
}

std::string decode_as(std::string_view bytes, std::string_view encoding) {
  Diagnostics ignored;
  Decoder decoder;
  std::string name(encoding);
  decode_into(decoder, bytes, name);
  return decoder.finish(std::move(name), "", ignored).text;
}

}  // namespace ql::clean
