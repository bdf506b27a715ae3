#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stories over windows of days: are the rules fitted to one of them?

    cross_validate.py STORIES_FOLDS SHARED [--test | --archive]

Cuts the windows out of SHARED/bench (three days of bench/stories with its gold; two days of bench/throughput for each other one, labelled by us in
own_days.jsonl) and runs STORIES_FOLDS (build with -DQL_BENCH=ON) on them: pair F1 of each with the rules of the program, and of each with the rules
of joining that are best on the others. What fitting the model of links is worth shows fit_links.py --held-out. With --test only the windows that nothing
is fitted to, with the rules of the program: to report, not to develop on. With --archive all other windows in one run, half a year in which a pair of
reports of two windows counts as wrong (a few are not).
"""
import argparse
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
           "late_february": ("02-24", "02-25"), "early_april": ("04-07", "04-08"),
           "jan05": ("01-05", "01-06"), "jan08": ("01-08", "01-09"), "jan18": ("01-18", "01-19"), "jan21": ("01-21", "01-22"),
           "feb02": ("02-02", "02-03"), "feb05": ("02-05", "02-06"), "feb12": ("02-12", "02-13"), "feb16": ("02-16", "02-17"),
           "feb18": ("02-18", "02-19"), "mar01": ("03-01", "03-02"), "mar04": ("03-04", "03-05"), "mar16": ("03-16", "03-17"),
           "mar22": ("03-22", "03-23"), "apr13": ("04-13", "04-14"), "apr15": ("04-15", "04-16"), "may11": ("05-11", "05-12"),
           "may14": ("05-14", "05-15"), "may26": ("05-26", "05-27"), "jun10": ("06-10", "06-11"), "jun22": ("06-22", "06-23")}

TEST_WINDOWS = {"jan27": ("01-27", "01-28"), "mar31": ("03-31", "04-01"), "apr28": ("04-28", "04-29"), "jun07": ("06-07", "06-08")}


def cut_windows(shared, folder, test=False):
    """Writes the windows into a folder; returns (name, reports, gold) of each, the paths."""
    stories = os.path.join(shared, "bench", "stories")
    with open(os.path.join(HERE, "own_days.jsonl"), encoding="utf-8") as f:
        gold = {row["id"]: line for line in f for row in [json.loads(line)]}
    reports = {}
    with lzma.open(os.path.join(shared, "bench", "throughput", "reports.jsonl.xz"), "rt", encoding="utf-8") as f:
        for line in f:
            row = json.loads(line)
            if row["id"] in gold:
                reports[row["id"]] = (row["published"][5:10], line)
    windows = []
    if not test:
        may = os.path.join(folder, "may.jsonl")
        os.symlink(os.path.abspath(os.path.join(stories, "reports", "reports.jsonl")), may)
        windows.append(("may", may, os.path.join(stories, "gold.jsonl")))
    for name, days in (TEST_WINDOWS if test else WINDOWS).items():
        ids = [i for i, (day, _) in reports.items() if day in days]
        paths = [os.path.join(folder, name + ending) for ending in (".jsonl", ".gold.jsonl")]
        for path, lines in zip(paths, ((reports[i][1] for i in ids), (gold[i] for i in ids))):
            with open(path, "w", encoding="utf-8") as f:
                f.writelines(lines)
        windows.append((name, *paths))
    return windows


def join_windows(windows, folder):
    """All windows in one; stories of two windows are never one. Returns the paths of reports and gold."""
    paths = [os.path.join(folder, "archive" + ending) for ending in (".jsonl", ".gold.jsonl")]
    with open(paths[0], "w", encoding="utf-8") as reports, open(paths[1], "w", encoding="utf-8") as gold:
        for name, reports_path, gold_path in windows:
            with open(reports_path, encoding="utf-8") as f:
                reports.writelines(line.rstrip("\n") + "\n" for line in f)
            with open(gold_path, encoding="utf-8") as f:
                for row in map(json.loads, f):
                    gold.write(json.dumps({**row, "story": f"{name} {row['story']}"}) + "\n")
    return paths


def main():
    a = argparse.ArgumentParser()
    a.add_argument("folds"); a.add_argument("shared"); a.add_argument("--test", action="store_true"); a.add_argument("--archive", action="store_true")
    a = a.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        windows = cut_windows(a.shared, scratch, a.test)
        if a.archive:
            sys.exit(subprocess.run([a.folds, *join_windows(windows, scratch)]).returncode)
        if not a.test:
            sys.exit(subprocess.run([a.folds, *(path for window in windows for path in window[1:])]).returncode)
        for _, reports, gold in windows:
            print(subprocess.run([a.folds, reports, gold], capture_output=True, check=True, text=True).stdout.splitlines()[0])


if __name__ == "__main__":
    main()
