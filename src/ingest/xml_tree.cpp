// SPDX-License-Identifier: Apache-2.0
// Expat calls back for tags and text and says at which byte; we keep a stack of open elements. Expat keeps its own
// stack on the heap, so depth costs no call stack here either. Tested by xml_records_test.cpp and xml_fuzz.cpp.
#include "ingest/xml_tree.h"

#include <expat.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/check.h"
#include "base/utf8.h"

namespace ql::ingest {
namespace {

constexpr char kMaskedAmpersand = '\x7F';
constexpr std::size_t kDeepest = 256;
constexpr std::size_t kMostNodes = 20'000'000;
constexpr std::size_t kFirstPiece = 1U << 16, kLargestPiece = 1U << 26;

/// True if "&...;" at `at` is a reference that every XML parser knows and may accept.
bool is_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 12;
  const std::string_view rest = text.substr(at + 1, kLongest);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos) return false;
  std::string_view name = rest.substr(0, end);
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
  if (name.size() < 2 || name.front() != '#') return false;
  const bool hex = name[1] == 'x';
  name.remove_prefix(hex ? 2 : 1);
  constexpr std::string_view kDigits("0123456789abcdefABCDEF");
  if (name.empty() || name.find_first_not_of(kDigits.substr(0, hex ? 22 : 10)) != std::string_view::npos) return false;
  const unsigned long value = std::strtoul(std::string(name).c_str(), nullptr, hex ? 16 : 10);
  return value == 9 || value == 10 || value == 13 || (value >= 0x20 && value < 0xD800) ||
         (value >= 0xE000 && value <= 0x10FFFF && value != 0xFFFE && value != 0xFFFF);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.substr(0, 4) == std::string_view("<\0?\0", 4) || bytes.substr(0, 4) == std::string_view("\0<\0?", 4);
}

/// The name in <?xml encoding="...">, lower case; "" if there is none.
std::string declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, 256));
  const std::size_t end = head.find("?>");
  const std::size_t at = head.find("encoding");
  if (end == std::string::npos || at == std::string::npos || at > end) return "";
  const std::size_t open = head.find_first_of("\"'", at);
  if (open == std::string::npos || open > end) return "";
  const std::size_t close = head.find(head[open], open + 1);
  std::string name = close == std::string::npos ? "" : head.substr(open + 1, close - open - 1);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

/// Replaces bytes that are no UTF-8; true if they are few beside the valid sequences.
bool repair_utf8(std::string& text) {
  std::size_t valid = 0, invalid = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    valid += point.valid && point.size_bytes > 1 ? 1 : 0;
    invalid += point.valid ? 0 : 1;
    i += point.size_bytes;
  }
  if (valid <= invalid) return false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (!point.valid) {
      for (std::size_t k = 0; k < point.size_bytes; ++k) text[i + k] = '?';
    }
    i += point.size_bytes;
  }
  return true;
}

/// U+FFFE and U+FFFF are UTF-8 but no XML: three bytes that become blanks.
void blank_non_characters(std::string& text) {
  for (std::size_t at = text.find("\xEF\xBF"); at != std::string::npos; at = text.find("\xEF\xBF", at + 2)) {
    const bool bad = at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xBE;
    if (bad) text.replace(at, 3, "   ");
  }
}

/// Table of a single-byte encoding for Expat; multi-byte ones are refused.
int fill_encoding(void* /*unused*/, const XML_Char* name, XML_Encoding* info) {
  const iconv_t converter = iconv_open("UTF-32LE", name);
  if (converter == reinterpret_cast<iconv_t>(-1)) return XML_STATUS_ERROR;
  for (int byte = 0; byte < 256; ++byte) {
    char in = static_cast<char>(byte);
    std::array<unsigned char, 4> out{};
    char* from = &in;
    char* to = reinterpret_cast<char*>(out.data());
    std::size_t from_left = 1, to_left = out.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    const bool converted =
        iconv(converter, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1) && to_left == 0;
    const int value = out[0] | out[1] << 8 | out[2] << 16;
    info->map[byte] = converted ? value : (byte < 0x80 ? byte : 0xFFFD);
    if (byte < 0x80 && byte >= 0x20 && info->map[byte] != byte) info->map[byte] = byte;
  }
  iconv_close(converter);
  info->data = nullptr;
  info->convert = nullptr;
  info->release = nullptr;
  return XML_STATUS_OK;
}

