// SPDX-License-Identifier: Apache-2.0
// One item of an XML file -> RawReport; private to the reader of XML.
#pragma once

#include "ingest/container.h"
#include "ingest/xml_tree.h"

namespace ql::ingest {

/// Where an item stands.
struct XmlItem {
  const XmlTree& tree;
  const XmlSource& source;
  const XmlNode& node;
  std::uint64_t record = 0;
};

/// What the feed says about all of its items.
struct FeedFacts {
  std::optional<std::string> outlet, language, author, licence;
};
FeedFacts feed_facts(const XmlTree& tree, const XmlNode& feed);

/// <item> of RSS and <entry> of Atom.
void read_feed_item(const XmlItem& item, const FeedFacts& feed, Container& file);

/// <newsItem> of NewsML-G2.
void read_news_item(const XmlItem& item, Container& file);
/// <NewsItem> of NewsML 1.
void read_newsml1_item(const XmlItem& item, Container& file);
/// <nitf> on its own.
void read_nitf(const XmlItem& item, Container& file);

/// Sets bytes, media type and encoding to the markup between the tags of `node`, as it stands in the file.
void take_markup(const XmlItem& item, const XmlNode& node, RawReport& raw);

}  // namespace ql::ingest
