// SPDX-License-Identifier: Apache-2.0
// Comparable forms of names: how two spellings of one name are seen to be one.
#pragma once

#include <string>
#include <string_view>

namespace ql::annotate {

/// Lower case without accents: a-umlaut -> ae, sharp s -> ss, dotless i -> i; hyphens and white space become one
/// blank; other marks go. "St. Leonhard" and "Sankt Leonhard" both read "sankt leonhard".
std::string fold_name(std::string_view name);

/// A sound-like key over transliterations: Selenskyj, Selenskij, Zelensky, Zelenskyy share one. For one folded word.
std::string sound_key(std::string_view folded_word);

/// The consonants of a sound key, runs as one letter: Wolodymyr and Wladimir share "wldmr".
std::string consonants(std::string_view sound);

/// The name without a genitive ending (Scholz', Selenskyjs), or an empty view when it has none.
std::string_view without_genitive(std::string_view name);

}  // namespace ql::annotate
