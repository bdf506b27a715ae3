// SPDX-License-Identifier: Apache-2.0
// Two questions. Is this an issuer's own publication? A short line of the head says what the text is
// ("Presse-Information 09/26", "(ots)"), or the outlet is itself a union, party, club, association or authority. Who
// issued it? The outlet, else the letter head, else the sender in the lines behind the body ("Original-Content von:
// ..."): an entity of the report whose name the line holds, by its first word or by its initials (VBL: Verband der
// Busse im Land); a sender that the text itself never names is made one. Tested by issuer_test.cpp.
#include "claims/issuer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "lang/tsv.h"

namespace ql::claims {
namespace {

using annotate::Entity;
using annotate::EntityType;
using clean::Block;
using clean::BlockKind;
using lang::FigureWord;

constexpr std::uint32_t kLineBytes = 100;  // a line of a letter head is shorter
constexpr std::size_t kHeadLines = 6, kMostLines = 24;
constexpr std::size_t kMentionsOfSender = 3;  // of a name in a headline whose kind is unknown

bool is_mark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-' &&
         c != '&' && c != '.';
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string plain(line);
  std::replace_if(plain.begin(), plain.end(), is_mark, ' ');
  for (const std::string_view word : lang::split(plain, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  lang::lower_in_place(result);
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ':')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

/// The parts of a line between dashes, bars, colons and commas, each of which may be the sender's name.
std::vector<std::string_view> parts_of(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kCuts{"\n",  " \u2013 ", " \u2014 ", " - ",
                                                         " | ", ": ",       ", ",       " \u00B7 "};
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    std::size_t end = line.size(), next = line.size();
    for (const std::string_view cut : kCuts) {
      const std::size_t at = line.find(cut);
      if (at < end) {
        end = at;
        next = at + cut.size();
      }
    }
    const std::string_view part = trimmed(line.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    line.remove_prefix(next);
  }
  return parts;
}

class IssuerFinder {
 public:
  IssuerFinder(const clean::Report& report, const lang::Language& language, annotate::Annotations& notes)
      : report_(report), language_(language), notes_(notes) {
    for (const annotate::Mention& mention : notes.mentions) {
      if (!mention.entity.valid()) continue;
      mentions_.resize(std::max(mentions_.size(), mention.entity.index() + 1));
      ++mentions_[mention.entity.index()];
    }
  }

  EntityId find() {
    collect_lines();
    const bool institution = report_.outlet && speaks_for_itself(*report_.outlet);
    const bool own_statement = is_own_statement();
    if (!institution && !own_statement && !is_marked() && !is_about_its_outlet()) return {};
    // "POL-XY: Unfall ..." stands above, "Original-Content von: ..." below: headlines come last.
    if (const EntityId entity = issuer_in_lines(false); entity.valid()) return entity;
    if (const EntityId entity = subject_of_lead(); entity.valid()) return entity;
    if (const EntityId entity = issuer_in_lines(true); entity.valid()) return entity;
    if (report_.outlet && !is_press_word_in(*report_.outlet)) return add(*report_.outlet, *report_.outlet);
    return own_statement ? letter_head() : EntityId();
  }

  /// The outlet is what the text speaks of first and most: a firm's own page.
  bool is_about_its_outlet() const {
    if (!report_.outlet) return false;
    const EntityId entity = entity_named(*report_.outlet, false);
    return entity.valid() && entity == subject_of_lead() && count(entity.index()) >= kMentionsOfSender &&
           notes_.entities[entity.index()].type == EntityType::Organisation;
  }

  /// "Kanzlei Mommert & Soehne" above the headline: a name without digits.
  EntityId letter_head() {
    for (const Block* block : head_) {
      if (block->kind == BlockKind::Title) break;
      const std::string_view line =
          parts_of(text_of(*block)).empty() ? std::string_view() : parts_of(text_of(*block)).front();
      const bool name = words_of(line).size() >= 2 && line.find_first_of("0123456789") == std::string_view::npos;
      if (name && !is_press_word_in(line)) return add(line, line);
    }
    return {};
  }

 private:
  struct Line {
    std::string_view text;
    bool headline = false;  ///< A headline names many; only a name that fills it, or a legal form, is the sender's.
  };

  EntityId issuer_in_lines(bool headlines) {
    for (const Line& line : senders_) {
      if (line.headline != headlines) continue;
      if (const EntityId entity = issuer_in(line); entity.valid()) return entity;
    }
    return {};
  }

  /// "Der Hilfsbund Nord hat seine Nothilfe ausgeweitet": who issues a text speaks of itself first.
  EntityId subject_of_lead() const {
    constexpr std::size_t kSentences = 2;  // the first may be a dateline
    constexpr std::uint32_t kOpening = 4;  // tokens
    std::size_t looked_at = 0;
    for (const annotate::Sentence& sentence : notes_.sentences) {
      if (!sentence.block.valid() || looked_at >= kSentences) break;
      const BlockKind kind = report_.blocks[sentence.block.index()].kind;
      if (kind != BlockKind::Paragraph && kind != BlockKind::Lead) continue;
      ++looked_at;
      const auto mention =
          std::partition_point(notes_.mentions.begin(), notes_.mentions.end(),
                               [&](const annotate::Mention& m) { return m.text.end <= sentence.text.begin; });
      if (mention == notes_.mentions.end() || !mention->entity.valid() || mention->tokens.empty()) continue;
      const bool opens = mention->tokens.begin < std::min(sentence.tokens.end, sentence.tokens.begin + kOpening);
      const Entity& entity = notes_.entities[mention->entity.index()];
      const bool body = entity.type == EntityType::Organisation || entity.type == EntityType::Other;
      if (opens && body && entity.named) return mention->entity;
    }
    return {};
  }

  /// "Stellungnahme des Teams": the headline opens with a noun of speech, and the text says "we" outside quotations.
  bool is_own_statement() const {
    const auto title =
        std::find_if(head_.begin(), head_.end(), [](const Block* block) { return block->kind == BlockKind::Title; });
    if (title == head_.end()) return false;
    const std::vector<std::string> words = words_of(text_of(**title));
    return !words.empty() && !language_.cues.word(lowered(words.front())).readings.empty() && says_we();
  }

  bool says_we() const {
    bool quoted = false;
    for (const annotate::Token& token : notes_.tokens) {
      const std::string_view form = slice(report_.text, token.text);
      const bool mark =
          token.word_class == annotate::WordClass::Punct && (form == "\"" || form == "\u201E" || form == "\u201C" ||
                                                             form == "\u201D" || form == "\u00AB" || form == "\u00BB");
      if (mark) quoted = form == "\u201E" || (form != "\u201C" && form != "\u201D" && !quoted);
      const annotate::Morphology& m = token.morphology;
      if (!quoted && token.stts == annotate::Stts::Pper && m.person == 1 && m.number == annotate::Number::Plur)
        return true;
    }
    return false;
  }

  EntityId issuer_in(const Line& line) {
    std::vector<std::string_view> parts = parts_of(line.text);
    if (line.headline && parts.size() > 1) parts.resize(1);
    for (const std::string_view part : parts) {
      const EntityId entity = entity_named(part, line.headline);
      if (!entity.valid()) continue;
      note_name(notes_.entities[entity.index()], part);
      return entity;
    }
    for (const std::string_view part : parts) {
      const std::string_view kind = line.headline ? legal_form(part) : kind_of(part);
      const bool body = !line.headline && names_a_body(part);
      if ((body || (!kind.empty() && kind != "media")) && !is_press_word_in(part)) return add(line.text, part);
    }
    return {};
  }

  /// "Verband der Busse im Land" in the letter head of the VBL.
  static void note_name(Entity& entity, std::string_view part) {
    const bool known = std::find(entity.aliases.begin(), entity.aliases.end(), part) != entity.aliases.end();
    if (!known && is_initials(words_of(part), entity.name)) entity.aliases.emplace_back(part);
  }

  /// "e.V.", also in two words, "GmbH", "KG" at the end of a name.
  std::string_view legal_form(std::string_view part) const {
    const std::vector<std::string> words = words_of(part);
    if (words.size() < 2) return {};
    const std::string_view pair = language_.body_nouns.kind_of_name_word(words[words.size() - 2] + words.back());
    const std::string_view kind = pair.empty() ? language_.body_nouns.kind_of_name_word(words.back()) : pair;
    return kind == "company" || kind == "association" ? kind : std::string_view{};
  }

  std::string_view text_of(const Block& block) const { return slice(report_.text, block.text); }

  /// Lines before the first paragraph, and short lines of furniture behind the last.
  void collect_lines() {
    const auto is_text = [](const Block& b) { return b.kind == BlockKind::Paragraph || b.kind == BlockKind::Lead; };
    const auto first = std::find_if(report_.blocks.begin(), report_.blocks.end(), [&](const Block& block) {
      return is_text(block) && block.text.size() > kLineBytes;
    });
    if (report_.outlet && !is_press_word_in(*report_.outlet)) senders_.push_back({*report_.outlet, false});
    for (auto block = report_.blocks.begin(); block != first; ++block) {
      const bool navigation =
          block->kind == BlockKind::Furniture && block->furniture == clean::FurnitureKind::Navigation;
      const bool dateline = block->kind == BlockKind::Furniture && block->furniture == clean::FurnitureKind::Dateline;
      if (navigation || block->text.size() > kLineBytes || block->text.empty()) continue;
      head_.push_back(&*block);
      const bool headline = block->kind != BlockKind::Furniture;
      if (!dateline && senders_.size() < kHeadLines) senders_.push_back({text_of(*block), headline});
    }
    for (auto block = first; block != report_.blocks.end(); ++block) {
      const bool sender = block->kind == BlockKind::Furniture && (block->furniture == clean::FurnitureKind::Other ||
                                                                  block->furniture == clean::FurnitureKind::Credit);
      if (senders_.size() >= kMostLines) break;
      if (block->text.size() <= 2 * kLineBytes) tail_.push_back(text_of(*block));
      if (sender && block->text.size() <= 2 * kLineBytes && !block->text.empty())
        senders_.push_back({text_of(*block), false});
    }
  }

  bool is_press_word_in(std::string_view line) const {
    const std::vector<std::string> words = words_of(line);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return language_.figure_roles.is(lowered(word), FigureWord::PressRelease);
    });
  }

