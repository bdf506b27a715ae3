#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks a dossier (JSON) against the contract: keys and their order, kinds of values, ids, ranges, numbers.

    check_dossier.py DOSSIER.json...     exit code 1 and one line per breach
    check_dossier.py --binary QUELLENLAGE PATHS...   checks the dossier that the program makes of PATHS
    check_dossier.py --selftest          every kind of damage is found
"""
import copy
import json
import re
import subprocess
import sys

RANGE = {"begin": int, "end": int}
TIME = ["value", "earliest", "latest", "basis", "from"]
KEYS = {
    "": ["format", "version", "generator", "reports", "actors", "times", "statements", "figures", "copies", "stories", "topics", "diagnostics"],
    "reports": ["id", "given_id", "path", "source", "language", "outlet", "url", "title", "authors", "agencies", "published", "modified", "body", "furniture", "story"],
    "source": ["container", "record", "container_range", "sha256", "bytes", "media_type", "encoding"],
    "actors": ["id", "name", "type", "aliases", "acts_for", "mentions"],
    "times": ["id", "report", "span", "type", "time"],
    "statements": ["id", "report", "sentence", "kind", "content", "cue", "speaker", "addressee", "frame", "chain", "commitment", "negated", "open", "time", "rule", "confidence"],
    "figures": ["id", "report", "sentence", "span", "value", "min", "max", "hedge", "role", "unit", "of", "state", "place", "statement", "speaker", "as_of", "rule", "confidence"],
    "copies": ["from", "to", "outlet", "type", "coverage", "ranges"],
    "traces": ["from", "to", "direction_known", "items"],
    "stories": ["id", "title", "reports", "origins", "topic", "period", "claims", "relations", "timeline"],
    "topics": ["id", "stories"],
    "claims": ["id", "kind", "label", "members", "status", "origins"],
    "relations": ["type", "from", "to", "why"],
    "diagnostics": ["report", "path", "severity", "code", "byte", "message"],
}
WORDS = {
    ("actors", "type"): "person organisation place group document unknown",
    ("times", "type"): "DATE TIME DURATION SET",
    ("statements", "kind"): "direct indirect reported mixed author",
    ("statements", "commitment"): "asserts confirms denies warns suspects announces demands refuses",
    ("figures", "hedge"): "exact about at_least at_most more_than less_than between vague",
    ("figures", "role"): "level increment part total change cap",
    ("copies", "type"): "copy repeats shares_text",
    ("claims", "kind"): "figure utterance proposition",
    ("claims", "status"): "single agrees evolves differs denied denied_then_confirmed confirmed",
    ("relations", "type"): "same_utterance agrees refines updates differs differs_scope denies confirms retracts",
    ("diagnostics", "severity"): "error warning note",
}
FURNITURE = set("navigation teaser credit prompt caption agency_line dateline metadata duplicate other".split())
PREFIX = {"reports": "r", "actors": "a", "times": "t", "statements": "q", "figures": "f", "stories": "s", "topics": "p", "claims": "c"}
VALUES = {  # hedge -> which of value, min, max are numbers
    "exact": ("value",), "about": ("value",), "at_least": ("value", "min"), "more_than": ("value", "min"), "at_most": ("value", "max"),
    "less_than": ("value", "max"), "between": ("min", "max"), "vague": ()}


class Checker:
    def __init__(self, data):
        self.data, self.problems = data, []
        self.places = data.get("stories", []) + data.get("topics", [])
        self.size = {r.get("id"): r.get("source", {}).get("bytes", 0) for r in data.get("reports", [])}
        self.ids = {section: [x.get("id") for x in data.get(section, [])] for section in PREFIX if section != "claims"}
        self.ids["claims"] = [c.get("id") for p in self.places for c in p.get("claims", [])]
        self.known = {section: set(ids) for section, ids in self.ids.items()}

    def say(self, where, what):
        self.problems.append(f"{where}: {what}")

    def keys(self, section, item, where):
        """All keys of the contract, in its order; further ones may stand between."""
        wanted = KEYS[section]
        found = [k for k in item if k in wanted]
        if found != wanted:
            self.say(where, f"keys {found} instead of {wanted}")
        for (kind, key), words in WORDS.items():
            if kind == section and item.get(key) not in words.split():
                self.say(where, f"{key} is {item.get(key)!r}")

    def range(self, where, value, report, needs_text):
        if value is None:
            return
        if not all(type(value.get(k)) is int for k in RANGE):
            self.say(where, "range without begin and end")
        elif not 0 <= value["begin"] < value["end"] or ("field" not in value and value["end"] > self.size.get(report, 0)):
            self.say(where, f"range {value['begin']}-{value['end']} is outside the source")
        if needs_text and not (value.get("text") or "").strip():
            self.say(where, "span without text")

    def time(self, where, value):
        if value is None:
            return
        if list(value) != TIME:
            self.say(where, f"time has keys {list(value)}")
        if value.get("basis") not in ("stated", "metadata", "inferred") or (value.get("basis") == "inferred" and not value.get("from")):
            self.say(where, f"time has basis {value.get('basis')!r}, from {value.get('from')!r}")
        if value.get("earliest") and value.get("latest") and value["earliest"] > value["latest"]:
            self.say(where, "time ends before it begins")

    def reference(self, where, section, value):
        if value is not None and value not in self.known[section]:
            self.say(where, f"{value!r} is no id of {section}")

    def report(self, r, where):
        self.keys("source", r.get("source", {}), where + " source")
        if not re.fullmatch(r"[0-9a-f]{64}", r["source"].get("sha256", "")):
            self.say(where, "sha256 is none")
        self.range(where + " title", r["title"], r["id"], True)
        for part in r["authors"]:
            self.range(where + " author", part, r["id"], True)
        for part in r["body"] + r["furniture"]:
            self.range(where + " part", part, r["id"], False)
        if any(f.get("kind") not in FURNITURE for f in r["furniture"]):
            self.say(where, "unknown kind of furniture")
        body = [b for b in r["body"] if "field" not in b]
        for f in r["furniture"]:
            if any(b["begin"] < f["end"] and f["begin"] < b["end"] for b in body):
                self.say(where, f"furniture {f['begin']}-{f['end']} overlaps the body")
        self.time(where, r["published"])
        self.time(where, r["modified"])
        self.reference(where, "stories", r["story"])

    def statement(self, s, where):
        report = s["report"]
        self.range(where + " sentence", s["sentence"], report, False)
        if not s["content"]:
            self.say(where, "no content")
        for span in s["content"] + s["cue"] + [s["addressee"], s["frame"], s["speaker"]["span"]]:
            self.range(where, span, report, True)
        for actor in [s["speaker"]["actor"]] + s["speaker"]["also"] + [link["actor"] for link in s["chain"]]:
            self.reference(where, "actors", actor)
        self.time(where, s["time"])
        if not (0 <= s["confidence"] <= 1 and s["rule"]):
            self.say(where, "rule or confidence is missing")

    def figure(self, f, where):
        self.range(where, f["span"], f["report"], True)
        self.range(where + " sentence", f["sentence"], f["report"], False)
        numbers = tuple(k for k in ("value", "min", "max") if f[k] is not None)
        allowed = {VALUES.get(f["hedge"]), ("value", "min", "max") if f["hedge"] == "exact" else None}
        if numbers not in allowed:
            self.say(where, f"hedge {f['hedge']} with {numbers}")
        for section, key in (("actors", "place"), ("statements", "statement"), ("actors", "speaker")):
            self.reference(where, section, f[key])
        self.time(where, f["as_of"])

    def place(self, p, where):
        members = self.known["statements"] | self.known["figures"]
        report_of = {x["id"]: x["report"] for x in self.data["statements"] + self.data["figures"]}
        for c in p["claims"]:
            self.keys("claims", c, c.get("id"))
            if not c["members"] or not set(c["members"]) <= members:
                self.say(c["id"], "members are not statements or figures")
            elif len({report_of[m] for m in c["members"]}) == 1 and (c["origins"] > 1 or c["status"] == "agrees"):
                self.say(c["id"], "one report counts as several origins")
        for r in p["relations"]:
            self.keys("relations", r, where)
            if not {r["from"], r["to"]} <= members:
                self.say(where, "relation between unknown items")
            if not r["why"].get("rule") or not r["why"].get("text"):
                self.say(where, f"relation {r['type']} of {r['from']} and {r['to']} says not why")
        for entry in p["timeline"]:
            self.time(where, entry["time"])
            if not set(entry["evidence"]) <= members:
                self.say(where, "timeline without evidence")

    def stories(self):
        for s in self.data["stories"]:
            self.place(s, s["id"])
            if sorted(x for o in s["origins"] for x in o) != sorted(s["reports"]):
                self.say(s["id"], "origins are no partition of the reports")
            self.reference(s["id"], "topics", s["topic"])
        for t in self.data["topics"]:
            self.place({"claims": [], "relations": [], "timeline": [], **t}, t["id"])
            for story in t["stories"]:
                self.reference(t["id"], "stories", story)
        if sorted(x for s in self.data["stories"] for x in s["reports"]) != sorted(self.ids["reports"]):
            self.say("stories", "are no partition of the reports")

    def traces(self):
        """docs/adr/0014: a field of ours; every item has spans in both reports."""
        for t in self.data.get("traces", []):
            where = f"trace {t['from']} {t['to']}"
            for end in ("from", "to"):
                self.reference(where, "reports", t[end])
            if not t["items"] or t["from"] == t["to"]:
                self.say(where, "shares nothing, or with itself")
            for item in t["items"]:
                if item["kind"] not in ("quotation", "name", "figures") or not item["spans"]:
                    self.say(where, f"item {item['kind']!r} is unknown or without spans")
                for pair in item["spans"]:
                    for end, span in zip(("from", "to"), pair, strict=True):
                        self.range(where, span, t[end], True)

    def run(self):
        self.keys("", self.data, "dossier")
        if self.data.get("format") != "quellenlage-dossier" or self.data.get("version") != 1:
            self.say("dossier", "format or version is wrong")
        for section in KEYS:
            if section in self.data and section != "":
                for i, item in enumerate(self.data[section]):
                    self.keys(section, item, item.get("id") or f"{section}[{i}]")
        for section, ids in self.ids.items():
            if ids != [f"{PREFIX[section]}{i + 1}" for i in range(len(ids))]:
                self.say(section, "ids are not counted from 1")
        if self.problems:
            return self.problems  # What follows relies on the keys.
        for r in self.data["reports"]:
            self.report(r, r["id"])
        for a in self.data["actors"]:
            self.reference(a["id"], "actors", a["acts_for"])
            for m in a["mentions"]:
                self.reference(a["id"], "reports", m["report"])
                self.range(a["id"], m, m["report"], True)
        for section, check in (("statements", self.statement), ("figures", self.figure)):
            for x in self.data[section]:
                self.reference(x["id"], "reports", x["report"])
                check(x, x["id"])
        for t in self.data["times"]:
            self.range(t["id"], t["span"], t["report"], True)
            self.time(t["id"], t["time"])
        self.stories()
        self.traces()
        return self.problems


def check(data):
    return Checker(data).run()


def selftest():
    sha = "0" * 64
    span = {"begin": 0, "end": 4, "text": "Dort"}
    good = {"format": "quellenlage-dossier", "version": 1, "generator": {},
            "reports": [{"id": "r1", "given_id": None, "path": "a.txt",
                         "source": {"container": None, "record": None, "container_range": None, "sha256": sha, "bytes": 40, "media_type": "text/plain", "encoding": "UTF-8"},
                         "language": "de", "outlet": None, "url": None, "title": span, "authors": [], "agencies": [], "published": None, "modified": None,
                         "body": [{"begin": 5, "end": 30}], "furniture": [{"begin": 31, "end": 40, "kind": "credit"}], "story": "s1"}],
            "actors": [{"id": "a1", "name": "Amt", "type": "organisation", "aliases": [], "acts_for": None, "mentions": [{"report": "r1", **span}]}],
            "times": [],
            "statements": [{"id": "q1", "report": "r1", "sentence": {"begin": 0, "end": 9}, "kind": "direct", "content": [span], "cue": [],
                            "speaker": {"actor": "a1", "span": None, "text": None, "also": []}, "addressee": None, "frame": None, "chain": [],
                            "commitment": "asserts", "negated": False, "open": False, "time": None, "rule": "x", "confidence": 0.5}],
            "figures": [{"id": "f1", "report": "r1", "sentence": None, "span": span, "value": 3, "min": 3, "max": 3, "hedge": "exact", "role": "level", "unit": None, "of": None,
                         "state": None, "place": None, "statement": "q1", "speaker": None, "as_of": None, "rule": "x", "confidence": 1}],
            "copies": [],
            "stories": [{"id": "s1", "title": None, "reports": ["r1"], "origins": [["r1"]], "topic": "p1", "period": {"from": None, "to": None},
                         "claims": [{"id": "c1", "kind": "figure", "label": "x", "members": ["f1"], "status": "single", "origins": 1}], "relations": [], "timeline": []}],
            "topics": [{"id": "p1", "stories": ["s1"]}], "diagnostics": []}
    assert check(good) == [], check(good)
    damages = [lambda d: d["reports"][0].pop("url"), lambda d: d["reports"][0]["title"].update(end=400), lambda d: d["reports"][0]["furniture"][0].update(begin=20),
               lambda d: d["reports"][0]["source"].update(sha256="ab"), lambda d: d["statements"][0]["speaker"].update(actor="a2"), lambda d: d["statements"][0].update(kind="loud"),
               lambda d: d["statements"][0].update(content=[]), lambda d: d["figures"][0].update(hedge="vague"), lambda d: d["figures"][0].update(id="f7"),
               lambda d: d["stories"][0].update(origins=[]), lambda d: d["stories"][0]["claims"][0].update(members=["f9"]),
               lambda d: d["stories"][0]["claims"][0].update(status="agrees"), lambda d: d["stories"][0].update(topic="p9"), lambda d: d.update(version=2)]
    for i, damage in enumerate(damages):
        bad = copy.deepcopy(good)
        damage(bad)
        assert check(bad), f"damage {i} is not found"
    print(f"check_dossier selftest: {len(damages)} damages found")


def main(arguments):
    if arguments == ["--selftest"]:
        return selftest()
    if arguments[:1] == ["--binary"]:
        made = subprocess.run([*arguments[1:], "--format", "json", "--quiet"], check=False, capture_output=True)
        dossiers = [("dossier", json.loads(made.stdout))]
    else:
        dossiers = []
        for path in arguments:
            with open(path, encoding="utf-8") as f:
                dossiers.append((path, json.load(f)))
    problems = [f"{name}: {problem}" for name, data in dossiers for problem in check(data)]
    print("\n".join(problems[:200]) if problems else "the dossier keeps the contract")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
