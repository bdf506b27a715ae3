#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Small invented stories with the relations that a reader expects between their reports.

    relations.py BINARY [--all]

Each folder holds the reports (the number before the underscore names them) and expected.tsv: what is expected, and the
two sides as report and words. The rows were written before the program saw the stories. A row marked "open:" is one
that the program does not reach yet; it is printed, never counted as passed, and fails the test as soon as it passes, so
that the mark goes. Alternatives are parted by "|".
"""
import argparse
import json
import pathlib
import subprocess
import sys

SYMMETRIC = {"same_utterance", "agrees", "differs", "differs_scope"}


class Dossier:
    def __init__(self, data):
        self.items = {i["id"]: i for i in data["statements"] + data["figures"]}
        number = {r["id"]: pathlib.PurePath(r["path"]).name.split("_")[0] for r in data["reports"]}
        self.number_of = {key: number[i["report"]] for key, i in self.items.items()}
        parts = data["stories"] + data["topics"]
        self.relations = [r for p in parts for r in p.get("relations") or []]
        self.claims = [c for p in parts for c in p.get("claims") or []]

    def text(self, key):
        item = self.items[key]
        spans = item["content"] if "content" in item else [item["span"]]
        return " ".join(" ".join(s["text"].split()) for s in spans)

    def find(self, number, words):
        return {k for k in self.items if self.number_of[k] == number and words in self.text(k)}

    def related(self, kind, ones, others):
        for r in self.relations:
            if r["type"] != kind:
                continue
            if (r["from"] in ones and r["to"] in others) or (
                    kind in SYMMETRIC and r["from"] in others and r["to"] in ones):
                yield r

    def claims_with(self, ones, others):
        return [c for c in self.claims if ones & set(c["members"]) and others & set(c["members"]) - (
            ones if len(ones & others) else set())]


def holds(dossier, what, ones, others):
    if what == "apart":
        together = [c for c in dossier.claims_with(ones, others) if c["kind"] != "proposition"]
        return not together and not any(
            list(dossier.related(t, ones, others)) for t in ("same_utterance", "agrees"))
    if not ones or not others:
        return False
    if what == "one_claim":
        return bool(dossier.claims_with(ones, others))
    if what == "denied_then_confirmed":
        return any(c["status"] == what for c in dossier.claims_with(ones, others))
    if what == "heading":
        return any("heading" in r["why"]["rule"] for r in dossier.related("differs", ones, others))
    if what == "weaker":
        return any(r[s["weaker"]] in ones for r in dossier.relations if {r["from"], r["to"]} & ones
                   and {r["from"], r["to"]} & others for s in r["why"]["slots"] if s["weaker"])
    return bool(list(dossier.related(what, ones, others)))


def run_story(binary, folder):
    reports = sorted(str(p) for p in folder.glob("*.txt"))
    output = subprocess.run([binary, *reports, "--format", "json", "--quiet"], capture_output=True, check=True).stdout
    dossier = Dossier(json.loads(output))
    for line in (folder / "expected.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        what, from_report, from_words, to_report, to_words = line.split("\t")
        is_open = what.startswith("open:")
        sides = dossier.find(from_report, from_words), dossier.find(to_report, to_words)
        passed = any(holds(dossier, kind, *sides) for kind in what.removeprefix("open:").split("|"))
        yield line, is_open, passed, sides


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--all", action="store_true", help="print every row with the items it speaks of")
    arguments = parser.parse_args()
    passed_count = failed = still_open = 0
    for folder in sorted(p.parent for p in pathlib.Path(__file__).parent.glob("*/expected.tsv")):
        for line, is_open, passed, sides in run_story(arguments.binary, folder):
            wrong = passed == is_open
            passed_count += passed and not is_open
            failed += wrong
            still_open += is_open and not passed
            if wrong or arguments.all or is_open:
                state = "PASSES, take the mark off" if passed and is_open else "ok" if passed else \
                    "open" if is_open else "FAIL"
                print(f"{state}: {folder.name}: {line}   {sorted(sides[0])} {sorted(sides[1])}")
    print(f"{passed_count} passed, {failed} failed, {still_open} open")
    return 1 if failed or not passed_count else 0


if __name__ == "__main__":
    sys.exit(main())
