// SPDX-License-Identifier: Apache-2.0
// Compiles the time tables once per run. A pattern is a row of words: `a|b` one of two classes, `a&b` both, `?`
// optional, `~` in front: no blank before it; the words between [ and ] are the expression, the others its context.
// Matching is greedy, so an optional word must not be what the next word can be. A trailing `!` in a pattern stands
// for "and no count follows". Tested by annotate/times_test.cpp.
#include "lang/time_grammar.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "lang/embedded.h"
#include "lang/tsv.h"

namespace ql::lang {
namespace {

constexpr std::string_view kClassNames[] = {
#define X(name) #name,
    QL_TIME_CLASSES(X)
#undef X
};
constexpr std::string_view kMeaningNames[] = {
#define X(name) #name,
    QL_TIME_MEANINGS(X)
#undef X
};

[[noreturn]] void malformed(std::string_view what, std::string_view where) {
  std::fprintf(stderr, "time tables: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(where.size()), where.data());
  check_failed("well-formed time tables", __FILE__, __LINE__);
}

template <std::size_t Size>
std::size_t index_of(const std::string_view (&names)[Size], std::string_view name) {
  const auto* found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) malformed("unknown name", name);
  return static_cast<std::size_t>(found - std::begin(names));
}

TimeClass class_named(std::string_view name) { return static_cast<TimeClass>(index_of(kClassNames, name)); }

/// Forms are separated by ", " where one of them has several words, else by blanks.
std::vector<std::string_view> forms_of(std::string_view cell) {
  std::vector<std::string_view> forms = split(cell, cell.find(',') == std::string_view::npos ? ' ' : ',');
  for (std::string_view& form : forms) {
    if (!form.empty() && form.front() == ' ') form.remove_prefix(1);
  }
  return forms;
}

int integer(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) malformed("not a number", text);
  return number;
}

/// A cell is a number ("-1", "2.5"), a code ("EV", "P1D", "PAST_REF") or both ("3+EV").
void set_value(TimeWord& word, std::string_view cell) {
  if (cell.empty()) return;
  if (const std::size_t plus = cell.find('+'); plus != std::string_view::npos) {
    set_value(word, cell.substr(0, plus));
    set_value(word, cell.substr(plus + 1));
    return;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error == std::errc() && end == cell.data() + cell.size()) {
    word.number = number;
  } else {
    word.code = std::string(cell);
  }
}

/// Requires two bytes at least.
std::size_t last_two_bytes(std::string_view word) {
  const auto last = static_cast<unsigned char>(word[word.size() - 1]);
  return static_cast<std::size_t>(static_cast<unsigned char>(word[word.size() - 2])) << 8U | last;
}

TimeElement element_of(std::string_view text, bool in_span) {
  TimeElement element;
  element.in_span = in_span;
  if (text.front() == '~') {
    element.glued = true;
    text.remove_prefix(1);
  }
  if (text.back() == '?') {
    element.optional = true;
    text.remove_suffix(1);
  }
  const bool conjunction = text.find('&') != std::string_view::npos;
  for (const std::string_view name : split(text, conjunction ? '&' : '|')) {
    element.any.add(class_named(name));
    if (conjunction) element.all.add(class_named(name));
  }
  return element;
}

TimeRule rule_of(std::string_view id, std::string_view pattern, std::string_view meaning) {
  TimeRule rule;
  rule.id = std::string(id);
  rule.meaning = static_cast<TimeMeaning>(index_of(kMeaningNames, meaning));
  bool in_span = false;
  for (const std::string_view part : split(pattern, ' ')) {
    if (part == "[" || part == "]") {
      in_span = part == "[";
    } else if (part == "!") {
      rule.alone = true;
    } else {
      rule.elements.push_back(element_of(part, in_span));
    }
  }
  if (rule.elements.empty()) malformed("a rule without words", id);
  return rule;
}

Holiday holiday_of(std::string_view kind, std::string_view value) {
  Holiday holiday;
  if (kind == "easter" || kind == "before_christmas") {
    holiday.kind = kind == "easter" ? Holiday::Kind::Easter : Holiday::Kind::BeforeChristmas;
    holiday.offset_days = integer(value);
    return holiday;
  }
  const std::vector<std::string_view> parts = split(value, '-');
  holiday.month = integer(parts.at(0));
  if (kind == "fixed") {
    holiday.day = integer(parts.at(1));
  } else if (kind == "weekday_of_month") {
    holiday.kind = Holiday::Kind::WeekdayOfMonth;
    holiday.weekday = integer(parts.at(1));
    holiday.which = integer(parts.at(2));
  } else {
    malformed("unknown kind of holiday", kind);
  }
  return holiday;
}

/// Adds what `from` says to `to`: a form may stand in several rows, but must not have two different values.
void merge(TimeWord& to, const TimeWord& from, std::string_view form) {
  to.classes.add(from.classes);
  if (from.number != 0) {
    if (to.number != 0 && to.number != from.number) malformed("two numbers for one form", form);
    to.number = from.number;
  }
  if (!from.code.empty()) {
    if (!to.code.empty() && to.code != from.code) malformed("two codes for one form", form);
    to.code = from.code;
  }
}

/// What can be taken behind the first element, and behind that.
TimeGrammar::Candidate candidate_of(const TimeRule& rule) {
  const std::vector<TimeElement>& elements = rule.elements;
  const auto next_from = [&](std::size_t from, TimeClasses& classes, const auto& visit) {
    for (std::size_t i = from; i < elements.size(); ++i) {
      classes.add(elements[i].any);
      visit(i);
      if (!elements[i].optional) return false;
    }
    return true;  // the pattern may end before `from`
  };
  TimeGrammar::Candidate candidate;
  candidate.fits_one = next_from(1, candidate.second, [&](std::size_t second) {
    if (next_from(second + 1, candidate.third, [](std::size_t) {})) candidate.fits_two = true;
  });
  return candidate;
}

}  // namespace

