// SPDX-License-Identifier: Apache-2.0
// Folding by tables, one pass over the code points. The sound key is for names that reach German through several
// transliterations; it is coarse on purpose and only ever decides together with other evidence.
// Cost: linear in the name. Tested by name_keys_test.cpp.
#include "annotate/name_keys.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "base/utf8.h"

namespace ql::annotate {
namespace {

struct Folding {
  char32_t code_point;
  std::string_view folded;
};

/// Lower-case letters beyond ASCII, sorted by code point.
constexpr std::array kFoldings = std::to_array<Folding>({
    {0xDF, "ss"}, {0xE0, "a"},  {0xE1, "a"},   {0xE2, "a"},    {0xE3, "a"},  {0xE4, "ae"}, {0xE5, "a"},  {0xE6, "ae"},
    {0xE7, "c"},  {0xE8, "e"},  {0xE9, "e"},   {0xEA, "e"},    {0xEB, "e"},  {0xEC, "i"},  {0xED, "i"},  {0xEE, "i"},
    {0xEF, "i"},  {0xF0, "d"},  {0xF1, "n"},   {0xF2, "o"},    {0xF3, "o"},  {0xF4, "o"},  {0xF5, "o"},  {0xF6, "oe"},
    {0xF8, "oe"}, {0xF9, "u"},  {0xFA, "u"},   {0xFB, "u"},    {0xFC, "ue"}, {0xFD, "y"},  {0xFE, "th"}, {0xFF, "y"},
    {0x101, "a"}, {0x103, "a"}, {0x105, "a"},  {0x107, "c"},   {0x10D, "c"}, {0x10F, "d"}, {0x111, "d"}, {0x113, "e"},
    {0x117, "e"}, {0x119, "e"}, {0x11B, "e"},  {0x11F, "g"},   {0x123, "g"}, {0x12B, "i"}, {0x12F, "i"}, {0x131, "i"},
    {0x137, "k"}, {0x13A, "l"}, {0x13C, "l"},  {0x13E, "l"},   {0x142, "l"}, {0x144, "n"}, {0x146, "n"}, {0x148, "n"},
    {0x14D, "o"}, {0x151, "o"}, {0x153, "oe"}, {0x155, "r"},   {0x159, "r"}, {0x15B, "s"}, {0x15F, "s"}, {0x161, "s"},
    {0x163, "t"}, {0x165, "t"}, {0x16B, "u"},  {0x16F, "u"},   {0x171, "u"}, {0x173, "u"}, {0x17A, "z"}, {0x17C, "z"},
    {0x17E, "z"}, {0x219, "s"}, {0x21B, "t"},  {0x1E9E, "ss"},
});

/// Letter groups of transliterations, longest first, to one sound letter.
constexpr std::array kSounds = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"schtsch", "s"}, {"tsch", "s"}, {"sch", "s"}, {"dsch", "s"}, {"iew", "ew"}, {"jew", "ew"}, {"yev", "ew"},
    {"ph", "f"},      {"th", "t"},   {"kh", "h"},  {"ch", "h"},   {"sh", "s"},   {"zh", "s"},   {"ts", "s"},
    {"tz", "s"},      {"ck", "k"},   {"ou", "u"},  {"oo", "u"},   {"ij", "i"},   {"yj", "i"},   {"iy", "i"},
    {"yy", "i"},      {"ii", "i"},   {"ee", "i"},  {"ae", "a"},   {"oe", "o"},   {"ue", "u"},   {"qu", "k"},
    {"v", "w"},       {"y", "i"},    {"j", "i"},   {"z", "s"},    {"c", "k"},    {"q", "k"},    {"x", "ks"},
});

void append_folded(std::string& out, char32_t code_point) {
  const char32_t lower = to_lower(code_point);
  if (lower < 0x80) {
    const bool kept = (lower >= U'a' && lower <= U'z') || (lower >= U'0' && lower <= U'9');
    if (kept) {
      out += static_cast<char>(lower);
    } else if ((lower == U' ' || lower == U'-' || lower == U'\n' || lower == U'/') && !out.empty() &&
               out.back() != ' ') {
      out += ' ';
    }
    return;
  }
  const auto found = std::lower_bound(kFoldings.begin(), kFoldings.end(), lower,
                                      [](const Folding& entry, char32_t value) { return entry.code_point < value; });
  if (found != kFoldings.end() && found->code_point == lower) {
    out += found->folded;
  } else if (is_space(lower) || (lower >= 0x2010 && lower <= 0x2015)) {
    if (!out.empty() && out.back() != ' ') out += ' ';
  } else if (is_letter(lower)) {
    append_utf8(out, lower);
  }
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode_utf8(name, at);
    at += point.size_bytes;
    const bool combining = point.value >= 0x300 && point.value <= 0x36F;
    if (combining) {
      // NFD umlauts: the base letter is already out; a diaeresis makes it ae, oe, ue.
      if (point.value == 0x308 && !out.empty() && std::string_view("aou").find(out.back()) != std::string_view::npos) {
        out += 'e';
      }
      continue;
    }
    append_folded(out, point.value);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (out.starts_with("st ")) out.replace(0, 2, "sankt");
  return out;
}

