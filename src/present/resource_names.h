// SPDX-License-Identifier: Apache-2.0
// How the exports name a report and its bytes to the rest of the world.
#pragma once

#include <string>
#include <string_view>

#include "clean/report.h"

namespace ql::present {

/// The exact bytes of a report's source: "ni:///sha-256;..." (RFC 6920). Requires Report::sha256.
std::string bytes_iri(const clean::Report& report);

/// Where the report is: its URL, else its path (and "#record=n") as a relative IRI, percent-encoded.
std::string report_iri(const clean::Report& report);

/// "text/html" and the like, as the dossier writes it, but without our own word for records: "text/plain".
std::string_view mime_type(const clean::Report& report);

}  // namespace ql::present
