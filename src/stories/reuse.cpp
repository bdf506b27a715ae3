// SPDX-License-Identifier: Apache-2.0
// Candidate pairs -> Reuse records. A report is scanned once for the partners that a thread takes in a row. Shared text
// counts from kLeastContainment on, or when runs of four words cover much of the smaller report (an edited copy keeps
// few runs of eight). Near-verbatim means that most words of the smaller report stand in the other one. Direction: who
// was published first; else who is the agency that the other one credits; else it stays open and the earlier report of
// the run stands in `from`. Tested by stories_test.cpp.
#include "stories/reuse.h"

#include <algorithm>
#include <optional>

#include "base/parallel.h"
#include "stories/alignment.h"
#include "stories/latest_texts.h"
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
/// The same if the words are only aligned, which says less.
constexpr double kLeastAlignedShare = 0.35;
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

/// The reuse between `a` and `b`, which stand at these positions.
std::optional<Reuse> reuse_of(const clean::Report& report_a, const clean::Report& report_b, const CandidatePair& pair,
                              const Overlap& overlap, const ComparedWords& a, const ComparedWords& b) {
  const auto type = type_of(overlap, a.size(), b.size());
  if (!type) return std::nullopt;
  const int way = direction(report_a, report_b);
  Reuse reuse;
  reuse.type = *type;
  reuse.direction_known = way != 0;
  reuse.from = ReportId(way > 0 ? pair.b : pair.a);
  reuse.to = ReportId(way > 0 ? pair.a : pair.b);
  const std::size_t words = way > 0 ? a.size() : b.size();
  reuse.coverage = std::min(1.0F, static_cast<float>(overlap.shared_words) / static_cast<float>(words));
  reuse.passages = passage_ranges(overlap, a, b);
  if (way > 0) {
    for (auto& [from, to] : reuse.passages) std::swap(from, to);
    std::sort(reuse.passages.begin(), reuse.passages.end(),
              [](const auto& x, const auto& y) { return x.second < y.second; });
  }
  return reuse;
}

/// Compares the reports of one run; what is made of the first report of a pair serves the partners that a thread takes
/// in a row.
class PairReader {
 public:
  PairReader(std::span<const ReportKey> order, const ReportSource& source, const FingerprintIndex& index,
             WordReader& words)
      : texts_(order, source), words_(words), index_(index) {
    finder_.set_boilerplate(marked_);
  }
  PairReader(const PairReader&) = delete;  // the finder looks at what is marked
  PairReader& operator=(const PairReader&) = delete;

  std::optional<Reuse> compare(const CandidatePair& pair) {
    const ComparedText& a = texts_.of(pair.a);
    if (reference_ != pair.a) open(pair.a, a);
    const ComparedText& b = texts_.of(pair.b);
    finder_.compare(b.list, overlap_);
    const bool literal = type_of(overlap_, a.list.size(), b.list.size()).has_value();
    if (!literal && pair.shared == 0 && overlap_.boilerplate_words == 0) align(a.list, b.list);
    return reuse_of(*a.report, *b.report, pair, overlap_, a.list, b.list);
  }

 private:
  /// For texts that are much alike and share no passage: many words were changed, or nothing is taken over.
  void align(const ComparedWords& a, const ComparedWords& b) {
    if (!aligner_is_set_) aligner_.set_reference(a);
    aligner_is_set_ = true;
    aligner_.align(b, overlap_);
    const auto smaller = static_cast<double>(std::min(a.size(), b.size()));
    if (overlap_.shared_words < kLeastAlignedShare * smaller) overlap_ = Overlap();
  }
  /// The text stays where it is while the texts are asked for no other first report.
  void open(std::uint32_t position, const ComparedText& text) {
    reference_ = position;
    aligner_is_set_ = false;
    finder_.set_reference(text.list);
    marked_.clear();
    if (index_.boilerplate_of(position) == 0) return;
    words_.read(*text.report, list_);
    winnow(list_, fingerprints_);
    for (const Fingerprint& f : fingerprints_) marked_.push_back({f.word, index_.is_boilerplate(f.value)});
  }

  LatestTexts texts_;
  WordReader& words_;
  const FingerprintIndex& index_;
  std::optional<std::uint32_t> reference_;
  PassageFinder finder_;
  Aligner aligner_;
  bool aligner_is_set_ = false;  // to the reference at hand
  Overlap overlap_;
  WordList list_;  // of the reference, if it has boilerplate
  std::vector<Fingerprint> fingerprints_;
  std::vector<MarkedShingle> marked_;
};

/// Pairs that are read by one thread in one go; those of one first report stand together.
constexpr std::size_t kPairsAtOnce = 16;
/// Results that wait to be put in order at once.
constexpr std::size_t kBatch = std::size_t{1} << 14U;

/// A reuse that is known, for the positions that its reports have now.
Reuse placed(Reuse reuse, const CandidatePair& pair, bool from_first) {
  reuse.from = ReportId(from_first ? pair.a : pair.b);
  reuse.to = ReportId(from_first ? pair.b : pair.a);
  return reuse;
}

}  // namespace

std::vector<Reuse> find_reuse(std::span<const ReportKey> order, const ReportSource& source,
                              std::span<const CandidatePair> candidates, const FingerprintIndex& index,
                              ReaderPool& readers, ReuseMemory& memory) {
  std::vector<Reuse> reuses;
  std::vector<CandidatePair> unknown;
  for (const CandidatePair& pair : candidates) {
    const ReuseMemory::Entry* known =
        memory.find(order[pair.a].value, order[pair.b].value, index.boilerplate_of(pair.a));
    if (known == nullptr) {
      unknown.push_back(pair);
      continue;
    }
    if (known->shares()) reuses.push_back(placed(memory.reuse_of(*known), pair, known->from_first));
    memory.keep(*known);
  }
  std::vector<std::optional<Reuse>> results;
  for (std::size_t begin = 0; begin < unknown.size(); begin += kBatch) {
    const std::span<const CandidatePair> batch(unknown.data() + begin, std::min(kBatch, unknown.size() - begin));
    results.assign(batch.size(), std::nullopt);
    const Pieces pieces(batch.size(), kPairsAtOnce);
    readers.for_each(
        pieces.size(), [&](ReportReader& reader) { return PairReader(order, source, index, reader.words()); },
        [&](std::size_t piece, PairReader& reader) {
          for (std::size_t i = pieces[piece].begin; i < pieces[piece].end; ++i) results[i] = reader.compare(batch[i]);
        });
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const CandidatePair& pair = batch[i];
      const bool from_first = results[i] && results[i]->from.value == pair.a;
      memory.put(order[pair.a].value, order[pair.b].value, index.boilerplate_of(pair.a), results[i], from_first);
      if (results[i]) reuses.push_back(std::move(*results[i]));
    }
  }
  memory.end_round();
  std::sort(reuses.begin(), reuses.end(),
            [](const Reuse& x, const Reuse& y) { return x.to != y.to ? x.to < y.to : x.from < y.from; });
  return reuses;
}

}  // namespace ql::stories
