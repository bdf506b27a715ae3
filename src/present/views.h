// SPDX-License-Identifier: Apache-2.0
// Single views of a dossier: only the figures, only the claims, only the statements.
#pragma once

#include <cstdint>
#include <string>

#include "present/dossier.h"
#include "present/present.h"

namespace ql::present {

enum class View : std::uint8_t { Figures, Claims, Statements };

/// Statements: one per line, in the order of the ids; claims: and one per member; figures: the ledger (ledger.h).
std::string view_text(const Dossier& dossier, View view, const TextOptions& options);

/// {"figures": [...]}: the section as in the dossier; claims of all stories and topics together.
std::string view_json(const Dossier& dossier, View view);

}  // namespace ql::present
