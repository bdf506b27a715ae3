// SPDX-License-Identifier: Apache-2.0
// argv -> Arguments with CLI11. Options that all verbs share are declared once per verb by add_common, so that they
// may stand before or after the verb. Tested by tests/cli/cli_test.py.
#include "arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string_view>
#include <thread>
#include <utility>

#include "base/calendar.h"
#include "ingest/ingest.h"

namespace ql::cli {
namespace {

std::string text(const lang::Messages& messages, std::string_view key) { return std::string(messages(key)); }

/// The command line under construction.
struct Grammar {
  CLI::App app;
  Arguments arguments;
  const lang::Messages& messages;

  explicit Grammar(const lang::Messages& texts) : app(text(texts, "cli.about"), "quellenlage"), messages(texts) {}
};

/// The formats that a verb can write; the first is the default on standard output.
std::vector<std::string_view> formats_of(Verb verb) {
  switch (verb) {
    case Verb::Dossier:
      return {"text", "html", "json", "jsonl", "annotation", "claim", "timelinejs", "ftm"};
    case Verb::Figures:
    case Verb::Claims:
    case Verb::Statements:
      return {"text", "csv", "json"};
    case Verb::New:
      return {"text", "json"};
    case Verb::Annotate:
      return {"json", "conllu"};
    case Verb::Extract:
      return {"json", "jsonl"};
    case Verb::Explain:
      return {"text"};
    case Verb::Verify:
      return {"text"};
  }
  return {};
}

/// "text, html, json".
std::string format_list(Verb verb) {
  std::string list;
  for (const std::string_view format : formats_of(verb)) list.append(list.empty() ? "" : ", ").append(format);
  return list;
}

CLI::Option* add_option(CLI::App& app, const std::string& name, std::string& target, const Grammar& grammar,
                        std::string_view key) {
  return app.add_option(name, target, text(grammar.messages, key));
}

void add_common(CLI::App& app, Grammar& grammar) {
  Arguments& arguments = grammar.arguments;
  app.set_help_flag("-h,--help", text(grammar.messages, "cli.help"));
  add_option(app, "-o,--output", arguments.output, grammar, "cli.output");
  app.add_option("--threads", arguments.threads, text(grammar.messages, "cli.threads"))->check(CLI::Range(1, 1024));
  app.add_flag("--quiet,-q", arguments.quiet, text(grammar.messages, "cli.quiet"));
  app.add_flag("--stats", arguments.stats, text(grammar.messages, "cli.stats"));
  add_option(app, "--lang", arguments.language, grammar, "cli.lang")->check(CLI::IsMember({"de", "en"}));
}

void add_reports(CLI::App& app, Grammar& grammar, Verb verb) {
  app.add_option("paths", grammar.arguments.paths, text(grammar.messages, "cli.paths"));
  app.add_option("--format", grammar.arguments.format, grammar.messages.format("cli.format", {format_list(verb)}));
  Arguments& arguments = grammar.arguments;
  app.add_option("--limit", arguments.limit, text(grammar.messages, "cli.limit"))->check(CLI::PositiveNumber);
  add_option(app, "--since", arguments.since, grammar, "cli.since")->check([](const std::string& value) {
    return value.size() == 10 && parse_iso_day(value) ? std::string() : value + ": YYYY-MM-DD";
  });
  app.add_option("--map", arguments.map_text, text(grammar.messages, "cli.map"))->delimiter(',');
}

void add_no_quote(CLI::App& app, Grammar& grammar) {
  app.add_flag("--no-quote", grammar.arguments.no_quote, text(grammar.messages, "cli.no_quote"));
}

CLI::App& add_verb(Grammar& grammar, const std::string& name, Verb verb) {
  CLI::App* sub = grammar.app.add_subcommand(name, text(grammar.messages, "cli.verb." + name));
  add_common(*sub, grammar);
  sub->callback([&grammar, verb] { grammar.arguments.verb = verb; });
  return *sub;
}

void build(Grammar& grammar) {
  CLI::App& app = grammar.app;
  app.set_version_flag("--version", "quellenlage " QL_VERSION, text(grammar.messages, "cli.version"));
  app.require_subcommand(0, 1);
  app.footer(text(grammar.messages, "cli.examples") + "\n" + text(grammar.messages, "cli.examples.text") + "\n\n" +
             text(grammar.messages, "cli.exit_codes"));
  add_common(app, grammar);
  add_reports(app, grammar, Verb::Dossier);
  add_no_quote(app, grammar);
  const std::pair<const char*, Verb> readers[] = {{"dossier", Verb::Dossier}, {"figures", Verb::Figures},
                                                  {"claims", Verb::Claims},   {"statements", Verb::Statements},
                                                  {"extract", Verb::Extract}, {"annotate", Verb::Annotate}};
  for (const auto& [name, verb] : readers) {
    CLI::App& sub = add_verb(grammar, name, verb);
    add_reports(sub, grammar, verb);
    if (verb == Verb::Dossier) add_no_quote(sub, grammar);
  }
  CLI::App& verify = add_verb(grammar, "verify", Verb::Verify);
  add_option(verify, "dossier", grammar.arguments.dossier, grammar, "cli.dossier_file")->required();
  add_option(verify, "--root", grammar.arguments.root, grammar, "cli.root");
  CLI::App& news = add_verb(grammar, "new", Verb::New);
  add_reports(news, grammar, Verb::New);
  add_option(news, "--against", grammar.arguments.dossier, grammar, "cli.against")->required();
  add_option(news, "--root", grammar.arguments.root, grammar, "cli.root");
  CLI::App& explain = add_verb(grammar, "explain", Verb::Explain);
  add_option(explain, "id", grammar.arguments.id, grammar, "cli.id")->required();
  add_option(explain, "--dossier", grammar.arguments.dossier, grammar, "cli.dossier_file");
  add_option(explain, "--root", grammar.arguments.root, grammar, "cli.root");
  add_reports(explain, grammar, Verb::Explain);
}

/// The format that a file name asks for; "" when its extension says nothing.
std::string format_of_file(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::string extension = dot == std::string::npos ? "" : path.substr(dot + 1);
  if (extension == "html" || extension == "htm") return "html";
  if (extension == "txt") return "text";
  for (const std::string_view same : {"json", "jsonl", "csv", "conllu"}) {
    if (extension == same) return extension;
  }
  return "";
}

ExitCode usage_error(const std::string& message) {
  std::fprintf(stderr, "quellenlage: %s\n", message.c_str());
  return ExitCode::Usage;
}

/// "text=inhalt" -> role and field; the wrong text if it is none.
std::optional<std::string> read_map(Arguments& arguments) {
  const std::vector<std::string> roles = ingest::field_roles();
  for (const std::string& pair : arguments.map_text) {
    const std::size_t equals = pair.find('=');
    const std::string role = pair.substr(0, equals);
    const bool known = std::find(roles.begin(), roles.end(), role) != roles.end();
    if (!known || equals == std::string::npos || equals + 1 == pair.size()) return pair;
    arguments.map.emplace_back(role, pair.substr(equals + 1));
  }
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::variant<Arguments, ExitCode> completed(Arguments arguments, const lang::Messages& messages) {
  if (const auto wrong = read_map(arguments)) {
    return usage_error(messages.format("cli.usage.map", {*wrong, joined(ingest::field_roles())}));
  }
  const bool reads_reports = arguments.verb != Verb::Verify && arguments.verb != Verb::Explain;
  if (reads_reports && arguments.paths.empty()) return usage_error(text(messages, "cli.usage.no_paths"));
  if (arguments.verb == Verb::Explain && arguments.paths.empty() == arguments.dossier.empty()) {
    return usage_error(text(messages, "cli.usage.explain"));
  }
  const std::vector<std::string_view> formats = formats_of(arguments.verb);
  if (arguments.format.empty() && arguments.output.empty()) arguments.format = formats.front();
  if (arguments.format.empty()) arguments.format = format_of_file(arguments.output);
  if (arguments.format.empty() && formats.size() == 1) arguments.format = formats.front();
  if (std::find(formats.begin(), formats.end(), arguments.format) == formats.end()) {
    const std::string& wrong = arguments.format.empty() ? arguments.output : arguments.format;
    return usage_error(messages.format("cli.usage.format", {wrong, format_list(arguments.verb)}));
  }
  return arguments;
}

}  // namespace

std::string ui_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::string_view value = argument == "--lang" && i + 1 < argc ? std::string_view(argv[i + 1])
                                   : argument.starts_with("--lang=")    ? argument.substr(7)
                                                                        : std::string_view();
    if (lang::Messages::supported(value)) return std::string(value);
  }
  return "de";
}

std::variant<Arguments, ExitCode> parse(int argc, char** argv, const lang::Messages& messages) {
  Grammar grammar(messages);
  grammar.arguments.threads = std::max(1U, std::thread::hardware_concurrency());
  build(grammar);
  try {
    grammar.app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    grammar.app.exit(wanted);
    return ExitCode::Ok;
  } catch (const CLI::ParseError& error) {
    return usage_error(messages.format("cli.usage.wrong", {error.what()}));
  }
  return completed(std::move(grammar.arguments), messages);
}

}  // namespace ql::cli
