#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does the confidence of statements mean what it says? The values of src/claims/confidence.cpp come from here.

    reliability.py BINARY SHARED [--rules] [--quotes PART]

Calibration uses what we may use: our own annotation (train/data/statements.tsv) and our own sentences that are no
statements (src/claims/traps_test.cpp: whatever is taken from them is wrong). Prints, for each band of confidence, how
many statements it holds, their mean confidence, and the share that is right. --rules prints the same for each rule, with
the value that the rule gets: (right + 4 x 0.85) / (all + 4), rounded down to steps of five percent, so that a rule that
was seen rarely stays near the mean. One half of an annotated quotation counts as right. The last line is the mean gap between confidence and share, weighted by size. --quotes checks
the same values on a part of the quotation benchmark, whose annotation is licensed for measuring: nothing comes from it.
"""
import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile

import score_statements as own

TRAPS = os.path.join(own.HERE, "..", "src", "claims", "traps_test.cpp")
PRIOR, PRIOR_COUNT = 0.85, 4


def judged_own(binary, shared):
    """Yields (statement, right) on our own annotation and our own sentences without statements."""
    for _, _, gold, statements, pairs in own.judged(binary, shared):
        right = {j for _, j in pairs}
        quotations = [own.letters(g.content) for g in gold if g.kind == "d"]
        for j, s in enumerate(statements):
            inside = any(own.letters(own.byte_ranges(s["content"])) <= quotation for quotation in quotations)
            yield s, j in right or inside
    with open(TRAPS, encoding="utf-8") as file:
        sentences = re.findall(r'^    "(.*)",$', file.read(), re.M)
    records = {f"trap{i:03d}": {"text": s + "\n"} for i, s in enumerate(sentences)}
    for statements in own.run(binary, records).values():
        yield from ((s, False) for s in statements)


def judged_statements(binary, shared, part_name):
    """Yields (statement, right) on a part of the quotation benchmark (relaxed match). Measuring only."""
    bench = os.path.join(os.path.abspath(shared), "bench")
    sys.path.insert(0, bench)
    import score_quotes as scorer
    from benchlib import Part, iou, load_output
    folder = os.path.join(bench, "quotes", part_name)
    part = Part(folder)
    with tempfile.TemporaryDirectory() as scratch:
        dossier = os.path.join(scratch, "dossier.json")
        subprocess.run([binary, "-q", os.path.join(folder, "reports.jsonl"), "--format", "json", "-o", dossier],
                       check=False, stderr=subprocess.DEVNULL)
        out = load_output(dossier, part)
    for report_id in part.ids:
        text = part.text(report_id)
        gold = scorer.read_gold(text, part.gold[report_id])
        found = scorer.read_statements(text, out, report_id)
        for statement in out.items[report_id]["statements"]:
            spans = sorted(out.chars(report_id, v) for v in statement["content"])
            letters = scorer.positions(text, spans)
            best = max((iou(g.core, f.core) for f in found if f.core & letters for g in gold), default=0.0)
            yield statement, best >= 0.5


def table(rows, with_values):
    """Lines of the table and the weighted mean gap, for (label, confidence, right) rows."""
    groups = collections.defaultdict(list)
    for label, confidence, right in rows:
        groups[label].append((confidence, right))
    gap = total = 0
    for label in sorted(groups):
        items = groups[label]
        mean = sum(c for c, _ in items) / len(items)
        right = sum(r for _, r in items)
        gap, total = gap + abs(mean - right / len(items)) * len(items), total + len(items)
        value = int((right + PRIOR_COUNT * PRIOR) / (len(items) + PRIOR_COUNT) * 20 + 1e-6) / 20
        yield (f"{label:32s} {len(items):6d}   confidence {mean:.2f}   right {right / len(items):.2f}" +
               (f"   value {value:.2f}" if with_values else ""))
    yield f"mean gap {gap / total if total else 0:.3f} over {total} statements"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("shared")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--quotes", metavar="PART")
    args = parser.parse_args()
    binary = os.path.abspath(args.binary)
    judged = judged_statements(binary, args.shared, args.quotes) if args.quotes else judged_own(binary, args.shared)
    band = lambda c: f"{int(c * 10 + 1e-6) / 10:.1f} to {int(c * 10 + 1e-6) / 10 + 0.1:.1f}"
    rows = [(s["rule"] if args.rules else band(s["confidence"]), s["confidence"], right) for s, right in judged]
    for line in table(rows, args.rules and not args.quotes):
        print(line)


if __name__ == "__main__":
    main()
