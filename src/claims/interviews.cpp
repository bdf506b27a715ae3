// SPDX-License-Identifier: Apache-2.0
// An interview shows itself by its form. Either paragraphs begin with labels that come back ("Voss: ...", "I.V.: ...")
// and some of them ask; or at least three paragraphs ask, each is answered, and the answers say I or we (a list of
// questions and answers by the editors does not). The speaker of a label is the person whose name or initials it is;
// without labels it is the person named most often before the first question, open if there is none. A speaker keeps
// on over paragraphs until the next question or label. Tested by interviews_test.cpp.
#include "claims/interviews.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"

namespace ql::claims {
namespace {

constexpr std::uint32_t kMaxLabelBytes = 48;
constexpr std::uint32_t kMaxQuestionBytes = 500;
constexpr std::size_t kMinQuestions = 3;  // without labels
constexpr std::size_t kMinLabelled = 2;   // paragraphs with the same label

/// One paragraph.
struct Turn {
  TextRange label;  ///< Without the colon; empty when there is none.
  TextRange words;  ///< What follows the label.
  bool asks = false;
  bool answers = false;
  Speaker speaker;
};

class InterviewReader {
 public:
  explicit InterviewReader(const Reading& reading) : r_(reading) { list_turns(); }

  /// The turns with the answers marked; none marked when the report is no interview.
  std::vector<Turn> run() {
    if (!read_labelled()) read_alternating();
    return std::move(turns_);
  }

 private:
  [[nodiscard]] std::string_view text(TextRange range) const { return slice(r_.report.text, range); }

  void list_turns() {
    for (const clean::Block& block : r_.report.blocks) {
      const bool paragraph = block.kind == clean::BlockKind::Paragraph || block.kind == clean::BlockKind::Lead ||
                             block.kind == clean::BlockKind::Subheading;
      if (!paragraph || block.text.empty()) continue;
      Turn turn;
      turn.words = block.text;
      turn.label = label_of(block.text);
      if (!turn.label.empty()) turn.words.begin = skip_space(turn.label.end + 1, block.text.end);
      std::string_view words = text(turn.words);
      while (words.ends_with(' ') || words.ends_with('*') || words.ends_with('"')) words.remove_suffix(1);
      turn.asks = words.ends_with('?') && words.size() <= kMaxQuestionBytes;
      turns_.push_back(turn);
    }
  }

  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at, std::uint32_t end) const {
    while (at < end && r_.report.text[at] == ' ') ++at;
    return at;
  }

  /// Capitalised words before a colon at the start of the paragraph.
  [[nodiscard]] TextRange label_of(TextRange block) const {
    const std::string_view head = text(block).substr(0, kMaxLabelBytes);
    const std::size_t colon = head.find(": ");
    if (colon == std::string_view::npos || colon == 0) return {};
    const std::string_view label = head.substr(0, colon);
    for (std::size_t at = 0; at < label.size();) {
      const std::size_t end = std::min(label.find(' ', at), label.size());
      if (end == at || !starts_upper(label.substr(at, end - at))) return {};
      at = end + 1;
    }
    return {block.begin, block.begin + static_cast<std::uint32_t>(colon)};
  }

  /// "Voss: ...": labels that come back, at least one of which asks or is asked.
  bool read_labelled() {
    struct Count {
      std::size_t all = 0, asking = 0;
    };
    std::map<std::string_view, Count> labels;
    std::size_t open_questions = 0;
    for (const Turn& turn : turns_) {
      if (turn.label.empty()) {
        open_questions += turn.asks ? 1U : 0U;
        continue;
      }
      Count& count = labels[text(turn.label)];
      ++count.all;
      count.asking += turn.asks ? 1U : 0U;
    }
    std::size_t questions = open_questions;
    for (const auto& [label, count] : labels) questions += count.asking;
    if (questions < kMinLabelled) return false;
    const auto answers = [&](const Turn& turn) {
      const auto found = labels.find(text(turn.label));
      return !turn.label.empty() && found->second.all >= kMinLabelled && 2 * found->second.asking < found->second.all;
    };
    const auto count = std::count_if(turns_.begin(), turns_.end(), answers);
    if (count < static_cast<std::ptrdiff_t>(kMinLabelled)) return false;
    const Turn* speaking = nullptr;
    for (Turn& turn : turns_) {
      if (answers(turn)) {
        turn.speaker = speaker_of(turn.label);
        turn.answers = true;
        speaking = &turn;
      } else if (!turn.label.empty() || turn.asks) {
        speaking = nullptr;
      } else if (speaking != nullptr) {
        turn.speaker = speaking->speaker;
        turn.answers = true;
      }
    }
    return true;
  }

