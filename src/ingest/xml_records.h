// SPDX-License-Identifier: Apache-2.0
// XML files: RSS 0.9x, 1.0, 2.0, Atom, NewsML-G2, NewsML 1, NITF, OPML, site maps, XHTML. The root element says which.
#pragma once

#include <string>
#include <vector>

#include "ingest/byte_stream.h"
#include "ingest/container.h"

namespace ql::ingest {

/// What an XML file holds besides records.
struct XmlOutcome {
  bool is_page = false;  ///< XHTML: `page` has the bytes of the file.
  std::string page;
  std::vector<std::string> listed_files;  ///< Files beside an OPML list that it names, in its order.
};

/// Reads a file of at most 256 MiB. An item that is not well-formed costs itself: reading goes on at the next one.
/// Addresses in the network are named in a diagnostic and not fetched.
XmlOutcome read_xml_records(ByteStream& stream, Container& file);

}  // namespace ql::ingest
