// SPDX-License-Identifier: Apache-2.0
// Features are 64-bit keys mixed from a template's number and the hashes of its parts. They describe the form
// (word, endings, shape), its readings in the lexicon, its neighbours to both sides, the two tags to the left, and
// the state of the clause: German keeps the rest of the verb for its end. Tested by tagger_test.cpp.
#include "annotate/tag_features.h"

#include <algorithm>

#include "base/hash.h"
#include "lang/linear_model.h"

namespace ql::annotate {
namespace {

using lang::feature_key;

/// Six steps down the tree of word classes: sixty-four classes.
constexpr std::uint32_t kWideClass = 63;
constexpr std::uint64_t kOutside = 0x517CC1B727220A95ULL;

class Filler {
 public:
  /// Templates count from `number` + 1.
  Filler(TagFeatureVector& out, std::uint64_t number) : out_(out), number_(number) {}
  void add(std::uint64_t part) { out_.keys[out_.size++] = feature_key(++number_, part); }
  void add(std::uint64_t part, std::uint64_t other) { add(feature_key(part, other)); }
  void add(std::uint64_t part, std::uint64_t other, std::uint64_t third) {
    add(feature_key(feature_key(part, other), third));
  }

 private:
  TagFeatureVector& out_;
  std::uint64_t number_;
};

bool is_finite(Stts tag) {
  return tag == Stts::Vvfin || tag == Stts::Vafin || tag == Stts::Vmfin || tag == Stts::Vvimp || tag == Stts::Vaimp;
}

bool subordinates(Stts tag) {
  return tag == Stts::Kous || tag == Stts::Prels || tag == Stts::Prelat || tag == Stts::Koui;
}

constexpr std::uint8_t kVerbElsewhere = 1, kSubordinator = 2, kLastWord = 4, kVerbInSentence = 8,
                       kAuxiliaryElsewhere = 16, kVerbBefore = 32;

bool is_auxiliary(const WordInfo& word) { return word.can_be(ambiguity::kAuxiliary) || word.can_be(ambiguity::kModal); }

}  // namespace

void TagHistory::push(std::uint8_t tag, Stts stts, std::string_view form) {
  last_but_one = last;
  last = tag;
  if (stts == Stts::Comma || form == ";" || form == ":" || stts == Stts::SentenceEnd) {
    clause = 0;
    last_finite = 0;
  }
  if (stts == Stts::Kon) clause &= static_cast<std::uint8_t>(~(kFinite | kAuxiliary));
  clause &= static_cast<std::uint8_t>(~kZu);
  if (stts == Stts::Ptkzu) clause |= kZu;
  if (subordinates(stts)) clause |= kSubordinated;
  if (is_finite(stts)) {
    clause |= kFinite;
    last_finite = tag;
    if (stts != Stts::Vvfin && stts != Stts::Vvimp) clause |= kAuxiliary;
  }
}

void add_form_features(const WordInfo& info, TagFeatureVector& out) {
  Filler features(out, 0);
  features.add(info.form_hash);
  features.add(info.form_hash, info.shape);
  features.add(info.shape, info.readings_hash);
  for (std::size_t bytes = 1; bytes <= 5; ++bytes) features.add(hash_suffix(info.lower, bytes), info.shape & 17U);
  features.add(hash64(std::string_view(info.lower).substr(0, 3)));
  features.add(info.shape);
  features.add(info.listed, info.shape);
  features.add(info.listed, info.readings_hash);
  features.add(info.word_class);
  features.add(info.word_class & kWideClass);
  features.add(info.word_class & kWideClass, info.readings_hash);
}

void score_form(WordInfo& info, const lang::LinearModel& model) {
  TagFeatureVector keys;
  add_form_features(info, keys);
  lang::LinearModel::Scores scores{};
  model.add_all(keys.used(), scores);
  for (std::size_t label = 0; label < scores.size(); ++label) {
    info.tag_scores[label] = static_cast<std::int16_t>(std::clamp(scores[label], -32768, 32767));
  }
}

TagFeatures::TagFeatures(WordSpan words) : words_(words), fields_(words.size()) { describe_fields(); }

void TagFeatures::describe_fields() {
  std::size_t verbs_in_sentence = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) verbs_in_sentence += words_[i].only_finite ? 1U : 0U;
  for (std::size_t begin = 0; begin < words_.size();) {
    std::size_t end = begin, verbs = 0, auxiliaries = 0;
    while (end < words_.size() && !words_[end].ends_segment) {
      verbs += words_[end].only_finite ? 1U : 0U;
      auxiliaries += words_[end].only_finite && is_auxiliary(words_[end]) ? 1U : 0U;
      ++end;
    }
    const bool subordinated = end > begin && (words_[begin].can_be(ambiguity::kSubordinator) ||
                                              (begin + 1 < end && words_[begin + 1].can_be(ambiguity::kSubordinator)));
    bool before = false;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t own = words_[i].only_finite ? 1 : 0;
      const std::size_t own_auxiliary = own == 1 && is_auxiliary(words_[i]) ? 1 : 0;
      fields_[i] = static_cast<std::uint8_t>(
          (verbs > own ? kVerbElsewhere : 0) | (subordinated ? kSubordinator : 0) | (i + 1 == end ? kLastWord : 0) |
          (verbs_in_sentence > own ? kVerbInSentence : 0) | (auxiliaries > own_auxiliary ? kAuxiliaryElsewhere : 0) |
          (before ? kVerbBefore : 0));
      before |= own == 1;
    }
    begin = end + 1;
  }
}

