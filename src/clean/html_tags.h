// SPDX-License-Identifier: Apache-2.0
// What a tag means for the text: does it break it, hide it, end itself? (HTML Standard, sections 3.2, 12.1.2, 15.3.)
#pragma once

#include <cstdint>
#include <string_view>

namespace ql::clean {

/// Tags that the cleaner tells apart; every other tag is Other and behaves like <span>.
enum class Tag : std::uint8_t {
  Other,
  A,
  Abbr,
  Address,
  Article,
  Aside,
  Audio,
  B,
  Blockquote,
  Body,
  Br,
  Button,
  Center,
  Cite,
  Dd,
  Details,
  Dialog,
  Div,
  Dl,
  Dt,
  Em,
  Fieldset,
  Figcaption,
  Figure,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Label,
  Legend,
  Li,
  Link,
  Main,
  Math,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Optgroup,
  Option,
  P,
  Picture,
  Pre,
  Q,
  S,
  Script,
  Section,
  Select,
  Small,
  Source,
  Span,
  Strong,
  Style,
  Summary,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  Ul,
  Video,
  Wbr,
  Area,
  Base,
  Col,
  Embed,
  Param,
  Track,
  Count
};

/// The tag of a lower-case name.
Tag tag_of(std::string_view lower_name);

/// Elements without content, which have no end tag.
bool is_void(Tag tag);
/// Elements whose content is raw text up to their end tag (script, style, ...).
bool is_raw_text(Tag tag);
/// Elements whose text no reader sees.
bool is_hidden(Tag tag);
/// Elements that break the text: what stands before and after them are different lines.
bool breaks_text(Tag tag);

}  // namespace ql::clean
