// SPDX-License-Identifier: Apache-2.0
// present: How does a person or a program read the result? Dossier -> JSON, HTML page, terminal text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "present/dossier.h"

namespace ql::present {

/// What the dossier says about how it was made; printed under "generator".
struct Generator {
  /// A model file that took part, by its path in the repository.
  struct Model {
    std::string name;
    std::string sha256;
  };
  std::string version;
  std::vector<Model> models;
  std::vector<std::pair<std::string, std::string>> options{};  ///< That change what is read; keys are ASCII.
};

/// The dossier by DOSSIER-FORMAT.md, version 1. Deterministic bytes.
std::string to_json(const Dossier& dossier, const Generator& generator);

/// The same bytes in pieces of about a megabyte, for dossiers of whole archives.
void write_json(const Dossier& dossier, const Generator& generator, const std::function<void(std::string_view)>& sink);

/// One self-contained page: no network, no script from data.
std::string to_html(const Dossier& dossier, const Generator& generator);

struct TextOptions {
  unsigned width_columns = 80;
  std::string language = "de";  ///< Of the messages: see lang::Messages.
};

/// The summary for a terminal: what changed, what differs, what was denied, the largest stories first.
std::string to_text(const Dossier& dossier, const TextOptions& options);

}  // namespace ql::present