std::string sound_key(std::string_view folded_word) {
  std::string out;
  for (std::size_t at = 0; at < folded_word.size();) {
    const auto rest = folded_word.substr(at);
    const auto found =
        std::find_if(kSounds.begin(), kSounds.end(), [&](const auto& s) { return rest.starts_with(s.first); });
    const std::string_view sound = found == kSounds.end() ? rest.substr(0, 1) : found->second;
    at += found == kSounds.end() ? 1 : found->first.size();
    for (const char letter : sound) {
      if (out.empty() || out.back() != letter) out += letter;
    }
  }
  return out;
}

std::string spelling_key(std::string_view folded_word) {
  const auto is_vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
  const std::string sound = sound_key(folded_word);
  std::string out;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    const bool mute =
        sound[i] == 'h' && i > 0 && is_vowel(sound[i - 1]) && (i + 1 == sound.size() || !is_vowel(sound[i + 1]));
    const bool soft = sound[i] == 'd' && i + 1 < sound.size() && sound[i + 1] == 't';
    if (!mute && !soft && (out.empty() || out.back() != sound[i])) out += sound[i];
  }
  return out;
}

std::string consonants(std::string_view sound) {
  std::string out;
  for (const char letter : sound) {
    const bool vowel = std::string_view("aeiou").find(letter) != std::string_view::npos;
    if (!vowel && (out.empty() || out.back() != letter)) out += letter;
  }
  return out;
}

bool is_adjective_of(std::string_view form, std::string_view town) {
  constexpr std::size_t kShortestTown = 4;
  if (!form.ends_with("er") || town.size() < kShortestTown) return false;
  const std::string_view stem = form.substr(0, form.size() - 2);
  if (!town.starts_with(stem)) return false;
  const std::string_view rest = town.substr(stem.size());
  return rest.empty() || rest == "en" || rest == "e";
}

bool abbreviates(std::string_view acronym, std::string_view name) {
  constexpr std::size_t kLongest = 8;
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string letters = fold_name(acronym), folded = fold_name(name);
  if (letters.size() > kLongest || letters.find(' ') != std::string::npos || folded.size() <= letters.size())
    return false;
  if (std::count_if(acronym.begin(), acronym.end(), capital) < 2 || letters[0] != folded[0]) return false;
  const std::size_t blank = name.rfind(' ');
  const std::string_view last = blank == std::string_view::npos ? std::string_view{} : name.substr(blank + 1);
  std::size_t at = 1;
  bool last_met = last.empty() || !capital(last[0]);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const std::size_t initial = folded.find(std::string(1, ' ') + letters[i], at);
    const std::size_t inside = folded.find(letters[i], at);
    const std::size_t found = initial != std::string::npos ? initial + 1 : inside;
    if (found == std::string::npos) return false;
    last_met |= found > 0 && folded.find(' ', found) == std::string::npos && folded[found - 1] == ' ';
    at = found + 1;
  }
  return last_met;
}

PersonName person_name(std::string_view name) {
  static constexpr std::string_view kParticles[] = {"von",   "van", "vom", "zu",  "zur", "der", "den", "de",  "del",
                                                    "della", "di",  "da",  "dos", "du",  "la",  "le",  "ter", "ten",
                                                    "al",    "el",  "bin", "ben", "ibn", "abu", "af",  "av"};
  const auto is_particle = [](const std::string& word) {
    return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
  };
  std::vector<std::string> parts;  // as written: a double name is one part
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" \n", at), name.size());
    std::string part = fold_name(name.substr(at, end - at));
    if (!part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  PersonName result;
  if (parts.empty()) return result;
  const auto first = std::find_if_not(parts.begin(), parts.end() - 1, is_particle);
  result.lone = first == parts.end() - 1;
  result.family = parts.back();
  const std::size_t blank = result.family.find(' ');
  if (blank != std::string::npos && is_particle(result.family.substr(0, blank))) result.family.erase(0, blank + 1);
  return result;
}

void split_folded(std::string_view folded, std::vector<std::string>& words) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.emplace_back(folded.substr(at, end - at));
    at = end + 1;
  }
}

