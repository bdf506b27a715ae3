// SPDX-License-Identifier: Apache-2.0
// dossier -> its ids, references and ranges (dossier_walk) -> checked against the files, one report at a time.
//
// Text is derived anew from the source bytes by clean::derive_text, which shares neither blocks nor offsets with the
// reader that made the dossier. Tested by verify_test.cpp: every kind of damage is found and named.
#include "engine/verify.h"

#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "clean/derive_text.h"
#include "engine/dossier_walk.h"

namespace ql::engine {
namespace {

class Verifier {
 public:
  Verifier(const DossierFile& dossier, const std::string& root)
      : dossier_(dossier), root_(root), contents_(collect(dossier)), seen_(dossier.sources().size(), false) {}

  Verification run() {
    check_ids();
    sort_ranges();
    Diagnostics unreadable;  // A file that cannot be read shows as a missing source.
    read_sources(
        dossier_, dossier_.sources(), root_,
        [this](std::size_t index, const ingest::RawReport& raw) { check_source(index, raw); }, unreadable);
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (!seen_[i]) fail({Fault::MissingSource, dossier_.sources()[i].path, {}, id_of(i), "", ""});
    }
    result_.sources = seen_.size();
    result_.ranges = contents_.ranges.size();
    result_.references = contents_.references.size();
    return std::move(result_);
  }

 private:
  void fail(VerifyFailure failure) { result_.failures.push_back(std::move(failure)); }

  [[nodiscard]] std::string id_of(std::size_t report) const { return std::string(dossier_.sources()[report].id); }

  void check_ids() {
    std::unordered_set<std::string_view> known;
    for (const std::string_view id : contents_.ids) {
      if (!known.insert(id).second) fail({Fault::RepeatedId, "", {}, std::string(id), "", ""});
    }
    for (const Reference& reference : contents_.references) {
      const bool right_kind =
          !reference.target.empty() && reference.kinds.find(reference.target.front()) != std::string_view::npos;
      if (!right_kind || !known.contains(reference.target)) {
        fail({Fault::UnknownId, "", {}, std::string(reference.item), std::string(reference.target), ""});
      }
    }
  }

  void sort_ranges() {
    std::stable_sort(contents_.ranges.begin(), contents_.ranges.end(),
                     [](const RangeClaim& a, const RangeClaim& b) { return a.report < b.report; });
    for (auto range = contents_.ranges.rbegin(); range != contents_.ranges.rend(); ++range) {
      if (range->report != RangeClaim::kNoReport) break;
      fail({Fault::UnknownReport, "", range->begin, std::string(range->item), "", ""});
    }
  }

  static std::string range_text(std::optional<std::uint64_t> begin, std::optional<std::uint64_t> end) {
    return begin && end ? std::to_string(*begin) + "-" + std::to_string(*end) : "-";
  }

  void check_source(std::size_t index, const ingest::RawReport& raw) {
    seen_[index] = true;
    const SourceEntry& source = dossier_.sources()[index];
    const std::string sha256 = sha256_hex(raw.bytes);
    if (sha256 != source.sha256 || raw.bytes.size() != source.bytes) {
      fail({Fault::WrongHash, source.path, {}, id_of(index), std::string(source.sha256), sha256});
    }
    const ingest::Origin& origin = raw.origin;
    if (source.container_begin_byte != origin.container_begin_byte ||
        source.container_end_byte != origin.container_end_byte) {
      fail({Fault::OutsideFile, source.path, source.container_begin_byte, id_of(index),
            range_text(source.container_begin_byte, source.container_end_byte),
            range_text(origin.container_begin_byte, origin.container_end_byte)});
    }
    const auto of_report =
        std::equal_range(contents_.ranges.begin(), contents_.ranges.end(),
                         RangeClaim{static_cast<std::uint32_t>(index), false, false, 0, 0, {}, {}},
                         [](const RangeClaim& a, const RangeClaim& b) { return a.report < b.report; });
    for (auto range = of_report.first; range != of_report.second; ++range) check_range(source, raw, *range);
  }

  void check_range(const SourceEntry& source, const ingest::RawReport& raw, const RangeClaim& range) {
    static const std::string kNoTitle;
    const std::string& bytes = range.in_title ? raw.stated.title.value_or(kNoTitle) : raw.bytes;
    if (range.begin >= range.end || range.end > bytes.size()) {
      fail({Fault::OutsideFile, source.path, range.begin, std::string(range.item),
            std::to_string(range.begin) + "-" + std::to_string(range.end), std::to_string(bytes.size())});
      return;
    }
    if (!range.has_text) return;
    const SourceRange source_range{static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end)};
    const auto media_type = range.in_title ? ingest::MediaType::PlainText : source.media_type;
    const std::string_view encoding = range.in_title ? std::string_view("UTF-8") : source.encoding;
    std::string found = clean::derive_text(bytes, source_range, media_type, encoding);
    if (found == clean::collapse_white_space(range.text)) return;
    fail({Fault::WrongText, source.path, range.begin, std::string(range.item), std::string(range.text),
          std::move(found)});
  }

  const DossierFile& dossier_;
  const std::string& root_;
  DossierContents contents_;
  std::vector<bool> seen_;
  Verification result_;
};

}  // namespace

Verification verify(const DossierFile& dossier, const std::string& root) { return Verifier(dossier, root).run(); }

}  // namespace ql::engine
