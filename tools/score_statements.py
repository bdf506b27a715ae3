#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the program's statements against our own stand-off annotation (train/data/statements.tsv).

    score_statements.py BINARY SHARED [--annotation FILE] [--part train|held-out|all] [--misses] [--double]

The annotation is of Wikinews texts (CC BY 2.5), which lie under SHARED; only ids, offsets and labels are in the
repository. A statement is right if the letters of its content and those of an annotated one overlap by at least half
of their union, one to one, the best pairs first. A speaker is right if it overlaps the annotated one, or where it
stands elsewhere, names it. --misses lists what is missed and what is false; --double prints how far the second
annotation of a share agrees with the first. Every third text is held out.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ANNOTATION = os.path.join(HERE, "..", "train", "data", "statements.tsv")
SECOND = os.path.join(HERE, "..", "train", "data", "statements_second.tsv")
Item = collections.namedtuple("Item", "kind content cue speaker")


def ranges(cell):
    return [tuple(map(int, part.split("-"))) for part in cell.split()]


def read_annotation(path):
    """{report id: (end of what was read, [Item])} in the order of the file; offsets are bytes of the text."""
    reports = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            report, kind, *cells = line.rstrip("\n").split("\t")
            if kind == "read":
                reports[report] = (ranges(cells[0])[0][1], [])
            else:
                reports[report][1].append(Item(kind, *map(ranges, cells)))
    return reports


def held_out(reports):
    """The ids of the held-out third: every third text of the file."""
    return {report for i, report in enumerate(reports) if i % 3 == 2}


def letters(spans):
    return {at for begin, end in spans for at in range(begin, end)}


def share(a, b):
    return len(a & b) / len(a | b) if a or b else 0.0


def texts_of(shared, ids):
    path = os.path.join(shared, "bench", "quotes", "train", "reports.jsonl")
    with open(path, encoding="utf-8") as file:
        return {r["id"]: r for r in map(json.loads, file) if r["id"] in ids}


def run(binary, reports):
    """{report id: statements of the program} with spans as bytes of the text field."""
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for report, record in reports.items():
            with open(os.path.join(folder, report + ".txt"), "w", encoding="utf-8") as file:
                file.write(record["text"])
        path = os.path.join(folder, "dossier.json")
        subprocess.run([binary, "-q", folder, "--format", "json", "-o", path], check=False, stderr=subprocess.DEVNULL)
        with open(path, encoding="utf-8") as file:
            dossier = json.load(file)
    names = {r["id"]: os.path.basename(r["path"])[:-4] for r in dossier["reports"]}
    for statement in dossier["statements"]:
        found.setdefault(names[statement["report"]], []).append(statement)
    return found


def byte_ranges(spans):
    return [(s["range"]["begin"], s["range"]["end"]) if "range" in s else (s["begin"], s["end"]) for s in spans]


def match(gold, found):
    """Pairs (gold index, found index), best overlap first."""
    scores = sorted(((share(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs, used_gold, used_found = [], set(), set()
    for score, i, j in scores:
        if score >= 0.5 and i not in used_gold and j not in used_found:
            pairs.append((i, j))
            used_gold.add(i)
            used_found.add(j)
    return pairs


def judged(binary, shared, part="all", annotation=ANNOTATION):
    """Yields (report id, text, gold items, statements, pairs) for every annotated report of the part."""
    reports = read_annotation(annotation)
    held = held_out(reports)
    wanted = [r for r in reports if part == "all" or (r in held) == (part == "held-out")]
    texts = texts_of(shared, set(wanted))
    output = run(binary, texts)
    for report in wanted:
        end, gold = reports[report]
        statements = [s for s in output.get(report, []) if byte_ranges(s["content"])[-1][1] <= end]
        pairs = match([letters(g.content) for g in gold], [letters(byte_ranges(s["content"])) for s in statements])
        yield report, texts[report]["text"].encode("utf-8"), gold, statements, pairs


def names_same(text, item, statement):
    span = statement["speaker"]["span"]
    if not item.speaker:
        return not statement["speaker"]["text"]
    if span and letters(byte_ranges([span])) & letters(item.speaker):
        return True
    said = statement["speaker"]["text"] or ""
    wanted = b" ".join(text[b:e] for b, e in item.speaker).decode("utf-8")
    return bool({w for w in said.split() if w[:1].isupper()} & set(wanted.split()))


def print_agreement():
    first, second = read_annotation(ANNOTATION), read_annotation(SECOND)
    both = share_all = spans = matched = a_total = b_total = 0
    for report, (end, items) in second.items():
        a = [letters(i.content) for i in first[report][1] if i.content[-1][1] <= end]
        b = [letters(i.content) for i in items]
        matched += len(match(a, b))
        a_total, b_total = a_total + len(a), b_total + len(b)
        one, two = set().union(*a), set().union(*b)
        both, share_all, spans = both + len(one & two), share_all + len(one | two), spans + 1
    print(f"second annotation: {spans} texts, {b_total} statements against {a_total}")
    print(f"agreement on statements, F1: {2 * matched / (a_total + b_total):.3f}")
    print(f"agreement on bytes of content, F1: {2 * both / (both + share_all):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("shared")
    parser.add_argument("--annotation", default=ANNOTATION)
    parser.add_argument("--part", default="all", choices=["train", "held-out", "all"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--double", action="store_true")
    args = parser.parse_args()
    gold_count = found_count = right = speakers = 0
    for report, text, gold, statements, pairs in judged(os.path.abspath(args.binary), args.shared, args.part,
                                                       args.annotation):
        gold_count, found_count, right = gold_count + len(gold), found_count + len(statements), right + len(pairs)
        speakers += sum(names_same(text, gold[i], statements[j]) for i, j in pairs)
        if not args.misses:
            continue
        cut = lambda spans: " + ".join(text[b:e].decode("utf-8", "replace") for b, e in spans)
        for i, item in enumerate(gold):
            if i not in {p[0] for p in pairs}:
                print(f"MISS  {report} [{item.kind}] {cut(item.content)} | {cut(item.cue)} | {cut(item.speaker)}")
        for j, s in enumerate(statements):
            if j not in {p[1] for p in pairs}:
                print(f"FALSE {report} [{s['rule']}] {cut(byte_ranges(s['content']))} | "
                      f"{cut(byte_ranges(s['cue']))} | {s['speaker']['text']}")
        for i, j in pairs:
            if not names_same(text, gold[i], statements[j]):
                print(f"WHO   {report} [{statements[j]['rule']}] {cut(gold[i].speaker)} <> "
                      f"{statements[j]['speaker']['text']} | {cut(gold[i].content)[:60]}")
    precision, recall = right / max(found_count, 1), right / max(gold_count, 1)
    print(f"{args.part}: {gold_count} annotated, {found_count} found, {right} right")
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * right / max(gold_count + found_count, 1):.3f}  "
          f"speaker right {speakers / max(right, 1):.3f}")
    if args.double:
        print_agreement()


if __name__ == "__main__":
    main()