namespace {

bool ends_with_one(std::string_view word, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// "des Nationalen Radsportbundes" and "der Nationale Radsportbund" get one key.
void drop_inflection(std::vector<std::string>& words) {
  static constexpr std::string_view kAdjectives[] = {"sch", "lich", "al", "ell", "ig", "iv", "frei"};
  static constexpr std::string_view kGenitives[] = {"des", "tes", "ges", "kes", "bes", "fes", "sses"};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    for (const std::string_view ending : {"en", "er", "es", "em", "e"}) {
      if (!words[i].ends_with(ending)) continue;
      const std::string_view stem = std::string_view(words[i]).substr(0, words[i].size() - ending.size());
      if (stem.size() > 4 && ends_with_one(stem, kAdjectives)) words[i].resize(stem.size());
      break;
    }
  }
  std::string& last = words.back();
  if (last.size() > 5 && ends_with_one(last, kGenitives)) last.resize(last.size() - 2);
}

/// "Landesstrasse 52", "L 52" and "L52" get one key.
void settle_road(std::vector<std::string>& words) {
  static constexpr std::pair<std::string_view, std::string_view> kRoads[] = {
      {"autobahn", "a"},      {"bundesautobahn", "a"}, {"bab", "a"},           {"bundesstrasse", "b"},
      {"landesstrasse", "l"}, {"landstrasse", "l"},    {"staatsstrasse", "s"}, {"kreisstrasse", "k"}};
  const auto is_number = [](std::string_view word) {
    return !word.empty() && word.size() < 5 && word.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const auto road = std::find_if(std::begin(kRoads), std::end(kRoads),
                                 [&](const auto& entry) { return !words.empty() && entry.first == words[0]; });
  const bool long_form = road != std::end(kRoads);
  if (long_form && words.size() > 1 && words[1].starts_with(road->second)) words.erase(words.begin());  // Autobahn A 7
  if (long_form && words.size() == 2 && is_number(words[1])) words[0] = road->second;
  const bool glued = words.size() == 1 && std::string_view("abkls").find(words[0][0]) != std::string_view::npos &&
                     is_number(std::string_view(words[0]).substr(1));
  if (glued) words = {words[0].substr(0, 1), words[0].substr(1)};
}

/// "Uniklinik", "Universitaetsspital" and "Universitaetsklinikum" of one town get one key, "Uni" and "Universitaet"
/// too.
void settle_university(std::vector<std::string>& words) {
  static constexpr std::string_view kClinics[] = {"klinik", "klinikum", "kliniken", "spital", "krankenhaus"};
  for (std::string& word : words) {
    if (word == "uni") word = "universitaet";
    std::string_view rest = word;
    if (rest.starts_with("uni")) rest.remove_prefix(rest.starts_with("universitaets") ? 13 : 3);
    if (rest.size() < word.size() && std::find(std::begin(kClinics), std::end(kClinics), rest) != std::end(kClinics))
      word = "uniklinik";
  }
}

}  // namespace

void settle_thing_name(std::vector<std::string>& words) {
  static constexpr std::string_view kShips[] = {"ms", "mv", "mt", "mts", "ss", "fs", "hms", "uss"};
  static constexpr std::pair<std::string_view, std::string_view> kNumerals[] = {
      {"i", "1"},      {"eins", "1"}, {"ii", "2"},    {"zwei", "2"}, {"iii", "3"},   {"drei", "3"},
      {"iv", "4"},     {"vier", "4"}, {"fuenf", "5"}, {"vi", "6"},   {"sechs", "6"}, {"vii", "7"},
      {"sieben", "7"}, {"viii", "8"}, {"acht", "8"},  {"ix", "9"},   {"neun", "9"}};
  settle_road(words);
  if (words.size() < 2) return;
  settle_university(words);
  drop_inflection(words);
  for (const auto& [written, digit] : kNumerals) {
    if (words.back() == written) words.back() = digit;
  }
  if (std::find(std::begin(kShips), std::end(kShips), words.front()) != std::end(kShips)) words.erase(words.begin());
}

void drop_legal_form(std::vector<std::string>& words) {
  static constexpr std::string_view kForms[] = {"e",    "v",   "ev",  "gmbh", "ag",  "se",  "kg", "co", "mbh",
                                                "kgaa", "ohg", "inc", "corp", "ltd", "plc", "nv", "sa", "spa"};
  const auto is_year = [](const std::string& word) {
    return word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  while ((words.size() > 2 && is_year(words.back())) ||
         (words.size() > 1 && std::find(std::begin(kForms), std::end(kForms), words.back()) != std::end(kForms))) {
    words.pop_back();
  }
}

std::string first_of_firm(std::string_view name) {
  std::vector<std::string> words;
  split_folded(fold_name(name), words);
  const std::size_t before = words.size();
  drop_legal_form(words);
  return before > words.size() ? words[0] : std::string();
}

std::string_view without_genitive(std::string_view name) {
  for (const std::string_view ending : {"'", "\u2019", "'s", "\u2019s"}) {
    if (name.size() > ending.size() + 2 && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  const bool plain = name.size() > 3 && name.ends_with("s") && !name.ends_with("ss") && !name.ends_with("us");
  return plain ? name.substr(0, name.size() - 1) : std::string_view{};
}

}  // namespace ql::annotate
