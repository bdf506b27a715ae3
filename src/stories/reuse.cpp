// SPDX-License-Identifier: Apache-2.0
// Candidate pairs -> Reuse records. Each report is scanned once as reference for all its partners. Shared text counts
// from kLeastContainment on, or when runs of four words cover much of the smaller report (an edited copy keeps few
// runs of eight). Near-verbatim means that most words of the smaller report stand in the other one.
// Direction: who was published first; else who is the agency that the other one credits; else it stays open and the
// earlier report of the run stands in `from`. Tested by stories_test.cpp.
#include "stories/reuse.h"

#include <algorithm>
#include <optional>

#include "stories/passages.h"
#include "stories/publication.h"

namespace ql::stories {
namespace {

/// Shared 8-grams of the smaller report; below, reports share a quotation or a phrase but no text.
constexpr double kLeastContainment = 0.08;
/// Words of the smaller report in shared runs, for edited text.
constexpr double kLeastEditedShare = 0.2;
/// From here on the smaller report is near-verbatim in the other.
constexpr double kCopyShare = 0.6;
/// A copy also is of comparable size: a short notice inside a long text is shared text.
constexpr double kCopyShareOfLarger = 0.35;
constexpr std::uint32_t kLeastSharedWords = 12;

bool credits(const clean::Report& report, const std::string& agency) {
  return std::find(report.agencies.begin(), report.agencies.end(), agency) != report.agencies.end();
}

/// True if `report` is the agency's own text: the agency is its outlet.
bool is_agency_of(const clean::Report& report, const clean::Report& other) {
  return report.outlet && credits(other, *report.outlet) && report.outlet != other.outlet;
}

/// -1: a is the source, 1: b is, 0: open.
int direction(const clean::Report& a, const clean::Report& b) {
  const auto time_a = publication_of(a), time_b = publication_of(b);
  if (published_before(time_a, time_b)) return -1;
  if (published_before(time_b, time_a)) return 1;
  if (is_agency_of(a, b) != is_agency_of(b, a)) return is_agency_of(a, b) ? -1 : 1;
  return 0;
}

std::optional<ReuseType> type_of(const Overlap& overlap, std::size_t words_a, std::size_t words_b) {
  const auto smaller = static_cast<double>(std::min(words_a, words_b));
  const auto larger = static_cast<double>(std::max(words_a, words_b));
  if (overlap.shared_words < kLeastSharedWords) return std::nullopt;
  const double share = overlap.shared_words / smaller;
  if (share >= kCopyShare && overlap.shared_words / larger >= kCopyShareOfLarger) return ReuseType::Copy;
  const bool shares = overlap.containment >= kLeastContainment || share >= kLeastEditedShare;
  return shares ? std::optional(ReuseType::SharesText) : std::nullopt;
}

std::optional<Reuse> reuse_of(std::span<const AnalysedReport> reports, const CandidatePair& pair,
                              const Overlap& overlap, const WordList& a, const WordList& b) {
  const auto type = type_of(overlap, a.words.size(), b.words.size());
  if (!type) return std::nullopt;
  const int way = direction(reports[pair.a].report, reports[pair.b].report);
  Reuse reuse;
  reuse.type = *type;
  reuse.direction_known = way != 0;
  reuse.from = ReportId(way > 0 ? pair.b : pair.a);
  reuse.to = ReportId(way > 0 ? pair.a : pair.b);
  const std::size_t words = way > 0 ? a.words.size() : b.words.size();
  reuse.coverage = std::min(1.0F, static_cast<float>(overlap.shared_words) / static_cast<float>(words));
  reuse.passages = passage_ranges(overlap, a, b);
  if (way > 0) {
    for (auto& [from, to] : reuse.passages) std::swap(from, to);
    std::sort(reuse.passages.begin(), reuse.passages.end(),
              [](const auto& x, const auto& y) { return x.second < y.second; });
  }
  return reuse;
}

}  // namespace

std::vector<Reuse> find_reuse(std::span<const AnalysedReport> reports, std::span<const CandidatePair> candidates,
                              const FingerprintIndex& index) {
  std::vector<Reuse> reuses;
  PassageFinder finder;
  WordList a, b;
  Overlap overlap;
  std::vector<Fingerprint> fingerprints;
  std::vector<MarkedShingle> marked;
  finder.set_boilerplate(marked);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i == 0 || candidates[i].a != candidates[i - 1].a) {
      scan_words(reports[candidates[i].a].report, a);
      finder.set_reference(a);
      winnow(a, fingerprints);
      marked.clear();
      for (const Fingerprint& f : fingerprints) marked.push_back({f.word, index.is_boilerplate(f.value)});
    }
    scan_words(reports[candidates[i].b].report, b);
    finder.compare(b, overlap);
    if (auto reuse = reuse_of(reports, candidates[i], overlap, a, b)) reuses.push_back(std::move(*reuse));
  }
  std::sort(reuses.begin(), reuses.end(),
            [](const Reuse& x, const Reuse& y) { return x.to != y.to ? x.to < y.to : x.from < y.from; });
  return reuses;
}

}  // namespace ql::stories
