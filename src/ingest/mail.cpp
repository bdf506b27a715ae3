// SPDX-License-Identifier: Apache-2.0
// bytes -> messages (mbox: at "From " after a blank line) -> (GMime) -> parts -> one text
//
// GMime parses from memory and is told which encodings raw headers may have, so that no locale matters. Newsletters
// send their text twice; the plain one is better to read unless it only points to the other ("open in your browser").
// Tested by mail_test.cpp and mail_fuzz.cpp.
#include "ingest/mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

#include "ingest/dates.h"
#include "ingest/format.h"
#include "ingest/markup.h"

namespace ql::ingest {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

void start_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::optional<std::string> some(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

/// A text part with its transfer encoding undone.
struct TextPart {
  std::string bytes, charset;
};

struct Parts {
  std::optional<TextPart> plain, html;  ///< The first of each.
  std::vector<std::string> attachments;
};

std::string decoded(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return "";
  const Owned<GMimeStream> out(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, out.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

void add_part(GMimeObject* object, Parts& parts) {
  if (!GMIME_IS_PART(object)) return;
  auto* part = GMIME_PART(object);
  GMimeContentType* type = g_mime_object_get_content_type(object);
  const bool is_text = type == nullptr || g_mime_content_type_is_type(type, "text", "*") != 0;
  const char* disposition = g_mime_object_get_disposition(object);
  const char* name = g_mime_part_get_filename(part);
  const bool attached =
      (disposition != nullptr && lower_ascii(disposition) == "attachment") || (name != nullptr && !is_text);
  if (attached) {
    parts.attachments.push_back(name == nullptr ? "without a name" : text_or_empty(name));
    return;
  }
  const bool html = type != nullptr && g_mime_content_type_is_type(type, "text", "html") != 0;
  const bool plain = type == nullptr || g_mime_content_type_is_type(type, "text", "plain") != 0;
  std::optional<TextPart>& slot = html ? parts.html : parts.plain;
  if ((!html && !plain) || slot) return;
  const char* charset = type == nullptr ? nullptr : g_mime_content_type_get_parameter(type, "charset");
  slot = TextPart{decoded(part), text_or_empty(charset)};
}

Parts parts_of(GMimeMessage* message) {
  Parts parts;
  GMimePartIter* walk = g_mime_part_iter_new(GMIME_OBJECT(message));
  do {
    if (GMimeObject* object = g_mime_part_iter_get_current(walk)) add_part(object, parts);
  } while (g_mime_part_iter_next(walk) != 0);
  g_mime_part_iter_free(walk);
  if (GMimeObject* top = g_mime_message_get_mime_part(message); top != nullptr && !parts.plain && !parts.html) {
    add_part(top, parts);
  }
  return parts;
}

/// True if the plain text is the report and not a pointer to the HTML beside it.
bool plain_is_better(const Parts& parts) {
  constexpr std::size_t kShort = 400;
  if (!parts.plain || !parts.html) return parts.plain.has_value();
  return parts.plain->bytes.size() >= kShort && parts.plain->bytes.size() * 3 >= text_of_html(parts.html->bytes).size();
}

std::optional<std::string> sender_of(GMimeMessage* message) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return std::nullopt;
  InternetAddress* first = internet_address_list_get_address(from, 0);
  return some(text_or_empty(internet_address_get_name(first)));
}

void take_metadata(GMimeMessage* message, RawReport& raw) {
  raw.origin.given_id = some(text_or_empty(g_mime_message_get_message_id(message)));
  raw.stated.title = some(collapsed(text_or_empty(g_mime_message_get_subject(message))));
  raw.stated.outlet = sender_of(message);
  raw.stated.published = iso_time_if(some(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), "Date"))));
  raw.stated.language = some(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), "Content-Language")));
}

Owned<GMimeMessage> parse(std::string_view bytes) {
  start_gmime();
  GMimeParserOptions* options = g_mime_parser_options_new();
  const char* charsets[] = {"utf-8", "windows-1252", nullptr};
  g_mime_parser_options_set_fallback_charsets(options, charsets);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_persist_stream(parser.get(), FALSE);
  Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
  g_mime_parser_options_free(options);
  return message;
}

void read_message(std::string_view bytes, RecordRange range, Container& file) {
  const std::uint64_t record = file.next_record();
  const Owned<GMimeMessage> message = parse(bytes);
  if (!message) {
    file.report(Severity::Error, "record.broken", range.begin, record_name(record) + " is no message of RFC 5322");
    return;
  }
  Parts parts = parts_of(message.get());
  for (const std::string& name : parts.attachments) {
    file.report(Severity::Note, "mail.attachment", range.begin,
                record_name(record) + " has an attachment " + name.substr(0, 100) +
                    ", which is not read; save it and give the file");
  }
  if (!parts.plain && !parts.html) {
    file.report(Severity::Warning, "record.no_text", range.begin, record_name(record) + " has no text part");
    return;
  }
  RawReport raw;
  const bool plain = plain_is_better(parts);
  TextPart& text = plain ? *parts.plain : *parts.html;
  raw.media_type = plain ? MediaType::PlainText : MediaType::Html;
  if (!text.charset.empty()) raw.declared_encoding = text.charset;
  raw.bytes = std::move(text.bytes);
  take_metadata(message.get(), raw);
  file.deliver(std::move(raw), record, range);
}

/// Reads up to the next "From " after a blank line, which stays in `line`.
void read_mailbox(ByteStream& stream, Container& file) {
  const std::size_t most = 2 * file.max_report_bytes();
  std::string message;
  std::uint64_t begin = 0;
  bool after_blank = true, too_large = false;
  const auto finish = [&](std::uint64_t end) {
    if (too_large) {
      file.report(Severity::Error, "report.too_large", begin,
                  record_name(file.next_record()) + " is larger than one message may be; skipped");
    } else if (!message.empty()) {
      read_message(message, {begin, end}, file);
    }
    message.clear();
    too_large = false;
  };
  while (file.wants_more()) {
    const std::optional<ByteStream::Line> line = stream.next_line(most);
    if (!line) break;
    if (after_blank && line->bytes.starts_with("From ")) {
      finish(line->begin_byte);
      begin = line->begin_byte + line->bytes.size() + 1;
      after_blank = false;
      continue;
    }
    after_blank = !line->too_long && (line->bytes.empty() || line->bytes == "\r");
    too_large = too_large || line->too_long || message.size() + line->bytes.size() > most;
    if (!too_large) message.append(line->bytes).push_back('\n');
  }
  if (file.wants_more()) finish(stream.position());
}

}  // namespace

void read_mail(ByteStream& stream, Container& file) {
  if (stream.peek(5) == "From ") return read_mailbox(stream, file);
  const std::size_t most = 2 * file.max_report_bytes();
  const std::string bytes = stream.read_rest(most);
  if (bytes.size() > most) {
    file.report(Severity::Error, "report.too_large", 0, "message is larger than 128 MiB; save its text");
    return;
  }
  read_message(bytes, {0, bytes.size()}, file);
}

}  // namespace ql::ingest
