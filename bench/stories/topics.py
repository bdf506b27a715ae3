#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Topics above stories, on invented affairs: several stories of one topic, and neighbours that share a kind of place, a minister or a word.

    topics.py QUELLENLAGE [--least F1]

Runs topics.jsonl; prints precision, recall and F1 of pairs of reports in one story, and of pairs of different stories in one topic. With --least:
exit code 1 if either F1 is below.
"""
import argparse
import collections
import itertools
import json
import os
import sys

from confusable import run, scores


def main():
    a = argparse.ArgumentParser()
    a.add_argument("program"); a.add_argument("--least", type=float, default=0); a.add_argument("--verbose", action="store_true")
    a = a.parse_args()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "topics.jsonl"), encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    dossier = run(a.program, rows)
    topic_of = {s["id"]: s["topic"] for s in dossier["stories"]}
    story = {r["given_id"]: r["story"] for r in dossier["reports"]}
    stories, topics = collections.Counter(), collections.Counter()
    for x, y in itertools.combinations(rows, 2):
        found = story[x["id"]] == story[y["id"]]
        stories[x["story"] == y["story"], found] += 1
        if x["story"] != y["story"]:
            together = topic_of[story[x["id"]]] == topic_of[story[y["id"]]]
            topics[x["topic"] == y["topic"], together] += 1
            if a.verbose and together != (x["topic"] == y["topic"]):
                print("missed" if x["topic"] == y["topic"] else "wrong ", x["id"], y["id"])
    print("stories P %.3f R %.3f F1 %.3f" % scores(stories))
    print("topics  P %.3f R %.3f F1 %.3f" % scores(topics))
    sys.exit(min(scores(stories)[2], scores(topics)[2]) < a.least)


if __name__ == "__main__":
    main()
