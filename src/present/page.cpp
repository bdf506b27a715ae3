// SPDX-License-Identifier: Apache-2.0
// Dossier -> one HTML file: the template of web/ with the dossier's JSON and the reports' texts put in place of its
// mark. Report text enters the page only inside a JSON string in a data block, with every '<' written as <, so it
// can neither end the block nor open a tag; the script shows it through text nodes, and the template's
// Content-Security-Policy runs nothing but that script. Cost: linear in the output. Tested by page_test.cpp and
// tests/page.
#include <algorithm>

#include "lang/embedded.h"
#include "present/json_sections.h"
#include "present/page_view.h"
#include "present/present.h"

namespace ql::present {
namespace {

constexpr std::string_view kDataMark = "QL_DATA";

/// Appends JSON so that an HTML parser sees only text: a '<' occurs in strings only and has an escape there.
void append_inert(std::string& page, std::string_view json) {
  for (std::size_t begin = 0; begin < json.size();) {
    const std::size_t end = std::min(json.find('<', begin), json.size());
    page.append(json, begin, end - begin);
    if (end < json.size()) {
      page += "\\u003c";
    }
    begin = end + 1;
  }
}

}  // namespace

std::string to_html(const Dossier& dossier, const Generator& generator) {
  const std::string_view page_template = lang::embedded_file("web/page.html");
  const std::size_t mark = page_template.find(kDataMark);
  QL_CHECK(mark != std::string_view::npos);

  std::string json = to_json(dossier, generator);
  json.resize(json.rfind('}'));  // one more key before the object ends
  json += ",\n\"view\": ";

  std::string page(page_template.substr(0, mark));
  append_inert(page, json);
  append_inert(page, page_view_json(dossier));
  page += '}';
  page += page_template.substr(mark + kDataMark.size());
  return page;
}

}  // namespace ql::present
