// SPDX-License-Identifier: Apache-2.0
// Features are 64-bit keys mixed from a template's number and the hashes of its parts. They describe the form
// (word, endings, shape), its readings in the lexicon, its neighbours to both sides, the two tags to the left, and
// the state of the clause: German keeps the rest of the verb for its end. Tested by tagger_test.cpp.
#include "annotate/tag_features.h"

#include "base/hash.h"
#include "lang/linear_model.h"

namespace ql::annotate {
namespace {

using lang::feature_key;

constexpr std::uint64_t kOutside = 0x517CC1B727220A95ULL;

class Filler {
 public:
  explicit Filler(TagFeatures::Vector& out) : out_(out) { out_.size = 0; }
  void add(std::uint64_t part) { out_.keys[out_.size++] = feature_key(++number_, part); }
  void add(std::uint64_t part, std::uint64_t other) { add(feature_key(part, other)); }
  void add(std::uint64_t part, std::uint64_t other, std::uint64_t third) {
    add(feature_key(feature_key(part, other), third));
  }
  void skip(unsigned count) { number_ += count; }

 private:
  TagFeatures::Vector& out_;
  std::uint64_t number_ = 0;
};

bool is_finite(Stts tag) {
  return tag == Stts::Vvfin || tag == Stts::Vafin || tag == Stts::Vmfin || tag == Stts::Vvimp || tag == Stts::Vaimp;
}

bool subordinates(Stts tag) {
  return tag == Stts::Kous || tag == Stts::Prels || tag == Stts::Prelat || tag == Stts::Koui;
}

constexpr std::uint8_t kVerbElsewhere = 1, kSubordinator = 2, kLastWord = 4, kVerbInSentence = 8,
                       kAuxiliaryElsewhere = 16, kVerbBefore = 32;

std::uint64_t bit(ambiguity::Bit which) { return std::uint64_t{1} << which; }

/// The lexicon knows the form as a finite verb and as nothing else.
bool only_finite(const WordInfo& word) {
  using namespace ambiguity;
  const std::uint64_t finite = bit(kFiniteSingular) | bit(kFinitePlural) | bit(kFinitePast) | bit(kSubjunctive);
  const std::uint64_t allowed = finite | bit(kAuxiliary) | bit(kModal) | bit(kImperative) | bit(kFromLowerCase);
  return (word.ambiguity & finite) != 0 && (word.ambiguity & ~allowed) == 0;
}

bool is_auxiliary(const WordInfo& word) { return word.can_be(ambiguity::kAuxiliary) || word.can_be(ambiguity::kModal); }

bool ends_segment(const WordInfo& word) {
  const char c = word.form.front();
  return word.form.size() <= 3 && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) &&
         word.ambiguity == 0;
}

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

TagFeatures::TagFeatures(std::span<const WordInfo> words) : words_(words), hashes_(words.size()) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view form = words[i].lower;
    for (std::size_t length = 1; length <= hashes_[i].suffixes.size(); ++length) {
      const std::string_view suffix = form.size() > length ? form.substr(form.size() - length) : form;
      hashes_[i].suffixes[length - 1] = hash64(suffix);
    }
    hashes_[i].prefix = hash64(form.substr(0, 3));
  }
  describe_fields();
}

void TagFeatures::describe_fields() {
  std::size_t verbs_in_sentence = 0;
  for (const WordInfo& word : words_) verbs_in_sentence += only_finite(word) ? 1U : 0U;
  for (std::size_t begin = 0; begin < words_.size();) {
    std::size_t end = begin, verbs = 0, auxiliaries = 0;
    while (end < words_.size() && !ends_segment(words_[end])) {
      verbs += only_finite(words_[end]) ? 1U : 0U;
      auxiliaries += only_finite(words_[end]) && is_auxiliary(words_[end]) ? 1U : 0U;
      ++end;
    }
    const bool subordinated = end > begin && (words_[begin].can_be(ambiguity::kSubordinator) ||
                                              (begin + 1 < end && words_[begin + 1].can_be(ambiguity::kSubordinator)));
    bool before = false;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t own = only_finite(words_[i]) ? 1 : 0;
      const std::size_t own_auxiliary = own == 1 && is_auxiliary(words_[i]) ? 1 : 0;
      hashes_[i].field = static_cast<std::uint8_t>(
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
  if (at >= words_.size()) return kOutside;
  const WordInfo& info = words_[at];
  return info.ambiguity != 0 ? info.ambiguity : feature_key(kOutside, info.shape);
}

std::uint64_t TagFeatures::word(std::size_t index, int offset) const {
  const std::size_t at = index + static_cast<std::size_t>(offset);
  return at < words_.size() ? words_[at].form_hash : kOutside;
}

void TagFeatures::add_word(std::size_t index, Vector& out) const {
  const WordInfo& info = words_[index];
  Filler features(out);
  features.add(info.form_hash);
  features.add(info.form_hash, info.shape);
  features.add(info.shape, mask(index, 0));
  for (const std::uint64_t suffix : hashes_[index].suffixes) features.add(suffix, info.shape & 17U);
  features.add(hashes_[index].prefix);
  features.add(info.shape);
}

void TagFeatures::extract(std::size_t index, const TagHistory& history, Vector& out) const {
  add_word(index, out);
  const WordInfo& info = words_[index];
  const std::uint64_t own = mask(index, 0);
  Filler features(out);
  out.size = 10;
  features.skip(100);
  const std::uint64_t tags = feature_key(history.last, history.last_but_one);
  features.add(0);
  features.add(history.last);
  features.add(tags);
  features.add(history.last, own);
  features.add(tags, own);
  features.add(history.last, info.form_hash);
  features.add(history.last, hashes_[index].suffixes[2]);
  features.add(word(index, -1), own);
  features.add(word(index, -1), info.form_hash);
  features.add(word(index, 1), own);
  features.add(word(index, 1), info.form_hash);
  features.add(word(index, -2), own);
  features.add(word(index, 2), own);
  features.add(mask(index, 1), own);
  features.add(mask(index, 1), mask(index, 2), own);
  features.add(mask(index, -1), own);
  features.add(mask(index, -1), own, mask(index, 1));
  features.add(mask(index, 1), info.form_hash);
  features.add(history.last, mask(index, 1));
  features.add(history.last, own, mask(index, 1));
  features.add(history.clause, own);
  features.add(history.clause, own, mask(index, 1));
  features.add(history.clause, history.last, own);
  features.add(history.clause, history.last_finite, own);
  features.add(history.clause, info.form_hash);
  features.add(history.clause, word(index, 1));
  features.add(hashes_[index].suffixes[2], mask(index, 1));
  features.add(mask(index, 2), own);
  const std::uint64_t field = hashes_[index].field;
  features.add(field, own);
  features.add(field, hashes_[index].suffixes[2]);
  features.add(field, history.last, own);
  features.add(field, info.form_hash);
  features.add(field, history.clause, own);
  features.add(field, own, mask(index, 1));
}

}  // namespace ql::annotate
