#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a folder of hostile files: every kind of bad input that a reading must survive.

    make_corpus.py FOLDER [--small]     --small: the same files with sizes divided by 50
"""
import gzip
import os
import sys

STORY = ("Die Hafenwacht in Musterstadt hat am Dienstag zwei Boote gestoppt. „Wir haben nichts gefunden“, sagte "
         "Sprecherin Anna Beispiel. Nach Angaben der Stadt waren 40 Helfer im Einsatz.\n\n")


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
    for name, content in files(scale).items():
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
