#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does the confidence of statements mean what it says?

    reliability.py BINARY SHARED [--part dev] [--rules]

Runs the binary on a part of the quotation benchmark and prints, for each band of confidence, how many statements it
holds, their mean confidence, and the share that is right: at least half of their letters are common with a quotation
of the gold (the benchmark's relaxed match). --rules prints the same for each rule. The last line is the mean gap
between confidence and share, weighted by size. The annotation is licensed for measuring; nothing is written.
"""
import argparse
import collections
import os
import subprocess
import sys
import tempfile


def judged(binary, shared, part_name):
    """Yields (confidence, rule, right) for every statement that the gold can judge."""
    bench = os.path.join(shared, "bench")
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
        statements = out.items[report_id]["statements"]
        found = scorer.read_statements(text, out, report_id)
        for statement in statements:
            spans = sorted(out.chars(report_id, v) for v in statement["content"])
            own = scorer.positions(text, spans)
            as_gold = [f for f in found if f.core & own]
            best = max((iou(g.core, f.core) for f in as_gold for g in gold), default=0.0)
            yield statement["confidence"], statement["rule"], best >= 0.5


def table(rows):
    """Lines of the table and the weighted mean gap, for (label, confidence, right) rows."""
    groups = collections.defaultdict(list)
    for label, confidence, right in rows:
        groups[label].append((confidence, right))
    gap = total = 0
    for label in sorted(groups):
        items = groups[label]
        mean = sum(c for c, _ in items) / len(items)
        share = sum(r for _, r in items) / len(items)
        gap, total = gap + abs(mean - share) * len(items), total + len(items)
        yield f"{label:32s} {len(items):6d}   confidence {mean:.2f}   right {share:.2f}"
    yield f"mean gap {gap / total if total else 0:.3f} over {total} statements"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("shared")
    parser.add_argument("--part", default="dev")
    parser.add_argument("--rules", action="store_true")
    args = parser.parse_args()
    rows = list(judged(os.path.abspath(args.binary), os.path.abspath(args.shared), args.part))
    band = lambda c: f"{int(c * 10 + 1e-6) / 10:.1f} to {int(c * 10 + 1e-6) / 10 + 0.1:.1f}"
    for line in table((rule if args.rules else band(c), c, right) for c, rule, right in rows):
        print(line)


if __name__ == "__main__":
    main()
