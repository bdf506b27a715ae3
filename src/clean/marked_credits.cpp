// SPDX-License-Identifier: Apache-2.0
// "... sagte er. Quelle: dpa/mag Hier koennen Sie ..." -> the credit in the middle.
//
// Scraped text often has lost its line ends, so that a credit stands between two sentences. It is found by what
// announces it: a marker and a colon ("Quelle:"), an opening phrase ("Mit Material von"), a copyright sign. It must
// follow the end of a sentence and goes on as long as its items are joined by commas, slashes or "und". An item is an
// agency, initials, a web site or, before a comma, an author's name. "dpa/Vorname Name" is a photographer's credit, and
// so is what follows "Bild:". Cost: a few searches per block. Tested by credits_test.cpp.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "clean/credit_tokens.h"
#include "clean/credits.h"

namespace ql::clean {
namespace {

constexpr std::size_t kLongestCredit = 140;
constexpr std::size_t kMostTokens = 16;
constexpr std::size_t kMostNameWords = 4;
constexpr std::uint32_t kLongestParticle = 3;

/// Where a credit is announced: `begin` of the marker, `items` after it.
struct Announcement {
  std::uint32_t begin = 0;
  std::uint32_t items = 0;
  bool is_marker = false;
};

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// True if a sentence has ended before `position`, or nothing stands there. With `loose` a word will do.
bool follows_sentence(std::string_view text, std::size_t position, bool loose) {
  while (position > 0 && text[position - 1] == ' ') --position;
  if (position == 0) return true;
  constexpr std::array<std::string_view, 12> kEnds{
      ".",           "!", "?", ")", "\"", "]", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\xA6",
      "\xE2\x80\x99"};
  const std::string_view before = text.substr(0, position);
  if (loose && is_ascii_letter(before.back())) return true;
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return before.ends_with(end); });
}

/// "Quelle:" with the colon at `colon`.
std::optional<Announcement> marker_before(std::string_view text, std::size_t colon, const lang::DocumentWords& words) {
  constexpr std::size_t kLongestMarker = 24;
  const std::size_t from = text.rfind(' ', colon);
  const std::size_t begin = from == std::string_view::npos ? 0 : from + 1;
  if (begin >= colon || colon - begin > kLongestMarker) return std::nullopt;
  if (!words.credit_markers.contains(to_lower_utf8(text.substr(begin, colon - begin)))) return std::nullopt;
  return Announcement{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(colon + 1), true};
}

void add_markers(std::string_view text, const lang::DocumentWords& words, std::vector<Announcement>& out) {
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    if (const auto found = marker_before(text, colon, words)) out.push_back(*found);
  }
}

/// Phrases at the start of a word, in upper or lower case.
void add_openings(std::string_view text, const lang::DocumentWords& words, std::vector<Announcement>& out) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '/') continue;
    const char first = static_cast<char>(to_lower(static_cast<unsigned char>(text[begin])));
    for (const std::string& opening : words.credit_openings) {
      if (opening.front() != first) continue;
      const std::string_view here = text.substr(begin, opening.size());
      if (to_lower_utf8(here) != opening) continue;
      std::size_t end = begin + here.size();
      if (end < text.size() && text[end] == ':') ++end;
      out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), false});
    }
  }
}

void add_copyright_signs(std::string_view text, std::vector<Announcement>& out) {
  constexpr std::string_view kSign = "\xC2\xA9";
  for (std::size_t at = text.find(kSign); at != std::string_view::npos; at = text.find(kSign, at + 1)) {
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kSign.size()), false});
  }
}

/// Reads the items of one credit.
class ItemReader {
 public:
  ItemReader(std::string_view text, const lang::DocumentWords& words)
      : text_(text), words_(words), tokens_(credit_tokens(text, kMostTokens)) {}

