// SPDX-License-Identifier: Apache-2.0
// For tests: the times of small reports as one line of text.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "annotate/annotate.h"
#include "annotate/test_report.h"
#include "lang/test_language.h"

namespace ql::annotate {

/// "Montag=2024-05-13; ..." for the expressions of a report that was published at `published` ("" = unknown).
inline std::string times_of(std::initializer_list<std::string_view> paragraphs, std::string_view published) {
  clean::Report report = test_report(paragraphs);
  if (!published.empty()) report.published = TimeValue{std::string(published), "", "", Basis::Metadata, ""};
  const Annotations notes = annotate(report, lang::german());
  std::string result;
  for (const TimeExpression& time : notes.times) {
    if (!result.empty()) result += "; ";
    result += std::string(slice(report.text, time.text)) + '=' + time.time.value;
  }
  return result;
}

inline constexpr std::string_view kWednesday = "2024-05-15";

}  // namespace ql::annotate
