#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Is a denial confirmed by what confirms it, and by nothing else? Precision and recall over pairs of small reports.

    pairs.py BINARY [TABLE...] [--misses] [--precision P] [--recall R]

Each row is a story of two reports, two days apart. "confirmed": a relation "confirms" from the second report to a denial
of the first is expected; "none": no such relation and none that retracts. Fails if a table has less than P or R.
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

DAYS = ("2025-09-16T10:20:00+02:00", "2025-09-18T10:20:00+02:00")
OUTLETS = ("Talbote", "Rundschau Nord")


def read(table):
    lines = [x for x in table.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def answers(binary, row):
    """The relations that end or take back a denial, as the words of both sides."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for i, (title, text) in enumerate((row[2:4], row[4:6])):
            report = {"id": f"r{i}", "outlet": OUTLETS[i], "published": DAYS[i], "title": title, "text": text}
            file.write(json.dumps(report, ensure_ascii=False) + "\n")
        file.flush()
        output = subprocess.run([binary, file.name, "--format", "json", "--quiet", "--threads", "1"],
                                capture_output=True, check=True).stdout
    dossier = json.loads(output)
    words = {s["id"]: " / ".join(c["text"] for c in s["content"]) for s in dossier["statements"]}
    parts = dossier["stories"] + dossier["topics"]
    return [(words[r["from"]], words[r["to"]], r["why"]["rule"]) for p in parts for r in p.get("relations") or []
            if r["type"] in ("confirms", "retracts") and r["from"] in words and r["to"] in words]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("tables", nargs="*", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true", help="print the rows that are wrong")
    parser.add_argument("--precision", type=float, default=0)
    parser.add_argument("--recall", type=float, default=0)
    arguments = parser.parse_args()
    failed = False
    for table in arguments.tables or sorted(pathlib.Path(__file__).parent.glob("pairs*.tsv")):
        rows = read(table)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda row: answers(arguments.binary, row), rows))
        wanted = [row[0] == "confirmed" for row in rows]
        right = sum(w and bool(f) for w, f in zip(wanted, found))
        wrong = sum(not w and bool(f) for w, f in zip(wanted, found))
        precision, recall = right / max(1, right + wrong), right / max(1, sum(wanted))
        failed |= precision < arguments.precision or recall < arguments.recall
        print(f"{table.name}: {sum(wanted)} confirmed, {len(rows) - sum(wanted)} others: precision {precision:.3f} "
              f"recall {recall:.3f} ({right} right, {wrong} wrong)")
        for row, w, f in zip(rows, wanted, found):
            if arguments.misses and w != bool(f):
                print(f"  {'missed' if w else 'wrong'}: {row[1]}")
                for one, other, rule in f:
                    print(f"      {one}  ->  {other}   [{rule}]")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
