#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fits the model of links: how probable it is that two reports are of one story (src/stories/link_evidence.h).

    fit_links.py BUILD SHARED [--held-out]

BUILD: where stories_links and stories_folds are (build with -DQL_BENCH=ON). Sets of reports with labels of ours: the windows of cross_validate.py, each
group of the confusable stories, the invented stories of examples/ and of SHARED/stories. Logistic regression with a small ridge; a set weighs as the root
of its pairs, windows of real days twice that, and a pair of one story less the larger the story, or else a day's one big story would teach that hardly
any likeness is enough. Windows are of two days each, so they cannot teach that what is weeks apart is seldom one story: reports of all windows together that
are a week apart and more count as of two (a few are not). Prints the weights as they stand in the header. With --held-out instead: pair F1 of each set by weights that were fitted without its kind
(one sixth of the windows, the groups of one author, half of the invented stories) beside that of the program's own. Needs python3-numpy.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from cross_validate import HERE, cut_windows, join_windows

RIDGE = 10.0
WINDOW_WEIGHT = 2.0
ARCHIVE_WEIGHT, FAR_DAYS, DAYS = 0.6, 7, 11  # DAYS: their place among LinkEvidence's numbers
AUTHORS = {"ours": "confusable", "outside": "confusable_outside", "later": "confusable_later"}


def sets_of(shared, folder):
    """(kind, name, reports, gold) of each set: window, author of a group, or folder."""
    sets = [("window", *window) for window in cut_windows(shared, folder)]
    sets.append(("archive", "all windows", *join_windows([window[1:] for window in sets], folder)))
    for author, file in AUTHORS.items():
        groups = collections.defaultdict(list)
        with open(os.path.join(HERE, file + ".jsonl"), encoding="utf-8") as f:
            for line in f:
                groups[json.loads(line)["group"]].append(line)
        for group, lines in groups.items():
            path = os.path.join(folder, f"{file}_{group}.jsonl")  # records and labels in one
            with open(path, "w", encoding="utf-8") as f:
                f.writelines(lines)
            sets.append((author, group, path, path))
    root = os.path.dirname(os.path.dirname(HERE))
    for name in sorted(os.listdir(os.path.join(root, "tests", "stories"))):
        story = name.removesuffix(".jsonl")
        if os.path.isdir(os.path.join(root, "examples", story)):
            sets.append(("folder", story, os.path.join(root, "examples", story), os.path.join(root, "tests", "stories", name)))
    for name in sorted(os.listdir(os.path.join(shared, "stories"))):
        story = os.path.join(shared, "stories", name)
        if os.path.exists(os.path.join(story, "gold.jsonl")):
            sets.append(("folder", name, os.path.join(story, "reports"), os.path.join(story, "gold.jsonl")))
    return sets


class Pairs:
    """Numbers, labels and weights of the scored links of one set, as stories_links prints them."""

    def __init__(self, text, kind):
        stories, joins, numbers, labels, self.windows = [], [], [], [], []
        for line in text.splitlines():
            row = line.split("\t")
            if row[0] == "report":
                stories.append(row[1])
                joins.append(row[2] == "1")
            elif row[0] == "link":
                i, j = int(row[1]), int(row[2])
                a, b = stories[i], stories[j]
                windows = {a.split(" ")[0], b.split(" ")[0]}
                far = len(windows) == 2 and float(row[5 + DAYS]) >= FAR_DAYS
                if a and b and joins[i] and joins[j] and (kind != "archive" or far):
                    numbers.append([float(x) for x in row[5:]])
                    labels.append(a if a == b else "")
                    self.windows.append(windows)
        counts = collections.Counter(stories)
        sizes = np.array([counts[story] if story else 0 for story in labels], dtype=float)
        self.numbers, self.same = np.array(numbers).reshape(len(labels), -1), sizes > 0
        weight = {"window": WINDOW_WEIGHT, "archive": ARCHIVE_WEIGHT}.get(kind, 1) / np.sqrt(max(4, len(labels)))
        self.weights = np.where(sizes > 0, np.sqrt(2 / np.maximum(2, sizes)), 1) * weight

    def without(self, windows):
        """The pairs of an archive that have no report of these windows, as (numbers, labels, weights)."""
        kept = np.array([not windows & pair for pair in self.windows], dtype=bool)
        return self.numbers[kept], self.same[kept], self.weights[kept]


