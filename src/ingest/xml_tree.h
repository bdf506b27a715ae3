// SPDX-License-Identifier: Apache-2.0
// An XML document as a tree of elements with their places in the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ql::ingest {

/// An element. Places are bytes of the text that was parsed.
struct XmlNode {
  std::string name;                                             ///< Local name.
  std::string prefix;                                           ///< Of the namespace, as written; "" without one.
  std::vector<std::pair<std::string, std::string>> attributes;  ///< Names as written.
  std::string text;                                             ///< Character data directly in it, references resolved.
  std::uint64_t begin = 0, content_begin = 0, content_end = 0, end = 0;
  std::vector<std::uint32_t> children;
  std::uint32_t parent = 0;
  bool closed = false;  ///< False if parsing ended inside.
};

/// Nodes in document order; node 0 is the document itself.
struct XmlTree {
  std::vector<XmlNode> nodes;
  struct Problem {
    std::uint64_t byte = 0;
    std::string message;
  };
  std::optional<Problem> problem;  ///< Where parsing ended before the end.
};

/// The text and how to read it.
struct XmlSource {
  std::string_view bytes;  ///< As in the file.
  std::string prepared;    ///< Of the same size, made well-formed where that is safe; see prepare_xml().
  std::string encoding;    ///< Forced on the parser; "" = as declared.
  std::string label;       ///< What markup taken from the file is declared as; "" for UTF-16.
  std::optional<std::uint64_t> first_invalid_byte;  ///< Bytes that do not belong to the declared encoding.
};

/// Makes a file readable without moving a byte: control characters become blanks, a '&' that starts no reference of XML
/// is masked (so entities of HTML come out as they are written, and none that a document type declares is expanded).
/// Invalid UTF-8 is read as windows-1252, or, if most of it is valid, its bad bytes become '?'. Linear.
XmlSource prepare_xml(std::string_view bytes);

/// Parses from byte `from`, with `prolog` in front of it (start tags of what it stands in; "" at the beginning).
/// Nesting beyond 256 and more than 20 million elements are problems. Linear.
XmlTree parse_xml(const XmlSource& source, const std::string& prolog, std::uint64_t from);

/// The first child with this local name and no prefix, or one of the document's own.
const XmlNode* child(const XmlTree& tree, const XmlNode& node, std::string_view name);
/// The same with a prefix as written, e.g. "content", "encoded".
const XmlNode* child(const XmlTree& tree, const XmlNode& node, std::string_view prefix, std::string_view name);
/// The text of such a child, white space trimmed at its ends; "" if there is none.
std::string_view child_text(const XmlTree& tree, const XmlNode& node, std::string_view name);
/// The value of an attribute; "" if it has none.
std::string_view attribute(const XmlNode& node, std::string_view name);
/// All text below a node, in document order.
std::string deep_text(const XmlTree& tree, const XmlNode& node);
std::string_view trimmed_ascii(std::string_view text);

}  // namespace ql::ingest
