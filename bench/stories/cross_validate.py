#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stories day by day: is the threshold fitted to one set of days?

    cross_validate.py STORIES_STAGE REPORTS.jsonl GOLD.jsonl

Runs STORIES_STAGE (build with -DQL_BENCH=ON) on every day alone and on every pair of days, and prints pair F1 of the gold stories with the settings
of the program as they are; nothing is chosen here.
"""
import collections
import itertools
import json
import subprocess
import sys
import tempfile


def pair_scores(gold, found):
    pairs = lambda counts: sum(n * (n - 1) // 2 for n in counts.values())
    right = pairs(collections.Counter((gold[i], found[i]) for i in gold))
    said, wanted = pairs(collections.Counter(found[i] for i in gold)), pairs(collections.Counter(gold.values()))
    p, r = right / max(1, said), right / max(1, wanted)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0, wanted


def main():
    stage, reports, gold_path = sys.argv[1:4]
    gold = {g["id"]: g["story"] for g in map(json.loads, open(gold_path, encoding="utf-8")) if not g["digest"]}
    days = collections.defaultdict(list)
    for line in open(reports, encoding="utf-8"):
        days[json.loads(line)["published"][:10]].append(line)
    parts = [c for n in range(1, len(days) + 1) for c in itertools.combinations(sorted(days), n)]
    print("days                               P      R     F1  pairs")
    for part in parts:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
            f.writelines(line for day in part for line in days[day])
            f.flush()
            out = subprocess.run([stage, f.name], capture_output=True, check=True, text=True).stdout
        found = {a["id"]: a["story"] for a in map(json.loads, out.splitlines())}
        p, r, f1, wanted = pair_scores({i: s for i, s in gold.items() if i in found}, found)
        print(f"{' '.join(d[5:] for d in part):30} {p:6.3f} {r:6.3f} {f1:6.3f} {wanted:6d}")


if __name__ == "__main__":
    main()
