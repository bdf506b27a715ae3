#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds models/de-forms.bin from the LanguageTool form lexicon (german-pos-dict, CC BY-SA 4.0).

    train/build_forms.py german.dict models/de-forms.bin

german.dict is a Morfologik CFSA2 automaton of form_lemma_tag entries. Forms with the same set of readings share a
class; a class is a list of readings with an instruction how to make the lemma. The output is a minimal automaton
form -> class (format: docs/formats/de-forms.md). Deterministic; about two minutes.
"""
import struct
import sys

CLASSES = ["noun", "name", "verb", "adjective", "adverb", "article", "pronoun", "preposition", "conjunction",
           "particle", "interjection", "number", "abbreviation", "prefix"]
BY_TAG = {"SUB": "noun", "EIG": "name", "VER": "verb", "ADJ": "adjective", "PA1": "adjective", "PA2": "adjective",
          "ADV": "adverb", "ART": "article", "PRO": "pronoun", "PRP": "preposition", "KON": "conjunction",
          "NEG": "particle", "INJ": "interjection", "ZAL": "number", "ABK": "abbreviation", "ZUS": "prefix"}
CASES = {"NOM": 0, "AKK": 1, "DAT": 2, "GEN": 3}
GENDERS = {"MAS": 0, "FEM": 1, "NEU": 2}
MOODS = {"PRÄ": (1, 1), "PRT": (1, 2), "KJ1": (2, 1), "KJ2": (3, 2)}  # (mood, tense)
FINITE, INFINITIVE, INFINITIVE_ZU, PARTICIPLE, IMPERATIVE = 1, 2, 3, 4, 5
DETAILS = {"PER": 1, "DEM": 2, "POS": 3, "IND": 4, "RIN": 5, "REF": 6, "DEF": 7,
           "NAC": 1, "VOR": 2, "VOR#": 2, "VOR*": 2, "GEO": 3, "COU": 3, "GEB": 3, "MOU": 3, "STD": 3, "WAT": 3, "UNT": 1, "NEB": 2, "VGL": 3, "INF": 4, "PRI": 5}
FLAG_ADJECTIVAL, FLAG_INFINITIVAL, FLAG_PARTICIPLE, FLAG_PREDICATIVE = 1, 2, 4, 8
FLAG_COMPARATIVE, FLAG_SUPERLATIVE, FLAG_AUXILIARY, FLAG_MODAL = 16, 32, 64, 128


class Automaton:
    """Reader of Morfologik CFSA2 (format as described in the morfologik-stemming documentation)."""
    NEXT, LAST, FINAL, LABEL = 1 << 7, 1 << 6, 1 << 5, 0x1F

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        assert data[:4] == b"\\fsa" and data[4] == 0xC6, "no CFSA2 automaton"
        self.numbers = bool(((data[5] << 8) | data[6]) & 0x100)
        count = data[7]
        self.labels, self.arcs = data[8:8 + count], data[8 + count:]

    def _skip_number(self, at):
        while self.arcs[at] & 0x80:
            at += 1
        return at + 1

    def _number(self, at):
        value = shift = 0
        while True:
            byte = self.arcs[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
            shift += 7

    def _first(self, node):
        return self._skip_number(node) if self.numbers else node

    def _label(self, arc):
        index = self.arcs[arc] & self.LABEL
        return self.labels[index] if index else self.arcs[arc + 1]

    def _skip(self, arc):
        flags = self.arcs[arc]
        arc += 1 if flags & self.LABEL else 2
        return arc if flags & self.NEXT else self._skip_number(arc)

    def _target(self, arc):
        if self.arcs[arc] & self.NEXT:
            while not self.arcs[arc] & self.LAST:
                arc = self._skip(arc)
            return self._skip(arc)
        return self._number(arc + (1 if self.arcs[arc] & self.LABEL else 2))

    def entries(self):
        """(form, lemma, tag) of every entry, as bytes, bytes, str."""
        word = bytearray()
        stack = [(self._first(self._target(self._first(0))), 0)]
        while stack:
            arc, depth = stack.pop()
            del word[depth:]
            if not self.arcs[arc] & self.LAST:
                stack.append((self._skip(arc), depth))
            word.append(self._label(arc))
            if self.arcs[arc] & self.FINAL:
                form, code, tag = bytes(word).split(b"_", 2)
                cut = code[0] - 65
                yield form, (form[:len(form) - cut] if cut <= len(form) else b"") + code[1:], tag.decode("utf-8")
            target = self._target(arc)
            if target:
                stack.append((self._first(target), depth + 1))


def agreement_bits(parts):
    """16 bits: 4 * case + masculine, feminine, neuter, plural."""
    cases = [i for name, i in CASES.items() if name in parts] or [0, 1, 2, 3]
    genders = [i for name, i in GENDERS.items() if name in parts] or [0, 1, 2]
    columns = ([3] if "PLU" in parts else []) + (genders if "SIN" in parts else [])
    return sum({1 << (4 * case + column) for case in cases for column in columns})


def reading(tag):
    """(class, flags, bits, detail) of a tag, or None for tags that say nothing to us."""
    parts = tag.split(":")
    if parts[0] not in BY_TAG:
        return None
    kind = BY_TAG[parts[0]]
    flags = bits = detail = 0
    rest = parts[1:]
    if kind == "verb":
        flags = (FLAG_AUXILIARY if "AUX" in rest else 0) | (FLAG_MODAL if "MOD" in rest else 0)
        if "PA1" in rest:
            return None
        form, mood, tense, persons = FINITE, 0, 0, 0
        for name, code in (("INF", INFINITIVE), ("EIZ", INFINITIVE_ZU), ("PA2", PARTICIPLE), ("IMP", IMPERATIVE)):
            form = code if name in rest else form
        for name, (m, t) in MOODS.items():
            if name in rest:
                mood, tense = m, t
        for person in "123":
            if person in rest:
                persons = 1 << (int(person) - 1 + (3 if "PLU" in rest else 0))
        bits = persons | form << 6 | mood << 9 | tense << 11
        return kind, flags, bits, 0
    if kind in ("noun", "name", "adjective", "article", "pronoun"):
        bits = agreement_bits(rest)
    if kind == "noun":
        flags = (FLAG_ADJECTIVAL if rest[-1] == "ADJ" else 0) | (FLAG_INFINITIVAL if rest[-1] == "INF" else 0)
        detail = sum(1 << i for name, i in GENDERS.items() if name in rest)
    elif kind == "adjective":
        flags = FLAG_PARTICIPLE if parts[0] != "ADJ" else 0
        flags |= FLAG_COMPARATIVE if "KOM" in rest else FLAG_SUPERLATIVE if "SUP" in rest else 0
        if "PRD" in rest:
            flags, bits = flags | FLAG_PREDICATIVE, 0
    elif kind == "preposition":
        bits = sum(1 << (4 * i) for name, i in CASES.items() if name in tag)
    else:
        for part in rest:
            detail = DETAILS.get(part, detail)
    return kind, flags, bits, detail


def lemma_operation(form, lemma):
    """(infix_begin, cut, ending): drop two bytes at infix_begin (ge, zu; 0 = none), cut bytes at the end, append."""
    best = None
    candidates = [(0, form)]
    candidates += [(i, form[:i] + form[i + 2:]) for i in range(1, len(form) - 2) if form[i:i + 2] in (b"ge", b"zu")]
    if form[:2] == b"ge":
        candidates.append((255, form[2:]))
    for infix, base in candidates:
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        operation = (infix, len(base) - same, lemma[same:])
        cost = operation[1] + len(operation[2]) + (1 if infix else 0)
        if best is None or cost < best[0]:
            best = (cost, operation)
    return best[1]


def merge(entries):
    """The sorted readings of one form: equal but for agreement or person become one."""
    merged = {}
    for operation, (kind, flags, bits, detail) in entries:
        mask = 0x3F if kind == "verb" else 0xFFFF
        if kind == "verb":
            key = (kind, 0, operation, bits & ~mask, detail)
        else:
            key = (kind, flags, operation, 0, 0 if kind == "noun" else detail)
        old = merged.get(key, (0, 0, 0))
        merged[key] = (old[0] | (bits & mask), old[1] | detail, old[2] | flags)
    return tuple(sorted((CLASSES.index(kind), flags, key_bits | bits, detail, operation)
                        for (kind, _, operation, key_bits, _), (bits, detail, flags) in merged.items()))


class MinimalAutomaton:
    """Incremental construction from sorted keys (Daciuk et al. 2000). A node is (class or None, ((label, node), ...))."""

    def __init__(self):
        self.register = {}
        self.path = [[None, []]]
        self.previous = b""

    def _freeze(self, node):
        key = (node[0], tuple(node[1]))
        return self.register.setdefault(key, len(self.register))

    def _close(self, depth):
        while len(self.path) > depth + 1:
            node = self.path.pop()
            label = self.previous[len(self.path) - 1]
            self.path[-1][1].append((label, self._freeze(node)))

    def add(self, key, value):
        assert key > self.previous
        common = 0
        while common < min(len(key), len(self.previous)) and key[common] == self.previous[common]:
            common += 1
        self._close(common)
        self.path.extend([None, []] for _ in range(len(key) - common))
        self.path[-1][0] = value
        self.previous = key

    def finish(self):
        self._close(0)
        return self._freeze(self.path[0])


def encode_arcs(automaton, root):
    """Arcs as 32-bit words: label in the low byte, bit 8 = last arc of its node, target above. Label 0 = class."""
    nodes = [None] * len(automaton.register)
    for (value, arcs), number in automaton.register.items():
        nodes[number] = (value, arcs)
    sizes = [(value is not None) + len(arcs) for value, arcs in nodes]
    order = [root] + [n for n in range(len(nodes)) if n != root and sizes[n]]
    starts, at = {}, 0
    for number in order:
        starts[number] = at
        at += sizes[number]
    words = []
    for number in order:
        value, arcs = nodes[number]
        row = ([(0, value)] if value is not None else []) + [(label, starts[target]) for label, target in arcs]
        for i, (label, target) in enumerate(row):
            assert target < 1 << 23
            words.append(label | (0x100 if i + 1 == len(row) else 0) | target << 9)
    return words


def read_forms(path):
    forms = {}
    for form, lemma, tag in Automaton(path).entries():
        parsed = reading(tag)
        if parsed and b"\0" not in form and b"#" not in form:
            forms.setdefault(form, set()).add((lemma_operation(form, lemma), parsed))
    return forms


def main():
    forms = read_forms(sys.argv[1])
    classes, operations = {}, {}
    automaton = MinimalAutomaton()
    for form in sorted(forms):
        readings = merge(forms[form])
        automaton.add(form, classes.setdefault(readings, len(classes)))
    root = automaton.finish()
    arcs = encode_arcs(automaton, root)
    records, starts = [], [0]
    for readings in classes:
        for kind, flags, bits, detail, operation in readings:
            number = operations.setdefault(operation, len(operations))
            assert number < 1 << 16
            records.append(struct.pack("<BBHHBB", kind, flags, bits, number, detail, 0))
        starts.append(len(records))
    endings, op_records = bytearray(), []
    for infix, cut, ending in operations:
        found = endings.find(ending)
        if found < 0:
            found = len(endings)
            endings += ending
        op_records.append(struct.pack("<BBBBI", infix, cut, len(ending), 0, found))
    endings += b"\0" * (-len(endings) % 4)
    header = struct.pack("<8s6I", b"QLFORMS1", len(arcs), len(starts) - 1, len(records), len(op_records),
                         len(endings), len(forms))
    with open(sys.argv[2], "wb") as out:
        out.write(header)
        out.write(struct.pack(f"<{len(arcs)}I", *arcs))
        out.write(struct.pack(f"<{len(starts)}I", *starts))
        out.write(b"".join(records))
        out.write(b"".join(op_records))
        out.write(bytes(endings))
    print(f"{len(forms)} forms, {len(arcs)} arcs, {len(classes)} classes, {len(records)} readings, "
          f"{len(op_records)} lemma operations, {len(endings)} bytes of endings")


if __name__ == "__main__":
    main()
