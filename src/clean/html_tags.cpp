// SPDX-License-Identifier: Apache-2.0
// One table, sorted by name; the rows of each first letter are looked through.
// Tested by clean_test.cpp.
#include "clean/html_tags.h"

#include <array>

namespace ql::clean {
namespace {

enum Property : std::uint8_t { kInline = 0, kVoid = 1, kRaw = 2, kHidden = 4, kBreaks = 8 };

struct Row {
  std::string_view name;
  Tag tag;
  std::uint8_t properties;
};

constexpr std::array<Row, 87> kRows{{
    {"a", Tag::A, kInline},
    {"abbr", Tag::Abbr, kInline},
    {"address", Tag::Address, kBreaks},
    {"area", Tag::Area, kVoid},
    {"article", Tag::Article, kBreaks},
    {"aside", Tag::Aside, kBreaks},
    {"audio", Tag::Audio, kBreaks},
    {"b", Tag::B, kInline},
    {"base", Tag::Base, kVoid},
    {"blockquote", Tag::Blockquote, kBreaks},
    {"body", Tag::Body, kBreaks},
    {"br", Tag::Br, kVoid | kBreaks},
    {"button", Tag::Button, kBreaks},
    {"center", Tag::Center, kBreaks},
    {"cite", Tag::Cite, kInline},
    {"col", Tag::Col, kVoid},
    {"dd", Tag::Dd, kBreaks},
    {"details", Tag::Details, kBreaks},
    {"dialog", Tag::Dialog, kBreaks},
    {"div", Tag::Div, kBreaks},
    {"dl", Tag::Dl, kBreaks},
    {"dt", Tag::Dt, kBreaks},
    {"em", Tag::Em, kInline},
    {"embed", Tag::Embed, kVoid},
    {"fieldset", Tag::Fieldset, kBreaks},
    {"figcaption", Tag::Figcaption, kBreaks},
    {"figure", Tag::Figure, kBreaks},
    {"footer", Tag::Footer, kBreaks},
    {"form", Tag::Form, kBreaks},
    {"h1", Tag::H1, kBreaks},
    {"h2", Tag::H2, kBreaks},
    {"h3", Tag::H3, kBreaks},
    {"h4", Tag::H4, kBreaks},
    {"h5", Tag::H5, kBreaks},
    {"h6", Tag::H6, kBreaks},
    {"head", Tag::Head, kBreaks},
    {"header", Tag::Header, kBreaks},
    {"hr", Tag::Hr, kVoid | kBreaks},
    {"html", Tag::Html, kBreaks},
    {"i", Tag::I, kInline},
    {"iframe", Tag::Iframe, kRaw | kHidden},
    {"img", Tag::Img, kVoid},
    {"input", Tag::Input, kVoid},
    {"label", Tag::Label, kBreaks},
    {"legend", Tag::Legend, kBreaks},
    {"li", Tag::Li, kBreaks},
    {"link", Tag::Link, kVoid},
    {"main", Tag::Main, kBreaks},
    {"math", Tag::Math, kHidden},
    {"meta", Tag::Meta, kVoid},
    {"nav", Tag::Nav, kBreaks},
    {"noscript", Tag::Noscript, kHidden},
    {"object", Tag::Object, kHidden},
    {"ol", Tag::Ol, kBreaks},
    {"optgroup", Tag::Optgroup, kBreaks},
    {"option", Tag::Option, kBreaks},
    {"p", Tag::P, kBreaks},
    {"param", Tag::Param, kVoid},
    {"picture", Tag::Picture, kInline},
    {"pre", Tag::Pre, kBreaks},
    {"q", Tag::Q, kInline},
    {"s", Tag::S, kInline},
    {"script", Tag::Script, kRaw | kHidden},
    {"section", Tag::Section, kBreaks},
    {"select", Tag::Select, kHidden | kBreaks},
    {"small", Tag::Small, kInline},
    {"source", Tag::Source, kVoid},
    {"span", Tag::Span, kInline},
    {"strong", Tag::Strong, kInline},
    {"style", Tag::Style, kRaw | kHidden},
    {"summary", Tag::Summary, kBreaks},
    {"svg", Tag::Svg, kHidden},
    {"table", Tag::Table, kBreaks},
    {"tbody", Tag::Tbody, kBreaks},
    {"td", Tag::Td, kBreaks},
    {"template", Tag::Template, kHidden},
    {"textarea", Tag::Textarea, kRaw | kHidden | kBreaks},
    {"tfoot", Tag::Tfoot, kBreaks},
    {"th", Tag::Th, kBreaks},
    {"thead", Tag::Thead, kBreaks},
    {"time", Tag::Time, kInline},
    {"title", Tag::Title, kRaw | kHidden},
    {"tr", Tag::Tr, kBreaks},
    {"track", Tag::Track, kVoid},
    {"ul", Tag::Ul, kBreaks},
    {"video", Tag::Video, kHidden | kBreaks},
    {"wbr", Tag::Wbr, kVoid},
}};

constexpr std::array<std::uint8_t, static_cast<std::size_t>(Tag::Count)> make_properties() {
  std::array<std::uint8_t, static_cast<std::size_t>(Tag::Count)> properties{};
  for (const Row& row : kRows) properties[static_cast<std::size_t>(row.tag)] = row.properties;
  return properties;
}
constexpr auto kProperties = make_properties();

/// The first row of each letter; the last entry is the end.
constexpr std::array<std::uint8_t, 27> make_first_rows() {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    std::size_t row = 0;
    while (row < kRows.size() && static_cast<std::size_t>(kRows[row].name.front() - 'a') < letter) ++row;
    first[letter] = static_cast<std::uint8_t>(row);
  }
  return first;
}
constexpr auto kFirstRows = make_first_rows();

bool has(Tag tag, Property property) { return (kProperties[static_cast<std::size_t>(tag)] & property) != 0; }

}  // namespace

Tag tag_of(std::string_view lower_name) {
  if (lower_name.empty() || lower_name.front() < 'a' || lower_name.front() > 'z') return Tag::Other;
  const auto letter = static_cast<std::size_t>(lower_name.front() - 'a');
  for (std::size_t row = kFirstRows[letter]; row < kFirstRows[letter + 1]; ++row) {
    if (kRows[row].name == lower_name) return kRows[row].tag;
  }
  return Tag::Other;
}

bool is_void(Tag tag) { return has(tag, kVoid); }
bool is_raw_text(Tag tag) { return has(tag, kRaw); }
bool is_hidden(Tag tag) { return has(tag, kHidden); }
bool breaks_text(Tag tag) { return has(tag, kBreaks); }

}  // namespace ql::clean
