// SPDX-License-Identifier: Apache-2.0
// What a figure measures, in comparable form: dimension, what is counted, in which state, how far it is real; and the
// values that it allows. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "compare/bounds.h"
#include "compare/context.h"
#include "compare/corrections.h"
#include "compare/figure_text.h"
#include "compare/sides.h"
#include "compare/terms.h"

namespace ql::compare {

/// A figure as the comparison sees it.
struct Measure {
  Item item;
  std::string dimension;        ///< "count", "%", "EUR", "m" ...
  std::string counted;          ///< Concept or stem of what is counted; `kPeople` when only the state tells.
  bool is_rare = false;         ///< A noun that texts at large hardly use: says by itself what is measured.
  bool is_known = false;        ///< The lexicon knows what is counted.
  bool is_guessed = false;      ///< What is counted is only the last thing named before.
  bool is_borrowed = false;     ///< What is counted comes from the number before.
  std::string state;            ///< Concept of the state; "" when none is known.
  std::string state_kind;       ///< The state that this one is a kind of; "" when it is of none.
  bool state_is_sure = false;   ///< Said beside the number, of something that the lexicon knows.
  bool realised = true;         ///< False for what is planned, demanded, offered.
  std::string_view modal;       ///< Which of these, as the lexicon calls it; "" where none of its words stands there.
  bool is_base = false;         ///< The whole that another number is a part of: "3.000 der 11.800 Stellen".
  bool is_part = false;         ///< A part or a change, not a level of its own ("darunter 26 Polizisten").
  bool is_usual = false;        ///< What others are measured against: "Üblich sind zwei Meter".
  bool is_amount = false;       ///< In a unit, no count and no share.
  bool in_heading = false;      ///< Stands in the title or a subheading.
  bool grows = false;           ///< What is in this state grows (or shrinks) in number as days go by.
  bool attributed = false;      ///< The report says whose figure it is, whether or not we know the side.
  bool is_exact_number = true;  ///< Said in digits or words; "jeder achte" is 12.5 percent only to us.
  Correction correction = Correction::None;
  bool is_taken_back = false;  ///< Named only to be corrected: the 43 in "nicht 43, sondern 38".
  Sides voice;                 ///< Whose figure it is; empty = open.
  ActorId place;
  Bounds bounds;
  std::vector<Term> context_terms;  ///< Of the sentence, without numbers.
  bool dated = false;               ///< `when` is said of the figure itself, not of its report.
  std::string_view when;            ///< ISO value: as-of, else the report's publication.
};

/// The measures of all figures of the given reports, in the order of reports and text.
std::vector<Measure> measures_of(const Context& context, std::span<const ReportId> reports);

/// One side gives both, or nobody is said to give either.
bool is_one_voice(const Measure& one, const Measure& other);

/// What the sentence of two figures says about the order of their values.
Succession succession_of(const Context& context, const Measure& earlier, const Measure& later);

/// The figure's sentence tells of before: a word for it ("noch", "zunächst") and a verb in the past.
bool looks_back(const Context& context, const Measure& measure);

/// True if the sentence of both says that `later` replaces `earlier`, or corrects it.
bool is_replaced(const Context& context, const Measure& earlier, const Measure& later);

}  // namespace ql::compare
