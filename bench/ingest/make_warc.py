#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Packs saved pages into web archives to measure on: one gzip member or zstd frame a record, as crawlers write them.

    make_warc.py PAGES_FOLDER OUT_FOLDER [--repeat N]      writes pages.warc.gz and, if zstd(1) is there, pages.warc.zst
"""
import gzip
import os
import shutil
import subprocess
import sys


def record(number, body):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: x\r\n\r\n" + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://page-{number}.example/\r\n"
            f"WARC-Date: 2025-03-07T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")
    return head.encode() + http + b"\r\n\r\n"


def main():
    folder, target = sys.argv[1:3]
    repeat = int(sys.argv[sys.argv.index("--repeat") + 1]) if "--repeat" in sys.argv else 1
    pages = sorted(name for name in os.listdir(folder) if name.endswith((".html", ".htm")))
    with open(os.path.join(target, "pages.warc.gz"), "wb") as packed, open(os.path.join(target, "pages.warc"), "wb") as plain:
        for number in range(len(pages) * repeat):
            with open(os.path.join(folder, pages[number % len(pages)]), "rb") as f:
                whole = record(number, f.read())
            packed.write(gzip.compress(whole, 6))
            plain.write(whole)
    if shutil.which("zstd"):
        subprocess.run(["zstd", "-q", "-f", os.path.join(target, "pages.warc"), "-o", os.path.join(target, "pages.warc.zst")], check=True)
    print(f"{len(pages) * repeat} records in {target}")


if __name__ == "__main__":
    main()
