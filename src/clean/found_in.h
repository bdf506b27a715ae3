// SPDX-License-Identifier: Apache-2.0
// Where a value of a report's metadata was read.
#pragma once

#include <cstdint>

namespace ql::clean {

enum class FoundIn : std::uint8_t {
  Nowhere,    ///< There is no value.
  Container,  ///< A field of the record, feed, message or archive that holds the report.
  JsonLd,     ///< schema.org statements of the page.
  Meta,       ///< <meta>
  Link,       ///< <link>, <a rel>
  TimeTag,    ///< <time>
  Element,    ///< An element whose attributes say what it holds.
  Url,        ///< The page's address.
  Script,     ///< A script of the page.
  Heading,    ///< A heading, or the line that stands for one.
  TitleTag,   ///< <title>
  Line,       ///< A line around the text: date line, letter head, front matter.
  ByLine      ///< A by-line.
};

/// Where each value of a report's metadata was read.
struct MetadataSources {
  FoundIn title = FoundIn::Nowhere;
  FoundIn authors = FoundIn::Nowhere;
  FoundIn outlet = FoundIn::Nowhere;
  FoundIn url = FoundIn::Nowhere;
  FoundIn published = FoundIn::Nowhere;
  FoundIn modified = FoundIn::Nowhere;
  FoundIn section = FoundIn::Nowhere;
  FoundIn licence = FoundIn::Nowhere;
  FoundIn paywall = FoundIn::Nowhere;
};

}  // namespace ql::clean