class TreeBuilder {
 public:
  TreeBuilder(const XmlSource& source, std::size_t prolog_size, std::uint64_t from)
      : parser_(XML_ParserCreate(source.encoding.empty() ? nullptr : source.encoding.c_str())),
        source_(source),
        prolog_size_(prolog_size),
        from_(from) {
    QL_CHECK(parser_ != nullptr);
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, &TreeBuilder::start, &TreeBuilder::end);
    XML_SetCharacterDataHandler(parser_, &TreeBuilder::text);
    XML_SetUnknownEncodingHandler(parser_, &fill_encoding, nullptr);
    XML_SetParamEntityParsing(parser_, XML_PARAM_ENTITY_PARSING_NEVER);
    XML_SetHashSalt(parser_, 1);  // No randomness: the same input, the same work.
    tree_.nodes.emplace_back();
    open_.push_back(0);
  }
  ~TreeBuilder() { XML_ParserFree(parser_); }
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;

  XmlTree build(const std::string& prolog) {
    const std::string_view rest = std::string_view(source_.prepared).substr(static_cast<std::size_t>(from_));
    XML_Status status = XML_STATUS_OK;
    if (!prolog.empty()) status = XML_Parse(parser_, prolog.data(), static_cast<int>(prolog.size()), 0);
    // In pieces that double: Expat copies what it is given, and after damage little of it may be needed.
    std::size_t at = 0;
    for (std::size_t piece = kFirstPiece; status == XML_STATUS_OK; piece = std::min(2 * piece, kLargestPiece)) {
      const std::size_t size = std::min(piece, rest.size() - at);
      const bool last = at + size == rest.size();
      status = XML_Parse(parser_, rest.data() + at, static_cast<int>(size), last ? 1 : 0);
      at += size;
      if (last) break;
    }
    if (status != XML_STATUS_OK) {
      const char* said = XML_ErrorString(XML_GetErrorCode(parser_));
      tree_.problem = {place(), problem_.empty() ? (said == nullptr ? "broken" : said) : problem_};
    }
    return std::move(tree_);
  }

 private:
  [[nodiscard]] std::uint64_t place() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser_);
    const auto at = static_cast<std::uint64_t>(std::max<XML_Index>(index, 0));
    return at < prolog_size_ ? from_ : at - prolog_size_ + from_;
  }
  [[nodiscard]] std::uint64_t place_behind() const {
    return place() + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_));
  }

  static std::string unmasked(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), kMaskedAmpersand, '&');
    return out;
  }

  void stop(std::string why) {
    problem_ = std::move(why);
    XML_StopParser(parser_, XML_FALSE);
  }

  static void start(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<TreeBuilder*>(self)->start_element(name, attributes);
  }
  void start_element(std::string_view name, const XML_Char** attributes) {
    if (open_.size() > kDeepest) return stop("elements nest more than 256 deep");
    if (tree_.nodes.size() >= kMostNodes) return stop("more than 20 million elements");
    XmlNode node;
    const std::size_t colon = name.find(':');
    node.prefix = colon == std::string_view::npos ? "" : std::string(name.substr(0, colon));
    node.name = name.substr(colon == std::string_view::npos ? 0 : colon + 1);
    for (; *attributes != nullptr; attributes += 2)
      node.attributes.emplace_back(attributes[0], unmasked(attributes[1]));
    node.begin = place();
    node.content_begin = place_behind();
    node.parent = open_.back();
    const auto id = static_cast<std::uint32_t>(tree_.nodes.size());
    tree_.nodes[open_.back()].children.push_back(id);
    tree_.nodes.push_back(std::move(node));
    open_.push_back(id);
  }
  static void end(void* self, const XML_Char* /*name*/) {
    auto* builder = static_cast<TreeBuilder*>(self);
    XmlNode& node = builder->tree_.nodes[builder->open_.back()];
    node.content_end = builder->place();
    node.end = builder->place_behind();
    node.content_end = std::max(node.content_end, node.content_begin);  // <a/> has no content.
    node.end = std::max(node.end, node.content_end);
    node.closed = true;
    builder->open_.pop_back();
  }
  static void text(void* self, const XML_Char* text, int size) {
    auto* builder = static_cast<TreeBuilder*>(self);
    std::string& out = builder->tree_.nodes[builder->open_.back()].text;
    const std::size_t begin = out.size();
    out.append(text, static_cast<std::size_t>(size));
    std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), kMaskedAmpersand, '&');
  }

  XML_Parser parser_;
  const XmlSource& source_;
  std::size_t prolog_size_;
  std::uint64_t from_;
  XmlTree tree_;
  std::vector<std::uint32_t> open_;
  std::string problem_;
};

}  // namespace

