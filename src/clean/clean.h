// SPDX-License-Identifier: Apache-2.0
// clean: What did the outlet report, and which bytes say so? RawReport -> Report (text, blocks, metadata, offsets).
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "clean/report.h"
#include "ingest/raw_report.h"
#include "lang/language.h"

namespace ql::clean {

/// Decodes the bytes, tells the report from page furniture and finds title, date, outlet, authors, agencies and
/// language. Never fails: unreadable bytes become U+FFFD with a diagnostic; a report without any text is nullopt
/// with a diagnostic. Thread-safe; linear in the size of the bytes.
std::optional<Report> clean(ingest::RawReport raw, const lang::Language& language, Diagnostics& diagnostics);

}  // namespace ql::clean
