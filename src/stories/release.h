// SPDX-License-Identifier: Apache-2.0
// Gives the memory of a container back. Private to stories.
#pragma once

#include <utility>

namespace ql::stories {

/// Leaves `container` empty and without memory. (`container = {}` assigns an empty list, which keeps a vector's.)
template <class Container>
void release(Container& container) {
  Container().swap(container);
}

}  // namespace ql::stories
