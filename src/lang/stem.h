// SPDX-License-Identifier: Apache-2.0
// A light stem that makes inflected forms of one German word equal; for comparing, never for showing.
#pragma once

#include <string>
#include <string_view>

namespace ql::lang {

/// Lower case, umlauts folded (Züge = Zug), inflectional endings cut while at least three letters stay. Two words
/// with one stem need not be one word; two forms of one word have one stem unless the vowel changes otherwise. Linear.
std::string stem(std::string_view word);

}  // namespace ql::lang
