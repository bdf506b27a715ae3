#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the sentences of the figure measurement: a fixed random sample of sentences with numbers.

    draw.py SHARED [--count 500] [--seed 20240523]      prints: report id, begin, end (characters of `text`), sentence

The sentences stay where they are (shared/bench/throughput); the repository holds ids, offsets and labels only.
Sentence ends are guessed by a rule of this script, not by the program that is measured.
"""
import argparse
import json
import lzma
import random
import re

NUMBER = re.compile(r"\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w*(?:zehn|zig|hundert|tausend|million|milliarde)"
                    r"(?:en|e)?|dutzende?n?|hunderte|tausende|hälfte|drittel|viertel|anderthalb)\b", re.IGNORECASE)
END = re.compile(r"(?<![0-9])(?<!\b[A-ZÄÖÜ])(?<!bzw)(?<!ca)(?<!Dr)(?<!Mio)(?<!Mrd)(?<!St)(?<!Nr)[.!?][\"“«»]?\s+(?=[\"„»«]?[A-ZÄÖÜ0-9])|\n+")


def sentences(text):
    begin = 0
    for end in END.finditer(text):
        yield begin, end.start() + (0 if end.group().startswith("\n") else 1)
        begin = end.end()
    yield begin, len(text)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shared")
    p.add_argument("--count", type=int, default=500)
    p.add_argument("--seed", type=int, default=20240523)
    args = p.parse_args()
    found = []
    with lzma.open(f"{args.shared}/bench/throughput/reports.jsonl.xz", "rt") as f:
        for line in f:
            report = json.loads(line)
            for begin, end in sentences(report["text"]):
                sentence = report["text"][begin:end]
                if 30 <= len(sentence) <= 260 and NUMBER.search(sentence):
                    found.append((report["id"], begin, end, sentence))
    random.Random(args.seed).shuffle(found)
    for report, begin, end, sentence in found[:args.count]:
        print(report, begin, end, sentence, sep="\t")


if __name__ == "__main__":
    main()
