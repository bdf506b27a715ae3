#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles a wordfreq list (cBpack, https://github.com/rspeer/wordfreq) into models/<language>-wordfreq.bin.

    word_frequency.py large_de.msgpack.gz models/de-wordfreq.bin [--least 1e-8]

Words are folded and stemmed as src/lang/word_key.h does (the test word_frequency_test.cpp compares both); the frequencies of one stem are
added up. File: "QLWF", count (u32 little endian), count sorted u32 keys (upper half of the 64-bit stem key), count u8 values: -20 log10(frequency).
"""
import argparse
import gzip
import math
import re
import struct

MASK = (1 << 64) - 1


def fold(word):
    return word.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")


def letters(folded):
    for char in folded:
        code = ord(char)
        while code:
            yield code & 0xFF
            code >>= 8


def ending_length(b):
    n = len(b)
    if n <= 4:
        return 0
    last, after_e = chr(b[-1]), chr(b[-2]) == "e"
    if last == "n" and n > 6 and chr(b[-2]) == "r" and chr(b[-3]) == "e":
        return 3
    if after_e and last in "mnrs":
        return 2 if n > 5 else 1
    return 1 if last in "esn" else 0


def fnv(data):
    key = 0xCBF29CE484222325
    for byte in data:
        key = ((key ^ byte) * 0x100000001B3) & MASK
    return key


def stem_key(word):
    data = list(letters(fold(word)))
    return fnv(data[:len(data) - ending_length(data)])


def read_words(path):
    """Yields (word, frequency); bucket i of the list holds the words of frequency 10 ** (-i / 100)."""
    data = gzip.open(path).read()

    def read(at):
        tag = data[at]
        if tag >> 5 == 0b101:
            size, at = tag & 31, at + 1
        elif tag == 0xD9:
            size, at = data[at + 1], at + 2
        elif tag == 0xDA:
            size, at = struct.unpack_from(">H", data, at + 1)[0], at + 3
        elif tag >> 4 == 0b1001:
            return read_many(tag & 15, at + 1)
        elif tag == 0xDC:
            return read_many(struct.unpack_from(">H", data, at + 1)[0], at + 3)
        elif tag == 0xDD:
            return read_many(struct.unpack_from(">I", data, at + 1)[0], at + 5)
        elif tag >> 4 == 0b1000:
            return read_many(2 * (tag & 15), at + 1)
        elif tag < 0x80:
            return tag, at + 1
        else:
            raise SystemExit(f"unexpected tag {tag:#x} at {at}")
        return data[at:at + size].decode(), at + size

    def read_many(count, at):
        items = []
        for _ in range(count):
            item, at = read(at)
            items.append(item)
        return items, at

    buckets, _ = read(0)
    for i, words in enumerate(buckets[1:]):
        for word in words:
            yield word, 10 ** (-i / 100)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("source"); a.add_argument("target"); a.add_argument("--least", type=float, default=1e-8)
    a = a.parse_args()
    total = {}
    for word, frequency in read_words(a.source):
        if re.fullmatch(r"[^\W\d_]+", word):
            key = stem_key(word) >> 32
            total[key] = total.get(key, 0) + frequency
    rows = sorted((k, f) for k, f in total.items() if f >= a.least)
    with open(a.target, "wb") as out:
        out.write(b"QLWF" + struct.pack("<I", len(rows)))
        out.write(b"".join(struct.pack("<I", k) for k, _ in rows))
        out.write(bytes(min(255, max(0, round(-20 * math.log10(f)))) for _, f in rows))
    print(f"{len(rows)} stems")


if __name__ == "__main__":
    main()
