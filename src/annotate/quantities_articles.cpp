// SPDX-License-Identifier: Apache-2.0
// Most numbers that a text seems to hold are articles. Whether one counts is decided by what was read around it
// (QuantityFinder::article_counts); here the same conditions are asked of the neighbouring words alone. Tested by
// quantities_test.cpp.
#include "annotate/quantities_articles.h"

namespace ql::annotate {

using lang::CountedWord;

bool article_may_count(const SentenceText& text, const SentenceSigns& signs, const NumberPhrase& number) {
  const std::size_t begin = number.begin, end = number.end;
  if (text.facts(end).starts_unit || text.facts(end + 1).is_currency || text.is_dash(end)) return true;
  if (text.is(end, CountedWord::Until) || text.is(end, CountedWord::And)) return true;
  if (signs.hedge_behind || signs.casualty) return true;
  if (begin == 0) return false;
  const lang::LexemeFacts& before = text.facts(begin - 1);
  return before.ends_hedge || before.between_hedge || before.is(CountedWord::And) || text.is_quote(begin - 1);
}

}  // namespace ql::annotate
