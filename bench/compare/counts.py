#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Which figures of small stories count the same thing: precision and recall over pairs.

    counts.py BINARY [TABLE] [--misses]

Each row of counts.tsv is a report; {a:12 Tote} marks a figure. Figures of one letter in a story count the same thing.
A pair is found if one claim holds both; a pair of two letters in one claim is wrong.
"""
import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import tempfile

TABLE = pathlib.Path(__file__).with_name("counts.tsv")
MARK = re.compile(r"\{(\w+):([^}]*)\}")


def read(table):
    lines = [x for x in table.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    stories = collections.defaultdict(list)
    for line in lines[1:]:
        story, *report = line.split("\t")
        stories[story].append(report)
    return stories


def dossier_of(binary, reports):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for i, (day, outlet, title, text) in enumerate(reports):
            report = {"id": f"r{i}", "outlet": outlet, "published": f"2025-03-{int(day) + 2:02}T12:00:00+01:00",
                      "title": title, "text": MARK.sub(r"\2", text)}
            file.write(json.dumps(report, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([binary, file.name, "--format", "json", "--quiet", "--threads", "1"], capture_output=True, check=True)
    return json.loads(out.stdout)


def marked(dossier, reports):
    """(label, report, words, ids of figures there) of each mark."""
    for i, (_, _, _, text) in enumerate(reports):
        body = MARK.sub(r"\2", text)
        base = dossier["reports"][i]["id"]
        cut = 0
        for m in MARK.finditer(text):
            begin = m.start() - cut
            cut += len(m.group(0)) - len(m.group(2))
            ids = [f["id"] for f in dossier["figures"] if f["report"] == base and overlaps(f, body, begin, m.group(2))]
            yield m.group(1), i, m.group(2), ids


def overlaps(figure, body, begin, words):
    """The figure's words stand in the mark, or the mark's in them, in the same sentence's surroundings."""
    text = figure["span"]["text"]
    return any(at < begin + len(words) and begin < at + len(text) for at in (m.start() for m in re.finditer(re.escape(text), body)))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary")
    p.add_argument("table", nargs="?", type=pathlib.Path, default=TABLE)
    p.add_argument("--misses", action="store_true")
    args = p.parse_args()
    right = wrong = missed = 0
    for name, reports in read(args.table).items():
        dossier = dossier_of(args.binary, reports)
        claims = [set(c["members"]) for part in dossier["stories"] + dossier["topics"] for c in part["claims"]]
        figures = list(marked(dossier, reports))
        for (a, i, one, ids), (b, j, other, others) in itertools.combinations(figures, 2):
            together = any(x != y and {x, y} <= c for c in claims for x in ids for y in others)
            right += together and a == b
            wrong += together and a != b
            missed += a == b and not together
            if args.misses and together != (a == b):
                why = "" if ids and others else " (no figure)"
                print(f"{name} {'WRONG' if together else 'missed'}{why}: {i} {one} | {j} {other}")
    print(f"pairs of one count: found {right} of {right + missed}, recall {right / (right + missed):.3f}; "
          f"wrong {wrong}, precision {right / max(1, right + wrong):.3f}")


if __name__ == "__main__":
    main()
