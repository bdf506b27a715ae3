// SPDX-License-Identifier: Apache-2.0
#include "present/present.h"

namespace ql::present {

std::string to_text(const Dossier&, const TextOptions&) { return ""; }

}  // namespace ql::present