  /// A line of the head says that this is a press release (a headline may speak about one), or one behind the text
  /// names whom the press may ask, with a number or address.
  bool is_marked() const {
    const auto reaches = [](std::string_view line) {
      return line.find_first_of("@0123456789") != std::string_view::npos;
    };
    for (std::size_t i = 0; i < tail_.size(); ++i) {
      const bool next = i + 1 < tail_.size() && reaches(tail_[i + 1]);  // the number stands below "Pressekontakt"
      if (is_press_word_in(tail_[i]) && (next || reaches(tail_[i]))) return true;
    }
    return std::any_of(head_.begin(), head_.end(), [&](const Block* block) {
      const std::vector<std::string> words = words_of(text_of(*block));
      if (block->kind == BlockKind::Title && words.size() > 3) return false;
      return is_press_word_in(text_of(*block));
    });
  }

  std::string_view kind_of(std::string_view name) const {
    for (const std::string& word : words_of(name)) {
      const std::string_view kind = language_.body_nouns.kind_of_name_word(word);
      if (!kind.empty()) return kind;
    }
    return legal_form(name);
  }

  /// "Landratsamt Musterkreis", "Polizeipräsidium Nord": a noun for what speaks even unnamed.
  bool names_a_body(std::string_view part) const {
    const std::vector<std::string> words = words_of(part);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      const auto noun = language_.body_nouns.find(word);
      return noun && noun->speaks;
    });
  }

  bool speaks_for_itself(std::string_view outlet) const {
    static constexpr std::array<std::string_view, 6> kKinds{"union",       "party",     "club",
                                                            "association", "authority", "ministry"};
    return std::find(kKinds.begin(), kKinds.end(), kind_of(outlet)) != kKinds.end();
  }

  /// The entity that the words of the line name, the one with most mentions.
  EntityId entity_named(std::string_view part, bool whole) const {
    const std::vector<std::string> line = words_of(part);
    EntityId best;
    for (std::size_t e = 0; e < notes_.entities.size(); ++e) {
      if (!names(e, line, whole)) continue;
      if (!best.valid() || count(e) > count(best.index())) best = EntityId(e);
    }
    return best;
  }

  std::size_t count(std::size_t entity) const { return entity < mentions_.size() ? mentions_[entity] : 0; }

  static bool begins_with(const std::vector<std::string>& line, std::string_view name) {
    const std::vector<std::string> words = words_of(name);
    return !words.empty() && words.size() <= line.size() &&
           std::equal(words.begin(), words.end(), line.begin(),
                      [](const std::string& a, const std::string& b) { return lowered(a) == lowered(b); });
  }

  static bool is_initials(const std::vector<std::string>& line, std::string_view name) {
    if (name.size() < 3 || line.size() < 2) return false;
    std::string initials;
    for (const std::string& word : line) {
      for (std::size_t i = 0; i < word.size(); ++i) {
        const bool starts = i == 0 || word[i - 1] == '-';
        if (starts && word[i] >= 'A' && word[i] <= 'Z' && word.size() > 2) initials += word[i];
      }
    }
    return initials == name;
  }

  bool names(std::size_t e, const std::vector<std::string>& line, bool whole) const {
    const Entity& entity = notes_.entities[e];
    if (!entity.named || entity.type == EntityType::Place) return false;
    if (entity.type == EntityType::Person && words_of(entity.name).size() > 1) return false;
    if (whole && entity.type == EntityType::Other && count(e) < kMentionsOfSender) return false;
    const auto fits = [&](const std::string& name) {
      if (whole && words_of(name).size() != line.size()) return false;
      return begins_with(line, name) || is_initials(line, name);
    };
    return fits(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), fits);
  }

  /// As the text writes it, where the letter head uses capitals only.
  std::string written(std::string_view name) const {
    const std::string wanted = lowered(name), text = lowered(report_.text);
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
      if (text.size() != report_.text.size()) break;
      const std::string_view found = std::string_view(report_.text).substr(at, name.size());
      if (found != name) return std::string(found);
    }
    return std::string(name);
  }

  EntityId add(std::string_view line, std::string_view part) {
    Entity entity;
    entity.type = EntityType::Organisation;
    entity.name = written(part);
    for (const std::string_view other : parts_of(line)) {
      if (other != part && is_initials(words_of(part), other)) entity.aliases.emplace_back(other);
    }
    notes_.entities.push_back(std::move(entity));
    return EntityId(notes_.entities.size() - 1);
  }

  const clean::Report& report_;
  const lang::Language& language_;
  annotate::Annotations& notes_;
  std::vector<std::size_t> mentions_;
  std::vector<const Block*> head_;
  std::vector<Line> senders_;
  std::vector<std::string_view> tail_;  // short blocks behind the first paragraph
};

}  // namespace

EntityId find_issuer(const clean::Report& report, const lang::Language& language, annotate::Annotations& notes) {
  return IssuerFinder(report, language, notes).find();
}

}  // namespace ql::claims
