#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the program on five real reports and on four invented stories with gold (not part of the repository).

    seeds.py QUELLENLAGE SHARED

The reports must show every acceptance fact that SHARED/score/check_facts.py knows; each story must reach LEAST_MACRO.
Exit code 1 if not, 77 (skipped) if the data is not there.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

SKIPPED = 77
LEAST_MACRO = 0.95


def dossier_of(program, paths, target):
    with open(target, "w", encoding="utf-8") as out:
        subprocess.run([program, *paths, "--format", "json"], stdout=out, check=True)
    return target


def facts_hold(program, shared, scratch):
    reports = sorted(glob.glob(os.path.join(shared, "seeds", "*.txt")))
    dossier = dossier_of(program, reports, os.path.join(scratch, "seeds.json"))
    run = subprocess.run([sys.executable, os.path.join(shared, "score", "check_facts.py"), dossier], capture_output=True, text=True)
    print(run.stdout, run.stderr, sep="")
    return run.returncode == 0


def story_holds(program, shared, story, scratch):
    dossier = dossier_of(program, [os.path.join(story, "reports")], os.path.join(scratch, "story.json"))
    scorer = os.path.join(shared, "score", "score_story.py")
    gold = os.path.join(story, "gold.jsonl")
    run = subprocess.run([sys.executable, scorer, dossier, gold, "--reports", os.path.join(story, "reports"), "--json"],
                         capture_output=True, text=True)
    if run.returncode != 0:
        print(run.stdout, run.stderr, sep="")
        return False
    macro = json.loads(run.stdout)["scores"]["macro"]
    print(f"{os.path.basename(story)}: macro {macro:.3f}, at least {LEAST_MACRO}")
    return macro >= LEAST_MACRO


def main():
    program, shared = sys.argv[1:3]
    if not os.path.isdir(os.path.join(shared, "seeds")):
        print(f"SKIPPED: {shared} holds no seeds; facts and open stories are NOT checked")
        return SKIPPED
    stories = sorted(path for path in glob.glob(os.path.join(shared, "stories", "*")) if os.path.isdir(path))
    with tempfile.TemporaryDirectory() as scratch:
        holds = [facts_hold(program, shared, scratch)]
        holds += [story_holds(program, shared, story, scratch) for story in stories]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
