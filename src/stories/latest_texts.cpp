// SPDX-License-Identifier: Apache-2.0
// Position -> words, the latest texts from memory. Which one goes is decided by when it was asked for last; that the
// latest two stay is what lets a caller hold both sides of a pair. Tested by latest_texts_test.cpp.
#include "stories/latest_texts.h"

#include <algorithm>

namespace ql::stories {

bool LatestTexts::asked_before(const Slot& x, const Slot& y) { return x.asked < y.asked; }

const ComparedText& LatestTexts::of(std::uint32_t position) {
  ++questions_;
  const auto known = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& x) { return x.position == position; });
  if (known != slots_.end()) {
    known->asked = questions_;
    return known->text;
  }
  Slot& slot = *std::min_element(slots_.begin(), slots_.end(), asked_before);
  forget(slot);
  slot.position = position;
  slot.asked = questions_;
  slot.text.report = source_(order_[position]);
  words_.read(*slot.text.report, slot.text.list);
  kept_words_ += slot.text.list.size();
  make_room();
  return slot.text;
}

void LatestTexts::make_room() {
  while (kept_words_ > kMostWords) {
    Slot* oldest = nullptr;
    for (Slot& slot : slots_) {
      if (slot.asked != 0 && (oldest == nullptr || asked_before(slot, *oldest))) oldest = &slot;
    }
    if (oldest->asked + 1 >= questions_) return;
    forget(*oldest);
  }
}

/// Small lists keep their memory for the next text.
void LatestTexts::forget(Slot& slot) {
  constexpr std::size_t kLongText = 1U << 13U;
  kept_words_ -= slot.text.list.size();
  if (slot.text.list.keys.capacity() > kLongText) slot.text.list = {};
  slot.text.list.keys.clear();
  slot.text.report.reset();
  slot.position = UINT32_MAX;
  slot.asked = 0;
}

}  // namespace ql::stories
