#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Golden dossiers: every finding in the example stories, one line each, quoting the words of the reports.

    golden.py BINARY             compares; exit code 1 and a diff if anything changed
    golden.py BINARY --update    rewrites tests/golden/*.txt; review the diff before you commit it

A line holds what a reader would check: who, what, which figure, in which report. Ids, byte ranges and confidence
are left out, so that a change shows where it means something. Byte ranges are checked by `verify` on the same dossier.
"""
import difflib
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "examples")


def one_line(text):
    return " ".join((text or "-").split())


def when(time):
    return "-" if time is None else time["value"] + (" (" + time["basis"] + ")" if time["basis"] != "stated" else "")


class Lines:
    """The lines of one dossier."""

    def __init__(self, dossier):
        self.d, self.out = dossier, []
        self.report = {r["id"]: r.get("given_id") or os.path.basename(r["path"]) for r in dossier["reports"]}
        self.actor = {a["id"]: a["name"] for a in dossier["actors"]}
        self.words = {s["id"]: " ... ".join(one_line(c["text"]) for c in s["content"]) for s in dossier["statements"]}
        self.words.update({f["id"]: one_line(f["span"]["text"]) for f in dossier["figures"]})
        self.place = {x["id"]: self.report[x["report"]] for x in dossier["statements"] + dossier["figures"]}

    def add(self, *cells):
        self.out.append(" | ".join(str(c) for c in cells))

    def ref(self, item):
        return f"{self.place[item]}: {self.words[item]}"

    def reports(self):
        for r in self.d["reports"]:
            self.add("report", self.report[r["id"]], one_line((r["title"] or {}).get("text")), r["outlet"] or "-", when(r["published"]),
                     "agencies " + (",".join(r["agencies"]) or "-"), "language " + (r["language"] or "-"))

    def statements(self):
        for s in self.d["statements"]:
            speaker = s["speaker"]
            name = self.actor.get(speaker["actor"]) or "-"
            chain = " <- ".join(self.actor.get(link["actor"], link["text"]) for link in s["chain"]) or "-"
            marks = [m for m in ("negated", "open") if s[m]]
            self.add("statement", self.report[s["report"]], s["kind"], s["commitment"], *marks, f"speaker {one_line(speaker['text'])} = {name}",
                     "cue " + (" + ".join(c["text"] for c in s["cue"]) or "-"), f"chain {chain}", self.words[s["id"]])

    def figures(self):
        for f in self.d["figures"]:
            bounds = "/".join("-" if f[k] is None else f"{f[k]:g}" for k in ("value", "min", "max"))
            self.add("figure", self.report[f["report"]], one_line(f["span"]["text"]), bounds, f["hedge"], f["role"], f"unit {f['unit'] or '-'}",
                     f"of {one_line(f['of'])}", f"state {one_line(f['state'])}", f"speaker {self.actor.get(f['speaker'], '-')}", f"as of {when(f['as_of'])}")

    def stories(self):
        for c in self.d["copies"]:
            self.add("copy", c["type"], self.report.get(c["from"], c["outlet"]), "->", self.report[c["to"]], f"{c['coverage']:.2f}")
        for t in self.d["traces"]:
            for i in t["items"]:
                self.add("trace", i["kind"], self.report[t["from"]], "->", self.report[t["to"]], "; ".join(a["text"] for a, _ in i["spans"]))
        for s in self.d["stories"]:
            self.add("story", s["title"], ", ".join(self.report[r] for r in s["reports"]),
                     "origins " + "; ".join(", ".join(self.report[r] for r in o) for o in s["origins"]))
            for c in s["claims"]:
                if len(c["members"]) > 1:
                    self.add("claim", c["kind"], c["status"], f"{c['origins']} origins", *[self.ref(m) for m in c["members"]])
            for r in s["relations"]:
                self.add("relation", r["type"], self.ref(r["from"]), "->", self.ref(r["to"]), r["why"]["rule"])
            for e in s["timeline"]:
                self.add("event", when(e["time"]), one_line(e["label"]))

    def diagnostics(self):
        for d in self.d["diagnostics"]:
            self.add("diagnostic", os.path.basename(d["path"]), d["severity"], d["code"])

    def all(self):
        self.reports()
        self.statements()
        self.figures()
        self.stories()
        self.diagnostics()
        return "\n".join(self.out) + "\n"


def dossier_lines(binary, name):
    """The lines of one example story; its dossier must verify, too."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "dossier.json")
        subprocess.run([binary, os.path.join("examples", name), "-o", path, "--quiet"], check=True, cwd=os.path.dirname(EXAMPLES))
        subprocess.run([binary, "verify", path, "--quiet"], check=True, cwd=os.path.dirname(EXAMPLES), stdout=subprocess.DEVNULL)
        with open(path, encoding="utf-8") as f:
            return Lines(json.load(f)).all()


def main():
    binary, update = os.path.abspath(sys.argv[1]), "--update" in sys.argv[2:]
    changed = 0
    for name in sorted(os.listdir(EXAMPLES)):
        if not os.path.isdir(os.path.join(EXAMPLES, name)):
            continue
        golden = os.path.join(HERE, name + ".txt")
        new = dossier_lines(binary, name)
        if update:
            with open(golden, "w", encoding="utf-8") as f:
                f.write(new)
            continue
        with open(golden, encoding="utf-8") as f:
            old = f.read()
        if old != new:
            changed += 1
            print("".join(difflib.unified_diff(old.splitlines(True), new.splitlines(True), name + " (golden)", name + " (now)", n=0)))
    if changed:
        print(f"{changed} golden dossiers changed. If that is meant: ./dev golden --update, review the diff, note it in CHANGELOG.md.")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
