// SPDX-License-Identifier: Apache-2.0
// An elided noun is the last thing counted, at most two sentences back; an amount without a noun measures what the
// amount before it did. Tested by figures_test.cpp.
#include "claims/figures_earlier.h"

namespace ql::claims {

using annotate::Quantity;

namespace {

constexpr std::size_t kSentencesBack = 2;
constexpr std::size_t kMostBack = 64;  // figures

}  // namespace

std::optional<Counted> EarlierFigures::last_counted(bool same_kind) const {
  for (std::size_t i = earlier_.size(); i-- > 0 && i + kMostBack >= earlier_.size();) {
    const Figure& figure = earlier_[i];
    if (figure.sentence.index() + kSentencesBack < quantity_.sentence.index()) break;
    const Quantity& other = notes_.quantities[figure.quantity.index()];
    if (figure.counted.empty() || (same_kind && other.measured)) continue;
    return Counted{figure.counted, figure.counted_lemma, "de.figure.counted.earlier.01", false};
  }
  return std::nullopt;
}

/// "waren 57 Prozent der Deutschen bereit, jetzt sind es 67 Prozent": the same unit again in the sentence.
std::optional<Counted> EarlierFigures::same_measure_again() const {
  if (earlier_.empty() || earlier_.back().counted.empty()) return std::nullopt;
  const Figure& last = earlier_.back();
  const Quantity& other = notes_.quantities[last.quantity.index()];
  if (last.sentence != quantity_.sentence || !other.measured || other.unit != quantity_.unit) return std::nullopt;
  return Counted{last.counted, last.counted_lemma, "de.figure.counted.earlier.01", false};
}

/// "7,8 Prozent mehr Lohn, mindestens jedoch 350 Euro", or an amount in the same unit shortly before.
std::optional<Counted> EarlierFigures::last_measured() const {
  if (earlier_.empty()) return std::nullopt;
  const Figure& last = earlier_.back();
  const Quantity& other = notes_.quantities[last.quantity.index()];
  const bool apposed =
      last.sentence == quantity_.sentence && other.measured && other.tokens.end + 2 >= quantity_.tokens.begin;
  const bool near = last.sentence.index() + kSentencesBack >= quantity_.sentence.index();
  if (last.counted.empty() || !(apposed || (near && other.unit == quantity_.unit))) return std::nullopt;
  return Counted{last.counted, last.counted_lemma, "de.figure.counted.earlier.01", false};
}

/// What was counted or measured last: "4.120 Anträge, ein Plus von 12 Prozent".
std::optional<Counted> EarlierFigures::last_measured_or_counted() const {
  if (earlier_.empty() || earlier_.back().counted.empty()) return std::nullopt;
  const Figure& last = earlier_.back();
  if (last.sentence.index() + 1 < quantity_.sentence.index()) return std::nullopt;
  return Counted{last.counted, last.counted_lemma, "de.figure.counted.earlier.01", false};
}

std::optional<Counted> EarlierFigures::of_which() const {
  if (earlier_.empty() || earlier_.back().counted.empty() || earlier_.back().sentence != quantity_.sentence) {
    return std::nullopt;
  }
  return Counted{earlier_.back().counted, earlier_.back().counted_lemma, "de.figure.counted.earlier.01", false};
}

}  // namespace ql::claims
