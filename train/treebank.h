// SPDX-License-Identifier: Apache-2.0
// Reads treebanks in CoNLL-U (universaldependencies.org/format.html) for training and measuring.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotations.h"

namespace ql::train {

/// One syntactic word.
struct Word {
  std::string form, lemma, upos, xpos, features, relation;
  std::size_t head = 0;  ///< Index in Tree::words + 1; 0 = root.
};

/// A surface token: one word, or several ("im" = "in" + "dem"; with join_hyphens also "US" + "-" + "Staaten").
struct Surface {
  std::string form;
  std::size_t first = 0, last = 0;  ///< Words, both inclusive.
  bool space_after = true;
};

struct Tree {
  std::string text;
  std::vector<Word> words;
  std::vector<Surface> surfaces;
};

/// Reads a file; an unreadable one gives no trees. `join_hyphens` undoes the splitting of hyphenated words.
std::vector<Tree> read_treebank(const std::string& path, bool join_hyphens = true);

/// The value of a feature ("Case" in "Case=Nom|Number=Sing"), "" if absent.
std::string_view feature(const Word& word, std::string_view name);

/// Word class and STTS tag by name; X and None when unknown.
annotate::WordClass word_class_from(std::string_view upos);
annotate::Stts stts_from(std::string_view xpos);

/// The tokens of a tree over `text` (their forms joined by blanks where the treebank has them).
std::vector<annotate::Token> surface_tokens(const Tree& tree, std::string& text);

/// The word that stands for a surface token in tagging: the preposition of "im", the head of a compound.
const Word& leading_word(const Tree& tree, const Surface& surface);

/// Verb forms that two tags share, by kind: see train/verb_forms.tsv.
struct VerbForms {
  std::vector<std::string> third;   ///< Third person singular and participle: begruendet.
  std::vector<std::string> plural;  ///< Plural of the present and infinitive: nehmen.
};

/// Reads train/verb_forms.tsv; an unreadable file gives none.
VerbForms read_verb_forms(const std::string& path);

/// A copy of the tree whose full verbs are forms that two tags share, so that only the sentence tells which it is;
/// nothing when it has no verb to exchange. Lemmas of exchanged verbs are wrong. Deterministic by `seed`.
std::optional<Tree> with_shared_forms(const Tree& tree, const VerbForms& forms, std::uint64_t seed);

/// The treebank's subject of a finite verb, as the index of a surface token.
struct GoldSubject {
  std::optional<std::size_t> head;
  bool shared = false;  ///< Stated only in the clause that this one is coordinated with.
};

/// The subject of the finite verb at surface token `finite`, following auxiliaries to their full verb.
GoldSubject gold_subject(const Tree& tree, std::size_t finite);

}  // namespace ql::train
