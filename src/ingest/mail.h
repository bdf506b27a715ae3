// SPDX-License-Identifier: Apache-2.0
// E-mail: one message (.eml, RFC 5322 with MIME) or a mailbox of them (.mbox).
#pragma once

#include "ingest/byte_stream.h"
#include "ingest/container.h"

namespace ql::ingest {

/// Each message is a record. Its report's bytes are one text part with the transfer encoding undone: the plain text if
/// it is worth it beside the HTML, else the HTML. Subject, date, sender and id become metadata; attachments are named
/// in a note. A mailbox is read message by message.
void read_mail(ByteStream& stream, Container& file);

}  // namespace ql::ingest
