// SPDX-License-Identifier: Apache-2.0
// The close reading of one report for researchers, as CoNLL-U (universaldependencies.org/format.html).
#pragma once

#include <string>

#include "annotate/annotations.h"
#include "clean/report.h"
#include "lang/form_lexicon.h"

namespace ql::present {

/// One block a sentence: form, lemma, UPOS, STTS tag, features. HEAD and DEPREL stay "_"; MISC has TokenRange (bytes
/// of the clean text), Clause, Compound (lemmas of the parts, the head last), Subject=Yes, Particle, SpaceAfter=No.
/// Deterministic; linear.
std::string to_conllu(const clean::Report& report, const annotate::Annotations& notes, const lang::FormLexicon& forms);

}  // namespace ql::present
