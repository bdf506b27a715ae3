// SPDX-License-Identifier: Apache-2.0
// present: How does a person or a program read the result? Dossier -> JSON, HTML page, terminal text.
#pragma once

#include <string>

#include "present/dossier.h"

namespace ql::present {

/// What the dossier says about how it was made; printed under "generator".
struct Generator {
  std::string version;
};

/// The dossier by DOSSIER-FORMAT.md, version 1. Deterministic bytes.
std::string to_json(const Dossier& dossier, const Generator& generator);

/// One self-contained page: no network, no script from data.
std::string to_html(const Dossier& dossier, const Generator& generator);

/// The summary for a terminal, at most `width` columns.
std::string to_text(const Dossier& dossier, unsigned width);

}  // namespace ql::present
