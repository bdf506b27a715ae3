// SPDX-License-Identifier: Apache-2.0
// What does a report add to a dossier that exists? The dossier's reports are read again together with the new ones.
#pragma once

#include <string>
#include <vector>

#include "compare/news.h"
#include "engine/dossier_file.h"
#include "engine/engine.h"

namespace ql::engine {

/// The comparison of new reports with those of a dossier.
struct NewsRun {
  present::Dossier dossier;      ///< Of all reports together; its ids are not those of the dossier that was given.
  std::vector<bool> is_new;      ///< By ReportId: not among the reports of the dossier, by place and by bytes.
  std::vector<bool> is_related;  ///< By ReportId: new, and of a topic of the dossier.
  std::vector<compare::News> news;
  std::vector<std::string> known_ids;  ///< Per news: the given dossier's id of the other item; "" where it has none.
};

/// Reads the reports of `known` below `root` and those at `paths`, and compares. Reports of the dossier that are gone
/// ("news.source_missing") or have other bytes than then ("news.source_changed") are diagnostics of severity error.
NewsRun find_news(const std::vector<std::string>& paths, const DossierFile& known, const std::string& root,
                  const Options& options);

}  // namespace ql::engine
