// SPDX-License-Identifier: Apache-2.0
// PDF with a text layer, read by Poppler's pdftotext in a process of its own (ADR 0009).
#pragma once

#include <string>

#include "ingest/byte_stream.h"
#include "ingest/container.h"

namespace ql::ingest {

/// One report per file; its bytes are the text layer in reading order (UTF-8), made by pdf_text(). A file without text,
/// an encrypted or broken one, and a machine without pdftotext are diagnostics. The process may use 60 s and 2 GiB.
void read_pdf(ByteStream& stream, Container& file);

/// What pdftotext prints, with words that were divided at a line's end joined ("Ver-\nkehr"), pages one after another.
std::string pdf_text(const std::string& printed);

}  // namespace ql::ingest
