#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Denials among small reports of ours: precision and recall of the stance "denies".

    python3 tools/score_stance.py QUELLENLAGE [TABLE...] [--misses]     TABLE: tests/stance/*.tsv by default

Each line of a table is a report of its own. It counts as a denial if the program gives it a statement that denies.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile


def rows_of(table):
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def stances(program, texts):
    """The commitments of the statements of each text, as (commitment, content, speaker)."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            pathlib.Path(folder, f"{number:04}.txt").write_text(f"Meldung des Tages\n\n{text}\n", encoding="utf-8")
        run = subprocess.run([program, folder, "--format", "json", "--quiet"], capture_output=True, check=True)
    dossier = json.loads(run.stdout)
    number_of = {r["id"]: int(pathlib.Path(r["path"]).stem) for r in dossier["reports"]}
    found = [[] for _ in texts]
    for s in dossier["statements"]:
        content = " / ".join(span["text"] for span in s["content"])
        found[number_of[s["report"]]].append((s["commitment"], content, s["speaker"]["text"]))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("tables", nargs="*", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true", help="list what is judged otherwise")
    options = parser.parse_args()
    tables = options.tables or sorted(pathlib.Path(__file__).parent.parent.glob("tests/stance/*.tsv"))
    for table in tables:
        rows = rows_of(table)
        hits = false = missed = 0
        for (expected, text), found in zip(rows, stances(options.program, [text for _, text in rows])):
            denies = any(commitment == "denies" for commitment, _, _ in found)
            hits += denies and expected == "denies"
            false += denies and expected != "denies"
            missed += not denies and expected == "denies"
            if options.misses and denies != (expected == "denies"):
                print(f"{expected:7} {text}\n        {found}")
        precision, recall = hits / max(1, hits + false), hits / max(1, hits + missed)
        print(f"{table.name}  P {precision:.3f}  R {recall:.3f}  of {hits + missed} denials and {len(rows) - hits - missed} others")


if __name__ == "__main__":
    main()