  /// Questions without labels, each answered in the first person.
  void read_alternating() {
    std::size_t questions = 0, personal = 0, first = turns_.size();
    for (std::size_t i = 0; i + 1 < turns_.size(); ++i) {
      if (!turns_[i].asks || turns_[i + 1].asks) continue;
      first = std::min(first, i);
      ++questions;
      personal += in_first_person(turns_[i + 1].words) ? 1U : 0U;
    }
    if (questions < kMinQuestions || 2 * personal < questions) return;
    const Speaker speaker = most_named_before(turns_[first].words.begin);
    for (std::size_t i = first; i < turns_.size(); ++i) {
      if (turns_[i].asks) continue;
      turns_[i].answers = true;
      turns_[i].speaker = speaker;
    }
  }

  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const {
    const auto& tokens = r_.notes.tokens;
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                        [](const annotate::Token& t, std::uint32_t b) { return t.text.begin < b; });
    return static_cast<std::uint32_t>(found - tokens.begin());
  }

  [[nodiscard]] bool in_first_person(TextRange words) const {
    for (std::uint32_t t = token_at(words.begin); t < r_.words.size(); ++t) {
      if (r_.notes.tokens[t].text.begin >= words.end) return false;
      if (r_.is(t, "ich") || r_.is(t, "wir") || r_.is(t, "mich") || r_.is(t, "uns") || r_.is(t, "mir")) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_person(EntityId entity) const {
    return entity.valid() && r_.notes.entities[entity.index()].type == annotate::EntityType::Person;
  }

  [[nodiscard]] Speaker speaker_of(TextRange label) const {
    Speaker speaker;
    speaker.span = label;
    speaker.text = std::string(text(label));
    for (const annotate::Mention& mention : r_.notes.mentions) {
      if (mention.text.begin >= label.end) break;
      if (mention.text.overlaps(label) && is_person(mention.entity)) speaker.entity = mention.entity;
    }
    if (!speaker.entity.valid()) speaker.entity = by_initials(speaker.text);
    return speaker;
  }

  /// The only person whose words begin with these letters: "I.V." for Ina Voss.
  [[nodiscard]] EntityId by_initials(std::string_view label) const {
    std::string letters;
    for (const char c : label) {
      if (c >= 'A' && c <= 'Z') letters += c;
    }
    if (letters.size() < 2 || letters.size() + 3 < label.size()) return {};
    EntityId found;
    for (std::size_t i = 0; i < r_.notes.entities.size(); ++i) {
      const annotate::Entity& entity = r_.notes.entities[i];
      if (entity.type != annotate::EntityType::Person || initials(entity.name) != letters) continue;
      if (found.valid()) return {};
      found = EntityId(i);
    }
    return found;
  }

  static std::string initials(std::string_view name) {
    std::string letters;
    for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1) {
      if (name[at] >= 'A' && name[at] <= 'Z') letters += name[at];
    }
    return letters;
  }

  [[nodiscard]] Speaker most_named_before(std::uint32_t byte) const {
    std::map<std::size_t, std::size_t> counts;
    Speaker speaker;
    std::size_t best = 0;
    for (const annotate::Mention& mention : r_.notes.mentions) {
      if (mention.text.begin >= byte) break;
      if (!is_person(mention.entity) || !r_.notes.entities[mention.entity.index()].named) continue;
      if (++counts[mention.entity.index()] <= best) continue;
      best = counts[mention.entity.index()];
      speaker.entity = mention.entity;
    }
    if (speaker.entity.valid()) speaker.text = r_.notes.entities[speaker.entity.index()].name;
    return speaker;
  }

  const Reading& r_;
  std::vector<Turn> turns_;
};

SentenceId sentence_at(const Reading& r, std::uint32_t byte) {
  const auto& sentences = r.notes.sentences;
  const auto found = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](const annotate::Sentence& s) { return s.text.end <= byte; });
  return SentenceId(static_cast<std::size_t>(found - sentences.begin()));
}

Statement answer_of(const Reading& r, const Turn& turn) {
  Statement s;
  s.sentence = sentence_at(r, turn.words.begin);
  s.kind = StatementKind::Direct;
  s.content.push_back(turn.words);
  s.speaker = turn.speaker;
  s.frame = turn.label;
  s.rule = "de.interview.answer.01";
  return s;
}

/// What was read inside a turn goes, unless a cue of its own names somebody.
bool is_covered(const Statement& s, const Turn& turn) {
  const TextRange whole{turn.label.empty() ? turn.words.begin : turn.label.begin, turn.words.end};
  if (!whole.contains(s.content.front())) return false;
  return s.cue.empty() || s.speaker.text.empty() || s.speaker.span.empty() || s.speaker.span.overlaps(turn.label);
}

}  // namespace

void add_interview_answers(const Reading& reading, std::vector<Statement>& statements) {
  const std::vector<Turn> turns = InterviewReader(reading).run();
  if (std::none_of(turns.begin(), turns.end(), [](const Turn& t) { return t.answers; })) return;
  for (const Turn& turn : turns) {
    if (!turn.answers && !turn.asks) continue;
    statements.erase(
        std::remove_if(statements.begin(), statements.end(), [&](const Statement& s) { return is_covered(s, turn); }),
        statements.end());
  }
  for (const Turn& turn : turns) {
    if (turn.answers && !turn.words.empty()) statements.push_back(answer_of(reading, turn));
  }
}

}  // namespace ql::claims
