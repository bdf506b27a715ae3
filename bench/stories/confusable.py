#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stories that are easy to confuse, written by us: two factory fires, two quarterly reports, one official in two stories, follow-ups over days.

    confusable.py QUELLENLAGE [--least F1] [--set FILE]

Every group of confusable.jsonl (or of FILE: confusable_outside.jsonl, confusable_later.jsonl and confusable_test.jsonl are by authors who had seen no program, and nothing is fitted to the last) is run on its own and all groups together; prints for each the pairs of reports that are rightly or wrongly in one
story, and precision, recall and F1 over all pairs. With --least: exit code 1 below that F1 (groups alone).
"""
import argparse
import collections
import itertools
import json
import os
import subprocess
import sys
import tempfile


def run(program, rows):
    """The dossier of the rows as JSON."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        f.flush()
        return json.loads(subprocess.run([program, f.name, "--format", "json", "--quiet"], capture_output=True, check=True, text=True).stdout)


def stories(program, rows):
    return {r["given_id"]: r["story"] for r in run(program, rows)["reports"]}


def pairs(rows, found):
    counts = collections.Counter()
    for a, b in itertools.combinations(rows, 2):
        counts[a["story"] == b["story"], found[a["id"]] == found[b["id"]]] += 1
    return counts


def scores(counts):
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    p, r = right / max(1, right + wrong), right / max(1, right + missed)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def main():
    a = argparse.ArgumentParser()
    a.add_argument("program"); a.add_argument("--least", type=float, default=0)
    a.add_argument("--set", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "confusable.jsonl"))
    a = a.parse_args()
    with open(a.set, encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row["group"]].append(row)
    alone, whole = collections.Counter(), 0
    for name, members in groups.items():
        counts = pairs(members, stories(a.program, members))
        alone += counts
        whole += counts[False, True] + counts[True, False] == 0
        print(f"{name:16} right {counts[True, True]:2}  wrongly joined {counts[False, True]:2}  missed {counts[True, False]:2}")
    print(f"{whole} of {len(groups)} groups without error; alone P %.3f R %.3f F1 %.3f" % scores(alone))
    print("all groups in one run: P %.3f R %.3f F1 %.3f" % scores(pairs(rows, stories(a.program, rows))))
    sys.exit(scores(alone)[2] < a.least)


if __name__ == "__main__":
    main()
