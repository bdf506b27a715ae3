// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

namespace ql::cli {

ExitCode run_verify(const Arguments&, const lang::Messages&) { return ExitCode::Usage; }

}  // namespace ql::cli
