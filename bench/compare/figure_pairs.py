#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Why figures that the gold puts into one group are not in one claim.

    figure_pairs.py BUILD SHARED [STORY...]     BUILD holds quellenlage and figure_pairs; stories of tests/stories

Prints each missed pair with its cause (no figure, another story, another dimension, may not be one, too unlike, refused
when groups were joined) and what the comparison knows of both, then the causes' counts.
"""
import argparse
import collections
import itertools
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CAUSES = ["no figure", "another story", "another dimension", "may not be one", "too unlike", "refused by its group"]


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def measures(lines):
    """Per story: figures by their id in the dossier, and pairs by their numbers."""
    stories = []
    for line in lines.splitlines():
        kind, *cells = line.split("\t")
        if kind == "story":
            stories.append(({}, {}))
        elif kind == "figure":
            stories[-1][0][cells[1]] = (int(cells[0]), cells[2:])
        else:
            stories[-1][1][int(cells[0]), int(cells[1])] = cells[2:]
    return stories


def cause(stories, one, other):
    """The index in CAUSES and what is known of two figures of the dossier."""
    for figures, pairs in stories:
        if one in figures and other in figures:
            a, b = figures[one], figures[other]
            known = pairs.get((min(a[0], b[0]), max(a[0], b[0])))
            at = 2 if known is None else 3 if known[0] == "0" else 4 if known[1] == "0" else 5
            return at, f"{known} {a[1]} {b[1]}"
    return 1, ""


def missed(scorer, stories, members):
    for (_, a), (_, b) in itertools.combinations(members, 2):
        if any(x != y and scorer.d.claims_of(x, y) for x in a for y in b):
            yield None, ""
        else:
            yield max((cause(stories, x, y) for x in a for y in b if x != y), default=(0, ""))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("build")
    p.add_argument("shared")
    p.add_argument("stories", nargs="*")
    args = p.parse_args()
    sys.path.insert(0, os.path.join(args.shared, "score"))
    from common import Dossier, load_jsonl, read_text
    from score_story import StoryScorer
    names = args.stories or sorted(n[:-6] for n in os.listdir(f"{ROOT}/tests/stories") if n.endswith(".jsonl"))
    counts = collections.Counter()
    for name in names:
        folder = f"{ROOT}/examples/{name}"
        gold = load_jsonl(f"{ROOT}/tests/stories/{name}.jsonl")
        texts = {n: read_text(os.path.join(folder, n)) for n in sorted(os.listdir(folder))}
        dossier = json.loads(output(f"{args.build}/quellenlage", folder, "--format", "json", "--quiet"))
        scorer = StoryScorer(Dossier(dossier, texts), gold, texts)
        stories = measures(output(f"{args.build}/figure_pairs", folder))
        for group in (r for r in gold if r["type"] == "figure_group"):
            members = [(m["substr"], [f["id"] for f in scorer.figures_in(m)]) for m in group["members"]]
            words = [f"{a[0]} | {b[0]}" for a, b in itertools.combinations(members, 2)]
            for pair, (at, known) in zip(words, missed(scorer, stories, members)):
                counts["found" if at is None else CAUSES[at]] += 1
                if at is not None:
                    print(f"{group['id']}: {CAUSES[at]}: {pair} | {known}")
    print(dict(counts.most_common()))


if __name__ == "__main__":
    main()
