#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a folder of hostile files: every kind of bad input that a reading must survive.

    make_corpus.py FOLDER [--small]     --small: the same files with sizes divided by 50
"""
import gzip
import io
import os
import sys
import zipfile

STORY = ("Die Hafenwacht in Musterstadt hat am Dienstag zwei Boote gestoppt. „Wir haben nichts gefunden“, sagte "
         "Sprecherin Anna Beispiel. Nach Angaben der Stadt waren 40 Helfer im Einsatz.\n\n")


def rss(items):
    return "<?xml version='1.0'?><rss><channel><title>Bote</title>" + items + "</channel></rss>"


def warc(block, length=None):
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def page_record(fields, body):
    return warc(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + b"\r\n" + body)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def containers(n):
    """Feeds, web archives, mail, PDF, archives: {name: bytes}"""
    item = "<item><guid>gut</guid><description>" + STORY + "</description></item>"
    html = ("<html><body><p>" + STORY + "</p></body></html>").encode()
    mail = "Message-ID: <{}>\r\nSubject: Hafen\r\nMIME-Version: 1.0\r\n"
    return {
        "cut.xml": rss(item * 10).encode()[:-300],
        "open_cdata.xml": rss(item + "<item><description><![CDATA[" + STORY + item).encode(),
        "deep.xml": rss(item + "<a>" * n(300_000)).encode(),
        "many_broken_items.xml": rss((item[:-7] + "<b></item>") * n(3_000) + item).encode(),
        "huge_attribute.xml": rss(item + "<item x='" + "a" * n(20_000_000) + "'/>").encode(),
        "many_attributes.xml": rss(item + "<item " + " ".join(f"a{i}='1'" for i in range(n(100_000))) + "/>").encode(),
        "entities.xml": ("<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(20))
                         + "]>" + rss("<item><description>" + STORY + "&u;&x;</description></item>")).encode(),
        "external.xml": ("<!DOCTYPE rss SYSTEM 'http://example.invalid/x' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + rss("<item><title>&x;</title></item>")).encode(),
        "controls.xml": rss(item + "<item><description>" + "\x08\x0b&nbsp;&b;& " * n(100_000) + STORY + "</description></item>").encode(),
        "list.opml": b"<opml><body><outline xmlUrl='../../../../etc/passwd'/><outline xmlUrl='list.opml'/><outline xmlUrl='http://example.invalid/'/></body></opml>",
        "cut.warc": (page_record(b"", html) * 3)[:-30],
        "wrong_lengths.warc": warc(b"HTTP/1.1 200 OK\r\n\r\n" + html, 60_000_000) * n(2_000),
        "endless_head.warc": b"WARC/1.0\r\n" + b"X: " + b"y" * n(50_000_000) + b"\r\n" + page_record(b"", html),
        "many_fields.warc": b"WARC/1.0\r\n" + b"X: y\r\n" * n(1_000_000) + b"\r\n" + page_record(b"", html),
        "chunks.warc": page_record(b"Transfer-Encoding: chunked\r\n", b"1\r\nx\r\n" * n(500_000)) + page_record(b"Transfer-Encoding: chunked\r\n", b"ffffffffffffffff\r\nx"),
        "http_bomb.warc": page_record(b"Content-Encoding: gzip\r\n", gzip.compress(b" " * n(200_000_000))) + page_record(b"", html),
        "layers.warc": page_record(b"Content-Encoding: " + b"gzip, " * n(100_000) + b"gzip\r\n", gzip.compress(html)),
        "cut_member.warc.gz": gzip.compress(page_record(b"", html)) + gzip.compress(page_record(b"", html * 50))[:200] + gzip.compress(page_record(b"", html)),
        "deep.eml": (mail.format("tief") + "".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(n(20_000))) + "\r\n" + STORY).encode(),
        "endless_field.eml": (mail.format("feld") + "X: " + "y" * n(20_000_000) + "\r\n\r\n" + STORY).encode(),
        "many_fields.eml": (mail.format("felder") + "X: y\r\n" * n(200_000) + "\r\n" + STORY).encode(),
        "many_words.eml": (mail.format("worte") + "Subject: " + "=?utf-8?Q?x?= " * n(100_000) + "\r\n\r\n" + STORY).encode(),
        "cut_base64.eml": (mail.format("base64") + "Content-Transfer-Encoding: base64\r\n\r\nRGllIEhhZmVud2FjaHQg\xff!").encode("latin-1"),
        "many.mbox": ("From a@b\n" + mail.format("m").replace("\r", "") + "\n" + STORY).encode() * n(2_000),
        "junk.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 100,
        "loop.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>\n",
        "reports.zip": zipped({"a.txt": STORY, "b/c.jsonl": '{"id":"zip","text":"Ein Satz."}', "../../d.html": html, "e.bin": b"\0\1", ".x": b"x"}),
        "bomb.zip": zipped({"bombe.txt": b" " * n(400_000_000), "danach.txt": STORY}),
        "nested.zip": zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"4.zip": zipped({"x.txt": STORY})})})})}),
        "cut.zip": zipped({"a.txt": STORY * 10, "b.txt": STORY * 10})[:200],
        "picture.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
        "office.docx": zipped({"word/document.xml": b"<w:document/>"}),
    }


def files(scale):
    """{name: bytes}"""
    n = lambda count: max(10, count // scale)
    page = "<html><body><article><h1>{}</h1><p>" + STORY + "</p>{}</article></body></html>"
    return {
        "truncated_utf8.txt": STORY.encode()[:-3] + "ü".encode()[:1],
        "invalid_bytes.txt": STORY.encode() + b"\xff\xfe\xfd\xc3" + STORY.encode(),
        "nuls.txt": STORY.encode() + b"\0" * n(1_000_000) + STORY.encode(),
        "alternating_nuls.txt": b"a\0\0" * n(300_000),
        "single_line.txt": STORY.replace("\n", " ").encode() * n(200_000),
        "utf16.txt": STORY.encode("utf-16"),
        "utf16_odd.txt": STORY.encode("utf-16-le")[:-1],
        "latin1.txt": STORY.encode("cp1252"),
        "empty.txt": b"", "blank.txt": b" \n\t\r\n " * 100, "bom_only.txt": b"\xef\xbb\xbf",
        "quotation_marks.txt": ("„" * n(100_000) + STORY + '"' * n(100_000)).encode(),
        "brackets.txt": (STORY + "(" * n(200_000) + ")" * n(200_000)).encode(),
        "many_lines.txt": ("Zeile ohne Punkt\n" * n(200_000)).encode(),
        "many_dates.txt": ("1.1.2025 " * n(200_000)).encode(),
        "digits.txt": b"1" * n(2_000_000),
        "marks.md": b"#" * n(100_000) + b"\n" + b"> " * n(100_000) + b"\n" + b"*" * n(100_000),
        "front_matter_open.md": b"---\n" + b"title: x\n" * n(100_000),
        "nested_divs.html": (page.format("Tief", "") + "<div>" * n(20_000) + STORY + "</div>" * n(20_000)).encode(),
        "unclosed_divs.html": ("<div><b><i><a href=x>" * n(50_000) + STORY).encode(),
        "unmatched_ends.html": ("<b>" * n(20_000) + "</i></a></div></p>" * n(50_000) + STORY).encode(),
        "nested_links.html": ("<a><div>" * n(20_000) + "</a>" * n(20_000) + STORY).encode(),
        "nested_tables.html": ("<table><tr><td>" * n(20_000) + STORY).encode(),
        "nested_lists.html": ("<ul><li>" * n(20_000) + STORY).encode(),
        "unclosed_comment.html": (page.format("Titel", "<!--") + STORY * 10).encode(),
        "unclosed_quote.html": (page.format("Titel", '<a href="') + "<a b='" * n(50_000) + STORY * 10).encode(),
        "unclosed_hidden.html": ("<svg><noscript><template><object><video><script>" * n(20_000) + STORY).encode(),
        "many_scripts.html": ("<script>x</script" + " " * 5) .encode() * n(50_000),
        "huge_attribute.html": page.format("Titel", f'<p class="{"a" * n(5_000_000)}">Ende.</p>').encode(),
        "many_attributes.html": page.format("Titel", "<p " + "a=b " * n(500_000) + ">Ende.</p>").encode(),
        "injection.html": page.format('<script>alert(1)</script><img src=x onerror="alert(2)">&lt;script&gt;alert(3)&lt;/script&gt;',
                                      "<p onclick='alert(4)'>&lt;img src=x onerror=alert(5)&gt; \"'&lt;/script&gt;</p>").encode(),
        "entities.html": page.format("Titel", "<p>" + "&amp;&#8222;&nosuch;&#xD800;&" * n(100_000) + "</p>").encode(),
        "json_ld_deep.html": ('<script type="application/ld+json">' + '{"a":' * n(100_000) + "</script>" + page.format("T", "")).encode(),
        "json_ld_broken.html": ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x</script>' + page.format("T", "")).encode(),
        "cut_tag.html": page.format("Titel", "").encode()[:-20] + b"<p cla",
        "records.jsonl": b"".join([b'{"id":"gut","text":"Ein Satz steht hier."}\n', b'{"id":"kaputt","text":"offen\n', b"[1,2]\n", b"null\n", b"\n",
                                   b'{"id":"ohne"}\n', b'{"id":"bytes","text":"M\xfchle am \x01 Bach"}\n', b'{"text":{"a":1}}\n',
                                   b'{"id":"ende","text":"Der letzte Satz."}']),
        "deep.jsonl": b'{"text":' * n(100_000) + b"\n" + b'{"id":"x","text":"Danach."}\n',
        "long_record.jsonl": b'{"id":"lang","text":"' + b"Ein Wort. " * n(1_000_000) + b'"}\n',
        "array.json": b'[{"id":"a","text":"Eins."},{"id":"b","text":"Zwei."},{"id":',
        "binary.bin": bytes(range(256)) * 20,
        "bomb.txt.gz": gzip.compress(b" " * n(100_000_000)),
        "cut.txt.gz": gzip.compress(STORY.encode() * 100)[:-20],
    }


def main():
    folder, scale = sys.argv[1], 50 if "--small" in sys.argv else 1
    os.makedirs(folder, exist_ok=True)
    for name, content in {**files(scale), **containers(lambda count: max(10, count // scale))}.items():
        with open(os.path.join(folder, name), "wb") as f:
            f.write(content)
    loop = os.path.join(folder, "loop")
    os.makedirs(loop, exist_ok=True)
    for link, target in (("again", ".."), ("nowhere", "missing")):
        path = os.path.join(loop, link)
        if not os.path.lexists(path):
            os.symlink(target, path)
    locked = os.path.join(folder, "unreadable.txt")
    if not os.path.exists(locked):
        with open(locked, "w", encoding="utf-8") as f:
            f.write(STORY)
        os.chmod(locked, 0)


if __name__ == "__main__":
    main()