std::uint64_t TagFeatures::mask(std::size_t index, int offset) const {
  const std::size_t at = index + static_cast<std::size_t>(offset);
  return at < words_.size() ? words_[at].readings_hash : kOutside;
}

std::uint64_t TagFeatures::word(std::size_t index, int offset) const {
  const std::size_t at = index + static_cast<std::size_t>(offset);
  return at < words_.size() ? words_[at].form_hash : kOutside;
}

std::uint64_t TagFeatures::word_class(std::size_t index, int offset) const {
  const std::size_t at = index + static_cast<std::size_t>(offset);
  return at < words_.size() ? words_[at].word_class & kWideClass : kOutside;
}

void TagFeatures::add_close(std::size_t index, const TagHistory& history, TagFeatureVector& out) const {
  const std::uint64_t own = words_[index].readings_hash, next = mask(index, 1), before = mask(index, -1);
  const std::uint64_t field = fields_[index];
  const std::uint64_t tags = feature_key(history.last, history.last_but_one);
  Filler features(out, 100);
  features.add(0);
  features.add(history.last);
  features.add(tags);
  features.add(history.last, own);
  features.add(tags, own);
  features.add(next, own);
  features.add(before, own);
  features.add(history.last, next);
  features.add(history.last, own, next);
  features.add(history.clause, own);
  features.add(history.clause, history.last, own);
  features.add(field, own);
  features.add(field, history.last, own);
}

void TagFeatures::add_wide(std::size_t index, const TagHistory& history, TagFeatureVector& out) const {
  const WordInfo& info = words_[index];
  const std::uint64_t own = info.readings_hash, next = mask(index, 1), suffix = info.suffix;
  const std::uint64_t field = fields_[index];
  Filler features(out, 120);
  features.add(history.last, info.form_hash);
  features.add(history.last, suffix);
  features.add(word(index, -1), own);
  features.add(word(index, -1), info.form_hash);
  features.add(word(index, 1), own);
  features.add(word(index, 1), info.form_hash);
  features.add(word(index, -2), own);
  features.add(word(index, 2), own);
  features.add(next, mask(index, 2), own);
  features.add(mask(index, -1), own, next);
  features.add(next, info.form_hash);
  features.add(history.clause, own, next);
  features.add(history.clause, history.last_finite, own);
  features.add(history.clause, info.form_hash);
  features.add(history.clause, word(index, 1));
  features.add(suffix, next);
  features.add(mask(index, 2), own);
  features.add(field, suffix);
  features.add(field, info.form_hash);
  features.add(field, history.clause, own);
  features.add(field, own, next);
  features.add(word_class(index, -1), own);
  features.add(word_class(index, 1), own);
}

}  // namespace ql::annotate
