// SPDX-License-Identifier: Apache-2.0
// Walks the minimal automaton: one 32-bit word per arc (label, last flag, target), arcs of a node side by side in
// label order; the many arcs of the first node are a table. A node that ends a form begins with an arc of label 0 whose
// target is the form's class. Tested by form_lexicon_test.cpp.
#include "lang/form_lexicon.h"

#include <cstring>

#include "base/check.h"

namespace ql::lang {
namespace {

struct Header {
  char magic[8];
  std::uint32_t arcs, classes, readings, operations, ending_bytes, forms;
};

constexpr std::uint32_t label_of(std::uint32_t arc) { return arc & 0xFFU; }
constexpr bool is_last(std::uint32_t arc) { return (arc & 0x100U) != 0; }
constexpr std::uint32_t target_of(std::uint32_t arc) { return arc >> 9; }

}  // namespace

FormLexicon::FormLexicon(std::string_view bytes) {
  Header header{};
  QL_CHECK(bytes.size() >= sizeof(header));
  std::memcpy(&header, bytes.data(), sizeof(header));
  QL_CHECK(std::memcmp(header.magic, "QLFORMS1", 8) == 0);
  QL_CHECK(reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint32_t) == 0);
  const char* at = bytes.data() + sizeof(header);
  arcs_ = reinterpret_cast<const std::uint32_t*>(at);
  class_starts_ = arcs_ + header.arcs;
  readings_ = reinterpret_cast<const Reading*>(class_starts_ + header.classes + 1);
  operations_ = reinterpret_cast<const LemmaOperation*>(readings_ + header.readings);
  endings_ = reinterpret_cast<const char*>(operations_ + header.operations);
  QL_CHECK(endings_ + header.ending_bytes == bytes.data() + bytes.size());
  form_count_ = header.forms;
  for (std::uint32_t arc = 0; arc < header.arcs; ++arc) {
    first_nodes_[label_of(arcs_[arc])] = target_of(arcs_[arc]);
    if (is_last(arcs_[arc])) break;
  }
}

std::span<const Reading> FormLexicon::find(std::string_view form) const {
  if (form.empty()) return {};
  std::uint32_t at = first_nodes_[static_cast<unsigned char>(form.front())];
  if (at == 0) return {};
  for (const char character : form.substr(1)) {
    const auto wanted = static_cast<unsigned char>(character);
    while (label_of(arcs_[at]) < wanted && !is_last(arcs_[at])) ++at;
    if (label_of(arcs_[at]) != wanted) return {};
    at = target_of(arcs_[at]);
  }
  if (label_of(arcs_[at]) != 0) return {};
  const std::uint32_t form_class = target_of(arcs_[at]);
  return {readings_ + class_starts_[form_class], readings_ + class_starts_[form_class + 1]};
}

void FormLexicon::append_lemma(std::string_view form, const Reading& reading, std::string& out) const {
  const LemmaOperation& operation = operations_[reading.lemma_operation];
  const std::size_t begin = out.size();
  if (operation.infix_begin == 255) {
    out.append(form.substr(2));
  } else if (operation.infix_begin > 0) {
    out.append(form.substr(0, operation.infix_begin));
    out.append(form.substr(operation.infix_begin + 2U));
  } else {
    out.append(form);
  }
  QL_CHECK(out.size() - begin >= operation.cut);
  out.erase(out.size() - operation.cut);
  out.append(endings_ + operation.ending_begin, operation.ending_size);
}

}  // namespace ql::lang
