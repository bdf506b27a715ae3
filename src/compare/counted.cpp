// SPDX-License-Identifier: Apache-2.0
// The counted noun gives a concept (Tote = Todesopfer) or its stem. A noun that does not stand beside the number was
// resolved from the sentence, and often is who gives the number instead: an institution, the speaker of a statement, a
// name. Then what is counted stays open, so that the number before it can lend its own. Tested by
// figure_groups_test.cpp.
#include "compare/counted.h"

#include <algorithm>

#include "base/utf8.h"
#include "lang/stem.h"
#include "lang/word_key.h"

namespace ql::compare {
namespace {

using annotate::Token;

constexpr std::string_view kElse = "else:";
constexpr std::string_view kMatterBehind = "of:";  // and the prepositions

std::string stem(std::string_view word) { return word.empty() ? std::string() : lang::stem(word); }

class CountedReader {
 public:
  CountedReader(const Context& context, Item item, const FigureText& text)
      : context_(context),
        report_(context.reports[item.report.index()]),
        figure_(figure_of(context, item)),
        quantity_(quantity_of(context, item)),
        text_(text) {}

  /// "10.000 Soldaten und technisches Personal" counts soldiers first; without a noun beside it, what was resolved.
  Counted read() {
    const lang::Concept* found =
        quantity_.measured ? nullptr : context_.language.concepts.counted(stem(quantity_.unit));
    std::string head = head_noun();
    if (found == nullptr && gives_the_number(head)) {
      counted_.is_open = true;
      head.clear();
    } else {
      if (found == nullptr && !head.empty()) found = context_.language.concepts.counted(head);
      if (found == nullptr) found = counted_within();
      if (found == nullptr && head.empty()) {
        found = counted_before();
        counted_.is_guessed = found != nullptr;
      }
    }
    if (found != nullptr && found->implied_state.starts_with(kMatterBehind)) {
      const std::string matter = matter_behind(found->implied_state.substr(kMatterBehind.size()));
      if (!matter.empty()) head = matter;
      counted_.is_guessed = matter.empty();  // "elf Fälle": the passage before knows of what
      found = matter.empty() ? found : context_.language.concepts.counted(head);
    }
    if (found == nullptr) counted_.name = pays_for() ? "price" : head;
    if (found != nullptr) take(*found);
    counted_.is_rare = is_rare();
    if (const std::string per = paid_per(); !per.empty()) {
      counted_.name = "per " + per;
      counted_.is_open = false;
    }
    return std::move(counted_);
  }

 private:
  /// Without a name before it: a "KVU-Parteitag" is a Parteitag.
  [[nodiscard]] std::string head_noun() const {
    constexpr std::size_t kShortestNoun = 4;
    std::string head = stem(figure_.counted_lemma);
    if (head.empty()) {
      const std::vector<std::string> words = stems_of(figure_.counted);
      return words.empty() ? "" : words.back();
    }
    const std::size_t hyphen = head.rfind('-');
    return hyphen != std::string::npos && head.size() > hyphen + kShortestNoun ? head.substr(hyphen + 1) : head;
  }

  /// "vier Fälle von Rauchentwicklung" counts what "elf Rauchentwicklungen" counts; "" where nothing says of what.
  [[nodiscard]] std::string matter_behind(std::string_view prepositions) const {
    const std::vector<Token>& tokens = report_.notes.tokens;
    const std::uint32_t end = report_.notes.sentences[figure_.sentence.index()].tokens.end;
    std::uint32_t at = quantity_.tokens.end;
    if (at + 1 >= end || tokens[at].word_class != annotate::WordClass::Adp) return {};
    const std::string word = to_lower_utf8(slice(report_.report.text, tokens[at].text));
    if ((',' + std::string(prepositions) + ',').find(',' + word + ',') == std::string::npos) return {};
    for (++at; at < end && tokens[at].word_class == annotate::WordClass::Adj; ++at) {
    }
    return at < end && tokens[at].word_class == annotate::WordClass::Noun ? text_.stem_at(at) : std::string();
  }

