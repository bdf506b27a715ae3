// SPDX-License-Identifier: Apache-2.0
// A field is looked up in the user's map first, then among the known names. Values nest at most three deep: schema.org
// writes persons as {"name": ...}, WordPress texts as {"rendered": ...}, ninjs headlines as [{"value": ...}]. Tested by
// ingest_test.cpp.
#include "ingest/json_fields.h"

#include <algorithm>

namespace ql::ingest {
namespace {

namespace od = simdjson::ondemand;

simdjson::error_code collect_strings(od::value value, std::vector<std::string>& out, int depth);

simdjson::error_code collect_name(od::object object, std::vector<std::string>& out, int depth) {
  for (auto field : object) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    if (key == "name" || key == "title" || key == "value" || key == "rendered") {
      od::value value;
      if (const auto error = field.value().get(value)) return error;
      if (const auto error = collect_strings(value, out, depth + 1)) return error;
    }
  }
  return simdjson::SUCCESS;
}

/// Strings and numbers of a value; arrays and named objects to a depth of 3.
simdjson::error_code collect_strings(od::value value, std::vector<std::string>& out, int depth) {
  od::json_type type;
  if (const auto error = value.type().get(type)) return error;
  if (type == od::json_type::string) {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return error;
    out.emplace_back(text);
  } else if (type == od::json_type::number) {
    const std::string_view token = value.raw_json_token();
    out.emplace_back(token.substr(0, token.find_last_not_of(" \t\r\n") + 1));
  } else if (type == od::json_type::array && depth < 3) {
    od::array array;
    if (const auto error = value.get_array().get(array)) return error;
    for (auto element : array) {
      od::value inner;
      if (const auto error = element.get(inner)) return error;
      if (const auto error = collect_strings(inner, out, depth + 1)) return error;
    }
  } else if (type == od::json_type::object && depth < 3) {
    od::object object;
    if (const auto error = value.get_object().get(object)) return error;
    return collect_name(object, out, depth);
  }
  return simdjson::SUCCESS;
}

/// "true" or "false" for a yes or no, which other roles do not have.
simdjson::error_code collect_truth(od::value value, std::vector<std::string>& out) {
  bool truth = false;
  if (value.get_bool().get(truth) != simdjson::SUCCESS) return collect_strings(value, out, 0);
  out.emplace_back(truth ? "true" : "false");
  return simdjson::SUCCESS;
}

/// One of the bodies of ninjs: its media type and its text.
struct Body {
  std::string media_type, text;
};

simdjson::error_code collect_body(od::object object, Body& body) {
  for (auto field : object) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    std::string* target = key == "value"                                 ? &body.text
                          : key == "contenttype" || key == "contentType" ? &body.media_type
                                                                         : nullptr;
    od::value value;
    if (const auto error = field.value().get(value)) return error;
    std::string_view text;
    if (target != nullptr && value.get_string().get(text) == simdjson::SUCCESS) *target = text;
  }
  return simdjson::SUCCESS;
}

}  // namespace

FieldRole role_named(std::string_view name) {
  const auto* found =
      std::find_if(kRoleNames.begin(), kRoleNames.end(), [name](const RoleName& known) { return known.name == name; });
  return found == kRoleNames.end() ? FieldRole::None : found->role;
}

std::vector<std::string> field_roles() {
  std::vector<std::string> names;
  for (const RoleName& known : kRoleNames) names.emplace_back(known.name);
  return names;
}

std::pair<std::size_t, FieldRole> JsonFields::find(std::string_view name) const {
  for (std::size_t i = 0; i < map_->size(); ++i) {
    if ((*map_)[i].second == name) return {i, role_named((*map_)[i].first)};
  }
  const auto* found = std::find_if(kFieldNames.begin(), kFieldNames.end(),
                                   [name](const FieldName& known) { return known.name == name; });
  if (found == kFieldNames.end()) return {0, FieldRole::None};
  return {map_->size() + static_cast<std::size_t>(found - kFieldNames.begin()), found->role};
}

/// The body as XHTML or HTML if there is one, else as plain text.
simdjson::error_code JsonFields::collect_bodies(od::value value, std::size_t rank) {
  od::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) return simdjson::SUCCESS;
  for (auto element : array) {
    od::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) continue;
    Body body;
    if (const auto error = collect_body(object, body)) return error;
    const bool html = body.media_type.find("html") != std::string::npos;
    const bool text = body.media_type.empty() || body.media_type.starts_with("text/plain");
    if (body.text.empty() || (!html && !text)) continue;
    Slot& target = slot(html ? FieldRole::Html : FieldRole::Text);
    if (rank < target.rank) target = {rank, {std::move(body.text)}};
  }
  return simdjson::SUCCESS;
}

simdjson::error_code JsonFields::collect(od::object object) {
  for (auto field : object) {
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    const auto [rank, role] = find(key);
    od::value value;
    if (const auto error = field.value().get(value)) return error;
    if (role == FieldRole::None) continue;
    if (role == FieldRole::Bodies) {
      if (const auto error = collect_bodies(value, rank)) return error;
      continue;
    }
    if (rank >= slot(role).rank) continue;
    std::vector<std::string> values;
    const bool truth = role == FieldRole::Paywall || role == FieldRole::Free;
    if (const auto error = truth ? collect_truth(value, values) : collect_strings(value, values, 0)) return error;
    if (!values.empty()) slot(role) = {rank, std::move(values)};
  }
  return simdjson::SUCCESS;
}

std::optional<std::string> JsonFields::take(FieldRole role) {
  Slot& taken = slot(role);
  if (taken.values.empty() || taken.values.front().empty()) return std::nullopt;
  return std::move(taken.values.front());
}

}  // namespace ql::ingest