XmlSource prepare_xml(std::string_view bytes) {
  XmlSource source;
  source.bytes = bytes;
  source.prepared = bytes;
  if (is_utf16(bytes)) return source;
  std::string& text = source.prepared;
  const std::string declared = declared_encoding(bytes);
  source.label = declared;
  if (declared.empty() || declared == "utf-8" || declared == "utf8" || declared == "us-ascii") {
    const std::size_t invalid = first_invalid_utf8(text);
    source.encoding = "UTF-8";
    if (invalid < text.size()) {
      source.first_invalid_byte = invalid;
      if (!repair_utf8(text)) source.encoding = "windows-1252";
    }
    blank_non_characters(text);
  } else if (declared.starts_with("iso-8859-1") && declared.size() == 10) {
    source.encoding = "windows-1252";  // As browsers read it.
  } else if (declared.starts_with("utf-16") || declared.starts_with("utf-32") || declared.starts_with("ucs-")) {
    source.encoding = "UTF-8";  // The declaration itself could not be read if it were true.
  }
  if (!source.encoding.empty()) source.label = source.encoding;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c > '&' && c != 0x7F) continue;
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) text[i] = ' ';
    if (c == '&' && !is_reference(text, i)) text[i] = kMaskedAmpersand;
  }
  return source;
}

XmlTree parse_xml(const XmlSource& source, const std::string& prolog, std::uint64_t from) {
  return TreeBuilder(source, prolog.size(), from).build(prolog);
}

std::string_view trimmed_ascii(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

const XmlNode* child(const XmlTree& tree, const XmlNode& node, std::string_view prefix, std::string_view name) {
  for (const std::uint32_t id : node.children) {
    const XmlNode& candidate = tree.nodes[id];
    if (candidate.name == name && candidate.prefix == prefix) return &candidate;
  }
  return nullptr;
}

const XmlNode* child(const XmlTree& tree, const XmlNode& node, std::string_view name) {
  const XmlNode* plain = child(tree, node, "", name);
  return plain != nullptr || node.prefix.empty() ? plain : child(tree, node, node.prefix, name);
}

std::string_view child_text(const XmlTree& tree, const XmlNode& node, std::string_view name) {
  const XmlNode* found = child(tree, node, name);
  return found == nullptr ? std::string_view() : trimmed_ascii(found->text);
}

std::string_view attribute(const XmlNode& node, std::string_view name) {
  for (const auto& [known, value] : node.attributes) {
    if (known == name) return value;
  }
  return {};
}

std::string deep_text(const XmlTree& tree, const XmlNode& node) {
  std::string out = node.text;
  std::vector<std::uint32_t> waiting(node.children.rbegin(), node.children.rend());
  while (!waiting.empty()) {
    const XmlNode& next = tree.nodes[waiting.back()];
    waiting.pop_back();
    out.append(" ").append(next.text);
    waiting.insert(waiting.end(), next.children.rbegin(), next.children.rend());
  }
  return out;
}

}  // namespace ql::ingest
