#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much editing does the search for copies survive? Prints a recall curve.

    edited_copies.py STORIES_STAGE REPORTS.jsonl[.xz] [--reports 400]

Takes reports of at least 120 words, one in N, and makes of each an edited copy from another outlet: a share of the words is exchanged (by other words of
the collection), one sentence in eight is dropped and two neighbouring sentences are swapped once in six. All originals and copies of one share
go into one run of STORIES_STAGE (build with -DQL_BENCH=ON); recall: copies that are linked to their original; wrong: links between reports that are
no such pair and that the run without copies does not report either. Deterministic.
"""
import argparse
import json
import lzma
import random
import re
import subprocess
import tempfile


def edit(text, share, words, rng):
    sentences = re.split(r"(?<=[.!?]) ", text)
    sentences = [s for s in sentences if rng.random() >= 1 / 8] or sentences
    for i in range(len(sentences) - 1):
        if rng.random() < 1 / 6:
            sentences[i], sentences[i + 1] = sentences[i + 1], sentences[i]
    return re.sub(r"\w+", lambda m: rng.choice(words) if rng.random() < share else m.group(), " ".join(sentences))


def links(stage, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        f.flush()
        out = subprocess.run([stage, f.name], capture_output=True, check=True, text=True).stdout
    return {frozenset((a["id"], c)) for a in map(json.loads, out.splitlines()) for c in a["copies"]}


def main():
    a = argparse.ArgumentParser()
    a.add_argument("stage"); a.add_argument("reports"); a.add_argument("--reports", type=int, default=400, dest="count")
    a = a.parse_args()
    with (lzma.open if a.reports.endswith(".xz") else open)(a.reports, "rt", encoding="utf-8") as f:
        rows = [r for r in map(json.loads, f) if len(r["text"].split()) >= 120]
    rows = rows[::max(1, len(rows) // a.count)][:a.count]
    words = [w for r in rows for w in re.findall(r"\w+", r["text"])]
    known = links(a.stage, rows)
    print("words exchanged   recall   wrong links")
    for share in (0, 0.1, 0.2, 0.3, 0.4):
        rng = random.Random(7)
        copies = [{**r, "id": r["id"] + "-copy", "outlet": "Abschrift", "title": "", "text": edit(r["text"], share, words, rng)} for r in rows]
        found = links(a.stage, rows + copies)
        wanted = {frozenset((r["id"], r["id"] + "-copy")) for r in rows}
        related = {frozenset((x + e, y + f)) for x, y in map(tuple, known) for e in ("", "-copy") for f in ("", "-copy")}
        print(f"{share:14.0%} {len(found & wanted) / len(wanted):9.3f} {len(found - wanted - related):10d}")


if __name__ == "__main__":
    main()
