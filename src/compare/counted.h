// SPDX-License-Identifier: Apache-2.0
// What a figure counts, by the lexicon's concept where it knows one. Private to this folder.
#pragma once

#include <string>
#include <string_view>

#include "compare/figure_text.h"

namespace ql::compare {

/// Names of what is counted that rules speak of (lexicons/de/concepts.tsv): whoever it is, and the jobs of a firm.
inline constexpr std::string_view kPeople = "people", kJob = "job";

/// The thing counted and what its noun alone says of its state.
struct Counted {
  std::string name;            ///< Concept or stem; `kPeople` when only the state tells; "" when nothing says it.
  bool is_known = false;       ///< The lexicon knows it.
  bool is_thing = false;       ///< It knows that no people are counted.
  bool is_worker = false;      ///< Who works: that they are employed says nothing more.
  bool is_rare = false;        ///< A noun that texts at large hardly use.
  bool is_open = false;        ///< Only who gives the number stands there ("Das Landratsamt kommt auf fünf").
  bool is_guessed = false;     ///< Found in the passage before the number only.
  TextRange teller;            ///< Who gives it, where `is_open`; else empty.
  std::string state;           ///< Said by the noun ("Tote").
  std::string state_kind;      ///< The state that it is a kind of.
  std::string fallback_state;  ///< Where nothing else is said.
  std::string default_state;   ///< Where a place but no state is said.
};

/// Reads the noun beside the number, else the one that the figure was resolved to, else the passage before.
Counted counted_of(const Context& context, Item item, const FigureText& text);

}  // namespace ql::compare
