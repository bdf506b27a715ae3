// SPDX-License-Identifier: Apache-2.0
// How did an item of the dossier come about? Bytes -> text -> sentence -> reading -> rule -> claims and relations.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/dossier_file.h"
#include "lang/messages.h"

namespace ql::engine {

/// The explanation of the item with this id, as lines for a terminal. Reads the item's file again below `root`.
/// Error: "id.unknown".
Result<std::string> explain(const DossierFile& dossier, std::string_view id, const std::string& root,
                            const lang::Messages& messages);

}  // namespace ql::engine
