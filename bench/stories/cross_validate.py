#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stories over eleven windows of days: are the rules fitted to one of them?

    cross_validate.py STORIES_FOLDS SHARED

Cuts the windows out of SHARED/bench (three days of bench/stories with its gold; ten times two days of bench/throughput, labelled by us in
own_days.jsonl) and runs STORIES_FOLDS (build with -DQL_BENCH=ON) on them: pair F1 of each with the rules of the program, and of each with the rules
that are best on the others.
"""
import json
import lzma
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WINDOWS = {"february": ("02-09", "02-10"), "march": ("03-24", "03-25"), "april": ("04-20", "04-21"), "june": ("06-15", "06-16"),
           "early_june": ("06-01", "06-02"), "early_march": ("03-10", "03-11"),
           "january": ("01-13", "01-14"), "late_may": ("05-18", "05-19"),
           "late_february": ("02-24", "02-25"), "early_april": ("04-07", "04-08")}


def main():
    folds, shared = sys.argv[1:3]
    stories = os.path.join(shared, "bench", "stories")
    with open(os.path.join(HERE, "own_days.jsonl"), encoding="utf-8") as f:
        gold = {row["id"]: (row, line) for line in f for row in [json.loads(line)]}
    reports = {}
    with lzma.open(os.path.join(shared, "bench", "throughput", "reports.jsonl.xz"), "rt", encoding="utf-8") as f:
        for line in f:
            row = json.loads(line)
            if row["id"] in gold:
                reports[row["id"]] = (row["published"][5:10], line)
    with tempfile.TemporaryDirectory() as scratch:
        may = os.path.join(scratch, "may.jsonl")
        os.symlink(os.path.abspath(os.path.join(stories, "reports", "reports.jsonl")), may)
        arguments = [may, os.path.join(stories, "gold.jsonl")]
        for name, days in WINDOWS.items():
            ids = [i for i, (day, _) in reports.items() if day in days]
            for part, lines in ((name + ".jsonl", (reports[i][1] for i in ids)), (name + ".gold.jsonl", (gold[i][1] for i in ids))):
                with open(os.path.join(scratch, part), "w", encoding="utf-8") as f:
                    f.writelines(lines)
            arguments += [os.path.join(scratch, name + ".jsonl"), os.path.join(scratch, name + ".gold.jsonl")]
        sys.exit(subprocess.run([folds, *arguments]).returncode)


if __name__ == "__main__":
    main()
