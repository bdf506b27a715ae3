#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles name lists and word classes into the look-up tables of src/lang/gazetteer.h.

    build_gazetteer.py DATA LEXICONS PACKAGES OUT
        DATA: folder with gazetteers/, lexicon-de/, wordfreq/; LEXICONS: lexicons/de; PACKAGES: folder with the
        unpacked package spacy_lookups_data; OUT: models/de

Several tables because of the licences: word-classes.bin (MIT), gazetteer-open.bin (surnames ASL 2.0, first names MIT, official state names, GN250
places, our own lexicons) and gazetteer-sharealike.bin (CC BY-SA: LanguageTool lexicon, wordfreq, OpenStreetMap towns); see the cards
beside the tables. Deterministic: the same lists give the same bytes.
"""
import gzip
import json
import os
import re
import struct
import sys

SURNAME, MALE, FEMALE, COUNTRY, PLACE, PLACE_START = 1, 2, 4, 8, 16, 32
ORGANISATION, ORGANISATION_START, KNOWN_PLACE, KNOWN_PLACE_START = 64, 128, 256, 512
FIRST, LAST, CITY, REGION, NOUN, TOWN, TOWN_START = 1, 2, 4, 8, 16, 32, 64
FREQUENCY_SHIFT, FREQUENT_WORDS, CLASS_WORDS = 8, 120000, 730000


def fingerprint_hash(word):
    """FNV-1a 64 with the finaliser of MurmurHash3; the same as in src/lang/gazetteer.cpp."""
    mask = (1 << 64) - 1
    h = 0xCBF29CE484222325
    for byte in word.encode():
        h = ((h ^ byte) * 0x100000001B3) & mask
    h ^= h >> 33
    h = (h * 0xFF51AFD7ED558CCD) & mask
    h ^= h >> 33
    h = (h * 0xC4CEB9FE1A85EC53) & mask
    return h ^ (h >> 33)


def read_raw(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip()]


def add(table, word, flag):
    table[word] = table.get(word, 0) | flag


def add_places(table, names, whole, start):
    for name in names:
        words = name.split()
        if len(words) <= 4:
            add(table, " ".join(words), whole)
            if len(words) > 1:
                add(table, words[0], start)


def lexicon_names(path):
    """All names of a lexicon with the columns name and other_names (optional)."""
    rows = [line.split("\t") for line in read_raw(path) if line and not line.startswith("#")]
    head = rows[0]
    for row in rows[1:]:
        cells = dict(zip(head, row))
        for column in ("name", "capital", "seats", "other_names"):
            yield from (name for name in re.split("[|=]", cells.get(column, "")) if name)


def open_table(data, lexicons):
    table = {}
    folder = os.path.join(data, "gazetteers")
    for name in read_lines(os.path.join(folder, "personennamen.list")):
        if " " not in name:
            add(table, name, SURNAME)
    for sex, flag in (("male", MALE), ("female", FEMALE)):
        for language in ("de_DE", "en_US"):
            with open(os.path.join(folder, "faker-firstname", language, sex + ".json"), encoding="utf-8") as file:
                for name in strings(json.load(file)):
                    add(table, name, flag)
    for name in read_lines(os.path.join(folder, "laendernamen.list")):
        add(table, name, COUNTRY)
    add_places(table, read_lines(os.path.join(folder, "landschaftsbezeichnungen.list")), PLACE, PLACE_START)
    add_places(table, lexicon_names(os.path.join(lexicons, "institutions.tsv")), ORGANISATION, ORGANISATION_START)
    for file in ("states.tsv", "places.tsv"):
        add_places(table, lexicon_names(os.path.join(lexicons, file)), KNOWN_PLACE, KNOWN_PLACE_START)
    return table


def strings(value):
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value
    return [text for item in items for text in strings(item)]


def lexicon_entries(path):
    """(form, tag) of a Morfologik CFSA2 dictionary with the separator '_'."""
    with open(path, "rb") as file:
        data = file.read()
    labels, arcs = data[8:8 + data[7]], data[8 + data[7]:]
    numbers = bool(data[5] & 1)

    def number(at):
        value = shift = 0
        while arcs[at] & 0x80:
            value |= (arcs[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
        return value | arcs[at] << shift, at + 1

    def first(node):
        return number(node)[1] if numbers else node

    def skip(arc):
        end = arc + (1 if arcs[arc] & 0x1F else 2)
        return end if arcs[arc] & 0x80 else number(end)[1]

    def target(arc):
        if not arcs[arc] & 0x80:
            return number(arc + (1 if arcs[arc] & 0x1F else 2))[0]
        while not arcs[arc] & 0x40:
            arc = skip(arc)
        return skip(arc)

    stack, word = [(first(target(first(0))), 0)], bytearray()
    while stack:
        arc, depth = stack.pop()
        del word[depth:]
        if not arcs[arc] & 0x40:
            stack.append((skip(arc), depth))
        word.append(labels[arcs[arc] & 0x1F] if arcs[arc] & 0x1F else arcs[arc + 1])
        if arcs[arc] & 0x20:
            form, _, tag = bytes(word).split(b"_", 2)
            yield form.decode(), tag.decode()
        node = target(arc)
        if node:
            stack.append((first(node), depth + 1))


def frequency_bins(path):
    """The word lists of a cBpack file (MessagePack), one list a centibel."""
    with gzip.open(path) as file:
        data = file.read()
    at = 0

    def item():
        nonlocal at
        kind = data[at]
        at += 1
        if kind <= 0x7F:
            return kind
        if 0x80 <= kind <= 0x8F:
            return {item(): item() for _ in range(kind & 15)}
        if 0x90 <= kind <= 0x9F:
            return [item() for _ in range(kind & 15)]
        if 0xA0 <= kind <= 0xBF:
            size = kind & 31
        elif kind in (0xD9, 0xDA):
            width = 1 if kind == 0xD9 else 2
            size = int.from_bytes(data[at:at + width], "big")
            at += width
        elif kind in (0xDC, 0xDD):
            width = 2 if kind == 0xDC else 4
            count = int.from_bytes(data[at:at + width], "big")
            at += width
            return [item() for _ in range(count)]
        else:
            raise ValueError(f"MessagePack type {kind:#x}")
        at += size
        return data[at - size:at].decode()
    return item()[1:]


def sharealike_table(data):
    table = {}
    flags = {"VOR": FIRST, "NAC": LAST, "STD": CITY, "COU": REGION, "GEB": REGION, "GEO": REGION, "MOU": REGION, "WAT": REGION}
    for form, tag in lexicon_entries(os.path.join(data, "lexicon-de", "german.dict")):
        if tag.startswith("SUB"):
            add(table, form, NOUN)
        elif tag.startswith("EIG"):
            kind = tag.rsplit(":", 1)[-1].rstrip("*#")
            if kind in flags:
                add(table, form, flags[kind])
    add_places(table, read_lines(os.path.join(data, "gazetteers", "stadtnamen.list")), TOWN, TOWN_START)
    count = 0
    for centibels, words in enumerate(frequency_bins(os.path.join(data, "wordfreq", "wordfreq", "data", "large_de.msgpack.gz"))):
        for word in words:
            if word.isalpha() and count < FREQUENT_WORDS:
                add(table, word.lower(), max(1, min(15, 16 - centibels // 40)) << FREQUENCY_SHIFT)
                count += 1
    return table


def classes_table(folder):
    """Word -> class of the most frequent words; class 0 of the source gathers what it could not place."""
    def read(name):
        with gzip.open(os.path.join(folder, name)) as file:
            return json.load(file)
    classes, log_frequency = read("de_lexeme_cluster.json.gz"), read("de_lexeme_prob.json.gz")
    words = [word for word, number in classes.items() if 0 < number < 1 << 16 and " " not in word and any(map(str.isalpha, word))]
    words.sort(key=lambda word: (-log_frequency.get(word, -99), word))
    return {word: classes[word] for word in words[:CLASS_WORDS]}


def write(table, path):
    bits = 10
    while (1 << bits) * 0.7 < len(table):
        bits += 1
    slots = [0] * (1 << bits)
    for word in sorted(table):
        h = fingerprint_hash(word)
        entry = (h & 0xFFFF) << 16 | table[word]
        at = h >> (64 - bits)
        while slots[at]:
            at = (at + 1) & ((1 << bits) - 1)
        slots[at] = entry
    with open(path, "wb") as out:
        out.write(b"QLGZ" + struct.pack("<III", 1, bits, len(table)) + struct.pack(f"<{len(slots)}I", *slots))
    print(f"{path}: {len(table)} entries, {16 + 4 * len(slots)} bytes")


def main():
    data, lexicons, packages, out = sys.argv[1:5]
    write(open_table(data, lexicons), os.path.join(out, "gazetteer-open.bin"))
    write(sharealike_table(data), os.path.join(out, "gazetteer-sharealike.bin"))
    write(classes_table(os.path.join(packages, "spacy_lookups_data", "data")), os.path.join(out, "word-classes.bin"))


if __name__ == "__main__":
    main()