  /// "Unterschrift" is rare, "Seite" is not.
  [[nodiscard]] bool is_rare() const {
    constexpr double kRare = 4e-5;  // share of running words
    const std::string& noun = figure_.counted_lemma.empty() ? figure_.counted : figure_.counted_lemma;
    if (noun.empty() || counted_.is_open) return false;
    std::string folded;
    for (std::size_t at = noun.rfind(' ') == std::string::npos ? 0 : noun.rfind(' ') + 1; at < noun.size();) {
      const CodePoint point = decode_utf8(noun, at);
      lang::append_folded(folded, to_lower(point.value));
      at += point.size_bytes;
    }
    const auto key = static_cast<std::uint32_t>(lang::word_key(folded).stem >> 32U);
    return context_.language.word_frequency.of(key) < kRare;
  }

  /// "38 Euro je Aktie", "13 Euro die Stunde": what something costs by the piece, whatever it is called; "" of a price
  /// by the month.
  [[nodiscard]] std::string paid_per() const {
    if (quantity_.per.empty() || !quantity_.measured || text_.is_share()) return {};
    const lang::Unit* unit = context_.language.units.find(to_lower_utf8(quantity_.per), quantity_.per);
    return unit != nullptr && unit->kind == lang::UnitKind::Time ? std::string() : stem(quantity_.per);
  }

  void take(const lang::Concept& found) {
    counted_.is_known = true;
    const bool people = found.kind == lang::ConceptKind::People;
    constexpr std::string_view kTeams[] = {"soldier", "police", "rescuer"};
    counted_.is_thing = !people && std::find(std::begin(kTeams), std::end(kTeams), found.name) == std::end(kTeams);
    counted_.is_worker = found.name == "worker";
    counted_.name = people ? whose_members(found) : std::string(found.name);
    if (people && found.implied_state.starts_with(kElse)) {
      counted_.fallback_state = found.implied_state.substr(kElse.size());
    } else if (people) {  // "Streikende": striking, a kind of taking_part
      const std::string_view implied = found.implied_state;
      const std::size_t kind = implied.find('<');
      counted_.state = implied.substr(0, kind);
      counted_.state_kind = kind == std::string_view::npos ? std::string_view() : implied.substr(kind + 1);
    } else {
      if (!found.implied_state.starts_with(kMatterBehind)) counted_.default_state = found.implied_state;
    }
  }

  /// The noun stands away from the number and is no thing counted but who counts, or a word for what was said.
  [[nodiscard]] bool gives_the_number(const std::string& head) {
    if (head.empty() || quantity_.counted.begin < quantity_.counted.end) return false;
    const lang::ConceptLexicon& concepts = context_.language.concepts;
    const lang::Concept* known = concepts.counted(head);
    if (known != nullptr && known->kind == lang::ConceptKind::People) {
      return quantity_.measured && !text_.is_share();  // "Anleger ... 28 Euro"
    }
    const TextRange word = find_in_sentence(head);
    if (known == nullptr && is_no_noun(word)) return true;  // "Wer 7,8 Prozent fordert"
    const bool is_teller = concepts.side(head) != nullptr || concepts.is_account(head) ||
                           (known == nullptr && (is_in_name(word) || is_in_speaker(word)));
    if (is_teller) counted_.teller = with_name_behind(word);
    return is_teller;
  }

  /// Where a noun stands in the figure's sentence; empty if it does not.
  [[nodiscard]] TextRange find_in_sentence(const std::string& head) const {
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (text_.stem_at(i) == head || text_.word_at(i).form_stem == head) return report_.notes.tokens[i].text;
    }
    return {};
  }

  /// "Kämmerer Lutz Neubert"
  [[nodiscard]] TextRange with_name_behind(TextRange word) const {
    const std::vector<annotate::Mention>& mentions = report_.notes.mentions;
    const auto behind =
        std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                         [](std::uint32_t at, const annotate::Mention& m) { return at < m.text.begin; });
    const bool follows = behind != mentions.end() && behind->text.begin == word.end + 1;
    return follows ? TextRange{word.begin, behind->text.end} : word;
  }

  [[nodiscard]] bool is_no_noun(TextRange word) const {
    const std::vector<Token>& tokens = report_.notes.tokens;
    const auto token = std::lower_bound(tokens.begin(), tokens.end(), word.begin,
                                        [](const Token& t, std::uint32_t at) { return t.text.begin < at; });
    if (word.begin >= word.end || token == tokens.end()) return false;
    return token->word_class == annotate::WordClass::Pron || token->word_class == annotate::WordClass::Det;
  }

