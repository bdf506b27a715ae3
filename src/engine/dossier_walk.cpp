// SPDX-License-Identifier: Apache-2.0
// One generic walk: an object with "begin" and "end" is a range of the nearest report named above it, and a string
// under one of the keys below is a reference. So a field that is added to the format is checked without a change
// here. "from" and "to" mean ids in relations and copies only. Cost: linear. Tested by verify_test.cpp.
#include "engine/dossier_walk.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace ql::engine {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

struct ReferenceKey {
  std::string_view key;
  std::string_view kinds;
};
constexpr std::array<ReferenceKey, 14> kReferenceKeys{{{"report", "r"},
                                                       {"reports", "r"},
                                                       {"origins", "r"},
                                                       {"story", "s"},
                                                       {"stories", "s"},
                                                       {"topic", "p"},
                                                       {"actor", "a"},
                                                       {"also", "a"},
                                                       {"acts_for", "a"},
                                                       {"place", "a"},
                                                       {"speaker", "a"},
                                                       {"statement", "q"},
                                                       {"members", "qf"},
                                                       {"evidence", "qf"}}};

class Walker {
 public:
  explicit Walker(const DossierFile& dossier) {
    for (const SourceEntry& source : dossier.sources()) {
      report_of_.emplace(source.id, static_cast<std::uint32_t>(report_of_.size()));
    }
  }

  DossierContents walk(element root) {
    for (const element report : items_at(root, "reports")) {
      visit("", report, {string_at(report, "id"), report_index(string_at(report, "id"))});
    }
    for (const std::string_view section : {"actors", "times", "statements", "figures", "stories", "topics"}) {
      for (const element item : items_at(root, section)) visit("", item, {});
    }
    for (const element copy : items_at(root, "copies")) visit_copy(copy);
    for (const element trace : items_at(root, "traces")) visit_trace(trace);
    for (const element diagnostic : items_at(root, "diagnostics")) visit("", diagnostic, {});
    return std::move(contents_);
  }

 private:
  struct Place {
    std::string_view item;
    std::uint32_t report = RangeClaim::kNoReport;
  };

  std::uint32_t report_index(std::string_view id) const {
    const auto found = report_of_.find(id);
    return found == report_of_.end() ? RangeClaim::kNoReport : found->second;
  }

  void visit(std::string_view key, element value, const Place& place) {
    if (value.is_string()) {
      visit_string(key, value, place);
    } else if (value.is_array()) {
      for (const element child : array(value)) visit(key, child, place);
    } else if (value.is_object()) {
      visit_object(value, place);
    }
  }

  void visit_string(std::string_view key, element value, const Place& place) {
    const auto* found = std::find_if(kReferenceKeys.begin(), kReferenceKeys.end(),
                                     [key](const ReferenceKey& known) { return known.key == key; });
    if (found == kReferenceKeys.end()) return;
    contents_.references.push_back({place.item, std::string_view(value), found->kinds});
  }

  void visit_object(element value, Place place) {
    if (const std::string_view id = string_at(value, "id"); !id.empty()) {
      place.item = id;
      contents_.ids.push_back(id);
    }
    if (const std::string_view report = string_at(value, "report"); !report.empty()) {
      place.report = report_index(report);
    }
    add_range(value, place);
    const bool is_relation = value["why"].error() == simdjson::SUCCESS;
    if (is_relation) add_ends(value, "qf", place.item);
    for (const auto& [key, child] : object(value)) {
      if (key != "source" && key != "why") visit(key, child, place);
    }
  }

  /// A relation's or copy's "from" and "to".
  void add_ends(element value, std::string_view kinds, std::string_view item) {
    for (const std::string_view key : {"from", "to"}) {
      const std::string_view target = string_at(value, key);
      if (!target.empty()) contents_.references.push_back({item, target, kinds});
    }
  }

  void visit_copy(element copy) {
    add_ends(copy, "r", string_at(copy, "to"));
    visit_both_sides(copy, items_at(copy, "ranges"));
  }

  void visit_trace(element trace) {
    add_ends(trace, "r", string_at(trace, "to"));
    for (const element item : items_at(trace, "items")) visit_both_sides(trace, items_at(item, "spans"));
  }

  /// Pairs of ranges: the first in the report that "from" names, the second in the one of "to".
  void visit_both_sides(element link, const std::vector<element>& pairs) {
    const std::string_view from = string_at(link, "from");
    const std::string_view to = string_at(link, "to");
    for (const element pair : pairs) {
      array sides;
      if (pair.get(sides) != simdjson::SUCCESS) continue;
      std::size_t side = 0;
      for (const element range : sides) {
        const std::string_view report = side++ == 0 ? from : to;
        visit("", range, {report, report_index(report)});
      }
    }
  }

  void add_range(element value, const Place& place) {
    RangeClaim range;
    if (value["begin"].get(range.begin) != simdjson::SUCCESS || value["end"].get(range.end) != simdjson::SUCCESS)
      return;
    range.report = place.report;
    range.item = place.item;
    range.in_title = string_at(value, "field") == "title";
    range.has_text = value["text"].get(range.text) == simdjson::SUCCESS;
    contents_.ranges.push_back(range);
  }

  std::unordered_map<std::string_view, std::uint32_t> report_of_;
  DossierContents contents_;
};

}  // namespace

DossierContents collect(const DossierFile& dossier) { return Walker(dossier).walk(dossier.root()); }

}  // namespace ql::engine
