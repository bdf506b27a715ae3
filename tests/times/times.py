#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times in own sentences whose values were written down before the program had read them.

    times.py BINARY [--all]

Each row of newspaper.tsv is a report of its own. Expected are exactly its expressions: one of the program's must overlap
each (the text of the row is its core) and have the value; any other time is too many. A row with a reason in the last
column is one that the program does not read so; it is printed, never counted as passed, and fails the test as soon as it
passes, so that the mark goes.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).parent / "newspaper.tsv"


def rows():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def kind_of(value):
    if value.startswith("SET "):
        return "SET", value[4:]
    if value.endswith("_REF"):
        return "DATE", value
    return "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE", value


def expected(row):
    """(begin, end, [(type, value), ...]) in characters of the text."""
    at = 0
    for part in filter(None, (row["times"] or "").split("; ")):
        core, values = part.rsplit("=", 1)
        begin = row["text"].index(core, at)
        at = begin + len(core)
        yield begin, at, [kind_of(v) for v in values.split("|")]


def times_of(binary, table):
    """Per row: the times of its report as (begin, end, type, value), by where their words stand in the text."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "reports.jsonl"
        path.write_text("".join(
            json.dumps({"id": row["id"], "title": None, "text": row["text"], "published": row["published"]}, ensure_ascii=False) + "\n"
            for row in table), encoding="utf-8")
        output = subprocess.run([binary, str(path), "--format", "json", "--quiet"], capture_output=True, check=True).stdout
    dossier = json.loads(output)
    row_of = {report["id"]: report["given_id"] for report in dossier["reports"]}
    text_of = {row["id"]: row["text"].encode() for row in table}
    found = {row["id"]: [] for row in table}
    for time in dossier["times"]:
        row, span = row_of[time["report"]], time["span"]
        begin = len(text_of[row][:span["begin"]].decode())
        found[row].append((begin, begin + len(span["text"]), time["type"], time["time"]["value"]))
    return found


def covered(wanted, found):
    """True if each expected expression is met by one of the program's, and each of those meets an expected one."""
    fits = [[f[0] < end and begin < f[1] and (f[2], f[3]) in values for f in found] for begin, end, values in wanted]
    touched = [any(f[0] < end and begin < f[1] for begin, end, _ in wanted) for f in found]
    return all(any(row) for row in fits) and all(touched)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--all", action="store_true", help="print every row")
    arguments = parser.parse_args()
    table = rows()
    found = times_of(arguments.binary, table)
    counts = {"ok": 0, "FAIL": 0, "open": 0, "PASSES, take the mark off": 0}
    for row in table:
        passed = covered(list(expected(row)), found[row["id"]])
        state = ("PASSES, take the mark off" if row["open"] else "ok") if passed else "open" if row["open"] else "FAIL"
        counts[state] += 1
        if state != "ok" or arguments.all:
            print(f"{state}: {row['id']}: {row['text']}\n    expected {row['times']}   found "
                  + "; ".join(f"{row['text'][b:e]}={kind} {value}" for b, e, kind, value in found[row["id"]]))
    print(", ".join(f"{n} {state}" for state, n in counts.items()))
    return 1 if counts["FAIL"] or counts["PASSES, take the mark off"] or not counts["ok"] else 0


if __name__ == "__main__":
    sys.exit(main())