  /// Within a name, or the word before one ("Kämmerer Lutz Neubert").
  [[nodiscard]] bool is_in_name(TextRange word) const {
    if (word.begin >= word.end) return false;
    const std::vector<annotate::Mention>& mentions = report_.notes.mentions;
    const auto behind =
        std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                         [](std::uint32_t at, const annotate::Mention& m) { return at < m.text.begin; });
    const auto is_name = [](const annotate::Mention& m) { return m.form == annotate::MentionForm::Name; };
    if (behind != mentions.end() && is_name(*behind) && behind->text.begin == word.end + 1) return true;
    return behind != mentions.begin() && std::prev(behind)->text.contains(word) && is_name(*std::prev(behind));
  }

  [[nodiscard]] bool is_in_speaker(TextRange word) const {
    if (word.begin >= word.end || !figure_.statement.valid()) return false;
    return report_.claims.statements[figure_.statement.index()].speaker.span.contains(word);
  }

  /// "12.000 Gläser Babybrei": what holds the head is counted, if the head itself is nothing that can be.
  [[nodiscard]] const lang::Concept* counted_within() const {
    for (const std::string& word : stems_of(figure_.counted)) {
      const lang::Concept* found = context_.language.concepts.counted(word);
      if (found != nullptr && found->kind == lang::ConceptKind::Counted) return found;
    }
    return nullptr;
  }

  /// "übernimmt die Werft für 3 Millionen Euro": what is paid for something bought is its price.
  [[nodiscard]] bool pays_for() const {
    const std::string& unit = quantity_.unit;
    const bool money = quantity_.measured && unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z';
    if (!money) return false;
    const annotate::Sentence& sentence = report_.notes.sentences[figure_.sentence.index()];
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const lang::Concept* matter = context_.language.concepts.topic(text_.stem_at(i));
      if (matter != nullptr && (matter->name == "buy" || matter->name == "transfer")) return true;
    }
    return false;
  }

  /// "Bei den Zügen gibt es keine Annäherung. 85 Prozent fielen aus": the last thing named that can be
  /// counted.
  [[nodiscard]] const lang::Concept* counted_before() const {
    const std::uint32_t begin = text_.passage_begin();
    for (std::uint32_t i = quantity_.tokens.begin; i > begin; --i) {
      const Token& token = report_.notes.tokens[i - 1];
      if (token.word_class != annotate::WordClass::Noun) continue;
      const lang::Concept* found = text_.word_at(i - 1).counted;
      if (found != nullptr && found->kind == lang::ConceptKind::Counted) return found;
    }
    return nullptr;
  }

  /// "Mitglieder der Streitkräfte": what the state begins with says who the people are.
  [[nodiscard]] std::string whose_members(const lang::Concept& people) const {
    constexpr std::size_t kGenitive = 4;
    if (people.implied_state.empty() && state_is_genitive()) {
      const std::vector<std::string> stems = stems_of(figure_.state);
      for (std::size_t i = 0; i < std::min(stems.size(), kGenitive); ++i) {
        const lang::Concept* found = context_.language.concepts.counted(stems[i]);
        if (found != nullptr && found->kind == lang::ConceptKind::Counted) return std::string(found->name);
      }
    }
    return std::string(kPeople);
  }

  /// The state begins right behind the number with an article.
  [[nodiscard]] bool state_is_genitive() const {
    const std::uint32_t next = quantity_.tokens.end;
    return next < report_.notes.tokens.size() && figure_.state_span.begin == report_.notes.tokens[next].text.begin &&
           report_.notes.tokens[next].word_class == annotate::WordClass::Det;
  }

  const Context& context_;
  const AnalysedReport& report_;
  const claims::Figure& figure_;
  const annotate::Quantity& quantity_;
  const FigureText& text_;
  Counted counted_;
};

}  // namespace

Counted counted_of(const Context& context, Item item, const FigureText& text) {
  return CountedReader(context, item, text).read();
}

}  // namespace ql::compare