def fit(pairs):
    """Newton's method on standardised numbers, of (numbers, labels, weights) of each set; the constant first."""
    pairs = [p for p in pairs if len(p[1])]
    x, y, w = (np.concatenate(part) for part in zip(*pairs))
    w = w / w.mean()
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / deviation]
    ridge = np.diag([0.0] + [RIDGE] * x.shape[1])
    b = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ b, -30, 30)))
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + ridge, z.T @ (w * (y - p)) - ridge @ b)
        b += step
        if np.abs(step).max() < 1e-6:
            break
    weights = b[1:] / deviation
    return np.concatenate([[b[0] - weights @ mean], weights])


def scores(folds, sets, weights=None):
    """Pair F1 of each set by stories_folds."""
    command = [folds] + (["--weights", ",".join(f"{x:.5f}" for x in weights)] if weights is not None else [])
    f1 = {}
    for s in sets:  # one by one: on several sets it would also try other rules
        out = subprocess.run([*command, s[2], s[3]], capture_output=True, check=True, text=True).stdout
        f1[s[:2]] = float(out.split("F1")[1].split()[0])
    return f1


def parts_of(sets):
    """What is held out together."""
    windows, folders = [s for s in sets if s[0] == "window"], [s for s in sets if s[0] == "folder"]
    parts = [windows[i::6] for i in range(6)] + [folders[i::2] for i in range(2)]
    return parts + [[s for s in sets if s[0] == author] for author in AUTHORS]


def print_held_out(folds, sets, pairs):
    sets = [s for s in sets if s[0] != "archive"]
    held_out, program = {}, scores(folds, sets)
    for part in parts_of(sets):
        windows = {s[1] for s in part if s[0] == "window"}
        rest = [p.without(windows if s[0] == "archive" else set()) for s, p in pairs.items() if s not in part]
        held_out |= scores(folds, part, fit(rest))
    for kind in ("window", "folder", *AUTHORS):
        names = [s[:2] for s in sets if s[0] == kind]
        for name in names:
            print(f"{kind:8} {name[1]:16} held out {held_out[name]:.3f}  program {program[name]:.3f}")
        print(f"{kind:8} mean of {len(names):<8} held out {np.mean([held_out[n] for n in names]):.3f}  program {np.mean([program[n] for n in names]):.3f}")


def main():
    a = argparse.ArgumentParser()
    a.add_argument("build"); a.add_argument("shared"); a.add_argument("--held-out", action="store_true")
    a = a.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sets = sets_of(a.shared, scratch)
        links = os.path.join(a.build, "stories_links")
        out = subprocess.run([links] + [path for s in sets for path in s[2:]], capture_output=True, check=True, text=True).stdout
        texts = ("\n" + out).split("\nset\t")[1:]
        assert len(texts) == len(sets), "stories_links has read other sets"
        pairs = {s: Pairs(text, s[0]) for s, text in zip(sets, texts)}
        if a.held_out:
            return print_held_out(os.path.join(a.build, "stories_folds"), sets, pairs)
        weights = fit([p.without(set()) for p in pairs.values()])
        print(f"{len(sets)} sets, {sum(len(p.same) for p in pairs.values())} links, {sum(int(p.same.sum()) for p in pairs.values())} of one story")
        print(f"{{{weights[0]:.3f}F, {{" + ", ".join(f"{w:.3f}F" for w in weights[1:]) + "}}")


if __name__ == "__main__":
    sys.exit(main())