  /// The agencies named and the end of the last item; nothing if no agency is among them.
  std::optional<CreditPart> read() {
    CreditPart part;
    std::size_t at = 0;
    while (at < tokens_.size()) {
      while (at < tokens_.size() && is_filler(at)) ++at;
      const std::size_t size = at < tokens_.size() ? item(at, part) : 0;
      if (size == 0) break;
      at += size;
      if (at >= tokens_.size() || !joined(at)) break;
    }
    if (part.agencies.empty()) return std::nullopt;
    return part;
  }

 private:
  [[nodiscard]] std::string_view gap_before(std::size_t i) const {
    const std::uint32_t from = i == 0 ? 0 : tokens_[i - 1].end;
    return text_.substr(from, tokens_[i].begin - from);
  }
  [[nodiscard]] bool is_filler(std::size_t i) const { return words_.credit_fillers.contains(tokens_[i].lower); }
  /// True if token `i` goes on with the list: after a comma or slash, or as "und".
  [[nodiscard]] bool joined(std::size_t i) const {
    const std::string_view gap = gap_before(i);
    if (gap.find_first_of(",/|+&") != std::string_view::npos) return true;
    return is_filler(i) && (gap == " " || gap == ". ");
  }
  [[nodiscard]] bool capitalised(std::size_t i) const { return is_upper(decode_utf8(text_, tokens_[i].begin).value); }

  /// Tokens of the item that begins at `at`; 0 if none does.
  std::size_t item(std::size_t at, CreditPart& part) {
    const AgencyAt agency = agency_at(tokens_, at, words_);
    if (agency.name != nullptr) {
      if (is_photographers(at + agency.tokens)) {
        part.agencies.clear();
        return 0;
      }
      add_once(part.agencies, *agency.name);
      part.end = tokens_[at + agency.tokens - 1].end;
      return agency.tokens;
    }
    if (is_desk_code(tokens_[at])) return 1;
    const std::size_t size = name_words(at);
    if (size == 0 || at + size >= tokens_.size()) return 0;
    const bool listed = gap_before(at + size).find(',') != std::string_view::npos || is_filler(at + size);
    return listed ? size : 0;
  }

  /// Words of the author's name at `at`: capitalised ones, with particles ("von") between them.
  [[nodiscard]] std::size_t name_words(std::size_t at) const {
    if (!capitalised(at)) return 0;
    std::size_t size = 1;
    for (std::size_t i = at + 1; i < tokens_.size() && size < kMostNameWords && gap_before(i) == " "; ++i) {
      if (capitalised(i)) {
        size = i - at + 1;
      } else if (tokens_[i].lower == "und" || tokens_[i].end - tokens_[i].begin > kLongestParticle) {
        break;
      }
    }
    return size;
  }

  /// True if "/Vorname Name" follows: two capitalised words that are no codes.
  [[nodiscard]] bool is_photographers(std::size_t i) const {
    if (i + 1 >= tokens_.size() || gap_before(i).find('/') == std::string_view::npos) return false;
    const bool name = capitalised(i) && !is_desk_code(tokens_[i]) && gap_before(i + 1) == " " && capitalised(i + 1);
    return name && agency_at(tokens_, i, words_).name == nullptr;
  }

  std::string_view text_;
  const lang::DocumentWords& words_;
  std::vector<CreditToken> tokens_;
};

}  // namespace

std::vector<CreditPart> find_marked_credits(std::string_view block, const lang::DocumentWords& words) {
  std::vector<Announcement> announced;
  add_markers(block, words, announced);
  add_openings(block, words, announced);
  add_copyright_signs(block, announced);
  std::sort(announced.begin(), announced.end(),
            [](const Announcement& x, const Announcement& y) { return x.begin < y.begin; });
  std::vector<CreditPart> parts;
  for (const Announcement& announcement : announced) {
    if (!parts.empty() && announcement.begin < parts.back().end) continue;
    if (!follows_sentence(block, announcement.begin, announcement.is_marker)) continue;
    auto part = ItemReader(block.substr(announcement.items, kLongestCredit), words).read();
    if (!part) continue;
    part->begin = announcement.begin;
    part->end += announcement.items;
    parts.push_back(std::move(*part));
  }
  return parts;
}

}  // namespace ql::clean
