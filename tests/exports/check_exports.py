#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks every export against the required fields of its specification, and against the dossier of the same reports.

    check_exports.py BINARY EXAMPLES   exit code 1 and one line per failure
    check_exports.py --selftest        proves that each check can fail

The specifications: W3C Web Annotation Data Model (2017), schema.org Claim, the JSON format of TimelineJS 3, the schemata
of followthemoney 3, RFC 4180 for CSV.
"""
import copy
import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile

HOSTILE = """Werft streicht <b onmouseover="hacked()">300</b> Stellen

Am 3. M\u00e4rz 2025 streicht die Werft 300 Stellen, sagte Minister <img src=x onerror="hacked()"> Karl Muster. "=1+1 ist das \
Ergebnis & mehr", sagte Minister Karl Muster am 4. M\u00e4rz 2025.
"""


def need(holds, what):
    if not holds:
        raise AssertionError(what)


def iri(text):
    return isinstance(text, str) and re.fullmatch(r"[^\s<>\"{}|\\^`]+", text) is not None


# ---- W3C Web Annotation

def selectors_agree(target, files):
    """The bytes of the DataPositionSelector and the words of the TextQuoteSelector hold the same letters."""
    found = {s["type"]: s for s in target["selector"]}
    need(found.keys() <= {"DataPositionSelector", "TextPositionSelector", "TextQuoteSelector"}, "unknown selector")
    for kind in ("DataPositionSelector", "TextPositionSelector"):
        if kind in found:
            start, end = found[kind]["start"], found[kind]["end"]
            need(isinstance(start, int) and isinstance(end, int) and 0 <= start < end, f"{kind}: {start}-{end}")
    quote, data = found.get("TextQuoteSelector"), found.get("DataPositionSelector")
    if quote is not None:
        need(quote["exact"] and isinstance(quote["prefix"], str) and isinstance(quote["suffix"], str), "quote without text")
        need(len(quote["prefix"]) <= 32 and len(quote["suffix"]) <= 32, "more context than 32 characters")
    raw = files.get(target["source"]["id"])
    if quote is not None and data is not None and raw is not None and target["source"]["format"] != "text/html":
        written = raw[data["start"]:data["end"]].decode("utf-8")
        need(re.sub(r"\W", "", written) == re.sub(r"\W", "", quote["exact"]), f"bytes say {written!r}")


def check_annotation(data, dossier, files):
    need(data["@context"] == "http://www.w3.org/ns/anno.jsonld", "@context")
    need(data["type"] == "AnnotationPage" and iri(data["id"]) and isinstance(data["items"], list), "no page")
    need(len(data["items"]) == len(dossier["statements"]) + len(dossier["figures"]), "not one annotation per item")
    ids = [a["id"] for a in data["items"]]
    need(len(set(ids)) == len(ids), "two annotations share an id")
    for annotation in data["items"]:
        need(iri(annotation["id"]) and annotation["type"] == "Annotation", "annotation without id or type")
        need(len(annotation["target"]) >= 1, "annotation without target")
        for body in annotation["body"]:
            need(body["type"] == "TextualBody" and body["value"] and body["purpose"], "body without value")
        for target in annotation["target"]:
            need(iri(target["source"]["id"]), f"source {target['source']['id']!r} is no IRI")
            need(re.fullmatch(r"ni:///sha-256;[\w-]{43}", target["state"]["cached"]), "no hash of the bytes")
            selectors_agree(target, files)


# ---- schema.org Claim

def check_claim(data, dossier, files):
    need(data["@context"] == "https://schema.org", "@context")
    nodes = {node["@id"]: node for node in data["@graph"]}
    need(len(nodes) == len(data["@graph"]), "two nodes share an @id")
    claims = [node for node in data["@graph"] if node["@type"] == "Claim"]
    expected = [c for s in dossier["stories"] for c in s["claims"]] + [c for t in dossier["topics"] for c in t.get("claims", [])]
    need(len(claims) == len(expected), "not one node per claim")
    need(not any("Review" in node["@type"] or "reviewRating" in node for node in data["@graph"]), "a verdict")
    for node in claims:
        need(node["text"] and len(node["appearance"]) >= 1, "claim without text or appearance")
        for reference in node["appearance"] + node.get("author", []) + [node[k] for k in ("firstAppearance",) if k in node]:
            need(reference["@id"] in nodes, f"{reference['@id']} is no node")
    for node in data["@graph"]:
        if node["@type"] == "NewsArticle":
            need(iri(node["url"]), "article without url")


# ---- TimelineJS

def check_timelinejs(data, dossier, files):
    need(data["events"] or data["title"], "neither events nor title")
    entries = sum(len(s["timeline"]) for s in dossier["stories"])
    undated = data["title"]["text"]["text"].count("<li>")
    need(len(data["events"]) + undated == entries, f"{entries} entries, {len(data['events'])} events, {undated} undated")
    ids = [e["unique_id"] for e in data["events"]]
    need(len(set(ids)) == len(ids), "two events share a unique_id")
    for event in data["events"]:
        need(isinstance(event["start_date"]["year"], int), "event without year")
        need(event["text"]["headline"], "event without headline")
    for text in [e["text"] for e in data["events"]] + [data["title"]["text"]]:
        need(not re.search(r"<(?!/?(ul|li)>)", text["headline"] + text["text"]), "a report's tag stays a tag")


# ---- followthemoney

FTM = {"Article": ["fileName"], "Person": ["name"], "Organization": ["name"], "LegalEntity": ["name"],
       "Mention": ["document", "name"], "Note": ["entity", "description"]}


def check_ftm(data, dossier, files):
    entities = {e["id"]: e for e in data}
    need(len(entities) == len(data), "two entities share an id")
    need(sum(e["schema"] == "Article" for e in data) == len(dossier["reports"]), "not one article per report")
    need(sum(e["schema"] == "Note" for e in data) == len(dossier["statements"]) + len(dossier["figures"]), "not one note per item")
    for entity in data:
        need(entity["schema"] in FTM, f"unknown schema {entity['schema']}")
        properties = entity["properties"]
        need(all(isinstance(v, list) and v and all(isinstance(x, str) and x for x in v) for v in properties.values()),
             "a property is no list of texts")
        need(all(p in properties for p in FTM[entity["schema"]]), f"{entity['schema']} lacks a required property")
        for reference in ("document", "resolved", "entity"):
            for target in properties.get(reference, []):
                need(target in entities, f"{reference} names {target}, which is not there")


# ---- JSON lines and CSV

def check_jsonl(data, dossier, files):
    for kind, section in (("report", "reports"), ("actor", "actors"), ("time", "times"), ("statement", "statements"),
                          ("figure", "figures"), ("copy", "copies"), ("diagnostic", "diagnostics")):
        need([line["item"] for line in data if line["type"] == kind] == dossier[section], f"{section} differ")


def check_csv(name, rows, dossier):
    head, body = rows[0], rows[1:]
    need(all(len(row) == len(head) for row in body), f"{name}: a row of another length")
    need(not any(cell[:1] in ("=", "@", "+") for row in body for cell in row), f"{name}: a formula")
    if name == "statements":
        need([r[0] for r in body] == [s["id"] for s in dossier["statements"]], "statements: ids differ")
        sha = {r["id"]: r["source"]["sha256"] for r in dossier["reports"]}
        column = head.index("sha256")
        need([r[column] for r in body] == [sha[s["report"]] for s in dossier["statements"]], "statements: hashes differ")
    if name == "figures":
        need({r[0] for r in body} == {f["id"] for f in dossier["figures"]}, "figures: ids differ")
    if name == "claims":
        claims = [c for s in dossier["stories"] for c in s["claims"]] + [c for t in dossier["topics"] for c in t.get("claims", [])]
        need([r[0] for r in body] == [c["id"] for c in claims for _ in c["members"]], "claims: ids differ")


CHECKS = {"annotation": check_annotation, "claim": check_claim, "timelinejs": check_timelinejs, "ftm": check_ftm,
          "jsonl": check_jsonl}


def parse(fmt, raw):
    text = raw.decode("utf-8")
    return [json.loads(line) for line in text.splitlines()] if fmt in ("ftm", "jsonl") else json.loads(text)


def run(binary, folder, *arguments):
    return subprocess.run([binary, *arguments, "--quiet"], cwd=folder, check=True, capture_output=True).stdout


def exports_of(binary, folder, path):
    dossier = json.loads(run(binary, folder, path, "--format", "json"))
    files = {}
    for report in dossier["reports"]:
        if report["source"]["container"] is None:
            with open(os.path.join(folder, report["path"]), "rb") as f:
                files[report["path"]] = f.read()
            need(hashlib.sha256(files[report["path"]]).hexdigest() == report["source"]["sha256"], "file changed")
    return dossier, files, {f: parse(f, run(binary, folder, path, "--format", f)) for f in CHECKS}


def check_all(binary, folder, path):
    dossier, files, exports = exports_of(binary, folder, path)
    for fmt, check in CHECKS.items():
        check(exports[fmt], dossier, files)
    for verb in ("statements", "figures", "claims"):
        raw = run(binary, folder, verb, path, "--format", "csv").decode("utf-8")
        check_csv(verb, list(csv.reader(io.StringIO(raw, newline=""), strict=True)), dossier)
    bare = parse("annotation", run(binary, folder, path, "--format", "annotation", "--no-quote"))
    need("TextQuoteSelector" not in json.dumps(bare), "--no-quote writes quotes")
    need(len(dossier["statements"]) > 0 and len(dossier["figures"]) > 0, "nothing to check")


def fails(check, data, damage, dossier):
    broken = copy.deepcopy(data)
    damage(broken)
    try:
        check(broken, dossier, {})
    except (AssertionError, KeyError):
        return True
    return False


def selftest():
    """Each check accepts a small right export and refuses a damaged one."""
    dossier = {"statements": [{"id": "q1"}], "figures": [], "reports": [{"id": "r1"}], "actors": [], "times": [], "copies": [],
               "diagnostics": [], "topics": [], "stories": [{"claims": [{"id": "c1", "members": ["q1"]}], "timeline": [{}]}]}
    target = {"source": {"id": "a.txt", "format": "text/plain"}, "state": {"cached": "ni:///sha-256;" + "a" * 43},
              "selector": [{"type": "DataPositionSelector", "start": 0, "end": 4}]}
    right = {
        "annotation": {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "#a", "type": "AnnotationPage",
                       "items": [{"id": "ni:x", "type": "Annotation", "body": [], "target": [target]}]},
        "claim": {"@context": "https://schema.org",
                  "@graph": [{"@type": "NewsArticle", "@id": "#r1", "url": "a.txt"},
                             {"@type": "Claim", "@id": "#c1", "text": "x", "appearance": [{"@id": "#r1"}]}]},
        "timelinejs": {"events": [{"start_date": {"year": 2025}, "unique_id": "t0", "text": {"headline": "x", "text": ""}}],
                       "title": {"text": {"headline": "x", "text": ""}}},
        "ftm": [{"id": "a", "schema": "Article", "properties": {"fileName": ["a.txt"]}},
                {"id": "n", "schema": "Note", "properties": {"entity": ["a"], "description": ["x"]}}],
        "jsonl": [{"type": "report", "item": {"id": "r1"}}, {"type": "statement", "item": {"id": "q1"}}],
    }
    damages = {
        "annotation": [lambda d: d["items"][0].update(target=[]), lambda d: d["items"].clear(),
                       lambda d: d["items"][0]["target"][0]["selector"][0].update(end=0),
                       lambda d: d["items"][0]["target"][0]["source"].update(id="a b.txt")],
        "claim": [lambda d: d["@graph"].pop(0), lambda d: d["@graph"][1].pop("text"),
                  lambda d: d["@graph"][1].update({"@type": "ClaimReview"})],
        "timelinejs": [lambda d: d["events"][0]["start_date"].clear(),
                       lambda d: d["events"][0]["text"].update(headline="<script>"), lambda d: d["events"].clear()],
        "ftm": [lambda d: d[1]["properties"].update(entity=["b"]), lambda d: d[0]["properties"].clear(), lambda d: d.pop()],
        "jsonl": [lambda d: d.pop()],
    }
    for fmt, check in CHECKS.items():
        check(right[fmt], dossier, {})
        for number, damage in enumerate(damages[fmt]):
            need(fails(check, right[fmt], damage, dossier), f"{fmt}: damage {number} is not seen")
    print("1 passed, 0 failed")


def main():
    if sys.argv[1:] == ["--selftest"]:
        return selftest()
    binary, examples = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    check_all(binary, os.path.dirname(examples), os.path.basename(examples))
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, "b\u00f6se berichte"))
        with open(os.path.join(folder, "b\u00f6se berichte", "a & b.txt"), "w", encoding="utf-8") as f:
            f.write(HOSTILE)
        check_all(binary, folder, "b\u00f6se berichte")
    print("2 passed, 0 failed")


if __name__ == "__main__":
    main()