TimeGrammar::TimeGrammar(const std::string& language_code) {
  const std::string folder = "lexicons/" + language_code + "/";
  add_marks();
  read_words(folder);
  read_holidays(folder);
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
  read_rules(folder);
}

void TimeGrammar::add_form(std::string_view form, const TimeWord& word) {
  const bool upper = starts_upper(form);
  const std::string lower = to_lower_utf8(form);
  const std::vector<std::string_view> parts = split(lower, ' ');
  if (parts.size() > 1) {
    const std::vector<std::string> words(parts.begin(), parts.end());
    const auto known =
        std::find_if(phrases_.begin(), phrases_.end(), [&](const Phrase& p) { return p.words == words; });
    if (known == phrases_.end()) {
      phrases_.push_back({words, word});
    } else {
      merge(known->meaning, word, form);
    }
    return;
  }
  if (word.classes.has(TimeClass::k_span_suffix)) {
    span_suffixes_.emplace_back(std::string(form), word.code);
    span_suffix_ends_[last_two_bytes(form)] = true;
    return;
  }
  TimeForms& forms = words_[lower];
  std::optional<TimeWord>& entry = upper ? forms.capitalised : forms.any_case;
  if (!entry) entry.emplace();
  merge(*entry, word, form);
}

/// What marks are follows from themselves; those that are not listed are k_other_mark.
void TimeGrammar::add_marks() {
  constexpr std::pair<std::string_view, TimeClass> kMarks[] = {
      {".", TimeClass::k_dot},       {",", TimeClass::k_comma},     {":", TimeClass::k_colon},
      {"/", TimeClass::k_slash},     {"-", TimeClass::k_dash},      {"\u2010", TimeClass::k_dash},
      {"\u2011", TimeClass::k_dash}, {"\u2012", TimeClass::k_dash}, {"\u2013", TimeClass::k_dash},
      {"\u2014", TimeClass::k_dash}, {"%", TimeClass::k_sign},      {"$", TimeClass::k_sign},
      {"\u2030", TimeClass::k_sign}, {"\u20AC", TimeClass::k_sign}, {"\u00A3", TimeClass::k_sign},
      {"\u00B0", TimeClass::k_sign}};
  for (const auto& [mark, time_class] : kMarks) {
    TimeWord word;
    word.classes.add(time_class);
    add_form(mark, word);
  }
}

void TimeGrammar::read_words(const std::string& folder) {
  const std::string path = folder + "time_words.tsv";
  const TsvTable table(embedded_file(path), path);
  const std::size_t class_column = table.column("class");
  const std::size_t value_column = table.column("value");
  const std::size_t forms_column = table.column("forms");
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    TimeWord word;
    word.classes.add(class_named(table.cell(row, class_column)));
    set_value(word, table.cell(row, value_column));
    for (const std::string_view form : forms_of(table.cell(row, forms_column))) add_form(form, word);
  }
}

void TimeGrammar::read_holidays(const std::string& folder) {
  const std::string path = folder + "holidays.tsv";
  const TsvTable table(embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    TimeWord word;
    word.classes.add(TimeClass::k_holiday);
    word.number = static_cast<double>(holidays_.size() + 1);  // 0 means "no number"
    holidays_.push_back(holiday_of(table.cell(row, table.column("kind")), table.cell(row, table.column("value"))));
    for (std::string_view form : split(table.cell(row, table.column("names")), ',')) {
      if (form.front() == ' ') form.remove_prefix(1);
      add_form(form, word);
    }
  }
}

void TimeGrammar::read_rules(const std::string& folder) {
  const std::string path = folder + "time_rules.tsv";
  const TsvTable table(embedded_file(path), path);
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto cell = [&](std::string_view name) { return table.cell(row, table.column(name)); };
    add_rule(rule_of(cell("id"), cell("pattern"), cell("meaning")));
  }
}

/// A rule that starts with an optional word is two rules, so that every rule is found by its first word.
void TimeGrammar::add_rule(TimeRule rule) {
  TimeElement& first = rule.elements.front();
  if (first.optional) {
    TimeRule without = rule;
    without.elements.erase(without.elements.begin());
    first.optional = false;
    add_rule(std::move(rule));
    add_rule(std::move(without));
    return;
  }
  Candidate candidate = candidate_of(rule);
  candidate.rule = static_cast<std::uint16_t>(rules_.size());
  start_classes_.add(first.any);
  first.any.for_each([&](TimeClass c) {
    Start& start = starts_[static_cast<std::size_t>(c)];
    start.rules.push_back(candidate);
    start.second.add(candidate.second);
    start.fits_one = start.fits_one || candidate.fits_one;
  });
  rules_.push_back(std::move(rule));
}

TimeGrammar::Suffix TimeGrammar::span_suffix(std::string_view word) const {
  constexpr std::size_t kLongestInflection = 2;
  for (std::size_t inflection = 0; inflection <= kLongestInflection && inflection + 2 <= word.size(); ++inflection) {
    const std::string_view stem = word.substr(0, word.size() - inflection);
    if (!span_suffix_ends_[last_two_bytes(stem)]) continue;
    const std::string lower = to_lower_utf8(stem);
    for (const auto& [suffix, code] : span_suffixes_) {
      if (lower.ends_with(suffix)) return {code, static_cast<std::uint32_t>(suffix.size() + inflection)};
    }
    return {};
  }
  return {};
}

}  // namespace ql::lang
