#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the program's figures on the annotated sample (guideline.md).

    score.py BINARY SHARED [--part 1|2|3|4] [--misses]

Runs the program on the reports that the labels name, and prints value, hedge, of and trap scores with counts.
"""
import argparse
import json
import lzma
import os
import subprocess
import tempfile


def labels(part):
    """The rows of one part of the sample (1 to 4), or of all (0)."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "labels.tsv")
    rows, here = [], 0
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("# part "):
                here = int(line.split()[2])
            if not line.startswith("#") and not line.startswith("report\t") and part in (0, here):
                report, begin, end, kind, value, hedge, of = line.rstrip("\n").split("\t")
                rows.append((report, int(begin), int(end), kind, value, hedge, of))
    return rows


def numbers(text):
    """'16000-21000' -> its two ends; '' -> none."""
    cut = text.find("-", 1)
    parts = [text] if cut < 0 else [text[:cut], text[cut + 1:]]
    return sorted({float(p) for p in parts if p})


def same(a, b):
    return len(a) == len(b) and all(abs(x - y) <= 1e-3 * max(abs(x), abs(y), 1e-9) for x, y in zip(a, b))


def figures(binary, shared, wanted):
    """report id -> (text, [(begin, end, figure)] in characters)."""
    texts = {}
    with tempfile.TemporaryDirectory() as folder, lzma.open(f"{shared}/bench/throughput/reports.jsonl.xz", "rt") as f:
        path = os.path.join(folder, "sample.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for line in f:
                report = json.loads(line)
                if report["id"] in wanted:
                    texts[report["id"]] = report["text"]
                    out.write(line)
        out = subprocess.run([binary, path, "--format", "json", "--quiet"], stdout=subprocess.PIPE, check=False).stdout
    dossier = json.loads(out)
    ids = {r["id"]: r["given_id"] for r in dossier["reports"]}
    found = {i: [] for i in wanted}
    chars = {}
    for i, text in texts.items():
        at, table = 0, {}
        for k, c in enumerate(text):
            table[at] = k
            at += len(c.encode())
        table[at] = len(text)
        chars[i] = table
    for fig in dossier["figures"]:
        i = ids[fig["report"]]
        if fig["span"].get("field") in (None, "text"):
            found[i].append((chars[i][fig["span"]["begin"]], chars[i][fig["span"]["end"]], fig))
    return texts, found


def best(hits, value, end):
    """The figure that is meant: the one with the right numbers, else the one that ends nearest behind the label."""
    right = [h for h in hits if same(sorted({h[2][k] for k in ("value", "min", "max") if h[2][k] is not None}), numbers(value))]
    return (right or sorted(hits, key=lambda h: h[1] - h[0]))[0]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("binary")
    p.add_argument("shared")
    p.add_argument("--part", type=int, default=0, choices=range(5), help="a part of labels.tsv; 0 = all")
    p.add_argument("--misses", action="store_true")
    args = p.parse_args()
    rows = labels(args.part)
    texts, found = figures(args.binary, args.shared, {r[0] for r in rows})
    score = {k: [0, 0] for k in ("value", "hedge", "of", "traps refused", "trap precision")}

    def mark(name, ok, where, said=""):
        score[name][0] += bool(ok)
        score[name][1] += 1
        if args.misses and not ok:
            report, begin, end = where[:3]
            text = texts[report]
            print(f"{name:14} {text[max(0, begin - 60):begin]}[[{text[begin:end]}]]{text[end:end + 40]} | {where[4:]} | {said}".replace("\n", " "))
    for row in rows:
        report, begin, end, kind, value, hedge, of = row
        hits = [h for h in found[report] if h[0] < end and begin < h[1]]
        if kind == "trap":
            over = [h for h in hits if not any(r[0] == report and r[3] != "trap" and h[0] < r[2] and r[1] < h[1] for r in rows)]
            mark("traps refused", not over, row, over and over[0][2]["span"]["text"])
            if over:
                mark("trap precision", False, row, over[0][2]["span"]["text"])
        elif kind == "figure":
            if not hits:
                mark("value", False, row, "no figure")
                continue
            mark("trap precision", True, row)
            f = best(hits, value, end)[2]
            have = sorted({f[k] for k in ("value", "min", "max") if f[k] is not None})
            mark("value", same(have, numbers(value)) and (value or f["hedge"] == "vague"), row, have)
            if hedge != "?":
                mark("hedge", f["hedge"] == hedge, row, f["hedge"])
            if "?" not in of:
                heard = [(f[k] or "").casefold() for k in ("of", "unit")]
                wanted = of.casefold().split("/")
                stem = lambda w: w[:max(4, len(w) - 2)]
                mark("of", any(stem(w) in h for w in wanted for h in heard if h), row, f["of"])
    for name, (right, of) in score.items():
        print(f"{name:16} {right / max(1, of):.3f}  {right}/{of}")


if __name__ == "__main__":
    main()
