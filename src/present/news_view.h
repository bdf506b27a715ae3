// SPDX-License-Identifier: Apache-2.0
// What new reports add to a dossier, for a terminal and as JSON (docs/cli.md, "new").
#pragma once

#include <string>
#include <vector>

#include "compare/news.h"
#include "present/dossier.h"
#include "present/present.h"

namespace ql::present {

/// What the writers need; everything is of one run over all reports.
struct NewsView {
  const Dossier& dossier;
  const std::vector<bool>& is_new;      ///< By ReportId.
  const std::vector<bool>& is_related;  ///< By ReportId.
  const std::vector<compare::News>& news;
  const std::vector<std::string>& known_ids;  ///< Per news; "" where the other item has no id.
};

/// True if anything is new, updates, contradicts, confirms or refines.
bool holds_news(const NewsView& view);

/// A heading per kind, below it a line per finding and one for what it is set against.
std::string news_text(const NewsView& view, const TextOptions& options);

/// {"format": "quellenlage-news", "version": 1, "reports": [...], "news": [...]}.
std::string news_json(const NewsView& view);

}  // namespace ql::present
