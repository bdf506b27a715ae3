#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns an annotator's short notes into stand-off annotation: ids, byte offsets and labels, no text.

    notes.py NOTES REPORTS.jsonl PREFIX > annotation.tsv

Notes look like this (GUIDELINES.md says what is annotated):

    @0137 bis the last words that were read        a report: PREFIX + number; "bis" only if it was not read to its end
    i|first words..last words+second part|cue|speaker

Kinds: d direct, i indirect, r reported. ".." joins the first and the last words of a span, "+" the parts of a span in
several pieces, "-" stands for nothing. A span is looked for behind the content before it; cue and speaker are the
occurrence nearest to the content. Words that are not found stop the run.
"""
import json
import sys


def find_content(text, words, start):
    """[begin, end) of "first..last" at or behind start; None when it is not there."""
    first, _, last = words.partition("..")
    begin = text.find(first, start)
    if begin < 0 or not last:
        return None if begin < 0 else (begin, begin + len(first))
    end = text.find(last, begin + len(first) - 1)
    return None if end < 0 else (begin, end + len(last))


def find_nearest(text, words, anchor):
    """The occurrence of words nearest to the range anchor; None when there is none."""
    best, at = None, text.find(words)
    while at >= 0:
        distance = max(anchor[0] - at - len(words), at - anchor[1], 0)
        if best is None or distance < best[0]:
            best = (distance, at)
        at = text.find(words, at + 1)
    return None if best is None else (best[1], best[1] + len(words))


def read_notes(lines, reports, prefix):
    """Yields (report id, None, end of what was read) for a report and (id, kind, parts of three spans) for a note."""
    report = text = None
    position = 0
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            name, _, until = line[1:].partition(" bis ")
            report = prefix + name.strip()
            text, position = reports[report], 0
            end = len(text) if not until else text.find(until.strip())
            if end < 0:
                sys.exit(f"line {number}: end of what was read not found")
            yield report, None, end + len(until.strip())
            continue
        kind, content, cue, speaker = line.split("|")
        parts, at = [], position
        for words in content.split("+"):
            found = find_content(text, words, at)
            if found is None:
                sys.exit(f"line {number}: content not found in {report}: {words}")
            parts.append(found)
            at = found[1]
        position = parts[0][0]
        spans = [parts]
        for words in (cue, speaker):
            found = [] if words == "-" else [find_nearest(text, w, parts[0]) for w in words.split("+")]
            if None in found:
                sys.exit(f"line {number}: not found in {report}: {words}")
            spans.append(found)
        yield report, kind, spans


def main():
    notes, reports_path, prefix = sys.argv[1:4]
    with open(reports_path, encoding="utf-8") as file:
        reports = {r["id"]: r["text"] for r in map(json.loads, file)}
    size = lambda text, at: len(text[:at].encode("utf-8"))
    with open(notes, encoding="utf-8") as file:
        for report, kind, value in read_notes(file, reports, prefix):
            text = reports[report]
            if kind is None:
                print(report, "read", f"0-{size(text, min(value, len(text)))}", "", "", sep="\t")
                continue
            cells = [" ".join(f"{size(text, b)}-{size(text, e)}" for b, e in part) for part in value]
            print(report, kind, *cells, sep="\t")


if __name__ == "__main__":
    main()
