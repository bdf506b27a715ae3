// SPDX-License-Identifier: Apache-2.0
// Files in a ZIP, tar or 7z archive, one after the other.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "ingest/byte_stream.h"
#include "ingest/container.h"

namespace ql::ingest {

/// Receives the name of a file in the archive and its bytes, which must be read before it returns. False ends it.
using ArchivedFileSink = std::function<bool(const std::string& name, std::unique_ptr<ByteSource> source)>;

/// Reads the regular files of an archive in the order in which they lie there, without hidden ones. Archives whose
/// directory stands at the end (7z) are held in memory, up to 1 GiB. A broken or encrypted archive yields a diagnostic;
/// the files before the damage are read.
void read_archive_files(ByteStream& stream, Container& archive, const ArchivedFileSink& sink);

}  // namespace ql::ingest
